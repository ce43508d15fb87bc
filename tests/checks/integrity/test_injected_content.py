"""`injected-content`: what strangers planted is found, and who speaks about it is left alone."""

import json
from base64 import b64encode
from html import escape
from pathlib import Path
from typing import Any

import pytest

from tests.evidence import page
from webaudit.checks.integrity.injected_content import injected_content
from webaudit.model.finding import Outcome
from webaudit.model.page import Page

DATA = Path(__file__).parents[2] / "data"
URL = "https://dinas.contohprov.go.id/halaman"

FLAGGED = (Outcome.FAILED, Outcome.CANT_TELL)

NOT_ON_A_PAGE = {"dp47"}
"""Planted samples that show on no page by themselves: here a claimed CNAME."""


def samples(name: str) -> list[dict[str, Any]]:
    """The labelled snippets of a file."""
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def pages(sample: dict[str, Any]) -> list[Page]:
    """A snippet as the page, or the pages, on which it would be met."""
    text, place = sample["text"], sample["place"]
    titled = f"<title>Dinas</title>{text}"
    match place:
        case "title":
            return [page(f"<title>{escape(text)}</title>", url=URL)]
        case "meta":
            meta = f'<title>Dinas</title><meta name="description" content="{escape(text)}">'
            return [page(text if text.startswith("<") else meta, url=URL)]
        case "hidden" | "link" | "script":
            return [page(titled, url=URL)]
        case "defacement" | "takeover":
            return [
                page(text if "<title>" in text else f"<title>Dinas</title><h1>{escape(text)}</h1>", url=URL)
            ]
        case "url" | "sitemap":
            urls = [line.split(": ")[-1] for line in text.splitlines() if "https://" in line]
            return [page("<title>Dinas</title>", url=url) for url in urls]
        case "pair":
            title = text.split("title=")[-1] if "title=" in text else text.split(":", 1)[1]
            return [page(f"<title>{escape(title.partition('|')[0])}</title>", url=URL)]
        case "search" | "pdf":
            url, _, said = text.partition(" ")
            found = f"<title>Dinas</title><h1>{escape(said)}</h1>"
            return [page(found, url=url if place == "search" else f"https://dinas.contohprov.go.id{url}")]
        case "jsonld":
            return [page(f'<title>Dinas</title><script type="application/ld+json">{text}</script>', url=URL)]
    return [page(f"<title>Dinas</title><h1>Dinas</h1><p>{escape(text)}", url=URL)]


def is_flagged(sample: dict[str, Any]) -> bool:
    """Whether the operator is told."""
    return any(verdict.outcome in FLAGGED for shown in pages(sample) for verdict in injected_content(shown))


@pytest.mark.parametrize("name", ["gambling-samples.jsonl", "gambling-more.jsonl"])
def test_known_samples(name: str) -> None:
    """Of what the words were tried on, one planted sample in forty may be missed, and one honest one told."""
    missed = [s["id"] for s in samples(name) if s["label"] == "injected" and not is_flagged(s)]
    false = [s["id"] for s in samples(name) if s["label"] == "benign" and is_flagged(s)]

    assert 40 * len(set(missed) - NOT_ON_A_PAGE) <= len(samples(name))
    assert len(false) <= 1


ALL = [
    "gambling-samples.jsonl",
    "gambling-more.jsonl",
    "gambling-unseen.jsonl",
    "titles.jsonl",
    "titles-unseen.jsonl",
]


@pytest.mark.parametrize("name", ALL)
def test_no_honest_text_fails(name: str) -> None:
    """Only a failure closes the gate, and no honest sample fails: doubt is told as doubt."""
    honest = [sample for sample in samples(name) if sample["label"] == "benign"]
    failed = [
        sample["id"]
        for sample in honest
        for shown in pages(sample)
        for verdict in injected_content(shown)
        if verdict.outcome is Outcome.FAILED
    ]

    assert failed == []


