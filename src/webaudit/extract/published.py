"""The one verdict on whether a site publishes a document of the right year, and where it is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from webaudit.extract.documents import is_document
from webaudit.extract.existence import Look, State, nothing, told
from webaudit.extract.records import REDIRECTS
from webaudit.extract.urls import host, page_key, same_site
from webaudit.model.document import DocumentAnswer, Documents, FileKind, Pdf
from webaudit.model.evidence import Inventory, LinkTargets, Readings
from webaudit.model.finding import Outcome, Verdict, cant_tell, failed, passed
from webaudit.model.reading import Document, Proof, ProofKind
from webaudit.model.record import Failure
from webaudit.model.site import Region
from webaudit.vocabulary.documents import document_marks
from webaudit.vocabulary.subjects import subjects

OUTSIDE = "outside-government-host"
IMAGE = "image-only"
INCOMPLETE = "incomplete"

_WORDS = (ProofKind.TEXT, ProofKind.IMAGE)
"""Signs that anybody can put on any link."""

_OPEN = (State.UNANSWERED, State.LOCKED, State.SHELL, State.EMBEDDED, State.THIN, State.SECTION)


class _Worth(IntEnum):
    """What a proof is worth, best first."""

    GOOD = 0
    UNSEEN = 1
    """On a host of the government, and nobody saw whether it answers."""
    OUTSIDE = 2
    IMAGE = 3
    LOGIN = 4
    OPEN = 5
    UNREAD = 6
    """A page that nobody has read, or that does not call itself what its link calls it."""
    DISPUTED = 7
    YEARLESS = 8
    OTHER_YEAR = 9
    EMPTY = 10


@dataclass(frozen=True, slots=True)
class _Seen:
    worth: _Worth
    proof: Proof
    state: State


class Shelf:
    """All that is known of the documents of a site."""

    def __init__(
        self,
        inventory: Inventory,
        readings: Readings,
        link_targets: LinkTargets | Failure,
        documents: Documents | Failure,
        region: Region,
    ) -> None:
        """Takes the evidence."""
        answers = () if isinstance(documents, Failure) else documents.answers
        self._inventory = inventory
        self._readings = readings
        self._region = region
        self._look = Look(readings, link_targets)
        self._answers = {page_key(answer.url): answer for answer in answers}
        self._own = tuple(dict.fromkeys(host(page.url) for page in readings.content))

    def published(
        self,
        *keys: str,
        absent: str,
        years: Sequence[int] = (),
        central: bool = False,
    ) -> Verdict:
        """The verdict on the site: the best of its proofs decides.

        Args:
            keys: of subjects in the vocabulary; any of them will do.
            absent: message where there is none, with {pages}.
            years: of which one must be among the document's; empty if any will do.
            central: the province's central PPID may keep it for all agencies.
        """
        proofs = self._inventory.of(*keys)
        if years:
            proofs = self._without_lists(proofs)
        seen = [self._seen(proof, years) for proof in proofs]
        if not seen or not self._readings.content:
            return (central and self._at_portal()) or nothing(self._readings, absent)
        best = min(seen, key=lambda one: (one.worth, one.state))
        if best.worth is _Worth.OTHER_YEAR:
            # The newest is what a reader would look at.
            old = [one for one in seen if one.worth is _Worth.OTHER_YEAR]
            best = max(old, key=lambda one: one.proof.years[-1])
        return _told(best, years)

    def _at_portal(self) -> Verdict | None:
        """The verdict where the site leads to the central PPID, which nobody has searched; None if not."""
        portals = [one for one in self._inventory.of("ppid") if one.by is ProofKind.CENTRAL_PORTAL]
        if not portals or not self._readings.content:
            return None
        message = "the site has none of its own, but leads to {url}, where it may be; a person must look"
        return cant_tell(portals[0].url, "central-portal", message, url=portals[0].url)

    def _without_lists(self, proofs: Sequence[Proof]) -> tuple[Proof, ...]:
        """The proofs but for those that lead to a page that links the documents themselves."""
        listing = {(page_key(one.found_on), one.subject) for one in proofs if one.xpath}
        return tuple(one for one in proofs if (page_key(one.url), one.subject) not in listing)

    def _seen(self, proof: Proof, years: Sequence[int]) -> _Seen:
        answer = self._answers.get(page_key(proof.url))
        state = self._state(proof, answer)
        return _Seen(self._worth(proof, answer, state, years), proof, state)

    def _state(self, proof: Proof, answer: DocumentAnswer | None) -> State:
        """What a proof leads to; what was seen of a file counts before what its address answers."""
        state = self._look.state(proof)
        if answer is None or state is not State.ALIVE:
            return state
        blank = isinstance(answer.pdf, Pdf) and (answer.pdf.blank or not answer.pdf.pages)
        if answer.kind is FileKind.EMPTY or blank:
            return State.EMPTY
        # A page in the place of a file may show it, or may say that it is gone.
        in_place = answer.kind is FileKind.PAGE and self._is_official(answer.final_url)
        # Where a redirect was not followed to its end, nobody knows what is there.
        return State.UNANSWERED if in_place or answer.status in REDIRECTS else state

    def _worth(
        self,
        proof: Proof,
        answer: DocumentAnswer | None,
        state: State,
        years: Sequence[int],
    ) -> _Worth:
        if state in (State.DEAD_FORM, State.EMPTY, State.DEAD):
            return _Worth.EMPTY
        if years:
            if not proof.years:
                return _Worth.YEARLESS
            if not any(year in years for year in proof.years):
                return _Worth.DISPUTED if proof.disputed else _Worth.OTHER_YEAR
            if proof.disputed or _is_too_early(proof, answer):
                return _Worth.DISPUTED
        end = self._look.end(proof.url)
        shut = self._look.asks_for_account(proof.url) or host(end) in document_marks().doors
        if shut or (answer is not None and answer.login):
            return _Worth.LOGIN
        official = self._is_official(end)
        if state is State.UNANSWERED and official:
            return _Worth.UNSEEN
        if state in _OPEN:
            return _Worth.OPEN
        if not self._is_borne_out(proof):
            return _Worth.UNREAD
        if not official:
            return _Worth.OUTSIDE
        pictures = answer is not None and isinstance(answer.pdf, Pdf) and not answer.pdf.text
        unread = pictures and subjects().by_key[proof.subject].text
        return _Worth.IMAGE if state is State.IMAGE or unread else _Worth.GOOD

    def _is_borne_out(self, proof: Proof) -> bool:
        """Whether what a link leads to is more than its word: a file, another's page, or one that says so."""
        if proof.by not in _WORDS or is_document(proof.url):
            return True
        page = self._look.page(proof.url)
        if page is not None:
            own: tuple[Proof | Document, ...] = (*page.proofs, *page.documents)
            return any(proof.subject in _subjects(one) for one in own)
        within = any(same_site(host(proof.url), one) for one in self._own)
        return not (within and self._look.is_unread(proof.url))

    def _is_official(self, url: str) -> bool:
        """Whether an address is on the site's own hosts, its region's, or another of the government."""
        name = host(url)
        if not name:
            return True
        named = (*self._region.suffixes, "go.id")
        return (
            any(same_site(name, own) for own in self._own)
            or name in self._region.portals
            or any(name == suffix or name.endswith(f".{suffix}") for suffix in named)
        )


