"""The accessible names of elements."""

import pytest

from tests.evidence import page
from webaudit.extract.name import names


def name(html: str) -> str:
    """The name of the element with the id x, white space folded."""
    shown = page(html)
    known = names(shown)
    element = known.with_id("x")
    assert element is not None
    said = "".join(known.parts(element))
    assert known.has(element) is bool(said.strip())
    return " ".join(said.split())


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<a href=a id=x> Profil <b>Dinas</b> kami</a>", "Profil Dinas kami", id="content"),
        pytest.param("<a href=a id=x title=t aria-label=l>c</a>", "l", id="aria-label before content"),
        pytest.param("<a href=a id=x title=t aria-label=' '>c</a>", "c", id="content before title"),
        pytest.param("<a href=a id=x title=t></a>", "t", id="title last"),
        pytest.param(
            "<a href=a id=x aria-label=l aria-labelledby='q p'></a><b id=p>p</b> <b id=q>q</b>",
            "qp",
            id="references first, in their order",
        ),
        pytest.param("<a href=a id=x aria-labelledby=y>c</a>", "c", id="a reference to nothing"),
        pytest.param(
            "<a href=a id=x aria-labelledby=y></a><p id=y hidden>s<b hidden>t</b></p>",
            "st",
            id="all of a hidden label",
        ),
        pytest.param(
            "<a href=a id=x aria-labelledby=y></a><p id=y>s<b hidden>t</b></p>",
            "s",
            id="hidden within a label",
        ),
        pytest.param(
            "<a href=a id=x aria-labelledby=y></a><p id=y aria-labelledby=z>s</p><p id=z>t</p>",
            "s",
            id="references do not go on",
        ),
        pytest.param(
            "<input id=x aria-labelledby=x><label for=x><b aria-labelledby=x>s</b></label>",
            "s",
            id="nor in a circle by way of a label",
        ),
        pytest.param(
            "<a href=a id=x><b aria-labelledby=y>s</b></a><p id=y>t</p>", "t", id="a reference within content"
        ),
        pytest.param(
            "<a href=a id=x><b aria-labelledby=x>s</b> t</a>", "s t t", id="a reference to what is around it"
        ),
        pytest.param("<a href=a id=x><img src=a alt=s> t</a>", "s t", id="an image within"),
        pytest.param("<a href=a id=x>a<b aria-label=s>t</b>c</a>", "asc", id="a label within"),
        pytest.param("<a href=a id=x>a<i title=s></i>c<i title=s>t</i></a>", "asct", id="titles within"),
        pytest.param("<a href=a id=x>a<i hidden>b</i>c</a>", "ac", id="hidden within"),
        pytest.param("<a href=a id=x><svg><title>s</title></svg></a>", "s", id="a drawing within"),
        pytest.param("<div id=x>c</div>", "", id="no name by content"),
        pytest.param("<div id=x title=t>c</div>", "t", id="title of anything"),
        pytest.param("<svg id=x><title>t</title><text>c</text></svg>", "t", id="title of a drawing"),
        pytest.param("<svg id=x title=t></svg>", "", id="no title attribute in drawings"),
        pytest.param("<img id=x alt=a title=t>", "a", id="alt"),
        pytest.param("<img id=x alt='' title=t>", "t", id="title after an empty alt"),
        pytest.param("<label for=x>l</label><input id=x placeholder=p title=t>", "l", id="label"),
        pytest.param(
            "<label for=x>a</label><label for=x>b</label><input id=x>",
            "ab",
            id="several labels, in their order",
        ),
        pytest.param("<input id=x placeholder=p title=t>", "t", id="title before placeholder"),
        pytest.param("<input id=x type=checkbox placeholder=p>", "", id="no placeholder on a box"),
        pytest.param("<label>s <input id=x value=v> t</label>", "s t", id="a field does not name itself"),
        pytest.param(
            "<label>s <input id=x type=checkbox> t <input value=v> u</label>",
            "s t v u",
            id="another field does",
        ),
        pytest.param(
            "<label><input id=x type=checkbox><select><option>a<option selected>b</select></label>",
            "b",
            id="by what is chosen",
        ),
        pytest.param("<input id=x type=submit>", "Submit", id="what a browser writes"),
        pytest.param("<button id=x>a<script>b</script><style>c</style></button>", "a", id="code is no text"),
        pytest.param("<h2 id=x><p>c</p></h2>", "c", id="a heading that the parser shuts"),
    ],
)
def test_name(html: str, expected: str) -> None:
    """The first way that says something names the element (accname 1.2, 4.3.2)."""
    assert name(html) == expected


def test_asked_twice() -> None:
    """What was found empty stays empty, and what was named stays named."""
    shown = page("<a href=a id=x><b><i></i></b></a><a href=a id=y><b><i></i></b>t</a>")
    known = names(shown)
    first = [known.has(link) for link in shown.elements("a")]

    assert first == [False, True]
    assert [known.has(link) for link in shown.elements("a")] == first


def test_inner_elements_are_not_read_again() -> None:
    """What an outer element says, an inner one says as well, or says nothing."""
    shown = page("<p role=link><b role=link><i></i></b><b role=link><i></i>t</b></p>")
    known = names(shown)

    assert [known.has(link) for link in (*shown.elements("p"), *shown.elements("b"))] == [True, False, True]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<a href=a></a>", False),
        ("<a href=a class=x data-id=y></a>", False),
        ("<a href=a :title=t></a>", True),
        ("<a href=a><b v-text=t></b></a>", True),
        ("<a href=a><my-icon></my-icon></a>", True),
    ],
)
def test_is_scripted(html: str, expected: bool) -> None:
    """A binding or an element of its own shows that a script may give the name."""
    shown = page(html)

    assert names(shown).is_scripted(shown.elements("a")[0]) is expected
