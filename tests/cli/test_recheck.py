"""`webaudit recheck`: a repair in the example province, and pages that go, break and come on a raw server."""

import gzip
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import webaudit
from tests.crawl.servers import Answer, answer, html, redirect, reset, served
from webaudit.demo.agency import Condition, Papers
from webaudit.demo.server import Province

pytestmark = pytest.mark.network

NEGLECTED = Condition(news_age_days=3, language=False, titles=False, alternatives=False)
"""As the example province keeps `disdik`."""

WITH_PICTURES = Condition(news_age_days=3, language=False, titles=False, papers=Papers.SCANNED)


@dataclass(frozen=True)
class Kept:
    """A run of two sites of the province, which still answers; never change it, copy it."""

    province: Province
    run: Path

    def copied(self, folder: Path) -> Path:
        """A copy of the run, whose sites answer as at its first look."""
        self.province.keep("disdik", NEGLECTED)
        return Path(shutil.copytree(self.run, folder / "run"))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    """The run that all tests look at again."""
    with Province() as province:
        reach = ["--ca-bundle", str(province.ca_bundle)]
        for route in province.routes:
            reach += ["--resolve", f"{route.host}:{route.port}:{route.address}:{route.to_port}"]
        run = tmp_path_factory.mktemp("kept") / "run"
        done = webaudit(
            *("audit", province.sites_file, "--run", run, "--quiet", "--rate", "0", "--max-pages", "20"),
            *("--only", "disdik", "--only", "bpbd"),
            *reach,
        )
        assert done.returncode == 0, done.stderr
        yield Kept(province, run)


def asked(folder: Path) -> list[str]:
    """Purpose and address of each request of a second look, in order."""
    (evidence,) = folder.glob("snapshots/[!_]*/evidence.warc.gz")
    text = gzip.decompress(evidence.read_bytes()).decode("utf-8", "replace")
    return [
        line.partition(": ")[2].strip()
        for part in text.split("WARC/1.1\r\n")
        if "WARC-Type: request\r\n" in part
        for line in part.splitlines()
        if line.startswith("WARC-Target-URI: ")
    ]


def recheck(run: Path, what: str, *more: str, code: int) -> dict[str, Any]:
    """The JSON of a second look, which ends with the given code."""
    done = webaudit("recheck", run, what, "--json", "-", *more)
    assert done.returncode == code, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def test_repaired(kept: Kept, tmp_path: Path) -> None:
    """A repaired finding is told with the points that it gains, and the exit code is 0."""
    run = kept.copied(tmp_path)
    kept.province.keep("disdik", WITH_PICTURES)
    said = recheck(run, "disdik:image-alternative", code=0)

    (change,) = said["findings"]
    assert said["finding"] == change["id"] == "disdik:image-alternative"
    assert said["repaired"] is True
    assert (said["before"]["outcome"], said["after"]["outcome"]) == ("failed", "passed")
    assert said["after"]["value"] - said["before"]["value"] == pytest.approx(said["points_gained"], abs=0.01)
    assert {place["state"] for place in change["places"]} == {"repaired"}
    # All targets of the first look are still there: the pages that were not asked again stand as they were.
    assert change["after"]["targets"]["passed"] == sum(change["before"]["targets"].values())


def test_still_wrong(kept: Kept, tmp_path: Path) -> None:
    """What is not repaired is still wrong, gains nothing, and the exit code is 1."""
    said = recheck(kept.copied(tmp_path), "disdik:page-title", code=1)

    assert said["repaired"] is False
    assert said["points_gained"] == 0
    assert said["before"]["value"] == said["after"]["value"]
    assert {place["state"] for place in said["findings"][0]["places"]} == {"still-failing"}


def test_only_what_is_needed_is_asked(kept: Kept, tmp_path: Path) -> None:
    """Of a finding on pages: the home page, robots.txt, and each page with a failed place, once."""
    run = kept.copied(tmp_path)
    said = recheck(run, "disdik:image-alternative", code=1)
    failed = {place["url"] for place in said["findings"][0]["places"]}
    requests = asked(run / "rechecks" / "1-disdik")

    home = "https://disdik.contohprov.example/"
    assert sorted(requests) == sorted({home, f"{home}robots.txt"} | failed)
    assert len(failed) > 3


