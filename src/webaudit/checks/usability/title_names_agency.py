"""Check `title-names-agency`."""

from collections.abc import Iterator

from webaudit.extract.agency import (
    agency_name,
    is_idle,
    names_agency,
    names_region,
    needs_region,
    shows_an_agency,
)
from webaudit.extract.urls import host, is_home
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home, Readings
from webaudit.model.finding import Location, Outcome, Verdict, cant_tell, failed, passed
from webaudit.model.reading import Landmark, Link, PageKind, Reading
from webaudit.model.site import Region, Site
from webaudit.standards import indonesia, wcag, web

TITLE_CHARACTERS = 150

FIRST_CHARACTERS = 1_000
FIRST_LINKS = 10
"""Of the home page: menus often come before the name beside the logo."""


@check(
    id="title-names-agency",
    title="Title and logo of the home page name the agency and its region",
    category=Category.USABILITY,
    severity=Severity.MODERATE,
    sources=(indonesia.PANDUAN_2003, web.TITLE_LINKS, wcag.SC_2_4_2),
    remedy="Write the agency's name with its region into the title of the home page, “Dinas Kesehatan "
    "Provinsi Jawa Barat”. In WordPress: Settings, General, Site Title; if a plug-in for search engines is "
    "installed, in its settings for the home page too. Write the name as the logo's Alternative Text under "
    "Media.",
    since="0.2.0",
    sole_target=True,
)
def title_names_agency(home: Home, readings: Readings, site: Site, region: Region) -> Iterator[Verdict]:
    """The title is what a search engine shows, what a tab shows, and what a screen reader says first.

    There is a Dinas Kesehatan in every province and district. Who finds “Beranda” or “Portal Resmi Pajak
    Daerah” among the results cannot tell whose site it is, nor whether it is a true one.

    Target: the home page, by its title and the logo that leads home.
    Expectation: the title names the agency of the list, in full, by half of the words that tell it from
        others, by its short name, or by an abbreviation that is usual or that its host bears; and the
        region, if the agency is a dinas, badan, biro or another that every region has. Where there is a
        logo, its alternative text or the first lines of the page name the agency as well.
    Limits: a site without a name in the list passes by the signs of any agency and region, and is otherwise
        left to people. A logo that is no picture in a link is not seen.

    Passed:
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinkes.jabarprov.example/", "status": 200}]},
         "readings": {"pages": [{"url": "https://dinkes.jabarprov.example/", "status": 200, "kind": "content",
            "title": "Beranda - Dinas Kesehatan Provinsi Jawa Barat"}]},
         "site": {"id": "dinkes", "url": "https://dinkes.jabarprov.example/", "name": "Dinas Kesehatan"},
         "region": {"name": "Jawa Barat"}}
        ```

    Failed (agency-missing, region-missing, title-missing):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content",
            "title": "Portal Resmi Pajak Daerah"}]},
         "site": {"id": "a", "url": "https://a.example/", "name": "Badan Pendapatan Daerah"},
         "region": {"name": "Jawa Barat"}}
        {"home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content",
            "title": "Badan Pendapatan Daerah"}]},
         "site": {"id": "a", "url": "https://a.example/", "name": "Badan Pendapatan Daerah"},
         "region": {"name": "Jawa Barat"}}
        {"home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "site": {"id": "a", "url": "https://a.example/"}, "region": {}}
        ```

    Failed (logo-nameless):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content",
            "title": "Bapenda Jawa Barat",
            "text": "Melayani dengan hati", "links": [{"href": "/", "text": "logo", "url": "https://a.example/",
            "image": "logo.png", "landmark": "header"}]}]},
         "site": {"id": "a", "url": "https://a.example/", "name": "Badan Pendapatan Daerah"},
         "region": {"name": "Jawa Barat"}}
        ```

    CantTell (name-unknown, no-page):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content",
            "title": "Portal Resmi Pajak Daerah"}]},
         "site": {"id": "a", "url": "https://a.example/"}, "region": {}}
        {"home": {"kind": "blocked", "hops": [{"url": "https://a.example/", "status": 403}]},
         "readings": {"pages": []}, "site": {"id": "a", "url": "https://a.example/"}, "region": {}}
        ```
    """
    page = next((page for page in readings.content if page.url == home.final_url), None)
    if page is None or home.kind is not PageKind.CONTENT:
        yield cant_tell(home.final_url, "no-page", "the home page could not be read")
        return
    verdict = _of_title(page, site, region)
    logo = next((link for link in page.links if _is_logo(link, page)), None)
    if verdict.outcome is Outcome.PASSED and logo is not None and agency_name(site):
        yield _of_logo(logo, page, site, region)
    else:
        yield verdict


def _of_title(page: Reading, site: Site, region: Region) -> Verdict:
    """The verdict on the title."""
    title = page.title[:TITLE_CHARACTERS]
    here = Location(page.url, snippet=f"<title>{title}")
    if not title.strip():
        return failed(page.url, "title-missing", "the home page has no title")
    if is_idle(title):
        return failed(here, "agency-missing", "the title, “{title}”, does not name the agency", title=title)
    if not agency_name(site):
        if shows_an_agency(title) and names_region(title, site, region):
            return passed(here)
        message = "the list has no name for the site, so that the title, “{title}”, can not be judged"
        return cant_tell(here, "name-unknown", message, title=title)
    if not names_agency(title, site, region):
        return failed(here, "agency-missing", "the title, “{title}”, does not name the agency", title=title)
    if needs_region(site) and not names_region(title, site, region):
        return failed(here, "region-missing", "the title, “{title}”, does not name the region", title=title)
    return passed(here)


def _is_logo(link: Link, page: Reading) -> bool:
    """Whether a link is a picture that leads to the home page, outside its main part."""
    home_again = link.url == page.url or (host(link.url) == host(page.url) and is_home(link.url))
    return bool(link.image) and home_again and link.landmark is not Landmark.MAIN


def _of_logo(logo: Link, page: Reading, site: Site, region: Region) -> Verdict:
    """The verdict on the logo and what stands at the top of the page with it."""
    here = Location(page.url, snippet=f"{logo.image} “{logo.text}”")
    beside = [link.text for link in page.links[:FIRST_LINKS]]
    if names_agency(" ".join((logo.text, page.text[:FIRST_CHARACTERS], *beside)), site, region):
        return passed(here)
    message = "neither the logo, “{text}”, nor the first lines of the home page name the agency"
    return failed(here, "logo-nameless", message, text=logo.text[:100])
