"""What is asked next hangs on the evidence and the seed alone."""

import pytest

from webaudit.extract.choose import (
    IMPORTANT,
    documents,
    families,
    importance,
    is_page,
    link_targets,
    ports_named,
    rank,
    sample,
    trap,
    without_session,
)
from webaudit.model.evidence import Readings
from webaudit.model.plan import Budget, Plan
from webaudit.model.reading import Link, PageKind, Reading
from webaudit.model.site import CrawlOverrides, DeclaredService, Site


@pytest.mark.parametrize(
    ("url", "text", "name"),
    [
        ("https://a.test/profil/visi-misi", "", "profile"),
        ("https://a.test/p/12", "Layanan", "services"),
        ("https://a.test/hubungi-kami", "", "contact"),
        ("https://a.test/category/berita", "", "news"),
        ("https://a.test/ppid", "", "ppid"),
        ("https://a.test/p/13", "Ini sebuah berita yang sangat panjang judulnya sekali", None),
        ("https://berita.test/x", "", None),
    ],
)
def test_importance(url: str, text: str, name: str | None) -> None:
    """A page is important by its path, or by a short name; not by its host, nor by a headline."""
    index = importance(url, text)

    assert (IMPORTANT[index][0] if index is not None else None) == name


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("https://a.test/x", True),
        ("https://a.test/x.php?file=y.pdf", True),
        ("https://a.test/index.html", True),
        ("https://a.test/berkas.PDF", False),
        ("https://a.test/a.zip?x=1", False),
        ("https://a.test/wp-login.php", False),
        ("https://a.test/berita/feed/", False),
        ("https://a.test/x?replytocom=12", False),
        ("https://zip.test/", True),
    ],
)
def test_is_page(url: str, page: bool) -> None:
    """Files and what acts are no pages."""
    assert is_page(url) is page


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a.test/a/b/c", None),
        ("https://a.test/x/x/x/", "trap:path"),
        ("https://a.test/a/b/a/b", "trap:path"),
        ("https://a.test/1/2/3/4/5/6/7/8/9/10/11", "trap:path"),
        ("https://a.test/?a&b&c&d&e&f", "trap:query"),
        ("https://a.test/?a=1&b=2", None),
        ("https://a.test/berita/2026/01/judul-berita", None),
    ],
)
def test_trap(url: str, name: str | None) -> None:
    """Growing paths and floods of parameters are cut by the address alone."""
    assert trap(url) == name


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("https://a.test/x?PHPSESSID=abc", "https://a.test/x"),
        ("https://a.test/x?a=1&sid=9&b=2", "https://a.test/x?a=1&b=2"),
        ("https://a.test/x;jsessionid=1A?b=2", "https://a.test/x?b=2"),
        ("https://a.test/x?utm_source=fb&id=3", "https://a.test/x?id=3"),
        ("https://a.test/x?pasid=3", "https://a.test/x?pasid=3"),
    ],
)
def test_without_session(url: str, plain: str) -> None:
    """Parameters that name a visit do not make another page."""
    assert without_session(url) == plain


def test_calendar_is_a_family() -> None:
    """All months of a calendar are one family; articles with a date in their path are none."""
    (january,) = families("https://a.test/agenda/2026/01", 50)
    (march,) = families("http://www.a.test/agenda/2027/03/", 50) or (None,)

    assert january[:2] == ("calendar a.test/agenda/0/0", "trap:calendar")
    assert march is not None
    assert families("https://a.test/2026/01/05/judul-berita", 50) == ()


def test_rank() -> None:
    """The draw is the same for variants of a page, and another for another seed."""
    assert rank(0, "http://www.a.test/x") == rank(0, "https://a.test/x")
    assert rank(0, "http://a.test/x") != rank(1, "http://a.test/x")


