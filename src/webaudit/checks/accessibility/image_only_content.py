"""Check `image-only-content`."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.exposure import exposure
from webaudit.extract.links import landmark
from webaudit.extract.own import ENOUGH_WORDS
from webaudit.extract.proofs import MENUS
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.model.reading import Landmark, PageKind, ProofKind
from webaudit.standards import indonesia, wcag

_SUBJECTS = frozenset(
    [
        *("struktur", "maklumat", "pengumuman", "tupoksi", "visi_misi", "standar_pelayanan"),
        *("jam_layanan", "prosedur_informasi", "keberatan", "profil"),
    ]
)
"""What agencies put up as a picture."""

_ENOUGH_IN_ALT = 5
_SMALL = 100
"""Pixels: a smaller picture is an icon."""

_MOST_IMAGES = 50
_FILES = (".jpg", ".jpeg", ".png", ".gif", ".webp")


@check(
    id="image-only-content",
    title="What matters is text, not a picture of it",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_1_4_5, indonesia.PERKI_1_2021),
    remedy="Write what the picture says as text below it: the offices of the structure chart as a list, the "
    "promise of the service charter word by word. In WordPress: edit the page, add a Paragraph or List "
    "block under the image.",
    since="0.3.0",
    sole_target=True,
)
def image_only_content(page: Page) -> Iterator[Verdict]:
    """A structure chart, a service charter or an announcement that is a picture says nothing to the blind.

    It can not be enlarged without blur, copied, translated or found by a search either.

    Target: each page on the structure, duties, vision, service standards, service charter, service hours,
        announcements or profile of the agency that shows a picture, or has 40 words of its own.
    Expectation: it has 40 words beside menus and links, or an alternative text of five words on a picture.
    Limits: what a picture shows is not seen; pictures under 100 pixels, and those that lead elsewhere, do not
        count. Where a document is embedded, or most words are links, a person must look.

    Passed:
        ```html
        <title>Maklumat Pelayanan</title><h1>Maklumat Pelayanan</h1>
        <img src="maklumat.jpg" alt="Kami sanggup melayani sesuai standar, siap menerima sanksi bila lalai">
        ```

    Failed (image-only):
        ```html
        <title>Maklumat Pelayanan</title><h1>Maklumat Pelayanan</h1>
        <img src="maklumat.jpg" alt="Maklumat Pelayanan">
        ```

    CantTell (image-among-others):
        ```html
        <title>Maklumat Pelayanan</title><h1>Maklumat Pelayanan</h1>
        <img src="maklumat.jpg" alt=""><iframe src="maklumat.pdf"></iframe>
        ```
    """
    own = page.reading.own
    subject = any(proof.by is ProofKind.PAGE and proof.subject in _SUBJECTS for proof in page.reading.proofs)
    if page.reading.kind is not PageKind.CONTENT or own is None or not subject:
        return
    if own.words >= ENOUGH_WORDS:
        yield passed(page.root)
        return
    pictures = list(_pictures(page))
    if not pictures:
        return
    if any(len(picture.get("alt", "")[:500].split()) >= _ENOUGH_IN_ALT for picture in pictures):
        yield passed(page.root)
    elif own.embedded or own.linked >= ENOUGH_WORDS:
        yield cant_tell(
            pictures[0], "image-among-others", "the page is a picture beside links or a document; look at it"
        )
    else:
        yield failed(
            pictures[0],
            "image-only",
            "the page is a picture, with {words} words of text beside it",
            words=own.words,
        )


def _pictures(page: Page) -> Iterator[HtmlElement]:
    """The pictures that are shown beside menus, and lead nowhere but to themselves."""
    places: dict[HtmlElement | None, Landmark] = {}
    unseen = exposure(page).unseen
    for picture in page.elements("img")[:_MOST_IMAGES]:
        if picture in unseen or landmark(picture, places) in MENUS or _is_small(picture):
            continue
        link = next(picture.iterancestors("a"), None)
        if link is None or link.get("href", "").lower().endswith(_FILES):
            yield picture


def _is_small(picture: HtmlElement) -> bool:
    """Whether its attributes say that it is an icon."""
    sizes = [size for name in ("width", "height") if (size := picture.get(name, "").strip()[:6]).isdecimal()]
    return any(int(size) < _SMALL for size in sizes)
