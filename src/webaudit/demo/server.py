"""Province: the example province on the loopback interface, for as long as a `with` lasts."""

import ssl
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from webaudit.crawl.clock import utc_now
from webaudit.demo.agency import SUFFIX, Certificate, Condition, PlainHttp, Truth
from webaudit.demo.answers import sites
from webaudit.demo.certificates import Authority
from webaudit.demo.listener import ADDRESS, Listener
from webaudit.demo.listing import listing
from webaudit.demo.places import CENTRAL_HOSTS, CLOUD_HOST, GAMBLING_HOSTS, LAPOR_HOST
from webaudit.demo.province import AGENCIES, ZONE
from webaudit.model.plan import Route


class Province:
    """The example province; its server runs in a thread of its own until the context ends.

    Attributes:
        routes: where each host is to be found, ports 80 and 443.
        ca_bundle: PEM file with the root of the province's certificates.
        sites_file: the list of the agencies, ready to audit.
        truth: what an audit must find, by the site's id.
    """

    routes: tuple[Route, ...]
    ca_bundle: Path
    sites_file: Path
    truth: Mapping[str, Truth]

    def __init__(self, now: datetime | None = None) -> None:
        """Prepares the province; nothing listens before the context is entered.

        Args:
            now: aware; dates on the pages and in certificates are counted from it. None reads the clock.
        """
        self._now = now
        self.truth = {agency.id: agency.truth for agency in AGENCIES}

    def __enter__(self) -> Self:
        now = (self._now or utc_now()).astimezone(UTC)
        self._folder = TemporaryDirectory(prefix="webaudit-demo-")
        folder = Path(self._folder.name)
        try:
            self.sites_file = folder / "sites.yaml"
            self.sites_file.write_text(listing(AGENCIES), encoding="utf-8")
            authority = Authority(folder, now)
            self.ca_bundle = authority.bundle
            self._today = now.astimezone(ZONE).date()
            self._answering = dict(sites(AGENCIES, self._today))
            self._listener = Listener(self._answering, _tls(authority))
            self.routes = _routes(self._listener)
        except BaseException:
            self._folder.cleanup()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def keep(self, agency_id: str, condition: Condition) -> None:
        """Puts an agency's pages into another condition from now on, as a repair does; its ports stay."""
        (agency,) = (one for one in AGENCIES if one.id == agency_id)
        self._answering.update(sites((replace(agency, condition=condition),), self._today))

    def stop(self) -> None:
        """Stops the server and removes its files; a second call does nothing."""
        self._listener.stop()
        self._folder.cleanup()


def _tls(authority: Authority) -> ssl.SSLContext:
    """The server's side of TLS: one good certificate for all, and for some hosts the one they deserve."""
    twins = [f"www.{host}" for agency in AGENCIES for host in agency.hosts]
    good = authority.good(f"*.{SUFFIX}", SUFFIX, LAPOR_HOST, CLOUD_HOST, *GAMBLING_HOSTS, *twins)
    others: dict[str, ssl.SSLContext] = {}
    for agency in AGENCIES:
        match agency.condition.certificate:
            case Certificate.EXPIRED:
                others[agency.host] = authority.expired(agency.host, f"www.{agency.host}")
            case Certificate.WRONG_HOST:
                others[agency.host] = authority.good("server12.penyedia-hosting.example")
            case Certificate.SELF_SIGNED:
                others[agency.host] = authority.self_signed(agency.host, f"www.{agency.host}")

    for context in (good, *others.values()):
        # As a current server says; the audit asks over HTTP/1.1 all the same, and nobody else ever asks.
        context.set_alpn_protocols(["h2", "http/1.1"])

    def choose(connection: ssl.SSLObject | ssl.SSLSocket, host: str | None, _: ssl.SSLContext) -> None:
        name = (host or "").removeprefix("www.")
        if name in others:
            connection.context = others[name]

    good.sni_callback = choose
    return good


def _routes(listener: Listener) -> tuple[Route, ...]:
    """Ports 80 and 443 of each host; where an agency has no server they lead to the closed port."""
    found: list[Route] = []
    for agency in AGENCIES:
        plain = agency.condition.plain_http is not PlainHttp.NONE
        secure = agency.condition.certificate is not Certificate.NONE
        for host in agency.hosts:
            found += _pair(listener, host, plain=plain, secure=secure)
            # The name with www shows the same certificate; said here, so that no name server is asked for it.
            found += _pair(listener, f"www.{host}", plain=False, secure=secure)
    for host in (LAPOR_HOST, CLOUD_HOST, *CENTRAL_HOSTS.values(), *GAMBLING_HOSTS):
        found += _pair(listener, host, plain=True, secure=True)
    return tuple(found)


def _pair(listener: Listener, host: str, *, plain: bool, secure: bool) -> tuple[Route, Route]:
    """Where one host answers."""
    return (
        Route(host, ADDRESS, 80, listener.http_port if plain else listener.closed_port),
        Route(host, ADDRESS, 443, listener.https_port if secure else listener.closed_port),
    )
