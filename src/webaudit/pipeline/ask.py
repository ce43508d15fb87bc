"""What checks say of one page, whatever a check does: one that has a bug leaves its page open."""

import logging
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from sys import intern

from webaudit.extract.document_records import File, file_of
from webaudit.extract.identity_numbers import masked, masked_address
from webaudit.extract.kinds import is_door, reason_of
from webaudit.model.check import AnyCheck
from webaudit.model.document import Documents, FileKind, Pdf
from webaudit.model.evidence import Exchange, Hop
from webaudit.model.finding import Counts, Here, Location, Outcome, Tally, Verdict, cant_tell, tally
from webaudit.model.page import Page
from webaudit.model.reading import PageKind, Proof
from webaudit.model.record import Failure, FailureReason, Record, Stage
from webaudit.pipeline.alarm import Overrun, timed

log = logging.getLogger(__name__)

# What a broken file makes the library say is no news for the operator.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

UNREAD = "the page could not be judged: {reason}"
"""Message of a page that stands in the way of its own judgement."""

_UNDECIDED_KINDS = (PageKind.SHELL, PageKind.BLOCKED)
"""Kinds of pages that may hold anything: every page check leaves them open."""

MOST_OVERRUNS = 2
"""Of one check on one site; then it is not asked again, and its other pages are left open."""


@dataclass
class Bugs:
    """What went wrong in checks.

    Attributes:
        seconds: that a check may take for one page; None if nobody counts.
        faults: ids of checks that raised an error or took too long.
        overruns: how often each took too long.
    """

    seconds: float | None = None
    faults: set[str] = field(default_factory=set)
    overruns: Counter[str] = field(default_factory=Counter)


def ask_page(
    checks: Iterable[AnyCheck],
    page: Page,
    known: Mapping[str, Record | Failure],
    tallies: dict[str, list[Tally]],
    bugs: Bugs,
    left_out: Collection[str],
) -> None:
    """Asks page checks about one page; adds to `tallies` and `bugs`."""
    kind, failure = page.reading.kind, page.exchange.failure
    if page.url in left_out:
        failure = Failure(FailureReason.CHECK_ERROR)
    # A page to log in at is no content. One that asks for an account in the place of its content is shut.
    shut = kind is PageKind.LOGIN and not is_door(page.url)
    if failure is not None or shut or kind in _UNDECIDED_KINDS:
        reason = failure.reason if failure else reason_of(kind)
        for check in checks:
            tallies.setdefault(check.id, []).append(opened(page.url, reason))
        return
    if kind is not PageKind.CONTENT:
        return
    for check in checks:
        arguments = arguments_of(check, known)
        if isinstance(arguments, Failure):
            continue
        folded = _ask(check, page, arguments, bugs)
        if folded is not None:
            tallies.setdefault(check.id, []).append(folded)


def _ask(check: AnyCheck, page: Page, arguments: Mapping[str, Record | Failure], bugs: Bugs) -> Tally | None:
    """What one check says of one page; left open if it raises an error or takes too long."""

    def folded(_: None) -> Tally | None:
        # A target that passed is counted and never shown: it needs no place.
        well = Outcome.PASSED
        verdicts = [
            verdict if verdict.outcome is well else located(verdict, page)
            for verdict in check(page, **arguments)
        ]
        return tally(page.url, verdicts, sole_target=check.sole_target)

    if bugs.overruns.get(check.id, 0) < MOST_OVERRUNS:
        try:
            return folded(None) if bugs.seconds is None else timed(folded, None, bugs.seconds)
        except Overrun:
            log.error("check-error check=%s url=%s seconds=%s", check.id, page.url, bugs.seconds)
            bugs.overruns[check.id] += 1
        except Exception:
            log.exception("check-error check=%s url=%s", check.id, page.url)
        bugs.faults.add(check.id)
    return opened(page.url, FailureReason.CHECK_ERROR)


def open_document(exchange: Exchange, bugs: Bugs, left_out: Collection[str]) -> File:
    """What a document holds; a file that takes too long, or killed a worker before, is left open."""

    def opened_file(_: None) -> File:
        return file_of(exchange, opened=True)

    failure = Failure(FailureReason.AUDITOR_ERROR, Stage.CONTENT)
    if exchange.url not in left_out:
        try:
            return opened_file(None) if bugs.seconds is None else timed(opened_file, None, bugs.seconds)
        except (Overrun, MemoryError) as error:
            log.error("document-error url=%s error=%s", exchange.url, type(error).__name__)
    return File(FileKind.PDF, len(exchange.body), pdf=failure)


