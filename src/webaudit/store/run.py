"""A run on the disk: what it was asked to do, its folder, its lock, and the union of several."""

from webaudit.store.lock import lock
from webaudit.store.merge import merge
from webaudit.store.part_file import Evidence
from webaudit.store.run_file import RunFile
from webaudit.store.run_folder import RunFolder

__all__ = ["Evidence", "RunFile", "RunFolder", "lock", "merge"]
