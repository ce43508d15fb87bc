"""The one verdict on whether a site has a thing: its best proof, and whether that leads to something."""

from collections.abc import Iterable, Mapping
from enum import IntEnum

from webaudit.extract.own import ENOUGH_WORDS, says_unfinished
from webaudit.extract.urls import host, page_key, same_site
from webaudit.model.evidence import LinkTarget, LinkTargets, Portals, Readings
from webaudit.model.finding import Outcome, Verdict, cant_tell, failed
from webaudit.model.reading import OwnContent, PageKind, Proof, ProofKind, Reading
from webaudit.model.record import Failure, FailureReason

EMPTY_WORDS = 15
"""Fewer, links and fields counted in, are an empty page: a heading and "admin, 3 Juli"."""

_FEW_LINKS = 5
"""More on a page, to its own host, and the site has other pages."""

CATCHES = 3
"""Addresses that are sent on to one page; fewer may have moved there."""

ONE_PAGE = "only one page could be read; whether the pages that it leads to have it was not seen"
NO_PORTALS = Portals()
_GONE = {FailureReason.DNS, FailureReason.REFUSED}
_NO_PAGE = {PageKind.SOFT_404, PageKind.PARKED}
_BY_HOST = {ProofKind.CENTRAL_PORTAL, ProofKind.HOST}


class State(IntEnum):
    """What a proof leads to, best first."""

    ALIVE = 0
    UNANSWERED = 1
    LOCKED = 2
    SHELL = 3
    EMBEDDED = 4
    THIN = 5
    SECTION = 6
    IMAGE = 7
    DEAD_FORM = 8
    EMPTY = 9
    DEAD = 10


_TOLD: Mapping[State, tuple[Outcome, str, str]] = {
    State.ALIVE: (Outcome.PASSED, "", "“{text}” leads to {url}"),
    State.UNANSWERED: (
        Outcome.CANT_TELL,
        "unanswered",
        "“{text}” leads to {url}, but whether that answers could not be seen",
    ),
    State.LOCKED: (
        Outcome.CANT_TELL,
        "account-asked",
        "“{text}” leads to {url}, which asks for an account; what is behind it was not seen",
    ),
    State.SHELL: (
        Outcome.CANT_TELL,
        "script-only",
        "“{text}” leads to {url}, which is empty until a script fills it; a person must look at it",
    ),
    State.EMBEDDED: (
        Outcome.CANT_TELL,
        "embedded-only",
        "{url} holds an embedded document and hardly any text; a person must look at it",
    ),
    State.THIN: (
        Outcome.CANT_TELL,
        "thin",
        "“{text}” leads to {url}, and that page says hardly anything that others do not say",
    ),
    State.SECTION: (
        Outcome.CANT_TELL,
        "section-only",
        "only a heading says “{text}”, on {url}; a person must look at what stands below it",
    ),
    State.IMAGE: (
        Outcome.FAILED,
        "image-only",
        "“{text}” leads to {url}, which is an image and hardly any text",
    ),
    State.DEAD_FORM: (
        Outcome.FAILED,
        "dead-form",
        "“{text}” leads to {url}, whose form can not be sent",
    ),
    State.EMPTY: (
        Outcome.FAILED,
        "empty-page",
        "“{text}” leads to {url}, and that page is empty or unfinished",
    ),
    State.DEAD: (Outcome.FAILED, "dead", "“{text}” leads to {url}, and that does not answer"),
}
"""Outcome, code and message of each state; the code of what is alive is the kind of its proof."""


def existence(
    proofs: Iterable[Proof],
    readings: Readings,
    link_targets: LinkTargets | Failure,
    portals: Portals,
    *,
    absent: str,
    words: int = 0,
    account: bool = False,
) -> Verdict:
    """The verdict on the site; the strongest proof that leads to something tells its code.

    Args:
        proofs: of one subject, or of several that will do as well, strongest first.
        portals: one answer of a central portal stands for all links to it that were not asked themselves.
        absent: message where there is none, with {pages}.
        words: that a captured page must have of its own, as text; 0 if anything but an empty page will do.
        account: the thing may be an application, which asks for an account first or is drawn by a script.
    """
    look = Look(readings, link_targets, portals)
    states = [(look.state(proof, words, account=account), proof) for proof in proofs]
    if not states or not readings.content:
        return nothing(readings, absent)
    return told(*min(states, key=lambda one: one[0]))


