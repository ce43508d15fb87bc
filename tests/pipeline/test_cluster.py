"""A Dask cluster judges as this machine does, to the byte."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Audited, webaudit
from tests.pipeline.test_workers import job
from webaudit.model.errors import SettingError
from webaudit.pipeline.cluster import check, each_on
from webaudit.pipeline.workers import Died

# A cluster takes its time to start, and each report is made anew.
pytestmark = [pytest.mark.network, pytest.mark.timeout(300)]

CLUSTER = Path(__file__).with_name("dask_cluster.py")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The scheduler of a real cluster of two workers."""
    process = subprocess.Popen(
        [sys.executable, str(CLUSTER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        # Its workers load what a test asks them to run.
        env={**os.environ, "PYTHONPATH": str(CLUSTER.parents[2])},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.stdin.close()
        process.stdout.close()
        process.wait(60)


def test_same_bytes(address: str, audited: Audited, tmp_path: Path) -> None:
    """From one stored run the cluster gives the report that one process gives, and two."""
    reports = []
    for number, options in enumerate((("--jobs", "1"), ("--jobs", "2"), ("--dask", address))):
        path = tmp_path / f"{number}.json"
        done = webaudit("assess", audited.run, "--json", path, "--quiet", *options)
        reports.append((done.returncode, path.read_bytes()))

    assert reports[1] == reports[0]
    assert reports[2] == reports[0]


@pytest.mark.parametrize("deadly", [3, 5], ids=["dies", "hangs"])
def test_a_deadly_job_costs_itself_alone(address: str, audited: Audited, deadly: int) -> None:
    """On a worker, too, what kills a process costs no other item."""
    items = [1, deadly, 2, 4]
    results = dict(each_on(address, job, items, seconds=4, run=audited.run))

    assert isinstance(results.pop(deadly), Died)
    assert results == {1: 2, 2: 4, 4: 8}


def test_a_worker_that_does_not_see_the_run(address: str, tmp_path: Path) -> None:
    """One line says what the workers lack."""
    with pytest.raises(SettingError) as caught:
        list(each_on(address, job, [1], seconds=2, run=tmp_path))

    assert f"does not see {tmp_path}: put the run where all can see it" in str(caught.value)


@pytest.mark.parametrize("wrong", ["tcp://127.0.0.1:9", "nothing://x", "127.0.0.1"])
def test_nobody_answers(audited: Audited, wrong: str) -> None:
    """An address without a cluster is one line and exit code 2, before any work is done."""
    done = webaudit("assess", audited.run, "--dask", wrong, "--lang", "en")

    assert done.returncode == 2
    assert f"--dask {wrong}: no scheduler answers there" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_dask_is_not_installed(audited: Audited, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, one line says how to install it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SettingError) as caught:
        check("tcp://127.0.0.1:8786")

    assert "pip install 'opd-webaudit[dask]'" in str(caught.value)
