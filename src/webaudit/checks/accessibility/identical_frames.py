"""Check `identical-frames`."""

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from webaudit.extract.base import base_of
from webaudit.extract.exposure import exposure
from webaudit.extract.name import names
from webaudit.extract.purpose import other_record
from webaudit.extract.urls import normalise
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_MOST_FRAMES = 200
_LONGEST = 100


@check(
    id="identical-frames",
    title="Frames of one name show the same",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_4_1_2, act.RULE_4B1C6C),
    remedy="Give each embedded frame a title of its own: “Video: how to register”, not “YouTube video "
    "player”. In WordPress: edit the block as HTML and change title.",
    since="0.3.0",
)
def identical_frames(page: Page) -> Iterator[Verdict]:
    """Three videos that are all called “YouTube video player” can not be told apart by ear.

    Who looks for one of them has to enter each and listen.

    Target: the frames of one name, two or more, on a page.
    Expectation: all show the same address.
    Limits: two addresses may show the same. They are told apart for certain where one player, or one program,
        is asked for different records; of all others people must judge.

    Passed:
        ```html
        <iframe title="Peta" src="/peta"></iframe><iframe title="Peta" src="/peta"></iframe>
        ```

    Failed (frames-alike):
        ```html
        <iframe title="Video" src="https://video.example/embed/a1"></iframe>
        <iframe title="Video" src="https://video.example/embed/b2"></iframe>
        ```

    CantTell (frames-maybe-alike):
        ```html
        <iframe title="Peta" src="/peta"></iframe><iframe title="Peta" src="/peta-kantor"></iframe>
        ```
    """
    base, known, hides = base_of(page), names(page), exposure(page).hides
    groups: dict[str, list[tuple[HtmlElement, str]]] = {}
    for frame in page.elements("iframe")[:_MOST_FRAMES]:
        url = normalise((frame.get("src") or "").strip(), base) if frame.get("srcdoc") is None else None
        name = " ".join("".join(islice(known.parts(frame), 50))[:_LONGEST].lower().split())
        if url and name and not hides(frame):
            groups.setdefault(name, []).append((frame, url))
    for name, ((first, its), *others) in groups.items():
        odd = [(frame, url) for frame, url in others if url != its]
        known_other = next((frame for frame, url in odd if other_record(its, url)), None)
        if known_other is not None:
            message = "two frames are called “{name}” and show different things"
            yield failed(known_other, "frames-alike", message, name=name)
        elif odd:
            message = "frames are called “{name}”; whether they show the same is not known"
            yield cant_tell(odd[0][0], "frames-maybe-alike", message, name=name)
        elif others:
            yield passed(first)
