"""Page: its elements by tag, and where they stand."""

import pytest

from tests.evidence import exchange, page
from webaudit.extract.html import read_page

HTML = """<html lang="id"><title>Beranda</title>
<body><p>Satu<p>Dua <b>tiga</b><div><img src="a.png"><img src="b.png"><p>Empat <b>lima</b></div>"""


def test_paths() -> None:
    """Every element's path is the one that lxml gives."""
    here = page(HTML)
    tree = here.root.getroottree()

    assert [here.locate(one).xpath for one in here.root.iter()] == [
        tree.getpath(one) for one in here.root.iter()
    ]


def test_path_elsewhere() -> None:
    """An element of another page has no path in this one."""
    assert page(HTML).locate(page(HTML).elements("b")[0]).xpath == ""


def test_evidence() -> None:
    """A place names the body that it was seen in."""
    here = page(HTML)

    assert here.locate(here.root).evidence == here.exchange.digest


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        pytest.param(("b",), ["tiga", "lima"], id="in document order"),
        pytest.param(("title", "b"), ["Beranda", "tiga", "lima"], id="tag by tag"),
        pytest.param(("marquee",), [], id="none"),
        pytest.param(("b", "b"), ["tiga", "lima", "tiga", "lima"], id="asked twice"),
    ],
)
def test_elements(tags: tuple[str, ...], expected: list[str]) -> None:
    """Elements are found by their tag."""
    assert [element.text for element in page(HTML).elements(*tags)] == expected


def test_elements_of_drawings() -> None:
    """In XHTML the title of a drawing is none of the page: its name is of another namespace."""
    xhtml = (
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Beranda</title></head><body>'
        '<svg xmlns="http://www.w3.org/2000/svg"><title>Logo</title></svg></body></html>'
    )
    here = read_page(exchange(xhtml, headers={"content-type": "application/xhtml+xml"}))

    assert here is not None
    assert [title.text for title in here.elements("title")] == ["Beranda"]
    assert [title.text for title in here.elements("{http://www.w3.org/2000/svg}title")] == ["Logo"]
