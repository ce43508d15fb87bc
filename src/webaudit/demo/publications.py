"""The documents that the law asks every agency for, and the files behind their links."""

from dataclasses import dataclass
from datetime import date
from zlib import crc32

from webaudit.demo.agency import Agency, Papers
from webaudit.demo.layout import slug
from webaudit.demo.places import CLOUD_HOST

_SPAN = 4
"""Years that a strategic plan holds after its first."""


@dataclass(frozen=True, slots=True)
class Publication:
    """One document for the public.

    Attributes:
        href: of the link to it.
        path: where the agency itself keeps the file; empty if a cloud does.
    """

    title: str
    href: str
    path: str


def publications(agency: Agency, today: date) -> tuple[Publication, ...]:
    """All documents of an agency; none if it has no content."""
    if agency.content is None:
        return ()
    year = today.year - agency.condition.papers_age_years
    plans = (
        f"Rencana Strategis {year - 1}-{year - 1 + _SPAN}",
        f"Rencana Kerja {year}",
        f"Dokumen Pelaksanaan Anggaran {year}",
        f"Laporan Kinerja {year - 1}",
        f"Laporan Keuangan {year - 1}",
    )
    others = (
        f"Daftar Informasi Publik {year}",
        f"LHKPN Kepala {agency.short_name}",
        f"Laporan Layanan Informasi Publik {year - 1}",
        "Informasi Setiap Saat",
        "Informasi Serta Merta",
        "Informasi yang Dikecualikan",
        *agency.content.documents,
    )
    away = agency.condition.papers is Papers.CLOUD
    return (*(_kept(title, away=away) for title in plans), *(_kept(title, away=False) for title in others))


def _kept(title: str, *, away: bool) -> Publication:
    if away:
        return Publication(title, f"https://{CLOUD_HOST}/file/d/{crc32(title.encode()):08x}/view", "")
    path = f"/unduh/{slug(title)}.pdf"
    return Publication(title, path, path)


def tagged(title: str) -> bytes:
    """A PDF document of one page that shows its title as a heading, tagged (ISO 32000-1, 14.8)."""
    shown = _string(title)
    drawn = b"/H1 <</MCID 0>> BDC BT /F1 18 Tf 72 720 Td (" + shown + b") Tj ET EMC"
    return _file(
        b"<</Type/Catalog/Pages 2 0 R/Lang(id)/MarkInfo<</Marked true>>/StructTreeRoot 7 0 R"
        b"/ViewerPreferences<</DisplayDocTitle true>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/StructParents 0"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Title(%s)>>" % shown,
        b"<</Type/StructTreeRoot/K[8 0 R]/ParentTree 9 0 R>>",
        b"<</Type/StructElem/S/H1/P 7 0 R/Pg 3 0 R/K 0>>",
        b"<</Nums[0[8 0 R]]>>",
    )


def scanned(title: str) -> bytes:
    """A PDF document of one page that is a picture of it, as a scanner makes it."""
    drawn = b"q 595 0 0 842 0 0 cm /Im1 Do Q"
    return _file(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</XObject<</Im1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1"
        b">>stream\n\xee\nendstream",
        b"<</Title(%s)>>" % _string(title),
    )


def _string(text: str) -> bytes:
    """The text inside the brackets of a string."""
    return text.encode("latin-1", "replace").replace(b"\\", b"").replace(b"(", b"").replace(b")", b"")


def _file(*objects: bytes) -> bytes:
    """A PDF file of these objects: the first is the catalogue, the sixth the information (7.5)."""
    whole = b"%PDF-1.7\n"
    offsets = []
    for number, said in enumerate(objects, 1):
        offsets.append(len(whole))
        whole += b"%d 0 obj%s endobj\n" % (number, said)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return (
        whole
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer<</Size %d/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(whole))
    )
