"""A bed of servers, right and wrong in all the ways that TLS knows, and what the report says of each.

All are audited in one go, by the command; what is compared are the codes in its JSON.
"""

import asyncio
import json
import shutil
import socket
import ssl
import subprocess
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import webaudit
from tests.crawl.forge import (
    FOREVER,
    Made,
    answer_of_authority,
    context,
    issue,
    numbers,
    with_sha_1,
)
from tests.crawl.servers import Behaviour, answer, close, html, reset, serve, serve_raw, stall

pytestmark = pytest.mark.network

PROVINCE = "contohprov.go.id"
CHECKS = (
    *("certificate-expiry", "certificate-name", "certificate-strength", "certificate-trust"),
    *("tls-versions", "www-certificate"),
)
OPENSSL = shutil.which("openssl")
HERE = "127.0.0.1"

ROOT = issue("Contoh Root", None, days=FOREVER, authority=True, key=numbers(2048))
MIDDLE = issue("Contoh Intermediate", ROOT, days=FOREVER, authority=True, key=numbers(2048))
FOREIGN_ROOT = issue("Asing Root", None, days=FOREVER, authority=True)
FOREIGN = issue("Asing Intermediate", FOREIGN_ROOT, days=FOREVER, authority=True)
OLD_MIDDLE = issue("Contoh Lama", ROOT, days=(-900, -2), authority=True)
WEAK_MIDDLE = issue("Contoh Lemah", ROOT, days=FOREVER, authority=True, key=numbers(1024))
NO_AUTHORITY = issue("Bukan CA", ROOT, days=FOREVER)
CHARGED = issue("Contoh OCSP", MIDDLE, answers=True)
CROSS = issue("Contoh Root", FOREIGN_ROOT, days=(-900, -2), authority=True, key=ROOT.key)
"""The root's key under the signature of another, which has expired: how old devices were once served."""


def alert(number: int) -> Behaviour:
    """Turns a handshake down, and says why."""

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(4_096)
        writer.write(bytes([21, 3, 3, 0, 2, 2, number]))
        await writer.drain()

    return behave


def banner(text: bytes) -> Behaviour:
    """Says something before it is asked."""

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(text)
        await writer.drain()
        await reader.read(4_096)

    return behave


@dataclass
class OpenSsl:
    """What OpenSSL's own server shows, which can staple and says why it ends a connection.

    Attributes:
        answer: of the authority; empty if none is stapled.
    """

    leaf: Made
    chain: tuple[Made, ...] = ()
    answer: bytes = b""
    options: tuple[str, ...] = ()


Served = ssl.SSLContext | Behaviour | OpenSsl | None
"""Certificates, a way to behave, or nothing at all: a closed port."""


@dataclass
class Case:
    """One site.

    Attributes:
        at: what is at its port 443, made for its host.
        codes: that the report should name.
        www: what is at that of the name with www, or without.
        listed_www: the list names it with www.
        http: plain http serves the page, in place of a redirect.
        status: of the site.
    """

    at: Callable[[str], Served]
    codes: frozenset[str]
    www: Callable[[str], Served] | None = None
    listed_www: bool = False
    http: bool = False
    status: str = "reachable"
    ports: dict[str, int] = field(default_factory=dict)


def by(issuer: Made | None, *chain: Made, **wishes: Any) -> Callable[[str], ssl.SSLContext]:
    """A certificate of the host's own name."""
    return lambda host: context(issue(host, issuer, host, **wishes), *chain)


def of(*names: str, issuer: Made | None = ROOT, **wishes: Any) -> Callable[[str], ssl.SSLContext]:
    """A certificate of other names."""
    return lambda host: context(issue(host, issuer, *names, **wishes))


def over(oldest: str, newest: str) -> Callable[[str], ssl.SSLContext]:
    """A good certificate over these protocols alone."""

    def made(host: str) -> ssl.SSLContext:
        server = context(issue(host, ROOT, host))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            server.minimum_version = ssl.TLSVersion[oldest]
            server.maximum_version = ssl.TLSVersion[newest]
        return server

    return made


