"""Check `text-contrast`."""

from collections.abc import Iterator

from webaudit.extract.contrasts import contrasts
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_LEAST, _LEAST_OF_LARGE = 4.5, 3.0
"""Contrast ratios (WCAG 2.2, 1.4.3)."""


@check(
    id="text-contrast",
    title="Texts stand out from their background",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_1_4_3, act.AFW4F7),
    remedy="Make the text darker or its background lighter, until the contrast is 4.5 to 1; 3 to 1 is enough "
    "for large text. In WordPress: Appearance, Customize, Colors; or change the color in the theme's style "
    "sheet.",
    since="0.3.0",
)
def text_contrast(page: Page) -> Iterator[Verdict]:
    """Pale letters on a light ground are lost to eyes that are old or weak, and to everyone in the sun.

    One in five people over sixty cannot read them.

    Target: each pair of colours, with the size, in which texts of a page are seen, but for controls that are
        switched off; its first text stands for all.
    Expectation: the contrast between text and background is 4.5 to 1 at least, 3 to 1 for letters from 24
        pixels on, or 18.7 if they are bold.
    Limits: colours are read from the style sheets of the page. Where a picture lies behind the text, where a
        part floats over others, or where a sheet was not captured, nobody can tell without looking. On a
        gradient it is told where the contrast is enough, or too little, all along.

    Passed:
        ```html
        <p style="color: #333; background: white">Pelayanan buka pukul 08.00.</p>
        ```

    Failed (low-contrast):
        ```html
        <p style="color: #aaa; background: white">Pelayanan buka pukul 08.00.</p>
        ```

    CantTell (background-unknown):
        ```html
        <p style="color: #aaa; background: url(kantor.jpg)">Pelayanan buka pukul 08.00.</p>
        ```

    CantTell (size-unknown):
        ```html
        <p style="color: #888; font-size: clamp(1rem, 4vw, 3rem)">Pelayanan buka pukul 08.00.</p>
        ```

    CantTell (sheet-unread):
        ```html
        <link rel="stylesheet" href="tema.css"><p>Pelayanan buka pukul 08.00.</p>
        ```
    """
    yield from contrasts(page, _LEAST, _LEAST_OF_LARGE, code="low-contrast")
