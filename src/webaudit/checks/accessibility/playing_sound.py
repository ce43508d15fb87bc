"""Check `playing-sound`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.rendered import Rendered
from webaudit.standards import act, wcag

_MOST_SECONDS = 3


@check(
    id="playing-sound",
    title="Sound that starts by itself ends or can be stopped",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_1_4_2, act.RULE_80F0BF, act.RULE_4C31DF),
    remedy="Take autoplay away, or show the player: <audio controls>. In WordPress: choose the audio or "
    "video block, and switch Autoplay off in its settings.",
    since="0.3.0",
)
def playing_sound(rendered: Rendered) -> Iterator[Verdict]:
    """Whoever hears a page read aloud can not hear it through a song that starts by itself.

    Here the file itself was opened, so that its length is known.

    Target: each `audio` or `video` element of a rendered page that starts by itself and is not muted.
    Expectation: it has controls, or ends after three seconds.
    Limits: a page with buttons or links may have one that stops it; whether the sound is more than silence is
        known of films alone, and not always.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"playing_sound": [
             {"xpath": "/html/body/audio", "markup": "<audio>", "kind": "audio", "seconds":
              2.4, "part": false, "endless": false, "controls": false, "heard": true,
              "stops": false}]}}]}}
        ```

    Failed (sound-plays):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"playing_sound": [
             {"xpath": "/html/body/audio", "markup": "<audio>", "kind": "audio", "seconds":
              27.1, "part": false, "endless": false, "controls": false, "heard": true,
              "stops": false}]}}]}}
        ```

    CantTell (sound-maybe):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"playing_sound": [
             {"xpath": "/html/body/audio", "markup": "<audio>", "kind": "audio", "seconds":
              27.1, "part": false, "endless": false, "controls": false, "heard": true,
              "stops": true}]}}]}}
        ```
    """
    for page in rendered.seen:
        for row in page.rows("playing_sound"):
            seconds, here = row.get("seconds"), page.locate(row)
            length = seconds if isinstance(seconds, int | float) else None
            if row.get("controls") or (
                length is not None and length <= _MOST_SECONDS and not row.get("endless")
            ):
                yield passed(here)
            elif length is None or row.get("part") or row.get("stops") or not row.get("heard"):
                yield cant_tell(
                    here,
                    "sound-maybe",
                    "it starts by itself; whether it is heard, and can be stopped, is not known",
                )
            else:
                yield failed(
                    here,
                    "sound-plays",
                    "a sound of {seconds} seconds starts by itself, and nothing on the page stops it",
                    seconds=length,
                )
