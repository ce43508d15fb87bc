"""`title-names-agency`: the title of the home page says whose site it is."""

import pytest

from tests.evidence import SITE, home, readings
from tests.evidence import page as captured
from tests.evidence import reading as page
from webaudit.checks.usability.title_names_agency import title_names_agency
from webaudit.model.reading import PageKind
from webaudit.model.site import Region, Site

JABAR = Region("Jawa Barat", ("jabarprov.go.id",))


def code(title: str, name: str, *, host: str = "x", short_name: str = "", region: Region = JABAR) -> str:
    """The code for this title, on a site of this name."""
    url = f"https://{host}.jabarprov.go.id/"
    site = Site("x", url, url, name=name, short_name=short_name)
    (verdict,) = title_names_agency(home(f"200 {url}"), readings(page(url=url, title=title)), site, region)
    return verdict.code


@pytest.mark.parametrize(
    ("title", "name", "host"),
    [
        ("Dinas Kesehatan Provinsi Jawa Barat", "Dinas Kesehatan", "diskes"),
        ("Home - Diskes Jabar", "Dinas Kesehatan", "diskes"),
        ("DINKES JABAR", "Dinas Kesehatan", "diskes"),
        ("Dinkes | JabarProv", "Dinas Kesehatan", "x"),
        ("Bapenda Jabar", "Badan Pendapatan Daerah", "bapenda"),
        ("BP2D Provinsi Jawa Barat", "Badan Penelitian dan Pengembangan Daerah", "bp2d"),
        ("Biro Hukum Setda Provinsi Jawa Barat", "Biro Hukum dan Hak Asasi Manusia Setda", "birohukum"),
        ("Dinas ESDM Jawa Barat", "Dinas Energi dan Sumber Daya Mineral", "esdm"),
        ("Satpol-PP Jabar", "Satuan Polisi Pamong Praja", "satpolpp"),
        ("Setda Provinsi Jawa Barat", "Sekretariat Daerah Provinsi Jawa Barat", "sekretariat"),
        ("Rumah Sakit Umum Daerah Welas Asih", "RSUD Welas Asih", "rsudwelasasih"),
        ("Situs Resmi Pemerintah Provinsi Jawa Barat", "Portal Pemerintah Provinsi Jawa Barat", "www"),
        ("Museum Sri Baduga", "UPTD Museum Negeri Sri Baduga", "sribaduga"),
    ],
)
def test_named(title: str, name: str, host: str) -> None:
    """In full, shortened, or as people and the host abbreviate it."""
    assert code(title, name, host=host) == ""


@pytest.mark.parametrize(
    ("title", "name", "expected"),
    [
        ("Portal Resmi Pajak Daerah", "Badan Pendapatan Daerah", "agency-missing"),
        ("Beranda", "Dinas Kesehatan", "agency-missing"),
        ("Home – Just another WordPress site", "Dinas Kesehatan", "agency-missing"),
        ("Dinas Pendidikan Provinsi Jawa Barat", "Dinas Kesehatan", "agency-missing"),
        ("Portal Kesehatan Jawa Barat", "Dinas Kesehatan", "agency-missing"),
        ("Rumah Sakit Al Ihsan", "RSUD Welas Asih", "agency-missing"),
        ("Data Jawa Barat", "Dinas Kesehatan", "agency-missing"),
        ("Dinas Kesehatan", "Dinas Kesehatan", "region-missing"),
        ("Dinas Kesehatan: Penjabaran Program", "Dinas Kesehatan", "region-missing"),
        ("", "Dinas Kesehatan", "title-missing"),
    ],
)
def test_not_named(title: str, name: str, expected: str) -> None:
    """A subject, a greeting, a theme or another agency is not the name; a dinas needs its region."""
    assert code(title, name) == expected


def test_short_name_of_the_list() -> None:
    """What the list says people call it is enough, whatever letters it has."""
    assert code("Tahura Djuanda", "UPTD Taman Hutan Raya", short_name="Tahura") == ""


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("BAPENDA Kabupaten Garut", ""),
        ("PPID Jabar", ""),
        ("Portal Resmi Pajak Daerah", "name-unknown"),
        ("Beranda", "agency-missing"),
    ],
)
def test_no_name_in_the_list(title: str, expected: str) -> None:
    """Without a name the signs of any agency and region pass, and little can be said to fail."""
    assert code(title, "", region=Region()) == expected


def test_home_page_not_read() -> None:
    """Without the home page nothing is said, whatever other pages are called."""
    site = Site("x", SITE, name="Dinas Kesehatan")
    (verdict,) = title_names_agency(
        home(kind=PageKind.BLOCKED), readings(page(url=f"{SITE}x", title="Beranda")), site, JABAR
    )

    assert verdict.code == "no-page"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param('<a href="/"><img src="logo.png" alt="Dinas Kesehatan"></a>', "", id="alternative"),
        pytest.param('<a href="/"><img src="logo.png" alt=""></a> Dinkes Jabar', "", id="beside it"),
        pytest.param('<a href="/profil"><img src="foto.png" alt=""></a>', "", id="another picture"),
        pytest.param('<main><a href="/"><img src="x.png" alt=""></a></main>', "", id="in the main part"),
        pytest.param("<p>Melayani dengan hati", "", id="no picture in a link"),
        pytest.param('<a href="/"><img src="logo.png" alt="logo"></a> Situs', "logo-nameless", id="nameless"),
        pytest.param('<a href="/beranda"><img src="logo.png"></a>', "logo-nameless", id="no alternative"),
    ],
)
def test_logo(body: str, expected: str) -> None:
    """The logo names the agency to those who do not see it, or the lines beside it do."""
    html = f"<title>Dinas Kesehatan Jawa Barat</title><body><header>{body}</header>"
    site = Site("x", SITE, SITE, name="Dinas Kesehatan")
    (verdict,) = title_names_agency(home(), readings(captured(html).reading), site, JABAR)

    assert verdict.code == expected
