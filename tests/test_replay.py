"""The same evidence gives the same report, to the byte."""

import itertools
import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import Audited, webaudit

pytestmark = pytest.mark.network


def judged(run: Path, *options: str, env: dict[str, str] | None = None) -> str:
    """The JSON of `webaudit assess`."""
    given = {**os.environ, **(env or {}), "WEBAUDIT_LANG": "en"}
    done = webaudit("assess", run, "--json", "-", "--quiet", *options, env=given)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def copy(audited: Audited, tmp_path: Path) -> Path:
    """The run, copied to a place of its own."""
    return Path(shutil.copytree(audited.run, tmp_path / "copied run"))


def test_audit_and_assess_say_the_same(audited: Audited, copy: Path) -> None:
    """A live audit and a replay are the same code on the same bytes."""
    assert judged(copy) == audited.json.read_text("utf-8")


def test_processes_clock_zone_language_and_hash_seed_move_nothing(audited: Audited, copy: Path) -> None:
    """Nothing of the machine is in the report."""
    other = {
        "TZ": "America/St_Johns",
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "4711",
    }

    assert judged(copy, "--jobs", "2", env=other) == audited.json.read_text("utf-8")


def test_shards_merged_in_any_order_say_the_same(audited: Audited, tmp_path: Path) -> None:
    """Three machines that judged a third each make the report of one."""
    parts = []
    for part in ("1/3", "2/3", "3/3"):
        parts.append(Path(shutil.copytree(audited.run, tmp_path / part[0])))
        shutil.rmtree(parts[-1] / "findings")
        assert webaudit("assess", parts[-1], "--shard", part, "--quiet").returncode == 0
    reports = set()
    for order in itertools.islice(itertools.permutations(parts), 0, None, 5):
        into = tmp_path / "".join(part.name for part in order)
        assert webaudit("merge", *order, "--into", into, "--quiet").returncode == 0
        reports.add(webaudit("report", into, "--format", "json").stdout)

    assert reports == {audited.json.read_text("utf-8")}


def test_the_sums_find_a_flipped_byte(audited: Audited, copy: Path) -> None:
    """`verify` names the file of which one byte was changed."""
    victim = sorted(copy.glob("snapshots/*/evidence.warc.gz"))[3]
    body = bytearray(victim.read_bytes())
    body[len(body) // 2] ^= 1
    victim.write_bytes(body)

    assert webaudit("verify", audited.run).returncode == 0
    done = webaudit("verify", copy)
    assert done.returncode == 1
    assert str(victim.relative_to(copy)) in done.stderr
