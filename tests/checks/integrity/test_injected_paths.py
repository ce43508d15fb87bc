"""`injected-paths`: names of gambling pages in sitemaps, robots.txt and among the files."""

import json
import random
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.evidence import SITE, failure, home, link, reading, seen, sitemaps
from webaudit.checks.integrity.injected_paths import injected_paths
from webaudit.extract.planted import planted
from webaudit.model.document import DocumentAnswer, Documents, FileKind, Pdf
from webaudit.model.evidence import Readings, Robots
from webaudit.model.feed import FeedItem, Feeds
from webaudit.model.finding import Outcome
from webaudit.model.reading import Document
from webaudit.model.record import Failure

DATA = Path(__file__).parents[2] / "data"
PHRASES = [line for line in (DATA / "injected-phrases.txt").read_text("utf-8").splitlines() if line.strip()]
BENIGN = [
    str(sample["text"])
    for name in ("samples", "more", "unseen")
    for line in (DATA / f"gambling-{name}.jsonl").read_text("utf-8").splitlines()
    if (sample := json.loads(line))["label"] == "benign"
]


def said(
    *paths: str, maps: Sequence[str] = (), documents: Documents | None = None, robots: Failure | None = None
) -> tuple[Outcome, str]:
    """Outcome and code for the addresses of a sitemap."""
    (verdict,) = injected_paths(
        home(),
        robots or Robots(200, sitemaps=tuple(maps)),
        sitemaps(*((f"{SITE}{path}", "") for path in paths)),
        Feeds(),
        documents or Documents(),
        Readings(()),
    )
    return verdict.outcome, verdict.code


@pytest.mark.parametrize(
    "sample",
    [
        sample
        for name in ("planted-techniques.jsonl", "planted-more-techniques.jsonl")
        for line in (DATA / name).read_text("utf-8").splitlines()
        if (sample := json.loads(line))["kind"] != "html"
    ],
    ids=lambda sample: str(sample["id"]),
)
def test_techniques(sample: dict[str, Any]) -> None:
    """Planted sitemaps and files are told, honest ones with the same words are not."""
    paths, files = (sample["text"], ()) if sample["kind"] == "sitemap" else ((), [sample["text"]])
    documents = Documents(
        tuple(Document(url, "") for url, _ in files),
        tuple(
            DocumentAnswer(url, url, 200, FileKind.PDF, pdf=Pdf(1, True, title=title)) for url, title in files
        ),
    )
    outcome, _ = said(*(path.removeprefix(SITE) for path in paths), documents=documents)

    assert (outcome is Outcome.PASSED) is (sample["label"] == "benign")


def slug(text: str) -> str:
    """A headline as WordPress writes it into an address."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower())[:90].strip("-")


def test_doorways_of_a_real_list() -> None:
    """A sitemap with a few dozen of an attacker's folders proves the break-in, whichever they are."""
    draw = random.Random(7)
    drawn = [draw.sample(PHRASES, 30) for _ in range(20)]

    assert {said("profil", *map(slug, some)) for some in drawn} == {(Outcome.FAILED, "doorways")}


def test_headlines_about_gambling() -> None:
    """All honest texts of the samples as headlines of one site prove nothing."""
    assert said(*map(slug, BENIGN))[0] is not Outcome.FAILED
    assert len(list(planted(((f"{SITE}{slug(text)}", "") for text in BENIGN), "contohprov.go.id"))) <= 5


@pytest.mark.parametrize(
    ("paths", "outcome", "code"),
    [
        (["berita/1", "slot-parkir-baru"], Outcome.PASSED, ""),
        (["mengenal-togel"], Outcome.PASSED, ""),
        (["%73lot-gacor-maxwin"], Outcome.CANT_TELL, "suspect"),
        (["sl0t-g4cor"], Outcome.CANT_TELL, "suspect"),
        (["slot-gacor", "togel"], Outcome.CANT_TELL, "suspect"),
        (["storage/app/toto-macau.php"], Outcome.FAILED, "uploads"),
        (["vendor/phpunit/x/situs-slot.htm?id=1"], Outcome.FAILED, "uploads"),
        (["wp-content/uploads/2025/rapat-kerja.html"], Outcome.PASSED, ""),
        (["tag/slot-gacor-maxwin/", "tag/togel/"], Outcome.CANT_TELL, "searches"),
        (["?s=slot+gacor+maxwin"] * 20, Outcome.CANT_TELL, "searches"),
        (["buku-tamu/togel-slot-gacor"], Outcome.CANT_TELL, "searches"),
    ],
)
def test_addresses(paths: list[str], outcome: Outcome, code: str) -> None:
    """A break-in needs proof; headlines and what visitors can make are lesser signs."""
    assert said(*paths) == (outcome, code)


