"""The folder of a run: made, resumed, closed, sealed and verified."""

import errno
import json
import os
import pickle
import re
import stat
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.store.builders import NOW, exchange, facts
from webaudit.locales import Words
from webaudit.model.errors import OutputError, RunError, RunLockedError
from webaudit.model.plan import Plan, Reach, Route
from webaudit.model.record import Failure, FailureReason, Record, Stage
from webaudit.model.report import Assessment, SiteStatus
from webaudit.model.site import DeclaredService, Region, Site, SiteList, Waiver
from webaudit.model.tls import Certificate, Tls
from webaudit.store.rubrics import rubric_text
from webaudit.store.run import RunFolder
from webaudit.store.sites import read_sites

TLS = Tls(
    "h", 443, "TLSv1.3", 10, "expired \udcff", "certifi 1", (Certificate("s", "i", ("a",), NOW, NOW, "d"),)
)
RECORDS: dict[str, Record | Failure] = {
    "Tls": TLS,
    "Dns": Failure(FailureReason.TIMEOUT, Stage.DNS, "x\udcfe"),
}


def captured(run: RunFolder, site: str, *numbers: int) -> None:
    """Captures a site to its end."""
    writer = run.site_writer(site)
    for number in numbers:
        writer.write(exchange(number))
    writer.close()
    run.close_site(site, NOW, RECORDS, ("https://other.example/",), ("pages",))


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    """A new run."""
    return RunFolder.create(tmp_path / "runs" / "one", facts("dinkes", "bkd"))


def test_facts_round_trip(tmp_path: Path) -> None:
    """What the run was asked to do comes back equal, the whole list with it."""
    site = Site(
        "dinkes",
        "https://dinkes.example/",
        services=(DeclaredService("IGD", "https://igd.example/"),),
        waivers=(Waiver("dead-links", "moving", "panitia", date(2026, 12, 31)),),
        problem="sites.yaml:3:5: \udcff",
    )
    given = replace(
        facts(),
        sites=SiteList(Region("Jawa Barat", ("jabarprov.go.id",)), (site,), "sha256:00", ("w",)),
        reach=Reach(routes=(Route("a.example", "192.0.2.1", None, 8080),)),
        finished_at=datetime(2026, 11, 24, 2, tzinfo=UTC),
        settings={"rate": 1.0, "pages": 1, "crawl": False, "only": "1"},
        gaps=("a/b",),
        vantage={"system": "Linux"},
    )
    made = RunFolder.create(tmp_path / "r", given)
    found = RunFolder.open(tmp_path / "r").facts
    later = replace(given, outage=True)
    made.save_facts(later)

    assert found == given
    assert [type(value) for value in found.settings.values()] == [float, int, bool, str]
    assert made.facts == later == RunFolder.open(tmp_path / "r").facts


def test_a_problem_is_told_in_any_language_after_it_was_stored(tmp_path: Path) -> None:
    """What is wrong with an entry comes back as a Message; a run of an older version has its English."""
    (tmp_path / "sites.yaml").write_text("- nama: {x.__class__}\n- good.go.id\n")
    listed = read_sites(tmp_path / "sites.yaml")
    RunFolder.create(tmp_path / "r", replace(facts(), sites=listed))
    (bad, good) = RunFolder.open(tmp_path / "r").facts.sites.sites
    stored = json.loads((tmp_path / "r" / "run.json").read_bytes())
    del stored["sites"]["sites"][0]["problem_made"]
    (tmp_path / "r" / "run.json").write_text(json.dumps(stored))
    (old, _) = RunFolder.open(tmp_path / "r").facts.sites.sites

    assert (bad, good) == listed.sites
    assert "sites.yaml:1:3: `url` tidak ada" in Words("id").say(bad.problem)
    assert Words("en").say(bad.problem) == bad.problem == old.problem
    assert pickle.loads(pickle.dumps(bad)).problem.template == "{first}; {more}"


