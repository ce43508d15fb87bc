"""`news-page`: a way to news, and items on it."""

import pytest

from tests.checks.offers import SENTENCES, offer
from webaudit.checks.openness.news_page import news_page
from webaudit.model.finding import Outcome

MENU = '<nav><a href="/berita">Berita</a></nav>'
ITEM = '<a href="/berita/7-dinas-membuka-layanan">Dinas Membuka Layanan Baru</a>'


@pytest.mark.parametrize(
    ("home", "outcome", "code"),
    [
        pytest.param(f"{MENU}{ITEM}", Outcome.PASSED, "path", id="a way and items"),
        pytest.param(ITEM, Outcome.PASSED, "items", id="items without a list"),
        pytest.param(MENU, Outcome.CANT_TELL, "no-items", id="a way without items"),
        pytest.param('<nav><a href="#">Berita</a></nav>', Outcome.FAILED, "absent", id="a dead entry"),
        pytest.param(
            '<a href="https://koran.example/berita/7-dinas-membuka-layanan">Dinas Membuka Layanan Baru</a>',
            Outcome.FAILED,
            "absent",
            id="news of others",
        ),
    ],
)
def test_outcome(home: str, outcome: Outcome, code: str) -> None:
    """The site has to have news of its own, not a menu entry alone."""
    verdict = offer(news_page, home)

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_an_empty_list() -> None:
    """A list that says it has nothing is none."""
    verdict = offer(news_page, MENU, berita="<h1>Berita</h1><p>Belum ada data</p>")

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "empty-page")


def test_a_short_list() -> None:
    """A list of one item is short, and no empty page."""
    verdict = offer(news_page, MENU, berita=f"<h1>Berita</h1>{ITEM}")

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "items")


HEADLINES = (
    "Dinas Membuka Layanan Baru",
    "Gubernur Meninjau Pasar Induk Caringin",
    "Jembatan Gantung Kembali Dibuka",
)


@pytest.mark.parametrize(
    ("form", "day", "code"),
    [
        pytest.param("/detail/{number}", "5 Juli 2026", "path", id="numbers and dates"),
        pytest.param("/?p={number}", "5 Juli 2026", "path", id="numbers in a query"),
        pytest.param("/detail/{number}", "", "no-items", id="numbers without dates"),
        pytest.param("/{slug}", "", "path", id="made of the headline"),
        pytest.param("/x-{letter}", "5 Juli 2026", "no-items", id="neither"),
    ],
)
def test_items_without_a_telling_address(form: str, day: str, code: str) -> None:
    """On a list of news an address made of the headline is an item, or several numbered ones beside dates."""
    items = "".join(
        f'<p><a href="{form.format(number=n, slug="-".join(text.lower().split()), letter="abc"[n])}">'
        f"{text}</a><time>{day}</time>"
        for n, text in enumerate(HEADLINES)
    )
    verdict = offer(news_page, MENU, berita=f"<h1>Berita</h1><p>{SENTENCES}</p>{items}")

    assert verdict.code == code


def test_a_menu_is_no_list() -> None:
    """Long entries of a menu are no headlines."""
    menu = '<nav><a href="/rencana-kerja-dinas-kesehatan">Rencana Kerja Dinas Kesehatan</a></nav>'
    verdict = offer(news_page, MENU, berita=f"{menu}<h1>Berita</h1><p>{SENTENCES}")

    assert verdict.code == "no-items"
