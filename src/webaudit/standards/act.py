"""ACT Rules of W3C: how a success criterion is tested."""

from webaudit.model.check import Source

_RULES = "https://www.w3.org/WAI/standards-guidelines/act/rules/"

# An id that starts with a digit is no Python name, hence RULE_.
B5C3F8 = Source("ACT", "b5c3f8", "HTML page has lang attribute", f"{_RULES}b5c3f8/")
RULE_2779A5 = Source("ACT", "2779a5", "HTML page has non-empty title", f"{_RULES}2779a5/")
RULE_23A2A8 = Source("ACT", "23a2a8", "Image has non-empty accessible name", f"{_RULES}23a2a8/")
