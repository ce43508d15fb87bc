"""Check `satisfaction-survey`."""

from collections.abc import Iterator
from dataclasses import replace

from webaudit.extract.existence import ONE_PAGE, existence, leads_on
from webaudit.extract.proofs import address
from webaudit.extract.survey import results, year_in
from webaudit.extract.urls import host, page_key
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Moment, Portals, Readings
from webaudit.model.finding import Measure, Outcome, Verdict, cant_tell, failed, passed
from webaudit.model.reading import Proof
from webaudit.model.record import Failure
from webaudit.standards import indonesia
from webaudit.vocabulary import plain
from webaudit.vocabulary.services import services

RECENT_YEARS = 1
"""The result of a year is published in the next; an older one is none of the last twelve months."""


@check(
    id="satisfaction-survey",
    title="The site leads to the survey of satisfaction (SKM) and publishes its last result",
    category=Category.SERVICES,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_25_2009, indonesia.PERMENPANRB_14_2017),
    remedy="Link the survey, and write its last result as text on a page “Survei Kepuasan Masyarakat”: "
    "“Nilai IKM 88,35 (Baik), Tahun 2026”. In WordPress: Pages, Add New, then Appearance, Menus.",
    since="0.2.0",
    sole_target=True,
)
def satisfaction_survey(
    inventory: Inventory,
    readings: Readings,
    link_targets: LinkTargets | Failure,
    portals: Portals,
    moment: Moment,
) -> Iterator[Verdict]:
    """By the survey citizens say how well they were served; its result shows whether anybody listened.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to a survey of satisfaction, and a result of this or the last year is published: an
        index from 25 to 100 beside its year, as text, or a document that says by its name that it is one.
    Limits: whether the survey was done well is left to people. A result in an image is not read. Where the
        target was not asked, turned the auditor away, or a result without a year is shown, nothing is said.

    Passed (text, result-document):
        ```json
        {"inventory": {"proofs": [
            {"subject": "skm", "by": "text",
             "url": "https://a.example/?page_id=9", "text": "Survei Kepuasan Masyarakat"}]},
         "readings": {"pages": [
            {"url": "https://a.example/?page_id=9", "status": 200, "kind": "content",
             "text": "Nilai IKM Tahun 2025: 88,35 (Baik)", "own": {"words": 40}}]},
         "link_targets": {"targets": []}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        {"inventory": {"proofs": [
            {"subject": "skm", "by": "path",
             "url": "https://a.example/skm-2025.pdf", "text": "Laporan SKM 2025"}]},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/skm-2025.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/skm-2025.pdf", "status": 200}]}]},
         "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```

    Failed (absent, result-old, result-missing):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "moment": {"at": "2026-07-05T03:00:00Z"}}
        {"inventory": {"proofs": [
            {"subject": "skm", "by": "text",
             "url": "https://a.example/?page_id=9", "text": "Survei Kepuasan Masyarakat"}]},
         "readings": {"pages": [
            {"url": "https://a.example/?page_id=9", "status": 200, "kind": "content",
             "text": "Nilai IKM Tahun 2022: 88,35 (Baik)", "own": {"words": 40}}]},
         "link_targets": {"targets": []}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        {"inventory": {"proofs": [
            {"subject": "skm", "by": "text",
             "url": "https://a.example/?page_id=9", "text": "Survei Kepuasan Masyarakat"}]},
         "readings": {"pages": [
            {"url": "https://a.example/?page_id=9", "status": 200, "kind": "content",
             "text": "Isilah survei ini", "own": {"words": 40}}]},
         "link_targets": {"targets": []}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```

    CantTell (one-page, result-undated, result-unread):
        ```json
        {"inventory": {"proofs": [
            {"subject": "skm", "by": "host",
             "url": "https://skm.prov.example/", "text": "SKM"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "", "text": "1", "url": "https://a.example/1"},
            {"href": "", "text": "2", "url": "https://a.example/2"},
            {"href": "", "text": "3", "url": "https://a.example/3"},
            {"href": "", "text": "4", "url": "https://a.example/4"},
            {"href": "", "text": "5", "url": "https://a.example/5"},
            {"href": "", "text": "6", "url": "https://a.example/6"}]}]},
         "link_targets": {"targets": [
            {"url": "https://skm.prov.example/", "internal": false, "kind": "content",
             "hops": [{"url": "https://skm.prov.example/", "status": 200}]}]},
         "moment": {"at": "2026-07-05T03:00:00Z"}}
        {"inventory": {"proofs": [
            {"subject": "skm", "by": "text",
             "url": "https://a.example/?page_id=9", "text": "Survei Kepuasan Masyarakat"}]},
         "readings": {"pages": [
            {"url": "https://a.example/?page_id=9", "status": 200, "kind": "content",
             "text": "Nilai IKM: 88,35 (Baik)", "own": {"words": 40}}]},
         "link_targets": {"targets": []}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        {"inventory": {"proofs": [
            {"subject": "skm", "by": "host",
             "url": "https://skm.prov.example/", "text": "Hasil Survei Kepuasan"}]},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://skm.prov.example/", "internal": false, "kind": "content",
             "hops": [{"url": "https://skm.prov.example/", "status": 200}]}]},
         "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```
    """
    absent = "no survey of satisfaction was found; pages read: {pages}"
    proofs, until = inventory.of("skm"), moment.at.year
    found = existence(proofs, readings, link_targets, portals, absent=absent)
    if found.outcome is not Outcome.PASSED:
        yield found
        return
    pages = [page for page in readings.content if not page.thin]
    told = max(results(pages, until), key=lambda result: result.year, default=None)
    if told and told.year >= until - RECENT_YEARS:
        message = "{url} tells a result of {year}: “{raw}”"
        measure = Measure("index", told.value)
        yield passed(
            told.url, found.code, message, measure=measure, url=told.url, year=told.year, raw=told.raw
        )
        return
    reports = [proof for proof in proofs if _is_report(proof)]
    recent = [proof for proof in reports if _year(proof, until) >= until - RECENT_YEARS]
    document = existence(recent, readings, link_targets, portals, absent=absent)
    read = {page_key(page.url) for page in readings.content}
    own = {host(page.url) for page in readings.content}
    places = [*reports, *(proof for proof in proofs if host(proof.url) in own)]
    unread = next((proof for proof in places if page_key(proof.url) not in read), None)
    if recent and document.outcome is Outcome.PASSED:
        yield replace(document, code="result-document")
    elif told and not told.year:
        message = "{url} tells a result without its year: “{raw}”"
        yield cant_tell(told.url, "result-undated", message, url=told.url, raw=told.raw)
    elif unread and not _year(unread, until):
        message = "“{text}” leads to {url}, which was not read; a person must look for the result there"
        yield cant_tell(unread.url, "result-unread", message, text=unread.text[:100], url=unread.url)
    elif told:
        message = "the last result that was found is of {year}: “{raw}”, on {url}"
        yield failed(told.url, "result-old", message, url=told.url, year=told.year, raw=told.raw)
    elif leads_on(readings):
        yield cant_tell(None, "one-page", ONE_PAGE)
    else:
        message = "the survey is there, but no result with its index and year was found as text"
        yield failed(found.here, "result-missing", message)


def _is_report(proof: Proof) -> bool:
    """Whether a link says that it leads to a result."""
    words = plain(f"{proof.text} {proof.url.rpartition('/')[2]}").split()
    return address(proof.url).file or not services().report.isdisjoint(words)


def _year(proof: Proof, until: int) -> int:
    """The year that a link names in its text or the name of its file."""
    return year_in(f"{proof.text} {proof.url.rpartition('/')[2]}", until)
