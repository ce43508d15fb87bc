"""The scripts and the keyboard in a real Chromium, with what the checks make of their rows."""

import asyncio
import shutil
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pytest

from tests.evidence import AT
from webaudit.checks import catalogue
from webaudit.crawl.browser.browser import HEIGHT, WIDTH, Browser, Shown
from webaudit.crawl.browser.visit import AXE, Look, Sitting, look, measured, shared
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.finding import Outcome
from webaudit.model.record import FailureReason
from webaudit.model.rendered import Rendered, RenderedPage

pytest.importorskip("playwright")
CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser") or ""
pytestmark = [pytest.mark.network, pytest.mark.skipif(not CHROMIUM, reason="no Chromium")]

P, F, C, NONE = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL, None
LONG: Final = "Pelayanan dibuka kembali setiap hari kerja dari pagi sampai sore di semua loket. " * 3
SUBMENU: Final = "<ul class='sub'><li><a href='/a'>Satu</a><li><a href='/b'>Dua</a></ul>"
HOVER: Final = "<style>.sub{display:none} li:hover>.sub{display:block}"
TIP: Final = (
    "<style>a{position:relative} .tip{display:none;position:absolute;top:100%;left:0;padding:1em}"
    "a:hover .tip{display:block}</style><a href='#'>NIK<span class=tip role=tooltip>Nomor</span></a>"
)
SPIN: Final = "<style>@keyframes m{from{transform:translateX(0)}to{transform:translateX(-300px)}}"