def test_damaged_problem(tmp_path: Path) -> None:
    """A run whose message was torn is named as damaged."""
    (tmp_path / "sites.yaml").write_text("- nama: x\n- good.go.id\n")
    RunFolder.create(tmp_path / "r", replace(facts(), sites=read_sites(tmp_path / "sites.yaml")))
    stored = json.loads((tmp_path / "r" / "run.json").read_bytes())
    stored["sites"]["sites"][0]["problem_made"] = {"template": "x"}
    (tmp_path / "r" / "run.json").write_text(json.dumps(stored))
    with pytest.raises(RunError, match="damaged"):
        RunFolder.open(tmp_path / "r")


def test_confidential(run: RunFolder) -> None:
    """Nobody but the owner looks into a run, however it is made."""
    captured(run, "dinkes", 1)
    folders = [run.path, *(path for path in run.path.rglob("*") if path.is_dir())]

    assert {stat.S_IMODE(path.stat().st_mode) for path in folders} == {0o700}


def test_empty_folder_becomes_a_run(tmp_path: Path) -> None:
    """An empty folder is taken, and closed to others."""
    tmp_path.chmod(0o755)
    RunFolder.create(tmp_path, facts())

    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ("run.json", "holds a run already: go on with it (--resume), or name another folder"),
        ("thesis.doc", "holds thesis.doc and is no run: name an empty or a new folder"),
        (".git", "holds .git and is no run: name an empty or a new folder"),
    ],
)
def test_used_folder(tmp_path: Path, there: str, said: str) -> None:
    """A folder that holds something is never made a run, nor changed."""
    (tmp_path / there).write_text("precious")
    tmp_path.chmod(0o755)
    with pytest.raises(RunError) as caught:
        RunFolder.create(tmp_path, facts())

    assert caught.value.problems == (f"{tmp_path}: {said}",)
    assert [path.name for path in tmp_path.iterdir()] == [there]
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_file_in_place_of_the_folder(tmp_path: Path) -> None:
    """A file is no folder."""
    (tmp_path / "file").touch()

    with pytest.raises(RunError, match="is a file: name a folder"):
        RunFolder.create(tmp_path / "file", facts())
    with pytest.raises(OutputError, match="a part of the path is no folder"):
        RunFolder.create(tmp_path / "file" / "run", facts())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "is no run: name a folder that holds run.json"),
        ("{", "damaged: it is no JSON"),
        ("[" * 100_000, "damaged: it is no JSON"),
        ("[]", "is of the schema None, and this version reads webaudit-run/1"),
        (
            '{"schema": "webaudit-run/2"}',
            "is of the schema webaudit-run/2, and this version reads webaudit-run/1",
        ),
        ('{"schema": "webaudit-run/1", "version": 3}', "damaged: version: Input should be a valid string"),
    ],
)
def test_no_run(tmp_path: Path, content: str | None, said: str) -> None:
    """A folder that holds no run of this version is one clear line."""
    if content is not None:
        (tmp_path / "run.json").write_text(content)

    with pytest.raises(RunError) as caught:
        RunFolder.open(tmp_path)
    assert said in caught.value.problems[0]


def test_lock(run: RunFolder) -> None:
    """Only one process works in a run."""
    with run.lock(), pytest.raises(RunLockedError), RunFolder.open(run.path).lock():
        pass


def test_rubric_is_kept(tmp_path: Path) -> None:
    """The run stands alone: its rubric is in it, and sealed with it."""
    run = RunFolder.create(tmp_path / "r", facts(), rubric_text("core"))
    run.seal()

    assert RunFolder.open(run.path).rubric().id == "core"
    assert "  rubric.yaml\n" in (run.path / "SHA256SUMS").read_text()


def test_snapshot(run: RunFolder) -> None:
    """A closed site comes back with all its evidence, which can be walked again and again."""
    captured(run, "dinkes", 1, 2)
    plan = Plan(run.facts.sites.sites[0])
    snapshot = RunFolder.open(run.path).snapshot(plan)

    assert list(snapshot.exchanges) == list(snapshot.exchanges) == [exchange(1), exchange(2)]
    assert (snapshot.plan, snapshot.captured_at) == (plan, NOW)
    assert snapshot.records == RECORDS
    assert (snapshot.targets, snapshot.limits) == (("https://other.example/",), ("pages",))


