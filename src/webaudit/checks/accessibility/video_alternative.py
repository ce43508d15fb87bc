"""Check `video-alternative`."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.exposure import exposure
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_CAPTIONS = ("captions", "subtitles")


@check(
    id="video-alternative",
    title="Videos have captions",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_1_2_2, act.EAC66B),
    remedy='Add captions as a file: <track kind="captions" src="video.vtt">, or write what is said beside '
    "the video. In WordPress: choose the video block, Text tracks.",
    since="0.3.0",
)
def video_alternative(page: Page) -> Iterator[Verdict]:
    """A deaf visitor sees the head of the agency speak, and learns nothing of what is said.

    Captions serve as well whoever sits in a loud office, or in a quiet one.

    Target: each `video` element that is seen, has a source and is not muted.
    Expectation: a `track` with captions stands in it.
    Limits: a film may hold its captions within, be silent, or be told again as text beside it: without a
        `track` people must look. A `track` fails only if it names no file; whether the words are right is
        left to people.

    Passed:
        ```html
        <video src="sambutan.mp4" controls><track kind="captions" src="sambutan.vtt"></video>
        ```

    Failed (captions-without-file):
        ```html
        <video src="sambutan.mp4" controls><track kind="captions" src=""></video>
        ```

    CantTell (captions-unseen):
        ```html
        <video src="sambutan.mp4" controls></video>
        ```
    """
    unseen = exposure(page).unseen
    for video in page.elements("video"):
        sources = [one.get("src") for one in (video, *video.iter("source"))]
        if video in unseen or video.get("muted") is not None or not any(sources):
            continue
        tracks = [track for track in video.iter("track") if _is_captions(track)]
        if any((track.get("src") or "").strip() for track in tracks):
            yield passed(video)
        elif tracks:
            yield failed(tracks[0], "captions-without-file", "the captions of the video name no file")
        else:
            message = "the video has no captions of its own; whether it needs or holds them, people must see"
            yield cant_tell(video, "captions-unseen", message)


def _is_captions(track: HtmlElement) -> bool:
    # A track without a kind, or of no known one, is for subtitles or for scripts (HTML Standard, 4.8.11.10).
    return track.get("kind", "subtitles").strip().lower() in _CAPTIONS