@pytest.mark.parametrize(
    ("name", "doubtful"), [("planted-techniques.jsonl", 0), ("planted-more-techniques.jsonl", 3)]
)
def test_techniques(name: str, doubtful: int) -> None:
    """Planted pages of many techniques are told; of honest ones like them a few are doubted at most."""
    said = {
        (sample["label"], sample["id"]): verdict.outcome
        for sample in samples(name)
        if sample["kind"] == "html"
        for verdict in injected_content(page(sample["text"], url=sample["url"]))
    }
    honest = [outcome for (label, _), outcome in said.items() if label == "benign"]

    assert [
        id for (label, id), outcome in said.items() if label == "injected" and outcome not in FLAGGED
    ] == []
    assert Outcome.FAILED not in honest
    assert honest.count(Outcome.CANT_TELL) <= doubtful


PLACES = {
    "title": "<title>{} - Dinas Pertanian</title>",
    "description": '<title>Dinas</title><meta name="description" content="{}">',
    "social": '<title>Dinas</title><meta property="og:title" content="{}">',
    "heading": "<title>Dinas</title><h1>{}</h1>",
    "link": '<title>Dinas</title><a href="https://x.example/">{}</a>',
    "data": '<title>Dinas</title><script type="application/ld+json">{{"name": "{}"}}</script>',
}


@pytest.mark.parametrize("form", PLACES.values(), ids=PLACES)
def test_titles(form: str) -> None:
    """Wherever a title of strangers stands, nearly all are told; of honest ones with the same words, none."""
    told = {
        sample["text"]: verdict.outcome in FLAGGED
        for sample in samples("titles.jsonl")
        for verdict in injected_content(page(form.format(escape(sample["text"])), url=URL))
    }
    planted = [sample["text"] for sample in samples("titles.jsonl") if sample["label"] == "injected"]
    missed = [text for text in planted if not told[text]]
    false = [text for text in told if text not in planted and told[text]]

    assert len(missed) <= 0.03 * len(planted), missed
    assert false == []


def test_measured() -> None:
    """The figures in the metadata are those of the unseen samples."""
    measured = injected_content.measured
    unseen = samples("titles-unseen.jsonl")
    planted = [sample for sample in unseen if sample["label"] == "injected"]
    found = sum(map(is_flagged, planted))
    false = sum(is_flagged(sample) for sample in unseen if sample["label"] == "benign")

    assert measured is not None
    assert measured.pages == len(unseen)
    assert measured.recall == round(found / len(planted), 2)
    assert measured.precision == round(found / (found + false), 2)


