"""`vision-mission`: what leads there, and what only looks like it."""

from tests.checks.offers import SENTENCES, offer
from webaudit.checks.openness.vision_mission import vision_mission
from webaudit.model.finding import Outcome

MENU = '<nav><a href="/v">Visi &amp; Misi</a></nav>'


def test_found() -> None:
    """It is found by what visitors see and follow, and by what they then read."""
    verdict = offer(vision_mission, MENU, **{"v": f"<h1>Visi dan Misi</h1><p>{SENTENCES}"})

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "page")


def test_nobody_has_read_it() -> None:
    """A page that was not captured may say nothing: it is open."""
    verdict = offer(vision_mission, MENU)

    assert (verdict.outcome, verdict.code) == (Outcome.CANT_TELL, "unanswered")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(vision_mission, '<nav><a href="/v">Televisi</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")


def test_on_the_page_of_the_profile() -> None:
    """One page may hold profile, vision and duties: text enough below the heading will do, a heading not."""
    menu = '<nav><a href="/profil">Profil</a></nav>'
    whole = offer(
        vision_mission, menu, profil=f"<h1>Profil</h1>{SENTENCES}<h2>Visi dan Misi</h2><p>{SENTENCES}"
    )
    bold = offer(vision_mission, menu, profil=f"<h1>Profil</h1><p><b>Visi</b></p><p>{SENTENCES}")
    bare = offer(vision_mission, menu, profil=f"<h1>Profil</h1>{SENTENCES}<h2>Visi dan Misi</h2><p>Menyusul")

    assert [one.code for one in (whole, bold, bare)] == ["section", "section", "section-only"]
