"""Text below headings and bold lines: one page may hold several things that citizens ask for."""

import pytest

from tests.evidence import SITE, page
from webaudit.model.reading import ProofKind

TEXT = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh "


def sections(body: str, path: str = "profil") -> dict[str, int]:
    """The words of each section of a page, by its subject."""
    read = page(f"<html lang=id><title>Profil</title><body>{body}", url=f"{SITE}{path}").reading
    return {proof.subject: proof.words for proof in read.proofs if proof.by is ProofKind.SECTION}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(f"<h2>Visi</h2><p>{TEXT}<h2>Misi</h2><ol><li>{TEXT}</ol>", {"visi_misi": 20}, id="both"),
        pytest.param(
            f"<h2>Visi dan Misi</h2><h3>Visi</h3><p>{TEXT}</p><h3>Misi</h3><p>{TEXT}</p>"
            f"<h2>Peta jalan</h2><p>{TEXT}",
            {"visi_misi": 20},
            id="in a section",
        ),
        pytest.param(
            f"<h2>Tugas dan Fungsi</h2><p>{TEXT}</p><h3>Sekretariat</h3><p>{TEXT}</p>"
            f"<h2>Struktur Organisasi</h2><p>{TEXT}",
            {"tupoksi": 20, "struktur": 10},
            id="with parts of its own",
        ),
        pytest.param(
            f"<p><strong>Visi</strong></p><p>{TEXT}</p><p><b>Tugas Pokok:</b><br>{TEXT}</p>",
            {"visi_misi": 10, "tupoksi": 10},
            id="bold lines",
        ),
        pytest.param(f"<p>Kami punya <b>visi</b> dan {TEXT}", {}, id="a bold word"),
        pytest.param(
            f"<h2>Visi</h2><ul><li><a href=/x>{TEXT}</a></ul><footer>{TEXT}</footer>",
            {"visi_misi": 0},
            id="links and footer",
        ),
        pytest.param("<h2>Visi</h2>", {"visi_misi": 0}, id="a heading alone"),
    ],
)
def test_sections(body: str, expected: dict[str, int]) -> None:
    """A section ends with a heading of its level or of another subject; links and menus do not count."""
    assert sections(body) == expected


def test_bold_lines_elsewhere() -> None:
    """On a page that nobody asks for by name a bold line is no heading."""
    body = f"<p><strong>Visi</strong></p><p>{TEXT}"

    assert sections(body.replace("Profil", ""), "berita/7-rapat-kerja-dinas") == {}
