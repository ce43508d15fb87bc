"""Check `injected-content`."""

from collections.abc import Iterator

from webaudit.extract.injection import injection
from webaudit.model.check import Category, Measured, Severity, check
from webaudit.model.finding import Measure, Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import indonesia
from webaudit.vocabulary.gambling import gambling


@check(
    id="injected-content",
    title="Nobody planted content in the site",
    category=Category.INTEGRITY,
    severity=Severity.CRITICAL,
    sources=(indonesia.BSSN_1_2024, indonesia.BSSN_4_2021),
    remedy="Tell the CSIRT of your region at once and keep the evidence. Then take the site offline, restore "
    "it from a clean backup, change all passwords and bring everything up to date. In WordPress: look for "
    "unknown users, plug-ins and .php files under wp-content/uploads.",
    since="0.1.0",
    sole_target=True,
    heuristic=True,
    measured=Measured(precision=0.98, recall=0.93, pages=120, data="tests/data/titles-unseen.jsonl"),
)
def injected_content(page: Page) -> Iterator[Verdict]:
    """Gambling gangs plant words and links in government sites, mostly where the officer does not look.

    The site then lends its good name to crime, and whoever could write there can do anything else as well.

    Target: each captured page.
    Expectation: its title, its descriptions for machines, address, links, hidden parts and scripts hold
        neither gambling terms in number, disguised or plain, nor what defacers leave behind.
    Limits: reports about gambling are told from offers by the words around. What is shown to search
        engines alone, and what stands in pages that were not captured, is not seen. One term alone, or
        terms in running text alone, are suspected, unless there are very many; what stands in comments, or
        was searched for, is never more than suspected.

    Passed:
        ```html
        <html lang="id"><title>Dinas Ajak Warga Berantas Judi Online</title><p>Satgas memblokir situs togel.
        ```

    Failed (injected):
        ```html
        <html lang="id"><title>SLOT GACOR Maxwin Hari Ini - Dinas Pertanian</title><p>Selamat datang.</p>
        ```

    Failed (defaced):
        ```html
        <html><title>Hacked by Nobody</title><body bgcolor="black"><h1>Hacked by Nobody</h1></body>
        ```

    CantTell (suspect):
        ```html
        <html lang="id"><title>Berita</title><p>Komentar: main togel dan slot gacor di sini gampang menang.
        ```

    CantTell (visitors):
        ```html
        <html lang="id"><title>Berita</title><ol class="comments"><li>Main togel dan slot gacor di sini.</ol>
        ```
    """
    found = injection(page)
    score = round(found.score, 1)
    if score < gambling().suspect:
        yield passed(None)
        return
    sign = found.signs[0]
    here = sign.element
    measure = Measure("signs", score)
    if sign.place in {"defacement", "takeover"}:
        message = "the page was replaced by strangers: “{what}”"
        yield failed(here, "defaced", message, measure=measure, what=sign.what[:80])
    elif found.is_certain:
        message = "strangers planted “{what}” in the page"
        yield failed(here, "injected", message, measure=measure, what=sign.what[:80], place=sign.place)
    elif sum(one.points for one in found.signs if one.place != "visitors") < gambling().suspect:
        message = "visitors left “{what}” in a comment or a search"
        yield cant_tell(here, "visitors", message, measure=measure, what=sign.what[:80])
    else:
        message = "“{what}” may have been planted in the page"
        yield cant_tell(here, "suspect", message, measure=measure, what=sign.what[:80], place=sign.place)