def opened(url: str, reason: FailureReason | None) -> Tally:
    """The tally of a page that could hold anything: nothing won, nothing lost."""
    code = reason.value if reason else FailureReason.CHECK_ERROR.value
    verdict = cant_tell(Location(masked_address(url)), code, UNREAD, reason=code)
    return Tally(url, 0.0, 1.0, Counts(undecided=1), (verdict,))


def located(verdict: Verdict, page: Page | None = None) -> Verdict:
    """The verdict with its target turned into a Location, and without the numbers of citizens."""
    values, here = verdict.values, _place(verdict.here, page)
    if any(isinstance(value, str) for value in values.values()):
        values = {name: masked(one) if isinstance(one, str) else one for name, one in values.items()}
    elif here is verdict.here:
        return verdict
    # Made anew and not by `replace`, which takes thrice as long: a page has dozens.
    return Verdict(
        verdict.outcome, here, verdict.code, verdict.message, values, verdict.measure, verdict.found_by
    )


def _place(here: Here, page: Page | None) -> Location:
    """Where a target stands, without the numbers of citizens."""
    if isinstance(here, Location):
        url, xpath, snippet = masked_address(here.url), masked(here.xpath), masked(here.snippet)
        same = url == here.url and xpath == here.xpath and snippet == here.snippet
        return here if same else replace(here, url=url, xpath=xpath, snippet=snippet)
    if here is None or isinstance(here, str):
        return Location(masked_address(here or (page.url if page else "")))
    if page is None:
        return Location("")
    seen = page.locate(here)
    # A menu's fault stands on each page: one string for all halves what a site's findings weigh. Who named
    # the page's elements may have done so by numbers.
    xpath, snippet = intern(masked(seen.xpath)), intern(masked(seen.snippet))
    return Location(masked_address(seen.url), xpath, seen.line, snippet, seen.evidence)


def told_hops(hops: Iterable[Hop]) -> tuple[Hop, ...]:
    """A chain of redirects as a report tells it, without the numbers of citizens."""
    return tuple(
        replace(
            hop,
            url=masked_address(hop.url),
            location=masked_address(hop.location),
            failure=told_failure(hop.failure),
        )
        for hop in hops
    )


def told_failure(failure: Failure | None) -> Failure | None:
    """A failure likewise."""
    return replace(failure, detail=masked(failure.detail)) if failure else None


def told_proofs(proofs: Iterable[Proof]) -> tuple[Proof, ...]:
    """Proofs likewise."""
    return tuple(
        replace(
            proof,
            text=masked(proof.text),
            url=masked_address(proof.url),
            found_on=masked_address(proof.found_on),
        )
        for proof in proofs
    )


def told_documents(documents: Documents) -> Documents:
    """Documents likewise."""
    found = (
        replace(
            one,
            name=masked(one.name),
            url=masked_address(one.url),
            found_on=masked_address(one.found_on),
        )
        for one in documents.found
    )
    answers = (
        replace(
            one,
            url=masked_address(one.url),
            final_url=masked_address(one.final_url),
            pdf=_told_pdf(one.pdf) if isinstance(one.pdf, Pdf) else one.pdf,
        )
        for one in documents.answers
    )
    return replace(documents, found=tuple(found), answers=tuple(answers))


def _told_pdf(pdf: Pdf) -> Pdf:
    return replace(pdf, title=masked(pdf.title), language=masked(pdf.language), producer=masked(pdf.producer))


def arguments_of(
    check: AnyCheck, known: Mapping[str, Record | Failure]
) -> dict[str, Record | Failure] | Failure:
    """The records by the names of the check's parameters; a Failure that it does not judge itself."""
    arguments: dict[str, Record | Failure] = {}
    for need in check.needs:
        record = known.get(need.record.__name__, Failure(FailureReason.NOT_CAPTURED))
        if isinstance(record, Failure) and not need.judges_failure:
            return record
        arguments[need.name] = record
    return arguments
