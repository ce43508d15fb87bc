"""Style sheets cut into rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webaudit.extract.media import matches_screen
from webaudit.extract.stylesheet import MOST_RULES, declarations, sheet


@pytest.mark.parametrize(
    ("text", "selectors"),
    [
        pytest.param("a { color: red }", ["a"], id="one"),
        pytest.param("a{color:red}b{color:red}", ["a", "b"], id="close together"),
        pytest.param("a, b > c , .d:not(.e, .f) { color: red }", ["a", "b > c", ".d:not(.e, .f)"], id="list"),
        pytest.param("a { width: 1px } b { color: red }", ["b"], id="nothing that decides"),
        pytest.param("a { border-color: red }", [], id="a longer name"),
        pytest.param("/* a { color: red } */ b { color: red }", ["b"], id="comment"),
        pytest.param("a { color: red } /* b { color: red }", ["a"], id="comment that never ends"),
        pytest.param("a { content: '}'; color: red } b { color: red }", ["a", "b"], id="brace in a text"),
        pytest.param("a { color: red", ["a"], id="block that never ends"),
        pytest.param("} a { color: red }", ["a"], id="too many ends"),
        pytest.param("@charset 'utf-8'; a { color: red }", ["a"], id="statement"),
        pytest.param("@media screen { a { color: red } } b { color: red }", ["a", "b"], id="for the screen"),
        pytest.param("@media print { a { color: red } } b { color: red }", ["b"], id="for paper"),
        pytest.param("@supports (display: grid) { a { color: red } }", ["a"], id="supports"),
        pytest.param("@keyframes k { from { color: red } }", [], id="steps of a film"),
        pytest.param("@font-face { font-family: x } a { color: red }", ["a"], id="font"),
        pytest.param("a::before { color: red } b:after { color: red }", [], id="what is painted beside"),
        pytest.param(".a\\:b { color: red }", [".a\\:b"], id="escape"),
        pytest.param("a { color: red; &:hover { color: blue } } b { color: red }", ["a", "b"], id="nested"),
        pytest.param("<!-- a { color: red } -->", ["a"], id="in the manner of old pages"),
    ],
)
def test_rules(text: str, selectors: list[str]) -> None:
    """The rules that decide what is seen, each with its selector, in order."""
    assert [rule.selector for rule in sheet(text).rules] == selectors


@pytest.mark.parametrize(
    ("selector", "key"),
    [
        ("p.a b.c", ".c"),
        ("#x > b", "b"),
        ("b#x.c", "#x"),
        ("[href] :first-child", "*"),
        ("ul li:not(.a)", "li"),
        (".a\\:b", ".a:b"),
        ("P", "p"),
        ("a:is(.x .y)", "a"),
    ],
)
def test_key(selector: str, key: str) -> None:
    """What a rule's subject must carry is told, so that most elements need not be asked."""
    (rule,) = sheet(f"{selector} {{ color: red }}").rules

    assert rule.key == key


def test_imports() -> None:
    """A sheet says which others it asks for."""
    assert sheet("@import url(a.css) screen; @import 'b.css'; p { color: red }").imports == (
        "url(a.css) screen",
        "'b.css'",
    )


def test_nested_rules_make_their_rule_doubtful() -> None:
    """A rule with rules inside may say more than is read."""
    (rule,) = sheet("a { color: red; & b { color: blue } }").rules

    assert not rule.sure


def test_layers() -> None:
    """Layers rank in the order in which they are named first, all before what is in none."""
    rules = sheet(
        "@layer one, two; @layer two { a { color: red } } @layer one { b { color: red } } i { color: red }"
    ).rules

    assert rules[1].layer < rules[0].layer < rules[2].layer


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", True),
        ("all", True),
        ("print", False),
        ("only screen and (min-width: 768px)", True),
        ("(max-width: 767.98px)", False),
        ("(width >= 64em)", True),
        ("print, screen", True),
        ("not print", True),
        ("(prefers-color-scheme: dark)", False),
        ("(prefers-reduced-motion: no-preference)", True),
        ("screen and (min-resolution: 2dppx)", None),
        ("not all and (monochrome)", None),
    ],
)
def test_media(query: str, expected: bool | None) -> None:
    """A media query is answered as a usual desktop screen does, or left open."""
    assert matches_screen(query) is expected


def test_declarations() -> None:
    """A block says name, value and importance; what is no declaration is left out."""
    block = "COLOR: Red ; display:none!important; nonsense; --Own: 1px; background:url('a;b}c')"

    assert declarations(block) == (
        ("color", "Red", False),
        ("display", "none", True),
        ("--Own", "1px", False),
        ("background", 'url("a;b}c")', False),
    )


@given(st.text(alphabet="a.#:{}@();,\"'/*\\[]-!& \n", max_size=300))
def test_any_text_is_cut(text: str) -> None:
    """No text makes it fail, and what follows a sheet's end is never taken for a rule twice."""
    assert len(sheet(text).rules) <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "/*" * 100_000,
        "a{" * 50_000,
        "a" * 300_000,
        '"' * 100_001,
        "[(" * 50_000 + "{color:red}",
        ("[x" * 100 + ",") * 500 + "{color:red}",
        "a{--" + "-" * 100_000,
        ":not(" * 30_000 + "{color:red}",
    ],
    ids=lambda text: text[:4],
)
def test_hostile_sheets(text: str) -> None:
    """No sheet is read more than once over: the time grows with its length alone."""
    assert len(sheet(text).rules) <= MOST_RULES


def test_most_rules() -> None:
    """A sheet of too many rules is cut, and says so."""
    cut = sheet("".join(f".a{number}{{color:red}}" for number in range(MOST_RULES + 1)))

    assert (len(cut.rules), cut.whole) == (MOST_RULES, False)


def test_repeated_rules() -> None:
    """Of equal rules the last one decides: what stands between them does not."""
    cut = sheet("a{color:red} b{color:red} a{color:blue} a{color:red}")

    assert [(rule.selector, rule.block) for rule in cut.rules] == [
        ("b", "color:red"),
        ("a", "color:blue"),
        ("a", "color:red"),
    ]