def wanting(newest: str, mode: ssl.VerifyMode) -> Callable[[str], ssl.SSLContext]:
    """A server that asks the visitor for a certificate."""

    def made(host: str) -> ssl.SSLContext:
        server = over("TLSv1_2", newest)(host)
        server.load_verify_locations(cadata=ROOT.pem.decode())
        server.verify_mode = mode
        return server

    return made


def stapled(
    *options: str,
    revoked: bool,
    days: tuple[float, float] = (-10.0, 80.0),
    signer: Made | None = None,
    enclosed: tuple[Made, ...] = (),
    said: tuple[float, float] = (-1.0, 5.0),
) -> Callable[[str], OpenSsl]:
    """A certificate with the answer of its authority, or of another."""

    def made(host: str) -> OpenSsl:
        leaf = issue(host, MIDDLE, host, days=days)
        answer = answer_of_authority(
            leaf, MIDDLE, revoked=revoked, signer=signer, enclosed=enclosed, days=said
        )
        return OpenSsl(leaf, (MIDDLE,), answer, options)

    return made


def door(*options: str) -> Callable[[str], OpenSsl]:
    """A server that turns away who shows no certificate, and says so."""
    asked = ("-Verify", "1", "-verify_return_error", "-CAfile", "roots.pem", *options)
    return lambda host: OpenSsl(issue(host, ROOT, host), options=asked)


def sha_1(host: str) -> ssl.SSLContext:
    """A certificate signed with SHA-1."""
    return context(with_sha_1(issue(host, ROOT, host), ROOT))


def weak_twice(host: str) -> ssl.SSLContext:
    """A short key under an old signature."""
    return context(with_sha_1(issue(host, ROOT, host, key=numbers(1024)), ROOT))


def says(*codes: str) -> frozenset[str]:
    """Codes that a report should name."""
    return frozenset(codes)


GOOD = by(ROOT)
CLOSED: Callable[[str], Served] = lambda host: None  # noqa: E731
PAST, FUTURE, SOON = (-400.0, -3.0), (30.0, 120.0), (-80.0, 5.0)


def behaves(behave: Behaviour) -> Callable[[str], Served]:
    """A server that does so to everybody."""
    return lambda host: behave


