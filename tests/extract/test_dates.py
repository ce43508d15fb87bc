"""Signs of dates, with where they were read."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence import page
from webaudit.extract.dates import DISPUTED, TICKING, dates
from webaudit.extract.structured_date import MOST_SIGNS
from webaudit.model.reading import DateSign


def signs(html: str, url: str = "https://dinas.go.id/") -> tuple[DateSign, ...]:
    """The signs on a page."""
    return dates(page(html, url=url))


@pytest.mark.parametrize(
    ("html", "day", "method", "confidence"),
    [
        (
            '<script type="application/ld+json">{"@graph":[{"datePublished":"2026-06-01"}]}</script>',
            1,
            "json-ld",
            0.95,
        ),
        ('<meta property="article:modified_time" content="2026-06-02T10:00:00+07:00">', 2, "meta", 0.4),
        ('<meta property="article:published_time" content="2026-06-02T10:00:00+07:00">', 2, "meta", 0.95),
        ('<span itemprop="datePublished" content="2026-06-03">3 Juni</span>', 3, "microdata", 0.95),
        ('<time datetime="2026-06-04">kemarin dulu</time>', 4, "time", 0.9),
        ("<time>5 Juni 2026</time>", 5, "time", 0.85),
        ("<p>Diposting pada 6 Juni 2026 oleh admin</p>", 6, "text", 0.8),
        ('<p class="post-date">7 Juni 2026</p>', 7, "text", 0.8),
        ("<p>8 Juni 2026</p>", 8, "text", 0.6),
        ("<p><b>Diposting</b> <i>9 Juni 2026</i></p>", 9, "text", 0.8),
        ("<div><span>10</span><span>Juni</span><span>2026</span></div>", 10, "text", 0.6),
    ],
)
def test_provenance(html: str, day: int, method: str, confidence: float) -> None:
    """Each sign tells where it stands, and structured ones are trusted most."""
    (sign,) = signs(html)
    at = sign.at.date() if isinstance(sign.at, datetime) else sign.at

    assert (at, sign.method) == (date(2026, 6, day), method)
    assert sign.confidence == pytest.approx(confidence)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://dinas.go.id/2026/06/24/rapat", date(2026, 6, 24)),
        ("https://dinas.go.id/2026-06-24-rapat", date(2026, 6, 24)),
        ("https://dinas.go.id/berita/20260624/", date(2026, 6, 24)),
        ("https://dinas.go.id/2026/06/", None),
        ("https://dinas.go.id/2026/13/24/", None),
        ("https://dinas.go.id/nip/19700101/", None),
    ],
)
def test_url(url: str, day: date | None) -> None:
    """A whole day in the path is a weak sign."""
    found = signs("<p>x", url)

    assert [(sign.at, sign.method, sign.confidence) for sign in found] == ([(day, "url", 0.5)] if day else [])


@pytest.mark.parametrize(
    "html",
    [
        "<footer>Hak Cipta © 2026 Dinas</footer>",
        "<script>var date = '1 Juni 2026'</script>",
        "<p hidden>1 Juni 2026</p>",
        '<time datetime="2026-06-01" style="display:none">1 Juni 2026</time>',
        '<time datetime="2026-06-01"></time>',
        f"<p>{'kata ' * 60} 1 Juni 2026</p>",
        '<meta name="date" content="0000-00-00">',
        '<time datetime="2031-01-01">kelak</time>',
        '<script type="application/ld+json">{"datePublished":</script>',
        '<script type="application/ld+json">{"startDate":"2026-06-01"}</script>',
        '<script type="application/ld+json">{"datePublished":' + "[" * 100_000 + "</script>",
        '<script type="application/ld+json">{"datePublished":' + "9" * 100_000 + "}</script>",
    ],
)
def test_no_sign(html: str) -> None:
    """Copyright years, prose, scripts, hidden text, impossible days and broken JSON are no signs."""
    assert signs(html) == ()


@pytest.mark.parametrize(
    "html",
    [
        "<p>Pendaftaran dibuka sampai <strong>1 Juni 2026</strong></p>",
        "<p><b>Batas akhir:</b> <span>1 Juni 2026</span></p>",
        "<p><b>Batas akhir</b> 1 Juni 2026</p>",
        "<p>Batas akhir pendaftaran <span>1 Juni 2026</span> pukul 23.59</p>",
        "<table><tr><td>Hari/Tanggal</td><td>: Senin, 1 Juni 2026</td></tr></table>",
        "<table><tr><th>Tanggal pelaksanaan</th><td>1 Juni 2026</td></tr></table>",
        "<dl><dt>Batas akhir</dt><dd>1 Juni 2026</dd></dl>",
        "<div>Jadwal:</div><div>1 Juni 2026</div>",
        '<div class="event-card"><h3>Rapat</h3><span class="date">1 Juni 2026</span></div>',
        '<div class="tribe-events-list"><time datetime="2026-06-01">1 Juni 2026</time></div>',
        "<ul><li>Tanggal: 1 Juni 2026</li><li>Waktu: 09.00</li><li>Tempat: Aula</li></ul>",
        '<ol class="comment-list"><li><div class="comment-meta">1 Juni 2026 pukul 10:15</div></li></ol>',
        "<p>Acara berlangsung pada <em>1 Juni 2026</em></p>",
        f"<p>{'kata ' * 60} pada <b>1 Juni 2026</b></p>",
    ],
)
def test_other_days(html: str) -> None:
    """A deadline or an event is one, whichever element its date stands in."""
    assert all(sign.confidence < 0.5 for sign in signs(f"<body>{html}"))


@pytest.mark.parametrize(
    "html",
    [
        "<div><h3>Jadwal Pelayanan Berubah</h3></div><div>1 Juni 2026</div>",
        "<ul><li><a>Batas Akhir Pajak Diperpanjang</a></li><li><span>1 Juni 2026</span></li></ul>",
        "<article><h3>Agenda Kerja Gubernur</h3><p>Humas</p><p>1 Juni 2026</p></article>",
        "<table><tr><td>Laporan Kinerja</td><td>1 Juni 2026</td></tr></table>",
        "<p>Oleh <b>Humas</b>, <span>1 Juni 2026</span></p>",
        '<div class="post-meta">Kategori: <a>Agenda</a> <span>1 Juni 2026</span></div>',
    ],
)
def test_title_before_a_date(html: str) -> None:
    """A headline that speaks of deadlines and plans is none of them: the date behind it is its own."""
    (sign,) = signs(f"<body>{html}")

    assert sign.confidence >= 0.5


@pytest.mark.parametrize(
    ("html", "least", "most"),
    [
        ("<header><div>Minggu, 5 Juli 2026</div></header>", 0, 0.2),
        ("<header><time>5 Juli 2026</time></header>", 0, 0.2),
        ("<article><div>5 Juli 2026</div></article>", 0.6, 1),
        ('<div class="berita-item"><p>5 Juli 2026</p></div>', 0.6, 1),
        ("<div>Diposting: 5 Juli 2026</div>", 0.8, 1),
        ("<div>Terakhir diperbarui: 5 Juli 2026</div>", 0, 0.2),
        ("<footer><p>Diposting: 5 Juli 2026</p></footer>", 0, 0.2),
        ("<article><p>Diperbarui: 5 Juli 2026</p></article>", 0.8, 1),
        ("<article><header><p>Diposting 5 Juli 2026</p></header></article>", 0.8, 1),
        ("<article><footer><time>5 Juli 2026</time></footer></article>", 0.8, 1),
        ("<header><ul><li>Minggu, 5 Juli 2026</li></ul></header>", 0, 0.2),
        ("<ul><li><i>5 Juli 2026</i></li></ul>", 0.6, 1),
        ("<header><ul class=menu><div>5 Juli 2026</div></ul></header>", 0, 0.2),
    ],
)
def test_clock(html: str, least: float, most: float) -> None:
    """Today's date in the frame of a page is a clock; in an article or beside a label it is a date."""
    (sign,) = signs(html)

    assert least <= sign.confidence <= most


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ("3 Maret 2021", date(2021, 3, 3)),
        ("4 Juli 2026", date(2026, 7, 5)),
        ("kemarin", date(2026, 7, 5)),
        ("07/05/2026", date(2026, 7, 5)),
    ],
)
def test_time_that_contradicts_itself(shown: str, day: date) -> None:
    """A time element that tells machines a far later day than readers is as old as readers are told."""
    (sign,) = signs(f'<article><time datetime="2026-07-05">{shown}</time></article>')

    assert sign.at == day


