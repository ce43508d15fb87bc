"""`webaudit validate --online`: the example province, and hosts that move, block and lead to one another."""

import json
from pathlib import Path

import pytest

from tests.conftest import webaudit
from tests.crawl.servers import Answer, answer, html, redirect, served
from webaudit.demo.server import Province

pytestmark = pytest.mark.network


def notes(path: Path) -> dict[str, list[str]]:
    """The codes of the notes on each site."""
    report = json.loads(path.read_text("utf-8"))
    return {site["id"]: [note["code"] for note in site["notes"]] for site in report["sites"]}


def test_the_example_province(tmp_path: Path) -> None:
    """Each site with a fault that matters before an audit is noted, in the order of the list, no other."""
    with Province() as province:
        reach = ["--ca-bundle", str(province.ca_bundle)]
        for route in province.routes:
            reach += ["--resolve", f"{route.host}:{route.port}:{route.address}:{route.to_port}"]
        done = webaudit(
            *("validate", province.sites_file, "--online", "--rate", "0", "--json", "out.json"),
            *reach,
            cwd=tmp_path,
        )

    assert done.returncode == 0, done.stderr
    assert {id: codes for id, codes in notes(tmp_path / "out.json").items() if codes} == {
        "distan": ["other-scheme"],
        "dishub": ["no-page"],
        "bpbd": ["dead"],
        "satpolpp": ["blocked"],
        "inspektorat": ["robots"],
        "rsud-lama": ["moved"],
        "setda": ["invalid"],
    }
    assert "url: https://rsud-melati.contohprov.example/" in done.stdout
    assert "Dinas Kesehatan" not in done.stdout
    assert list(tmp_path.iterdir()) == [tmp_path / "out.json"]


PAGE = answer(html(title="Dinas Kesehatan"))


def test_few_requests_and_each_kind(tmp_path: Path) -> None:
    """Start address with redirects and robots.txt, nothing else; twins, moves and strange titles are seen."""
    answers: dict[str, Answer | list[Answer]] = {
        "/": PAGE,
        "/a/": redirect("/b/", 301),
        "/b/": answer(html(title="Toko Bunga Melati")),
        "/robots.txt": answer(status=404),
    }
    with served(answers) as server:
        origin = f"http://127.0.0.1:{server.port}"
        (tmp_path / "sites.yaml").write_text(
            f"- {{id: one, url: '{origin}/', name: Dinas Kesehatan}}\n"
            f"- {{id: two, url: '{origin}/a/', name: Dinas Kesehatan}}\n"
            f"- {{id: three, url: '{origin}/b/'}}\n"
            "- {id: four, url: 'https://no host/'}\n"
        )
        done = webaudit(
            *("validate", "--online", "--allow-private", "--rate", "0", "--json", "out.json", "--quiet"),
            cwd=tmp_path,
        )
        asked = sorted(server.asked)

    assert done.returncode == 0
    assert notes(tmp_path / "out.json") == {
        "one": [],
        "two": ["moved", "same-host", "other-title"],
        "three": ["duplicate"],
        "four": ["invalid"],
    }
    assert asked == ["/", "/a/", "/b/", "/b/", "/robots.txt", "/robots.txt", "/robots.txt"]
    assert done.stdout == ""
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == ["two"] * 3 + ["three", "four"]


def test_an_outage_of_ours(tmp_path: Path) -> None:
    """If nothing can be reached no site is called dead, and the code is 0: the list is in order."""
    (tmp_path / "sites.yaml").write_text("- http://a.invalid/\n- http://b.invalid/\n")
    done = webaudit("validate", "--online", "--json", "out.json", cwd=tmp_path)

    assert done.returncode == 0
    assert "machine or its network" in done.stdout
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["outage"] is True


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("missing.yaml", "--online"), "missing.yaml", id="no list"),
        pytest.param(("sites.yaml", "--json", "x.json"), "--online", id="json without --online"),
        pytest.param(("sites.yaml", "--online", "--resolve", "x"), "HOST:ADDRESS", id="bad option"),
    ],
)
def test_mistakes(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    """A list that can not be read, or an option without sense, ends with 2 before anything is asked."""
    (tmp_path / "sites.yaml").write_text("- http://127.0.0.1:1/\n")
    done = webaudit("validate", *arguments, cwd=tmp_path)

    assert done.returncode == 2
    assert said in done.stderr


def test_who_blocks_us_is_told_whom_to_let_in(tmp_path: Path) -> None:
    """User agent and address stand in the advice."""
    with served({"*": answer("<title>403 Forbidden</title>", 403)}) as server:
        (tmp_path / "sites.yaml").write_text(f"- http://127.0.0.1:{server.port}/\n")
        done = webaudit("validate", "--online", "--allow-private", "--rate", "0", "--json", "-", cwd=tmp_path)

    (site,) = json.loads(done.stdout)["sites"]
    (note,) = site["notes"]
    assert note["code"] == "blocked"
    assert "webaudit/" in note["message"]
    assert "from the address 127.0.0.1" in note["message"]
