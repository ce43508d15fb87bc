"""Check `identical-links`."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from webaudit.extract.base import base_of
from webaudit.extract.name import Names, names
from webaudit.extract.purpose import click_target, other_record
from webaudit.extract.role import with_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_MOST_LINKS = 1_000
_LONGEST = 100
_DEEPEST = 20
_MOST_IN_BLOCK = 100
_BLOCKS = frozenset(
    [
        *("p", "li", "td", "th", "dd", "dt", "div", "section", "article", "nav", "main", "aside", "header"),
        *("footer", "form", "fieldset", "figure", "figcaption", "blockquote", "caption", "ul", "ol", "table"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "body"),
    ]
)
"""What stands around a link and tells what it is about."""


class _Link(NamedTuple):
    element: HtmlElement
    url: str


@check(
    id="identical-links",
    title="Links of one name in one place lead to the same",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_2_4_4, act.FD3A94),
    remedy="Give each link a text of its own: “Permit form (2024)” and “Permit form (2025)”, not “form” "
    "twice. In WordPress: edit the text of the links.",
    since="0.3.0",
)
def identical_links(page: Page) -> Iterator[Verdict]:
    """Who hears “contact us” twice in one sentence can not know that the two lead to different places.

    The eye tells them apart by a picture above, or by the column; the ear does not.

    Target: the links of one name, two or more, in one paragraph, list item, table cell or other block.
    Expectation: all lead to the same address.
    Limits: two addresses may show the same. They are told apart for certain where one program is asked for
        different records; of all others people must judge.

    Passed:
        ```html
        <p><a href="/kontak">Kontak</a> atau <a href="/kontak">Kontak</a></p>
        ```

    Failed (links-alike):
        ```html
        <p><a href="/unduh?id=1">Unduh</a> atau <a href="/unduh?id=2">Unduh</a></p>
        ```

    CantTell (links-maybe-alike):
        ```html
        <p><a href="/kontak">Kontak</a> atau <a href="/kontak-kami">Kontak</a></p>
        ```
    """
    for (_, name), links in _groups(page).items():
        first, *others = links
        odd = [one for one in others if one.url != first.url]
        known = next((one for one in odd if other_record(first.url, one.url)), None)
        if known is not None:
            message = "two links called “{name}” stand side by side and lead to different things"
            yield failed(known.element, "links-alike", message, name=name)
        elif odd:
            message = "links called “{name}” stand side by side; whether they lead to the same is not known"
            yield cant_tell(odd[0].element, "links-maybe-alike", message, name=name)
        elif others:
            yield passed(first.element)


def _groups(page: Page) -> Mapping[tuple[HtmlElement, str], list[_Link]]:
    """The links of a page by the block that they stand in and by their names."""
    blocks: dict[HtmlElement, list[HtmlElement]] = {}
    for link in islice(with_role(page, "link"), _MOST_LINKS):
        if (block := _block(link)) is not None:
            blocks.setdefault(block, []).append(link)
    # Addresses are costly, and most blocks hold one link, or several of different names.
    several = {block: links for block, links in blocks.items() if len(links) > 1}
    known = names(page)
    if not any(_are_alike(links, known) for links in several.values()):
        return {}
    base = base_of(page)
    leading: dict[HtmlElement, list[_Link]] = {}
    for link in islice(with_role(page, "link"), _MOST_LINKS):
        block = _block(link)
        if block in several and (url := click_target(link, base)):
            leading.setdefault(block, []).append(_Link(link, url))
    found: dict[tuple[HtmlElement, str], list[_Link]] = {}
    for block, linked in leading.items():
        if len(linked) <= _MOST_IN_BLOCK:
            for one in linked:
                if name := _name(one.element, known):
                    found.setdefault((block, name), []).append(one)
    return {key: links for key, links in found.items() if len(links) > 1}


def _block(link: HtmlElement) -> HtmlElement | None:
    """The block in which a link stands."""
    around = link.getparent()
    for _ in range(_DEEPEST):
        if around is None or around.tag in _BLOCKS:
            return around
        around = around.getparent()
    return None


def _are_alike(links: Sequence[HtmlElement], known: Names) -> bool:
    """Whether any two of some links may have one name."""
    if len(links) > _MOST_IN_BLOCK:
        return True
    said = [name for link in links if (name := _name(link, known))]
    return len(set(said)) < len(said)


def _name(link: HtmlElement, known: Names) -> str:
    """The name of a link, cut; most are plain text."""
    text = link.text
    if not text or len(link) or not known.is_plain(link):
        text = "".join(islice(known.parts(link), 50))
    return " ".join(text[:_LONGEST].lower().split())