CASES: Mapping[str, Case] = {
    # Nothing wrong.
    "good": Case(GOOD, says()),
    "intermediate": Case(by(MIDDLE, MIDDLE), says()),
    "duplicate": Case(by(MIDDLE, MIDDLE, MIDDLE), says()),
    "misordered": Case(by(MIDDLE, FOREIGN, ROOT, MIDDLE), says()),
    "root-sent": Case(by(MIDDLE, MIDDLE, ROOT), says()),
    "unrelated-sent": Case(by(MIDDLE, MIDDLE, FOREIGN, FOREIGN_ROOT), says()),
    "cross-signed": Case(by(MIDDLE, MIDDLE, CROSS, FOREIGN_ROOT), says()),
    "wildcard": Case(of(f"*.{PROVINCE}"), says()),
    "many-names": Case(lambda host: context(issue(host, ROOT, "a.test", host, "b.test")), says()),
    "short-lived": Case(by(ROOT, days=(-2, 4)), says()),
    "newest-alone": Case(over("TLSv1_3", "TLSv1_3"), says()),
    "no-newest": Case(over("TLSv1_2", "TLSv1_2"), says()),
    "wishing": Case(wanting("TLSv1_3", ssl.CERT_OPTIONAL), says()),
    # One thing wrong.
    "expired": Case(by(ROOT, days=PAST), says("expired")),
    "old-intermediate": Case(by(OLD_MIDDLE, OLD_MIDDLE), says("expired")),
    "early": Case(by(ROOT, days=FUTURE), says("not-yet-valid")),
    "soon": Case(by(ROOT, days=SOON), says("expires-soon")),
    "self-signed": Case(by(None), says("self-signed")),
    "unknown-root": Case(by(FOREIGN_ROOT, FOREIGN_ROOT), says("unknown-root")),
    "unknown-chain": Case(by(FOREIGN, FOREIGN, FOREIGN_ROOT), says("unknown-root")),
    "unknown-rootless": Case(by(FOREIGN, FOREIGN), says("unknown-root")),
    "incomplete": Case(by(MIDDLE), says("incomplete-chain")),
    "wrong-intermediate": Case(by(MIDDLE, WEAK_MIDDLE), says("incomplete-chain")),
    "no-authority": Case(by(NO_AUTHORITY, NO_AUTHORITY), says("untrusted")),
    "wrong-host": Case(of("server12.hosting.test"), says("wrong-host")),
    "www-alone": Case(lambda host: context(issue(host, ROOT, f"www.{host}")), says("wrong-host")),
    "star-too-high": Case(of("*.go.id"), says("wrong-host")),
    "no-san": Case(of(), says("no-san")),
    "weak-key": Case(by(ROOT, key=numbers(1024)), says("weak-key")),
    "weak-intermediate": Case(by(WEAK_MIDDLE, WEAK_MIDDLE), says("weak-key")),
    "weak-signature": Case(sha_1, says("weak-signature")),
    "old-protocols": Case(over("TLSv1", "TLSv1_3"), says("weak-protocol")),
    "one-old-protocol": Case(over("TLSv1_1", "TLSv1_2"), says("weak-protocol")),
    "old-alone": Case(over("TLSv1", "TLSv1"), says("weak-protocol")),
    "door-1-3": Case(wanting("TLSv1_3", ssl.CERT_REQUIRED), says("client-certificate"), status="unreachable"),
    "door-1-2": Case(wanting("TLSv1_2", ssl.CERT_REQUIRED), says("client-certificate"), status="unreachable"),
    "plain": Case(behaves(banner(b"HTTP/1.1 400 Bad Request\r\n\r\n")), says("no-tls"), status="unreachable"),
    "ssh": Case(behaves(banner(b"SSH-2.0-OpenSSH_9.2\r\n")), says("no-tls"), http=True),
    "closed": Case(CLOSED, says("no-https"), http=True),
    "stall": Case(behaves(stall), says("handshake-stall"), http=True),
    "reset": Case(behaves(reset), says("handshake-refused"), http=True),
    "hang-up": Case(behaves(close), says("handshake-refused"), http=True),
    "alert": Case(behaves(alert(40)), says("handshake-refused"), status="unreachable"),
    # Two and three things wrong.
    "expired-other": Case(of("a.test", days=PAST), says("expired", "wrong-host")),
    "expired-self": Case(by(None, days=PAST), says("expired", "self-signed")),
    "early-unknown": Case(by(FOREIGN_ROOT, FOREIGN_ROOT, days=FUTURE), says("not-yet-valid", "unknown-root")),
    "all-wrong": Case(of("localhost", issuer=None, days=PAST), says("expired", "self-signed", "wrong-host")),
    "weak-twice": Case(weak_twice, says("weak-key", "weak-signature")),
    "soon-incomplete": Case(by(MIDDLE, days=SOON), says("expires-soon", "incomplete-chain")),
    # The other name.
    "www-good": Case(GOOD, says(), www=GOOD),
    "www-forgotten": Case(GOOD, says("www-wrong-host"), www=of("a.test")),
    "www-nameless": Case(GOOD, says("www-no-san"), www=of()),
    "www-expired": Case(GOOD, says("www-expired"), www=by(ROOT, days=PAST)),
    "www-self": Case(GOOD, says("www-self-signed"), www=by(None)),
    "www-incomplete": Case(GOOD, says("www-incomplete-chain"), www=by(MIDDLE)),
    "www-weak": Case(GOOD, says("www-weak-key"), www=by(ROOT, key=numbers(1024))),
    "www-expired-other": Case(GOOD, says("www-expired", "www-wrong-host"), www=of("a.test", days=PAST)),
    "www-closed": Case(GOOD, says("www-no-https"), www=CLOSED),
    "bare-closed": Case(GOOD, says("www-no-https"), www=CLOSED, listed_www=True),
    "www-early": Case(GOOD, says("www-not-yet-valid"), www=by(ROOT, days=FUTURE)),
    "www-soon": Case(GOOD, says("www-expires-soon"), www=by(ROOT, days=SOON)),
    "www-unknown": Case(GOOD, says("www-unknown-root"), www=by(FOREIGN_ROOT, FOREIGN_ROOT)),
    "www-old-hash": Case(GOOD, says("www-weak-signature"), www=sha_1),
    "www-reset": Case(GOOD, says("www-handshake-refused"), www=behaves(reset)),
    "both-expired": Case(by(ROOT, days=PAST), says("expired", "www-expired"), www=by(ROOT, days=PAST)),
    "www-plain": Case(GOOD, says("www-no-tls"), www=behaves(banner(b"SSH-2.0-OpenSSH_9.2\r\n"))),
    "www-stall": Case(GOOD, says("www-handshake-stall"), www=behaves(stall)),
    "www-alert": Case(GOOD, says("www-handshake-refused"), www=behaves(alert(112))),
    "bare-expired": Case(GOOD, says("www-expired"), www=by(ROOT, days=PAST), listed_www=True),
    # What the authority says.
    "stapled": Case(stapled(revoked=False), says()),
    "revoked": Case(stapled(revoked=True), says("revoked")),
    "revoked-1-2": Case(stapled("-tls1_2", revoked=True), says("revoked")),
    "revoked-1-3": Case(stapled("-tls1_3", revoked=True), says("revoked")),
    "revoked-p256": Case(stapled("-tls1_3", "-groups", "P-256", revoked=True), says("revoked")),
    "stapled-1-3": Case(stapled("-tls1_3", revoked=False), says()),
    "revoked-charged": Case(
        stapled("-tls1_3", revoked=True, signer=CHARGED, enclosed=(CHARGED,)), says("revoked")
    ),
    "revoked-chacha": Case(
        stapled("-tls1_3", "-ciphersuites", "TLS_CHACHA20_POLY1305_SHA256", revoked=True), says("revoked")
    ),
    "revoked-aes-128": Case(
        stapled("-tls1_3", "-ciphersuites", "TLS_AES_128_GCM_SHA256", revoked=True), says("revoked")
    ),
    "revoked-forged": Case(stapled(revoked=True, signer=FOREIGN), says()),
    "revoked-forged-1-3": Case(stapled("-tls1_3", revoked=True, signer=FOREIGN), says()),
    "revoked-long-ago": Case(stapled(revoked=True, said=(-20.0, -13.0)), says()),
    "door-told": Case(door("-tls1_3"), says("client-certificate"), status="unreachable"),
    "door-told-1-2": Case(door("-tls1_2"), says("client-certificate"), status="unreachable"),
    "revoked-expired": Case(stapled(revoked=True, days=PAST), says("revoked", "expired")),
}

