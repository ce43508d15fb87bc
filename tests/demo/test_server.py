"""The example province: each site behaves as its condition says, and nothing is left behind."""

import gzip
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from webaudit.demo.server import Province

pytestmark = pytest.mark.network

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


@dataclass
class Visitor:
    """Asks the province as a client does whose resolver knows its routes."""

    province: Province

    def __post_init__(self) -> None:
        self.ports = {(route.host, route.port): route.to_port for route in self.province.routes}
        self.trust = ssl.create_default_context(cafile=self.province.ca_bundle)

    def port(self, host: str, port: int) -> int:
        """Where a host's port is to be found."""
        found = self.ports[host, port]
        assert found is not None
        return found

    def ask(
        self, url: str, method: str = "GET", host: str | None = None, headers: dict[str, str] | None = None
    ) -> httpx.Response:
        """One request; `host` asks under another name than the URL's."""
        asked = httpx.URL(url)
        port = self.port(asked.host, 443 if asked.scheme == "https" else 80)
        with httpx.Client(verify=self.trust, trust_env=False) as client:
            return client.request(
                method,
                asked.copy_with(host="127.0.0.1", port=port),
                headers={"Host": host or asked.host, **(headers or {})},
                extensions={"sni_hostname": asked.host},
            )


@pytest.fixture(scope="module")
def visitor() -> Iterator[Visitor]:
    """A visitor of a province that stands for the whole module."""
    with Province(now=NOW) as province:
        yield Visitor(province)


def url(agency: str, path: str = "/", scheme: str = "https") -> str:
    """An address of an agency."""
    return f"{scheme}://{agency}.contohprov.example{path}"


def refusal(visitor: Visitor, agency: str) -> ssl.SSLCertVerificationError:
    """Why the certificate of an agency is not trusted."""
    with pytest.raises(httpx.ConnectError) as raised:
        visitor.ask(url(agency))
    cause: BaseException | None = raised.value
    while cause is not None and not isinstance(cause, ssl.SSLCertVerificationError):
        cause = cause.__cause__ or cause.__context__
    assert cause is not None
    return cause


def test_exemplary_home(visitor: Visitor) -> None:
    """The exemplary site answers over a trusted connection, in Indonesian, with yesterday's news."""
    answer = visitor.ask(url("diskominfo"))

    assert answer.status_code == 200
    assert '<html lang="id">' in answer.text
    assert "23 November 2026" in answer.text
    assert "© 2026" in answer.text


def test_https_is_forced(visitor: Visitor) -> None:
    """Plain http leads to the same path on https."""
    answer = visitor.ask(url("diskominfo", "/profil", "http"))

    assert answer.status_code == 301
    assert answer.headers["location"] == url("diskominfo", "/profil")


@pytest.mark.parametrize(
    ("agency", "code"),
    [
        pytest.param("bapenda", 10, id="expired"),
        pytest.param("biro-hukum", 62, id="another host's"),
        pytest.param("samsat", 18, id="self-signed"),
    ],
)
def test_bad_certificate(visitor: Visitor, agency: str, code: int) -> None:
    """A host with a bad certificate is refused for the fault that was planted (X509_V_ERR of OpenSSL)."""
    assert refusal(visitor, agency).verify_code == code


@pytest.mark.parametrize(
    ("agency", "port"), [("bpbd", 80), ("bpbd", 443), ("distan", 443), ("setda", 80), ("setda", 443)]
)
def test_refused_connection(visitor: Visitor, agency: str, port: int) -> None:
    """Where an agency has no server, connections are refused."""
    with pytest.raises(ConnectionRefusedError), socket.socket() as client:
        client.connect(("127.0.0.1", visitor.port(f"{agency}.contohprov.example", port)))


def test_http_only_site(visitor: Visitor) -> None:
    """The site without https serves its pages over http, and its sitemap says so."""
    assert visitor.ask(url("distan", scheme="http")).status_code == 200
    assert "<loc>http://distan." in visitor.ask(url("distan", "/sitemap.xml", "http")).text


def test_challenge(visitor: Visitor) -> None:
    """The firewall answers every address with its challenge."""
    for path in ("/", "/robots.txt", "/sitemap.xml"):
        answer = visitor.ask(url("satpolpp", path))

        assert answer.status_code == 403
        assert "Just a moment..." in answer.text