def _subjects(one: Proof | Document) -> tuple[str, ...]:
    return one.subjects if isinstance(one, Document) else (one.subject,)


def both(parts: Iterable[tuple[str, Verdict]]) -> Verdict:
    """One verdict on a duty of several parts.

    Args:
        parts: pairs of what the part is called, in Indonesian, and its verdict.
    """
    known = list(parts)
    failing = [(name, verdict) for name, verdict in known if verdict.outcome is Outcome.FAILED]
    halves = [verdict for _, verdict in failing if verdict.code in (OUTSIDE, IMAGE)]
    undecided = [verdict for _, verdict in known if verdict.outcome is Outcome.CANT_TELL]
    if not failing:
        return undecided[0] if undecided else known[0][1]
    if undecided:
        # Half of it may be there: then not all is lost.
        return undecided[0]
    if len(halves) == len(failing):
        return halves[0]
    there = [name for name, verdict in known if verdict.outcome is Outcome.PASSED]
    lacking = [(name, verdict) for name, verdict in failing if verdict not in halves]
    if there and not halves:
        message = "found: {found}; missing or not as it should be: {missing}"
        missing = ", ".join(name for name, _ in lacking)
        return failed(lacking[0][1].here, INCOMPLETE, message, found=", ".join(there), missing=missing)
    return lacking[0][1]


def _is_too_early(proof: Proof, answer: DocumentAnswer | None) -> bool:
    """Whether a file was made long before the year that it is said to be of."""
    pdf = answer.pdf if answer is not None else None
    return isinstance(pdf, Pdf) and pdf.made is not None and pdf.made < proof.years[0] - 1


def _told(seen: _Seen, years: Sequence[int]) -> Verdict:
    """The verdict on the best proof, by its worth."""
    proof = seen.proof
    text, url = (proof.text or proof.url)[:100], proof.url
    said = _spelt(proof.years)
    match seen.worth:
        case _Worth.GOOD:
            code = proof.by.value
            if not years:
                return passed(url, code, "“{text}” leads to {url}", text=text, url=url)
            message = "“{text}” ({years}) leads to {url}"
            return passed(url, code, message, text=text, years=said, url=url)
        case _Worth.OUTSIDE:
            message = "“{text}” is kept on {host}, outside the government's hosts: {url}"
            return failed(url, OUTSIDE, message, text=text, host=host(url), url=url)
        case _Worth.IMAGE:
            message = "“{text}” is a picture of a text, which can neither be searched nor read aloud: {url}"
            return failed(url, IMAGE, message, text=text, url=url)
        case _Worth.LOGIN:
            message = "“{text}” leads to {url}, which asks for an account; a person must look at it"
            return cant_tell(url, "login", message, text=text, url=url)
        case _Worth.UNREAD:
            message = "“{text}” leads to {url}, and whether that page is one could not be seen"
            return cant_tell(url, "unread", message, text=text, url=url)
        case _Worth.DISPUTED:
            message = "the link says “{text}”, but its file is called otherwise or is older: {url}"
            return cant_tell(url, "year-disputed", message, text=text, url=url)
        case _Worth.YEARLESS:
            message = "“{text}” leads to {url}, and nothing says of which year that is"
            return cant_tell(url, "year-unknown", message, text=text, url=url)
        case _Worth.OTHER_YEAR if proof.years[-1] < min(years):
            message = "the newest that was found is of {years}, asked for is {asked}: “{text}”, {url}"
            asked = _spelt(years)
            return failed(url, "old", message, years=said, asked=asked, text=text, url=url)
        case _Worth.OTHER_YEAR:
            message = "only one of {years} was found, asked for is {asked}: “{text}”, {url}"
            asked = _spelt(years)
            return cant_tell(url, "other-year", message, years=said, asked=asked, text=text, url=url)
        case _:
            return told(seen.state, proof)


def _spelt(years: Sequence[int]) -> str:
    """Years as people write them: 2026, or 2025–2029."""
    if not years:
        return ""
    first, last = years[0], years[-1]
    if last - first == len(years) - 1 and first != last:
        return f"{first}–{last}"
    return ", ".join(map(str, years))
