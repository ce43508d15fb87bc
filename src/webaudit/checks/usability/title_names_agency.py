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
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home, Readings
from webaudit.model.finding import Location, Verdict, cant_tell, failed, passed
from webaudit.model.reading import PageKind
from webaudit.model.site import Region, Site
from webaudit.standards import indonesia, wcag, web

TITLE_CHARACTERS = 150


@check(
    id="title-names-agency",
    title="The title of the home page names the agency and its region",
    category=Category.USABILITY,
    severity=Severity.MODERATE,
    sources=(indonesia.PANDUAN_2003, web.TITLE_LINKS, wcag.SC_2_4_2),
    remedy="Write the agency's name with its region into the title of the home page, “Dinas Kesehatan "
    "Provinsi Jawa Barat”. In WordPress: Settings, General, Site Title; if a plug-in for search engines is "
    "installed, in its settings for the home page too.",
    since="0.2.0",
    sole_target=True,
)
def title_names_agency(home: Home, readings: Readings, site: Site, region: Region) -> Iterator[Verdict]:
    """The title is what a search engine shows, what a tab shows, and what a screen reader says first.

    There is a Dinas Kesehatan in every province and district. Who finds “Beranda” or “Portal Resmi Pajak
    Daerah” among the results cannot tell whose site it is, nor whether it is a true one.

    Target: the title of the home page.
    Expectation: it names the agency of the list, in full, by half of the words that tell it from others, by
        its short name, or by an abbreviation that is usual or that its host bears; and the region, if the
        agency is a dinas, badan, biro or another that every region has.
    Limits: a site without a name in the list passes by the signs of any agency and region, and is otherwise
        left to people. Header and logo are left to people.

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
    title = page.title[:TITLE_CHARACTERS]
    here = Location(page.url, snippet=f"<title>{title}")
    if not title.strip():
        yield failed(page.url, "title-missing", "the home page has no title")
    elif is_idle(title):
        yield failed(here, "agency-missing", "the title, “{title}”, does not name the agency", title=title)
    elif not agency_name(site):
        if shows_an_agency(title) and names_region(title, site, region):
            yield passed(here)
        else:
            message = "the list has no name for the site, so that the title, “{title}”, can not be judged"
            yield cant_tell(here, "name-unknown", message, title=title)
    elif not names_agency(title, site, region):
        yield failed(here, "agency-missing", "the title, “{title}”, does not name the agency", title=title)
    elif needs_region(site) and not names_region(title, site, region):
        yield failed(here, "region-missing", "the title, “{title}”, does not name the region", title=title)
    else:
        yield passed(here)