def test_sitemap_that_robots_names() -> None:
    """Nobody names the sitemap of a gambling folder, or host, but who made it."""
    assert said(maps=[f"{SITE}slot-gacor/sitemap.xml"]) == (Outcome.FAILED, "robots")
    assert said(maps=["https://rajatogel.example/sitemap.xml"]) == (Outcome.FAILED, "robots")
    assert said(maps=["https://cdn.example/sitemap.xml"]) == (Outcome.PASSED, "")


def test_files() -> None:
    """The names and titles of the site's own PDF files count; those elsewhere are links."""
    urls = [f"{SITE}file/{number}.pdf" for number in range(3)]
    titles = ("Slot Gacor Maxwin", "Togel Toto Macau Live Draw", "Bandar Togel Slot Online")
    answers = tuple(
        DocumentAnswer(url, url, 200, FileKind.PDF, pdf=Pdf(1, True, title=title))
        for url, title in zip(urls, titles, strict=True)
    )
    found = tuple(Document(url) for url in urls)
    foreign = tuple(Document(f"https://awan.example/togel-slot-gacor-{number}.pdf") for number in range(9))

    assert said(documents=Documents(found, answers)) == (Outcome.FAILED, "doorways")
    assert said(documents=Documents(found, answers[:1])) == (Outcome.CANT_TELL, "suspect")
    assert said(documents=Documents(foreign)) == (Outcome.PASSED, "")


def test_what_was_not_read() -> None:
    """A sitemap that was refused leaves it open; a robots.txt that was not read does not."""
    (verdict,) = injected_paths(home(), Robots(404), failure("blocked"), Feeds(), Documents(), Readings(()))

    assert (verdict.outcome, verdict.code) == (Outcome.CANT_TELL, "unread")
    assert said("profil", robots=failure("timeout")) == (Outcome.PASSED, "")


def test_foreign_script() -> None:
    """Addresses in the script of a shop in East Asia were not written by an agency here."""
    shop = [
        f"{word}/{number}" for number in range(4) for word in ("激安通販", "スーパーコピー", "ブランド財布")
    ]

    assert said(*shop) == (Outcome.FAILED, "doorways")
    assert said(*shop[:2]) == (Outcome.CANT_TELL, "suspect")


def test_folders_that_nothing_links_to() -> None:
    """Dozens of folders that only a sitemap names may be doorways; archives and articles are not."""
    doorways = [f"{word}x{word}/{page}.html" for word in "abcdefghijklmno" for page in "12"]
    articles = [f"artikel-tentang-{number}" for number in range(300)]
    archive = [f"20{year}/{month}/judul" for year in range(10, 26) for month in "123"]

    assert said(*doorways) == (Outcome.CANT_TELL, "unlinked")
    assert said(*articles, *archive) == (Outcome.PASSED, "")
    linked = Readings((reading(links=[link(f"{SITE}{path}") for path in doorways[::2]]),))
    (verdict,) = injected_paths(
        home(),
        Robots(404),
        sitemaps(*((f"{SITE}{path}", "") for path in doorways)),
        Feeds(),
        Documents(),
        linked,
    )
    assert verdict.outcome is Outcome.PASSED


def test_feed() -> None:
    """A feed tells of planted articles with their titles."""
    titles = ("Slot gacor maxwin", "Toto macau live draw", "Bandar togel casino online")
    items = tuple(
        FeedItem(f"{SITE}{number}", seen(date(2026, 1, 1)), f"{SITE}feed", title)
        for number, title in enumerate(titles)
    )
    (verdict,) = injected_paths(home(), Robots(404), sitemaps(), Feeds(items), Documents(), Readings(()))

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "doorways")
