"""What the TLS probe says of certificates, good and bad."""

import asyncio
import ssl
import warnings
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from tests.crawl.servers import Behaviour, after, captured, close, html, plan, reset, serve, serve_raw, stall
from tests.crawl.servers import answer as respond
from webaudit.crawl.capture import Captured
from webaudit.extract import records
from webaudit.extract.home_records import missing_name
from webaudit.model.evidence import Exchange, Home
from webaudit.model.plan import Budget, Plan, Reach, Route
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.model.site import Site
from webaudit.model.tls import Tls

pytestmark = pytest.mark.network

YEAR = timedelta(days=365)
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def see(
    tls: ssl.SSLContext, bundle: Path | None, url: str = "https://a.test/"
) -> tuple[Captured, Plan, list[Exchange]]:
    """A capture of https://a.test/, served with these certificates."""

    async def run() -> tuple[Captured, Plan, list[Exchange]]:
        async with serve({"/": respond(html())}, tls) as server:
            reach = Reach(
                routes=(Route("a.test", "127.0.0.1", 443, server.port), Route("a.test", "127.0.0.1", 80, 1)),
                ca_bundle=str(bundle or ""),
            )
            listed = plan(url, reach=reach, probes=("Home", "Tls"), budget=Budget(request_seconds=5.0))
            found, kept = await captured(listed)
            return found, listed, kept

    return asyncio.run(run())


def context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    """A server's context with this certificate."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(made)
    return made


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """A root of our own."""
    return trustme.CA()


@pytest.fixture(scope="module")
def bundle(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PEM file with it."""
    path = tmp_path_factory.mktemp("trust") / "roots.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


def test_good(authority: trustme.CA, bundle: Path) -> None:
    """A right certificate has code 0, and the record says who, by whom, till when, trusted by what."""
    certificate = authority.issue_cert("a.test", "*.a.test", "127.0.0.1")
    found, _, _ = see(context(certificate), bundle)
    tls = found.records["Tls"]

    assert isinstance(tls, Tls)
    assert (tls.host, tls.port, tls.protocol, tls.verify_code) == ("a.test", 443, "TLSv1.3", 0)
    assert tls.trust_store.startswith("file sha256:")
    assert tls.chain[0].names == ("a.test", "*.a.test", "127.0.0.1")
    assert tls.chain[0].not_before < tls.chain[0].not_after
    assert tls.chain[0].issuer
    assert tls.chain[0].digest.startswith("sha256:")


@pytest.mark.parametrize(
    ("names", "dates", "ours", "code"),
    [
        pytest.param(("a.test",), (-3 * YEAR, -2 * YEAR), True, 10, id="expired"),
        pytest.param(("a.test",), (90 * YEAR, 95 * YEAR), True, 9, id="not yet valid"),
        pytest.param(("b.test",), (-3 * YEAR, -2 * YEAR), True, 10, id="expired, and another host's"),
        pytest.param(("a.test",), (-YEAR, 90 * YEAR), False, 20, id="unknown root"),
    ],
)
def test_bad(
    authority: trustme.CA,
    bundle: Path,
    names: tuple[str, ...],
    dates: tuple[timedelta, timedelta],
    ours: bool,
    code: int,
) -> None:
    """A bad certificate has OpenSSL's code, and the site's content is captured all the same."""
    issuer = authority if ours else trustme.CA()
    certificate = issuer.issue_cert(*names, not_before=NOW + dates[0], not_after=NOW + dates[1])
    found, listed, kept = see(context(certificate), bundle)
    tls = found.records["Tls"]

    assert isinstance(tls, Tls)
    assert tls.verify_code == code
    assert tls.verify_message
    assert tls.chain
    assert isinstance(home := records.home(listed, kept), Home)
    assert home.hops[-1].status == 200


def test_dead_http_with_live_https(authority: trustme.CA, bundle: Path) -> None:
    """If http is dead and https alive, a site that is listed by http is alive: the chain tells both."""
    found, listed, kept = see(context(authority.issue_cert("a.test")), bundle, "http://a.test/")
    home = records.home(listed, kept)

    assert isinstance(home, Home)
    assert [(hop.url, hop.status) for hop in home.hops] == [
        ("http://a.test/", None),
        ("https://a.test/", 200),
    ]
    assert home.hops[0].failure is not None
    assert (home.hops[0].failure.reason, home.hops[0].failure.stage) == (
        FailureReason.REFUSED,
        Stage.CONNECT,
    )
    assert isinstance(found.records["Tls"], Tls)


