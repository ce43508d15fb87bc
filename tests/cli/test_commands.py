"""The command line as a user meets it: help, errors, exit codes."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Audited, webaudit

COMMANDS = (
    *("audit", "page", "capture", "assess", "report", "verify"),
    *("merge", "checks", "explain", "validate", "init", "demo"),
)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_command_has_help_with_an_example(command: str, lang: str) -> None:
    """`--help` says what a command does, in both languages, with an example to copy."""
    done = webaudit(command, "--help", "--lang", lang, env={**os.environ, "COLUMNS": "100"})

    assert done.returncode == 0
    assert f"webaudit {command}" in done.stdout
    assert ("Contoh" if lang == "id" else "Examples") in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param(("audit", "missing.yaml"), 2, "missing.yaml", id="no list"),
        pytest.param(("audit", "--nonsense"), 2, "--nonsense", id="unknown option"),
        pytest.param(("page",), 2, "no address", id="no address"),
        pytest.param(("explain", "page-langage"), 2, "did you mean page-language", id="misspelt check"),
        pytest.param(("assess", "nowhere"), 2, "nowhere", id="no run"),
        pytest.param(
            ("page", "https://x.example/", "--resolve", "x.example"), 2, "HOST:ADDRESS", id="bad resolve"
        ),
        pytest.param(("page", "https://x.example/", "--select", "nope"), 2, "nope", id="unknown check"),
        pytest.param(("page", "https://x.example/", "--fail-on", "nope"), 2, "nope", id="unknown threshold"),
        pytest.param(
            ("page", "https://x.example/", "--json", "no/such/x.json"), 3, "no/such/x.json", id="no folder"
        ),
        pytest.param(("page", "https://x.example/", "--lang", "fr"), 2, "fr", id="unknown language"),
    ],
)
def test_a_mistake_gets_one_clear_line(
    arguments: tuple[str, ...], code: int, said: str, tmp_path: Path
) -> None:
    """What, where, what to write instead; the right exit code; no traceback."""
    done = webaudit(*arguments, cwd=tmp_path)

    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_init_then_validate(tmp_path: Path) -> None:
    """What `init` writes is in order, in both languages, and never overwrites a file."""
    for lang in ("id", "en"):
        assert webaudit("init", f"{lang}.yaml", "--lang", lang, cwd=tmp_path).returncode == 0
        assert webaudit("validate", f"{lang}.yaml", cwd=tmp_path).returncode == 0

    assert webaudit("init", "id.yaml", cwd=tmp_path).returncode == 2


def test_the_list_of_this_repository_is_in_order() -> None:
    """sites.yaml at the top level validates without a word of warning."""
    done = webaudit("validate", Path(__file__).parents[2] / "sites.yaml")

    assert done.returncode == 0
    assert done.stderr == ""


def test_checks_as_json() -> None:
    """The catalogue is data: at least three checks for each of the five categories."""
    checks = json.loads(webaudit("checks", "--format", "json").stdout)

    for category in ("uptime", "https", "accessibility", "freshness", "services"):
        assert sum(check["category"] == category for check in checks) >= 3


def test_explain_prints_the_manual() -> None:
    """The manual, the norm, the points and the repair, in both languages."""
    english = webaudit("explain", "page-language", "--lang", "en").stdout
    indonesian = webaudit("explain", "page-language", "--lang", "id").stdout

    assert "screen reader" in english
    assert "3.1.1" in english
    assert "pembaca layar" in indonesian.lower()
    assert "20" in english


def test_shell_completion_is_there() -> None:
    """The shell can be told to complete commands and options."""
    done = webaudit(
        "--show-completion", "bash", env={**os.environ, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    )

    assert "_WEBAUDIT_COMPLETE" in done.stdout


@pytest.mark.network
@pytest.mark.parametrize("form", ["terminal", "json", "csv", "csv-sites", "markdown"])
def test_a_stored_run_in_every_form(audited: Audited, form: str, tmp_path: Path) -> None:
    """Each form goes to a file as to standard output, without escape codes."""
    printed = webaudit("report", audited.run, "--format", form)
    file = tmp_path / "out"
    written = webaudit("report", audited.run, "--format", form, "--out", file)

    assert printed.returncode == written.returncode == 0
    assert printed.stdout.strip()
    assert "\x1b" not in printed.stdout
    assert "\x1b" not in file.read_text("utf-8")
    if form == "json":
        assert json.loads(printed.stdout) == json.loads(file.read_text("utf-8"))


def test_two_rubrics_score_one_run(audited: Audited) -> None:
    """The award's rubric weighs the evidence that was captured for another; what no check decides is open."""
    core = json.loads(webaudit("report", audited.run, "--format", "json").stdout)
    award = json.loads(
        webaudit("report", audited.run, "--format", "json", "--rubric", "award-jabar-2026").stdout
    )

    assert (core["rubric"]["id"], award["rubric"]["id"]) == ("core", "award-jabar-2026")
    assert [site["findings"][0]["check"] for site in core["sites"]] == [
        site["findings"][0]["check"] for site in award["sites"]
    ]
    for site in award["sites"]:
        (uptime,) = (c for part in site["sections"] for c in part["criteria"] if c["id"] == "F1")

        assert (uptime["points"], uptime["open_points"]) == (0, uptime["max_points"])
    assert {gate["id"] for gate in award["rubric"]["gates"]} >= {"gate-domain", "gate-leak", "gate-alive"}


def test_the_version() -> None:
    """`--version` prints name and version."""
    assert re.fullmatch(r"webaudit \d+\.\d+\.\d+\n", webaudit("--version").stdout)


def test_help_loads_nothing_heavy() -> None:
    """What only some commands need is imported when they need it, so that the command starts at once."""
    heavy = (
        "lxml",
        "pydantic",
        "httpx",
        "aiohttp",
        "cryptography",
        "webaudit.model.report",
        "webaudit.pipeline",
    )
    script = (
        "import sys\nfrom webaudit.cli.app import run\nrun(['--help'], 'id')\n"
        f"print(*(name for name in {heavy} if name in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stderr.split() == []
