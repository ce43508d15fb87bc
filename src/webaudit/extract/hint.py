"""What old attributes say that a style would (HTML Standard, 15, presentational hints)."""

from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from webaudit.extract.colour import colour

HINTS: Mapping[str, tuple[str, ...]] = {
    "body": ("bgcolor", "text", "background"),
    "font": ("color", "size"),
    **dict.fromkeys(
        ("table", "tr", "td", "th", "thead", "tbody", "tfoot", "marquee"), ("bgcolor", "background")
    ),
}
"""Attributes that say what a style would (HTML Standard, 15, presentational hints)."""

_FONT_SIZES = {"1": "10px", "2": "13px", "3": "16px", "4": "18px", "5": "24px", "6": "32px", "7": "48px"}


def hints(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """What old attributes say."""
    for name in HINTS.get(str(element.tag), ()):
        value = (element.get(name) or "").strip().lower()[:100]
        if not value:
            continue
        if name == "background":
            yield "background-image", "url()"
        elif name == "size":
            if value in _FONT_SIZES:
                yield "font-size", _FONT_SIZES[value]
        else:
            written = value if colour(value) else f"#{value}"
            if colour(written):
                yield ("background-color" if name == "bgcolor" else "color"), written
