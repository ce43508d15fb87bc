"""Rendered: what a browser showed of a few of the site's pages, and what was measured in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from webaudit.model.finding import Location, Outcome
from webaudit.model.record import Failure, FailureReason, Record

Fact = str | int | float | bool | None
Row = Mapping[str, Fact]
"""What a script measured at one place: `xpath` and `markup` of the element, and what its name says."""


class UnmeasuredError(Exception):
    """What is asked for was not measured on this page, for a reason."""

    def __init__(self, reason: FailureReason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Spot:
    """An element of the page as the browser built it.

    Attributes:
        xpath: absolute, /html/body/div[2]/a; empty for the page as a whole.
        markup: the start of its HTML, at most 200 characters.
        url: of the frame whose document it stands in; empty for the page itself.
    """

    xpath: str
    markup: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class AxeFinding:
    """What axe-core said of one of its rules on one page.

    Attributes:
        rule: its id, "image-alt".
        outcome: failed, or cantTell where axe leaves it to a person.
        spots: at most 20, in the order of the document.
        total: how many elements there were.
        message: axe's own words on the first of them, in English.
    """

    rule: str
    outcome: Outcome
    spots: tuple[Spot, ...] = ()
    total: int = 0
    message: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame that people see on a page, or in a frame there.

    Attributes:
        spot: the element that holds it.
        url: of the document that it shows, or was to show; empty if scripts wrote that.
        own: the document is the site's own; what axe-core found there is told among the page's findings.
        axe: what axe-core found there.
        reason: why it was not looked into; None if it was.
    """

    spot: Spot
    url: str
    own: bool = False
    axe: tuple[AxeFinding, ...] = ()
    reason: FailureReason | None = None


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """One page as a browser showed it, 1280 by 800 pixels where nothing else is said.

    Attributes:
        url: that was shown.
        template: digest of its skeleton of tags; pages of one template carry the same.
        axe: what axe-core found, in the order of its rules; then in the site's own frames.
        axe_passed: axe's rules that had a target on the page, and found nothing there.
        facts: rows by the name of the script that measured them, in the order of the document.
        shots: digests of the stored pictures, "desktop" and "320".
        dom: digest of the stored document as the browser had built it.
        frames: that people see there, in the order of the document.
        unmeasured: why something was not measured, by its name: that of a script, or "axe".
        failure: why the page was not looked at; then all else is empty.
    """

    url: str
    template: str = ""
    axe: tuple[AxeFinding, ...] = ()
    axe_passed: tuple[str, ...] = ()
    facts: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    shots: Mapping[str, str] = field(default_factory=dict)
    dom: str = ""
    frames: tuple[Frame, ...] = ()
    unmeasured: Mapping[str, FailureReason] = field(default_factory=dict)
    failure: Failure | None = None

    def rows(self, script: str) -> tuple[Row, ...]:
        """What one script measured.

        Raises:
            UnmeasuredError: it could not, so that nothing can be said of the page.
        """
        self.require(script)
        return self.facts.get(script, ())

    def require(self, name: str) -> None:
        """Holds whoever needs something that was not measured.

        Raises:
            UnmeasuredError: it was not.
        """
        if name in self.unmeasured:
            raise UnmeasuredError(self.unmeasured[name])

    def locate(self, place: Spot | Row | None = None) -> Location:
        """The Location of an element that a script or axe named; without one, of the page."""
        if isinstance(place, Spot):
            evidence = "" if place.url else self.dom
            return Location(place.url or self.url, place.xpath, snippet=place.markup, evidence=evidence)
        said = place or {}
        xpath, markup = (str(said.get(name) or "") for name in ("xpath", "markup"))
        return Location(self.url, xpath, snippet=markup, evidence=self.dom)


@dataclass(frozen=True, slots=True)
class Rendered(Record):
    """The sample of pages that a browser was shown: the first of each of the largest templates.

    Attributes:
        pages: in the order of their URLs, those that could not be looked at among them.
        axe_version: of axe-core.
    """

    pages: tuple[RenderedPage, ...]
    axe_version: str = ""

    @property
    def seen(self) -> tuple[RenderedPage, ...]:
        """The pages that were looked at."""
        return tuple(page for page in self.pages if page.failure is None)
