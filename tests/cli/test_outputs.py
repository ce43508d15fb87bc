"""The forms of a report: to standard output, to a folder, each apart from the others."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import WEBAUDIT, Audited, webaudit

pytestmark = pytest.mark.network

TEXTS = {
    "terminal": "report.txt",
    "json": "report.json",
    "markdown": "report.md",
    "csv-sites": "sites.csv",
    "csv-findings": "findings.csv",
    "csv-criteria": "criteria.csv",
    "csv-columns": "columns.csv",
    "junit": "junit.xml",
    "sarif": "report.sarif",
    "earl": "report.earl.json",
}
"""Format and file."""


@pytest.fixture(scope="module")
def run(audited: Audited, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the run, which no other process judges at the same time."""
    return Path(shutil.copytree(audited.run, tmp_path_factory.mktemp("outputs") / "run"))


ALL = [f"--format={form}" for form in (*TEXTS, "xlsx")]


@pytest.fixture(scope="module")
def files(run: Path) -> Path:
    """A folder with the run in every form."""
    out = run.parent / "new" / "reports"
    done = webaudit("report", run, *ALL, "--out", out)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return out


def test_every_form_is_a_file_that_is_named_after_it(files: Path) -> None:
    """The folder is made, and holds what was asked for, whole; nothing is printed."""
    assert {path.name for path in files.iterdir()} == {*TEXTS.values(), "report.xlsx"}


@pytest.mark.parametrize("form", TEXTS)
def test_standard_output_says_what_the_file_says(run: Path, files: Path, form: str) -> None:
    """One form of text can be piped on, without escape codes."""
    printed = webaudit("report", run, "--format", form)
    written = (files / TEXTS[form]).read_bytes().decode()

    assert printed.returncode == 0
    assert "\x1b" not in written
    assert printed.stdout.splitlines() == written.splitlines()


def test_csv_is_all_tables(run: Path, tmp_path: Path) -> None:
    """`csv` writes the four tables; on standard output, the findings."""
    webaudit("report", run, "--format", "csv", "--out", tmp_path)
    printed = webaudit("report", run, "--format", "csv").stdout

    assert {path.name for path in tmp_path.iterdir()} == {
        *("sites.csv", "findings.csv", "criteria.csv", "columns.csv")
    }
    assert printed.splitlines() == (tmp_path / "findings.csv").read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("--format", "xlsx"), "--out DIR", id="a workbook is no text"),
        pytest.param(("--format", "json", "--format", "junit"), "--out DIR", id="several without a folder"),
        pytest.param(
            ("--format", "csv", "--out", "findings.csv"), "name a folder", id="a file in place of it"
        ),
        pytest.param(("--format", "nope"), "nope", id="no such form"),
    ],
)
def test_what_does_not_fit_is_refused(
    run: Path, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """One clear line, code 2, and nothing is written."""
    done = webaudit("report", run, *arguments, cwd=tmp_path)

    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_two_on_standard_output_are_refused(run: Path, tmp_path: Path) -> None:
    """`--json -` and a form without a folder would write into each other."""
    done = webaudit("assess", run, "--json", "-", "--format", "markdown", cwd=tmp_path)

    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_an_output_that_fails_loses_no_other(run: Path, tmp_path: Path) -> None:
    """A folder stands where one file belongs: one line, code 3, and every other file is there."""
    (tmp_path / "report.md").mkdir()
    forms = [f"--format={form}" for form in ("markdown", "csv", "sarif")]
    done = webaudit("report", run, *forms, "--out", tmp_path)

    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert "report.md" in done.stderr
    assert json.loads((tmp_path / "report.sarif").read_text("utf-8"))
    assert (tmp_path / "sites.csv").stat().st_size > 0


def test_a_full_disk_loses_no_smaller_file(run: Path, tmp_path: Path) -> None:
    """What has no room is one line each and leaves the old file; what has room is whole."""
    (tmp_path / "report.sarif").write_text("old")
    command = [WEBAUDIT, "report", str(run), "--format", "sarif", "--format", "csv-sites"]
    done = subprocess.run(
        ["sh", "-c", 'ulimit -f 40; exec "$@"', "sh", *command, "--out", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.sarif", "sites.csv"]
    assert (tmp_path / "report.sarif").read_text() == "old"


def test_a_folder_that_can_not_be_made_loses_nothing_else(run: Path, tmp_path: Path) -> None:
    """A file stands where the folder belongs: that is known before any work."""
    (tmp_path / "taken").write_text("")
    done = webaudit("report", run, "--out", tmp_path / "taken" / "reports")

    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1


def test_files_beside_the_scorecard(run: Path, tmp_path: Path) -> None:
    """A command that judges prints its scorecard beside the files, and nothing with --quiet but troubles."""
    form = ("--format", "junit", "--out", tmp_path)
    loud = webaudit("assess", run, *form)
    quiet = webaudit("assess", run, *form, "--quiet")

    assert loud.stdout == webaudit("report", run).stdout
    assert quiet.stdout == ""
    assert (tmp_path / "junit.xml").exists()


def test_same_run_same_bytes(run: Path, files: Path, tmp_path: Path) -> None:
    """Every file of a run is the same whenever it is written."""
    webaudit("report", run, *ALL, "--out", tmp_path)

    for path in files.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(("--fail-under", "0"), 0, id="no value is below 0"),
        pytest.param(("--fail-under", "99.9"), 1, id="a value is below"),
        pytest.param(("--fail-on", "minor"), 1, id="this severity or a worse one"),
        pytest.param(("--fail-on", "services"), 1, id="a category"),
        pytest.param(("--fail-on", "nope"), 2, id="no such check"),
    ],
)
def test_thresholds_are_the_same_everywhere(
    run: Path, tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    """The files are written, and the code tells whether a threshold was missed."""
    for command in ("report", "assess"):
        out = tmp_path / command
        done = webaudit(command, run, *arguments, "--format", "csv-sites", "--out", out)

        assert done.returncode == code
        assert out.exists() == (code < 2)
