"""A single page judged in a process of its own; imports little, as its start is waited for."""

from webaudit.checks import catalogue
from webaudit.model.evidence import Snapshot
from webaudit.model.report import Assessment
from webaudit.pipeline.assess import assess
from webaudit.pipeline.settings import Selection


def load(_: None) -> None:
    """Loads what judging needs, while the page is awaited."""
    catalogue()


def assess_page(work: tuple[Snapshot, Selection, float]) -> Assessment:
    """The Assessment of a page, by selected checks, each of which may take so many seconds."""
    snapshot, selection, check_seconds = work
    return assess(snapshot, selection.of(catalogue().checks), check_seconds=check_seconds)
