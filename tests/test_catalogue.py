"""The contract that every check keeps, and the catalogue with its plug-ins."""

import inspect
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from babel.messages.pofile import read_po
from lxml import etree
from pydantic import TypeAdapter

import webaudit.checks
from tests.evidence import SITE, exchange, page
from webaudit.checks import catalogue
from webaudit.extract.html import read_page
from webaudit.model.check import AnyCheck
from webaudit.model.finding import Outcome, Verdict
from webaudit.model.page import Page
from webaudit.model.record import Failure

ROOT = Path(__file__).parent.parent
CHECKS = catalogue().checks
PAGE_CHECKS = [check for check in CHECKS if check.page]

every_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
every_page_check = pytest.mark.parametrize("check", PAGE_CHECKS, ids=lambda check: check.id)

_EXAMPLE = re.compile(
    r"^(?P<outcome>Passed|Failed|CantTell)(?: \((?P<codes>[^)]*)\))?:\n"
    r"    ```(?P<language>html|json)\n(?P<text>.*?)\n    ```$",
    re.MULTILINE | re.DOTALL,
)
_OUTCOMES = {"Passed": Outcome.PASSED, "Failed": Outcome.FAILED, "CantTell": Outcome.CANT_TELL}
_ADDRESS = re.compile(r"<!-- (https?://\S+) -->")
"""Where a page of an example stands, if that matters: its first line."""
_BRACES = re.compile(r"\{\w+\}")


class Example(NamedTuple):
    """One piece of evidence out of a manual, and what the check is said to say of it.

    Attributes:
        code: empty if the heading names none.
        evidence: HTML, or a record by the name of each parameter.
    """

    outcome: Outcome
    code: str
    evidence: str | dict[str, Any]


def examples(check: AnyCheck) -> Iterator[Example]:
    """The examples of a manual; a heading with several codes has one JSON document for each, in order."""
    for match in _EXAMPLE.finditer(check.manual):
        codes = [code.strip() for code in (match["codes"] or "").split(",")]
        documents: list[str | dict[str, Any]] = (
            [inspect.cleandoc(match["text"])]
            if match["language"] == "html"
            else list(_documents(match["text"]))
        )
        assert len(codes) == len(documents), f"{check.id}: {match['outcome']} ({match['codes']})"
        for code, document in zip(codes, documents, strict=True):
            yield Example(_OUTCOMES[match["outcome"]], code, document)


def _documents(text: str) -> Iterator[dict[str, Any]]:
    """JSON documents that stand one after the other."""
    decoder, text = json.JSONDecoder(), text.strip()
    while text:
        document, end = decoder.raw_decode(text)
        yield document
        text = text[end:].strip()


def example_page(html: str) -> Page:
    """The page of an example, at the address that its first line names."""
    address = _ADDRESS.match(html)
    return page(html, url=address[1] if address else SITE)


def ask(check: AnyCheck, evidence: str | Mapping[str, Any]) -> list[Verdict]:
    """What a check says of an example."""
    if isinstance(evidence, str):
        return list(check(example_page(evidence)))
    records = {}
    for need in check.needs:
        kind: Any = need.record | Failure if need.judges_failure else need.record
        # What an example leaves out is a record of nothing.
        records[need.name] = TypeAdapter(kind).validate_python(evidence.get(need.name, {}))
    return list(check(**records))


@cache
def said(check: AnyCheck) -> tuple[tuple[Example, tuple[Verdict, ...]], ...]:
    """Every example with what the check says of it."""
    return tuple((example, tuple(ask(check, example.evidence))) for example in examples(check))


def paragraphs(check: AnyCheck) -> list[str]:
    """The paragraphs of a manual that are prose."""
    return [
        part for part in check.manual.split("\n\n") if not re.match(r"(?:Passed|Failed|CantTell)\b", part)
    ]


def texts(check: AnyCheck) -> list[str]:
    """All that a user reads of a check."""
    messages = [verdict.message for _, verdicts in said(check) for verdict in verdicts if verdict.message]
    return list(dict.fromkeys((check.title, check.remedy, *paragraphs(check), *messages)))


