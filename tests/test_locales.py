"""Every text has its Indonesian, and Words fills, counts and dates as people of that language do."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from webaudit.locales import Words, marked
from webaudit.model.errors import Message
from webaudit.model.record import FailureReason, Stage
from webaudit.model.report import GateState, SiteStatus, WaiverState
from webaudit.render import labels

ROOT = Path(__file__).parent.parent
MARKS = {"words", "_words", "marked", "Message"}
"""Functions and methods whose first argument is a text to translate."""

ID, EN = Words("id"), Words("en")


def keys(path: Path) -> Iterator[tuple[str, int]]:
    """The texts that a module marks, given literally or by a name that is bound to one, with their lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bound = {
        target.id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str)
    }
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and node.args):
            continue
        name = ast.unparse(node.func).rpartition(".")[2]
        match node.args[0]:
            case ast.Constant(value=str(text)) if name in MARKS:
                yield text, node.lineno
            case ast.Name(id=variable) if name in MARKS and variable in bound:
                yield bound[variable], node.lineno


KEYS = sorted(
    (text, f"{path.relative_to(ROOT)}:{line}")
    for folder in ("src", "docs")
    for path in sorted((ROOT / folder).rglob("*.py"))
    for text, line in keys(path)
)

TRANSLATIONS = {
    str(message.id): str(message.string)
    for path in sorted((ROOT / "src").rglob("*.po"))
    for message in read_po(BytesIO(path.read_bytes()), abort_invalid=True)
    if message.id and message.string and not message.fuzzy
}


def placeholders(text: str) -> list[str]:
    """The names in braces, in alphabetical order."""
    return sorted(set(re.findall(r"\{(\w*)\}", text)))


def test_every_text_has_its_indonesian() -> None:
    """No English text of the program is left untranslated, but those that hold no word."""
    missing = {
        f"{place}: {text}"
        for text, place in KEYS
        if text not in TRANSLATIONS and re.search(r"[A-Za-z]", re.sub(r"\{\w*\}", "", text))
    }

    assert sorted(missing) == []


def test_placeholders_are_equal() -> None:
    """A translation fills the same values, none more and none less."""
    unequal = [key for key, text in TRANSLATIONS.items() if placeholders(key) != placeholders(text)]

    assert unequal == []


def test_placeholders_are_plain() -> None:
    """A text names its values and nothing else: no format, no attribute, no conversion."""
    odd = [key for key in TRANSLATIONS if re.search(r"\{[^{}]*[^\w{}][^{}]*\}", key)]

    assert odd == []


def test_compiled_catalogues_are_fresh() -> None:
    """What is read at run time says the same as what translators edit."""
    stale = [key for key, text in TRANSLATIONS.items() if ID(key) != Words("en")(text)]

    assert stale == [], "run `make generated`"


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (labels.STATUS, SiteStatus),
        (labels.REASON, FailureReason),
        (labels.STAGE, Stage),
        (labels.GATE_STATE, GateState),
        (labels.WAIVER_STATE, WaiverState),
    ],
)
def test_every_code_has_a_label(table: dict[str, str], codes: type[FailureReason]) -> None:
    """A code of the model is never shown bare."""
    assert set(table) == set(codes)


def test_help_is_translated() -> None:
    """The help of every command and option is there in Indonesian."""
    import typer

    from webaudit.cli.app import app

    def texts(command: Any) -> Iterator[str]:
        yield command.help or ""
        yield from (getattr(parameter, "help", None) or "" for parameter in command.params)
        for below in getattr(command, "commands", {}).values():
            yield from texts(below)

    missing = [text for text in texts(typer.main.get_command(app)) if text and text not in TRANSLATIONS]

    assert missing == []


# --- Filling ---


def test_values_are_never_a_format() -> None:
    """Braces and percent signs in a value are text; a missing value leaves its name."""
    assert EN("links to {text}", text="{0} %s {x}") == "links to {0} %s {x}"
    assert EN("links to {text}") == "links to {text}"
    assert EN("{{braces}} {x}", x=1) == "{braces} 1"
    assert EN('{"home": {}}') == '{"home": {}}'


@given(st.text(), st.text())
def test_any_text_can_be_filled(message: str, value: str) -> None:
    """No message and no value makes it fail."""
    ID(message, x=value)
    ID("{x}", x=value)

    assert ID("") == ""


def test_a_message_is_said_with_its_values() -> None:
    """An error that was written in English is told in Indonesian, and what stands in it too."""
    inner = Message("it is no JSON")
    outer = Message("{path}: damaged: {why}", path="run.json", why=inner)

    assert ID.say(outer) == "run.json: rusak: bukan JSON"
    assert EN.say(outer) == "run.json: damaged: it is no JSON"
    assert ID.say("failed") == "gagal"


def test_numbers_in_sentences() -> None:
    """A fraction has the comma of its language; years and codes are not grouped."""
    assert ID("{x} {y} {z}", x=3.5, y=2026, z=True) == "3,5 2026 True"
    assert EN("{x} {y}", x=3.0, y=0.1 + 0.2) == "3 0.3"


@pytest.mark.parametrize(
    ("value", "places", "indonesian", "english"),
    [
        (83.25, 1, "83,3", "83.3"),
        (1234.5, 0, "1.235", "1,235"),
        (1_234_567, 0, "1.234.567", "1,234,567"),
        (0.125, 2, "0,13", "0.13"),
        (-0.04, 1, "0,0", "0.0"),
        (None, 1, "–", "–"),
        (float("nan"), 1, "–", "–"),
        (float("inf"), 1, "–", "–"),
    ],
)
def test_number(value: float | None, places: int, indonesian: str, english: str) -> None:
    """Numbers are rounded as people round, and written with the signs of the language."""
    assert ID.number(value, places) == indonesian
    assert EN.number(value, places) == english


def test_dates() -> None:
    """Months are words; a moment names its zone."""
    at = datetime(2026, 8, 17, 3, 5, tzinfo=UTC)

    assert ID.date(date(2026, 11, 24)) == "24 November 2026"
    assert ID.moment(at) == "17 Agustus 2026 pukul 10.05 WIB"
    assert EN.moment(at, "Asia/Jayapura") == "17 August 2026, 12:05 WIT"
    assert ID.moment(at.replace(tzinfo=None), "no/zone") == "17 Agustus 2026 pukul 03.05 UTC"


def test_rubric_text() -> None:
    """A rubric brings its own languages; any is better than none."""
    assert ID.text({"id": "Situs", "en": "Site"}) == "Situs"
    assert EN.text({"id": "Situs"}) == "Situs"
    assert ID.text({}) == ""


def test_unknown_language() -> None:
    """Only the languages that there are."""
    with pytest.raises(ValueError, match="no language 'fr', only id, en"):
        Words("fr")  # type: ignore[arg-type]


def test_marked_changes_nothing() -> None:
    """A marked text is the text."""
    assert marked("text") == "text"
