"""A real Chromium before real servers: what it is shown, what it may ask, and what never stops a run."""

import asyncio
import json
import os
import wave
from dataclasses import replace
from io import BytesIO
from typing import ClassVar

import psutil
import pytest

from tests.crawl.servers import Answer, Server, answer, captured, html, plan, redirect, routed, serve, stall
from tests.evidence import AT
from webaudit.checks import catalogue
from webaudit.crawl.ask import Ask
from webaudit.crawl.browser.chromium import chromium
from webaudit.crawl.capture import capture
from webaudit.crawl.client import Net
from webaudit.extract.rendered import rendered
from webaudit.model.errors import SettingError
from webaudit.model.evidence import VIEWS, Exchange, Purpose, Snapshot
from webaudit.model.finding import Outcome
from webaudit.model.plan import Budget
from webaudit.model.record import Failure, FailureReason
from webaudit.model.rendered import Rendered, RenderedPage
from webaudit.pipeline.assess import assess

pytestmark = [pytest.mark.network, pytest.mark.timeout(120)]


class Seen:
    """What a browser showed of http://a.test/, and what was asked of the servers."""

    def __init__(self, kept: list[Exchange], limits: tuple[str, ...], server: Server) -> None:
        self.kept, self.limits, self.server = kept, limits, server

    @property
    def record(self) -> Rendered:
        """Rebuilt from what was kept."""
        found = rendered(self.kept)
        assert isinstance(found, Rendered)
        return found

    @property
    def page(self) -> RenderedPage:
        """The only page."""
        (page,) = self.record.pages
        return page

    def kept_for(self, purpose: Purpose) -> list[Exchange]:
        """What was kept for a purpose."""
        return [one for one in self.kept if one.purpose is purpose]


def show(
    answers: dict[str, Answer | list[Answer]],
    *,
    crawl: bool = False,
    seconds: float = 10.0,
    stored: tuple[Exchange, ...] = (),
) -> Seen:
    """Captures http://a.test/ with a browser; b.test is another site on the same server."""

    async def run() -> Seen:
        async with serve({"/robots.txt": answer("", 404), **answers}) as server:
            reach = routed(("a.test", 80, server), ("b.test", 80, server))
            probes = ("Home", "Readings", "Rendered", "Robots") if crawl else ("Home", "Rendered")
            budget = Budget(request_seconds=2.0, stall_seconds=5.0, browser_seconds=seconds)
            listed = plan("http://a.test/", reach=reach, budget=budget, probes=probes, crawl=crawl)
            found, kept = await captured(listed, stored)
            return Seen(kept, found.limits, server)

    return asyncio.run(run())


def scripted(script: str, *links: str) -> str:
    """A page of content that runs a script."""
    return html(*links).replace("</body>", f"<script>{script}</script></body>")


def descendants() -> list[str]:
    """Names of the processes that this one has started and that still run."""
    mine = psutil.Process(os.getpid()).children(recursive=True)
    return [one.name() for one in mine if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]


@pytest.fixture(scope="module")
def healthy() -> Seen:
    """A page that builds a button by script, with a style sheet that was moved and a picture."""
    page = html().replace(
        "</body>",
        '<link rel="stylesheet" href="/gaya.css"><img src="http://b.test/logo.svg">'
        "<script>document.body.append(document.createElement('button'))</script></body>",
    )
    return show(
        {
            "/": answer(page),
            "/gaya.css": redirect("/gaya-2.css"),
            "/gaya-2.css": answer("button { width: 77px }", content_type="text/css"),
            "/logo.svg": answer("<svg xmlns='http://www.w3.org/2000/svg'/>", content_type="image/svg+xml"),
        }
    )


def test_evidence_is_kept(healthy: Seen) -> None:
    """Axe's answer, the document as built and two pictures are kept, each found by its digest."""
    page, kept = healthy.page, {one.digest: one for one in healthy.kept}

    assert page.failure is None
    assert {finding.rule for finding in page.axe} >= {"button-name", "image-alt"}
    assert b"<button></button>" in kept[page.dom].body
    assert [kept[page.shots[name]].body[:2] for name in ("desktop", "320")] == [b"\xff\xd8", b"\xff\xd8"]
    assert healthy.record.axe_version.startswith("4.14.")
    assert [one.purpose for one in healthy.kept if one.purpose in VIEWS][-1] is Purpose.RENDERED