CASES: Final[Mapping[str, tuple[str, str, Outcome | None]]] = {
    "a place that calls the focus back": (
        "keyboard-way-out",
        "<a href='#'>1</a><button onblur='setTimeout(() => this.focus(), 5)'>A</button><a href='#'>2</a>",
        F,
    ),
    "the same, and a key is named": (
        "keyboard-way-out",
        "<p>Tekan tombol Ctrl+M untuk keluar</p><button onblur='setTimeout(() => this.focus(), 5)'>Obrolan"
        "</button><a href='#'>2</a>",
        C,
    ),
    "two places that hand the focus on": (
        "keyboard-way-out",
        "<button id=a onblur='setTimeout(() => b.focus(), 5)'>A</button>"
        "<button id=b onblur='setTimeout(() => a.focus(), 5)'>B</button><a href='#'>2</a>",
        C,
    ),
    "fields of a date": (
        "keyboard-way-out",
        "<input type=date><a href='#'>1</a><input type=radio name=a>",
        P,
    ),
    "a frame": ("keyboard-way-out", "<iframe srcdoc=\"<a href='#'>x</a>\"></iframe><a href='#'>1</a>", P),
    "the browser's own frame": ("focus-visible", "<a href='#'>Layanan</a><a href='#'>Berita</a>", P),
    "no frame": (
        "focus-visible",
        "<style>a:focus{outline:none}</style><a href='#'>A</a><a href='#'>B</a>",
        F,
    ),
    "a line in its place": (
        "focus-visible",
        "<style>a{outline:none!important} a:focus{border-bottom:2px solid}</style>"
        "<a href='#'>A</a><a href='#'>B</a>",
        P,
    ),
    "the label shows it": (
        "focus-visible",
        "<style>input{appearance:none;outline:none} input:focus+label{background:yellow}</style>"
        "<input type=checkbox id=a><label for=a>Setuju</label><a href='#'>B</a>",
        P,
    ),
    "a bar lies over it": (
        "focus-obscured",
        "<div style='position:fixed;inset:0 0 auto;height:200px;background:#fff;z-index:2'>Bar</div>"
        "<a href='#'>Layanan</a>",
        F,
    ),
    "a bar that can be seen through": (
        "focus-obscured",
        "<div style='position:fixed;inset:0 0 auto;height:200px;background:#fff8;z-index:2'>Bar</div>"
        "<a href='#'>Layanan</a>",
        P,
    ),
    "a box with a handler": ("keyboard-reach", "<div onclick='x()' style='cursor:pointer'>Buka</div>", F),
    "a box that takes the focus": (
        "keyboard-reach",
        "<div onclick='x()' role=button tabindex=0>Buka</div>",
        P,
    ),
    "a card around a link": (
        "keyboard-reach",
        "<div onclick='x()' style='cursor:pointer'>Buka <a href='#'>x</a></div>",
        NONE,
    ),
    "a role alone": ("keyboard-reach", "<span role=button>Buka</span>", C),
    "a menu for the mouse": (
        "keyboard-menus",
        f"{HOVER}</style><ul><li><span>Layanan</span>{SUBMENU}</ul>",
        F,
    ),
    "a menu for the focus too": (
        "keyboard-menus",
        f"{HOVER} li:focus-within>.sub{{display:block}}</style><ul><li><a href='#'>Layanan</a>{SUBMENU}</ul>",
        P,
    ),
    "a menu whose head leads on": (
        "keyboard-menus",
        f"{HOVER}</style><ul><li><a href='/layanan'>Layanan</a>{SUBMENU}</ul>",
        C,
    ),
    "a tooltip beside its word": (
        "hover-content",
        "<style>.tip{display:none;position:absolute;left:90px;top:0} a:hover+.tip{display:block}</style>"
        "<a href='#' class=tooltip-word>NIK</a><span class=tip role=tooltip>Nomor Induk Kependudukan</span>",
        F,
    ),
    "a tooltip within its word": (
        "hover-content",
        "<style>a{position:relative} .tip{display:none;position:absolute;top:100%;left:0}"
        "a:hover .tip{display:block}</style><p>&nbsp;<p><a href='#'>NIK<span class=tip role=tooltip>Nomor "
        "Induk Kependudukan</span></a>",
        P,
    ),
    "a tooltip over a text": (
        "hover-content",
        f"{TIP}<p>{LONG}",
        C,
    ),
    "the same, and Escape closes it": (
        "hover-content",
        f"{TIP}<p>{LONG}"
        "<script>addEventListener('keydown', (e) => {if (e.key === 'Escape') "
        "document.querySelector('.tip').style.display = 'none'})</script>",
        P,
    ),
    "a tooltip that a script takes away": (
        "hover-content",
        '<button class=tooltip-x onmouseover="t.hidden=false" onmouseout="t.hidden=true">?</button>'
        "<span id=t hidden role=tooltip>Isi dengan enam belas angka</span>",
        F,
    ),
    "a title": ("hover-content", "<a href='#' class=tooltip title='Nomor'>NIK</a>", NONE),
    "a row of pictures that moves on": (
        "hover-content",
        "<a href='#' class=tooltip>NIK</a><p id=n></p><script>setInterval(() => {n.innerHTML = "
        "'<b>Berita ' + Date.now() + '</b>'}, 60)</script>",
        NONE,
    ),
    "a fixed height": ("zoomed-text", f"<div style='height:2.6em;overflow:hidden'>{LONG}</div>", F),
    "a least height": ("zoomed-text", f"<div style='min-height:2.6em;overflow:hidden'>{LONG}</div>", P),
    "a link to the whole": (
        "zoomed-text",
        f"<div style='height:2.6em;overflow:hidden'>{LONG}</div><a href='/x'>Selengkapnya</a>",
        C,
    ),
    "a part that scrolls": ("zoomed-text", f"<div style='height:2.6em;overflow:auto'>{LONG}</div>", P),
    "a button as wide as its text": (
        "spaced-text",
        "<p style='width:11.5em;white-space:nowrap;overflow:hidden'>Pengumuman penting hari</p>",
        F,
    ),
    "room for more": ("spaced-text", "<p style='width:40em;overflow:hidden'>Pengumuman penting</p>", P),
    "a fixed width": ("reflow", f"<div style='width:900px'>{LONG}</div>", F),
    "a wide table": ("reflow", f"<table><tr><td style='min-width:900px'>{LONG}</table>", C),
    "a table that scrolls": ("reflow", f"<div style='overflow:auto'><p style='width:900px'>{LONG}</div>", P),
    "an adaptive page": ("reflow", f"<p>{LONG}", P),
    "small and close": (
        "target-size",
        "<a href='/a' style='display:block;font-size:9px;line-height:10px'>A</a>"
        "<a href='/b' style='display:block;font-size:9px;line-height:10px'>B</a>",
        F,
    ),
    "small and far": (
        "target-size",
        "<a href='/a' style='display:block;margin:30px 0'>A</a><a href='/b' style='display:block'>B</a>",
        P,
    ),
    "links in a text": ("target-size", f"<p>{LONG}<a href='/a'>A</a>, <a href='/b'>B</a> {LONG}", P),
    "numbers that lead back": (
        "focus-order",
        "<form><p><input tabindex=2 aria-label=A><p><input tabindex=1 aria-label=B></form>",
        F,
    ),
    "numbers that follow": (
        "focus-order",
        "<form><p><input tabindex=1 aria-label=A><p><input tabindex=2 aria-label=B></form>",
        P,
    ),
    "no numbers": ("focus-order", "<form><p><input aria-label=A><p><input aria-label=B></form>", NONE),
    "steps turned round": (
        "reading-order",
        "<ol style='display:flex;flex-direction:column-reverse'><li>Daftar<li>Isi<li>Kirim</ol>",
        F,
    ),
    "paragraphs turned round": (
        "reading-order",
        f"<div style='display:grid'><p>{LONG}<p style='order:2'>{LONG}<p style='order:1'>{LONG}</div>",
        F,
    ),
    "a step moved above the first": (
        "reading-order",
        "<ol style='position:relative;padding-top:60px'><li>Daftar<li>Isi"
        "<li style='position:absolute;top:0'>Kirim</ol>",
        F,
    ),
    "a paragraph moved a little": (
        "reading-order",
        f"<div><p>{LONG}<p style='position:relative;top:3px'>{LONG}<p>{LONG}</div>",
        NONE,
    ),
    "pictures that lie over each other": (
        "reading-order",
        "<ol style='position:relative'><li style='position:absolute;top:0'>Satu"
        "<li style='position:absolute;top:0'>Dua<li style='position:absolute;top:-9px'>Tiga</ol>",
        NONE,
    ),
    "cards in lines": (
        "reading-order",
        "<div style='display:grid;grid-template-columns:1fr 1fr'><p>A<p>B<p>C<p>D</div>",
        NONE,
    ),
    "cards turned round": (
        "reading-order",
        "<div style='display:flex;flex-direction:column-reverse'><b>A</b><b>B</b><b>C</b></div>",
        C,
    ),
    "a faint placeholder": (
        "rendered-contrast",
        "<input placeholder='Cari'><style>::placeholder{color:#ccc}",
        F,
    ),
    "the browser's placeholder": ("rendered-contrast", "<input placeholder='Cari'>", P),
    "over a picture": (
        "rendered-contrast",
        "<div style='background:url(data:image/gif;base64,R0lGODlhAQABAAAAACw=)'>"
        "<input placeholder='Cari' style='background:transparent'></div>",
        C,
    ),
    "white on a bright gradient": (
        "rendered-contrast",
        "<p style='color:#fff;background:linear-gradient(#ff0,#fff)'>Layanan</p>",
        F,
    ),
    "white on a gradient that ends dark": (
        "rendered-contrast",
        "<p style='color:#fff;background:linear-gradient(#ff0,#000)'>Layanan</p>",
        P,
    ),
    "faint with the focus": (
        "rendered-contrast",
        "<style>a{color:#000} a:focus{color:#eee}</style><a href='#'>Layanan</a><a href='#'>B</a>",
        F,
    ),
    "a ticker": ("motion", f"{SPIN} p{{animation:m 9s linear infinite}}</style><p>Pengumuman penting</p>", F),
    "a ticker with a button": (
        "motion",
        f"{SPIN} p{{animation:m 9s linear infinite}}</style>"
        "<div><p>Pengumuman penting</p><button>x</button></div>",
        C,
    ),
    "once": ("motion", f"{SPIN} p{{animation:m 1s linear}}</style><p>Pengumuman penting</p>", NONE),
    "a sound that did not come": ("playing-sound", "<audio autoplay src='data:,'></audio>", C),
    "a muted film": ("playing-sound", "<video autoplay muted src='data:,'></video>", NONE),
}
"""A check, a page, and the worst that it is to say of it; None where it has no target."""

