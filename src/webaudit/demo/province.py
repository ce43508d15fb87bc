"""The example province: its agencies, what is wrong with each site, and what an audit must find."""

from datetime import timedelta, timezone

from webaudit.demo.agency import (
    SUFFIX,
    Agency,
    Certificate,
    Condition,
    Front,
    Papers,
    PlainHttp,
    Truth,
)
from webaudit.demo.content import read_content
from webaudit.model.report import SiteStatus

ZONE = timezone(timedelta(hours=7), "WIB")
"""Asia/Jakarta, which knows no summer time: no time zone database is needed."""

_REACHABLE = SiteStatus.REACHABLE
_CONTENT = read_content()


def _service(agency: str, path: str, name: str) -> tuple[str, str]:
    """A declared service on an agency's own host."""
    return name, f"https://{agency}.{SUFFIX}/layanan/{path}"


AGENCIES = (
    # Nothing is wrong here: the measure of all others.
    Agency(
        id="diskominfo",
        name="Dinas Komunikasi dan Informatika",
        short_name="Diskominfo",
        type="dinas",
        content=_CONTENT["diskominfo"],
        declared=(
            _service("diskominfo", "pelaporan-insiden-siber", "Pelaporan Insiden Siber"),
            _service("diskominfo", "data-statistik-sektoral", "Data Statistik Sektoral"),
        ),
        condition=Condition(news_age_days=1),
        truth=Truth(_REACHABLE),
    ),
    # Kept with good will and little care: what most sites are like.
    Agency(
        id="dinkes",
        name="Dinas Kesehatan",
        short_name="Dinkes",
        type="dinas",
        content=_CONTENT["dinkes"],
        declared=(
            _service("dinkes", "vaksinasi-internasional", "Vaksinasi Internasional"),
            _service("dinkes", "antrean-daring", "Antrean Puskesmas Daring"),
        ),
        # Old news, but not yet so old that a check fails: it costs points by its age.
        condition=Condition(news_age_days=40, alternatives=False, dead_link=True, papers=Papers.CLOUD),
        truth=Truth(
            _REACHABLE,
            frozenset(
                {
                    "image-alternative",
                    "dead-links",
                    "declared-services",
                    "planning-documents",
                    "budget-documents",
                    "performance-documents",
                }
            ),
        ),
    ),
    # Up to date, and hard to use for anyone who cannot see it.
    Agency(
        id="disdik",
        name="Dinas Pendidikan",
        short_name="Disdik",
        type="dinas",
        content=_CONTENT["disdik"],
        declared=(_service("disdik", "penerimaan-murid-baru", "Penerimaan Murid Baru"),),
        condition=Condition(
            news_age_days=3, language=False, titles=False, alternatives=False, papers=Papers.SCANNED
        ),
        truth=Truth(
            _REACHABLE,
            frozenset(
                {
                    "page-language",
                    "page-title",
                    "title-names-agency",
                    "image-alternative",
                    "pdf-accessibility",
                    "planning-documents",
                    "budget-documents",
                    "performance-documents",
                }
            ),
        ),
    ),
    # Left alone since its theme was installed.
    Agency(
        id="disbudpar",
        name="Dinas Kebudayaan dan Pariwisata",
        short_name="Disbudpar",
        type="dinas",
        content=_CONTENT["disbudpar"],
        condition=Condition(
            plain_http=PlainHttp.SERVED,
            news_age_days=730,
            copyright_age_years=3,
            ppid=False,
            placeholder=True,
            described=False,
            papers_age_years=6,
        ),
        truth=Truth(
            _REACHABLE,
            frozenset(
                {
                    "https-forced",
                    "newest-content",
                    "news-regularity",
                    "stale-sections",
                    "copyright-year",
                    "template-leftovers",
                    "ppid-link",
                    "page-description",
                    "open-graph",
                    "public-information-list",
                    "planning-documents",
                    "budget-documents",
                    "performance-documents",
                    "ppid-report",
                    "information-requests",
                }
            ),
        ),
    ),
    Agency(
        id="dpmptsp",
        name="Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
        short_name="DPMPTSP",
        type="dinas",
        content=_CONTENT["dpmptsp"],
        condition=Condition(news_age_days=4, first_byte_seconds=1.5),
        truth=Truth(_REACHABLE, frozenset({"first-byte"})),
    ),
    Agency(
        id="distan",
        name="Dinas Tanaman Pangan dan Hortikultura",
        short_name="Distan",
        type="dinas",
        content=_CONTENT["distan"],
        condition=Condition(certificate=Certificate.NONE, plain_http=PlainHttp.SERVED, news_age_days=6),
        truth=Truth(_REACHABLE, frozenset({"https-forced", "certificate-trust"})),
    ),
    # An intruder sells the agency's good name to gambling sites.
    Agency(
        id="disperkim",
        name="Dinas Perumahan dan Kawasan Permukiman",
        short_name="Disperkim",
        type="dinas",
        content=_CONTENT["disperkim"],
        condition=Condition(news_age_days=5, injected=True),
        truth=Truth(_REACHABLE, frozenset({"injected-content"})),
    ),
    # Its pages are empty until a script fills them.
    Agency(
        id="dishub",
        name="Dinas Perhubungan",
        short_name="Dishub",
        type="dinas",
        condition=Condition(front=Front.SHELL),
        truth=Truth(SiteStatus.DEGRADED, frozenset({"not-found-page", "sitemap-validity"})),
    ),
    Agency(
        id="bapenda",
        name="Badan Pendapatan Daerah",
        short_name="Bapenda",
        type="badan",
        content=_CONTENT["bapenda"],
        condition=Condition(certificate=Certificate.EXPIRED, news_age_days=8),
        truth=Truth(_REACHABLE, frozenset({"certificate-trust", "certificate-expiry"})),
    ),
    Agency(
        id="bpbd",
        name="Badan Penanggulangan Bencana Daerah",
        short_name="BPBD",
        type="badan",
        condition=Condition(certificate=Certificate.NONE, plain_http=PlainHttp.NONE),
        truth=Truth(SiteStatus.UNREACHABLE, frozenset({"home-answers"})),
    ),
    Agency(
        id="satpolpp",
        name="Satuan Polisi Pamong Praja",
        short_name="Satpol PP",
        type="satuan",
        condition=Condition(front=Front.CHALLENGE),
        truth=Truth(SiteStatus.BLOCKED),
    ),
    Agency(
        id="biro-hukum",
        name="Biro Hukum Sekretariat Daerah",
        short_name="Biro Hukum",
        type="biro",
        content=_CONTENT["biro-hukum"],
        condition=Condition(certificate=Certificate.WRONG_HOST, news_age_days=9),
        truth=Truth(_REACHABLE, frozenset({"certificate-name"})),
    ),
    # Asks every crawler to stay out, and is obeyed.
    Agency(
        id="inspektorat",
        name="Inspektorat Daerah",
        short_name="Inspektorat",
        type="inspektorat",
        content=_CONTENT["inspektorat"],
        condition=Condition(crawling=False),
        truth=Truth(SiteStatus.DISALLOWED),
    ),
    # The hospital has a new name and host; the list still holds the old one, and the way there is a detour.
    Agency(
        id="rsud-lama",
        name="RSUD Melati",
        short_name="RSUD Melati",
        type="rsud",
        content=_CONTENT["rsud-lama"],
        new_host=f"rsud-melati.{SUFFIX}",
        declared=(
            ("Pendaftaran Rawat Jalan", f"https://rsud-melati.{SUFFIX}/layanan/pendaftaran-rawat-jalan"),
        ),
        condition=Condition(front=Front.MOVED, news_age_days=7),
        truth=Truth(_REACHABLE, frozenset({"redirects"})),
    ),
    Agency(
        id="samsat",
        name="UPTD Samsat Wilayah Tengah",
        short_name="Samsat Tengah",
        type="uptd",
        content=_CONTENT["samsat"],
        condition=Condition(certificate=Certificate.SELF_SIGNED, news_age_days=6),
        truth=Truth(_REACHABLE, frozenset({"certificate-trust"})),
    ),
    Agency(
        id="ppid",
        name="Portal PPID",
        short_name="PPID",
        type="portal",
        content=_CONTENT["ppid"],
        award=False,
        condition=Condition(news_age_days=5),
        truth=Truth(_REACHABLE),
    ),
    # A slip of whoever wrote the list: no URL has a blank in its host.
    Agency(
        id="setda",
        name="Sekretariat Daerah",
        short_name="Setda",
        type="sekretariat",
        written_url=f"https://setda .{SUFFIX}/",
        condition=Condition(certificate=Certificate.NONE, plain_http=PlainHttp.NONE),
        truth=Truth(SiteStatus.INVALID),
    ),
)
"""In the order of the list."""
