"""Evidence in the making: `<name>.part` until its capture has ended, and then never changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from webaudit.model.errors import Message, RunError
from webaudit.model.evidence import Exchange
from webaudit.store.warc import EvidenceWriter, cut_torn, read_evidence
from webaudit.store.whole_file import output_error, sync


@dataclass(frozen=True, slots=True)
class Evidence:
    """The Exchanges of some files, read anew each time they are walked.

    Attributes:
        paths: WARC files, in the order in which they are read.
    """

    paths: tuple[Path, ...]

    def __iter__(self) -> Iterator[Exchange]:
        for path in self.paths:
            yield from read_evidence(path)


def begin(path: Path) -> EvidenceWriter:
    """Begins a file in a folder that is there, or goes on with it.

    Raises:
        RunError: it is finished.
    """
    if path.is_file():
        raise RunError(Message("{path}: is closed: evidence never changes", path=path))
    return EvidenceWriter(_part(path))


def _part(path: Path) -> Path:
    """The name of a file while it is being captured."""
    return path.with_name(path.name + ".part")


def whole_part(path: Path) -> tuple[Exchange, ...]:
    """What an interrupted capture has left of a file, after cutting off what is torn."""
    part = _part(path)
    if not part.is_file():
        return ()
    cut_torn(part)
    return tuple(read_evidence(part))


def finish(path: Path) -> None:
    """Gives a captured file its last name."""
    try:
        part = _part(path)
        if not part.exists():
            part.touch(mode=0o600)
        part.rename(path)
        sync(path.parent)
    except OSError as error:
        raise output_error(path, error) from error
