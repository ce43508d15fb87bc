"""Folders of runs that come to be whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from webaudit.store.lock import lock
from webaudit.store.run_file import refuse_used
from webaudit.store.whole_file import output_error, sync


@contextmanager
def whole_folder(into: Path, doing: str) -> Iterator[Path]:
    """An empty folder to be filled, which gets its name when the context ends well.

    Args:
        into: a folder that is empty or not there yet.
        doing: part of its name until then.

    Raises:
        RunError: it holds something.
        OutputError: it can not be written.
    """
    target = Path(os.path.abspath(into))  # noqa: PTH100 - resolve() would follow a link that names the run
    making = target.with_name(f".{target.name}.{doing}")
    try:
        if target.exists():
            refuse_used(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        with lock(target):
            # What a killed process left.
            shutil.rmtree(making, ignore_errors=True)
            making.mkdir(mode=0o700)
            try:
                yield making
                making.rename(target)
            except BaseException:
                shutil.rmtree(making, ignore_errors=True)
                raise
        sync(target.parent)
    except OSError as error:
        raise output_error(into, error) from error
