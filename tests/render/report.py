"""The hand-made Report that every renderer is shown: a site of each kind, and text that means harm."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from webaudit.model.check import AnyCheck, Category, Severity, Source, check
from webaudit.model.document import DocumentAnswer, Documents, FileKind
from webaudit.model.evidence import Hop
from webaudit.model.finding import Counts, Finding, Location, Measure, Outcome, Verdict, untested
from webaudit.model.page import Page
from webaudit.model.reading import Document, Landmark, Proof, ProofKind
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.model.report import (
    Assessment,
    CheckScore,
    CrawlFacts,
    CriterionScore,
    GateResult,
    GateState,
    Place,
    Ranking,
    Report,
    RunFacts,
    Score,
    Scorecard,
    SectionScore,
    SiteStatus,
    WaiverResult,
    WaiverState,
)
from webaudit.model.rubric import Band, Criterion, Effect, Gate, Penalty, Rubric, Section
from webaudit.model.site import Site, Waiver
from webaudit.model.tls import Tls

AT = datetime(2026, 11, 24, 1, 2, 3, tzinfo=UTC)
WCAG = Source("WCAG 2.2", "3.1.1", "Language of Page", "https://www.w3.org/TR/WCAG22/#language-of-page")
HARMFUL = "Foto \x1b[2J\x07[red]Kegiatan[/] \u202egnp.exe {x} %s"
"""An escape code, a bell, markup and a reversal of direction."""

# --- The catalogue: checks that nobody asks. ---


@check(
    id="page-language",
    title="Each sample page names its language",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(WCAG, Source("ACT", "b5c3f8", "HTML page has lang attribute", "")),
    remedy='Write the language of the sample on its root element: <html lang="id">.',
    since="0.1.0",
)
def page_language(page: Page) -> Iterator[Verdict]:
    """A screen reader picks its voice from the language that the page declares."""
    yield from ()


@check(
    id="image-alternative",
    title="Each sample image has a text alternative",
    category=Category.ACCESSIBILITY,
    severity=Severity.CRITICAL,
    sources=(
        Source("WCAG 2.2", "1.1.1", "Non-text Content", "https://www.w3.org/TR/WCAG22/#non-text-content"),
    ),
    remedy="Say in the alt attribute what the sample image shows.",
    since="0.1.0",
)
def image_alternative(page: Page) -> Iterator[Verdict]:
    """A screen reader reads the alternative in place of the image."""
    yield from ()


@check(
    id="certificate-validity",
    title="The sample certificate is valid",
    category=Category.HTTPS,
    severity=Severity.CRITICAL,
    sources=(
        Source("RFC 5280", "6", "Certification Path Validation", "https://www.rfc-editor.org/rfc/rfc5280"),
    ),
    remedy="Renew the sample certificate.",
    since="0.1.0",
    sole_target=True,
)
def certificate_validity(tls: Tls) -> Iterator[Verdict]:
    """A browser warns visitors away from a site whose certificate is not valid."""
    yield from ()


@check(
    id="injected-content",
    title="No sample page carries content of intruders",
    category=Category.INTEGRITY,
    severity=Severity.CRITICAL,
    sources=(Source("Perpres 95/2018", "40", "Keamanan SPBE", ""),),
    remedy="Take the pages off line, find how they came in, and change every password.",
    since="0.1.0",
)
def injected_content(page: Page) -> Iterator[Verdict]:
    """Gambling advertisements on a site of the government harm those who trust it."""
    yield from ()


@check(
    id="video-captions",
    title="Each sample video has captions",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(Source("WCAG 2.2", "1.2.2", "Captions (Prerecorded)", ""),),
    remedy="Add captions to the sample video.",
    since="0.1.0",
)
def video_captions(page: Page) -> Iterator[Verdict]:
    """Who does not hear reads the captions. No rubric gives points for it here."""
    yield from ()


CHECKS: tuple[AnyCheck, ...] = (
    certificate_validity,
    image_alternative,
    injected_content,
    page_language,
    video_captions,
)

# --- The rubric: two sections, 40 and 60 points. ---

SHARES = {"certificate-validity": 40.0, "image-alternative": 40.0, "page-language": 20.0}

RUBRIC = Rubric(
    id="contoh",
    version="1.0.0",
    title={"id": "Rubrik contoh", "en": "Sample rubric"},
    digest="sha256:" + "a" * 64,
    sections=(
        Section(
            id="https",
            title={"id": "HTTPS", "en": "HTTPS"},
            criteria=(
                Criterion(
                    id="certificate",
                    title={"id": "Sertifikat", "en": "Certificate"},
                    points=40,
                    checks=("certificate-validity",),
                ),
            ),
        ),
        Section(
            id="accessibility",
            title={"id": "Aksesibilitas", "en": "Accessibility"},
            criteria=(
                Criterion(
                    id="images",
                    title={"id": "Gambar", "en": "Images"},
                    points=40,
                    checks=("image-alternative",),
                ),
                Criterion(
                    id="language",
                    title={"id": "Bahasa", "en": "Language"},
                    points=20,
                    checks=("page-language",),
                ),
            ),
        ),
    ),
    gates=(
        Gate(
            id="injected",
            title={"id": "Konten sisipan", "en": "Injected content"},
            checks=("injected-content",),
            penalty=Penalty(Effect.DISQUALIFY),
            looks=2,
        ),
    ),
    bands=(
        Band(85, {"id": "Sangat baik", "en": "Very good"}),
        Band(60, {"id": "Cukup", "en": "Fair"}),
        Band(0, {"id": "Kurang", "en": "Poor"}),
    ),
    least_coverage=0.5,
    severity_weights={
        Severity.CRITICAL: 10,
        Severity.SERIOUS: 7,
        Severity.MODERATE: 3,
        Severity.MINOR: 1,
    },
    tie_break=("accessibility", "https"),
    waivable=("page-language",),
)

# --- The findings. ---


def _location(site: str, page: str, xpath: str, line: int, snippet: str) -> Location:
    """A place on a page of one of the sites."""
    return Location(f"https://{site}.example.go.id/{page}", xpath, line, snippet, "sha256:" + "e" * 64)


def _good_certificate(days: int) -> Finding:
    verdict = Verdict(
        Outcome.PASSED,
        None,
        "valid",
        "the sample is valid for {days} more days",
        {"days": days},
        Measure("valid_days", days),
    )
    return Finding("certificate-validity", Outcome.PASSED, 1, 1, Counts(1, 0, 0), None, (verdict,))


def _images(site: str, low: float, high: float, *snippets: str) -> Finding:
    verdicts = tuple(
        Verdict(
            Outcome.FAILED,
            _location(site, f"galeri/{number}", f"/html/body/main/img[{number}]", 40 + number, snippet),
            "alternative-missing",
            "the sample image {source} has no text alternative",
            {"source": f"foto-{number}.jpg"},
        )
        for number, snippet in enumerate(snippets, 1)
    )
    counts = Counts(31, len(verdicts), 0)
    return Finding("image-alternative", Outcome.FAILED, low, high, counts, None, verdicts, 12)


def _language(site: str) -> Finding:
    verdict = Verdict(
        Outcome.FAILED,
        _location(site, "", "/html", 1, "<html>"),
        "language-missing",
        "the sample page names no language",
    )
    return Finding("page-language", Outcome.FAILED, 0.5, 0.5, Counts(6, 6, 0), None, (verdict,), 12)


def _undecided_language(site: str) -> Finding:
    verdict = Verdict(
        Outcome.CANT_TELL,
        _location(site, "profil", "/html", 1, '<html lang="x-default">'),
        "language-private",
        "the language {language} of the sample is private",
        {"language": "x-default"},
    )
    reason = FailureReason.CHECK_ERROR
    return Finding("page-language", Outcome.CANT_TELL, 0.5, 1.0, Counts(11, 0, 1), reason, (verdict,), 12)


def _all_good(check_id: str, passed: int) -> Finding:
    return Finding(check_id, Outcome.PASSED, 1, 1, Counts(passed, 0, 0), None, (), 12)


CLEAN = _all_good("injected-content", 12)


def _suspected(site: str) -> Finding:
    verdict = Verdict(
        Outcome.FAILED,
        _location(
            site, "slot/gacor", "/html/body/div[3]/a", 212, '<a href="https://example.com/">slot gacor</a>'
        ),
        "gambling-link",
        "the sample links to a gambling site: {text}",
        {"text": "slot gacor [bold]maxwin"},
    )
    return Finding("injected-content", Outcome.FAILED, 0.9, 0.9, Counts(11, 1, 0), None, (verdict,), 12)


def _expired_certificate() -> Finding:
    verdict = Verdict(
        Outcome.FAILED,
        Location("https://dispora.example.go.id/"),
        "expired",
        "the sample expired {days} days ago",
        {"days": 12.5},
        Measure("valid_days", -12.5),
    )
    return Finding("certificate-validity", Outcome.FAILED, 0, 0, Counts(0, 1, 0), None, (verdict,))


# --- The sites and their scorecards. ---


def _section(section: Section, findings: dict[str, Finding]) -> SectionScore:
    criteria = []
    for criterion in section.criteria:
        (check_id,) = criterion.checks
        finding = findings.get(check_id) or untested(check_id, FailureReason.NOT_CAPTURED)
        points = SHARES[check_id]
        won, lost = points * finding.low, points * (1 - finding.high)
        parts = (points, won, lost, points - won - lost)
        criteria.append(
            CriterionScore(criterion.id, criterion.title, *parts, checks=(CheckScore(check_id, *parts),))
        )
    return SectionScore(
        section.id,
        section.title,
        points=section.points,
        won=sum(part.won for part in criteria),
        lost=sum(part.lost for part in criteria),
        open=sum(part.open for part in criteria),
        criteria=tuple(criteria),
    )


def scorecard(
    assessment: Assessment,
    *,
    gate: GateState = GateState.PASSED,
    waivers: tuple[WaiverResult, ...] = (),
    unranked: str = "",
) -> Scorecard:
    """The scorecard of an assessment by `RUBRIC`, added up as plainly as can be."""
    findings = {finding.check: finding for finding in assessment.findings}
    sections = tuple(_section(section, findings) for section in RUBRIC.sections)
    score = Score(*(sum(getattr(part, name) for part in sections) for name in ("won", "lost", "open")))
    value = score.value
    lost = {
        item.check: item.lost for part in sections for c in part.criteria for item in c.checks if item.lost
    }
    return Scorecard(
        assessment=assessment,
        score=score,
        uncapped=score,
        band=None if value is None else next(band for band in RUBRIC.bands if value >= band.floor),
        sections=sections,
        gates=(GateResult(RUBRIC.gates[0], gate, "injected-content", RUBRIC.gates[0].penalty),),
        waivers=waivers,
        lost=tuple(sorted(lost.items(), key=lambda item: (-item[1], item[0]))),
        unranked=unranked,
    )


def _site(site_id: str, name: str, type_: str = "dinas") -> Site:
    url = f"https://{site_id}.example.go.id/"
    return Site(id=site_id, url=url, written_url=url.rstrip("/"), name=name, type=type_)


def _assessed(site: Site, *findings: Finding) -> Assessment:
    return Assessment(
        site=site,
        status=SiteStatus.REACHABLE,
        failure=None,
        captured_at=AT,
        final_url=site.url,
        redirects=(Hop(site.url.replace("https", "http", 1), 301, site.url, 40.0, 41.0), Hop(site.url, 200)),
        snapshot="sha256:" + "5" * 64,
        crawl=CrawlFacts(pages=12, requests=57, bytes=1_234_567, limits=("pages",)),
        findings=tuple(sorted(findings, key=lambda finding: finding.check)),
        inventory=(
            Proof(
                "ppid", ProofKind.HOST, "https://ppid.contohprov.go.id/", "PPID", Landmark.FOOTER, site.url
            ),
            Proof("pencarian", ProofKind.FORM, site.url, "", Landmark.MAIN, site.url),
            Proof("of-an-older-vocabulary", ProofKind.TEXT, site.url),
        ),
        documents=Documents(
            (
                Document(f"{site.url}berkas/foto.zip", HARMFUL, found_on=site.url),
                Document(
                    f"{site.url}berkas/renstra.pdf",
                    "Renstra 2025-2026",
                    ("renstra",),
                    (2025, 2026),
                    found_on=f"{site.url}dokumen",
                ),
            ),
            (
                DocumentAnswer(
                    f"{site.url}berkas/renstra.pdf",
                    "https://berkas.example.go.id/renstra.pdf",
                    200,
                    FileKind.PDF,
                    123_456,
                ),
            ),
        ),
        documents_found=2,
    )


def _not_measured(site: Site, status: SiteStatus, failure: Failure, unranked: str = "status") -> Scorecard:
    asked = status is not SiteStatus.INVALID
    return scorecard(
        Assessment(
            site=site,
            status=status,
            failure=failure,
            captured_at=AT if asked else None,
            findings=tuple(untested(one.id, failure.reason) for one in CHECKS) if asked else (),
        ),
        gate=GateState.UNDECIDED,
        unranked=unranked,
    )


def _cards() -> tuple[Scorecard, ...]:
    waiver = Waiver("page-language", "Situs dipindahkan bulan depan", "Diskominfo", date(2026, 12, 31))
    dinkes = _assessed(
        _site("dinkes", "Dinas Kesehatan"),
        _good_certificate(80),
        _images("dinkes", 0.8, 0.8, f'<img src="foto-1.jpg" title="{HARMFUL}">'),
        _all_good("page-language", 12),
        Finding("video-captions", Outcome.INAPPLICABLE),
        CLEAN,
    )
    dishub = _assessed(
        _site("dishub", "Dinas [bold]Perhubungan[/bold]"),
        _good_certificate(12),
        _images("dishub", 0.3, 0.4, *(f'<img src="foto-{number}.jpg">' for number in range(1, 5))),
        _language("dishub"),
        CLEAN,
    )
    disdik = replace(
        dishub,
        site=_site("disdik", "Dinas Pendidikan"),
        final_url="https://disdik.example.go.id/",
        redirects=(),
        findings=tuple(
            replace(finding, verdicts=tuple(replace(verdict, here=None) for verdict in finding.verdicts))
            for finding in dishub.findings
        ),
    )
    dispora = replace(
        _assessed(
            _site("dispora", "Dinas Pemuda dan Olahraga"),
            _expired_certificate(),
            _images("dispora", 0.5, 0.5, '<img src="foto-1.jpg">', '<img src="foto-2.jpg">'),
            _undecided_language("dispora"),
            CLEAN,
        ),
        status=SiteStatus.DEGRADED,
        failure=Failure(FailureReason.TLS, Stage.TLS, "certificate has expired"),
        faults=("page-links",),
    )
    bapenda = _assessed(
        _site("bapenda", "Badan Pendapatan Daerah", "badan"),
        _good_certificate(80),
        _all_good("image-alternative", 30),
        _all_good("page-language", 12),
        _suspected("bapenda"),
    )
    invalid = Site(
        id="entri-9",
        url="htp:/salah",
        written_url="htp:/salah",
        problem="sites.yaml:41:10: no address: htp:/salah",
    )
    rsud = _site("rsud", "RSUD Sehat Sejahtera Kabupaten Contoh yang Namanya Panjang Sekali", "rsud")
    captcha = Failure(FailureReason.BLOCKED, Stage.CONTENT, "captcha \x1b[0m")
    return (
        scorecard(bapenda, gate=GateState.SUSPECTED, unranked="gate"),
        scorecard(disdik),
        scorecard(dinkes),
        scorecard(dishub, waivers=(WaiverResult(waiver, WaiverState.EXPIRED),)),
        scorecard(dispora),
        _not_measured(
            _site("bkd", "Badan Kepegawaian Daerah", "badan"),
            SiteStatus.UNREACHABLE,
            Failure(FailureReason.DNS, Stage.DNS, "NXDOMAIN"),
        ),
        _not_measured(rsud, SiteStatus.BLOCKED, captcha),
        _not_measured(invalid, SiteStatus.INVALID, Failure(FailureReason.INVALID_ENTRY)),
    )


def report() -> Report:
    """A province of eight: two tied, one injected, one each expired, down, blocked and misspelt."""
    places = (
        Place("dinkes", 1, certain=True),
        Place("disdik", 2, tied_with=("dishub",), certain=True),
        Place("dishub", 2, tied_with=("disdik",), certain=True),
        Place("dispora", 4, certain=True),
        *(Place(site, None) for site in ("bapenda", "bkd", "entri-9", "rsud")),
    )
    return Report(
        tool_version="0.1.0",
        run=RunFacts(
            id="2026-11-24T0100Z",
            started_at=AT.replace(minute=0, second=0),
            finished_at=AT.replace(minute=9, second=30),
            settings={"max_pages": 50, "rate": 1.0, "timezone": "Asia/Jakarta"},
            sites_digest="sha256:" + "b" * 64,
        ),
        rubric=RUBRIC,
        vocabulary_digest="sha256:" + "c" * 64,
        environment={"lxml": "6.1.3", "certifi": "2026.10.18"},
        catalogue={one.id: one for one in CHECKS},
        cards=_cards(),
        rankings=(Ranking("", places),),
    )


def page_report() -> Report:
    """The Report of `webaudit page` on two addresses: no ranking, no run."""
    whole = report()
    cards = tuple(card for card in whole.cards if card.assessment.site.id in ("dinkes", "rsud"))
    return replace(whole, cards=cards, rankings=(), run=replace(whole.run, id="", sites_digest=""))


def one_site(findings: tuple[Finding, ...], status: SiteStatus = SiteStatus.REACHABLE) -> Report:
    """A Report on one site with these findings, all points as they come."""
    card = scorecard(replace(_assessed(_site("situs", "Situs"), *findings), status=status))
    return replace(report(), cards=(card,), rankings=(Ranking("", (Place("situs", 1, certain=True),)),))
