"""The runs of machines that shared nothing become one run."""

import itertools
import shutil
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.store.builders import NOW, exchange, facts
from webaudit.model.errors import RunError
from webaudit.model.plan import Plan
from webaudit.model.site import Region, SiteList
from webaudit.store.run import RunFile, RunFolder, merge

IDS = ("dinkes", "bkd", "dlh")


def shard(path: Path, number: int, **changed: object) -> RunFolder:
    """One of three machines: its site, and its answers of a host that all three asked."""
    values: dict[str, object] = {
        "id": path.name,
        "shard": f"{number}/3",
        "started_at": NOW + timedelta(minutes=number),
        "finished_at": NOW + timedelta(hours=number),
        "vantage": {"host": f"m{number}", "system": "Linux"},
        "gaps": (f"gap-{number}",) if number > 1 else (),
        "outage": number == 1,
    }
    asked = facts(*IDS, **(values | changed))
    run = RunFolder.create(path, asked, b"id: x\n")
    writer = run.site_writer(IDS[number - 1])
    writer.write(exchange(number))
    writer.close()
    run.close_site(IDS[number - 1], NOW, {}, (), ())
    label = f"{number}of3"
    writer = run.target_writer("other.example", label)
    writer.write(exchange(10 + number))
    writer.close()
    run.close_target("other.example", label)
    run.seal()
    return run


def content(run: RunFolder) -> dict[str, bytes]:
    """All files of a run."""
    return {
        path.relative_to(run.path).as_posix(): path.read_bytes()
        for path in sorted(run.path.rglob("*"))
        if path.is_file()
    }


def test_any_order(tmp_path: Path) -> None:
    """In whatever order the runs are named, the united run is the same to the byte, whole and sealed."""
    runs = [shard(tmp_path / f"r{number}", number) for number in (1, 2, 3)]
    united = [
        merge(order, tmp_path / str(number) / "all")
        for number, order in enumerate(itertools.permutations(runs))
    ]
    first = united[0]
    plans = [Plan(site) for site in first.facts.sites.sites]

    assert all(content(other) == content(first) for other in united)
    assert first.verify() == ()
    assert [list(first.snapshot(plan).exchanges) for plan in plans] == [[exchange(n)] for n in (1, 2, 3)]
    assert list(first.target_exchanges("other.example")) == [exchange(11), exchange(12), exchange(13)]
    assert first.facts == replace(
        runs[0].facts,
        id="r1+r2+r3",
        started_at=NOW + timedelta(minutes=1),
        finished_at=NOW + timedelta(hours=3),
        shard="",
        outage=False,
        vantage={"host": "m1; m2; m3", "system": "Linux"},
        gaps=("gap-2", "gap-3"),
    )
    assert sorted(path.name for path in (tmp_path / "0").iterdir()) == ["all"]


def test_same_run_twice(tmp_path: Path) -> None:
    """A copy of a run contradicts nothing; a folder that is named twice, however spelled, is a mistake."""
    run = shard(tmp_path / "r1", 1)
    copy = RunFolder.open(shutil.copytree(run.path, tmp_path / "r2"))
    (tmp_path / "link").symlink_to(run.path)
    again = RunFolder.open(tmp_path / "link")

    assert merge([run, copy], tmp_path / "all").verify() == ()
    with pytest.raises(RunError, match="is named twice"):
        merge([run, again], tmp_path / "twice")
    assert not (tmp_path / "twice").exists()


@pytest.mark.parametrize("inside", [".", "new", "snapshots/new"])
def test_no_run_in_a_run(tmp_path: Path, inside: str) -> None:
    """What is sealed is not written into, not even by the run that it becomes a part of."""
    run = shard(tmp_path / "r1", 1)
    before = content(run)
    with pytest.raises(RunError, match="lies in"):
        merge([run], run.path / inside)

    assert content(run) == before


def test_unfinished(tmp_path: Path) -> None:
    """With a run that was interrupted, the whole is unfinished too."""
    runs = [shard(tmp_path / "r1", 1), shard(tmp_path / "r2", 2)]
    runs[1].save_facts(replace(runs[1].facts, finished_at=None))
    (runs[1].path / "SHA256SUMS").unlink()

    assert merge(runs, tmp_path / "all").facts.finished_at is None


