"""What MDN HTTP Observatory looks at, as plain values."""

from dataclasses import dataclass

from webaudit.model.evidence import Headers

ORIGIN = "https://webaudit.invalid"
"""Sent as Origin: nobody's address, so that only a server that lets in everybody repeats it."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script element with an address, as written.

    Attributes:
        integrity: it names a digest.
    """

    src: str
    integrity: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer.

    Attributes:
        url: asked for.
        headers: names in lower case.
    """

    url: str
    status: int
    headers: Headers = ()

    def field(self, name: str) -> str | None:
        """All values of a field in one, as the Observatory's client joins them."""
        values = [value for field_name, value in self.headers if field_name == name]
        return ", ".join(values) if values else None


@dataclass(frozen=True, slots=True)
class Sight:
    """What the Observatory would have seen.

    Attributes:
        name: host of the site.
        https: answers over https from the start, redirect by redirect; empty if it does not answer.
        http: the same over plain http.
        trusted: the certificates on both ways are good.
        preflight: of OPTIONS with the Origin; None if there was no good answer.
        policies: Content-Security-Policy of meta elements.
        referrer: of the last meta element named so; empty if there is none.
        scripts: of the page, in order; `other_scripts` says whether there are any without address.
    """

    name: str
    https: tuple[Reply, ...] = ()
    http: tuple[Reply, ...] = ()
    trusted: bool = True
    preflight: Reply | None = None
    policies: tuple[str, ...] = ()
    referrer: str = ""
    scripts: tuple[Script, ...] = ()
    other_scripts: bool = False

    @property
    def chain(self) -> tuple[Reply, ...]:
        """The answers that are judged: https if there is any."""
        return self.https or self.http
