"""`webaudit audit` from the outside: cron, locks, interruption, resumption, thresholds, pages."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import WEBAUDIT, Audited, webaudit
from webaudit.demo.server import Province
from webaudit.store.lock import lock

pytestmark = pytest.mark.network

QUICK = ("--rate", "0", "--max-pages", "4")


@pytest.fixture(scope="module")
def province() -> Iterator[Province]:
    """The example province on loopback."""
    with Province() as served:
        yield served


@pytest.fixture
def reach(province: Province) -> list[str]:
    """The options that lead to the province."""
    options = ["--ca-bundle", str(province.ca_bundle)]
    for route in province.routes:
        options += ["--resolve", f"{route.host}:{route.port}:{route.address}:{route.to_port}"]
    return options


def test_quiet_says_nothing_when_all_is_well(province: Province, reach: list[str], tmp_path: Path) -> None:
    """Run by cron without terminal, HOME or LANG, a good site gives no output, exit code 0 and the report."""
    done = webaudit(
        *("audit", province.sites_file, "--only", "diskominfo", "--quiet", "--json", "report.json"),
        *QUICK,
        *reach,
        env={"PATH": os.environ["PATH"]},
        cwd=tmp_path,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (site,) = json.loads((tmp_path / "report.json").read_text("utf-8"))["sites"]
    assert site["status"] == "reachable"


def test_quiet_says_a_line_for_each_trouble(province: Province, reach: list[str], tmp_path: Path) -> None:
    """A dead site beside a good one is one line that names it."""
    dead = next(id for id, truth in province.truth.items() if "home-answers" in truth.fails)
    done = webaudit(
        *("audit", province.sites_file, "--only", dead, "--only", "diskominfo", "--quiet"),
        *QUICK,
        *reach,
        cwd=tmp_path,
    )

    assert done.returncode == 0
    assert dead in done.stderr
    assert all(line.startswith(f"{dead}: ") for line in done.stderr.splitlines())


def test_json_on_standard_output_is_alone(province: Province, reach: list[str], tmp_path: Path) -> None:
    """`--json -` gives data on standard output, and nothing else there."""
    done = webaudit(
        *("audit", province.sites_file, "--only", "diskominfo", "--json", "-"), *QUICK, *reach, cwd=tmp_path
    )

    assert json.loads(done.stdout)["sites"][0]["id"] == "diskominfo"


def test_thresholds_give_exit_code_1(province: Province, reach: list[str], tmp_path: Path) -> None:
    """The report is written, and the code says that a threshold was missed."""
    stale = next(id for id, truth in province.truth.items() if "copyright-year" in truth.fails)
    done = webaudit(
        *(
            "audit",
            province.sites_file,
            "--only",
            stale,
            "--quiet",
            "--fail-on",
            "freshness",
            "--fail-under",
            "1",
            "--json",
            "x.json",
            *("--format", "junit", "--format", "xlsx", "--out", "reports"),
        ),
        *QUICK,
        *reach,
        cwd=tmp_path,
    )
    written = {path.name for path in (tmp_path / "reports").iterdir()}

    assert done.returncode == 1
    assert (tmp_path / "x.json").exists()
    assert written == {"junit.xml", "report.xlsx"}


def test_thresholds_of_pages(province: Province, reach: list[str], tmp_path: Path) -> None:
    """`page` takes the same thresholds and forms as `audit`."""
    url = "https://diskominfo.contohprov.example/"
    for threshold, code in (("critical", 0), ("minor", 0), ("nope", 2)):
        done = webaudit(
            *("page", url, "--format", "sarif", "--fail-on", threshold, "--rate", "0"), *reach, cwd=tmp_path
        )

        assert done.returncode == code
        assert done.stdout.startswith('{\n "$schema"') == (code == 0)


def test_the_environment_sets_what_the_command_does_not(
    province: Province, reach: list[str], tmp_path: Path
) -> None:
    """Command beats environment beats default."""
    env = {**os.environ, "WEBAUDIT_MAX_PAGES": "2", "WEBAUDIT_RATE": "0"}
    only = ("audit", str(province.sites_file), "--only", "diskominfo", "--quiet", "--json", "-", *reach)

    by_environment = webaudit(*only, env=env, cwd=tmp_path)
    by_command = webaudit(*only, "--max-pages", "3", "--run", "other", env=env, cwd=tmp_path)

    assert json.loads(by_environment.stdout)["sites"][0]["crawl"]["pages"] == 2
    assert json.loads(by_command.stdout)["sites"][0]["crawl"]["pages"] == 3


def test_a_second_audit_of_the_list_is_refused(province: Province, reach: list[str], tmp_path: Path) -> None:
    """While one audit runs, another of the same list ends with code 4 and says why."""
    command = [WEBAUDIT, "audit", str(province.sites_file), "--quiet", "--max-pages", "10", *reach]
    first = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL)
    try:
        _wait_for(lambda: list(tmp_path.glob("runs/*/snapshots/*/*.part")))
        second = webaudit(*command[1:], cwd=tmp_path)
    finally:
        first.terminate()
        first.wait()

    assert second.returncode == 4
    assert len(second.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["SIGINT", "SIGTERM"]
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted_then_resumed(
    province: Province, reach: list[str], tmp_path: Path, number: signal.Signals, code: int, jobs: str
) -> None:
    """A signal ends the run without a traceback; --resume goes on and makes a whole report."""
    only = ("--only", "diskominfo", "--only", "dinkes")
    command = [WEBAUDIT, "audit", str(province.sites_file), "--quiet", "--max-pages", "6", "--rate", "2"]
    process = subprocess.Popen(
        [*command, *only, "--jobs", jobs, *reach], cwd=tmp_path, stderr=subprocess.PIPE, text=True
    )
    _wait_for(lambda: list(tmp_path.glob("runs/*/snapshots/*/*.part")))
    time.sleep(0.5)
    process.send_signal(number)
    _, said = process.communicate(timeout=15)

    assert process.returncode == code
    assert "Traceback" not in said
    resumed = webaudit("audit", "--resume", "--quiet", "--json", "report.json", cwd=tmp_path)
    assert resumed.returncode == 0, resumed.stderr
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert len(report["sites"]) == 2
    assert len(report["run"]["gaps"]) == 1


def test_an_outage_of_ours_is_told(tmp_path: Path) -> None:
    """If no site at all can be reached, none is blamed: untested, exit code 3, one line."""
    (tmp_path / "sites.yaml").write_text("- http://a.invalid/\n- http://b.invalid/\n")
    done = webaudit("audit", "--quiet", "--json", "report.json", "--rate", "0", cwd=tmp_path)

    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert done.returncode == 3
    assert {site["status"] for site in report["sites"]} == {"untested"}
    assert {site["reason"] for site in report["sites"]} == {"our-network"}
    assert "machine or its network" in done.stderr


def test_the_deadline_closes_what_is_under_way(province: Province, reach: list[str], tmp_path: Path) -> None:
    """After --deadline every site is in the report, and says that it was cut off."""
    done = webaudit(
        *("audit", province.sites_file, "--only", "diskominfo", "--quiet", "--json", "report.json"),
        *("--rate", "1", "--deadline", "0.05"),
        *reach,
        cwd=tmp_path,
    )

    assert done.returncode == 0
    (site,) = json.loads((tmp_path / "report.json").read_text("utf-8"))["sites"]
    assert "deadline" in site["crawl"]["limits_hit"]


def test_pages_as_given(province: Province, reach: list[str], tmp_path: Path) -> None:
    """`page` judges exactly the addresses given, spelled as given, from the command line and a file."""
    host = "diskominfo.contohprov.example"
    (tmp_path / "urls.txt").write_text(
        f"# a remark\nhttps://{host}/tidak-ada\nHTTPS://{host.upper()}/\n\nnonsense://x\n"
    )
    done = webaudit(*("page", host, "--from", "urls.txt", "--json", "-", "--rate", "0"), *reach, cwd=tmp_path)

    report = json.loads(done.stdout)
    assert [site["url"] for site in report["sites"]] == [
        host,
        f"https://{host}/tidak-ada",
        f"HTTPS://{host.upper()}/",
        "nonsense://x",
    ]
    assert [site["status"] for site in report["sites"]] == ["reachable", "degraded", "reachable", "invalid"]
    assert report["ranking"] == []
    assert list(tmp_path.iterdir()) == [tmp_path / "urls.txt"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_pages_with_a_folder_are_kept(
    province: Province, reach: list[str], tmp_path: Path, jobs: str
) -> None:
    """With --run the evidence is kept, and judged again it says the same."""
    url = "https://diskominfo.contohprov.example/"
    done = webaudit(
        *("page", url, "--json", "-", "--run", "kept", "--rate", "0", "--jobs", jobs), *reach, cwd=tmp_path
    )
    again = webaudit("assess", "kept", "--json", "-", cwd=tmp_path)

    assert done.stdout == again.stdout
    assert webaudit("verify", "kept", cwd=tmp_path).returncode == 0


def test_pages_by_several_processes_say_the_same(
    province: Province, reach: list[str], tmp_path: Path
) -> None:
    """--jobs moves nothing but the time of the run."""
    urls = [f"https://diskominfo.contohprov.example/{path}" for path in ("", "profil", "kontak")]
    reports = []
    for jobs in ("1", "2"):
        done = webaudit("page", *urls, "--json", "-", "--rate", "0", "--jobs", jobs, *reach, cwd=tmp_path)
        report = json.loads(done.stdout)
        del report["run"]
        for site in report["sites"]:
            del site["captured_at"]
        reports.append(report)

    assert reports[0] == reports[1]


def test_a_closed_pipe_does_not_lose_the_file(province: Province, reach: list[str], tmp_path: Path) -> None:
    """If nobody reads the scorecard, the JSON is still written, and no traceback appears."""
    command = [WEBAUDIT, "audit", str(province.sites_file), "--only", "diskominfo", "--json", "report.json"]
    process = subprocess.Popen(
        [*command, *QUICK, *reach], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    process.wait()

    assert process.returncode == 3
    assert "Traceback" not in said
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["sites"]


def _wait_for(condition: Callable[[], object], seconds: float = 30.0) -> None:
    """Waits until something is there."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError(f"it did not happen within {seconds} s ({sys.platform})")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_full_disk_is_one_line(province: Province, reach: list[str], tmp_path: Path, jobs: str) -> None:
    """No fault of a site's, no bug of ours: code 3, one line, no report."""
    command = [WEBAUDIT, "audit", str(province.sites_file), "--only", "diskominfo", "--only", "dinkes"]
    done = subprocess.run(
        ["sh", "-c", 'ulimit -f 30; exec "$@"', "sh", *command, *QUICK, *reach, "--jobs", jobs, "--quiet"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )

    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert ".part" in done.stderr


def test_resume_leaves_a_run_alone_that_is_being_made(audited: Audited, tmp_path: Path) -> None:
    """Who does not hold the lock writes no gap into the run."""
    run = tmp_path / "run"
    shutil.copytree(audited.run, run)
    facts = json.loads((run / "run.json").read_text("utf-8"))
    (run / "run.json").write_text(json.dumps({**facts, "finished_at": None}), "utf-8")
    before = (run / "run.json").read_bytes()
    with lock(run / "run.json"):
        refused = webaudit("audit", "--resume", run, "--quiet", cwd=tmp_path)

    assert refused.returncode == 4
    assert (run / "run.json").read_bytes() == before
