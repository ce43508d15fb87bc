"""The scripts and the keyboard in a real Chromium, with what the checks make of their rows."""

import asyncio
import shutil
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, Final

import pytest

from webaudit.checks import catalogue
from webaudit.model.finding import Outcome
from webaudit.model.rendered import Rendered, RenderedPage

pytest.importorskip("playwright")
CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser") or ""
pytestmark = [pytest.mark.network, pytest.mark.skipif(not CHROMIUM, reason="no Chromium")]

P, F, C, NONE = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL, None
LONG: Final = "Pelayanan dibuka kembali setiap hari kerja dari pagi sampai sore di semua loket. " * 3
SUBMENU: Final = "<ul class='sub'><li><a href='/a'>Satu</a><li><a href='/b'>Dua</a></ul>"
HOVER: Final = "<style>.sub{display:none} li:hover>.sub{display:block}"
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


async def _facts(page: Any) -> dict[str, Sequence[Mapping[str, Any]]]:
    """All rows of a page, in the order in which a visit asks."""
    from webaudit.crawl.browser.keyboard import keyboard

    found: dict[str, Sequence[Mapping[str, Any]]] = {}
    folder = files("webaudit.crawl.browser") / "facts"

    async def measure(state: str) -> None:
        for one in sorted((folder / state).iterdir(), key=lambda one: one.name):
            found[one.name.removesuffix(".js")] = await page.evaluate(one.read_text(encoding="utf-8"))

    await page.evaluate((folder / "_shared.js").read_text(encoding="utf-8"))
    await measure("desktop")
    found |= await keyboard(page)
    sheet = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    added = await page.add_style_tag(content=sheet)
    await measure("spacing")
    await added.evaluate("(one) => one.remove()")
    await page.set_viewport_size({"width": 640, "height": 400})
    await measure("zoom")
    await page.set_viewport_size({"width": 320, "height": 800})
    await measure("narrow")
    return found


async def _all() -> dict[str, Facts | str]:
    """The rows of every page, or what went wrong with it."""
    from playwright.async_api import Error, async_playwright

    found: dict[str, Facts | str] = {}
    pages = {**{name: html for name, (_, html, _) in CASES.items()}, **HOSTILE}
    async with async_playwright() as driver:
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"]
        options += ["--disable-quic", "--disable-background-networking", "--disable-component-update"]
        browser = await driver.chromium.launch(executable_path=CHROMIUM, args=options)
        for name, html in pages.items():
            page = await browser.new_page(viewport={"width": 1280, "height": 800})
            try:
                await page.set_content(f"<!doctype html><html lang=id><title>x</title><body>{html}")
                async with asyncio.timeout(20):
                    found[name] = await _facts(page)
            except (Error, TimeoutError) as error:
                found[name] = f"{type(error).__name__}: {error}"
            await page.close()
        await browser.close()
    return found


@pytest.fixture(scope="module")
def seen() -> dict[str, Facts | str]:
    """Every page, shown once in one browser."""
    return asyncio.run(_all())


@pytest.mark.parametrize("name", CASES)
def test_what_is_said(name: str, seen: dict[str, Facts | str]) -> None:
    """The scripts measure what the check needs, and the check says what people would."""
    check_id, _, expected = CASES[name]
    facts = seen[name]
    assert not isinstance(facts, str), facts
    (check,) = [check for check in catalogue().checks if check.id == check_id]
    page = RenderedPage("https://dinas.example/", facts={key: tuple(rows) for key, rows in facts.items()})
    said = {verdict.outcome for verdict in check(Rendered((page,)))}

    assert next((worst for worst in (F, C, P) if worst in said), None) is expected


@pytest.mark.parametrize(
    "name", ["20,000 elements", "2,000 links", "moves without end", "a shadow", "nothing"]
)
def test_hostile_pages_are_measured(name: str, seen: dict[str, Facts | str]) -> None:
    """Whatever a page holds, each script gives at most 200 rows, and the walk ends."""
    facts = seen[name]

    assert not isinstance(facts, str), facts
    assert all(len(rows) <= 201 for rows in facts.values())
    assert len(facts["focus_order"]) <= 80


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_end(name: str, seen: dict[str, Facts | str]) -> None:
    """A page that destroys itself or opens boxes on focus ends its own visit at most, and soon."""
    facts = seen[name]

    assert not isinstance(facts, str) or not facts.startswith("TimeoutError")
