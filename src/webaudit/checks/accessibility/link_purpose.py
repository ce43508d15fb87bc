"""Check `link-purpose`."""

from collections.abc import Iterator
from itertools import islice, takewhile

from lxml.html import HtmlElement

from webaudit.extract.exposure import exposure
from webaudit.extract.link_words import link_words
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag
from webaudit.vocabulary import vague_links, words_of_vague_links
from webaudit.vocabulary.word import words

_SAYS_MORE = ("aria-label", "aria-labelledby", "aria-describedby", "title")
_TOGETHER = frozenset(["p", "li", "td", "th", "dd", "dt", "figcaption", "blockquote", "caption", "label"])
"""What a screen reader takes for the context of a link."""

_CELLS = frozenset(["td", "th"])
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SHOWN = ("img", "svg", "iframe", "object", "video")
_DEEPEST, _MOST_LINKS = 30, 200
_MOST_LOOKED_AT = 300
"""Elements around links."""


@check(
    id="link-purpose",
    title="It is clear where each link leads",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_2_4_4, act.RULE_5EFFBB),
    remedy="Let the link say where it leads: “Requirements for a building permit” for “click here”, “Read "
    "on: title of the news” for “read more”. In WordPress: edit the text of the link; the words of “read "
    "more” are in the settings of the theme, under Appearance, Customize.",
    since="0.3.0",
)
def link_purpose(page: Page) -> Iterator[Verdict]:
    """Who listens to a page jumps from link to link, and hears “read more, read more, read more”.

    Target: each link whose text says nothing of where it leads (“click here”, “selengkapnya”), and that has
        no other name or description; the first 200 of a page.
    Expectation: the sentence, list item or table row around it says more, or a heading before it in the same
        part of the page.
    Limits: a link fails only if nothing around it says anything. Where a text stands near, people must judge
        whether it is clear that the two belong together.

    Passed:
        ```html
        <ul><li>Syarat izin usaha: <a href="/syarat">klik di sini</a></li></ul>
        ```

    Failed (link-vague):
        ```html
        <div><a href="/berita/1">Selengkapnya</a></div>
        ```

    CantTell (link-vague-alone):
        ```html
        <div>Syarat izin usaha<p><a href="/syarat">klik di sini</a></p></div>
        ```
    """
    hides, vague, known = exposure(page).hides, vague_links(), _Contexts()
    idle = [(link, said) for link, said in link_words(page).items() if said in vague]
    for link, text in idle[:_MOST_LINKS]:
        if not link.get("href") or hides(link) or any(link.get(name) for name in _SAYS_MORE):
            continue
        if len(link) and next(link.iter(*_SHOWN), None) is not None:
            continue
        clear = known.clear(link)
        if clear:
            yield passed(link)
        elif clear is None:
            message = "the link says “{text}”; whether what stands near tells where it leads is not certain"
            yield cant_tell(link, "link-vague-alone", message, text=text)
        else:
            message = "the link says “{text}”, and nothing before or around it says where it leads"
            yield failed(link, "link-vague", message, text=text)


class _Contexts:
    """What stands around links; of each element it is looked at once."""

    def __init__(self) -> None:
        self._more: dict[HtmlElement, bool] = {}

    def clear(self, link: HtmlElement) -> bool | None:
        """Whether what stands around a link makes it clear; None if that is not certain."""
        for around in islice(link.iterancestors(), _DEEPEST):
            if around.tag in _CELLS or around.get("aria-label") or around.get("aria-labelledby"):
                return True
            if around not in self._more:
                if len(self._more) >= _MOST_LOOKED_AT:
                    return None
                self._more[around] = _says_more(around)
            if not self._more[around]:
                continue
            if around.tag in _TOGETHER or _is_below_heading(around, link):
                return True
            return False if around.tag == "body" and _opens(around, link) else None
        deeper = next(islice(link.iterancestors(), _DEEPEST, None), None) is not None
        return None if deeper else False


def _says_more(around: HtmlElement) -> bool:
    """Whether an element says, or shows, more than links that say nothing do."""
    if next(around.iter(*_SHOWN), None) is not None:
        return True
    return not words_of_vague_links().issuperset(words(around.text_content().lower()))


def _is_below_heading(around: HtmlElement, link: HtmlElement) -> bool:
    """Whether a heading stands before a link in an element."""
    before = takewhile(lambda one: one is not link, around.iter(*_HEADINGS, "a"))
    return any(one.tag != "a" for one in islice(before, _MOST_LINKS))


def _opens(body: HtmlElement, link: HtmlElement) -> bool:
    """Whether a page begins with the link, so that nothing can have told of it."""
    if next(body.iter(*_SHOWN), None) is not None:
        return False
    return body.text_content()[:2_000].lstrip().startswith(link.text_content().strip())
