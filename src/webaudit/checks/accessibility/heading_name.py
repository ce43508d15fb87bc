"""Check `heading-name`."""

from collections.abc import Iterator

from webaudit.extract.name import names
from webaudit.extract.role import with_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act


@check(
    id="heading-name",
    title="Every heading says something",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(act.FFD0E9,),
    remedy="Write the heading, or delete it where it is empty; keep distance by the settings of the "
    "block, not by empty headings. A heading that is a picture needs the picture's alternative text.",
    since="0.2.0",
)
def heading_name(page: Page) -> Iterator[Verdict]:
    """People who cannot see a page find their way by its headings, and jump from one to the next.

    An empty one leads them to nothing, and one that is a picture without a text hides what follows.

    Target: each heading (`h1` to `h6`, elements with the role `heading`) that is told to assistive
        technology.
    Expectation: it has a name: text, the alternative of a picture within, `aria-label` or `title`.
    Limits: what style sheets hide is taken as shown; whether the heading describes what follows is left to
        people; a heading that a script fills in (an empty one with an id) can not be told.

    Passed:
        ```html
        <h1><img src="judul.png" alt="Profil Dinas"></h1>
        ```

    Failed:
        ```html
        <h2><span class="line"></span></h2>
        ```

    Failed (heading-empty-words):
        ```html
        <h2><img src="judul.png" alt="gambar"></h2>
        ```

    CantTell (name-by-script):
        ```html
        <h2 x-text="judul"></h2>
        ```
    """
    known = names(page)
    for heading in with_role(page, "heading"):
        if known.has(heading):
            if name := known.idle_picture(heading):
                message = "all that names the heading is a picture called “{name}”"
                yield failed(heading, "heading-empty-words", message, name=name)
            else:
                yield passed(heading)
        elif known.is_scripted(heading) or (heading.get("id") is not None and not len(heading)):
            # Scripts write to what has an id: the head of a dialog, a counter.
            yield cant_tell(heading, "name-by-script", "only a script can give the name, and none was run")
        else:
            yield failed(heading, "heading-empty", "the heading is empty")
