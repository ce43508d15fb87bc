"""Check `parts-language`."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.attribute import with_attribute
from webaudit.extract.exposure import Exposure, exposure
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag
from webaudit.vocabulary.subtags import is_language

_NO_TEXT = frozenset(["script", "style", "noscript", "template"])


@check(
    id="parts-language",
    title="Parts in another language declare one that exists",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_3_1_2, act.DE46E4),
    remedy='Write the code of the language on the part, lang="en" for English; take the attribute '
    "away where the part is in the language of the page.",
    since="0.2.0",
)
def parts_language(page: Page) -> Iterator[Verdict]:
    """Where the language changes, a screen reader changes its voice by the code that the part declares.

    With a code that does not exist, a text in English or Arabic is read by the rules of Indonesian.

    Target: each element of the body whose `lang` attribute is not empty and that has text of its own
        language: text, or the text alternative of an image, that is not hidden.
    Expectation: the value begins with a language of the IANA registry (`id`, `en-US`, `ar`).
    Limits: whether it is the right language is left to people; what style sheets hide is taken as shown.

    Passed:
        ```html
        <html lang="id"><body><p lang="en">Public service</p></body></html>
        ```

    Failed:
        ```html
        <html lang="id"><body><p lang="english">Public service</p></body></html>
        ```
    """
    exposed = exposure(page)
    for element in with_attribute(page, "lang"):
        language = element.get("lang", "")
        if not language or element is page.root or not _speaks(element, exposed):
            continue
        if is_language(language):
            yield passed(element)
        else:
            yield failed(
                element,
                "language-unknown",
                "the declared language “{language}” does not exist",
                language=language[:40],
            )


def _speaks(element: HtmlElement, exposed: Exposure) -> bool:
    """Whether it holds text, shown or told, that no part within declares to be in another language."""
    nodes = [element]
    while nodes:
        node = nodes.pop()
        if node.tag in _NO_TEXT or node in exposed.unseen:
            continue
        if node.text and not node.text.isspace():
            return True
        if node not in exposed.muted and any(node.get(name, "").strip() for name in ("alt", "aria-label")):
            return True
        for child in node:
            if child.tail and not child.tail.isspace():
                return True
            if child.get("lang") is None:
                nodes.append(child)
    return False