def test_the_name_is_no_part_of_the_verification(authority: trustme.CA, bundle: Path) -> None:
    """A good chain that is made out to another host is good, and says to whom it is made out."""
    found, _, _ = see(context(authority.issue_cert("b.test")), bundle)
    tls = found.records["Tls"]

    assert isinstance(tls, Tls)
    assert tls.verify_code == 0
    assert tls.chain[0].names == ("b.test",)


def test_certifi_by_default(authority: trustme.CA) -> None:
    """Without a bundle, certifi's roots judge, by version."""
    found, _, _ = see(context(authority.issue_cert("a.test")), None)
    tls = found.records["Tls"]

    assert isinstance(tls, Tls)
    assert tls.verify_code in (19, 20)
    assert tls.trust_store.startswith("certifi 20")


@pytest.mark.parametrize(
    ("behave", "reason"),
    [
        pytest.param(stall, FailureReason.TIMEOUT, id="stalls"),
        pytest.param(after(b"HTTP/1.1 400 Bad Request\r\n\r\n", close), FailureReason.TLS, id="plain http"),
        pytest.param(reset, FailureReason.RESET, id="resets"),
        pytest.param(close, FailureReason.RESET, id="closes"),
    ],
)
def test_no_handshake(behave: Behaviour, reason: FailureReason) -> None:
    """What is no TLS at all is a Failure, with its reason and the stage."""

    async def run() -> Captured:
        async with serve_raw(behave) as port:
            reach = Reach(
                routes=(Route("a.test", "127.0.0.1", 443, port), Route("a.test", "127.0.0.1", 80, 1))
            )
            listed = plan("https://a.test/", reach=reach, probes=("Tls",), budget=Budget(request_seconds=0.6))
            found, _ = await captured(listed)
            return found

    tls = asyncio.run(run()).records["Tls"]

    assert isinstance(tls, Failure)
    assert (tls.reason, tls.stage) == (reason, Stage.TLS)


def test_old_protocol_is_named(authority: trustme.CA, bundle: Path) -> None:
    """A server that speaks an old protocol alone is told by that protocol, not as an error."""
    old = context(authority.issue_cert("a.test"))
    old.maximum_version = ssl.TLSVersion.TLSv1_2
    found, _, _ = see(old, bundle)
    tls = found.records["Tls"]

    assert isinstance(tls, Tls)
    assert tls.protocol == "TLSv1.2"


@pytest.mark.parametrize(
    ("oldest", "newest", "accepted"),
    [
        pytest.param("TLSv1", "TLSv1_3", ("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"), id="all"),
        pytest.param("TLSv1_2", "TLSv1_3", ("TLSv1.2", "TLSv1.3"), id="as it should be"),
        pytest.param("TLSv1_2", "TLSv1_2", ("TLSv1.2",), id="not the newest"),
        pytest.param("TLSv1", "TLSv1_1", ("TLSv1", "TLSv1.1"), id="old ones alone"),
        pytest.param("TLSv1_1", "TLSv1_1", ("TLSv1.1",), id="one old one"),
    ],
)
def test_protocols(
    authority: trustme.CA, bundle: Path, oldest: str, newest: str, accepted: tuple[str, ...]
) -> None:
    """Each protocol is tried by itself, or known by the choice of the server; none is left open."""
    server = context(authority.issue_cert("a.test"))
    server.set_ciphers("DEFAULT:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        server.minimum_version = ssl.TLSVersion[oldest]
        server.maximum_version = ssl.TLSVersion[newest]
    found, _, _ = see(server, bundle)
    tls = found.records["Tls"]

    assert isinstance(tls, Tls)
    assert tls.accepted == accepted
    assert sorted(tls.accepted + tls.refused) == ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"]


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [(["h2", "http/1.1"], "h2"), (["http/1.1"], "http/1.1"), ([], "")],
    ids=["http/2", "http/1.1", "none"],
)
def test_application_protocol(authority: trustme.CA, bundle: Path, offered: list[str], chosen: str) -> None:
    """The server chooses between HTTP/2 and HTTP/1.1; the pages are asked over HTTP/1.1 all the same."""
    server = context(authority.issue_cert("a.test"))
    if offered:
        server.set_alpn_protocols(offered)
    found, listed, kept = see(server, bundle)
    tls = found.records["Tls"]

    assert isinstance(tls, Tls)
    assert tls.alpn == chosen
    assert isinstance(home := records.home(listed, kept), Home)
    assert home.hops[-1].status == 200