def test_closed_once(run: RunFolder) -> None:
    """A closed site is never written to again; an open one has no snapshot."""
    plan = Plan(run.facts.sites.sites[0])
    with pytest.raises(RunError, match="was not captured to its end: go on with the run"):
        run.snapshot(plan)
    captured(run, "dinkes")

    assert run.site_closed("dinkes")
    assert not run.site_closed("bkd")
    with pytest.raises(RunError, match="is closed: evidence never changes"):
        run.site_writer("dinkes")


def test_site_without_an_exchange(run: RunFolder) -> None:
    """A site of which nothing was asked can be closed all the same."""
    run.close_site("dinkes", NOW, {}, (), ())

    assert list(run.snapshot(Plan(run.facts.sites.sites[0])).exchanges) == []


def test_resume(run: RunFolder) -> None:
    """An interrupted capture is cut to what is whole, and goes on to the same bytes."""
    writer = run.site_writer("dinkes")
    writer.write(exchange(1))
    (part,) = run.path.glob("snapshots/dinkes/*.part")
    with part.open("ab") as file:
        file.write(b"\x1f\x8b\x08torn")
    again = RunFolder.open(run.path)
    left = again.site_part("dinkes")
    captured(again, "dinkes", 2)
    captured(again, "bkd", 1, 2)

    assert left == (exchange(1),)
    assert again.site_part("dinkes") == again.site_part("unknown") == ()
    assert len({path.read_bytes() for path in run.path.glob("snapshots/*/evidence.warc.gz")}) == 1


def test_killed_while_closing(run: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the two files of a site's closing it is still open, and can be closed again."""
    writer = run.site_writer("dinkes")
    writer.write(exchange(1))
    writer.close()
    with monkeypatch.context() as patched:
        patched.setattr("webaudit.store.run_folder.finish", _die)
        with pytest.raises(OutputError):
            run.close_site("dinkes", NOW, {}, (), ())

    assert not run.site_closed("dinkes")
    assert run.site_part("dinkes") == (exchange(1),)
    captured(run, "dinkes", 2)
    assert len(list(run.snapshot(Plan(run.facts.sites.sites[0])).exchanges)) == 2


def _die(path: Path) -> None:
    raise OutputError("killed")


def test_targets(run: RunFolder) -> None:
    """Answers of other hosts are kept by host, those of shards beside one another."""
    for label, number in (("2of2", 2), ("1of2", 1)):
        writer = run.target_writer("Other.example", label)
        writer.write(exchange(number))
        writer.close()

        assert run.target_part("Other.example", label) == (exchange(number),)
        run.close_target("Other.example", label)

    assert list(run.target_exchanges("Other.example")) == [exchange(1), exchange(2)]
    assert list(run.target_exchanges("none.example")) == []
    assert run.target_closed("Other.example", "1of2")
    assert not run.target_closed("Other.example")
    with pytest.raises(RunError, match="is closed"):
        run.target_writer("Other.example", "1of2")
    with pytest.raises(ValueError, match="label"):
        run.target_writer("other.example", "../x")


@pytest.mark.parametrize("id", ["../../x", "a/b", "_targets", "x" * 3_000, "\0", "."])
def test_never_outside(run: RunFolder, tmp_path: Path, id: str) -> None:
    """Whatever a site is called, its files are in the run."""
    before = {path for path in tmp_path.rglob("*") if not path.is_relative_to(run.path)}
    captured(run, id, 1)
    run.save_findings(_assessment(id))

    assert {path for path in tmp_path.rglob("*") if not path.is_relative_to(run.path)} == before
    assert [path.parent.parent.name for path in run.path.rglob("records.json")] == ["snapshots"]
    assert run.load_findings(id) == _assessment(id)


def _assessment(id: str) -> Assessment:
    return Assessment(Site(id, "https://x.example/"), SiteStatus.REACHABLE, None, NOW)


def test_findings_are_not_confused(run: RunFolder) -> None:
    """What the findings were made with is kept beside them, apart from any site's."""
    run.save_findings(_assessment("about"))
    run.save_findings(_assessment("_about"))
    before = run.about_findings()
    run.save_about_findings('{"checks": []}')

    assert before == ""
    assert run.about_findings() == '{"checks": []}'
    assert run.load_findings("about") == _assessment("about")
    assert run.load_findings("none") is None


def test_last_written(run: RunFolder) -> None:
    """The end of an interrupted capture is the time of its last evidence."""
    captured(run, "dinkes", 1)
    os.utime(run.path / "run.json", (1_000, 1_000))
    (evidence,) = run.path.rglob("evidence.warc.gz")
    os.utime(evidence, (1_800_000_000.9, 1_800_000_000.9))

    assert run.last_written() == datetime.fromtimestamp(1_800_000_000, UTC)


def test_snapshot_digest(run: RunFolder) -> None:
    """The digest is that of the evidence: the same for the same, another for another."""
    captured(run, "dinkes", 1)
    captured(run, "bkd", 2)
    first = run.snapshot_digest("dinkes")

    assert re.fullmatch("sha256:[0-9a-f]{64}", first)
    assert first == RunFolder.open(run.path).snapshot_digest("dinkes") != run.snapshot_digest("bkd")


def test_seal_is_checked_by_others(run: RunFolder) -> None:
    """The sums of a run are read by sha256sum."""
    captured(run, "dinkes", 1)
    run.target_writer("other.example").close()
    run.close_target("other.example")
    run.save_findings(_assessment("dinkes"))
    run.seal()
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=run.path, capture_output=True
    )

    assert done.returncode == 0
    assert done.stdout.decode().splitlines() == [
        "run.json: OK",
        "snapshots/_targets/other.example/evidence.warc.gz: OK",
        "snapshots/dinkes/evidence.warc.gz: OK",
        "snapshots/dinkes/records.json: OK",
    ]
    assert run.verify() == ()


