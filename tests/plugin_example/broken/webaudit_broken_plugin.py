"""A plug-in that can not be imported."""

import does_not_exist

CHECKS = (does_not_exist.check,)
