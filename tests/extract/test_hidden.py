"""Hidden blocks: found by attribute and inline style, each once."""

import pytest

from tests.evidence import page
from webaudit.extract.hidden import hidden, unseen
from webaudit.extract.html import parse
from webaudit.extract.text import shown


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
    (block,) = hidden(page(f'<p style="{style}">Teks</p>'))

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
    assert list(hidden(page(html))) == []


def test_outermost() -> None:
    """A hidden block inside another is a part of it, with the addresses and titles of its links."""
    html = '<div hidden>a<p style="display:none">b <a href="https://c.test/" title="d">e</a></p></div><p>f'
    (block,) = hidden(page(html))

    assert block.text.split() == ["a", "b", "e", "d", "https://c.test/"]


@pytest.mark.parametrize(
    "html", ["<noscript><p>x</noscript>", '<marquee style="width:0">x</marquee>', "<div hidden>x</div>"]
)
def test_elements(html: str) -> None:
    """Elements that hide by themselves are read as well."""
    assert [block.text for block in hidden(page(f"<body>{html}"))] == ["x"]


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("<p>a", True),
        ("<p hidden>a", False),
        ('<p style="display:none">a', False),
        ('<p style="visibility: hidden">a', False),
        ('<p style="position:absolute; left:-9999px">a', False),
        ('<p style="text-indent:-5000px">a', False),
        ('<p style="font-size:0">a', False),
        ('<p style="height:0;overflow:hidden">a', False),
        ("<noscript><p>a</noscript>", False),
        ('<p style="opacity:0">a', True),
        ('<p style="max-height:0">a', True),
        ('<p style="transform: scale(0)">a', True),
        ('<p style="color:red">a', True),
    ],
)
def test_unseen(body: str, seen: bool) -> None:
    """What is hidden for good, with all that is in it; not what fades or slides into view."""
    root = parse(f"<body><div>{body}</div>".encode())
    (paragraph,) = root.iter("p")

    assert (paragraph not in unseen(shown(root))) is seen


def test_unseen_in_depth() -> None:
    """Hidden blocks inside hidden blocks are walked once: a hostile page costs no more than its size."""
    root = parse(b'<div style="display:none">' * 200 + b"<a href=x>y</a>" * 20_000)

    links = tuple(root.iter("a"))

    assert unseen(shown(root)).issuperset(links)
