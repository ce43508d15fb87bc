"""existence: the best proof that leads to something; empty pages earn nothing."""

from dataclasses import replace

import pytest

from tests.evidence import SITE, failure, link, link_target, link_targets, reading, readings
from webaudit.extract.existence import existence
from webaudit.model.evidence import LinkTarget, Portals
from webaudit.model.finding import Outcome, Verdict
from webaudit.model.reading import Landmark, OwnContent, PageKind, Proof, ProofKind, Reading

PAGE = f"{SITE}profil"


def proof(url: str = PAGE, by: ProofKind = ProofKind.PATH) -> Proof:
    """One proof of a profile."""
    return Proof("profil", by, url, "Profil")


def judged(
    *proofs: Proof,
    page: Reading | None = None,
    answers: tuple[LinkTarget, ...] = (),
    portals: Portals | None = None,
    words: int = 0,
    account: bool = False,
) -> Verdict:
    """The verdict on a site of a home page, and of one more."""
    pages = readings(reading("Beranda"), *((page,) if page else ()))
    given = portals or Portals()
    return existence(
        proofs, pages, link_targets(*answers), given, absent="none", words=words, account=account
    )


@pytest.mark.parametrize(
    ("own", "text", "words", "outcome", "code"),
    [
        pytest.param(None, "", 40, Outcome.PASSED, "path", id="not known"),
        pytest.param(OwnContent(40), "", 40, Outcome.PASSED, "path", id="enough words"),
        pytest.param(OwnContent(39, 0, 2), "", 40, Outcome.FAILED, "image-only", id="an image and few words"),
        pytest.param(OwnContent(4, 0, 2, 1), "", 40, Outcome.CANT_TELL, "embedded-only", id="embedded"),
        pytest.param(OwnContent(30), "", 40, Outcome.FAILED, "empty-page", id="few words"),
        pytest.param(OwnContent(20), "", 0, Outcome.PASSED, "path", id="some words where none are asked"),
        pytest.param(OwnContent(3, 30), "", 0, Outcome.PASSED, "path", id="a list of documents"),
        pytest.param(OwnContent(3, 0, 1), "", 0, Outcome.PASSED, "path", id="an image where none are asked"),
        pytest.param(OwnContent(3, 4), "", 0, Outcome.FAILED, "empty-page", id="a heading and a button"),
        pytest.param(
            OwnContent(20), "Profil segera hadir", 0, Outcome.FAILED, "empty-page", id="coming soon"
        ),
        pytest.param(OwnContent(40), "Pameran segera hadir", 0, Outcome.PASSED, "path", id="a long page"),
        pytest.param(
            OwnContent(40), "lorem ipsum dolor sit", 0, Outcome.FAILED, "empty-page", id="sample text"
        ),
    ],
)
def test_content(own: OwnContent | None, text: str, words: int, outcome: Outcome, code: str) -> None:
    """A captured page has to say something, and as text where words are asked."""
    verdict = judged(proof(), page=replace(reading(text, url=PAGE), own=own), words=words)

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_thin_page() -> None:
    """A page that says nothing of its own is no answer, unless it holds a picture or a document."""
    page = replace(reading(url=PAGE), thin=True)
    with_picture = replace(page, own=OwnContent(20, 0, 1))

    assert judged(proof(), page=page).code == "thin"
    assert judged(proof(), page=with_picture).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("answer", "outcome", "code"),
    [
        pytest.param(link_target(f"200 {PAGE}"), Outcome.PASSED, "path", id="alive"),
        pytest.param(link_target(f"200 {PAGE}", kind=PageKind.NOT_HTML), Outcome.PASSED, "path", id="a file"),
        pytest.param(link_target(f"410 {PAGE}", kind=PageKind.ERROR), Outcome.FAILED, "dead", id="gone"),
        pytest.param(link_target(f"refused {PAGE}"), Outcome.FAILED, "dead", id="refused"),
        pytest.param(link_target(f"503 {PAGE}"), Outcome.CANT_TELL, "unanswered", id="a bad moment"),
        pytest.param(link_target(f"500 {PAGE}"), Outcome.FAILED, "dead", id="an error"),
        pytest.param(
            link_target(f"200 {PAGE}", kind=PageKind.EMPTY), Outcome.FAILED, "empty-page", id="not begun"
        ),
        pytest.param(
            link_target(f"200 {PAGE}", kind=PageKind.LOGIN), Outcome.CANT_TELL, "account-asked", id="a login"
        ),
        pytest.param(
            link_target(f"200 {PAGE}", kind=PageKind.SHELL), Outcome.CANT_TELL, "script-only", id="a shell"
        ),
        pytest.param(link_target(f"timeout {PAGE}"), Outcome.CANT_TELL, "unanswered", id="silent"),
        pytest.param(
            link_target(f"302 {PAGE}\n200 {SITE}"), Outcome.CANT_TELL, "unanswered", id="sent home instead"
        ),
    ],
)
def test_answer(answer: LinkTarget, outcome: Outcome, code: str) -> None:
    """What was not captured is judged by its answer."""
    verdict = judged(proof(), answers=(answer,))

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_redirect_to_a_captured_page() -> None:
    """A link that is redirected leads to what the page at the end says."""
    empty = replace(reading(url=f"{SITE}profil/"), own=OwnContent(1))
    answer = link_target(f"301 {PAGE}\n200 {SITE}profil/")

    assert judged(proof(), page=empty, answers=(answer,)).code == "empty-page"


