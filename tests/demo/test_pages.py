"""What the pages of the example province say, read as bytes: no server is needed."""

from datetime import date, timedelta

import pytest
from lxml import html

from webaudit.demo.agency import Agency
from webaudit.demo.answers import sites
from webaudit.demo.injection import DOORWAY_PATH
from webaudit.demo.pages import article_days, pages
from webaudit.demo.places import CENTRAL_HOSTS, CLOUD_HOST, GAMBLING_HOSTS, LAPOR_HOST, PORTAL_HOST
from webaudit.demo.province import AGENCIES

TODAY = date(2026, 11, 24)
KEPT = [pytest.param(agency, id=agency.id) for agency in AGENCIES if agency.content]
SOUND = [pytest.param(a, id=a.id) for a in AGENCIES if a.content and not a.truth.fails - {"redirects"}]


def texts(agency: Agency) -> str:
    """The visible text of all pages, folded and in lower case."""
    whole = (html.fromstring(page).text_content() for page in pages(agency, TODAY).values())
    return " ".join(" ".join(whole).split()).lower()


@pytest.mark.parametrize("agency", KEPT)
def test_every_internal_link_is_served_but_the_planted_one(agency: Agency) -> None:
    """A site has no dead link but the one that its condition plants."""
    answer = sites(AGENCIES, TODAY)[agency.home_host]
    scheme = "http" if agency.origin.startswith("http:") else "https"
    dead = set()
    for page in pages(agency, TODAY).values():
        for element, _, link, _ in html.fromstring(page).iterlinks():
            if link.startswith("/") and answer(scheme, link).status != 200:
                assert element.tag == "a"
                dead.add(link)

    assert dead == ({"/unduh/formulir-permohonan.docx"} if agency.condition.dead_link else set())


@pytest.mark.parametrize("agency", KEPT)
def test_links_leave_only_for_hosts_of_the_demo(agency: Agency) -> None:
    """No page leads to a host that the example server does not answer for."""
    hosts = set()
    for page in pages(agency, TODAY).values():
        for _, _, link, _ in html.fromstring(page).iterlinks():
            if "://" in link:
                hosts.add(link.split("/")[2])

    assert hosts <= {
        LAPOR_HOST,
        CLOUD_HOST,
        PORTAL_HOST,
        *CENTRAL_HOSTS.values(),
        *(GAMBLING_HOSTS if agency.condition.injected else ()),
    }


@pytest.mark.parametrize("agency", KEPT)
def test_dates_count_back_from_today(agency: Agency) -> None:
    """The newest article has the planted age, and no article is from the future."""
    days = article_days(agency, TODAY)

    assert days[0] == TODAY - timedelta(days=agency.condition.news_age_days)
    assert list(days) == sorted(days, reverse=True)


@pytest.mark.parametrize("agency", SOUND)
def test_sound_sites_say_nothing_that_reads_as_unfinished(agency: Agency) -> None:
    """The province's name, "Contoh", never stands before a word that would make a theme's filler of it."""
    said = texts(agency)

    assert "contoh berita" not in said
    assert "lorem ipsum" not in said
    assert "segera hadir" not in said


@pytest.mark.parametrize("agency", KEPT)
def test_pages_carry_what_their_condition_says(agency: Agency) -> None:
    """Language, titles and alternative texts are there, or all missing, as planted."""
    condition = agency.condition
    found = {
        path: html.fromstring(page) for path, page in pages(agency, TODAY).items() if path != DOORWAY_PATH
    }
    missing = [path for path, root in found.items() if root.xpath("//img[not(@alt)]")]

    assert {bool(root.get("lang")) for root in found.values()} == {condition.language}
    assert {bool(root.findtext(".//title")) for root in found.values()} == {condition.titles}
    assert bool(missing) is not condition.alternatives


def test_enough_sites() -> None:
    """The province has a dozen agencies and more, each with pages to read or a reason for none."""
    assert len(AGENCIES) >= 14
    assert len({agency.id for agency in AGENCIES}) == len(AGENCIES)
    assert 10 <= len(pages(AGENCIES[0], TODAY)) <= 24


def test_year_turns() -> None:
    """On the first of January the newest article is of last year, and the footer of this one."""
    exemplary = pages(AGENCIES[0], date(2027, 1, 1))

    assert "31 Desember 2026" in exemplary["/"]
    assert "© 2027" in exemplary["/"]
