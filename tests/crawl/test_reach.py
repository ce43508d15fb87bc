"""No request leaves the public internet, whoever asks: a canary on a private address is never asked."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from tests.crawl.servers import FREE, Answer, Server, answer, captured, html, plan, redirect, routed, serve
from webaudit.crawl.ask import Ask
from webaudit.crawl.client import Net
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.plan import Reach
from webaudit.model.record import FailureReason

pytestmark = pytest.mark.network

PORT = "{port}"
SPELLINGS = [
    *(
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://2130706433:{port}/",
        "http://127.1:{port}/",
    ),
    *("http://0x7f000001:{port}/", "http://0177.0.0.1:{port}/", "http://0x7f.1:{port}/", "http://0:{port}/"),
    *("http://[::ffff:127.0.0.1]:{port}/", "http://[::ffff:7f00:1]:{port}/", "http://[::1]:{port}/"),
    *("http://[64:ff9b::7f00:1]:{port}/", "http://[2002:7f00:1::]:{port}/", "http://127.0.0.1.:{port}/"),
    *("http://\u2460\u2461\u2466.0.0.1:{port}/", "http://127\u30020\u30020\u30021:{port}/"),
    *("http://%31%32%37.0.0.1:{port}/", "http://a.test@127.0.0.1:{port}/", "http:\\\\127.0.0.1:{port}\\"),
    *(
        "http:127.0.0.1:{port}",
        "//127.0.0.1:{port}/",
        "ftp://127.0.0.1:{port}/",
        "gopher://127.0.0.1:{port}/_x",
    ),
]
NAMES = {
    "inside.test": ["127.0.0.1"],
    "mapped.test": ["::ffff:127.0.0.1"],
    "localhost": ["127.0.0.1", "::1"],
    "metadata.test": ["169.254.169.254"],
}


def look_up(name: str) -> Sequence[str]:
    """Stands in for DNS."""
    if name in NAMES:
        return NAMES[name]
    raise OSError(-2, "Name or service not known")


def fetch(urls: Sequence[str]) -> tuple[list[Exchange], Server]:
    """What the client brings home from addresses of a canary, whose port it may ask."""

    async def run() -> tuple[list[Exchange], Server]:
        async with serve({"*": answer("secret")}) as canary, Net(FREE, Reach(), look_up=look_up) as net:
            found = []
            for written in urls:
                url = written.format(port=canary.port)
                name = url.rpartition("@")[2].partition("//")[2].partition(":")[0]
                # The list names the port, so that the address alone is what forbids it.
                ports = tuple((host, canary.port) for host in (name, *NAMES, "127.0.0.1", "[::1]"))
                found.append(await net.fetch(Ask(url, Purpose.PAGE, FREE, 2.0, 1_000, 1_000, ports=ports)))
            return found, canary

    return asyncio.run(run())


def test_the_canary_can_be_asked() -> None:
    """With the filter lifted it answers: what follows does not pass for want of a canary."""

    async def run() -> Server:
        async with serve({"*": answer("secret")}) as canary, Net(FREE, Reach(allow_private=True)) as net:
            url = f"http://127.0.0.1:{canary.port}/"
            await net.fetch(Ask(url, Purpose.PAGE, FREE, 5.0, 1_000, 1_000))
            return canary

    assert asyncio.run(run()).asked == ["/"]


def test_names_and_literals() -> None:
    """A literal or a name that leads inside is refused by its address, before any packet."""
    urls = [f"http://{name}:{PORT}/" for name in ("127.0.0.1", "[::1]", *NAMES)]
    found, canary = fetch(urls)

    assert canary.asked == []
    assert [one.failure.reason for one in found if one.failure] == [FailureReason.FORBIDDEN_ADDRESS] * len(
        urls
    )


def test_an_answer_that_changes_is_not_asked_for_twice() -> None:
    """A name that is public when checked and private when connected to (rebinding) is no way in."""
    answers = iter([["8.8.8.8"], ["127.0.0.1"], ["127.0.0.1"]])
    asked: list[str] = []

    def rebind(name: str) -> Sequence[str]:
        asked.append(name)
        return next(answers)

    async def run() -> Server:
        async with serve({"*": answer("secret")}) as canary, Net(FREE, Reach(), look_up=rebind) as net:
            # 8.8.8.8 is never connected to: the resolver alone is asked, as the client asks it.
            resolver = net._resolver
            first = await resolver.endpoints("a.test", canary.port)
            again = await resolver.resolve("a.test", canary.port)
            assert [one.address for one in first] == [one["host"] for one in again] == ["8.8.8.8"]
            return canary

    assert asyncio.run(run()).asked == []
    assert asked == ["a.test"]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_redirects(spelling: str) -> None:
    """A redirect inward, however it is spelled, ends the chain, and is told."""
    home, canary = site(lambda port: {"*": redirect(spelling.format(port=port))})

    assert canary.asked == []
    assert home.failure is None or home.status == 302


def test_everything_that_a_page_can_name() -> None:
    """Links, pictures, forms, frames, icons, a base, a refresh, fields, sitemaps: nothing leads inside."""

    def answers(port: int) -> dict[str, Answer]:
        urls = [spelling.format(port=port) for spelling in SPELLINGS]
        tags = "".join(
            f'<a href="{url}">x</a><img src="{url}" srcset="{url} 2x" alt=x><iframe src="{url}"></iframe>'
            f'<form action="{url}"></form><script src="{url}"></script><object data="{url}"></object>'
            + "".join(
                f'<link rel="{rel}" href="{url}">' for rel in ("stylesheet", "icon", "canonical", "alternate")
            )
            for url in urls
        )
        inward = urls[0]
        sitemap = f"<sitemap><loc>{inward}</loc></sitemap><url><loc>{inward}</loc></url>"
        robots = "".join(f"Sitemap: {url}\n" for url in urls) + "Sitemap: http://a.test/peta.xml\n"
        return {
            "/": answer(
                html("/dasar", "/segera", "/bingkai") + tags,
                link=f"<{inward}>; rel=preload",
                refresh=f"0;{inward}",
            ),
            "/dasar": answer(f"<base href={inward}>" + html("profil", "/layanan")),
            "/segera": answer(f"<meta http-equiv=refresh content='0;url={inward}'>"),
            "/bingkai": answer(f"<frameset><frame src={inward}></frameset>"),
            "/robots.txt": answer(robots, content_type="text/plain"),
            "/peta.xml": answer(
                f"<sitemapindex><sitemap><loc>{inward}</loc></sitemap></sitemapindex>{sitemap}"
            ),
            "*": redirect(inward),
        }

    home, canary = site(answers)

    assert canary.asked == []
    assert home.status == 200


def site(answers: Callable[[int], Mapping[str, Answer]]) -> tuple[Exchange, Server]:
    """The home page's Exchange of a whole capture of a.test, and the canary."""

    async def run() -> tuple[Exchange, Server]:
        async with serve({"*": answer("secret")}) as canary, serve(dict(answers(canary.port))) as server:
            listed = plan("http://a.test/", reach=routed(("a.test", 80, server)))
            _, kept = await captured(listed)
            return kept[0], canary

    return asyncio.run(run())


def test_the_environment_sends_nobody_elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither proxies of the environment nor passwords of ~/.netrc are used."""
    (tmp_path / ".netrc").write_text("machine a.test login me password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    heads: list[bytes] = []

    async def note(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(answer(html()))
        await writer.drain()

    async def run() -> Server:
        async with (
            serve({"*": answer("proxy")}) as proxy,
            serve({"/": answer(html("/b")), "*": note}) as server,
        ):
            for name in ("http_proxy", "https_proxy", "all_proxy"):
                monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
                monkeypatch.setenv(name.upper(), f"http://127.0.0.1:{proxy.port}")
            await captured(plan("http://a.test/", reach=routed(("a.test", 80, server))))
            return proxy

    assert asyncio.run(run()).asked == []
    assert b"authorization" not in b"".join(heads).lower()