def test_a_finding_on_the_site_asks_no_page_that_it_does_not_need(kept: Kept, tmp_path: Path) -> None:
    """For the certificate the home page, robots.txt and a handshake are enough."""
    run = kept.copied(tmp_path)
    recheck(run, "disdik:certificate-trust", code=0)

    assert len(asked(run / "rechecks" / "1-disdik")) == 2


def test_the_run_never_changes(kept: Kept, tmp_path: Path) -> None:
    """Every file of the run is the same to the byte, and its report too; second looks are counted."""
    run = kept.copied(tmp_path)
    before = {path: path.read_bytes() for path in run.rglob("*") if path.is_file()}
    report = webaudit("report", run, "--format", "json").stdout
    for _ in range(2):
        recheck(run, "disdik:page-title", code=1)

    assert {path: path.read_bytes() for path in before} == before
    assert webaudit("report", run, "--format", "json").stdout == report
    assert sorted(path.name for path in (run / "rechecks").iterdir()) == ["1-disdik", "2-disdik"]


def test_a_second_look_is_a_run_of_its_own(kept: Kept, tmp_path: Path) -> None:
    """It is sealed and can be judged by itself, and no second look is taken of it."""
    run = kept.copied(tmp_path)
    recheck(run, "disdik:page-title", code=1)
    folder = run / "rechecks" / "1-disdik"
    again = webaudit("assess", folder, "--json", "-")

    assert webaudit("verify", folder).returncode == 0
    (site,) = json.loads(again.stdout)["sites"]
    assert [finding["check"] for finding in site["findings"]] == ["page-title"]
    assert webaudit("recheck", folder, "disdik").returncode == 2


def test_verify_looks_at_second_looks_too(kept: Kept, tmp_path: Path) -> None:
    """A change in a second look is found by `verify RUN`, and told with its file."""
    run = kept.copied(tmp_path)
    recheck(run, "disdik:page-title", code=1)
    good = webaudit("verify", run)
    records = run / "rechecks" / "1-disdik" / "snapshots" / "disdik" / "records.json"
    records.write_bytes(records.read_bytes() + b" ")
    bad = webaudit("verify", run)

    assert good.returncode == 0
    assert bad.returncode == 1
    assert "rechecks/1-disdik/snapshots/disdik/records.json" in bad.stderr


def test_merge_keeps_second_looks(kept: Kept, tmp_path: Path) -> None:
    """The united run holds them, sealed as they were."""
    run = kept.copied(tmp_path)
    recheck(run, "disdik:page-title", code=1)
    whole = tmp_path / "whole"
    done = webaudit("merge", run, "--into", whole)

    assert done.returncode == 0, done.stderr
    assert webaudit("verify", whole).returncode == 0
    sums = Path("rechecks", "1-disdik", "SHA256SUMS")
    assert (whole / sums).read_bytes() == (run / sums).read_bytes()
    assert webaudit("verify", whole / "rechecks" / "1-disdik").returncode == 0


def test_a_whole_site(kept: Kept, tmp_path: Path) -> None:
    """All that failed is told, worst first; what is repaired and what is not stand side by side."""
    run = kept.copied(tmp_path)
    kept.province.keep("disdik", WITH_PICTURES)
    said = recheck(run, "disdik", code=1)

    assert said["finding"] is None
    assert {change["check"]: change["state"] for change in said["findings"]} == {
        "page-language": "still-failing",
        "page-title": "still-failing",
        "image-alternative": "repaired",
        "title-names-agency": "still-failing",
        "pdf-accessibility": "still-failing",
        "budget-documents": "still-failing",
        "performance-documents": "still-failing",
        "planning-documents": "still-failing",
    }
    assert said["after"]["value"] > said["before"]["value"]
    kept.province.keep("disdik", Condition(news_age_days=3))
    assert recheck(run, "disdik", code=0)["repaired"] is True


def test_what_cannot_be_seen_is_not_repaired(kept: Kept, tmp_path: Path) -> None:
    """A site that is down at the second look has repaired nothing, and loses nothing either."""
    run = kept.copied(tmp_path)
    host = "disdik.contohprov.example"
    closed = ("--resolve", f"{host}:443:127.0.0.1:9", "--resolve", f"{host}:80:127.0.0.1:9")
    said = recheck(run, "disdik:image-alternative", *closed, code=1)

    assert said["after"]["status"] == "unreachable"
    assert said["findings"][0]["state"] == "not-seen-again"
    assert said["points_gained"] == 0


