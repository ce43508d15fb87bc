"""Record, and the Failure that stands in its place."""

from dataclasses import dataclass
from enum import StrEnum


class Record:
    """Marks the types that a check may name as evidence in its signature."""

    __slots__ = ()


class FailureReason(StrEnum):
    """Why something was not measured; public and stable, printed in every output."""

    TIMEOUT = "timeout"
    DNS = "dns"
    REFUSED = "refused"
    """The peer actively refused the connection, or no route leads to it."""
    RESET = "reset"
    """The connection was reset or closed before the answer was whole."""
    TLS = "tls"
    PROTOCOL = "protocol"
    """What was answered is no HTTP, or breaks its syntax."""
    HEADERS_TOO_LARGE = "headers-too-large"
    ENCODING = "encoding"
    """The content coding is unknown, broken or stacked too deeply."""
    REDIRECT_LOOP = "redirect-loop"
    REDIRECT_LIMIT = "redirect-limit"
    BAD_REDIRECT = "bad-redirect"
    """A redirect without target, or to a scheme other than http and https."""
    FORBIDDEN_ADDRESS = "forbidden-address"
    """The host resolves to an address outside the public internet."""
    INVALID_URL = "invalid-url"
    HTTP_STATUS = "http-status"
    """The answer is an error status, so that there is no content to judge."""
    BLOCKED = "blocked"
    """A firewall, captcha or challenge stands before the site."""
    RATE_LIMITED = "rate-limited"
    LOGIN = "login"
    PARKED = "parked"
    JAVASCRIPT_SHELL = "javascript-shell"
    """Without a script engine the page is empty."""
    EMPTY = "empty"
    """The page is blank, whatever its status."""
    ROBOTS = "robots"
    BUDGET = "budget"
    """A limit of our own was reached first."""
    NOT_CAPTURED = "not-captured"
    """The plan did not ask for it."""
    NOT_APPLICABLE = "not-applicable"
    INVALID_ENTRY = "invalid-entry"
    WITHHELD = "withheld"
    """Left out of a copy for the public, for it holds personal data."""
    OUR_NETWORK = "our-network"
    """Every site failed at once: the fault is on the auditor's side."""
    AUDITOR_ERROR = "auditor-error"
    CHECK_ERROR = "check-error"
    BROWSER = "browser"
    """The browser crashed, or could not be started."""


class Stage(StrEnum):
    """How far a request came before it failed."""

    URL = "url"
    DNS = "dns"
    CONNECT = "connect"
    TLS = "tls"
    REQUEST = "request"
    HEADERS = "headers"
    BODY = "body"
    REDIRECT = "redirect"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Failure:
    """Stands in the place of a Record or an answer that was not brought home.

    Attributes:
        reason: why.
        stage: how far it came; None where no request was made.
        detail: a short English note for the operator; foreign text in it is cut to 200 characters.
    """

    reason: FailureReason
    stage: Stage | None = None
    detail: str = ""
