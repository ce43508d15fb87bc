"""What agencies do to seem usable by everybody, and what makes them so."""

import re

from tests.metamorphic.captured import Captured, at_end, html, in_head, in_main, retagged
from tests.metamorphic.transformation import cosmetic, repair
from tests.metamorphic.transformations.services import KEYWORDS


@cosmetic
def spacer_images(site: Captured) -> Captured:
    """Ninety-nine images that are marked as decoration."""
    images = "".join(f'<img src="/spasi-{number}.gif" alt="">' for number in range(99))
    return site.rewritten(lambda old: in_main(old, images))


@cosmetic
def images_called_image(site: Captured) -> Captured:
    """Ninety-nine images whose alternative says that they are images."""
    images = "".join(f'<img src="/a-{number}.jpg" alt="image">' for number in range(99))
    return site.rewritten(lambda old: in_main(old, images))


@cosmetic
def images_called_by_file(site: Captured) -> Captured:
    """Images whose alternative is the name of their file."""
    images = "".join(f'<img src="/IMG_{number}.jpg" alt="IMG_{number}.jpg">' for number in range(20))
    return site.rewritten(lambda old: in_main(old, images))


@cosmetic
def image_that_nobody_sees(site: Captured) -> Captured:
    """An image with a good alternative, hidden from everybody."""
    image = '<img src="/a.jpg" alt="Petugas melayani warga" style="display:none">'
    return site.rewritten(lambda old: in_main(old, image))


@cosmetic
def blank_alternatives(site: Captured) -> Captured | None:
    """Images without alternative get one of a blank."""
    return _with_missing_alternatives(site, ' alt=" "')


@cosmetic
def generic_alternatives(site: Captured) -> Captured | None:
    """Images without alternative are all called “gambar”."""
    return _with_missing_alternatives(site, ' alt="gambar"')


@cosmetic
def stuffed_alternatives(site: Captured) -> Captured:
    """Images with an alternative get the names of all services for it."""

    def stuffed(name: str, attributes: list[str]) -> str:
        if name.lower() == "img":
            attributes = [
                f'alt="{KEYWORDS}"' if re.match(r"alt=\"[^\"]+\"", one) else one for one in attributes
            ]
        return " ".join((name, *attributes))

    return site.rewritten(lambda old: retagged(old, stuffed))


@cosmetic
def accessibility_overlay(site: Captured) -> Captured:
    """A script that promises accessibility in one line."""
    script = (
        '<script src="https://cdn.userway.org/widget.js" data-account="abc123"></script>'
        '<div id="userwayAccessibilityIcon" class="userway_buttons_wrapper" aria-label="Accessibility '
        'Menu" role="button" '
        'tabindex="0"></div>'
    )
    return site.rewritten(lambda old: at_end(old, script))


@cosmetic
def language_on_other_elements(site: Captured) -> Captured:
    """The language on the head, the body and its parts, and in a meta element."""

    def marked(name: str, attributes: list[str]) -> str:
        if name.lower() in {"head", "body", "div", "p"} and not any(
            one.startswith("lang") for one in attributes
        ):
            attributes = [*attributes, 'lang="id"']
        return " ".join((name, *attributes))

    meta = '<meta http-equiv="content-language" content="id"><meta name="language" content="Indonesia">'
    return site.rewritten(lambda old: in_head(retagged(old, marked), meta))


@cosmetic
def title_in_a_picture(site: Captured) -> Captured:
    """A title inside a drawing, and one in a meta element."""
    drawing = "<svg width=1 height=1><title>Dinas Contoh</title></svg>"
    meta = '<meta property="og:title" content="Dinas Contoh">'
    return site.rewritten(lambda old: in_head(in_main(old, drawing), meta))


@cosmetic
def stuffed_titles(site: Captured) -> Captured:
    """Titles get the names of all services."""
    return site.rewritten(lambda old: re.sub(r"(<title>[^<]+)", rf"\1 | {KEYWORDS}", old, count=1))


@cosmetic
def empty_aria(site: Captured) -> Captured:
    """Images without alternative get an empty label, and one that points nowhere."""

    def labelled(name: str, attributes: list[str]) -> str:
        if name.lower() == "img" and not any(one.lower().startswith("alt") for one in attributes):
            attributes = [*attributes, 'aria-label=""', 'aria-labelledby="tidak-ada"']
        return " ".join((name, *attributes))

    return site.rewritten(lambda old: retagged(old, labelled))


def _with_missing_alternatives(site: Captured, alternative: str) -> Captured | None:
    missing = re.compile(r"<img\b(?![^>]*\balt\b)", re.IGNORECASE)
    pages = [page for page in site.pages if missing.search(html(page))]
    return site.rewritten(lambda old: missing.sub(rf"<img{alternative}", old), to=pages) if pages else None


@repair
def described_images(site: Captured) -> Captured | None:
    """Images without alternative are described."""
    return _with_missing_alternatives(site, ' alt="Petugas melayani warga di loket kecamatan"')


@repair
def language(site: Captured) -> Captured:
    """Every page declares its language."""

    def declared(old: str) -> str:
        if not re.search(r"<html\b", old, re.IGNORECASE):
            return f'<html lang="id">{old}'
        return re.sub(
            r"<html\b(?![^>]*\slang=[\"']?\w)", '<html lang="id"', old, count=1, flags=re.IGNORECASE
        )

    return site.rewritten(declared)


@repair
def titles(site: Captured) -> Captured:
    """Every page without a title gets one."""

    def titled(old: str) -> str:
        old = re.sub(r"<title>\s*</title>", "", old, flags=re.IGNORECASE)
        if re.search(r"<title\b", old, re.IGNORECASE):
            return old
        return in_head(old, "<title>Pelayanan Warga - Dinas Contoh</title>")

    return site.rewritten(titled)


@repair
def one_image_described(site: Captured) -> Captured | None:
    """One image of one page is described."""
    missing = re.compile(r"<img\b(?![^>]*\balt\b)", re.IGNORECASE)
    page = next((page for page in site.pages if missing.search(html(page))), None)
    if page is None:
        return None
    return site.rewritten(lambda old: missing.sub('<img alt="Loket pelayanan"', old, count=1), to=(page,))
