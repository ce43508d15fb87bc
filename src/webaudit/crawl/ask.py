"""One request to make, and what of it may be kept."""

from dataclasses import dataclass, field

from webaudit.crawl.memory import Loan
from webaudit.model.evidence import Headers, Purpose
from webaudit.model.plan import Politeness


@dataclass(frozen=True, slots=True)
class Ask:
    """One request to make.

    Attributes:
        seconds: from the turn to the last byte.
        html_bytes: read of a body that is HTML, or does not say what it is.
        other_bytes: read of another body.
        ports: pairs of host and port that the list names beside 80 and 443.
        loans: is given the memory of a large body, to be given back when the body is done with.
        method: GET, OPTIONS, or HEAD, which is answered without compression, so that the size is told.
        origin: of the foreign page that seems to ask; empty if none does.
        seeming: name of another program that our own is put behind; empty for our own alone.
        referrer: page that the visitor seems to come from; empty if none.
        fresh: over a new connection, as a visitor's first request is.
        whole: a file that is useless in parts: of one that says it is longer only the beginning is read.
    """

    url: str
    purpose: Purpose
    politeness: Politeness
    seconds: float
    html_bytes: int
    other_bytes: int
    attempt: int = 1
    ports: tuple[tuple[str, int], ...] = ()
    loans: list[Loan] = field(default_factory=list)
    method: str = "GET"
    origin: str = ""
    seeming: str = ""
    referrer: str = ""
    fresh: bool = False
    whole: bool = False

    @property
    def headers(self) -> Headers:
        """The request's fields, in the order in which they are sent."""
        authority = self.url.partition("://")[2].partition("/")[0].partition("?")[0]
        codings = "identity" if self.method == "HEAD" else _CODINGS
        return (
            ("host", authority),
            ("user-agent", f"{self.seeming} {self.politeness.user_agent}".strip()),
            *_HEADERS,
            ("accept-encoding", codings),
            *((("referer", self.referrer),) if self.referrer else ()),
            *((("origin", self.origin), ("access-control-request-method", "GET")) if self.origin else ()),
        )


_HEADERS: Headers = (
    ("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
    ("accept-language", "id,en;q=0.7"),
)
_CODINGS = "gzip, deflate, br, zstd"