def test_requests_go_through_our_own_client(healthy: Seen) -> None:
    """Style sheets and pictures come by our routes, redirects followed, and no browser names itself."""
    asked = healthy.server.asked

    assert {"/gaya.css", "/gaya-2.css", "/logo.svg"} <= set(asked)
    assert asked.count("/") == 2
    assert set(healthy.server.hosts) == {"a.test", "b.test"}


def test_a_place_is_spelled_as_our_checks_spell_it(healthy: Seen) -> None:
    """What axe finds has the path and the markup that our own reading of the page gives."""
    (found,) = [finding for finding in healthy.page.axe if finding.rule == "image-alt"]

    assert found.spots[0].xpath == "/html/body/img"
    assert found.spots[0].markup == '<img src="http://b.test/logo.svg">'


def test_nothing_is_left_running(healthy: Seen) -> None:
    """When the capture is over, the browser is gone with all its processes."""
    assert [name for name in descendants() if "chrom" in name or "node" in name] == []


def test_the_sample_is_the_first_page_of_each_template() -> None:
    """Pages of one skeleton are shown once, however many there are, and no more than five pages."""
    pages = {f"/berita/{n}": answer(html("/", title=f"Berita {n}")) for n in range(4)}
    kinds = {
        f"/jenis/{n}": answer(html("/").replace("<body>", f'<body><div class="jenis-{"abcdefg"[n]}">'))
        for n in range(7)
    }
    first = html(*pages, *kinds).replace("<body>", "<body><main>")
    seen = show({"/": answer(first), **pages, **kinds}, crawl=True, seconds=20)
    again = show({"/": answer(first), **pages, **kinds}, crawl=True, stored=tuple(seen.kept))
    urls = [page.url for page in seen.record.pages]

    assert len(urls) == 5
    assert sum("/berita/" in url for url in urls) == 1
    assert [page.template for page in seen.record.pages] == list(
        dict.fromkeys(page.template for page in seen.record.pages)
    )
    # Resumed, nothing is shown twice.
    assert again.kept == []


def test_no_private_address_is_reached() -> None:
    """What a page asks of private addresses never leaves the machine, by whatever name or way."""
    asked: list[str] = []

    async def run() -> Rendered | Failure:
        async with serve({"*": answer("rahasia")}) as inside:
            port = inside.port
            script = "".join(
                f"fetch('{url}').catch(() => 0);"
                for url in (
                    "http://169.254.169.254/latest/meta-data/",
                    f"http://127.0.0.1:{port}/a",
                    f"http://[::1]:{port}/a",
                    f"http://localhost:{port}/b",
                    f"http://0x7f000001:{port}/c",
                )
            )
            script += f"new WebSocket('ws://127.0.0.1:{port}/d'); new Image().src = '//127.0.0.1:{port}/e';"
            script += f"new EventSource('http://127.0.0.1:{port}/f');"
            script += f"navigator.sendBeacon('http://127.0.0.1:{port}/g');"
            stun = f"{{iceServers: [{{urls: 'stun:127.0.0.1:{port}'}}]}}"
            script += f"const peer = new RTCPeerConnection({stun}); peer.createDataChannel('x');"
            script += "peer.createOffer().then((offer) => peer.setLocalDescription(offer));"
            async with serve({"/": answer(scripted(script)), "*": answer("", 404)}) as server:
                reach = routed(("a.test", 80, server))
                listed = plan("http://a.test/", reach=reach, probes=("Home", "Rendered"), crawl=False)
                _, kept = await captured(replace(listed, budget=Budget()))
            asked.extend(inside.asked)
            return rendered(kept)

    found = asyncio.run(run())

    assert isinstance(found, Rendered)
    assert found.pages[0].failure is None
    assert asked == []


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        pytest.param("for (;;) {}", FailureReason.TIMEOUT, id="endless"),
        pytest.param("location = 'chrome://crash'", None, id="a crash asked for is no address"),
    ],
)
def test_a_page_that_hangs_costs_itself_alone(script: str, reason: FailureReason | None) -> None:
    """A hung page is left open with the reason, the browser begins anew, and the next page is shown."""
    other = html("/").replace("<body>", "<body><main>")
    answers: dict[str, Answer | list[Answer]] = {
        "/": answer(scripted(script, "/lain")),
        "/lain": answer(other),
    }
    seen = show(answers, crawl=True, seconds=6)
    by_path = {page.url.removeprefix("http://a.test"): page for page in seen.record.pages}
    failure = by_path["/"].failure

    assert (failure.reason if failure else None) is reason
    assert by_path["/lain"].failure is None
    assert [name for name in descendants() if "chrom" in name] == []