def test_one_finding_of_a_dead_site_is_no_value(kept: Kept, tmp_path: Path) -> None:
    """A site that had no value at the first look has none to compare with."""
    said = recheck(kept.copied(tmp_path), "bpbd:home-answers", code=1)

    assert (said["before"]["value"], said["after"]["value"]) == (None, None)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_told_to_people(kept: Kept, tmp_path: Path, lang: str) -> None:
    """The finding, its state, the points and the folder are printed, in both languages."""
    run = kept.copied(tmp_path)
    kept.province.keep("disdik", WITH_PICTURES)
    done = webaudit("recheck", run, "disdik:image-alternative", "--lang", lang)
    said = {"id": "sudah diperbaiki", "en": "repaired"}[lang]

    assert done.returncode == 0
    assert f"disdik:image-alternative  {said}" in done.stdout
    assert str(Path("rechecks", "1-disdik")) in done.stdout


def test_quiet(kept: Kept, tmp_path: Path) -> None:
    """A line for each finding that is not repaired, and no word of one that is."""
    run = kept.copied(tmp_path)
    kept.province.keep("disdik", WITH_PICTURES)
    good = webaudit("recheck", run, "disdik:image-alternative", "--quiet")
    bad = webaudit("recheck", run, "disdik:page-title", "--quiet")

    assert (good.returncode, good.stdout, good.stderr) == (0, "", "")
    assert (bad.returncode, bad.stdout, bad.stderr) == (1, "", "disdik:page-title: still wrong\n")


@pytest.mark.parametrize(
    ("what", "said"),
    [
        pytest.param("disdig", "did you mean disdik", id="misspelt site"),
        pytest.param("nobody:page-title", "SITE:CHECK", id="no such site"),
        pytest.param("disdik:page-titel", "did you mean page-title", id="misspelt check"),
        pytest.param("disdik:", "no such check", id="no check"),
    ],
)
def test_mistakes(kept: Kept, tmp_path: Path, what: str, said: str) -> None:
    """What the run does not have is refused before anything is asked or written."""
    run = kept.copied(tmp_path)
    done = webaudit("recheck", run, what)

    assert done.returncode == 2
    assert said in done.stderr
    assert not (run / "rechecks").exists()


def test_the_card_names_the_finding(kept: Kept) -> None:
    """Card and JSON write a finding as `recheck` takes it."""
    report = json.loads(webaudit("report", kept.run, "--format", "json").stdout)
    ids = {finding["id"] for site in report["sites"] for finding in site["findings"]}

    assert "Finding: disdik:page-title" in webaudit("report", kept.run).stdout
    assert "disdik:page-title" in ids


# --- Pages that go, break and come ---

BARE = "<img src=x.png>"


def page(*pictures: str, links: tuple[str, ...] = ()) -> Answer:
    """A page of content with pictures."""
    return answer(html(*links).replace("</body>", "".join(pictures) + "</body>"))


