"""Hidden blocks: found by attribute and inline style, each once."""

import pytest

from tests.evidence import page
from webaudit.extract.hidden import hidden


@pytest.mark.parametrize(
    ("style", "secret"),
    [
        ("display: none", False),
        ("DISPLAY:NONE !important", False),
        ("color:red; visibility : hidden", False),
        ("opacity:0", False),
        ("position:absolute;width:1px;height:1px", False),
        ("transform:scale(0)", False),
        ("clip:rect(0 0 0 0)", False),
        ("position:absolute;left:-9999px", True),
        ("text-indent:-99999px", True),
        ("font-size:0", True),
    ],
)
def test_hidden(style: str, secret: bool) -> None:
    """Each way to hide is seen, and those that no menu uses are told apart."""
    (block,) = hidden(page(f'<p style="{style}">Teks</p>').root)

    assert (block.text, block.secret) == ("Teks", secret)


@pytest.mark.parametrize(
    "html",
    [
        '<p style="display:block">x',
        '<p style="opacity:0.5">x',
        '<p style="font-size:0.8em">x',
        '<p style="left:-10px">x',
        '<p style="height:100px;width:12px">x',
        '<p style="background:url(none.png)">x',
        "<marquee>Selamat datang</marquee>",
        "<p hidden> </p>",
    ],
)
def test_shown(html: str) -> None:
    """What is shown, or says nothing, is no hidden block."""
    assert list(hidden(page(html).root)) == []


def test_outermost() -> None:
    """A hidden block inside another is a part of it, with the addresses and titles of its links."""
    html = '<div hidden>a<p style="display:none">b <a href="https://c.test/" title="d">e</a></p></div><p>f'
    (block,) = hidden(page(html).root)

    assert block.text.split() == ["a", "b", "e", "d", "https://c.test/"]


@pytest.mark.parametrize(
    "html", ["<noscript><p>x</noscript>", '<marquee style="width:0">x</marquee>', "<div hidden>x</div>"]
)
def test_elements(html: str) -> None:
    """Elements that hide by themselves are read as well."""
    assert [block.text for block in hidden(page(f"<body>{html}").root)] == ["x"]
