"""The one verdict on whether a site has a thing: its best proof, and whether that leads to something."""

from collections.abc import Iterable
from enum import IntEnum

from webaudit.extract.own import ENOUGH_WORDS
from webaudit.extract.urls import host, page_key, same_site
from webaudit.model.evidence import LinkTarget, LinkTargets, Readings
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.reading import OwnContent, PageKind, Proof, ProofKind, Reading
from webaudit.model.record import Failure, FailureReason
from webaudit.vocabulary import leftovers, unfinished

EMPTY_WORDS = 15
"""Fewer, links and fields counted in, are an empty page: a heading and "admin, 3 Juli"."""

_FEW_LINKS = 5
"""More on a page, to its own host, and the site has other pages."""

CATCHES = 3
"""Addresses that are sent on to one page; fewer may have moved there."""

_SEE_FOR_YOURSELF = "“{text}” leads to {url}"
_GONE = {FailureReason.DNS, FailureReason.REFUSED}
_NO_PAGE = {PageKind.SOFT_404, PageKind.PARKED}


class State(IntEnum):
    """What a proof leads to, best first."""

    ALIVE = 0
    UNANSWERED = 1
    EMBEDDED = 2
    THIN = 3
    SECTION = 4
    IMAGE = 5
    EMPTY = 6
    DEAD = 7


def existence(
    proofs: Iterable[Proof],
    readings: Readings,
    link_targets: LinkTargets | Failure,
    *,
    absent: str,
    words: int = 0,
) -> Verdict:
    """The verdict on the site; the strongest proof that leads to something tells its code.

    Args:
        proofs: of one subject, or of several that will do as well, strongest first.
        absent: message where there is none, with {pages}.
        words: that a captured page must have of its own, as text; 0 if anything but an empty page will do.
    """
    look = Look(readings, link_targets)
    states = [(look.state(proof, words), proof) for proof in proofs]
    if not states or not readings.content:
        return nothing(readings, absent)
    state, proof = min(states, key=lambda one: one[0])
    return told(state, proof)


def nothing(readings: Readings, absent: str) -> Verdict:
    """The verdict where there is no proof.

    Args:
        absent: message, with {pages}.
    """
    if not readings.content:
        return cant_tell(None, "no-page", "no page of the site could be read")
    if _leads_on(readings):
        message = "only one page could be read; whether the pages that it leads to have it was not seen"
        return cant_tell(None, "one-page", message)
    return failed(None, "absent", absent, pages=len(readings.content))


def told(state: State, proof: Proof) -> Verdict:
    """The verdict on the best proof, by what it leads to."""
    text, url = (proof.text or proof.url)[:100], proof.url
    match state:
        case State.ALIVE:
            return passed(url, proof.by.value, _SEE_FOR_YOURSELF, text=text, url=url)
        case State.UNANSWERED:
            message = "“{text}” leads to {url}, but whether that answers could not be seen"
            return cant_tell(url, "unanswered", message, text=text, url=url)
        case State.EMBEDDED:
            message = "{url} holds an embedded document and hardly any text; a person must look at it"
            return cant_tell(url, "embedded-only", message, url=url)
        case State.THIN:
            message = "“{text}” leads to {url}, and that page says hardly anything that others do not say"
            return cant_tell(url, "thin", message, text=text, url=url)
        case State.SECTION:
            message = "only a heading says “{text}”, on {url}; a person must look at what stands below it"
            return cant_tell(url, "section-only", message, text=text, url=url)
        case State.IMAGE:
            message = "“{text}” leads to {url}, which is an image and hardly any text"
            return failed(url, "image-only", message, text=text, url=url)
        case State.EMPTY:
            message = "“{text}” leads to {url}, and that page is empty or unfinished"
            return failed(url, "empty-page", message, text=text, url=url)
        case State.DEAD:
            message = "“{text}” leads to {url}, and that does not answer"
            return failed(url, "dead", message, text=text, url=url)


def _leads_on(readings: Readings) -> bool:
    """Whether one page alone was read of a site that has more."""
    first, *more = readings.content
    own = host(first.url)
    onward = {page_key(link.url) for link in first.links if link.url and same_site(host(link.url), own)}
    return not more and len(onward) > _FEW_LINKS


def names_are_known(asked: Iterable[LinkTarget]) -> bool:
    """Whether DNS may be believed: where not one foreign name is known, it is our resolver that is broken."""
    elsewhere = [target for target in asked if not target.internal]
    return len({host(target.url) for target in elsewhere}) < 2 or not all(
        target.is_unknown for target in elsewhere
    )


