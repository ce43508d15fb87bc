"""Check `page-language-matches`."""

from collections.abc import Iterator

from webaudit.extract.spoken import is_known, told_by_page
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag


@check(
    id="page-language-matches",
    title="Pages are in the language that they declare",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_3_1_1, act.UCWVC8),
    remedy='Declare the language of the text, <html lang="id"> for Indonesian. In WordPress: Settings, '
    "General, Site Language.",
    since="0.3.0",
    sole_target=True,
)
def page_language_matches(page: Page) -> Iterator[Verdict]:
    """A page in Indonesian that declares English is read aloud with English sounds, and not understood.

    Browsers offer to translate it too, from the wrong language.

    Target: the root element of each page that declares a language with known words.
    Expectation: the text is not clearly in another language, by the small words of which every text is full.
    Limits: languages close to each other (Indonesian, Malay, Javanese, Sundanese; Danish, Norwegian, Swedish)
        are not told apart. A list of names, or a text half in one language and half in another, passes.

    Passed:
        ```html
        <html lang="id"><p>Pelayanan ini dibuka untuk semua warga yang tinggal di kota, dan tidak dipungut
        biaya.
        ```

    Failed:
        ```html
        <html lang="en-US"><p>Pelayanan ini dibuka untuk semua warga yang tinggal di kota, dan tidak
        dipungut biaya. Warga dapat datang ke kantor pada hari kerja, atau mengirim surat kepada kepala dinas.
        ```
    """
    declared = page.root.get("lang", "").strip()
    if not is_known(declared):
        return
    told = told_by_page(page, declared)
    if told.other:
        yield failed(
            page.root,
            "language-other",
            "the page declares the language “{declared}”, and its text is in “{other}”",
            declared=declared[:40],
            other=told.other,
        )
    else:
        yield passed(page.root)
