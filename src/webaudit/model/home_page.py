"""Records of what the home page costs its visitors, and of the page that stands in for a missing one."""

from dataclasses import dataclass
from enum import StrEnum

from webaudit.model.evidence import Hop
from webaudit.model.reading import Reading
from webaudit.model.record import Record


@dataclass(frozen=True, slots=True)
class Halfway(Record):
    """The home page, asked once more in the middle of the capture: a part of FirstBytes."""

    status: int | None


@dataclass(frozen=True, slots=True)
class FirstBytes(Record):
    """How long the home page took to its first byte, at moments apart.

    Attributes:
        url: the last hop of the start address.
        milliseconds: its first answer, the one in the middle and the one at the end of the capture; only of
            answers with the status of the first.
    """

    url: str
    milliseconds: tuple[float, ...]


class ResourceKind(StrEnum):
    """For what a page loads a file."""

    IMAGE = "image"
    MEDIA = "media"
    """Sound or film that plays by itself."""
    SCRIPT = "script"
    STYLE = "style"
    FRAME = "frame"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Resource:
    """What is known of one file that the home page asks for when it is opened; it was asked by HEAD.

    Attributes:
        own: on the site's own host.
        status: None if it gave no answer.
        size_bytes: as its Content-Length says for a client that takes no compression; None if not said.
        compressible: text, so that what a browser is sent may be smaller.
        lifetime_seconds: how long browsers may keep it, as Cache-Control or Expires say; None if none.
        cookies: the values of its Set-Cookie fields, the first few, cut.
    """

    url: str
    kind: ResourceKind
    own: bool
    status: int | None
    size_bytes: int | None = None
    compressible: bool = False
    lifetime_seconds: int | None = None
    cookies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HomeWeight(Record):
    """What a browser is made to load by the home page's HTML.

    Attributes:
        url: of the home page.
        page_bytes: its own body as sent.
        requests: for the page, and for each address that its HTML asks for; counted up to 1,000.
        resources: those that were asked, in document order.
    """

    url: str
    page_bytes: int
    requests: int
    resources: tuple[Resource, ...]


@dataclass(frozen=True, slots=True)
class NotFound(Record):
    """What an address that cannot exist answers.

    Attributes:
        hops: at least one; the last is the answer.
        reading: of the page that came, its text cut to 2,000 characters, its first 50 links; None if none.
    """

    hops: tuple[Hop, ...]
    reading: Reading | None = None
