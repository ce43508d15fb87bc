"""What a site is told to have taken is what it took, however busy we are."""

import asyncio
import ssl
import sys
import time

import pytest
import trustme

from tests.crawl.servers import FREE, answer, serve, served
from tests.crawl.test_client import OPEN, ask
from webaudit.crawl.client import Net
from webaudit.crawl.stopwatch import Stopwatch

BUSY_SECONDS = 1.5


@pytest.mark.network
@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell when an answer came")
def test_our_own_work_is_not_the_sites_time() -> None:
    """While the loop does something else, an answer lies there; that is not counted."""

    async def run(port: int) -> list[float | None]:
        times = []
        async with Net(FREE, OPEN) as net:
            for _ in range(2):
                # Over a new connection first, then over the one that was kept.
                asked = asyncio.create_task(net.fetch(ask(f"http://127.0.0.1:{port}/", seconds=9.0)))
                while not server.asked:
                    await asyncio.sleep(0)
                server.asked.clear()
                time.sleep(BUSY_SECONDS)
                times.append((await asked).first_byte_ms)
        return times

    with served({"*": answer("ok")}) as server:
        times = asyncio.run(run(server.port))

    assert all(one is not None and one < BUSY_SECONDS * 1000 / 2 for one in times)


@pytest.mark.network
def test_a_slow_site_is_told_as_slow() -> None:
    """What the site itself takes counts, handshake or not."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)

    async def slow(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.3)
        writer.write(answer("ok", connection="close"))
        await writer.drain()

    async def run(scheme: str, tls: ssl.SSLContext | None) -> float | None:
        async with serve({"*": slow}, tls) as server, Net(FREE, OPEN) as net:
            url = f"{scheme}://127.0.0.1:{server.port}/"
            return (await net.fetch(ask(url, seconds=9.0))).first_byte_ms

    for scheme, tls in (("http", None), ("https", context)):
        first_byte_ms = asyncio.run(run(scheme, tls))

        assert first_byte_ms is not None
        assert first_byte_ms >= 290


def test_waits_are_summed() -> None:
    """Greeting, handshake and answer are waits; what we take between them is none."""
    watch = Stopwatch(1.0)
    watch.came(1.1)
    watch.sent(2.0)
    watch.came(2.2)
    watch.sent(3.0)
    watch.came(3.4)
    watch.answered()
    watch.came(9.0)
    watch.answered()

    assert watch.first == pytest.approx(0.7)


def test_each_request_is_timed_anew() -> None:
    """Over a kept connection an earlier request's waits are over."""
    watch = Stopwatch(1.0)
    watch.sent(1.0)
    watch.came(1.5)
    watch.answered()
    watch.begin(5.0)
    watch.sent(6.0)
    watch.came(6.25)
    watch.answered()

    assert watch.first == pytest.approx(0.25)
