"""Check `text-contrast-enhanced`."""

from collections.abc import Iterator

from webaudit.extract.contrasts import contrasts
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_LEAST, _LEAST_OF_LARGE = 7.0, 4.5
"""Contrast ratios (WCAG 2.2, 1.4.6)."""


@check(
    id="text-contrast-enhanced",
    title="Texts stand out strongly from their background",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_1_4_6, act.RULE_09O5CG),
    remedy="Make the text darker or its background lighter, until the contrast is 7 to 1; 4.5 to 1 is enough "
    "for large text. In WordPress: Appearance, Customize, Colors.",
    since="0.3.0",
    advisory=True,
)
def text_contrast_enhanced(page: Page) -> Iterator[Verdict]:
    """Who sees a fifth of what others see, and uses no magnifier, needs a contrast of 7 to 1.

    Level AAA of WCAG asks it; level AA, which text-contrast judges, is content with 4.5 to 1.

    Target: each pair of colours, with the size, in which texts of a page are seen, but for controls that are
        switched off; its first text stands for all.
    Expectation: the contrast between text and background is 7 to 1 at least, 4.5 to 1 for letters from 24
        pixels on, or 18.7 if they are bold.
    Limits: those of text-contrast.

    Passed:
        ```html
        <p style="color: #333; background: white">Pelayanan buka pukul 08.00.</p>
        ```

    Failed (contrast-not-enhanced):
        ```html
        <p style="color: #666; background: white">Pelayanan buka pukul 08.00.</p>
        ```

    CantTell (background-unknown):
        ```html
        <p style="color: #666; background: url(kantor.jpg)">Pelayanan buka pukul 08.00.</p>
        ```

    CantTell (size-unknown):
        ```html
        <p style="color: #666; font-size: clamp(1rem, 4vw, 3rem)">Pelayanan buka pukul 08.00.</p>
        ```

    CantTell (sheet-unread):
        ```html
        <link rel="stylesheet" href="tema.css"><p>Pelayanan buka pukul 08.00.</p>
        ```
    """
    yield from contrasts(page, _LEAST, _LEAST_OF_LARGE, code="contrast-not-enhanced")