def test_best_first() -> None:
    """Of several proofs a weak one that is alive goes before a strong one that is open or dead."""
    text = proof(f"{SITE}?p=1", ProofKind.TEXT)
    alive = link_target(f"200 {SITE}?p=1")

    assert judged(proof(), text, answers=(alive,)).code == "text"
    assert judged(proof(), text).code == "unanswered"


@pytest.mark.parametrize(
    ("by", "url", "outcome", "code"),
    [
        (ProofKind.REACH, "tel:0224264813", Outcome.PASSED, "reach"),
        (ProofKind.FORM, SITE, Outcome.PASSED, "form"),
        (ProofKind.SECTION, SITE, Outcome.CANT_TELL, "section-only"),
        (ProofKind.PHRASE, SITE, Outcome.PASSED, "phrase"),
    ],
)
def test_what_is_not_asked(by: ProofKind, url: str, outcome: Outcome, code: str) -> None:
    """A number and a form need no answer; a heading alone is for people to look at."""
    verdict = judged(proof(url, by))

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_nothing() -> None:
    """No proof fails; no page leaves it open; links that were not asked leave it open."""
    unread = existence((proof(),), readings(), failure("budget"), Portals(), absent="none")

    assert judged().outcome is Outcome.FAILED
    assert (unread.outcome, unread.code) == (Outcome.CANT_TELL, "no-page")
    assert (
        existence((proof(),), readings(reading()), failure("budget"), Portals(), absent="none").code
        == "unanswered"
    )


def test_one_page_of_many() -> None:
    """What one page does not have may stand on those that it leads to, of which none was read."""
    home = reading(links=[link(f"{SITE}{number}", "x") for number in range(6)])
    unread, read = readings(home), readings(home, reading(url=f"{SITE}1"))

    assert existence((), unread, link_targets(), Portals(), absent="none").code == "one-page"
    assert existence((), read, link_targets(), Portals(), absent="none").code == "absent"


def test_our_resolver_is_broken() -> None:
    """Where not one foreign name is known, the fault is ours: what is linked there is open, not dead."""
    other = link_target("dns https://lain.go.id/", internal=False)
    gone = link_target("dns https://ppid.contohprov.go.id/", internal=False)
    found = replace(proof(), url="https://ppid.contohprov.go.id/")

    assert judged(found, answers=(gone,)).code == "dead"
    assert judged(found, answers=(gone, other)).code == "unanswered"


def test_application() -> None:
    """An application may ask for an account, or be drawn by a script; a known host may be drawn by one."""
    login, shell = (link_target(f"200 {PAGE}", kind=kind) for kind in (PageKind.LOGIN, PageKind.SHELL))
    by_host = proof(by=ProofKind.HOST)

    assert judged(proof(), answers=(login,), account=True).outcome is Outcome.PASSED
    assert judged(proof(), answers=(shell,), account=True).outcome is Outcome.PASSED
    assert judged(by_host, answers=(shell,)).outcome is Outcome.PASSED
    assert judged(by_host, answers=(login,)).code == "account-asked"


def test_portal() -> None:
    """The one answer of a portal stands for a link that was not asked itself, and for no other host."""
    deep = proof("https://www.ppid.contohprov.go.id/opd/dinas", ProofKind.CENTRAL_PORTAL)
    home = "https://ppid.contohprov.go.id/"
    alive = Portals({"ppid.contohprov.go.id": link_target(f"200 {home}", internal=False)})
    dead = Portals({"ppid.contohprov.go.id": link_target(f"404 {home}", internal=False)})

    assert judged(deep, portals=alive).code == "central-portal"
    assert judged(deep, portals=dead).code == "dead"
    assert judged(deep).code == "unanswered"
    assert judged(proof(), portals=alive).code == "unanswered"
    assert judged(deep, portals=dead, answers=(link_target(f"200 {deep.url}"),)).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("words", "thin", "code"),
    [(40, False, "section"), (39, False, "section-only"), (40, True, "section-only")],
)
def test_section(words: int, thin: bool, code: str) -> None:
    """Below a heading enough text must stand, on a page that says something of its own."""
    below = replace(proof(by=ProofKind.SECTION), words=words)

    assert judged(below, page=replace(reading(url=PAGE), thin=thin), words=40).code == code


def test_all_that_shows_it() -> None:
    """The verdict tells the text, the address, the kind of proof, where it stands, and on which page."""
    found = Proof("profil", ProofKind.TEXT, PAGE, "Profil", Landmark.FOOTER, SITE)
    verdict = judged(found, answers=(link_target(f"200 {PAGE}"),))

    assert verdict.values == {
        "text": "Profil",
        "url": PAGE,
        "by": "text",
        "place": "footer",
        "found_on": SITE,
    }