TRANSLATIONS = {
    str(message.id): str(message.string)
    for path in sorted((ROOT / "src").rglob("*.po"))
    for message in read_po(BytesIO(path.read_bytes()), abort_invalid=True)
    if message.id and message.string and not message.fuzzy
}


@every_check
def test_one_name(check: AnyCheck) -> None:
    """Id, function, file, folder and test file carry one name."""
    name = check.id.replace("-", "_")
    place = Path(inspect.getfile(check.function)).relative_to(Path(webaudit.checks.__path__[0]))

    assert re.fullmatch(r"[a-z]+[0-9]*(?:-[a-z]+)*", check.id)
    assert not check.id.startswith("no-")
    assert check.function.__name__ == name
    assert place.as_posix() == f"{check.category.value}/{name}.py"
    assert (ROOT / "tests" / "checks" / check.category.value / f"test_{name}.py").is_file()


@every_check
def test_metadata(check: AnyCheck) -> None:
    """A check cites a norm, says since when it exists, and ends its remedy as a sentence."""
    assert check.sources
    assert all(source.standard and source.title for source in check.sources)
    assert re.fullmatch(r"\d+\.\d+\.\d+", check.since)
    assert check.remedy.endswith(".")
    assert not check.title.endswith(".")


@every_check
def test_manual(check: AnyCheck) -> None:
    """The manual says why, and then target, expectation and limits, each once and in this order."""
    body = "\n\n".join(paragraphs(check))
    heads = re.findall(r"^(Target|Expectation|Limits): ", body, re.MULTILINE)

    assert heads == ["Target", "Expectation", "Limits"]
    assert len(body.partition("\nTarget: ")[0]) > 60


@every_check
def test_examples(check: AnyCheck) -> None:
    """Each example of the manual gets the outcome, and the code, that its heading claims."""
    claimed = [(example.outcome, example.code) for example, _ in said(check)]
    given = [
        {(verdict.outcome, verdict.code if example.code else "") for verdict in verdicts}
        for example, verdicts in said(check)
    ]

    assert given == [{claim} for claim in claimed]


@every_check
def test_both_outcomes_have_an_example(check: AnyCheck) -> None:
    """The manual shows what passes and what fails."""
    assert {Outcome.PASSED, Outcome.FAILED} <= {example.outcome for example, _ in said(check)}


@every_check
def test_every_code_has_an_example(check: AnyCheck) -> None:
    """No code stands in the source that the manual does not show: what users read is collected from it."""
    source = inspect.getsource(sys.modules[check.function.__module__])
    written = set(
        re.findall(
            r"(?:failed|cant_tell|passed)\(\s*[^\"()]*(?:\([^()]*\))?[^\"()]*,\s*\"([a-z-]+)\"", source
        )
    )
    shown = {verdict.code for _, verdicts in said(check) for verdict in verdicts}

    assert sorted(written - shown) == []


@every_check
def test_messages_are_filled(check: AnyCheck) -> None:
    """Every brace of a message has its value; what is failed or undecided has a code and a message."""
    for _, verdicts in said(check):
        for verdict in verdicts:
            assert {brace[1:-1] for brace in _BRACES.findall(verdict.message)} <= set(verdict.values)
            assert (verdict.code and verdict.message) or verdict.outcome is Outcome.PASSED


@every_check
def test_texts_are_in_indonesian(check: AnyCheck) -> None:
    """Title, remedy, manual and messages stand in both languages, with equal placeholders."""
    missing = [text for text in texts(check) if text not in TRANSLATIONS]
    uneven = [
        text
        for text in texts(check)
        if text in TRANSLATIONS
        and sorted(_BRACES.findall(text)) != sorted(_BRACES.findall(TRANSLATIONS[text]))
    ]

    assert missing == []
    assert uneven == []


@every_check
def test_repeatable(check: AnyCheck) -> None:
    """Asked twice, a check says the same."""
    for example, verdicts in said(check):
        if not isinstance(example.evidence, str):
            assert tuple(ask(check, example.evidence)) == verdicts
        else:
            shared = example_page(example.evidence)

            assert list(check(shared)) == list(check(shared))


