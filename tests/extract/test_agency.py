"""A title that clearly speaks of somebody else, and none that might speak of the agency."""

import pytest

from webaudit.extract.agency import names_another
from webaudit.model.site import Region, Site

REGION = Region(name="Jawa Barat", suffixes=("jabarprov.go.id",))


@pytest.mark.parametrize(
    ("title", "name", "short_name", "another"),
    [
        pytest.param("Dinas Kesehatan Provinsi Jawa Barat", "Dinas Kesehatan", "", False, id="by its name"),
        pytest.param("DINKES JABAR", "Dinas Kesehatan", "Dinkes", False, id="by its short name"),
        pytest.param("Diskes Jabar | Beranda", "Dinas Kesehatan", "", False, id="abbreviated by us unknown"),
        pytest.param("Beranda - DPMPTSP", "Dinas Penanaman Modal", "DPMPTSP", False, id="by its initials"),
        pytest.param("Jabar Sehat", "Dinas Kesehatan", "", False, id="by a stem of its name"),
        pytest.param("Selamat Datang di Website Resmi", "Dinas Kesehatan", "", False, id="names nobody"),
        pytest.param("Pemerintah Provinsi Jawa Barat", "Dinas Kesehatan", "", False, id="region alone"),
        pytest.param("Portal Jabar", "Dinas Kesehatan", "", False, id="region abbreviated"),
        pytest.param("", "Dinas Kesehatan", "", False, id="no title"),
        pytest.param("Toko Bunga Melati", "", "", False, id="nothing to compare with"),
        pytest.param("e-Skrining", "Dinas Kesehatan", "eskrining", False, id="written otherwise"),
        pytest.param("Toko Bunga Melati", "Dinas Kesehatan", "Dinkes", True, id="another trade"),
        pytest.param("Dinas Perhubungan", "Dinas Kesehatan", "Dinkes", True, id="another agency"),
        pytest.param("Just another WordPress site", "Dinas Kesehatan", "Dinkes", True, id="the software"),
    ],
)
def test_names_another(title: str, name: str, short_name: str, another: bool) -> None:
    """What could be the agency's name in any form is; generic words name nobody."""
    site = Site("x", "https://situs12.jabarprov.go.id/", name=name, short_name=short_name)

    assert names_another(title, site, REGION) is another


def test_the_host_names_it_too() -> None:
    """A title that is the host's own name is the agency's."""
    site = Site("x", "https://sapawarga.jabarprov.go.id/", name="Dinas Komunikasi")

    assert not names_another("Sapawarga", site, REGION)