HOSTILE: Final[Mapping[str, str]] = {
    "20,000 elements": "<div><p>x</div>" * 10_000,
    "2,000 links": "<a href='#'>x</a> " * 2_000,
    "moves without end": f"{SPIN} i{{animation:m 1s infinite}}</style>" + "<i>a</i>" * 500,
    "a focus that runs away": "<a href='#' onfocus='this.nextSibling.focus()'>1</a>"
    "<a href='#' onfocus='alert(1)'>2</a>",
    "a focus that leaves": "<a href='#' onfocus='location=\"data:text/html,x\"'>1</a>",
    "a shadow": "<div><template shadowrootmode=open><a href='#'>x</a><button>y</button></template></div>",
    "a document that is taken away": "<a href='#' onfocus='document.documentElement.remove()'>1</a>",
    "names taken away": "<script>Array.prototype.map = null; window.getComputedStyle = null</script><p>x",
    "nothing": "",
}

Facts = Mapping[str, Sequence[Mapping[str, Any]]]


class Alone:
    """A gate through which nothing comes but one page."""

    waiting, quiet_since, unstyled = 0, 0.0, False

    def __init__(self, body: str, seconds: float) -> None:
        page = f"<!doctype html><html lang=id><title>x</title><body>{body}".encode()
        self.document = Exchange("http://dinas.test/", Purpose.PAGE, AT, body=page)
        self.seconds = seconds
        self.limits: dict[str, None] = {}
        self.ends: dict[str, str] = {}
        self.bare: set[str] = set()
        self.shown = False

    async def answer(self, route: Any, request: Any) -> None:
        """Answers the page itself, and stays there."""
        if not request.is_navigation_request() or request.frame.parent_frame is not None:
            await route.abort("failed")
        elif self.shown:
            await route.fulfill(status=204)
        else:
            self.shown = True
            fields = {"content-type": "text/html; charset=utf-8"}
            await route.fulfill(status=200, headers=fields, body=self.document.body)