def test_what_hangs_later_costs_what_was_not_measured() -> None:
    """A page that hangs when its window changes is judged by what was measured before; the rest is told."""
    seen = show({"/": answer(scripted("onresize = () => { for (;;) {} }"))})
    facts, unmeasured = seen.page.facts, seen.page.unmeasured

    assert seen.page.failure is None
    assert seen.page.axe_passed
    assert facts["target_size"]
    assert set(unmeasured.values()) <= {FailureReason.TIMEOUT}
    assert not set(unmeasured) & set(facts)


def test_a_crash_costs_its_page_alone() -> None:
    """When the process that shows a page is killed, its page is open, and the next is shown."""

    async def kill(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for one in psutil.Process(os.getpid()).children(recursive=True):
            if "--type=renderer" in one.cmdline():
                one.kill()
        writer.close()

    other = html("/").replace("<body>", "<body><main>")
    answers: dict[str, Answer | list[Answer]] = {
        "/": answer(scripted("new Image().src = '/sekarang.png'", "/lain")),
        "/lain": answer(other),
        "/sekarang.png": kill,
    }
    seen = show(answers, crawl=True)
    by_path = {page.url.removeprefix("http://a.test"): page for page in seen.record.pages}
    failure = by_path["/"].failure

    assert failure is not None
    assert failure.reason is FailureReason.BROWSER
    assert by_path["/lain"].failure is None


class NotingNet(Net):
    """Our client, which notes what came of each request."""

    answers: ClassVar[dict[str, Exchange]] = {}

    async def fetch(self, ask: Ask) -> Exchange:
        """As ever."""
        self.answers[ask.url] = await super().fetch(ask)
        return self.answers[ask.url]


def test_names_are_checked_when_they_are_asked_for() -> None:
    """A name that a page turns to is looked up by our own client, and refused if it leads inside by then."""

    async def run() -> Server:
        page = scripted("fetch('http://b.test/a').catch(() => 0)")
        async with serve({"/": answer(page), "*": answer("", 404)}) as server:
            reach = routed(("a.test", 80, server))
            listed = plan("http://a.test/", reach=reach, probes=("Home", "Rendered"), crawl=False)
            inward = NotingNet(listed.politeness, reach, look_up=lambda _: ["127.0.0.1"])
            async with inward as net:
                await capture(listed, net, lambda _: None)
        return server

    server = asyncio.run(run())
    refused = NotingNet.answers["http://b.test/a"].failure

    assert refused is not None
    assert refused.reason is FailureReason.FORBIDDEN_ADDRESS
    assert set(server.hosts) == {"a.test"}


def test_what_scripts_build_is_judged() -> None:
    """A page that is empty without scripts is judged by the document that a browser built of it."""
    built = "<main><h1>Layanan</h1><p>' + 'kata '.repeat(60) + '<img src=/a.png></main>"
    script = f"document.body.innerHTML = '{built}'"
    shell = (
        f"<!doctype html><html lang=id><title>Dinas</title><body><div id=app></div><script>{script}</script>"
    )
    seen = show({"/": answer(shell), "*": answer("", 404)})
    found = assess(Snapshot(plan("http://a.test/", crawl=False), AT, tuple(seen.kept)), catalogue().checks)
    by_id = {one.check: one.outcome for one in found.findings}

    assert by_id["page-language"] is Outcome.PASSED
    assert by_id["image-alternative"] is Outcome.FAILED


def test_boxes_windows_and_downloads_hold_nothing_up() -> None:
    """A page that opens boxes and windows, saves files and leads away is looked at where it stands."""
    script = (
        "for (let i = 0; i < 50; i++) alert(i); confirm('?'); prompt('?');"
        "for (let i = 0; i < 5; i++) window.open('http://b.test/lain');"
        "const a = document.createElement('a'); a.href = '/berkas.zip'; a.download = 'x.zip';"
        "document.body.append(a); a.click();"
        "setTimeout(() => { location = 'http://b.test/pergi' }, 50);"
        "onbeforeunload = () => 'tetap';"
        "navigator.serviceWorker && navigator.serviceWorker.register('/pekerja.js');"
    )
    seen = show({"/": answer(scripted(script)), "*": answer("x", 404)})

    assert seen.page.failure is None
    assert not {"/lain", "/berkas.zip", "/pergi", "/pekerja.js"} & set(seen.server.asked)
    assert "browser-navigation" in seen.limits


def test_requests_are_bounded() -> None:
    """A page that asks for hundreds of files gets the first of them."""
    script = "for (let i = 0; i < 300; i++) fetch('/f/' + i).catch(() => 0);"
    seen = show({"/": answer(scripted(script)), "*": answer("x")}, seconds=20)

    assert "browser-requests" in seen.limits
    assert sum(path.startswith("/f/") for path in seen.server.asked) <= 150


def test_a_huge_document_ends() -> None:
    """A page of a hundred thousand elements is looked at, or left open when its time is over."""
    seen = show({"/": answer(html() + "<p><b>x</b>" * 50_000)}, seconds=6)

    assert seen.page.failure is None or seen.page.failure.reason is FailureReason.TIMEOUT


def test_a_file_that_never_comes_is_not_waited_for() -> None:
    """A style sheet that stalls is given up, and the page is looked at without it."""
    page = html().replace("<title>", '<link rel="stylesheet" href="/lama.css"><title>')
    seen = show({"/": answer(page), "/lama.css": stall})

    assert seen.page.failure is None


@pytest.mark.parametrize(
    ("sheet", "outcome"),
    [
        (answer("input { color: red }", content_type="text/css"), Outcome.FAILED),
        (answer("", 404), Outcome.FAILED),
        (stall, Outcome.CANT_TELL),
    ],
    ids=["captured", "nothing there for anybody", "never came"],
)
def test_a_page_without_its_style_sheets_is_not_judged(sheet: Answer, outcome: Outcome) -> None:
    """Where a style sheet could not be had nothing is measured, and what hangs on it is left to a person."""
    page = html().replace(
        "</body>", '<img src="a.png"><input><link rel="stylesheet" href="/gaya.css"></body>'
    )
    seen = show({"/": answer(page), "/gaya.css": sheet}).page

    assert {one.outcome for one in seen.axe if one.rule == "label"} == {outcome}
    assert {one.outcome for one in seen.axe if one.rule == "image-alt"} == {Outcome.FAILED}
    assert bool(seen.facts) is (outcome is Outcome.FAILED)


def sound(seconds: int) -> bytes:
    """A file of silence."""
    file = BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(1)
        written.setframerate(8_000)
        written.writeframes(b"\x80" * 8_000 * seconds)
    return file.getvalue()


def test_the_length_of_a_sound_that_begins_by_itself_is_known() -> None:
    """The file of such a sound is asked for, so that its length can be told."""
    page = html().replace("</body>", '<audio autoplay src="/lagu.wav"></audio></body>')
    seen = show({"/": answer(page), "/lagu.wav": answer(sound(5), content_type="audio/wav")})

    assert [row["seconds"] for row in seen.page.rows("playing_sound")] == [5]


def test_a_sound_that_waits_is_not_asked_for() -> None:
    """A player that waits for its visitor costs the site nothing."""
    page = html().replace("</body>", '<audio controls src="/lagu.wav"></audio></body>')
    seen = show({"/": answer(page), "/lagu.wav": answer(sound(5), content_type="audio/wav")})

    assert "/lagu.wav" not in seen.server.asked


def test_a_film_that_does_not_come_is_not_waited_for() -> None:
    """A page with a film that begins by itself and is not there is looked at all the same."""
    page = html().replace("</body>", '<video autoplay src="/film.mp4"></video></body>')
    seen = show({"/": answer(page), "/film.mp4": answer("", 404)})

    assert seen.page.failure is None


def test_forms_are_never_sent() -> None:
    """A page that sends its own form by script does not reach the server."""
    page = html().replace("</body>", '<form method="post" action="/kirim"></form></body>')
    seen = show({"/": answer(page + "<script>document.forms[0].submit()</script>")})

    assert "/kirim" not in seen.server.asked
    assert seen.page.failure is None


def test_what_a_page_does_to_its_own_objects_is_not_seen() -> None:
    """Scripts of ours run in a world of their own: a page cannot answer in the place of axe."""
    script = (
        "window.axe = {run: () => Promise.resolve({violations: [], incomplete: [], passes: []})};"
        "Array.prototype.map = () => []; JSON.stringify = () => '{}';"
        "Element.prototype.getAttribute = () => 'x'; Promise.prototype.then = () => 0;"
    )
    seen = show({"/": answer(scripted(script) + "<img src=/a.png>")})

    assert "image-alt" in {finding.rule for finding in seen.page.axe}


def test_a_damaged_record_is_a_failure_of_its_page() -> None:
    """What can not be read back costs its page alone."""
    kept = Exchange("http://a.test/", Purpose.RENDERED, AT, body=b"{")
    whole = replace(kept, url="http://a.test/b", body=json.dumps({"template": "t"}).encode())
    found = rendered([kept, whole])

    assert isinstance(found, Rendered)
    assert [page.failure is None for page in found.pages] == [False, True]


def test_without_a_browser_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing Chromium, or a path that is none, is a mistake of the user's."""
    with pytest.raises(SettingError, match="there is no such program"):
        chromium("/tidak/ada")
    monkeypatch.setattr("webaudit.crawl.browser.chromium.shutil.which", lambda _: None)
    with pytest.raises(SettingError, match="no Chromium is installed"):
        chromium()


def test_frames_are_looked_into() -> None:
    """What stands in the site's own frames is the page's; a guest's, and one that fails, is told apart."""
    frame = '<iframe src="{}" title="Bingkai" width="300" height="200"></iframe>'
    sources = ("/peta", "http://b.test/iklan", "/pindah", "/hilang", "/titik")
    framed = "".join(map(frame.format, sources)).replace(
        '"/titik" title="Bingkai" width="300"', '"/titik" width="1"'
    )
    inner = "<!doctype html><body><p>Peta<img src=/a.png>"
    seen = show(
        {
            "/": answer(
                html().replace("</body>", f"{framed}<iframe srcdoc='<img src=/a.png>'></iframe></body>")
            ),
            "/peta": answer(inner),
            "/iklan": answer(f"{inner}<button></button><iframe src=http://a.test/peta></iframe>"),
            "/pindah": redirect("http://b.test/iklan"),
            "/hilang": stall,
            "*": answer("", 404),
        },
        seconds=60,
    )
    told = {(one.url, one.own): ({found.rule for found in one.axe}, one.reason) for one in seen.page.frames}
    spots = [spot for found in seen.page.axe if found.rule == "image-alt" for spot in found.spots]

    assert told == {
        ("http://a.test/peta", True): ({"image-alt"}, None),
        ("http://b.test/iklan", False): ({"image-alt", "button-name", "frame-title"}, None),
        ("http://a.test/peta", False): ({"image-alt"}, None),
        ("http://a.test/hilang", False): (set(), FailureReason.NOT_CAPTURED),
        ("", False): ({"image-alt"}, None),
    }
    assert [(spot.url, spot.xpath) for spot in spots] == [("http://a.test/peta", "/html/body/p/img")]
    assert seen.page.locate(spots[0]).url == "http://a.test/peta"


def test_a_frame_that_hangs_costs_itself_alone() -> None:
    """A guest that keeps its frame busy is told by its address; the page around it is measured."""
    guest = '<iframe src="http://b.test/iklan" title="Iklan" width="300" height="200"></iframe>'
    seen = show(
        {
            "/": answer(html().replace("</body>", f"{guest}<img src=/a.png></body>")),
            "/iklan": answer("<!doctype html><script>for (;;);</script>"),
            "*": answer("", 404),
        }
    )

    assert [(one.url, one.reason) for one in seen.page.frames] == [
        ("http://b.test/iklan", FailureReason.TIMEOUT)
    ]
    assert [finding.rule for finding in seen.page.axe] == ["image-alt"]
    assert "focus_order" in seen.page.facts
