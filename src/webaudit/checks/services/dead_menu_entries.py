"""Check `dead-menu-entries`."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from webaudit.extract.links import MOST_LINKS
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.model.reading import Landmark, Link
from webaudit.standards import indonesia, web
from webaudit.vocabulary import menus

_MENUS = {Landmark.HEADER, Landmark.NAVIGATION, Landmark.FOOTER}
_NOWHERE = re.compile(
    r"(?:|#+!?|#0|javascript:\s*(?:void\s*\(?\s*0?\s*\)?|return(?: false)?|//|\{\})?\s*;?)", re.IGNORECASE
)

# A script may be bound by any of these, and then something opens.
_BOUND = ("id", "role", "download")
_BOUND_STARTS = ("on", "data-", "aria-", "@", "v-", "ng-", "x-", ":", "(", "wire:", "hx-")
_TOKEN = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SUBMENUS = {"ul", "ol", "div", "nav", "section", "menu", "details"}
MOST_PARTS = 50
"""Of what may be a submenu, looked through for its first link."""

_UP = 4
"""Elements around a link in which its submenu may stand."""


@check(
    id="dead-menu-entries",
    title="Every entry of the menus leads somewhere",
    category=Category.SERVICES,
    severity=Severity.MODERATE,
    sources=(web.HYPERLINKS, indonesia.UU_25_2009),
    remedy="Give the entry the address of its page, or take it out until there is one. In WordPress: "
    "Appearance, Menus, open the entry and replace # in the field URL; entries in the footer stand under "
    "Appearance, Widgets.",
    since="0.2.0",
)
def dead_menu_entries(page: Page) -> Iterator[Verdict]:
    """An entry that does nothing when it is chosen promises a service that nobody can reach.

    Target: each link with words in header, menu or footer of each captured page.
    Expectation: its address is not empty, `#` or an idle `javascript:`, unless it opens a submenu, or a
        script may be bound to it by an id, a class, a role or an attribute of its own.
    Limits: precision comes first: what looks like a switch for search, language, size of letters or the way
        back to the top passes; pictures without words are not meant.

    Passed:
        ```html
        <nav><ul><li><a href="/layanan">Layanan</a></li>
        <li><a href="#">Profil</a><ul><li><a href="/visi-misi">Visi dan Misi</a></li></ul></li></ul></nav>
        ```

    Failed (leads-nowhere):
        ```html
        <nav><ul><li><a href="#">Standar Pelayanan</a></li></ul></nav>
        ```
    """
    links = page.reading.links
    entries = [link for link in links if link.landmark in _MENUS and _WORD.search(link.text)]
    if not any(map(_is_suspect, entries)):
        yield from [passed(None)] * len(entries)
        return
    # The links of the reading are these elements, in the same order.
    elements = (one for one in page.root.iter("a", "area") if one.get("href") is not None)
    for link, element in zip(links, islice(elements, MOST_LINKS), strict=False):
        if link.landmark not in _MENUS or not _WORD.search(link.text):
            continue
        if _is_suspect(link) and not _may_act(element) and not _has_submenu(element):
            message = "“{text}” in header, menu or footer leads nowhere: its address is “{href}”"
            yield failed(element, "leads-nowhere", message, text=link.text[:100], href=link.href[:50])
        else:
            yield passed(None)


def _is_suspect(link: Link) -> bool:
    """Whether an entry of a menu names a page, and no address."""
    return (
        len(link.href) <= 40
        and _NOWHERE.fullmatch(link.href) is not None
        and menus().controls.isdisjoint(_TOKEN.findall(link.text.lower()))
    )


def _may_act(element: HtmlElement) -> bool:
    """Whether something may be bound to the link or to what stands closely around it."""
    names = (str(name).lower() for name in element.attrib)
    if any(name in _BOUND or name.startswith(_BOUND_STARTS) for name in names):
        return True
    around = [element, *islice(element.iterancestors(), 2)]
    return any(
        not menus().handles.isdisjoint(_TOKEN.findall(one.get("class", "")[:500].lower())) for one in around
    )


def _has_submenu(element: HtmlElement) -> bool:
    """Whether a list follows the link that it may open, or stands in it."""
    if any(part.tag in ("ul", "ol") for part in islice(element.iter(), MOST_PARTS)):
        return True
    one = element
    for _ in range(_UP):
        following = one.getnext()
        if following is not None and following.tag in _SUBMENUS:
            return any(part.tag == "a" for part in islice(following.iter(), MOST_PARTS))
        parent = one.getparent()
        if parent is None or parent.tag in ("ul", "ol", "nav", "header", "footer", "body"):
            return False
        one = parent
    return False
