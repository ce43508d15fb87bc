"""What links lead to is rebuilt from Exchanges alone, and so is what the central portals answer."""

import pytest

from tests.evidence import exchange, failure, link, reading, readings
from webaudit.extract.link_records import link_targets
from webaudit.model.evidence import Exchange, LinkTargets, Portals, Purpose
from webaudit.model.plan import Plan
from webaudit.model.reading import PageKind
from webaudit.model.record import Failure
from webaudit.model.site import DeclaredService, Region, Site

A, B, C = "https://a.test/", "https://a.test/b", "https://a.test/c"
PAGE = "<!doctype html><html lang=id><title>Dinas</title><p>" + "Pelayanan bagi warga. " * 60
PORTAL = "https://ppid.test/"
PLAN = Plan(Site("a", A, services=(DeclaredService("S", "https://s.test/"),)))


def answered(url: str, status: int | None = 200, body: str = PAGE, *, location: str = "") -> Exchange:
    """The answer of a link's target."""
    return exchange(
        body,
        url=url,
        status=status,
        headers={"location": location} if location else {},
        purpose=Purpose.LINK_TARGET,
        failure=None if status else failure("dns"),
    )


def test_link_targets() -> None:
    """Links and declared services that were asked, in order of URLs; captured pages answer for themselves."""
    pages = readings(
        reading(url=A, links=[link(url) for url in (B, C, "https://o.test/", "https://o.test/unasked")]),
        reading(url=B, kind=PageKind.SOFT_404),
    )
    own = [exchange(PAGE, url=A, purpose=Purpose.HOME), exchange(PAGE, url=B), answered(C, 404)]
    other = [
        answered("https://o.test/", 302, location="/in"),
        answered("https://o.test/in"),
        answered("https://s.test/", None),
    ]
    found, portals = link_targets(PLAN, pages, own, other)

    assert isinstance(found, LinkTargets)
    assert [(target.url, target.internal, target.status, target.kind) for target in found.targets] == [
        (B, True, 200, PageKind.SOFT_404),
        (C, True, 404, PageKind.ERROR),
        ("https://o.test/", False, 200, PageKind.CONTENT),
        ("https://s.test/", False, None, None),
    ]
    assert [target.found_on for target in found.targets] == [(A,), (A,), (A,), ()]
    assert found.targets[-1].failure is not None
    assert found.unasked == 1
    assert portals == Portals()


def with_portal(*external: Exchange) -> tuple[LinkTargets | Failure, Portals]:
    """What a site knows that links to a page deep in a portal."""
    plan = Plan(Site("a", A), Region("Contoh", portals=("www.ppid.test",)))
    pages = readings(reading(url=A, links=[link(f"{PORTAL}opd/7")]))
    return link_targets(plan, pages, [exchange(PAGE, url=A, purpose=Purpose.HOME)], external)


def test_portals() -> None:
    """A portal's home page answers for it, over http if https is silent; a link to it was not left out."""
    secure, plain = "https://www.ppid.test/", "http://www.ppid.test/"
    found, alive = with_portal(answered(secure), answered(plain, 301, location=secure))
    _, http = with_portal(answered(secure, None), answered(plain))
    _, silent = with_portal(answered(secure, None), answered(plain, None))

    assert found == LinkTargets(())
    assert [one.url for one in (alive.of("ppid.test"), http.of("www.ppid.test")) if one] == [secure, plain]
    assert (unheard := silent.of("ppid.test")) is not None
    assert unheard.is_unknown
    assert with_portal()[1].of("ppid.test") is None


@pytest.mark.parametrize("swap", [False, True])
def test_portal_asked_by_two_machines(swap: bool) -> None:
    """Of two answers the better stands, in whatever order the files come: a page, an error, silence."""
    secure = "https://www.ppid.test/"
    for good, bad in (
        (answered(secure), answered(secure, 500)),
        (answered(secure, 404), answered(secure, None)),
    ):
        _, portals = with_portal(*((bad, good) if swap else (good, bad)))
        answer = portals.of("ppid.test")

        assert answer is not None
        assert answer.status == good.status


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param("", PageKind.EMPTY, id="nothing"),
        pytest.param("<html><title>PPID</title><body><div></div>", PageKind.EMPTY, id="a title alone"),
        pytest.param("<h1>Halaman sedang dalam perbaikan</h1>", PageKind.EMPTY, id="under construction"),
        pytest.param("<p>Error establishing a database connection", PageKind.EMPTY, id="database error"),
        pytest.param(f"<b>Fatal error</b>: Uncaught Error in /var/www {PAGE}", PageKind.EMPTY, id="PHP"),
        pytest.param(
            f"<title>Index of /ppid</title><h1>Index of /ppid</h1>{PAGE}", PageKind.EMPTY, id="files"
        ),
        pytest.param("<title>IIS Windows Server</title><img src=iis.png>", PageKind.PARKED, id="IIS"),
        pytest.param(
            "<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>", PageKind.PARKED, id="nginx"
        ),
        pytest.param("<img src=ppid.png alt=PPID>", PageKind.CONTENT, id="a picture"),
        pytest.param("<meta http-equiv=refresh content='0;url=/id'>", PageKind.CONTENT, id="leads on"),
        pytest.param(f"<style>{'a{}' * 30_000}</style>{PAGE}", PageKind.CONTENT, id="cut before its text"),
        pytest.param(f"<h1>Segera hadir: layanan baru</h1>{PAGE}", PageKind.CONTENT, id="says much more"),
        pytest.param(
            f"<p>Tidak ada data yang dikirim ke pihak lain. {'Petugas membalas surat warga. ' * 5}",
            PageKind.CONTENT,
            id="says a little more",
        ),
        pytest.param(PAGE, PageKind.CONTENT, id="a page"),
    ],
)
def test_kind_of_a_target(body: str, kind: PageKind) -> None:
    """What answers with success and says nothing, or that it is out of order, is no content."""
    pages = readings(reading(url=A, links=[link(B)]))
    found, _ = link_targets(PLAN, pages, [answered(B, body=body)])

    assert isinstance(found, LinkTargets)
    assert [target.kind for target in found.targets] == [kind]
