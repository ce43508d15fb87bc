"""Where a page leads, read off its bytes."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webaudit.extract.flood import MOST_ATTRIBUTES
from webaudit.extract.html import read_page
from webaudit.extract.leads import KNOWN_BYTES, MOST_KNOWN, Known, Leads, read_leads, skim_leads, slim
from webaudit.extract.links import MOST_LINKS
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.reading import PageKind

URL = "https://dinas.go.id/berita/satu"


def answer(html: str, url: str = URL, media: str = "text/html", status: int = 200) -> Exchange:
    """An answer that carries this page."""
    return Exchange(
        url=url,
        purpose=Purpose.PAGE,
        started_at=datetime(2026, 7, 5, 3, tzinfo=UTC),
        status=status,
        headers=(("content-type", media),),
        body=html.encode("utf-8", "surrogatepass"),
    )


def leads(html: str, media: str = "text/html") -> Leads:
    """Where a page leads."""
    found = read_leads(answer(html, media=media))
    assert found is not None
    return found


def urls(html: str) -> list[str]:
    """The addresses that a page links to."""
    return [link.url.removeprefix("https://dinas.go.id") for link in leads(html).reading.links]


@pytest.mark.parametrize(
    "html",
    [
        "<a href=dua>x</a><A\nHREF = '/Profil#isi'>Profil <b>Di</b>nas</A><a href=//lain.go.id?a&amp;b>y",
        "<a href='?a=1&copy=2&sect=3&lt'>x</a><a href='?a&#x2f;b&#47;c'>&copy; &lt;x&gt;</a>",
        "<base href=/lama/><base href=/neu/><a href=dua>x</a><a href=/tiga>y</a>",
        "<base target=_blank><a href=dua>x</a>",
        "<noscript><a href=/1>x</a></noscript><template><a href=/2>x</a></template><svg><a href=/3></svg>",
        "<title><a href=/1></title><textarea><a href=/2></textarea><style><a href=/3></style><a href=/4>",
        "<script>'<a href=/1>'</script ><SCRIPT src=x>'</a><a href=/2>'</scripts></SCRIPT><a href=/3>x</a>",
        "<iframe><a href=/1></iframe><noembed><a></noembed><noframes><a href=/3></noframes><a href=/4>",
        "<xmp><a href=/1></xmp><a href=/2></a><plaintext><a href=/3>",
        "<a href=/0><!-- <a href=/1> --><!--><a href=/2><!---><a href=/3><!-- > <a href=/4> --!><a href=/5>",
        "<a href=/0></a><?php <a href=/1> ?><![if IE]><a href=/2></a><!-- <a href=/3>",
        "<a href=/0><script><a href=/1>",
        "<a href=/0></a><div title='<a href=/1>'><a title=\"<b>a</b> > b's\" href=/2>c's<a href=/3 href=4>x",
        "<a href=/0><div data-html=\"<b>x</b><p><a href='/1'>y</a></p>\"><a href=/2>x</a>",
        '<a href="/1"class=x>a</a><a/href=/2>b</a><a class = x href>c<a href=>d</a><ahref=/3><a:b href=4>',
        "<a href=/1><a name=x><a href=mailto:x@y.go.id><a href='javascript:void(0)'><a href=https://x.go.id:y>",
        '<a href=/1 aria-label=Beranda title="Ke B"><img src=x alt=Logo><i title=T></i><i aria-label=L></a>',
        "<a href=/1>satu <script>x</script><style>y</style><!-- z --> dua</a><a href=/2>P</a><a href=/1>x",
        "<a href=/1>  a\n b </a><a href=/2 title='A  b'>a b</a><map><area href=/3 alt='Peta'></map>teks",
        "<a href=/1>1 < 2 <3</a><a href=/2>" + "kata " * 100 + "</a>",
        "<a href=/1",
        "<p>1 <a href=/1>x</a> <a href='/2",
    ],
)
def test_same_links_as_of_the_tree(html: str) -> None:
    """A crawl is given what the tree holds: the same addresses and texts, in the same order."""
    page = read_page(answer(html))
    assert page is not None

    assert leads(html).reading.links == slim(page.reading).links


_PIECES = st.sampled_from(
    [
        *("<a ", "<a href=/1>", "</a>", "<area href='/2'", "<b ", "<i>", "<!--", "-->", "<!", "<?", ">", "<"),
        *(
            "<script>",
            "</script>",
            "<title>",
            "</title",
            '"',
            "'",
            "=",
            " ",
            "/",
            "href=",
            "x",
            "<base href=/b/>",
        ),
        *("&amp;", "&#1", "\0", "\ud800", "é", "title=", "<plaintext>", "<template>", "</", "<img alt=y>"),
    ]
)


@given(st.lists(_PIECES, max_size=60).map("".join))
def test_never_raises(html: str) -> None:
    """Whatever the bytes, each link is an address of the web, and each has a short text."""
    found = leads(html)

    assert all(link.url.startswith("http") and len(link.text) <= 80 for link in found.reading.links)


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "<a href=/{}",
            "<a href='/{}",
            '<a title=">" href=/{}>',
            "<x <a href=/{}>",
            "<!-- {}",
            "<script>{}",
        ),
        *(
            '<a b="> " c="{}',
            "<a {}>",
            "<a href={}><b",
            "<a href={} " + "x=y " * 100 + ">",
            "</a {}",
            "<title {}",
        ),
    ],
)
def test_flood_is_read_in_time(unit: str) -> None:
    """No unit, however often, is looked at anew with each that follows: time and links are bounded."""
    html = "".join(unit.replace("{}", str(number)) for number in range(20_000))

    assert len(leads(html).reading.links) <= MOST_LINKS


def test_hostile_tags_are_no_matter() -> None:
    """A tag with too many attributes is not parsed, but can be read off."""
    flood = "<p " + " ".join(f"a{number}" for number in range(2 * MOST_ATTRIBUTES)) + ">"

    assert urls(f"{flood}<a href=/1>x</a>") == ["/1"]
    assert leads(flood).reading.kind is PageKind.NOT_HTML


def test_known_links_are_left_out() -> None:
    """To a crawl a menu is news once for each origin; relative addresses differ from page to page."""
    known: Known = {}
    html = "<a href=/profil>a</a><a href=x>b</a><a href=https://lain.go.id/>c</a>"
    seen = []
    for url in ("https://a.go.id/", "https://a.go.id/b/", "http://a.go.id/b/"):
        found = skim_leads(answer(html, url), known=known)
        assert found is not None
        seen.append([link.url for link in found.reading.links])

    assert seen == [
        ["https://a.go.id/profil", "https://a.go.id/x", "https://lain.go.id/"],
        ["https://a.go.id/b/x"],
        ["http://a.go.id/profil", "http://a.go.id/b/x", "https://lain.go.id/"],
    ]


def test_memory_is_bounded() -> None:
    """Of floods of links few are remembered, and no long one."""
    known: Known = {}
    for start in range(0, 10_000, 1_000):
        page = "".join(f"<a href=/{number}>" for number in range(start, start + 1_000))
        skim_leads(answer(page + f"<a href=/{'x' * KNOWN_BYTES}>"), known=known)

    assert len(known["https://dinas.go.id/"]) == MOST_KNOWN
    assert max(map(len, known["https://dinas.go.id/"])) <= KNOWN_BYTES


def test_error_page_is_not_remembered() -> None:
    """What an error page links to is no news that a page of content could not bring again."""
    known: Known = {}
    skim_leads(answer("<a href=/1>x</a>", status=404), known=known)
    found = skim_leads(answer("<a href=/1>x</a>"), known=known)
    assert found is not None

    assert len(found.reading.links) == 1


def test_ways_of_a_page_without_links() -> None:
    """A page that only refreshes, or is made of frames, leads on by these; one with links does not."""
    refresh = '<meta http-equiv=refresh content="0; url=/baru"><frameset><frame src=menu.html></frameset>'

    assert leads(refresh).ways == ("https://dinas.go.id/baru", "https://dinas.go.id/berita/menu.html")
    assert leads(f"{refresh}<a href='#'>x</a>").ways == ()


def test_xhtml() -> None:
    """What is XML is read as XML."""
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><body><script/><a href="/1">x</a></body></html>'

    assert [link.url for link in leads(page, media="application/xhtml+xml").reading.links] == [
        "https://dinas.go.id/1"
    ]


def test_what_carries_no_page() -> None:
    """A picture leads nowhere."""
    assert read_leads(answer("x", media="image/png")) is None
    assert leads("%PDF-1.7").reading.kind is PageKind.NOT_HTML
