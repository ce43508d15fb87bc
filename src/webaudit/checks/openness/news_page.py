"""Check `news-page`."""

from collections.abc import Iterator

from webaudit.extract.clicks import FAR, clicks
from webaudit.extract.existence import existence
from webaudit.extract.news import news_item
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Outcome, Verdict, cant_tell, failed, passed
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="news-page",
    title="The agency publishes news of its own",
    category=Category.OPENNESS,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_14_2008, indonesia.PANDUAN_2003),
    remedy="Link the list of news in the menu and publish there what the agency does. In WordPress: Posts, "
    "Add New; then Appearance, Menus, Categories.",
    since="0.2.0",
    sole_target=True,
)
def news_page(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """From its news citizens learn what an agency does, and that somebody looks after the site.

    Target: the site, once; all captured pages are read.
    Expectation: there is a way to news on the site itself, and items are linked from it or from other pages:
        headlines with an address of news, or made of their words, or numbered on a list with dates.
        Two clicks from the home page lead there.
    Limits: how new they are is the matter of another check, what they are worth is left to people.

    Passed (path, items):
        ```json
        {"inventory": {"proofs": [{"subject": "berita", "by": "path", "url": "https://a.example/berita"}]},
         "readings": {"pages": [{"url": "https://a.example/berita", "status": 200, "kind": "content",
            "links": [{"href": "", "text": "Dinas Membuka Layanan Baru di Kecamatan",
                "url": "https://a.example/berita/7-layanan-baru"}]}]},
         "link_targets": {"targets": []}}
        {"inventory": {},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content",
            "links": [{"href": "", "text": "Dinas Membuka Layanan Baru di Kecamatan",
                "url": "https://a.example/2026/06/layanan-baru-di-kecamatan"}]}]},
         "link_targets": {"targets": []}}
        ```

    Failed (absent, far):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        {"inventory": {"proofs": [{"subject": "berita", "by": "path", "url": "https://a.example/berita"}]},
         "readings": {"start": "https://a.example/", "pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"},
            {"url": "https://a.example/berita", "status": 200, "kind": "content",
             "links": [{"href": "", "text": "Dinas Membuka Layanan Baru di Kecamatan",
                "url": "https://a.example/berita/7-layanan-baru"}]}]},
         "link_targets": {"targets": []}}
        ```

    CantTell (no-items, clicks-unseen):
        ```json
        {"inventory": {"proofs": [{"subject": "berita", "by": "path", "url": "https://a.example/berita"}]},
         "readings": {"pages": [{"url": "https://a.example/berita", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []}}
        {"inventory": {"proofs": [{"subject": "berita", "by": "path", "url": "https://a.example/berita"}]},
         "readings": {"start": "https://a.example/", "pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content",
             "links": [{"href": "/1", "text": "1", "url": "https://a.example/1"}]},
            {"url": "https://a.example/berita", "status": 200, "kind": "content",
             "links": [{"href": "", "text": "Dinas Membuka Layanan Baru di Kecamatan",
                "url": "https://a.example/berita/7-layanan-baru"}]}]},
         "link_targets": {"targets": []}}
        ```
    """
    proofs = inventory.of("berita")
    item = news_item(readings, [proof.url for proof in proofs])
    absent = "no way to news was found; pages read: {pages}"
    way = existence(proofs, readings, link_targets, portals, absent=absent)
    # A day on the page is no item: it may be a clock's, a footer's or a deadline.
    if way.outcome is Outcome.PASSED and item is None:
        message = "{url} is there, but no item of news could be seen"
        yield cant_tell(way.here, "no-items", message, url=str(way.here))
        return
    if way.code in ("absent", "empty-page") and item is not None:
        way = passed(item.url, "items", "an item of news is linked: “{text}”", text=item.text)
    reach = clicks(readings)
    if way.outcome is not Outcome.PASSED or not reach.home or (item and reach.to(item.url) < FAR):
        yield way
        return
    near = [proof for proof in proofs if reach.to(proof.url) < FAR]
    if near and existence(near, readings, link_targets, portals, absent=absent).outcome is Outcome.PASSED:
        yield way
    elif reach.whole:
        yield failed(way.here, "far", "{url} is more than two clicks from the home page", url=str(way.here))
    else:
        message = "{url} was found; whether two clicks from the home page lead there was not seen"
        yield cant_tell(way.here, "clicks-unseen", message, url=str(way.here))
