"""Records of what answers tell browsers to do, and of what pages ask of those who read them."""

from dataclasses import dataclass

from webaudit.model.evidence import Headers
from webaudit.model.finding import Location
from webaudit.model.record import Record


@dataclass(frozen=True, slots=True)
class Head:
    """What one page's answer tells browsers, beside its content.

    Attributes:
        url: that answered, after redirects.
        fields: of the answer, only those that browsers obey or that name software, in order.
        policies: Content-Security-Policy of meta elements that browsers obey, in the order of the page.
        ignored: the same of meta elements outside the head, which browsers pass over.
        generator: the software that made the page, as its meta element says; empty if it does not.
        referrer: of meta elements named referrer, in the order of the page.
        followers: owners of scripts that follow visitors by cookies as soon as the page is opened.
        asks: something on the page may hold these back until a visitor has agreed.
        loaders: names of scripts that load others, which only their owner's account tells.
    """

    url: str
    fields: Headers = ()
    policies: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    generator: str = ""
    referrer: tuple[str, ...] = ()
    followers: tuple[str, ...] = ()
    asks: bool = False
    loaders: tuple[str, ...] = ()

    def all(self, name: str) -> tuple[str, ...]:
        """All values of a field, by its name in lower case."""
        return tuple(value for field_name, value in self.fields if field_name == name)


@dataclass(frozen=True, slots=True)
class Heads(Record):
    """What the answers of all pages that the site itself serves tell browsers, in the order of their URLs."""

    pages: tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class PersonalForm:
    """A form that asks who somebody is.

    Attributes:
        here: its place; a start tag holds nothing that a visitor wrote.
        says: a sentence in it says what becomes of personal data.
        notices: absolute addresses of the notices about privacy that its page links to, for everybody to see.
        sent_to: host that it is sent to, if that is neither the government's nor the site's own; else empty.
    """

    here: Location
    says: bool = False
    notices: tuple[str, ...] = ()
    sent_to: str = ""


@dataclass(frozen=True, slots=True)
class Forms(Record):
    """The forms of all captured pages that ask who somebody is, in the order of their pages."""

    personal: tuple[PersonalForm, ...] = ()


@dataclass(frozen=True, slots=True)
class Cors(Record):
    """What the home page's server lets the pages of a foreign site do.

    Attributes:
        origin: that was sent; no site has it.
        allowed: the value of Access-Control-Allow-Origin; empty if there is none.
        credentials: Access-Control-Allow-Credentials says true.
    """

    url: str
    status: int | None
    origin: str = ""
    allowed: str = ""
    credentials: bool = False


@dataclass(frozen=True, slots=True)
class SecurityTxt(Record):
    """What /.well-known/security.txt answered (RFC 9116).

    Attributes:
        status: of the last answer; None if the redirects led nowhere.
        secure: it came over https.
        fields: names in lower case and values, in order; none if the answer is no such file.
        plain: the answer calls itself text/plain.
    """

    url: str
    status: int | None
    secure: bool = True
    fields: tuple[tuple[str, str], ...] = ()
    plain: bool = True