def test_shell(visitor: Visitor) -> None:
    """The single-page application serves the same empty page under every address."""
    answers = {visitor.ask(url("dishub", path)).text for path in ("/", "/profil", "/sitemap.xml")}

    assert len(answers) == 1
    assert '<div id="root"></div>' in answers.pop()


def test_moved_site(visitor: Visitor) -> None:
    """The old host leads to the new one by way of http, and the new one has the pages."""
    first = visitor.ask(url("rsud-lama", "/profil"))
    second = visitor.ask(first.headers["location"])

    assert first.headers["location"] == url("rsud-melati", "/profil", "http")
    assert second.headers["location"] == url("rsud-melati", "/profil")
    assert visitor.ask(second.headers["location"]).status_code == 200


def test_stale_site(visitor: Visitor) -> None:
    """The stale site serves http as it stands, its news is two years old and its footer three."""
    answer = visitor.ask(url("disbudpar", scheme="http"))

    assert answer.status_code == 200
    assert "24 November 2024" in answer.text
    assert "© 2023" in answer.text
    assert "ppid" not in answer.text.lower()
    assert "Lorem ipsum" in visitor.ask(url("disbudpar", "/layanan/peminjaman-gedung-kesenian")).text


def test_average_site(visitor: Visitor) -> None:
    """The average site lacks alternative texts, and links to a form that is gone."""
    page = visitor.ask(url("dinkes", "/layanan/vaksinasi-internasional"))

    assert 'href="/unduh/formulir-permohonan.docx"' in page.text
    assert visitor.ask(url("dinkes", "/unduh/formulir-permohonan.docx")).status_code == 404
    assert '.svg" width' in visitor.ask(url("dinkes", "/galeri")).text


def test_injected_site(visitor: Visitor) -> None:
    """The hacked site keeps the agency's name, and every planted link leads to a reserved name."""
    home = visitor.ask(url("disperkim")).text
    hidden = home.split("left:-9999px", 1)[1].split("</div>", 1)[0]
    hosts = {link.split('"', 1)[0].split("/")[2] for link in hidden.split('href="')[1:]}

    assert "Slot Gacor" in home.split("<title>")[1].split("</title>")[0]
    assert hosts == {"gacor-contoh.example", "togel-contoh.example"}
    assert all(visitor.ask(f"https://{host}/").status_code == 200 for host in sorted(hosts))


def test_robots(visitor: Visitor) -> None:
    """One site shuts crawlers out; the others name their sitemap."""
    assert "Disallow: /\n" in visitor.ask(url("inspektorat", "/robots.txt")).text
    assert "Sitemap: " + url("dinkes", "/sitemap.xml") in visitor.ask(url("dinkes", "/robots.txt")).text


def test_national_channel(visitor: Visitor) -> None:
    """A page stands in for the national complaints channel, under a trusted certificate."""
    assert visitor.ask("https://www.lapor.go.id/").status_code == 200


def test_slow_site_keeps_only_pages_waiting(visitor: Visitor) -> None:
    """Pages of the slow site come late; files that are no pages do not."""
    page = visitor.ask(url("dpmptsp"))
    robots = visitor.ask(url("dpmptsp", "/robots.txt"))

    assert page.elapsed.total_seconds() >= 1.5
    assert robots.elapsed < page.elapsed


def test_not_found(visitor: Visitor) -> None:
    """A missing page is an error, said in Indonesian."""
    answer = visitor.ask(url("diskominfo", "/tidak-ada"))

    assert answer.status_code == 404
    assert "Halaman tidak ditemukan" in answer.text


def test_unknown_host(visitor: Visitor) -> None:
    """A host that the server does not know is misdirected (RFC 9110, 15.5.20)."""
    assert visitor.ask(url("diskominfo"), host="lain.example").status_code == 421


def test_head(visitor: Visitor) -> None:
    """HEAD has the fields of GET and no body."""
    head, get = visitor.ask(url("diskominfo"), "HEAD"), visitor.ask(url("diskominfo"))

    assert head.content == b""
    assert head.headers["content-length"] == get.headers["content-length"]