async def _measured(shown: Shown, html: str) -> Facts | str:
    """What the scripts measure on a page; how long that takes is no matter here."""
    gate: Any = Alone(html, seconds=300)
    found = Look()
    sitting = Sitting(shown, gate, found)
    await shown.resize(WIDTH, HEIGHT)
    await shown.page.set_content(gate.document.body.decode())
    await shown.enter()
    await sitting.begin(shared())
    await sitting.layout()
    return str(found.unmeasured) if found.unmeasured else found.facts


async def _all() -> tuple[dict[str, Facts | str], dict[str, Look]]:
    """The rows of every page, or what went wrong with it; and what visits to hostile ones found."""
    browser = Browser(CHROMIUM)
    cases: dict[str, Facts | str] = {}
    alone = Alone("", 300)
    async with browser.shown(alone.answer, 300) as shown:
        for name, (_, html, _) in CASES.items():
            # A window of its own: listeners and timers of the page before would live on in it.
            alone.shown = False
            await shown.page.goto("http://dinas.test/")
            cases[name] = await _measured(shown, html)
    hostile: dict[str, Look] = {}
    for name, html in HOSTILE.items():
        gate: Any = Alone(html, seconds=8)
        try:
            hostile[name] = await look(browser, gate)
        except TimeoutError:
            # On a slow machine nothing may be measured by then: that is told, too.
            hostile[name] = Look(unmeasured=dict.fromkeys(measured(), FailureReason.TIMEOUT))
    await browser.close()
    return cases, hostile


Seen = tuple[dict[str, Facts | str], dict[str, Look]]


@pytest.fixture(scope="module")
def seen() -> Seen:
    """Every page, shown once in one browser."""
    return asyncio.run(_all())


@pytest.mark.parametrize("name", CASES)
def test_what_is_said(name: str, seen: Seen) -> None:
    """The scripts measure what the check needs, and the check says what people would."""
    check_id, _, expected = CASES[name]
    facts = seen[0][name]
    assert not isinstance(facts, str), facts
    (check,) = [check for check in catalogue().checks if check.id == check_id]
    page = RenderedPage("https://dinas.example/", facts={key: tuple(rows) for key, rows in facts.items()})
    said = {verdict.outcome for verdict in check(Rendered((page,)))}

    assert next((worst for worst in (F, C, P) if worst in said), None) is expected


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_measured(name: str, seen: Seen) -> None:
    """Whatever a page holds, its visit ends; each script gives at most 200 rows or is told as unmeasured."""
    found = seen[1][name]

    assert {*found.facts, *found.unmeasured} >= set(measured()) - {AXE}
    assert not set(found.facts) & set(found.unmeasured)
    assert all(len(rows) <= 201 for rows in found.facts.values())
    assert len(found.facts.get("focus_order", ())) <= 80