def test_pages_that_go_break_and_come(tmp_path: Path) -> None:
    """Repaired, gone, unseen, still wrong and new are told apart; the unseen gains nothing."""
    names = ("repaired", "gone", "elsewhere", "broken", "still", "more")
    answers: dict[str, Answer | list[Answer]] = {f"/{name}": page(BARE) for name in names}
    answers |= {"/": page(links=names), "/robots.txt": answer(status=404), "*": answer(status=404)}
    with served(answers) as server:
        (tmp_path / "sites.yaml").write_text(f"- {{id: one, url: 'http://127.0.0.1:{server.port}/'}}\n")
        run = tmp_path / "run"
        first = webaudit(
            *("audit", tmp_path / "sites.yaml", "--run", run, "--quiet", "--rate", "0", "--allow-private")
        )
        server.answers |= {
            "/repaired": page('<img src=x.png alt="Peta">'),
            "/gone": answer(html(), 404),
            "/elsewhere": redirect("/"),
            "/broken": reset,
            "/more": page(BARE, "<img src=y.png>"),
        }
        server.asked.clear()
        said = recheck(run, "one:image-alternative", code=1)
        requests = sorted(set(server.asked))

    assert first.returncode == 0, first.stderr
    (change,) = said["findings"]
    states = sorted((place["url"].rpartition("/")[2], place["state"]) for place in change["places"])
    assert states == [
        ("broken", "not-seen-again"),
        ("elsewhere", "gone"),
        ("gone", "gone"),
        ("more", "new"),
        ("more", "still-failing"),
        ("repaired", "repaired"),
        ("still", "still-failing"),
    ]
    assert change["before"]["targets"]["failed"] == 6
    # What was not seen again still counts as it was.
    assert change["after"]["targets"]["failed"] == 4
    assert requests == sorted(["/", "/robots.txt", *(f"/{name}" for name in names)])


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        pytest.param({"/": answer("<title>403 Forbidden</title>", 403)}, "blocked", id="a firewall"),
        pytest.param({"/": answer(html(), 404), "/a": answer(html(), 500)}, "degraded", id="an error"),
        pytest.param(
            {"/": redirect("/login"), "/a": redirect("/login"), "/login": answer("<input type=password>")},
            "degraded",
            id="a login",
        ),
    ],
)
def test_shutting_the_door_repairs_nothing(
    changed: dict[str, Answer | list[Answer]], status: str, tmp_path: Path
) -> None:
    """What can not be read any more counts as it was, and gains no point."""
    answers: dict[str, Answer | list[Answer]] = {
        "/": page(BARE, links=("a",)),
        "/a": page(BARE),
        "/robots.txt": answer(status=404),
        "*": answer(status=404),
    }
    with served(answers) as server:
        (tmp_path / "sites.yaml").write_text(f"- {{id: one, url: 'http://127.0.0.1:{server.port}/'}}\n")
        run = tmp_path / "run"
        webaudit("audit", tmp_path / "sites.yaml", "--run", run, "-q", "--rate", "0", "--allow-private")
        server.answers |= changed
        said = recheck(run, "one:image-alternative", code=1)

    (change,) = said["findings"]
    assert said["after"]["status"] == status
    assert {place["state"] for place in change["places"]} == {"not-seen-again"}
    assert said["points_gained"] == 0
    assert said["before"]["value"] == said["after"]["value"] or said["after"]["value"] is None


def test_robots_txt_is_obeyed(tmp_path: Path) -> None:
    """A page that robots.txt forbids by now is not asked, and nothing is said of it."""
    answers: dict[str, Answer | list[Answer]] = {
        "/": page(links=("a",)),
        "/a": page(BARE),
        "/robots.txt": answer(status=404),
        "*": answer(status=404),
    }
    with served(answers) as server:
        (tmp_path / "sites.yaml").write_text(f"- {{id: one, url: 'http://127.0.0.1:{server.port}/'}}\n")
        run = tmp_path / "run"
        webaudit("audit", tmp_path / "sites.yaml", "--run", run, "-q", "--rate", "0", "--allow-private")
        server.answers["/robots.txt"] = answer("User-agent: *\nDisallow: /a", content_type="text/plain")
        server.asked.clear()
        said = recheck(run, "one:image-alternative", code=1)

        assert "/a" not in server.asked
    assert said["findings"][0]["state"] == "not-seen-again"


def test_a_dead_link_that_is_taken_away(tmp_path: Path) -> None:
    """A link that is gone is repaired as well as one whose target answers again."""
    answers: dict[str, Answer | list[Answer]] = {
        "/": page(links=("x", "y")),
        "/robots.txt": answer(status=404),
        "*": answer(status=404),
    }
    with served(answers) as server:
        (tmp_path / "sites.yaml").write_text(f"- {{id: one, url: 'http://127.0.0.1:{server.port}/'}}\n")
        run = tmp_path / "run"
        webaudit("audit", tmp_path / "sites.yaml", "--run", run, "-q", "--rate", "0", "--allow-private")
        server.answers["/"] = page(links=("x",))
        half = recheck(run, "one:dead-links", code=1)
        server.answers["/x"] = answer(html())
        whole = recheck(run, "one:dead-links", code=0)

    states = [place["state"] for place in half["findings"][0]["places"]]
    assert sorted(states) == ["repaired", "still-failing"]
    assert {place["state"] for place in whole["findings"][0]["places"]} == {"repaired"}
