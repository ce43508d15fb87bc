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
    *("audit", "page", "capture", "assess", "report", "recheck", "verify"),
    *("seal", "merge", "checks", "explain", "validate", "init", "demo"),
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
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "indonesian", "english"),
    [
        pytest.param(
            ("nope",),
            "tidak ada perintah nope; lihat webaudit --help",
            "there is no command nope; see webaudit --help",
            id="unknown command",
        ),
        pytest.param(
            ("audit", "--max-page", "3"),
            "tidak ada opsi --max-page: mungkin maksudnya --max-pages?; lihat webaudit audit --help",
            "there is no option --max-page: did you mean --max-pages?; see webaudit audit --help",
            id="unknown option",
        ),
        pytest.param(
            ("audit", "--max-pages", "0"),
            "--max-pages (WEBAUDIT_MAX_PAGES): tulis 1 atau lebih; lihat webaudit audit --help",
            "--max-pages (WEBAUDIT_MAX_PAGES): write 1 or more; see webaudit audit --help",
            id="too little",
        ),
        pytest.param(
            ("audit", "--jobs", "two"),
            "--jobs (WEBAUDIT_JOBS): tulis bilangan bulat; lihat webaudit audit --help",
            "--jobs (WEBAUDIT_JOBS): write a whole number; see webaudit audit --help",
            id="no number",
        ),
        pytest.param(
            ("checks", "--format", "x"),
            "--format: tidak ada x: tulis salah satu dari text, json; lihat webaudit checks --help",
            "--format: there is no x: write one of text, json; see webaudit checks --help",
            id="no such choice",
        ),
        pytest.param(
            ("explain",),
            "PEMERIKSAAN belum ditulis; lihat webaudit explain --help",
            "CHECK is missing; see webaudit explain --help",
            id="argument missing",
        ),
        pytest.param(
            ("merge", "x"),
            "opsi --into belum ditulis; lihat webaudit merge --help",
            "the option --into is missing; see webaudit merge --help",
            id="option missing",
        ),
        pytest.param(
            ("audit", "--rate"),
            "--rate: nilainya belum ditulis; lihat webaudit audit --help",
            "--rate: the value is missing; see webaudit audit --help",
            id="value missing",
        ),
        pytest.param(
            ("audit", "--quiet=1"),
            "--quiet: tidak memakai nilai; lihat webaudit audit --help",
            "--quiet: takes no value; see webaudit audit --help",
            id="value too many",
        ),
        pytest.param(
            ("audit", "a", "b"),
            "yang ditulis terlalu banyak: b; lihat webaudit audit --help",
            "more than expected: b; see webaudit audit --help",
            id="argument too many",
        ),
    ],
)
def test_a_mistake_is_told_in_the_users_language(
    arguments: tuple[str, ...], indonesian: str, english: str, tmp_path: Path
) -> None:
    """What the parser says in English alone is said in the language that is asked for, without LANG."""
    for lang, said in (("id", indonesian), ("en", english)):
        env = {"PATH": os.environ["PATH"], "WEBAUDIT_LANG": lang}
        done = webaudit(*arguments, env=env, cwd=tmp_path)

        assert (done.returncode, done.stderr) == (2, f"{said}\n")


def test_help_has_no_english_frame() -> None:
    """Headings, names of values and types are Indonesian too; no type is shown by its name in Python."""
    for command in COMMANDS:
        shown = webaudit(command, "--help", env={**os.environ, "WEBAUDIT_LANG": "id"}).stdout

        assert "Pemakaian: webaudit" in shown
        assert not re.search(
            r"Usage|OPTIONS|Options|Arguments|default:|<\w+( range)?>|MINUTES|\bDIR\b", shown
        )


def test_the_command_alone_shows_its_help() -> None:
    """Without a word it says what it can do, with the code of wrong usage."""
    done = webaudit()

    assert done.returncode == 2
    assert "Usage: webaudit" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


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
