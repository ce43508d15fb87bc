"""Check `adjacent-links`."""

from collections.abc import Iterator
from itertools import islice, pairwise

from lxml.html import HtmlElement

from webaudit.extract.attribute import addresses
from webaudit.extract.exposure import exposure
from webaudit.extract.name import names
from webaudit.extract.role import roles_of
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import wcag

_MOST_BETWEEN = 20
"""Elements from one link to the next; more part them."""

_MOST_WITHIN = 100
"""Elements of a link; more are a part of the page."""


@check(
    id="adjacent-links",
    title="A picture and a text that lead to one place are one link",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_2_4_4,),
    remedy='Put the picture and the text into one link, and give the picture alt="". In WordPress: in the '
    "settings of the list of posts, take the link of the featured image away; in a theme, ask whoever made "
    "it.",
    since="0.3.0",
    advisory=True,
)
def adjacent_links(page: Page) -> Iterator[Verdict]:
    """Who goes through a page by keyboard stops twice at each news item, and hears it twice.

    One link for both is the way that WCAG advises (technique H2); it does not forbid the other.

    Target: each link that holds a picture alone and has a name.
    Expectation: no link with a text that leads to the same address stands beside it, with nothing said
        between.
    Limits: addresses are compared as they are written; a link that is hidden from assistive technology and
        keyboard stands beside none.

    Passed:
        ```html
        <a href="/berita/1"><img src="rapat.jpg" alt=""> Rapat kerja</a>
        <a href="/"><img src="logo.png" alt="Beranda"></a>
        ```

    Failed (link-twice):
        ```html
        <a href="/berita/1"><img src="rapat.jpg" alt="Rapat kerja"></a>
        <h3><a href="/berita/1">Rapat kerja</a></h3>
        ```
    """
    hides, known = exposure(page).hides, names(page)
    written, roles = addresses(page), roles_of(page, "a")
    if known.pictured.keys().isdisjoint(written):
        return
    shown = {one: _address(href) for one, href in written.items() if href and not hides(one)}
    pictures = frozenset(one for one in shown if one in known.pictured and _is_picture(one))
    twice: set[HtmlElement] = set()
    for one, other in pairwise(shown):
        same = shown[one] and shown[one] == shown[other]
        if same and (one in pictures) is not (other in pictures) and _beside(one, other):
            twice |= {one, other}
    for link, address in shown.items():
        if link not in pictures or roles.get(link) != "link" or not known.has(link):
            continue
        if link in twice:
            message = "beside the picture a link with a text leads to the same address, {address}"
            yield failed(link, "link-twice", message, address=address[:200])
        else:
            yield passed(link)


def _address(href: str) -> str:
    address = href.strip()
    # What runs a script leads to no place by itself.
    return "" if address.startswith(("#", "javascript:")) else address


def _is_picture(link: HtmlElement) -> bool:
    """Whether a link with a picture shows no text."""
    within = tuple(islice(link.iter(), _MOST_WITHIN))
    if any((one.text or "").strip() or (one is not link and (one.tail or "").strip()) for one in within):
        return False
    return len(within) < _MOST_WITHIN


def _beside(one: HtmlElement, other: HtmlElement) -> bool:
    """Whether nothing is said between two links."""
    node: HtmlElement | None = one
    for _ in range(_MOST_BETWEEN):
        if node is None or (node.tail or "").strip():
            return False
        following = node.getnext()
        while following is None:
            node = node.getparent()
            if node is None or (node.tail or "").strip():
                return False
            following = node.getnext()
        # Down to where the next text or element begins.
        node = following
        while node is not other and len(node) and not (node.text or "").strip():
            node = node[0]
        if node is other:
            return True
        if (node.text or "").strip() or node.tag in {"img", "input", "button", "select"}:
            return False
    return False
