"""Check `page-language-matches`."""

from collections.abc import Iterator

from webaudit.extract.spoken import is_known, own_text, told_language
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_LEAST_WORDS = 20
"""A page that says less shows no language."""


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

    Target: the root element of each page that declares a language with known words and says something.
    Expectation: the text is not clearly in another language, by the small words of which every text is full.
    Limits: languages close to each other (Indonesian, Malay, Javanese, Sundanese; Danish, Norwegian, Swedish)
        are not told apart. Where the text is a list of names, or half in one language and half in another,
        people must look.

    Passed:
        ```html
        <html lang="id"><p>Pelayanan ini dibuka untuk semua warga yang tinggal di kota, dan tidak dipungut
        biaya.
        ```

    Failed (language-other):
        ```html
        <html lang="en-US"><p>Pelayanan ini dibuka untuk semua warga yang tinggal di kota, dan tidak
        dipungut biaya. Warga dapat datang ke kantor pada hari kerja, atau mengirim surat kepada kepala dinas.
        ```

    CantTell (language-unclear):
        ```html
        <html lang="id"><p>Soreang Banjaran Cimaung Pangalengan Ciwidey Rancabali Pasirjambu Katapang
        Margahayu Margaasih Dayeuhkolot Bojongsoang Cileunyi Rancaekek Cicalengka Cikancung Nagreg Majalaya
        Paseh Ibun Pacet Kertasari Ciparay Arjasari
        ```
    """
    declared = page.root.get("lang", "").strip()
    if not is_known(declared):
        return
    text = own_text(page, page.root)
    told = told_language(text, declared)
    if told.other:
        yield failed(
            page.root,
            "language-other",
            "the page declares the language “{declared}”, and its text is in “{other}”",
            declared=declared[:40],
            other=told.other,
        )
    elif told.same:
        yield passed(page.root)
    elif len(text.split(maxsplit=_LEAST_WORDS)) > _LEAST_WORDS:
        yield cant_tell(
            page.root, "language-unclear", "the text does not show clearly in which language it is"
        )