def test_sample_does_not_hang_on_order() -> None:
    """What is drawn of a long list does not hang on where it stands in it."""
    urls = [f"https://a.test/hal/{number}" for number in range(3_000)] + ["https://a.test/profil"]

    assert set(sample(0, urls)) == set(sample(0, reversed(urls)))
    assert "https://a.test/profil" in sample(0, urls)
    assert len(sample(0, urls)) < 1_000


def reading(url: str, *links: str, kind: PageKind = PageKind.CONTENT) -> Reading:
    """A page with links."""
    return Reading(
        url,
        200,
        kind,
        links=tuple(Link(link, link, "Layanan" if "layanan" in link else "x") for link in links),
    )


def test_link_targets() -> None:
    """Declared first, then services, then by hash; half and half unless one side needs less."""
    site = Site("a", "https://a.test/", services=(DeclaredService("Z", "https://z.test/z"),))
    plan = Plan(site, budget=Budget(link_targets=6))
    inside = [f"https://www.a.test/{number}" for number in range(9)]
    outside = ["https://b.test/layanan", "https://c.test/"]
    pages = Readings((reading("https://a.test/", *inside, *outside, "https://a.test/b"),))
    internal, external, unasked = link_targets(plan, pages, ["https://a.test/", "http://a.test/b"])

    assert external == ("https://z.test/z", "https://b.test/layanan", "https://c.test/")
    assert len(internal) == 3
    assert unasked == 6


def test_documents() -> None:
    """One of each kind that the law asks for, of the right year first; the site's own files alone.

    PDF files come before others, which get a fourth of the places where there are more.
    """
    names = {
        "dpa-2026.pdf": "DPA 2026",
        "dpa-2026-perubahan.pdf": "DPA Perubahan 2026",
        "dpa-2021.pdf": "DPA 2021",
        "dip.pdf": "Daftar Informasi Publik",
        "foto.pdf": "Foto",
        "renja.docx": "Renja 2026",
    }
    links = [Link(name, f"https://a.test/{name}", text) for name, text in names.items()]
    links.append(Link("", "https://b.test/lkjip.pdf", "LKjIP 2025"))
    pages = Readings((Reading("https://a.test/", 200, PageKind.CONTENT, links=tuple(links)),))
    site = Site("a", "https://a.test/")
    chosen = [url.rpartition("/")[2] for url in documents(Plan(site), pages, 2026)]
    few = documents(Plan(site, budget=Budget(documents=2)), pages, 2026)
    some = documents(Plan(site, budget=Budget(documents=4)), pages, 2026)

    assert chosen[0].startswith("dpa-2026")
    assert chosen[1] == "dip.pdf"
    assert chosen[2].startswith("dpa-2026")
    assert chosen[3:] == ["dpa-2021.pdf", "foto.pdf", "renja.docx"]
    assert [url.rpartition("/")[2] for url in few] == chosen[:2]
    assert [url.rpartition("/")[2] for url in some] == [*chosen[:3], "renja.docx"]


def test_documents_are_asked_before_other_links() -> None:
    """What the law asks for is mostly a file, and its absence must be seen."""
    plan = Plan(Site("a", "https://a.test/"), budget=Budget(link_targets=2))
    pages = Readings(
        (reading("https://a.test/", *(f"https://a.test/{n}" for n in range(9)), "https://a.test/x.xls"),)
    )
    internal, _, _ = link_targets(plan, pages, [])

    assert internal[0] == "https://a.test/x.xls"


def test_links_of_error_pages_are_not_followed() -> None:
    """Only what content links to is a promise of the site."""
    pages = Readings((reading("https://a.test/", "https://a.test/x", kind=PageKind.SOFT_404),))

    assert link_targets(Plan(Site("a", "https://a.test/")), pages, []) == ((), (), 0)


def test_ports_named() -> None:
    """The list's own addresses name ports."""
    site = Site(
        "a",
        "https://a.test/",
        services=(DeclaredService("S", "https://s.test:8443/x"),),
        crawl=CrawlOverrides(start=("http://a.test:8080/",)),
    )

    assert ports_named(Plan(site)) == (("a.test", 8080), ("s.test", 8443))
