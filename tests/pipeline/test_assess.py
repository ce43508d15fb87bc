"""assess: from a snapshot to findings, whatever the site or a check does."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from webaudit.checks import catalogue
from webaudit.demo.publications import scanned, tagged
from webaudit.model.check import Category, Severity, Source, check
from webaudit.model.document import FileKind
from webaudit.model.evidence import Exchange, Headers, Purpose, Readings, Snapshot
from webaudit.model.finding import Location, Outcome, Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.model.plan import Plan
from webaudit.model.reading import ProofKind
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.model.report import Assessment, SiteStatus
from webaudit.model.site import Site
from webaudit.pipeline.assess import assess, page_urls
from webaudit.pipeline.settings import PROBES

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOME = "https://dinkes.example/"
HTML: Headers = (("content-type", "text/html; charset=utf-8"),)
GOOD = b"""<html lang="id"><title>Dinas Kesehatan</title><body><main><h1>Dinas Kesehatan</h1>
<p>Selamat datang di situs resmi Dinas Kesehatan, tempat warga menemukan layanan, berita dan pengumuman.</p>
<a href="/profil">Profil</a></main></body></html>"""
PROFILE = b"""<html lang="id"><title>Profil</title><body><main><h1>Profil</h1><p>Kepala dinas memimpin
empat bidang dan sekretariat di gedung lama seberang alun-alun, bersebelahan museum dan pasar bunga.</p>
</main></body></html>"""
SHELL = b"""<html><head><title>App</title></head>
<body><div id="app"></div><script src="/app.js"></script></body></html>"""
SOURCE = (Source("WCAG 2.2", "", "", ""),)


def answer(url: str, body: bytes, status: int = 200, purpose: Purpose = Purpose.PAGE) -> Exchange:
    """An answered request."""
    return Exchange(url, purpose, NOON, status=status, headers=HTML, body=body, first_byte_ms=10, total_ms=20)


def judged(*exchanges: Exchange, checks: tuple[object, ...] = (), site: Site | None = None) -> Assessment:
    """The assessment of a site of these exchanges."""
    plan = Plan(site or Site("dinkes", HOME), probes=PROBES)
    asked = checks or catalogue().checks
    return assess(Snapshot(plan, NOON, exchanges), asked)  # type: ignore[arg-type]


def finding(assessment: Assessment, id: str) -> Outcome:
    """The outcome of one check."""
    return next(found.outcome for found in assessment.findings if found.check == id)


@check(
    id="faulty",
    title="It has a bug",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=SOURCE,
    remedy="",
    since="0.1.0",
)
def faulty(page: Page) -> Iterator[Verdict]:
    """Fails on the home page, and raises on all others."""
    if page.url != HOME:
        raise ZeroDivisionError
    yield failed(page.root, "bad", "bad")


@check(
    id="with-records",
    title="It needs the whole site",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=SOURCE,
    remedy="",
    since="0.1.0",
)
def with_records(page: Page, readings: Readings) -> Iterator[Verdict]:
    """Passes if it sees all pages beside its own."""
    yield passed(page.root) if len(readings.pages) == 2 else failed(page.root, "few", "few")


def test_a_good_page_is_reachable() -> None:
    """A site that answers with content is reachable, its page checks are decided."""
    assessment = judged(answer(HOME, GOOD, purpose=Purpose.HOME))

    assert assessment.status is SiteStatus.REACHABLE
    assert finding(assessment, "page-language") is Outcome.PASSED


@pytest.mark.parametrize(
    ("exchange", "status", "reason"),
    [
        pytest.param(
            Exchange(HOME, Purpose.HOME, NOON, failure=Failure(FailureReason.REFUSED, Stage.CONNECT)),
            SiteStatus.UNREACHABLE,
            FailureReason.REFUSED,
            id="refused",
        ),
        pytest.param(
            answer(HOME, b"<title>Just a moment...</title>", 403, Purpose.HOME),
            SiteStatus.BLOCKED,
            FailureReason.BLOCKED,
            id="blocked",
        ),
        pytest.param(
            replace(
                answer(HOME, b"<h1>Tunggu</h1>", 503, Purpose.HOME),
                failure=Failure(FailureReason.RATE_LIMITED, Stage.HEADERS, "status 503"),
            ),
            SiteStatus.BLOCKED,
            FailureReason.RATE_LIMITED,
            id="asked to come back later",
        ),
        pytest.param(
            answer(HOME, b"<h1>Galat</h1>", 500, Purpose.HOME),
            SiteStatus.DEGRADED,
            FailureReason.HTTP_STATUS,
            id="error",
        ),
        pytest.param(
            answer(HOME, SHELL, purpose=Purpose.HOME),
            SiteStatus.DEGRADED,
            FailureReason.JAVASCRIPT_SHELL,
            id="shell",
        ),
    ],
)
def test_a_site_without_content_is_not_measured(
    exchange: Exchange, status: SiteStatus, reason: FailureReason
) -> None:
    """What stands in the way is named, and no page check passes or fails."""
    assessment = judged(exchange)

    assert assessment.status is status
    assert assessment.failure is not None
    assert assessment.failure.reason is reason
    assert finding(assessment, "page-language") in (Outcome.UNTESTED, Outcome.CANT_TELL)
    assert finding(assessment, "ppid-link") in (Outcome.UNTESTED, Outcome.CANT_TELL)


def test_a_check_with_a_bug_leaves_its_page_open() -> None:
    """A crashed check neither passes nor hides what it found elsewhere, and is told as our bug."""
    assessment = judged(
        answer(HOME, GOOD, purpose=Purpose.HOME), answer(HOME + "profil", PROFILE), checks=(faulty,)
    )

    (found,) = assessment.findings
    assert assessment.faults == ("faulty",)
    assert found.outcome is Outcome.FAILED
    assert found.reason is FailureReason.CHECK_ERROR
    assert (found.low, found.high) == (0.25, 0.75)


def test_a_page_check_may_ask_for_the_whole_site() -> None:
    """Such a check is asked in a second walk, when all pages are read."""
    assessment = judged(
        answer(HOME, GOOD, purpose=Purpose.HOME), answer(HOME + "profil", GOOD), checks=(with_records,)
    )

    (found,) = assessment.findings
    assert found.outcome is Outcome.PASSED
    assert found.counts.passed == 2


def test_what_a_site_offers_is_told() -> None:
    """The strongest proof of each thing comes with the assessment; an unread site offers nothing."""
    offers = judged(answer(HOME, GOOD, purpose=Purpose.HOME)).inventory
    unread = judged(answer(HOME, SHELL, purpose=Purpose.HOME)).inventory

    assert [(proof.subject, proof.by, proof.url) for proof in offers] == [
        ("profil", ProofKind.PATH, f"{HOME}profil")
    ]
    assert unread == ()


@pytest.mark.parametrize(
    ("path", "low"),
    [pytest.param("layanan/izin", 0.5, id="in the place of a page"), pytest.param("login", 1.0, id="a door")],
)
def test_a_page_behind_a_login_is_open(path: str, low: float) -> None:
    """What asks for an account in the place of its content is open; a page to log in at is no content."""
    form = b"<html><title>Masuk</title><form><input name=u><input type=password></form></html>"
    assessment = judged(answer(HOME, GOOD, purpose=Purpose.HOME), answer(HOME + path, form))

    (found,) = (found for found in assessment.findings if found.check == "page-language")
    assert (found.low, found.high) == (low, 1.0)


def test_a_shell_among_pages_is_open() -> None:
    """A page that a script would fill could hold anything: the share of it is open."""
    assessment = judged(answer(HOME, GOOD, purpose=Purpose.HOME), answer(HOME + "app", SHELL))

    (found,) = (found for found in assessment.findings if found.check == "page-language")
    assert found.outcome is Outcome.CANT_TELL
    assert (found.low, found.high) == (0.5, 1.0)


@pytest.mark.parametrize(
    ("built", "language", "title"),
    [
        pytest.param(GOOD, Outcome.PASSED, Outcome.PASSED, id="content"),
        pytest.param(GOOD.replace(b' lang="id"', b""), Outcome.FAILED, Outcome.PASSED, id="a defect"),
        pytest.param(SHELL, Outcome.CANT_TELL, Outcome.CANT_TELL, id="as empty as it was"),
        pytest.param(b"", Outcome.CANT_TELL, Outcome.CANT_TELL, id="withheld"),
    ],
)
def test_a_shell_is_judged_as_a_browser_built_it(built: bytes, language: Outcome, title: Outcome) -> None:
    """Accessibility is judged by the document that was kept, and points to it; all else stays open."""
    document = replace(answer(HOME, built, purpose=Purpose.DOM), status=None, method="")
    found = judged(answer(HOME, SHELL, purpose=Purpose.HOME), document)
    (first,) = [one for one in found.findings if one.check == "page-language"]
    (other,) = [one for one in found.findings if one.check == "ppid-link"]
    places = [one.here for one in first.verdicts if one.code == "language-missing"]

    assert finding(found, "page-language") is language
    assert finding(found, "page-title") is title
    assert other.outcome in (Outcome.CANT_TELL, Outcome.UNTESTED)
    assert all(isinstance(here, Location) and here.evidence == document.digest for here in places)


def test_a_page_that_broke_off_is_open() -> None:
    """Half a page may lack anything; nothing on it passes or fails."""
    broken = replace(answer(HOME + "berita", GOOD[:60]), failure=Failure(FailureReason.RESET, Stage.BODY))
    assessment = judged(answer(HOME, GOOD, purpose=Purpose.HOME), broken)

    (found,) = (found for found in assessment.findings if found.check == "page-language")
    assert found.outcome is Outcome.CANT_TELL
    assert found.reason is FailureReason.RESET


def test_a_page_that_was_named_is_judged_blank_as_it_is() -> None:
    """Who asks about one address gets an answer; on a site a blank page says nothing."""
    home = answer("https://a.example/", b"<html><title></title></html>", purpose=Purpose.HOME)
    site = Site("a", "https://a.example/")
    alone = Plan(site, probes=("Home",), crawl=False)
    checks = tuple(check for check in catalogue().checks if check.id == "page-title")
    outcomes = [
        finding(assess(Snapshot(plan, NOON, (home,)), checks), "page-title")
        for plan in (alone, Plan(site, probes=PROBES))
    ]

    assert outcomes == [Outcome.FAILED, Outcome.UNTESTED]


def test_a_failure_of_the_capture_stands() -> None:
    """What the capture wrote down as not measured is not rebuilt out of what is left."""
    plan = Plan(Site("dinkes", HOME), probes=PROBES)
    exchanges = (answer(HOME, GOOD, purpose=Purpose.HOME),)
    records = {"LinkTargets": Failure(FailureReason.AUDITOR_ERROR)}
    assessment = assess(Snapshot(plan, NOON, exchanges, records), catalogue().checks)

    (found,) = (found for found in assessment.findings if found.check == "dead-links")
    assert found.outcome is Outcome.UNTESTED
    assert found.reason is FailureReason.AUDITOR_ERROR


def test_the_order_of_exchanges_moves_nothing() -> None:
    """Pages judged in another order give the same assessment."""
    pages = [answer(f"{HOME}{n}", GOOD.replace(b'lang="id"', b"") if n % 2 else GOOD) for n in range(6)]
    home = answer(HOME, GOOD, purpose=Purpose.HOME)

    assert judged(home, *pages) == judged(home, *reversed(pages))


def test_sitemaps_are_read_one_by_one() -> None:
    """Of a hundred large sitemaps no two bodies are in memory at once."""
    alive = most = 0

    class Body(bytes):
        """Bytes that tell when they go."""

        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    class Evidence:
        """Exchanges that are made as they are walked, as those on the disk are."""

        def __iter__(self) -> Iterator[Exchange]:
            nonlocal alive, most
            yield answer(HOME, GOOD, purpose=Purpose.HOME)
            for number in range(100):
                body = Body(f"<urlset><url><loc>/{number}</loc></url></urlset>".encode())
                alive += 1
                most = max(most, alive)
                yield answer(f"{HOME}{number}.xml", body, purpose=Purpose.SITEMAP)

    assessment = assess(Snapshot(Plan(Site("dinkes", HOME)), NOON, Evidence()), catalogue().checks)

    assert assessment.crawl is not None
    assert assessment.crawl.requests == 101
    assert most <= 3


def test_a_bad_entry_is_invalid() -> None:
    """An entry that can not be audited is reported as such, with everything open."""
    assessment = judged(site=Site("x", "nonsense", problem="sites.yaml:3:5: no address"))

    assert assessment.status is SiteStatus.INVALID
    assert {found.outcome for found in assessment.findings} == {Outcome.UNTESTED}


PDF: Headers = (("content-type", "application/pdf"),)
LINKING = GOOD.replace(b"</main>", b"<ul><li><a href=/dpa.pdf>DPA 2026</a></ul></main>")


def document(body: bytes) -> Exchange:
    """A PDF file that was fetched to be opened."""
    return replace(answer(f"{HOME}dpa.pdf", body, purpose=Purpose.DOCUMENT), headers=PDF)


def test_documents_are_opened() -> None:
    """A file that was fetched is read, and answers the link to it as well."""
    front = answer(HOME, LINKING, purpose=Purpose.HOME)
    outcomes = [
        (
            finding(found, "pdf-accessibility"),
            finding(found, "budget-documents"),
            finding(found, "dead-links"),
        )
        for found in (judged(front, document(body)) for body in (tagged("DPA"), scanned("DPA"), b""))
    ]

    assert outcomes == [
        (Outcome.PASSED, Outcome.PASSED, Outcome.PASSED),
        (Outcome.FAILED, Outcome.FAILED, Outcome.PASSED),
        (Outcome.INAPPLICABLE, Outcome.FAILED, Outcome.PASSED),
    ]


def test_documents_are_told() -> None:
    """The report is given each document with the page that links to it, and what it answered."""
    found = judged(answer(HOME, LINKING, purpose=Purpose.HOME), document(tagged("DPA")))
    (one,), (said,) = found.documents.found, found.documents.answers

    assert (one.url, one.name, one.years, one.found_on) == (f"{HOME}dpa.pdf", "DPA 2026", (2026,), HOME)
    assert (said.url, said.status, said.kind, found.documents_found) == (one.url, 200, FileKind.PDF, 1)


def test_document_that_takes_too_long() -> None:
    """A file that does not come to an end is stopped by an alarm, and is left open alone."""
    slow = b"%PDF-1.7\n" + b"startxref\n9\n" * 200_000
    front = answer(HOME, LINKING, purpose=Purpose.HOME)
    plan = Plan(Site("dinkes", HOME), probes=PROBES)
    snapshot = Snapshot(plan, NOON, (front, document(slow)))
    found = assess(snapshot, catalogue().checks, check_seconds=0.02)

    assert finding(found, "pdf-accessibility") is Outcome.CANT_TELL
    assert found.status is SiteStatus.REACHABLE


def test_document_that_killed_a_worker() -> None:
    """A file that killed a worker before is left out, and nothing else is."""
    front = answer(HOME, LINKING, purpose=Purpose.HOME)
    plan = Plan(Site("dinkes", HOME), probes=PROBES)
    snapshot = Snapshot(plan, NOON, (front, document(tagged("DPA"))))
    found = assess(snapshot, catalogue().checks, left_out=[f"{HOME}dpa.pdf"])

    assert page_urls(snapshot) == (HOME, f"{HOME}dpa.pdf")
    assert finding(found, "pdf-accessibility") is Outcome.CANT_TELL
    assert finding(found, "page-language") is Outcome.PASSED
