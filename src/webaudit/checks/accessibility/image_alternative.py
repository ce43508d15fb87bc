"""Check `image-alternative`."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.html import HtmlElement

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag
from webaudit.vocabulary import no_description

# From the attributes up to their elements: libxml2 takes longer to ask each element for them.
_WITH_ROLE = etree.XPath(".//@role/..")
_WITH_ID = etree.XPath(".//@id/..")
_NO_DISPLAY = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE
)


@check(
    id="image-alternative",
    title="Every image has a text alternative",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_1_1_1, act.RULE_23A2A8),
    remedy='Describe the image in its alt attribute; write alt="" if it is mere decoration. In WordPress: '
    "Media, choose the image, fill in Alternative Text.",
    since="0.1.0",
)
def image_alternative(page: Page) -> Iterator[Verdict]:
    """People who cannot see an image hear or feel the text that stands in its place.

    Without it, a screen reader skips the image or spells out the name of its file, and an
    announcement that was published as a picture is not published to them at all.

    Target: each `img` element and each element with the role `img`, unless it is hidden from everybody
        or from assistive technology.
    Expectation: it has a name (`aria-labelledby`, `aria-label`, `alt` or `title`), or is marked as
        decoration by an empty `alt` or the role `none` or `presentation`. An `alt` that only says that
        there is an image, or how its file is called, is none (WCAG failure F30).
    Limits: what style sheets hide is taken as shown; whether the text describes the image is left to people.

    Passed:
        ```html
        <img src="logo.png" alt="Dinas Kesehatan"><img src="line.png" alt="">
        ```

    Failed (alternative-missing):
        ```html
        <img src="maklumat-pelayanan.jpg">
        ```

    Failed (alternative-empty-words):
        ```html
        <img src="maklumat-pelayanan.jpg" alt="gambar">
        ```
    """
    hidden: dict[HtmlElement, bool] = {}
    images = list(_images(page))
    speaking = _speaking_ids(page, images)
    for image in images:
        if _is_hidden(image, hidden):
            continue
        if _is_decoration(image):
            yield passed(image)
        elif not _is_named(image, speaking):
            yield failed(image, "alternative-missing", "the image has no text alternative")
        elif name := _name_of_nothing(image):
            message = "the text alternative “{name}” does not say what the image shows"
            yield failed(image, "alternative-empty-words", message, name=name)
        else:
            yield passed(image)


def _images(page: Page) -> Iterator[HtmlElement]:
    """The elements that are images or decoration to assistive technology; `svg` has a rule of its own."""
    for image in page.elements("img"):
        if _role(image) in {"", "img", "image", "none", "presentation"}:
            yield image
    for element in _WITH_ROLE(page.root):
        if element.tag not in {"img", "svg"} and _role(element) in {"img", "image"}:
            yield element


def _role(element: HtmlElement) -> str:
    """The first role that the element asks for; empty if none."""
    written = element.get("role", "")
    return next(iter(written.lower().split()), "") if written else ""


def _is_hidden(element: HtmlElement, known: dict[HtmlElement, bool]) -> bool:
    """Whether the element or one around it is hidden; `known` keeps the answers: one walk for a page."""
    around: list[HtmlElement] = []
    answer = False
    for node in (element, *element.iterancestors()):
        if node in known:
            answer = known[node]
            break
        around.append(node)
        if (
            node.get("hidden") is not None
            or node.get("aria-hidden", "").strip().lower() == "true"
            or ((style := node.get("style")) and _NO_DISPLAY.search(style))
        ):
            answer = True
            break
    known.update((node, answer) for node in around)
    return answer


def _is_decoration(image: HtmlElement) -> bool:
    """Whether the author marked it as saying nothing."""
    return _role(image) in {"none", "presentation"} or (image.tag == "img" and image.get("alt") == "")


def _speaking_ids(page: Page, images: Iterable[HtmlElement]) -> frozenset[str]:
    """The ids that the images' `aria-labelledby` names and whose element says something, hidden or not."""
    wanted = {id for image in images for id in image.get("aria-labelledby", "").split()}
    labels: dict[str, HtmlElement] = {}
    if wanted:
        for element in _WITH_ID(page.root):
            if element.get("id") in wanted:
                labels.setdefault(element.get("id"), element)
    return frozenset(id for id, label in labels.items() if _says_something(label))


def _says_something(label: HtmlElement) -> bool:
    """Whether a label has a name of its own, or text."""
    return bool(label.get("aria-label", "").strip()) or any(text.strip() for text in label.itertext())


def _name_of_nothing(image: HtmlElement) -> str:
    """The `alt` that is all that names the image, if it describes nothing; else empty."""
    if image.tag != "img" or image.get("aria-label") or image.get("aria-labelledby") or image.get("title"):
        return ""
    name = image.get("alt", "")[:200].strip()
    return name if no_description().fullmatch(name.lower().strip(" .:-_()[]*")) else ""


def _is_named(image: HtmlElement, speaking: frozenset[str]) -> bool:
    """Whether the accessible name is not empty (accname-1.2: labelledby, label, alt, title)."""
    names = ("aria-label", "alt", "title") if image.tag == "img" else ("aria-label", "title")
    if any(image.get(name, "").strip() for name in names):
        return True
    return any(id in speaking for id in image.get("aria-labelledby", "").split())
