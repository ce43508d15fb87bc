"""Check `embedded-content`."""

from collections.abc import Iterator

from webaudit.extract.urls import host
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Outcome, Verdict, cant_tell, failed, passed
from webaudit.model.rendered import Frame, Rendered
from webaudit.standards import wcag
from webaudit.vocabulary.axe import axe_rules

_MOST_NAMED = 5
"""Rules of axe-core in one message."""


@check(
    id="embedded-content",
    title="What is embedded from other sites can be used by everybody",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.THIRD_PARTY,),
    remedy="Give the same information as text beside the frame: the address beside a map, a link to the "
    "video. What is in the frame only its owner can mend: tell them, or take another service. In WordPress: "
    "open the page, and look at the embed block or the widget.",
    since="0.3.0",
    advisory=True,
)
def embedded_content(rendered: Rendered) -> Iterator[Verdict]:
    """Maps, videos and posts in a frame come from others, and so do their barriers.

    Who cannot pass them needs another way to the same thing on the page itself.

    Target: each frame that people see on a rendered page, with the document of another site or of a script;
        and each that could not be looked into, whosever it is.
    Expectation: axe-core finds nothing wrong in it.
    Limits: the first eight of a page are looked into. What axe-core finds in the site's own frames is told
        by the other checks; what is found here takes no points of the site.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "frames": [
            {"spot": {"xpath": "/html/body/iframe"}, "url": "https://peta.example/"}]}]}}
        ```

    Failed (embedded-defects, written-defects):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "frames": [
            {"spot": {"xpath": "/html/body/iframe"}, "url": "https://peta.example/",
             "axe": [{"rule": "button-name", "outcome": "failed"}]}]}]}}
        {"rendered": {"pages": [{"url": "https://dinas.example/", "frames": [
            {"spot": {"xpath": "/html/body/iframe"}, "url": "",
             "axe": [{"rule": "button-name", "outcome": "failed"}]}]}]}}
        ```

    CantTell (frame-unmeasured):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "frames": [
            {"spot": {"xpath": "/html/body/iframe"}, "url": "https://peta.example/",
             "reason": "timeout"}]}]}}
        ```
    """
    for page in rendered.seen:
        for frame in page.frames:
            here, rules = page.locate(frame.spot), _broken(frame)
            if frame.reason is not None:
                yield cant_tell(
                    here,
                    "frame-unmeasured",
                    "what the frame shows was not looked into ({reason}): {url}",
                    reason=frame.reason.value,
                    url=frame.url,
                )
            elif frame.own:
                continue
            elif not rules:
                yield passed(here)
            elif frame.url:
                message = "what {host} shows in this frame has barriers (rules of axe-core: {rules})"
                yield failed(here, "embedded-defects", message, host=host(frame.url), rules=rules)
            else:
                message = "what a script wrote into this frame has barriers (rules of axe-core: {rules})"
                yield failed(here, "written-defects", message, rules=rules)


def _broken(frame: Frame) -> str:
    """The rules of axe-core that fail in a frame, as far as they decide."""
    known = axe_rules()
    sure = (one.rule for one in frame.axe if one.outcome is Outcome.FAILED and not known[one.rule].unsure)
    return ", ".join(sorted(sure)[:_MOST_NAMED])
