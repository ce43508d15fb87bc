"""Check `cloaked-content`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Measured, Severity, check
from webaudit.model.finding import Location, Measure, Verdict, cant_tell, failed, passed
from webaudit.model.guises import Compared, Guise, Guises, Look
from webaudit.model.reading import PageKind
from webaudit.standards import indonesia
from webaudit.vocabulary.gambling import gambling

_REFUSALS = (401, 403, 406, 407, 429)


@check(
    id="cloaked-content",
    title="Search engines are shown what everybody is shown",
    category=Category.INTEGRITY,
    severity=Severity.CRITICAL,
    sources=(indonesia.BSSN_1_2024, indonesia.BSSN_4_2021),
    remedy="Tell the CSIRT of your region at once and keep the evidence. What an intruder wrote into the "
    "site's code makes this difference: restore the site from a clean backup, change all passwords and bring "
    "everything up to date. In WordPress: compare index.php, wp-config.php, .htaccess and the theme's "
    "functions.php with the originals.",
    since="0.3.0",
    sole_target=True,
    heuristic=True,
    measured=Measured(precision=0.98, recall=0.93, pages=120, data="tests/data/titles-unseen.jsonl"),
)
def cloaked_content(guises: Guises) -> Iterator[Verdict]:
    """An intruder who shows gambling to search engines alone is not found by the officer who opens the page.

    People who search find the agency's name beside it, and are led on.

    Target: the site, once: its home page, and at most two captured pages with suspicious names, each
        asked as a search engine's crawler; the home page also as a visitor who comes from its results, and
        as one with a telephone.
    Expectation: they hold no more signs of gambling than what any visitor is shown, and lead nowhere else.
    Limits: who is shown what may hang on the network's address, which nobody can pretend, or on chance. A
        firewall that turns the pretended crawler away does its work, and nothing is known.

    Passed:
        ```json
        {"guises": {"compared": [{"url": "https://a.go.id/", "guise": "crawler", "agent": "Googlebot",
            "seen": {"status": 200, "kind": "content", "title": "Dinas"},
            "plain": [{"status": 200, "kind": "content", "title": "Dinas"}]}]}}
        ```

    Failed (crawler, searcher, phone):
        ```json
        {"guises": {"compared": [{"url": "https://a.go.id/", "guise": "crawler", "agent": "Googlebot",
            "seen": {"status": 200, "kind": "content", "sign": "slot gacor", "score": 40, "certain": true},
            "plain": [{"status": 200, "kind": "content", "title": "Dinas"}]}]}}
        {"guises": {"compared": [{"url": "https://a.go.id/", "guise": "searcher", "agent": "webaudit",
            "seen": {"status": 302, "away": "togel.example", "sign": "togel", "score": 5, "certain": true},
            "plain": [{"status": 200, "kind": "content", "title": "Dinas"}]}]}}
        {"guises": {"compared": [{"url": "https://a.go.id/", "guise": "phone", "agent": "Android",
            "seen": {"status": 200, "kind": "content", "sign": "slot gacor", "score": 40, "certain": true},
            "plain": [{"status": 200, "kind": "content", "title": "Dinas"}]}]}}
        ```

    CantTell (suspect, elsewhere, turned-away):
        ```json
        {"guises": {"compared": [{"url": "https://a.go.id/", "guise": "crawler", "agent": "Googlebot",
            "seen": {"status": 200, "kind": "content", "sign": "togel", "score": 8},
            "plain": [{"status": 200, "kind": "content", "title": "Dinas"}]}]}}
        {"guises": {"compared": [{"url": "https://a.go.id/", "guise": "searcher", "agent": "webaudit",
            "seen": {"status": 302, "away": "elsewhere.example"},
            "plain": [{"status": 200, "kind": "content", "title": "Dinas"}]}]}}
        {"guises": {"compared": [{"url": "https://a.go.id/", "guise": "crawler", "agent": "Googlebot",
            "seen": {"status": 403}, "plain": [{"status": 200, "kind": "content", "title": "Dinas"}]}]}}
        ```
    """
    verdicts = [verdict for one in guises.compared if (verdict := _verdict(one)) is not None]
    # The gravest speaks for the site; the order of the codes is that of their weight.
    order = ("crawler", "searcher", "phone", "suspect", "elsewhere", "turned-away")
    verdicts.sort(key=lambda verdict: order.index(verdict.code))
    yield verdicts[0] if verdicts else passed(None)


def _verdict(one: Compared) -> Verdict | None:
    """What one comparison tells; None if there is no difference that matters."""
    seen, plain = one.seen, one.plain
    if not plain or all(_is_refusal(look) for look in plain):
        return None
    here = Location(one.url, snippet=f"User-Agent: {one.agent}"[:120], evidence=seen.digest)
    more = Measure("signs_more", round(seen.score - max(look.score for look in plain), 1))
    known = any(look.certain for look in plain)
    led = bool(seen.away) and all(look.away != seen.away for look in plain)
    if seen.certain and not known and (led or more.value >= gambling().suspect):
        if one.guise is Guise.CRAWLER:
            message = "a search engine is shown “{what}”, a visitor is not"
            return failed(here, "crawler", message, measure=more, what=seen.sign)
        if one.guise is Guise.PHONE:
            message = "who comes from a search engine with a telephone is shown “{what}”, others are not"
            return failed(here, "phone", message, measure=more, what=seen.sign)
        message = "who comes from a search engine is shown “{what}”, others are not"
        return failed(here, "searcher", message, measure=more, what=seen.sign)
    if not known and more.value >= gambling().suspect:
        message = "who comes from a search engine may be shown more: “{what}”"
        return cant_tell(here, "suspect", message, measure=more, what=seen.sign)
    if led:
        message = "who comes from a search engine is led to {host}, others are not"
        return cant_tell(here, "elsewhere", message, host=seen.away)
    if _is_refusal(seen):
        return cant_tell(here, "turned-away", "the server turned the pretended search engine away")
    return None


def _is_refusal(look: Look) -> bool:
    """Whether the answer is silence, an error of the server, or a firewall's."""
    status = look.status
    return status is None or status in _REFUSALS or status >= 500 or look.kind is PageKind.BLOCKED
