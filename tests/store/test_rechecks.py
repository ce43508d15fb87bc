"""Second looks beside a run: whole or not there, numbered, verified and merged."""

from pathlib import Path

import pytest

from tests.store.builders import NOW, exchange, facts
from webaudit.model.errors import OutputError, RunError
from webaudit.store import rechecks
from webaudit.store.run import RunFolder, merge


def fill(path: Path, *, site: str = "dinkes", number: int = 0) -> RunFolder:
    """A sealed run of one site."""
    run = RunFolder.create(path, facts(site), b"id: x\n")
    writer = run.site_writer(site)
    writer.write(exchange(number))
    writer.close()
    run.close_site(site, NOW, {}, (), ())
    run.seal()
    return run


def second_look(run: RunFolder, site: str = "dinkes", number: int = 1) -> Path:
    """A second look beside a run; its folder."""
    with rechecks.making(run.path, site) as (path, name):
        fill(path, site=site, number=number)
    return run.path / "rechecks" / name


def test_numbered(tmp_path: Path) -> None:
    """Each has a number of its own, and the site's name."""
    run = fill(tmp_path / "run")

    assert [second_look(run).name, second_look(run, "bkd").name] == ["1-dinkes", "2-bkd"]
    assert run.verify() == ()
    assert rechecks.verify(run.path) == ()


def test_whole_or_not_there(tmp_path: Path) -> None:
    """What ends otherwise leaves nothing, and what was killed is cleared away."""
    run = fill(tmp_path / "run")
    killed = run.path / "rechecks" / ".1-dinkes.making"
    killed.mkdir(parents=True)
    (killed / "run.json").write_text("{}")
    assert rechecks.verify(run.path) == ()

    with pytest.raises(RunError), rechecks.making(run.path, "dinkes") as (path, _):
        fill(fill(path).path)

    assert list((run.path / "rechecks").iterdir()) == []


def test_a_folder_that_can_not_be_made(tmp_path: Path) -> None:
    """One line with a code of its own, no traceback."""
    run = fill(tmp_path / "run")
    (run.path / "rechecks").write_text("")

    with pytest.raises(OutputError, match="rechecks"), rechecks.making(run.path, "dinkes"):
        pass


def test_verify_names_every_change(tmp_path: Path) -> None:
    """Changed, missing and added files are told, also where the sums themselves went missing."""
    run = fill(tmp_path / "run")
    first, second, third = (second_look(run) for _ in range(3))
    (first / "run.json").write_text("{}")
    (second / "rubric.yaml").unlink()
    (third / "SHA256SUMS").unlink()
    (run.path / "rechecks" / "note.txt").write_text("")
    said = "\n".join(rechecks.verify(run.path))

    assert "1-dinkes/run.json: has changed" in said
    assert "2-dinkes/rubric.yaml: is missing" in said
    assert "3-dinkes/SHA256SUMS: is missing" in said
    assert "note.txt: was added" in said


def test_merge_keeps_them(tmp_path: Path) -> None:
    """The united run has the second looks of both, byte for byte."""
    one, two = fill(tmp_path / "one"), fill(tmp_path / "two")
    second_look(one)
    second_look(two, "bkd")
    whole = merge([one, two], tmp_path / "whole")

    assert rechecks.verify(whole.path) == ()
    assert sorted(path.name for path in (whole.path / "rechecks").iterdir()) == ["1-bkd", "1-dinkes"]


def test_merge_refuses_two_that_differ(tmp_path: Path) -> None:
    """Two second looks of one name are not mixed, and a changed one is not taken."""
    one, two = fill(tmp_path / "one"), fill(tmp_path / "two")
    second_look(one, number=1)
    changed = second_look(two, number=2)

    with pytest.raises(RunError, match="differs"):
        merge([one, two], tmp_path / "whole")
    (changed / "run.json").write_text("{}")
    with pytest.raises(RunError, match="has changed"):
        merge([two], tmp_path / "other")