def nothing(readings: Readings, absent: str) -> Verdict:
    """The verdict where there is no proof.

    Args:
        absent: message, with {pages}.
    """
    if not readings.content:
        return cant_tell(None, "no-page", "no page of the site could be read")
    if leads_on(readings):
        return cant_tell(None, "one-page", ONE_PAGE)
    return failed(None, "absent", absent, pages=len(readings.content))


def told(state: State, proof: Proof) -> Verdict:
    """What is said of the best proof, with all that shows it: text, address, kind, place and page."""
    url = proof.url
    values = {
        "text": (proof.text or url)[:100],
        "url": url,
        "by": proof.by.value,
        "place": proof.landmark.value,
        "found_on": proof.found_on,
    }
    outcome, code, message = _TOLD[state]
    return Verdict(outcome, url, code or proof.by.value, message, values)


def leads_on(readings: Readings) -> bool:
    """Whether one page alone was read of a site that has more."""
    first, *more = readings.content
    if more:
        return False
    own = host(first.url)
    onward = {page_key(link.url) for link in first.links if link.url and same_site(host(link.url), own)}
    return len(onward) > _FEW_LINKS


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

    def __init__(
        self, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals = NO_PORTALS
    ) -> None:
        """Takes the pages that were read, the links that were asked, and the answers of the portals."""
        asked = () if isinstance(link_targets, Failure) else link_targets.targets
        known = names_are_known(asked)
        self._pages = {page_key(page.url): page for page in readings.content}
        self._answers = {page_key(target.url): target for target in asked if known or not target.is_unknown}
        self._portals = portals
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

    def state(self, proof: Proof, words: int = 0, *, account: bool = False) -> State:
        """What one proof leads to.

        Args:
            words: that a page must have of its own, as text.
            account: what asks for an account is an answer.
        """
        if proof.by is ProofKind.REACH or proof.by is ProofKind.FORM:
            return State.ALIVE
        key = page_key(proof.url)
        target = self._answers.get(key)
        if proof.by is ProofKind.SECTION:
            return _section(proof, self._pages.get(key), words)
        last = page_key(target.hops[-1].url) if target else key
        lost = last in self._catch_all or _is_root(last, key)
        if last != key and proof.by is not ProofKind.PHRASE and lost:
            # Some systems hide so what is missing.
            return State.UNANSWERED
        if page := self._pages.get(key) or self._pages.get(last):
            return _content(page, words)
        target = target or self._portals.of(host(proof.url))
        state = State.UNANSWERED if target is None else _answer(target)
        if state is State.LOCKED and account:
            return State.ALIVE
        if state is State.SHELL and (account or proof.by in _BY_HOST):
            # Its name says what it is, and it answers.
            return State.ALIVE
        # Where words are asked, what nobody has read is open.
        return State.UNANSWERED if words and state is State.ALIVE else state


def _section(proof: Proof, page: Reading | None, words: int) -> State:
    """Whether text enough stands below a heading, on a page that says something of its own."""
    enough = proof.words >= max(words, EMPTY_WORDS)
    return State.ALIVE if enough and page is not None and not page.thin else State.SECTION


def _content(page: Reading, words: int) -> State:
    """Whether a captured page says something, and something of its own."""
    state, own = _said(page, words), page.own
    mere_text = own is None or not (own.images or own.embedded)
    return State.THIN if state is State.ALIVE and page.thin and mere_text else state


def _said(page: Reading, words: int) -> State:
    """Whether a captured page says something."""
    own = page.own
    if says_unfinished(page.text, little=own is not None and own.words < ENOUGH_WORDS):
        return State.EMPTY
    if own is None:
        return State.ALIVE
    if own.dead_form and own.words < ENOUGH_WORDS:
        return State.DEAD_FORM
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
    if target.kind in _NO_PAGE or target.is_gone or (failure and failure.reason in _GONE):
        return State.DEAD
    if failure or status is None or target.is_refusal:
        return State.UNANSWERED
    if status >= 400:
        return State.DEAD
    by_kind = {PageKind.EMPTY: State.EMPTY, PageKind.LOGIN: State.LOCKED, PageKind.SHELL: State.SHELL}
    return by_kind.get(target.kind or PageKind.CONTENT, State.ALIVE)


def _is_root(key: str, other: str) -> bool:
    """Whether a page is the home page of the host that another address is on."""
    name, _, path = key.partition("/")
    return not path and same_site(name, other.partition("/")[0])
