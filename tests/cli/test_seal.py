"""`webaudit seal --public`: nothing personal leaves with a copy, and what was left out is judged no more."""

import gzip
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import webaudit
from tests.crawl.servers import answer, served

pytestmark = pytest.mark.network

NUMBERS = ("3273014101900001", "3273010202910002", "3273014303920003", "3273010404930004", "3273014505940005")
LIST = "".join(f"<tr><td>Warga {at}</td><td>{number}</td></tr>" for at, number in enumerate(NUMBERS))
TEXT = "<p>Daftar penerima bantuan yang diumumkan oleh dinas pada tahun ini untuk semua warga.</p>"


def page(body: str) -> bytes:
    """A page of the agency, with enough to read."""
    return answer(f"<!doctype html><html lang='id'><title>Dinas Sosial</title><body>{TEXT * 9}{body}")


HOME = page('<a href="/bantuan">Penerima bantuan</a> <a href="/profil">Profil</a>')
PAGES = {
    "/": HOME,
    "/bantuan": page(f"<table>{LIST}</table><p lang='zz'>{NUMBERS[0]}</p>"),
    "/profil": page("<h1>Profil</h1>"),
    "*": answer("", 404),
}


@dataclass(frozen=True)
class Copied:
    """A run and its copy for the public."""

    run: Path
    copy: Path
    said: str


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Copied:
    """A run of one site that lists citizens, sealed for the public."""
    folder = tmp_path_factory.mktemp("seal")
    with served(PAGES) as server:
        (folder / "sites.yaml").write_text(
            "schema: webaudit-sites/1\ndefaults: {region: Contoh}\nsites:\n"
            "  - {id: dinsos, name: Dinas Sosial, url: 'http://dinsos.test/', type: dinas,\n"
            "     contact: orang@dinsos.test}\n",
            "utf-8",
        )
        done = webaudit(
            *("audit", "sites.yaml", "--run", "run", "--quiet", "--rate", "0", "--max-pages", "5"),
            *(
                "--resolve",
                f"dinsos.test:80:127.0.0.1:{server.port}",
                "--resolve",
                "dinsos.test:443:127.0.0.1:1",
            ),
            cwd=folder,
        )
        assert done.returncode == 0, done.stderr
    made = webaudit("seal", "run", "--public", "--into", "copy", "--lang", "en", cwd=folder)
    assert made.returncode == 0, made.stderr
    return Copied(folder / "run", folder / "copy", made.stdout)


def bytes_of(folder: Path) -> bytes:
    """All that a run holds, unpacked."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return b"".join(
        gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in files
    )


def judged(run: Path) -> dict[str, Any]:
    """The findings of the site, by check."""
    done = webaudit("assess", run, "--json", "-", "--quiet")
    (site,) = json.loads(done.stdout)["sites"]
    return {finding["check"]: finding for finding in site["findings"]}


def test_nothing_personal_is_left(copied: Copied) -> None:
    """No number and no contact is in the copy; the digest of the page that held them is, as in the run."""
    before, after = bytes_of(copied.run), bytes_of(copied.copy)
    page = before.index(b"WebAudit-Purpose: page")
    digests = set(re.findall(rb"WARC-Payload-Digest: (\S+)", before))

    assert page
    assert NUMBERS[0].encode() in before
    assert b"orang@dinsos.test" in before
    assert not any(number.encode() in after for number in NUMBERS)
    assert b"orang@dinsos.test" not in after
    assert set(re.findall(rb"WARC-Payload-Digest: (\S+)", after)) == digests
    assert "bodies: 1." in copied.said


def test_copy_is_sealed(copied: Copied) -> None:
    """The copy has sums of its own, and they hold."""
    assert webaudit("verify", copied.copy).returncode == 0


def test_what_is_withheld_is_open(copied: Copied) -> None:
    """What the page said is open in the copy, never passed; other pages are judged as before."""
    before, after = judged(copied.run), judged(copied.copy)

    assert before["mass-leak"]["outcome"] == "failed"
    assert after["mass-leak"]["outcome"] == "cantTell"
    assert after["image-alternative"]["outcome"] != "passed"
    assert after["contact-details"]["outcome"] == "untested"
    assert not [
        check
        for check in after
        if after[check]["outcome"] == "passed" and before[check]["outcome"] == "failed"
    ]
    assert not [
        check
        for check in after
        if after[check]["outcome"] == "failed" and before[check]["outcome"] == "passed"
    ]


@pytest.mark.parametrize("form", ["json", "csv", "markdown", "earl", "junit", "sarif"])
def test_no_output_tells_a_number(copied: Copied, tmp_path: Path, form: str) -> None:
    """No report of the run itself shows a number that a finding speaks of."""
    done = webaudit("report", copied.run, "--format", form, "--out", tmp_path)
    written = done.stdout + "".join(
        path.read_text("utf-8") for path in tmp_path.rglob("*") if path.suffix != ".xlsx" and path.is_file()
    )

    assert done.returncode == 0, done.stderr
    assert written
    assert not any(number in written for number in NUMBERS)


def test_terminal_tells_no_number(copied: Copied) -> None:
    """Nor does the terminal."""
    done = webaudit("report", copied.run)

    assert not any(number in done.stdout + done.stderr for number in NUMBERS)


def test_refusals(copied: Copied) -> None:
    """A copy is made on purpose, of a run that is whole, and never within it."""
    run = copied.run

    assert webaudit("seal", run, "--into", run.parent / "x").returncode == 2
    assert webaudit("seal", run, "--public", "--into", run / "x").returncode != 0
    assert webaudit("seal", run, "--public", "--into", copied.copy).returncode != 0