def test_hosts_without_a_label(tmp_path: Path) -> None:
    """Answers of one host out of runs that are no shards stand beside one another."""
    runs = []
    for number in (1, 2):
        run = RunFolder.create(tmp_path / str(number), facts(id=str(number)))
        writer = run.target_writer("other.example")
        writer.write(exchange(number))
        writer.close()
        run.close_target("other.example")
        runs.append(run)
    one, other = merge(runs, tmp_path / "a"), merge(runs[::-1], tmp_path / "b")

    assert sorted(e.url for e in one.target_exchanges("other.example")) == [exchange(1).url, exchange(2).url]
    assert list(one.target_exchanges("other.example")) == list(other.target_exchanges("other.example"))


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"seed": 7}, "seed"),
        ({"rubric_digest": "sha256:ff"}, "rubric_digest"),
        ({"settings": {"rate": 2.0}}, "settings"),
        ({"sites": SiteList(Region(), (), "sha256:ff")}, "sites"),
        ({"version": "9"}, "version"),
    ],
)
def test_facts_must_agree(tmp_path: Path, changed: dict[str, object], name: str) -> None:
    """Runs that were asked different things are not united, and the difference is named."""
    runs = [shard(tmp_path / "r1", 1), shard(tmp_path / "r2", 2, **changed)]
    with pytest.raises(RunError) as caught:
        merge(runs, tmp_path / "all")

    assert len(caught.value.problems) == 1
    assert f"in {name}: merge only runs of one list with the same settings" in caught.value.problems[0]
    assert not (tmp_path / "all").exists()


def test_site_differs(tmp_path: Path) -> None:
    """A site that two runs hold differently is named: nothing says which is right."""
    runs = [shard(tmp_path / "r1", 1), shard(tmp_path / "r2", 2)]
    writer = runs[1].site_writer("dinkes")
    writer.write(exchange(99))
    writer.close()
    runs[1].close_site("dinkes", NOW, {}, (), ())
    runs[1].seal()

    with pytest.raises(RunError, match=r"dinkes/evidence.warc.gz: differs from .*: leave one of the two out"):
        merge(runs, tmp_path / "all")


def test_changed_run(tmp_path: Path) -> None:
    """A run that was changed after its sealing is not taken in."""
    run = shard(tmp_path / "r1", 1)
    (run.path / "snapshots" / "dinkes" / "records.json").write_text("{}")

    with pytest.raises(RunError, match="has changed since the run was sealed"):
        merge([run], tmp_path / "all")


def test_place_is_taken(tmp_path: Path) -> None:
    """A folder that holds something is not merged into, and stays as it is."""
    run = shard(tmp_path / "r1", 1)
    (tmp_path / "all").mkdir()
    (tmp_path / "all" / "precious").touch()
    with pytest.raises(RunError, match="holds precious and is no run"):
        merge([run], tmp_path / "all")
    with pytest.raises(RunError, match="holds a run already"):
        merge([run], shard(tmp_path / "r2", 2).path)
    with pytest.raises(RunError, match="nothing to merge"):
        merge([], tmp_path / "new")

    assert [path.name for path in (tmp_path / "all").iterdir()] == ["precious"]


def test_after_a_killed_merge(tmp_path: Path) -> None:
    """What a killed merge left is cleared, and the next one is whole."""
    run = shard(tmp_path / "r1", 1)
    litter = tmp_path / ".all.merging" / "snapshots" / "old"
    litter.mkdir(parents=True)
    (litter / "evidence.warc.gz").touch()
    (tmp_path / ".all.merging" / "run.json").touch()
    (tmp_path / "all").mkdir()
    united = merge([run], tmp_path / "all")

    assert united.verify() == ()
    assert "snapshots/old/evidence.warc.gz" not in content(united)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all", "r1"]


def test_every_fact_is_thought_of() -> None:
    """A new fact must either agree among machines or be united: this list is changed with it."""
    assert {field.name for field in fields(RunFile)} == {
        *("version", "sites", "settings", "budget", "politeness", "reach", "seed", "probes", "crawl"),
        *("exact", "rubric", "rubric_digest", "recheck"),
        *("id", "started_at", "finished_at", "shard", "outage", "trust_store", "gaps", "vantage"),
    }