def test_verify_names_each_file(run: RunFolder) -> None:
    """A flipped byte, a file that is gone and one that came are each named; findings may change."""
    captured(run, "dinkes", 1)
    captured(run, "bkd", 1)
    run.seal()
    evidence = run.path / "snapshots" / "dinkes" / "evidence.warc.gz"
    data = bytearray(evidence.read_bytes())
    data[len(data) // 2] ^= 1
    evidence.write_bytes(data)
    gone = run.path / "snapshots" / "bkd" / "records.json"
    gone.unlink()
    new = run.path / "snapshots" / "bkd" / "more.txt"
    new.touch()
    link = run.path / "snapshots" / "link"
    link.symlink_to("bkd")
    run.save_findings(_assessment("dinkes"))

    assert run.verify() == (
        f"{gone}: is missing",
        f"{evidence}: has changed since the run was sealed",
        f"{new}: was added after the run was sealed",
        f"{link}: was added after the run was sealed",
    )


def test_unsealed(run: RunFolder) -> None:
    """A run that was never finished can not be verified, nor can one whose sums point elsewhere."""
    sums = run.path / "SHA256SUMS"
    assert run.verify() == (f"{sums}: is missing: the run was never finished, or its sums were removed",)
    sums.write_text(f"{'0' * 64}  ../secret\nnonsense\n")

    assert run.verify()[:2] == (
        f"{sums}:1:1: no line of a sum and the path of a file in the run",
        f"{sums}:2:1: no line of a sum and the path of a file in the run",
    )


def test_full_disk(run: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk while a site is closed is one clear line, and the site stays open."""

    def full(descriptor: int, data: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    run.site_writer("dinkes").close()
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(OutputError, match="the disk is full"):
            run.close_site("dinkes", NOW, {}, (), ())

    assert not run.site_closed("dinkes")
    assert [path.name for path in (run.path / "snapshots" / "dinkes").iterdir()] == ["evidence.warc.gz.part"]


def test_run_is_gone(run: RunFolder) -> None:
    """A run whose folder was removed meanwhile is not made anew."""
    (run.path / "run.json").unlink()
    run.path.rmdir()

    with pytest.raises(OutputError, match="its folder does not exist"):
        run.site_writer("dinkes")
