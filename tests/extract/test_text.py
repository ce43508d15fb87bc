"""The visible text of a page."""

import pytest

from webaudit.extract.html import parse
from webaudit.extract.text import MOST_RUNS, folded, shown


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>satu \n\t dua&nbsp;tiga</p>", "satu dua tiga"),
        (
            "<p>satu<script>x</script><style>y</style><template>z</template><noscript>n</noscript>dua</p>",
            "satu dua",
        ),
        ("<title>judul</title><p>isi", "isi"),
        ("<p>satu<b hidden>dua</b><i style='color:red; display : NONE'>tiga</i> empat", "satu empat"),
        ("<div style='visibility:hidden'><p>satu</div>dua", "dua"),
        ("<p>Di<b>nas</b> <em>Ke</em>sehatan", "Dinas Kesehatan"),
        ("<a>Profil</a><a>Berita</a>", "Profil Berita"),
        ("<ul><li>satu<li>dua</ul>tiga", "satu dua tiga"),
        ("satu<br>dua<div>tiga</div><b>empat</b>", "satu dua tiga empat"),
        ("<p>satu<!-- dua -->", "satu"),
        ("<p aria-hidden=true>satu</p>", "satu"),
        ("", ""),
    ],
)
def test_text(html: str, text: str) -> None:
    """Text is what a person sees, folded: blocks and links part words, marks inside a word do not."""
    seen = shown(parse(f"<body>{html}".encode()))

    assert seen.text == text
    assert seen.words == len(text.split())


def test_runs() -> None:
    """Each text node that is shown stands with its own element, in the order of the document."""
    runs = shown(parse(b"<div>a<b>b</b>c<i hidden>x</i>d</div>")).runs

    assert [(text, element.tag) for text, element in runs] == [
        ("a", "div"),
        ("b", "b"),
        ("c", "div"),
        ("d", "div"),
    ]


def test_floods_are_bounded() -> None:
    """A flood of text nodes is counted in words, and not kept one by one."""
    seen = shown(parse(b"<p>a" * (MOST_RUNS + 9)))

    assert seen.words == MOST_RUNS + 9
    assert len(seen.runs) == MOST_RUNS


def test_part() -> None:
    """The text of a part of a page ends where the part ends."""
    root = parse(b"<main>satu</main>dua")
    (main,) = root.iter("main")

    assert shown(main).text == "satu"


def test_long_text_is_folded_as_short() -> None:
    """Text of any length is folded alike."""
    assert folded(" a \n b " * 200_000) == " ".join(["a b"] * 200_000)
