"""Check `parts-language-matches`."""

from collections.abc import Iterator

from webaudit.extract.attribute import with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.spoken import own_text, told_language
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_MOST_PARTS = 100
"""Of a page; menus of languages have some dozens."""


@check(
    id="parts-language-matches",
    title="Parts are in the language that they declare",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_3_1_2, act.OFF6EK),
    remedy='Write the code of its language on the part, lang="en" for English, or take the attribute away '
    "where the part is in the language of the page.",
    since="0.3.0",
)
def parts_language_matches(page: Page) -> Iterator[Verdict]:
    """Where a part declares a language that it is not in, a screen reader reads it with the wrong sounds.

    Target: each element of the body that declares a language with known words, and has text enough of its
        own to show in which language it is; the first hundred.
    Expectation: the text is not clearly in another language.
    Limits: a few words show no language, and are not judged; nor are languages close to each other told
        apart.

    Passed:
        ```html
        <html lang="id"><body><p lang="en">This service is open to all people who live in the city.</p>
        ```

    Failed:
        ```html
        <html lang="id"><body><p lang="en">Pelayanan ini dibuka untuk semua warga yang ada di kota.</p>
        ```
    """
    unseen = exposure(page).unseen
    for element in with_attribute(page, "lang")[:_MOST_PARTS]:
        if element is page.root or element in unseen:
            continue
        declared = element.get("lang", "").strip()
        told = told_language(own_text(page, element), declared)
        if told.same:
            yield passed(element)
        elif told.other:
            yield failed(
                element,
                "part-language-other",
                "the part declares the language “{declared}”, and its text is in “{other}”",
                declared=declared[:40],
                other=told.other,
            )