@pytest.mark.parametrize(
    ("url", "twin"), [("https://a.test/", "www.a.test"), ("https://www.a.test/", "a.test")]
)
def test_twin(authority: trustme.CA, bundle: Path, url: str, twin: str) -> None:
    """The host with or without www. is looked at as well, if it is there."""

    async def run() -> Captured:
        async with serve({"/": respond(html())}, context(authority.issue_cert("a.test"))) as server:
            routes = tuple(Route(host, "127.0.0.1", 443, server.port) for host in ("a.test", "www.a.test"))
            reach = Reach(routes=routes, ca_bundle=str(bundle))
            listed = plan(url, reach=reach, probes=("Home", "Tls"), budget=Budget(request_seconds=5.0))
            found, _ = await captured(listed)
            return found

    tls = asyncio.run(run()).records["Tls"]

    assert isinstance(tls, Tls)
    assert (tls.twin, tls.twin_names) == (twin, ("a.test",))


def test_a_name_that_dns_only_knows_as_it_knows_all_is_no_twin(authority: trustme.CA, bundle: Path) -> None:
    """Where any name leads to the server, nobody has made one with www., and none is asked for."""

    async def run() -> Captured:
        async with serve({"/": respond(html())}, context(authority.issue_cert("a.test"))) as server:
            any_name = missing_name(plan("https://a.test/"))
            hosts = ("a.test", "www.a.test", f"{any_name}.a.test")
            routes = tuple(Route(host, "127.0.0.1", 443, server.port) for host in hosts)
            reach = Reach(routes=routes, ca_bundle=str(bundle))
            listed = plan(
                "https://a.test/", reach=reach, probes=("Home", "Tls"), budget=Budget(request_seconds=5.0)
            )
            found, _ = await captured(listed)
            return found

    tls = asyncio.run(run()).records["Tls"]

    assert isinstance(tls, Tls)
    assert tls.twin == ""


def test_silence_to_an_old_protocol_is_waited_for_once(authority: trustme.CA, bundle: Path) -> None:
    """A host that goes silent leaves the older protocols open, and costs one deadline, not one for each."""
    server = context(authority.issue_cert("a.test"))
    shaken = 0

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal shaken
        shaken += 1
        if shaken > 2:
            await stall(reader, writer)
        await writer.start_tls(server)
        await reader.readuntil(b"\r\n\r\n")
        writer.write(respond(html()))
        await writer.drain()

    async def run() -> Captured:
        async with serve_raw(behave) as port:
            reach = Reach(
                routes=(Route("a.test", "127.0.0.1", 443, port), Route("a.test", "127.0.0.1", 80, 1)),
                ca_bundle=str(bundle),
            )
            listed = plan(
                "https://a.test/", reach=reach, probes=("Home", "Tls"), budget=Budget(request_seconds=1.0)
            )
            found, _ = await captured(listed)
            return found

    tls = asyncio.run(run()).records["Tls"]

    assert isinstance(tls, Tls)
    assert tls.accepted == ("TLSv1.3",)
    assert tls.refused == ()
    assert shaken == 3


def test_not_applicable() -> None:
    """A site that is listed with a port for http has no port for https that we know of."""

    async def run() -> Captured:
        async with serve({"/": respond(html())}) as server:
            url = f"http://127.0.0.1:{server.port}/"
            found, _ = await captured(plan(url, probes=("Tls", "PlainHttp"), site=Site(id="a", url=url)))
            return found

    tls = asyncio.run(run()).records["Tls"]

    assert isinstance(tls, Failure)
    assert tls.reason is FailureReason.NOT_APPLICABLE
