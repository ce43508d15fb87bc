"""Check `link-name`."""

from collections.abc import Iterator

from webaudit.extract.name import names
from webaudit.extract.role import with_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag


@check(
    id="link-name",
    title="Every link says where it leads",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_2_4_4, wcag.SC_4_1_2, act.C487AE),
    remedy="Give the link a text. Where it is a picture, describe in the picture's alt attribute "
    'where the link leads; where it is an icon, write it as aria-label: aria-label="Facebook Dinas '
    'Kesehatan". In '
    "WordPress: Media, choose the picture, fill in Alternative Text; icons of social media are named in the "
    "settings of the theme.",
    since="0.2.0",
)
def link_name(page: Page) -> Iterator[Verdict]:
    """A screen reader says the name of a link; without one, "link" is all that is heard.

    Mostly these are logos, icons of social media and pictures of news. Whoever cannot see them has to guess.

    Target: each link (`a` and `area` with `href`, elements with the role `link`) that is told to assistive
        technology.
    Expectation: it has a name: text, the alternative of a picture within, `aria-label`, `aria-labelledby` or
        `title`. An icon by CSS is no name.
    Limits: what style sheets hide is taken as shown; whether the name says where the link leads is left to
        people; a name that a script fills in can not be told.

    Passed:
        ```html
        <a href="/"><img src="logo.png" alt="Beranda Dinas Kesehatan"></a>
        <a href="https://facebook.com/dinkes" aria-label="Facebook"><i class="fa fa-facebook"></i></a>
        ```

    Failed:
        ```html
        <a href="https://facebook.com/dinkes"><i class="fa fa-facebook"></i></a>
        ```

    Failed (link-empty-words):
        ```html
        <a href="/"><img src="logo.png" alt="gambar"></a>
        ```

    CantTell (name-by-script):
        ```html
        <a href="/" x-text="nama"></a>
        ```
    """
    known = names(page)
    for link in with_role(page, "link", "doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref"):
        if known.has(link):
            if name := known.idle_picture(link):
                message = "all that names the link is a picture called “{name}”"
                yield failed(link, "link-empty-words", message, name=name)
            else:
                yield passed(link)
        elif known.is_scripted(link):
            yield cant_tell(link, "name-by-script", "only a script can give the name, and none was run")
        else:
            yield failed(link, "link-nameless", "the link has no name: neither text nor a text alternative")