def _catch_all(asked: Iterable[LinkTarget]) -> frozenset[str]:
    """The keys of pages to which several addresses are sent on: what is missing ends there."""
    ends: dict[str, set[str]] = {}
    for target in asked:
        key, end = page_key(target.url), page_key(target.hops[-1].url)
        if key != end:
            ends.setdefault(end, set()).add(key)
    return frozenset(end for end, keys in ends.items() if len(keys) >= CATCHES)


class Look:
    """What is known of the places that proofs lead to."""

    def __init__(self, readings: Readings, link_targets: LinkTargets | Failure) -> None:
        """Takes the pages that were read and the links that were asked."""
        asked = () if isinstance(link_targets, Failure) else link_targets.targets
        known = names_are_known(asked)
        self._pages = {page_key(page.url): page for page in readings.content}
        self._answers = {page_key(target.url): target for target in asked if known or not target.is_unknown}
        self._catch_all = _catch_all(asked)

    def end(self, url: str) -> str:
        """Where the redirects from an address end, as far as is known."""
        target = self._answers.get(page_key(url))
        return target.hops[-1].url if target else url

    def asks_for_account(self, url: str) -> bool:
        """Whether an address was answered by a page to log in at."""
        target = self._answers.get(page_key(url))
        return target is not None and target.kind is PageKind.LOGIN

    def page(self, url: str) -> Reading | None:
        """The page that an address leads to, if it was read."""
        return self._pages.get(page_key(url)) or self._pages.get(page_key(self.end(url)))

    def is_unread(self, url: str) -> bool:
        """Whether an address was answered by a page of which nothing was read."""
        target = self._answers.get(page_key(url))
        return target is not None and target.kind is PageKind.CONTENT and self.page(url) is None

    def state(self, proof: Proof, words: int = 0) -> State:
        """What one proof leads to.

        Args:
            words: that a page must have of its own, as text.
        """
        if proof.by is ProofKind.REACH or proof.by is ProofKind.FORM:
            return State.ALIVE
        if proof.by is ProofKind.SECTION:
            return State.SECTION
        key = page_key(proof.url)
        target = self._answers.get(key)
        last = page_key(target.hops[-1].url) if target else key
        lost = last in self._catch_all or _is_root(last, key)
        if last != key and proof.by is not ProofKind.PHRASE and lost:
            # Some systems hide so what is missing.
            return State.UNANSWERED
        if page := self._pages.get(key) or self._pages.get(last):
            return _content(page, words)
        state = State.UNANSWERED if target is None else _answer(target)
        # Where words are asked, what nobody has read is open.
        return State.UNANSWERED if words and state is State.ALIVE else state


def _content(page: Reading, words: int) -> State:
    """Whether a captured page says something, and something of its own."""
    state, own = _said(page, words), page.own
    mere_text = own is None or not (own.images or own.embedded)
    return State.THIN if state is State.ALIVE and page.thin and mere_text else state


def _said(page: Reading, words: int) -> State:
    """Whether a captured page says something."""
    text, own, phrases = page.text[:20_000].lower(), page.own, unfinished()
    if leftovers().anywhere.search(text) or any(some.search(text) for _, some in phrases.anywhere):
        return State.EMPTY
    if own is None:
        return State.ALIVE
    if own.words < ENOUGH_WORDS and any(some.search(text) for _, some in phrases.alone):
        return State.EMPTY
    if own.words >= max(words, 1) or (not words and not _is_empty(own)):
        return State.ALIVE if not _is_empty(own) else State.EMPTY
    if own.embedded:
        return State.EMBEDDED
    return State.IMAGE if own.images else State.EMPTY


def _is_empty(own: OwnContent) -> bool:
    return own.words + own.linked < EMPTY_WORDS and not own.images and not own.embedded


def _answer(target: LinkTarget) -> State:
    """Whether a target answers with a page; open if it turned the auditor away or was not heard."""
    status, failure = target.status, target.failure
    if target.kind in _NO_PAGE or status in {404, 410} or (failure and failure.reason in _GONE):
        return State.DEAD
    if failure or status is None or target.kind is PageKind.BLOCKED:
        return State.UNANSWERED
    return State.ALIVE if status < 400 else State.DEAD


def _is_root(key: str, other: str) -> bool:
    """Whether a page is the home page of the host that another address is on."""
    name, _, path = key.partition("/")
    return not path and same_site(name, other.partition("/")[0])