NEED_OPENSSL = ("stapled", "revoked", "door-told")
if OPENSSL is None:
    CASES = {name: case for name, case in CASES.items() if not name.startswith(NEED_OPENSSL)}


def host_of(name: str) -> str:
    """The host that the list names."""
    bare = f"{name}.{PROVINCE}"
    return f"www.{bare}" if CASES[name].listed_www else bare


def other_of(host: str) -> str:
    """The same with www, or without."""
    return host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"


PAGE = answer(html())


async def _open(stack: AsyncExitStack, served: Served) -> int:
    """Opens what is to be at a port; the port."""
    if served is None:
        return 1
    if isinstance(served, ssl.SSLContext):
        return (await stack.enter_async_context(serve({"*": PAGE}, served))).port
    assert not isinstance(served, OpenSsl)
    return await stack.enter_async_context(serve_raw(served))


def _openssl(served: OpenSsl, folder: Path) -> tuple[int, subprocess.Popen[bytes]]:
    """OpenSSL's own server, which alone can staple; its port."""
    assert OPENSSL is not None
    folder.mkdir()
    (folder / "key.pem").write_bytes(served.leaf.key_pem)
    (folder / "leaf.pem").write_bytes(served.leaf.pem)
    (folder / "chain.pem").write_bytes(b"".join(one.pem for one in served.chain))
    (folder / "answer.der").write_bytes(served.answer)
    (folder / "roots.pem").write_bytes(ROOT.pem)
    with socket.create_server((HERE, 0)) as free:
        port = free.getsockname()[1]
    command = (
        *(OPENSSL, "s_server", "-accept", f"{HERE}:{port}", "-quiet", "-www", "-no_dhe"),
        *("-cert", "leaf.pem", "-key", "key.pem", *served.options),
        *(("-cert_chain", "chain.pem") if served.chain else ()),
        *(("-status_file", "answer.der") if served.answer else ()),
    )
    running = subprocess.Popen(
        command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return port, running


async def _serve(started: Future[tuple[dict[str, dict[str, int]], Callable[[], None]]]) -> None:
    """Serves all that is not OpenSSL's, until told to stop."""
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    ports: dict[str, dict[str, int]] = {}
    async with AsyncExitStack() as stack:
        plain = (await stack.enter_async_context(serve({"*": PAGE}))).port
        for name, case in CASES.items():
            host = host_of(name)
            forward = await stack.enter_async_context(
                serve({"*": answer("", 301, location=f"https://{host}/")})
            )
            made = case.at(host)
            ports[name] = {"http": plain if case.http else forward.port}
            if not isinstance(made, OpenSsl):
                ports[name]["https"] = await _open(stack, made)
            if case.www is not None:
                ports[name]["www"] = await _open(stack, case.www(other_of(host)))

        def end() -> None:
            loop.call_soon_threadsafe(stop.set)

        started.set_result((ports, end))
        await stop.wait()


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Any]]:
    """What the report says of each site of the bed."""
    folder = tmp_path_factory.mktemp("bed")
    started: Future[tuple[dict[str, dict[str, int]], Callable[[], None]]] = Future()
    thread = threading.Thread(target=asyncio.run, args=(_serve(started),))
    thread.start()
    ports, stop = started.result(60)
    running = []
    try:
        for name, case in CASES.items():
            made = case.at(host_of(name)) if "https" not in ports[name] else None
            if isinstance(made, OpenSsl):
                ports[name]["https"], process = _openssl(made, folder / name)
                running.append(process)
        yield _audited(folder, ports)
    finally:
        for process in running:
            process.kill()
            process.communicate()
        stop()
        thread.join()