def test_real_phrases_as_titles() -> None:
    """Of a real attack's phrases, before an agency's name, all but three in a hundred are told.

    The rest are words such as “warna hijau”, the green colour, that an honest page may be called by.
    """
    phrases = [
        line
        for line in (DATA / "injected-phrases.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    told = sum(is_flagged({"place": "title", "text": f"{phrase} - Dinas Pertanian"}) for phrase in phrases)

    assert told / len(phrases) >= 0.97


@pytest.mark.parametrize(
    ("html", "code"),
    [
        pytest.param("<title>SLOT GACOR Maxwin - Dinas</title>", "injected", id="T5: two terms in a title"),
        pytest.param(
            '<title>Dinas</title><div style="position:absolute;left:-9999px">'
            '<a href="https://a.test">slot gacor</a><a href="https://b.test">togel online</a></div>',
            "injected",
            id="T1: hidden links",
        ),
        pytest.param(
            '<title>TOGEL HK</title><link rel="amphtml" href="https://amp.elsewhere.test/">',
            "injected",
            id="T7: amphtml elsewhere, and one term",
        ),
        pytest.param(
            '<title>Dinas</title><script>location=atob("aHR0cHM6Ly9zbG90Z2Fjb3I4OC50ZXN0Lw==")</script>',
            "injected",
            id="T14: decoded redirect",
        ),
        pytest.param(
            '<title>Dinas</title><iframe src="https://a.test/" style="position:fixed;inset:0"></iframe>',
            "suspect",
            id="T15: frame over the whole page",
        ),
        pytest.param("<title>Togel Taiwan - Dinas</title>", "suspect", id="one term is a doubt"),
        pytest.param(
            "<title>Berita</title><p>main togel, slot gacor dan sbobet di sini</p>",
            "suspect",
            id="running text",
        ),
        pytest.param("<title>Hacked by X</title>", "defaced", id="T17: defacement"),
        pytest.param("<p>There isn't a GitHub Pages site here.</p>", "defaced", id="T18: unclaimed name"),
    ],
)
def test_code(html: str, code: str) -> None:
    """What is certain fails, what is doubtful is left to a person."""
    (verdict,) = injected_content(page(html, url=URL))

    assert verdict.code == code
    assert verdict.outcome is (Outcome.CANT_TELL if code == "suspect" else Outcome.FAILED)


def _base64(text: str) -> str:
    return b64encode(text.encode()).decode()


def _hex(text: str) -> str:
    return "".join(f"\\x{ord(sign):02x}" for sign in text)


SETTINGS = '{"api": "https://api.contoh.example/v1"}'
GOES = "location='https://maxwin.example/'"

TECHNIQUES = {
    "links that a class moves off the screen": "<style>.kx{position:absolute;left:-9999px}</style>"
    '<p class=kx><a href="https://a.example/">slot gacor</a> <a href="https://b.example">togel hk</a></p>',
    "links in letters of no size": "<style>#z{font-size:0}</style>"
    '<p id=z><a href="https://a.example/">judi bola</a></p>',
    "names and address in escapes": f'<script>window["{_hex("location")}"]="{_hex("https://a.example/")}"</script>',
    "a script inside a script": f"<script>eval(unescape('%61tob(%22{_base64(GOES)}%22)'))</script>",
    "a page out of codes": "<script>document.write(String.fromCharCode("
    f"{','.join(str(ord(sign)) for sign in '<title>Situs Togel Slot Gacor</title>')}))</script>",
    "an address backwards": '<script>location.href="/elpmaxe.rocagtols//:sptth".split("").reverse()</script>',
    "once for each visitor": '<script>if (!document.cookie) location.replace("https://a.example/")</script>',
    "a base elsewhere": '<base href="https://slotgacor.example/">',
    "a shop's template": '<meta property="og:type" content="product">'
    '<link href="https://cdn.shopify.com/x.css" rel=stylesheet>'
    '<meta property="og:title" content="Togel HK resmi">',
    "words in noscript": '<noscript><a href="https://a.example">slot88 togel</a></noscript>',
    "Japanese shop": "<title>シャネル 財布 コピー 激安 - Dinas</title>",
    "Turkish betting": "<title>Deneme Bonusu Veren Bahis Siteleri</title>",
    "Russian defacement": "<title>Сайт взломан</title>",
    "Arabic defacement": "<h1>تم اختراق الموقع</h1>",
    "Portuguese defacement": "<title>Hackeado por X</title>",
    "a defacement's dress": '<title>Ooops</title><body style="background:#000" oncontextmenu="return false">'
    "<p>Cyber Team was here. Greetz noob admin</p>",
    "a place that nobody claims": "<p>404: The deployment could not be found on Vercel.</p>",
    "a code kept in a variable": "<script>var k = "
    f"'{_base64('<a href=https://a.example/>slot gacor</a><a href=https://b.example/>togel hk</a>')}';"
    "document.write(atob(k))</script>",
    "codes kept in a list": "<script>var k = "
    f"{[ord(sign) for sign in '<title>Situs Togel Slot Gacor</title>']};"
    "document.write(k.map(c => String.fromCharCode(c)).join(''))</script>",
    "a name in parts": "<script>window['lo' + 'cation'].href = 'https://a.exa' + 'mple/'</script>",
    "an address in a list": "<script>location.href = ['http', 's://slot', 'gacor.test/'].join('')</script>",
    "a packed script": "<script>eval(function(p,a,c,k,e,d){return p}('0.1=\"2://3.4/\"',5,5,"
    "'window|location|https|slotgacor99|example'.split('|'),0,{}))</script>",
    "links that a script writes": "<script>document.write('<a href=\"/a\">situs toto slot</a>')</script>",
    "a script in its own address": f'<script src="data:text/javascript;base64,{_base64(GOES)}"></script>',
    "drugs": "<title>Obat Kuat Pria Viagra Asli COD</title>",
    "an office of law": "<title>Slot Gacor Maxwin - Biro Hukum</title>",
}


@pytest.mark.parametrize("html", TECHNIQUES.values(), ids=TECHNIQUES)
def test_technique(html: str) -> None:
    """Whatever strangers use to plant and to hide, it is told."""
    (verdict,) = injected_content(page(html if "<title" in html else f"<title>Dinas</title>{html}", url=URL))

    assert verdict.outcome in FLAGGED


@pytest.mark.parametrize(
    "html",
    [
        pytest.param('<link rel="canonical" href="https://www.dinas.contohprov.go.id/x">', id="own host"),
        pytest.param(
            '<link rel="canonical" href="https://kominfo.go.id/x">', id="another of the government's"
        ),
        pytest.param('<link rel="canonical" href="http://localhost/x">', id="a developer's machine"),
        pytest.param(
            '<div style="display:none"><a href="https://facebook.com/a">a</a><a href="https://instagram.com/a">b</a>'
            '<a href="https://www.youtube.com/a">c</a></div>',
            id="social media in a closed menu",
        ),
        pytest.param('<script>location.href = "https://wa.me/62"</script>', id="a chat button"),
        pytest.param(
            "<style>.m{position:absolute;left:-9999px}</style><ul class=m><a href='https://b.go.id/'>Provinsi</a>"
            "<a href='https://lapor.example/'>Lapor</a></ul>",
            id="a menu off the screen",
        ),
        pytest.param(
            r'<script>var d="\x40\x2e"; document.write("a" + d)</script>', id="an address hidden from robots"
        ),
        pytest.param(
            "<script>if (/android/i.test(navigator.userAgent)) "
            "location.href = 'https://play.google.com/store/apps/details?id=x'</script>",
            id="an app for telephones",
        ),
        pytest.param(
            "<script>var u = decodeURIComponent('https%3A%2F%2Fcdn.example%2Fa.js'); load(u)</script>",
            id="an address in escapes that goes nowhere",
        ),
        pytest.param(
            "<script>var a = 'https://www.' + 'contoh.example/'; load(a); location.hash = 'x'</script>",
            id="an address in parts that goes nowhere",
        ),
        pytest.param(
            f"<script>var a = JSON.parse(atob('{_base64(SETTINGS)}'));location.hash = a.api</script>",
            id="an address in code that goes nowhere",
        ),
        pytest.param(
            "<script>box.innerHTML = '<a href=\"/berita/7\">Polisi Gerebek Situs Judi Slot</a>'</script>",
            id="headlines that a script writes",
        ),
        pytest.param(
            f"<script>var a = '{_base64('<svg xmlns=http://www.w3.org/2000/svg>')}'; show(atob(a))</script>",
            id="an image in code",
        ),
        pytest.param(
            "<h1>Formularium RSUD</h1><p>Misoprostol 200 mcg tablet, sildenafil 50 mg tablet.", id="medicine"
        ),
        pytest.param("<p>Black hat dan white hat, hacker muda berkumpul di hackathon.", id="about hackers"),
    ],
)
def test_honest_structure(html: str) -> None:
    """What honest systems write is no sign."""
    (verdict,) = injected_content(page(f"<title>Dinas</title>{html}", url=URL))

    assert verdict.outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("html", "url", "code"),
    [
        (
            '<ol class="comment-list"><li>main togel slot gacor <a href="https://slot88.example/">slot88</a>'
            '<li><a href="https://togel.example/">agen togel maxwin</a></ol>',
            URL,
            "visitors",
        ),
        ("<h1>Hasil pencarian: situs slot gacor maxwin</h1>", f"{URL}?s=situs+slot+gacor+maxwin", "visitors"),
        (
            '<ol class="comment-list"><li>main togel slot gacor</ol><div style="left:-9999px">'
            '<a href="https://a.example/">slot gacor</a> <a href="https://b.example/">judi bola</a></div>',
            URL,
            "injected",
        ),
        ('<div id="comments">Bagus</div><p>main togel slot gacor maxwin di sini', URL, "suspect"),
    ],
)
def test_visitors(html: str, url: str, code: str) -> None:
    """What visitors can write without a break-in is told apart, and hides nothing that they can not."""
    (verdict,) = injected_content(page(f"<title>Dinas</title>{html}", url=url))

    assert verdict.code == code
