"""Check `image-alternative`."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.attribute import alternatives
from webaudit.extract.name import names
from webaudit.extract.role import is_mere_text, with_role, written_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag
from webaudit.vocabulary import describes_nothing

_NOTHING = ("none", "presentation")
_DIGIT = re.compile(r"\d")
_MANY_DIGITS = 6
"""A name with fewer may say something: `covid-19`, `apbd-2026`."""


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
        or from assistive technology, or stands in a button or another image, which speaks for it.
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
    known, written = names(page), alternatives(page)
    for image in _images(page):
        alt = written.get(image, "")
        if (alt and not alt.isspace() and not _says_nothing(image, alt)) or _is_decoration(image):
            yield passed(image)
        elif not known.has(image):
            if not is_mere_text(image):
                yield failed(image, "alternative-missing", "the image has no text alternative")
        elif name := _name_of_nothing(image, alt):
            message = "the text alternative “{name}” does not say what the image shows"
            yield failed(image, "alternative-empty-words", message, name=name)
        else:
            yield passed(image)


def _images(page: Page) -> Iterator[HtmlElement]:
    """What is an image or decoration to assistive technology; drawings have a check of their own."""
    for image in with_role(page, "img", "none"):
        if image.tag == "img":
            yield image
    for element in with_role(page, "img"):
        if element.tag not in {"img", "svg"}:
            yield element


def _is_decoration(image: HtmlElement) -> bool:
    """Whether the author marked it as saying nothing."""
    return (image.tag == "img" and image.get("alt") == "") or written_role(image) in _NOTHING


def _name_of_nothing(image: HtmlElement, alt: str) -> str:
    """The `alt` that is all that names the image, if it describes nothing; else empty."""
    if image.tag != "img" or image.get("aria-label") or image.get("aria-labelledby") or image.get("title"):
        return ""
    return alt[:200].strip() if _says_nothing(image, alt) else ""


def _says_nothing(image: HtmlElement, alt: str) -> bool:
    """Whether an `alt` only says that there is an image, or how its file is called."""
    name = alt[:200].strip()
    return describes_nothing(name) or (" " not in name and _is_file_name(name, image.get("src", "")))


def _is_file_name(name: str, source: str) -> bool:
    """Whether it is how the file is called, without its ending: `poster_20240815`."""
    if len(_DIGIT.findall(name)) < _MANY_DIGITS:
        return False
    return name.lower() == source.partition("?")[0].rpartition("/")[2].partition(".")[0].lower()
