"""Pure choosers of what to ask next: pages and link targets. Same evidence, same choice."""

import heapq
import re
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from webaudit.extract.documents import is_document, named
from webaudit.extract.urls import has_port, host, normalise, page_key, port, same_site
from webaudit.model.evidence import Readings
from webaudit.model.page import Page
from webaudit.model.plan import Plan
from webaudit.vocabulary.subjects import subjects

TARGET_BYTES = 65_536
"""Enough of a link's target to know its kind."""

IMPORTANT = (
    ("profile", r"profil|tentang|about|visi|misi|struktur|sejarah|tugas|fungsi|pejabat|organisasi"),
    ("services", r"layanan|pelayanan|service|perizinan|maklumat|sippn|standar-pelayanan|loket|antrian"),
    ("contact", r"kontak|contact|hubungi|alamat|lokasi"),
    ("news", r"berita|news|artikel|kabar|pengumuman|siaran|agenda|kegiatan|informasi-terkini"),
    (
        "ppid",
        r"ppid|informasi-publik|keterbukaan|daftar-informasi|transparansi|laporan|lakip|renstra|anggaran",
    ),
    ("complaint", r"lapor|pengaduan|aduan|wbs|whistle|saran"),
)
"""Classes of page that citizens come for, and the words that name them in a path or a link's text."""

IMPORTANT_KEPT = 40
"""Of the addresses that a sitemap lists, in each class."""

SAMPLE_KEPT = 400
"""Of the addresses that a sitemap lists, by hash: a few times more than a page budget takes."""

MAX_DEPTH = 10
"""Segments of a path; deeper ones are mostly made by a relative link that grows."""

MAX_PARAMETERS = 5
MAX_REPEATS = 2
"""Of one segment in a path."""