SAID_NOW = '<script type="application/ld+json">{"datePublished":"2026-07-04"}</script><body>'


@pytest.mark.parametrize(
    ("html", "url", "disputed"),
    [
        ("<article><p>Diposting 3 Maret 2021</p></article>", "", True),
        ('<article><time datetime="2021-03-03">3 Maret 2021</time></article>', "", True),
        ("<article><p>Isi</p></article>", "2021/03/03/rapat", True),
        ("<article><p>Diposting 3 Juli 2026</p></article>", "", False),
        ("<article><p>Isi</p></article>", "", False),
        ("<article><p>Isi</p></article><aside><p>Diposting 3 Maret 2021</p></aside>", "", False),
        ('<article><p>Isi</p></article><div class="widget"><p>Diposting 3 Maret 2021</p></div>', "", False),
        ("<ul><li>Diposting 3 Maret 2021<li>Diposting 5 Mei 2026</ul>", "", False),
    ],
)
def test_machines_are_told_otherwise(html: str, url: str, disputed: bool) -> None:
    """A day that only machines are told is disputed where the page itself shows one older day."""
    (said, *_) = signs(SAID_NOW + html, f"https://dinas.go.id/{url}")

    assert (said.method, said.confidence == DISPUTED) == ("json-ld", disputed)


def test_last_change_in_footer() -> None:
    """What a footer says of the last change, whatever the day, is no day of content."""
    (sign,) = signs("<main>Isi</main><footer>Terakhir diperbarui 1 Juli 2026</footer>")

    assert sign.confidence == TICKING


def test_count_is_bounded() -> None:
    """A page has no more signs than the bound, however many days it names."""
    html = "".join(f"<p>{1 + day % 28} Juni {1996 + day // 28}</p>" for day in range(28 * 29))

    assert len(signs(html)) == MOST_SIGNS


@given(st.text(max_size=200), st.text(max_size=60))
def test_never_raises(text: str, url: str) -> None:
    """Whatever a page holds, its dates are read without an error."""
    html = f'<meta name=date content="{text}"><time datetime="{text}">{text}</time><p class=date>{text}'

    assert len(signs(html, url)) <= MOST_SIGNS
