"""What meta elements say."""

from tests.evidence import page
from webaudit.extract.metas import metas


def test_metas() -> None:
    """Names are compared without case, `property` is a name, and contents are kept in order."""
    shown = page(
        '<meta name="Robots" content=" a\n b "><meta property="og:title" content="c">'
        '<meta name="robots" content=""><meta http-equiv="refresh" content="1"><meta name="x">'
    )

    assert metas(shown.elements("meta")) == {"robots": ["a b", ""], "og:title": ["c"]}


def test_description_of_a_reading() -> None:
    """The first description that is not empty is the page's."""
    html = '<meta name="description" content=""><meta name="description" content="Layanan\n kesehatan">'

    assert page(html).reading.description == "Layanan kesehatan"
    assert page('<meta content name="description">').reading.description == ""
