"""Sites as they should be, and sites that are not there."""

from collections.abc import Iterator

from hostile_bed.bed import Bed, good, site
from tests.crawl.servers import (
    answer,
    redirect,
)


def healthy() -> Iterator[Bed]:
    """Sites as they should be."""
    for number in range(20):
        pages = site(
            good("/profil", "/layanan", "/kontak", "/berita", "http://bed0.example/", title=f"Dinas {number}")
        )
        pages.update({f"/berita/{n}": good("/", title=f"Berita {number}.{n}") for n in range(6)})
        pages["/berita"] = good(*(f"/berita/{n}" for n in range(6)), title="Berita")
        pages["/sitemap.xml"] = answer(
            "<urlset><url><loc>/berita/5</loc><lastmod>2026-11-01</lastmod></url></urlset>",
            content_type="text/xml",
        )
        secure = number % 2 == 0
        yield Bed(
            "healthy",
            f"dinas-{number}",
            {"*": redirect("https://HOST/")} if secure else pages,
            pages if secure else None,
            tls="good" if secure else "",
            scheme="https" if secure else "http",
        )


def dead(number: int) -> Iterator[Bed]:
    """Sites that are not there: without a name, without a route, with a closed port, in a black hole."""
    kinds = ("nxdomain", "no-route", "black-hole", "closed")
    for at in range(number):
        kind = kinds[at % 4]
        if kind == "closed":
            yield Bed(
                "dead", f"closed-{at}", dns="ok", url=f"http://dead{at}.example:81/", host=f"dead{at}.example"
            )
        else:
            yield Bed("dead", f"{kind}-{at}", dns=kind)
