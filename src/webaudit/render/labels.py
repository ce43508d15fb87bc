"""Plain words for the codes of the model, as English keys of their translations: `words(REASON[reason])`."""

from collections.abc import Mapping

from webaudit.locales import Words, marked
from webaudit.model.check import Category, Severity
from webaudit.model.finding import Outcome
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.model.report import Assessment, GateState, Scorecard, SiteStatus, WaiverState
from webaudit.model.rubric import Effect

STATUS: Mapping[SiteStatus, str] = {
    SiteStatus.REACHABLE: marked("reachable"),
    SiteStatus.DEGRADED: marked("reachable with faults"),
    SiteStatus.BLOCKED: marked("blocked"),
    SiteStatus.UNREACHABLE: marked("unreachable"),
    SiteStatus.DISALLOWED: marked("closed to robots"),
    SiteStatus.INVALID: marked("invalid entry"),
    SiteStatus.UNTESTED: marked("not audited"),
}

REASON: Mapping[FailureReason, str] = {
    FailureReason.TIMEOUT: marked("it did not answer in time"),
    FailureReason.DNS: marked("its host name is not found in DNS"),
    FailureReason.REFUSED: marked("the connection was refused"),
    FailureReason.RESET: marked("the connection broke off before the answer was whole"),
    FailureReason.TLS: marked("the secure connection (TLS) failed"),
    FailureReason.PROTOCOL: marked("its answer is not proper HTTP"),
    FailureReason.HEADERS_TOO_LARGE: marked("the headers of its answer are too large"),
    FailureReason.ENCODING: marked("the coding of its content is unknown or broken"),
    FailureReason.REDIRECT_LOOP: marked("its redirects go round in circles"),
    FailureReason.REDIRECT_LIMIT: marked("it redirects too often"),
    FailureReason.BAD_REDIRECT: marked("it redirects to what is no web address"),
    FailureReason.FORBIDDEN_ADDRESS: marked("its host lies outside the public internet"),
    FailureReason.INVALID_URL: marked("its address is no web address"),
    FailureReason.HTTP_STATUS: marked("it answers with an error"),
    FailureReason.BLOCKED: marked("a firewall or captcha stands before it"),
    FailureReason.RATE_LIMITED: marked("its server limits the number of requests"),
    FailureReason.LOGIN: marked("it asks for a login"),
    FailureReason.PARKED: marked("its domain is parked"),
    FailureReason.JAVASCRIPT_SHELL: marked("it is empty without JavaScript"),
    FailureReason.EMPTY: marked("it is blank"),
    FailureReason.ROBOTS: marked("its robots.txt does not allow it"),
    FailureReason.BUDGET: marked("a limit of the audit was reached first"),
    FailureReason.NOT_CAPTURED: marked("it was not captured"),
    FailureReason.NOT_APPLICABLE: marked("it does not apply"),
    FailureReason.INVALID_ENTRY: marked("its entry in the list can not be used"),
    FailureReason.WITHHELD: marked("left out of this copy, for it holds personal data"),
    FailureReason.OUR_NETWORK: marked("the auditor's own network failed"),
    FailureReason.AUDITOR_ERROR: marked("the audit program failed"),
    FailureReason.CHECK_ERROR: marked("the check itself failed"),
    FailureReason.BROWSER: marked("the browser crashed or could not be started"),
}

STAGE: Mapping[Stage, str] = {
    Stage.URL: marked("reading the address"),
    Stage.DNS: marked("looking up the name"),
    Stage.CONNECT: marked("connecting"),
    Stage.TLS: marked("securing the connection"),
    Stage.REQUEST: marked("sending the request"),
    Stage.HEADERS: marked("waiting for the answer"),
    Stage.BODY: marked("receiving the content"),
    Stage.REDIRECT: marked("following redirects"),
    Stage.CONTENT: marked("reading the content"),
}

OUTCOME: Mapping[Outcome, str] = {
    Outcome.PASSED: marked("passed"),
    Outcome.FAILED: marked("failed"),
    Outcome.CANT_TELL: marked("undecided"),
    Outcome.INAPPLICABLE: marked("not applicable"),
    Outcome.UNTESTED: marked("not tested"),
}

SEVERITY: Mapping[Severity, str] = {
    Severity.CRITICAL: marked("critical"),
    Severity.SERIOUS: marked("serious"),
    Severity.MODERATE: marked("moderate"),
    Severity.MINOR: marked("minor"),
}

CATEGORY: Mapping[Category, str] = {
    Category.UPTIME: marked("Uptime"),
    Category.HTTPS: marked("HTTPS"),
    Category.DNS: marked("Names and mail"),
    Category.ACCESSIBILITY: marked("Accessibility"),
    Category.FRESHNESS: marked("Freshness"),
    Category.SERVICES: marked("Services"),
    Category.OPENNESS: marked("Openness"),
    Category.USABILITY: marked("Usability"),
    Category.PRIVACY: marked("Privacy"),
    Category.INTEGRITY: marked("Integrity"),
}

GATE_STATE: Mapping[GateState, str] = {
    GateState.PASSED: marked("not found"),
    GateState.FAILED: marked("confirmed"),
    GateState.SUSPECTED: marked("suspected, not yet confirmed: not for publication"),
    GateState.UNDECIDED: marked("undecided"),
}

EFFECT: Mapping[Effect, str] = {
    Effect.DISQUALIFY: marked("disqualified"),
    Effect.NOT_ELIGIBLE: marked("not eligible"),
    Effect.CAP: marked("value capped"),
}

UNRANKED: Mapping[str, str] = {
    "coverage": marked("too little could be measured"),
    "gate": marked("a gate stands in the way"),
    "award": marked("takes part outside the competition"),
    "status": marked("the site could not be audited"),
    "type": marked("its type belongs to no group of the rubric"),
}
"""By `Scorecard.unranked`."""

WAIVER_STATE: Mapping[WaiverState, str] = {
    WaiverState.USED: marked("in force"),
    WaiverState.UNUSED: marked("not needed: the check did not fail"),
    WaiverState.EXPIRED: marked("expired"),
    WaiverState.NOT_WAIVABLE: marked("not allowed by the rubric"),
}


def why(failure: Failure, words: Words) -> str:
    """The reason of a failure and how far it came, in plain words."""
    reason = words(REASON[failure.reason])
    return f"{reason} ({words(STAGE[failure.stage])})" if failure.stage else reason


def suspicion(card: Scorecard, check: str, words: Words) -> str:
    """That a failed check is no more than suspected, in brackets; empty if it is certain."""
    suspected = any(one.check == check and one.state is GateState.SUSPECTED for one in card.gates)
    return f" ({words(GATE_STATE[GateState.SUSPECTED])})" if suspected else ""


def state(seen: Assessment, words: Words) -> str:
    """The status of a site, with why it is not better: foreign text may stand in it."""
    status = words(STATUS[seen.status])
    if seen.site.problem:
        return f"{status}: {words.say(seen.site.problem)}"
    if not seen.failure:
        return status
    reason = why(seen.failure, words)
    if seen.status is SiteStatus.REACHABLE:
        return words("reachable at the second attempt; at the first: {reason}", reason=reason)
    return f"{status}: {reason}"