@every_page_check
def test_tree_is_left_alone(check: AnyCheck) -> None:
    """A page check leaves the shared tree as it found it."""
    for example in examples(check):
        assert isinstance(example.evidence, str)
        shared = example_page(example.evidence)
        before = etree.tostring(shared.root)
        list(check(shared))

        assert etree.tostring(shared.root) == before


HOSTILE = {
    "empty": b"",
    "comment alone": b"<!-- nothing else -->",
    "binary": bytes(range(256)) * 40,
    "10 MB": b"<p>" + b"lorem " * 1_700_000,
    "1.5 million open tags": b"<b>" * 1_500_000,
    "100,000 attributes": b"<p " + b"".join(b'a%d="x" ' % number for number in range(100_000)) + b">",
    "20,000 images": b'<img src=a aria-labelledby="x y">' * 20_000,
    "one word without end": b"<title>" + b"s l o t " * 50_000 + b"</title><p>" + b"slot gacor " * 50_000,
    "styles without end": b'<p style="left:%s">x</p>' % (b"-" * 20_000) + b'<i style="opacity:0">y' * 5_000,
    "lone surrogates and controls": "<title>\udc80\x00\u202e</title>".encode("utf-8", "surrogatepass"),
}


@cache
def hostile(name: str) -> Page | None:
    """A hostile body, read once for all checks."""
    return read_page(exchange(HOSTILE[name], url=SITE))


@every_page_check
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_bodies(check: AnyCheck, name: str) -> None:
    """Whatever a server sends, a check ends and raises nothing."""
    read = hostile(name)
    for verdict in check(read) if read else ():
        assert isinstance(verdict, Verdict)


def test_order() -> None:
    """The catalogue is in the order of ids, each once, and has no warnings of its own."""
    ids = [check.id for check in CHECKS]

    assert ids == sorted(set(ids))
    assert catalogue().warnings == ()


def test_every_file_is_a_check() -> None:
    """All files of the category folders are in the catalogue."""
    folder = Path(webaudit.checks.__path__[0])
    names = {path.stem for path in folder.glob("*/*.py") if path.stem != "__init__"}

    assert names == {check.id.replace("-", "_") for check in CHECKS}


@pytest.fixture(scope="session")
def plugins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example package and two that can not be used, installed for real."""
    target = tmp_path_factory.mktemp("plugins")
    for name in ("good", "broken", "newer"):
        source = Path(__file__).parent / "plugin_example" / name
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"),
                *("--no-index", "--disable-pip-version-check", "--target", str(target), str(source)),
            ],
            check=True,
            capture_output=True,
        )
    return target


@pytest.fixture(scope="session")
def with_plugins(plugins: Path) -> dict[str, Any]:
    """The catalogue as a process sees it that has the plug-ins on its path."""
    code = (
        "import json; from webaudit.checks import catalogue; c = catalogue();"
        "print(json.dumps({'checks': [k.id for k in c.checks], 'warnings': c.warnings}))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(plugins), "PATH": ""},
    )
    answer: dict[str, Any] = json.loads(found.stdout)
    return answer


def test_plugin_adds_a_check(with_plugins: dict[str, Any]) -> None:
    """An installed package with an entry point `webaudit.checks` and API 1 adds its check to all others."""
    assert sorted({*with_plugins["checks"]} - {check.id for check in CHECKS}) == ["language-switch"]
    assert with_plugins["checks"] == sorted(with_plugins["checks"])


@pytest.mark.parametrize(
    ("plugin", "why"),
    [
        ("broken (webaudit-broken-plugin 0.1)", "ModuleNotFoundError: No module named 'does_not_exist'"),
        ("newer (webaudit-newer-plugin 0.1)", "ValueError: written for API 2, this is API 1"),
        ("example (webaudit-example-plugin 0.1)", "check page-title left out: the id is taken"),
    ],
)
def test_unusable_plugin_is_a_named_warning(with_plugins: dict[str, Any], plugin: str, why: str) -> None:
    """What can not be used is named, with the reason, and everything else works."""
    (warning,) = [warning for warning in with_plugins["warnings"] if plugin in warning]

    assert why in warning
