"""`foreign-region-content`: copied pages are found, neighbours that are mentioned are not."""

from dataclasses import replace

import pytest

from tests.evidence import SITE, reading, readings
from webaudit.checks.freshness.foreign_region_content import foreign_region_content
from webaudit.model.finding import Outcome, Verdict
from webaudit.model.reading import PageKind, Proof, ProofKind
from webaudit.model.site import Region, Site

HOME = Site("dinas", "https://dinas.jabarprov.go.id/")
JABAR = Region("Jawa Barat", ("jabarprov.go.id",))


def asked(
    text: str,
    *,
    title: str = "Profil",
    subject: str = "profil",
    path: str = "profil",
    where: Region = JABAR,
    kind: PageKind = PageKind.CONTENT,
) -> list[Verdict]:
    """The verdicts on one page of a subject."""
    url = f"{SITE}{path}"
    shown = reading(text, url=url, title=title, kind=kind)
    proof = Proof(subject, ProofKind.PAGE, url)
    return list(foreign_region_content(readings(replace(shown, proofs=(proof,))), HOME, where))


COPIED = "Provinsi Sumatera Utara. Gubernur Sumatera Utara. Pergub Sumatera Utara. PPID Provinsi Sumut."


@pytest.mark.parametrize(
    ("text", "title", "code"),
    [
        pytest.param(COPIED, "Profil", "other-region", id="copied"),
        pytest.param(f"Jabar. Jawa Barat. {COPIED}", "Profil", "other-region", id="own frame around it"),
        pytest.param("Isi", "PPID Provinsi Banten", "other-region-named", id="title"),
        pytest.param("Isi", "PPID Provinsi Banten - Jabar", "", id="own name in the title too"),
        pytest.param("Provinsi Jawa Barat " * 9 + COPIED, "Profil", "other-region", id="own name repeated"),
        pytest.param(
            f"Visi Jawa Barat. Misi Jawa Barat. Dinas Jabar. Warga Jabar. {COPIED}",
            "Profil",
            "",
            id="own more",
        ),
        pytest.param("Kunjungan ke Provinsi Banten. " * 9, "Profil", "", id="one sentence over and over"),
        pytest.param(
            "Di barat Provinsi Banten, di timur Provinsi Jawa Tengah", "Profil", "", id="neighbours"
        ),
        pytest.param("Banten Banten Banten Banten", "Profil", "", id="a place, not a government"),
        pytest.param("Provinsi Jawa Barat", "Profil Provinsi Jawa Barat", "", id="own alone"),
        pytest.param("", "", "", id="nothing said"),
    ],
)
def test_code(text: str, title: str, code: str) -> None:
    """Another government in three places, and more than the own region, fails; so does a title of it."""
    (verdict,) = asked(text, title=title)

    assert verdict.code == code
    assert (verdict.outcome is Outcome.FAILED) is bool(code)


def test_longer_name() -> None:
    """“Kepulauan Riau” is not “Riau”, and “Papua Barat Daya” not “Papua”."""
    text = "Provinsi Kepulauan Riau. Gubernur Kepulauan Riau. Pemprov Kepri."

    assert asked(text, where=Region("Kepulauan Riau"))[0].outcome is Outcome.PASSED
    assert asked(text, where=Region("Riau"))[0].values["other"] == "Kepulauan Riau"


@pytest.mark.parametrize(
    "verdicts",
    [
        pytest.param(asked(COPIED, where=Region()), id="no region known"),
        pytest.param(asked(COPIED, subject="berita"), id="news"),
        pytest.param(asked(COPIED, path="berita/kunjungan-kerja-ke-medan"), id="an article"),
        pytest.param(asked(COPIED, title="Kunjungan Kerja Provinsi Sumatera Utara"), id="a headline"),
        pytest.param(asked(COPIED, kind=PageKind.ERROR), id="no content"),
    ],
)
def test_no_target(verdicts: list[Verdict]) -> None:
    """Pages that have a right to speak of others, and lists without a region, are no target."""
    assert verdicts == []


def test_a_list_of_news_excuses_no_page() -> None:
    """A page that is about the agency by its title stays so, whatever headings it has below."""
    url = f"{SITE}profil"
    proofs = (Proof("profil", ProofKind.PAGE, url), Proof("agenda", ProofKind.SECTION, url))
    (verdict,) = foreign_region_content(readings(reading(COPIED, url=url, proofs=proofs)), HOME, JABAR)

    assert verdict.code == "other-region"