def test_other_methods(visitor: Visitor) -> None:
    """Nothing can be sent to the province."""
    answer = visitor.ask(url("diskominfo"), "POST")

    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("codings", ["identity", "gzip;q=0", "br"])
def test_uncompressed(visitor: Visitor, codings: str) -> None:
    """Nothing is compressed for a client that does not take gzip."""
    answer = visitor.ask(url("diskominfo"), headers={"Accept-Encoding": codings})

    assert "content-encoding" not in answer.headers


def raw(visitor: Visitor, request: bytes) -> bytes:
    """What the http port answers to these bytes, until it closes the connection."""
    port = visitor.port("diskominfo.contohprov.example", 80)
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(request)
        return b"".join(iter(lambda: client.recv(65_536), b""))


def test_pipelined_requests_are_answered_in_order(visitor: Visitor) -> None:
    """Requests on one connection are answered one after the other, and it closes when asked to."""
    head = b"GET /%s HTTP/1.1\r\nHost: distan.contohprov.example\r\n%s\r\n"
    answers = raw(visitor, head % (b"robots.txt", b"") + head % (b"tidak-ada", b"Connection: close\r\n"))

    assert [part[:3] for part in answers.split(b"HTTP/1.1 ")[1:]] == [b"200", b"404"]


@pytest.mark.parametrize(
    ("request_bytes", "status"),
    [
        pytest.param(b"\x16\x03\x01\r\n\r\n", b"400", id="no HTTP"),
        pytest.param(b"GET / HTTP/1.1\r\nX: " + b"a" * 70_000, b"431", id="endless head"),
        pytest.param(b"GET / HTTP/1.0\r\n\r\n", b"421", id="no host"),
        pytest.param(
            b"GET * HTTP/1.1\r\nHost: distan.contohprov.example\r\nConnection: close\r\n\r\n",
            b"400",
            id="no path",
        ),
    ],
)
def test_hostile_request(visitor: Visitor, request_bytes: bytes, status: bytes) -> None:
    """What is no request is refused, and the connection closed."""
    assert raw(visitor, request_bytes).startswith(b"HTTP/1.1 " + status)


def test_same_day_same_bytes() -> None:
    """Two servers that start on one day say the same."""
    said = []
    for hour in (3, 9):
        with Province(now=NOW.replace(hour=hour)) as province:
            visitor = Visitor(province)
            said.append(
                [visitor.ask(url("disperkim", path)).content for path in ("/", "/berita", "/sitemap.xml")]
            )

    assert said[0] == said[1]


def test_nothing_is_left_behind() -> None:
    """Stopping ends the thread, closes the ports and removes the files, with connections still open."""
    before = threading.active_count()
    with Province(now=NOW) as province:
        visitor = Visitor(province)
        folder: Path = province.sites_file.parent
        port = visitor.port("dpmptsp.contohprov.example", 443)
        waiting = visitor.trust.wrap_socket(
            socket.create_connection(("127.0.0.1", port)), server_hostname="dpmptsp.contohprov.example"
        )
        waiting.sendall(b"GET / HTTP/1.1\r\nHost: dpmptsp.contohprov.example\r\n\r\n")
        mute = socket.create_connection(("127.0.0.1", port))
    province.stop()
    waiting.close()
    mute.close()

    assert threading.active_count() == before
    assert not folder.exists()
    with pytest.raises(ConnectionRefusedError), socket.socket() as client:
        client.connect(("127.0.0.1", port))


def test_compressed_body_is_the_page(visitor: Visitor) -> None:
    """What is compressed unpacks to the page that others get."""
    plain = visitor.ask(url("diskominfo"), headers={"Accept-Encoding": "identity"})
    with httpx.Client(verify=visitor.trust, trust_env=False) as client:
        port = visitor.port("diskominfo.contohprov.example", 443)
        asked = httpx.Request(
            "GET",
            f"https://127.0.0.1:{port}/",
            headers={"Host": "diskominfo.contohprov.example", "Accept-Encoding": "gzip"},
            extensions={"sni_hostname": "diskominfo.contohprov.example"},
        )
        answer = client.send(asked, stream=True)
        packed = b"".join(answer.iter_raw())
        answer.close()

    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed) == plain.content
