"""YAML by many hands: understood, or refused with the place and the cure."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from webaudit.store.yaml_file import parse_yaml, read_yaml
from webaudit.store.yaml_values import Mapping, Sequence

PATH = Path("s.yaml")

BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{','.join([f'*{chr(97 + i)}'] * 10)}]\n" for i in range(9)
)


def lines(data: str | bytes) -> tuple[str, ...]:
    """What is told of a file."""
    file = parse_yaml(PATH, data.encode() if isinstance(data, str) else data)
    return file.lines(file.problems)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("a: no\nb: off\nc: yes", {"a": "no", "b": "off", "c": "yes"}),
        ("a: 012\nb: 12:30:45\nc: 1.10", {"a": "012", "b": "12:30:45", "c": "1.10"}),
        ("a:\nb: ~\nc: null\nd: 'null'\ne: ''", {"a": None, "b": None, "c": None, "d": "null", "e": ""}),
        ("- a\n- [b, {c: d}]", ["a", ["b", {"c": "d"}]]),
        ("a: |\n  x\n  y\n", {"a": "x\ny\n"}),
        ("x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}", {"x": {"a": "1", "b": "2"}, "y": {"a": "1", "b": "3"}}),
        ("---\na: 1\n...\n", {"a": "1"}),
        ("a: 1\r\nb: 2\r\n", {"a": "1", "b": "2"}),
        ("a: béja 🏥", {"a": "béja 🏥"}),
    ],
)
def test_values(text: str, value: object) -> None:
    """Scalars stay as they are written; nothing is guessed."""
    file = parse_yaml(PATH, text.encode())

    assert (file.root, file.problems) == (value, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings(encoding: str) -> None:
    """A list saved by any editor is read."""
    assert parse_yaml(PATH, "a: é".encode(encoding)).root == {"a": "é"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a:\n\t- b", "2:1: a tab: indent with blanks"),
        ("a: [1\nb: 2", "2:2: a comma or the closing bracket is missing"),
        ("a: b: c", "1:5: a colon too many, or a wrong indent: quote the value, or line it up"),
        ("a: 1\n b: 2", "2:3: a colon too many, or a wrong indent: quote the value, or line it up"),
        ("a: 1\nb: 'x\n", "2:4: the quotes that open here are never closed: close them"),
        ("- a\nb: c", "2:1: a wrong indent: line it up with the lines above"),
        (" a: 1\nb: 2", "2:1: a wrong indent: line it up with the lines above"),
        ("a: @x", "1:4: a value can not begin with this character: put it in quotes"),
        ('a: "\\q"', "1:6: an unknown escape in double quotes: use single quotes"),
        ("a: *x", "1:4: there is no `&x` above: write the value out"),
        ("&a [*a]", "1:5: `*a` stands within itself: write the value out"),
        ("a: 1\n---\nb: 2", "2:1: a second document begins here: keep one, and remove `---`"),
        ("a: x\0y", "1:5: holds the control character U+0000: remove it"),
        ("a: 1\nb: \x1b[31m", "2:4: holds the control character U+001B: remove it"),
        ("? [a]\n: b", "1:3: a key must be a word: write `key: value`"),
        ("a: 1\n<<: 3", "2:5: `<<` takes a mapping: write `<<: *name`"),
        ("a: !!int 3", "1:4: the tag `tag:yaml.org,2002:int` is not understood: remove it"),
        ("[" * 100_000, "1:21: is nested more than 20 deep: write it flatter"),
        ("- " * 100_000, "1:41: is nested more than 20 deep: write it flatter"),
        (BOMB, "6:14: holds more than 300000 values: split the file"),
        ("#" * 2_000_001, "1:1: is longer than 2000000 bytes: split it"),
    ],
)
def test_refused(text: str, told: str) -> None:
    """What can not be read is one line with its place and what to do."""
    assert lines(text) == (f"s.yaml:{told}",)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"a: 1\nb: \xe9", "2:4: is no UTF-8: save the file as UTF-8"),
        ("a: é".encode("utf-16") + b"x", "1:5: is no UTF-16: save the file as UTF-8"),
        (b"\xff\xfe\x00\xd8\x00", "1:1: is no UTF-16: save the file as UTF-8"),
    ],
)
def test_bad_bytes(data: bytes, told: str) -> None:
    """A broken encoding is told with the place of the first bad byte."""
    assert lines(data) == (f"s.yaml:{told}",)


def test_all_at_once() -> None:
    """Every doubled key and every tag is told, in the order of the file."""
    assert lines("a: 1\na: 2\nb: !x 1\nc: {d: 1, d: 2}\na: 3\n") == (
        "s.yaml:2:1: the key `a` stands in line 1 already: keep one",
        "s.yaml:3:4: the tag `!x` is not understood: remove it",
        "s.yaml:4:11: the key `d` stands in line 4 already: keep one",
        "s.yaml:5:1: the key `a` stands in line 1 already: keep one",
    )


def test_never_endless() -> None:
    """A file of nothing but mistakes is told in 500 lines and a count."""
    told = lines("a: 1\n" * 1_000)

    assert len(told) == 501
    assert told[-1] == "s.yaml: and 499 more"


@pytest.mark.parametrize(
    ("make", "told"),
    [
        ("nothing", "there is no such file: check the name"),
        ("folder", "is a folder: name the file in it"),
        ("loop", "can not be read: Too many levels of symbolic links"),
    ],
)
def test_unreadable(tmp_path: Path, make: str, told: str) -> None:
    """What is no file is told like anything else."""
    path = tmp_path / "s.yaml"
    if make == "folder":
        path.mkdir()
    elif make == "loop":
        path.symlink_to(path)
    file = read_yaml(path)

    assert file.lines(file.problems) == (f"{path}:1:1: {told}",)


def test_places() -> None:
    """Keys, values and items know where they are."""
    root = parse_yaml(PATH, b"a: 1\nb:\n  - x\n  - {c: 2}\n").root
    assert isinstance(root, Mapping)
    items = root["b"]
    assert isinstance(items, Sequence)

    assert (root.keys_at, root.values_at) == ({"a": (1, 1), "b": (2, 1)}, {"a": (1, 4), "b": (3, 3)})
    assert items.items_at == [(3, 5), (4, 5)]
    assert items[1].values_at == {"c": (4, 9)}


anything = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=300).map(str.encode),
    st.text("-: []{}&*!|>'\"\n\t#%a", max_size=80).map(str.encode),
)


@given(anything)
def test_never_raises(data: bytes) -> None:
    """Whatever the bytes, there is a value or a problem, and its line is one line."""
    file = parse_yaml(PATH, data)

    assert all("\n" not in line for line in file.lines(file.problems))
    assert all(place >= (1, 1) for place in (problem.place for problem in file.problems))


@given(st.dictionaries(st.text("abc", min_size=1), st.lists(st.text("ab: #-'\"é\n"), max_size=3), max_size=3))
def test_reads_what_others_write(value: dict[str, list[str]]) -> None:
    """What another program writes as quoted YAML comes back."""
    yaml = YAML(typ="safe", pure=True)
    yaml.default_style = '"'  # type: ignore[assignment]
    out = io.StringIO()
    yaml.dump(value, out)

    assert parse_yaml(PATH, out.getvalue().encode()).root == value