def _audited(folder: Path, ports: Mapping[str, Mapping[str, int]]) -> Mapping[str, Any]:
    (folder / "roots.pem").write_bytes(ROOT.pem)
    lines = [
        "schema: webaudit-sites/1",
        f"defaults: {{region: Contoh, region_suffixes: [{PROVINCE}]}}",
        "sites:",
    ]
    routes: list[str] = []
    for name, at in ports.items():
        host = host_of(name)
        lines.append(f"  - {{id: {name}, name: Dinas Kesehatan, url: 'https://{host}/', type: dinas}}")
        routes += ["--resolve", f"{host}:80:{HERE}:{at['http']}"]
        routes += ["--resolve", f"{host}:443:{HERE}:{at['https']}"]
        if "www" in at:
            routes += ["--resolve", f"{other_of(host)}:443:{HERE}:{at['www']}"]
    (folder / "sites.yaml").write_text("\n".join(lines), "utf-8")
    done = webaudit(
        *("audit", "sites.yaml", "--ca-bundle", "roots.pem", "--rate", "0", "--max-pages", "2"),
        *("--json", "-", "--quiet", *routes),
        cwd=folder,
    )
    assert done.stdout, done.stderr
    return {site["id"]: site for site in json.loads(done.stdout)["sites"]}


@pytest.mark.parametrize("name", CASES)
def test_each_fault_is_named(sites: Mapping[str, Any], name: str) -> None:
    """Of each server all that is wrong is named by its code, and nothing else is."""
    said = {
        spot["code"]
        for finding in sites[name]["findings"]
        if finding["check"] in CHECKS
        for spot in finding["locations"]
        if spot["outcome"] == "failed"
    }

    assert said == CASES[name].codes


@pytest.mark.parametrize("name", CASES)
def test_a_broken_certificate_makes_no_site_dead(sites: Mapping[str, Any], name: str) -> None:
    """Whatever is wrong with a certificate, the site is captured; only who shuts the door is not reached."""
    assert sites[name]["status"] == CASES[name].status