_CLASSES = tuple((name, re.compile(rf"(?<![a-z])(?:{words})", re.IGNORECASE)) for name, words in IMPORTANT)
_ANY_CLASS = re.compile(rf"(?<![a-z])(?:{'|'.join(words for _, words in IMPORTANT)})", re.IGNORECASE)
_FILE = re.compile(
    r"\.(?:7z|aac|ai|apk|avi|bin|bmp|bz2|css|csv|dmg|docx?|dwg|eot|eps|exe|flv|gif|gz|ico|ics|iso|jar|jpe?g|jpe|js"
    r"|json|jfif|kml|kmz|m3u8?|m4[av]|mkv|mov|mp[34g]|mpe?g|msi|od[tsp]|ogg|otf|pdf|png|pp[st]x?|psd|rar|rss"
    r"|rtf|shp|svg|swf|tar|tgz|tiff?|ttf|txt|wav|web[mp]|wm[av]|woff2?|xlsx?|xml|xz|zip)(?:$|[?;])",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"/(?:wp-login|wp-admin|wp-json|xmlrpc|cdn-cgi|logout|signout|keluar|feed)(?:[/.?]|$)"
    r"|[?&](?:replytocom|share|print|add-to-cart|logout)=",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"(?:(?<=[?&])(?:phpsessid|jsessionid|sessionid|session_id|aspsessionid\w*|sid|cfid|cftoken|utm_\w+|fbclid|gclid)"
    r"=[^&]*&?)|;jsessionid=[^/?#]*",
    re.IGNORECASE,
)
_CALENDAR = re.compile(
    r"kalender|calendar|tribe-bar-date|[?&](?:bulan|tahun|month|year|tanggal|date|tgl|thn|bln|day|week)="
    r"|/(?:19|20)\d\d/(?:0?[1-9]|1[0-2])(?:/(?:0?[1-9]|[12]\d|3[01]))?/?(?:$|\?)",
    re.IGNORECASE,
)
_REFRESH = re.compile(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?['\"]?([^'\"\s]+)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_PDF = re.compile(r"\.pdf(?:$|[?;])", re.IGNORECASE)
_OPENED = re.compile(r"\.(?:pdf|xls[xm]?|docx?|od[ts]|[ct]sv|txt)(?:$|[?;])", re.IGNORECASE)
_SERVICE = re.compile(
    r"layanan|pelayanan|service|sippn|ppid|lapor|pengaduan|aduan|izin|perizinan|oss|antri|daftar|online|simpeg|e-?\w{0,3}form"
    r"|sapawarga|samsat|e-samsat|lpse|jdih|satu-?data|open-?data|bpjs|ppdb|sicantik|simbg|whatsapp"
    r"|spse|sirup|inaproc|skm|surve[iy]|maklumat|wbs|whistle|gratifikasi|csirt",
    re.IGNORECASE,
)


def rank(seed: int, url: str) -> int:
    """A number that nobody can steer without knowing the seed; the lowest is drawn first."""
    return int.from_bytes(
        blake2b(f"{seed} {page_key(url)}".encode("utf-8", "replace"), digest_size=8).digest()
    )


def importance(url: str, text: str = "") -> int | None:
    """The class in `IMPORTANT` of a page, by its path or a short text of a link to it; None for none."""
    path = page_key(url).partition("/")[2]
    for index, (_, words) in enumerate(_CLASSES):
        if words.search(path) or (len(text) <= 40 and words.search(text)):
            return index
    return None


def is_page(url: str) -> bool:
    """Whether an address may be a page: no file by its name, nothing that acts."""
    path = url.partition("://")[2].partition("/")[2]
    return not _FILE.search(path.partition("?")[0]) and not _ACTION.search(f"/{path}")


def without_session(url: str) -> str:
    """The address without parameters that name a visit and not a page."""
    if "=" not in url:
        return url
    return _SESSION.sub("", url).rstrip("?&")


def trap(url: str) -> str | None:
    """The name of the trap that an address alone betrays, "trap:path" or "trap:query"."""
    path, _, query = url.partition("://")[2].partition("/")[2].partition("?")
    segments = [segment for segment in path.split("/") if segment]
    if len(segments) > MAX_DEPTH:
        return "trap:path"
    if len(segments) > MAX_REPEATS and any(segments.count(one) > MAX_REPEATS for one in segments):
        return "trap:path"
    half = len(segments) // 2
    if any(segments[-2 * size : -size] == segments[-size:] for size in range(2, half + 1)):
        return "trap:path"
    return "trap:query" if query.count("&") + query.count(";") >= MAX_PARAMETERS else None


def families(url: str, pages: int) -> tuple[tuple[str, str, int], ...]:
    """The endless families that an address may belong to.

    Returns:
        tuple of (family, name of the trap, how many of it are asked at most).
    """
    path, _, query = page_key(url).partition("?")
    found: list[tuple[str, str, int]] = []
    if _CALENDAR.search(url):
        found.append((f"calendar {_NUMBER.sub('0', path)}", "trap:calendar", 3))
    if query:
        found.append((f"query {path}", "trap:query", max(pages // 2, 3)))
        if "&" in query:
            names = ",".join(sorted(part.partition("=")[0] for part in query.split("&")))
            found.append((f"query {path} {names}", "trap:query", max(pages // 5, 3)))
    return tuple(found)


def sample(seed: int, urls: Iterable[str]) -> tuple[str, ...]:
    """Those of a sitemap's addresses that the crawl could come to ask: the important, and a draw by hash."""
    known = list(urls)
    by_class: dict[int, list[str]] = {}
    for url in known:
        if _ANY_CLASS.search(url) and (index := importance(url)) is not None:
            by_class.setdefault(index, []).append(url)
    important = [
        url
        for _, urls_of_class in sorted(by_class.items())
        for url in heapq.nsmallest(
            IMPORTANT_KEPT, urls_of_class, key=lambda url: (url.count("/"), len(url), url)
        )
    ]
    drawn = heapq.nsmallest(SAMPLE_KEPT, known, key=lambda url: (rank(seed, url), url))
    return tuple(dict.fromkeys((*important, *drawn)))


def hidden_ways(page: Page) -> tuple[str, ...]:
    """Where a page without links leads all the same: its refresh, or its frames."""
    written = [
        match[1]
        for meta in page.elements("meta")
        if meta.get("http-equiv", "").strip().lower() == "refresh"
        and (match := _REFRESH.match(meta.get("content", "")[:3_000]))
    ]
    written += [frame.get("src", "") for frame in page.elements("frame", "iframe")[:5]]
    urls = (normalise(one.strip(), page.url) for one in written if one.strip())
    return tuple(dict.fromkeys(url for url in urls if url))


def declared_urls(plan: Plan) -> tuple[str, ...]:
    """The normalised addresses of the services that the agency declares, each once, as listed."""
    urls = (normalise(service.url) for service in plan.site.services)
    return tuple(dict.fromkeys(url for url in urls if url))


def linked_urls(readings: Readings) -> dict[str, tuple[str, ...]]:
    """Addresses that content pages link to, in order of appearance, and up to 5 pages that do."""
    found: dict[str, tuple[str, ...]] = {}
    for page in readings.content:
        # One for all links that stand on this page alone: there may be a hundred thousand.
        alone = (page.url,)
        for link in page.links:
            if link.url:
                pages = found.setdefault(link.url, alone)
                if len(pages) < 5 and page.url not in pages:
                    found[link.url] = (*pages, page.url)
    return found


def portal_urls(name: str) -> tuple[str, str]:
    """The addresses of a central portal's home page; the second is asked if the first is silent."""
    return f"https://{name}/", f"http://{name}/"


def linked_portals(plan: Plan, urls: Iterable[str], own: Iterable[str]) -> frozenset[str]:
    """Those addresses that are not asked, because the answer of a central portal stands for them.

    A declared service is asked itself, and so is what a portal links to on its own host.

    Args:
        own: hosts of the site.
    """
    theirs = {name.removeprefix("www.") for name in plan.region.portals}
    theirs -= {name.removeprefix("www.") for name in own}
    declared = declared_urls(plan)
    return frozenset(url for url in urls if host(url).removeprefix("www.") in theirs and url not in declared)


def link_targets(
    plan: Plan, readings: Readings, captured_urls: Iterable[str]
) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """Which links are followed to see whether they answer.

    Declared services first, then what looks like a service, then documents, then by hash.

    Args:
        captured_urls: addresses that were asked already, redirects included.

    Returns:
        addresses on the site's own hosts, addresses on others, and how many distinct links are left out.
    """
    done = {page_key(url) for url in captured_urls}
    own = tuple(dict.fromkeys((host(plan.site.url), *(host(page.url) for page in readings.pages))))
    texts: dict[str, str] = {}
    for page in readings.content:
        for link in page.links:
            if link.url and link.url not in texts:
                texts[link.url] = link.text[:200]
    for url in linked_portals(plan, texts, own):
        del texts[url]
    declared = declared_urls(plan)
    order = {url: (0, index, 0) for index, url in enumerate(declared)}
    for url, text in texts.items():
        if url not in order:
            service = bool(_SERVICE.search(text) or _SERVICE.search(url[:300]))
            order[url] = (1 if service else 2 if is_document(url) else 3, rank(plan.seed, url), 0)
    chosen: dict[str, str] = {}
    for url in sorted(order, key=lambda url: (order[url], url)):
        key = page_key(url)
        if key not in done:
            chosen.setdefault(key, url)
    internal = [url for url in chosen.values() if any(same_site(host(url), one) for one in own)]
    inside = set(internal)
    external = [url for url in chosen.values() if url not in inside]
    half, total = plan.budget.link_targets // 2, plan.budget.link_targets
    for_internal = min(len(internal), max(half, total - len(external)))
    for_external = min(len(external), total - for_internal)
    unasked = len(chosen) - for_internal - for_external
    return tuple(internal[:for_internal]), tuple(external[:for_external]), unasked


def documents(plan: Plan, readings: Readings, year: int) -> tuple[str, ...]:
    """Which files of the site's own hosts are opened: PDF files, and a few tables and texts behind them.

    First those whose link or name says that the law asks for them: of this year or the last before older,
    one of each kind before the next, those that are for reading before others. Then by hash.

    Args:
        year: of the capture.
    """
    own = tuple(dict.fromkeys((host(plan.site.url), *(host(page.url) for page in readings.pages))))
    by_key = subjects().by_key
    kinds: dict[str, tuple[str, ...]] = {}
    order: dict[str, tuple[int, bool, int]] = {}
    seen: set[str] = set()
    for page in readings.content:
        for link in page.links:
            url, key = link.url, page_key(link.url)
            if key in seen or not _OPENED.search(url) or not any(same_site(host(url), one) for one in own):
                continue
            seen.add(key)
            kinds[url], years, _ = named(link)
            late = 2 if not kinds[url] else 1 if years and max(years) < year - 1 else 0
            order[url] = (late, not any(by_key[kind].text for kind in kinds[url]), rank(plan.seed, url))
    # Of each kind one, before any comes twice.
    taken: Counter[tuple[str, ...]] = Counter()
    turns: dict[str, int] = {}
    for url in sorted(order, key=lambda url: (order[url], url)):
        turns[url] = taken[kinds[url]]
        taken[kinds[url]] += bool(kinds[url])
    chosen = sorted(order, key=lambda url: (order[url][0], turns[url], order[url][1:], url))
    others = [url for url in chosen if not _PDF.search(url)]
    # What the law asks for mostly comes as PDF, and what should not be there as a table.
    kept = others[: max(plan.budget.documents // 4, plan.budget.documents - len(chosen) + len(others))]
    pdfs = [url for url in chosen if _PDF.search(url)]
    return (*pdfs[: plan.budget.documents - len(kept)], *kept)


def ports_named(plan: Plan) -> tuple[tuple[str, int], ...]:
    """Pairs of host and port that the list names beside the usual ports."""
    urls = (plan.site.url, *(normalise(url) for url in plan.site.crawl.start), *declared_urls(plan))
    return tuple((host(url), port(url)) for url in urls if url and has_port(url))
