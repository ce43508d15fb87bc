"""Causes: one defect in a template is told once, however many pages show it."""

from webaudit.model.cause import causes
from webaudit.model.finding import Location, Outcome, Verdict, cant_tell, failed

LOGO = '<img src="logo.png">'


def image(
    page: int, xpath: str = "/html/body/header/img", snippet: str = LOGO, code: str = "missing"
) -> Verdict:
    """An image that failed on a page."""
    return failed(Location(f"https://dinkes.example/{page}", xpath, 1, snippet), code, "no alternative")


def test_defect_in_a_header_is_one_cause() -> None:
    """The same markup at the same place of fifty pages is one cause; its example is the first."""
    (one,) = causes(image(page) for page in range(50))

    assert (one.pages, one.places, one.example) == (50, 50, image(0))


def test_positions_do_not_part_a_template() -> None:
    """A banner above the header moves it down, on some pages; the header stays the same."""
    (one,) = causes([image(1, "/html/body/div[1]/img"), image(2, "/html/body/div[2]/img")])

    assert one.pages == 2


def test_places_on_one_page_are_one_page() -> None:
    """Pages are counted, and places apart from them."""
    (one,) = causes([image(1, "/html/body/p[1]/img"), image(1, "/html/body/p[2]/img")])

    assert (one.pages, one.places) == (1, 2)


def test_what_is_not_alike_is_apart() -> None:
    """Another case, markup or place of the template is another cause; so is another outcome."""
    other = [
        image(1, code="empty"),
        image(1, snippet="<img>"),
        image(1, "/html/body/footer/img"),
        cant_tell(image(1).here, "missing", "undecided"),
    ]

    assert all(len(causes([image(0), one])) == 2 for one in other)


def test_without_a_place_each_is_its_own() -> None:
    """Two pages as a whole have nothing in common that a template could repair."""
    whole = [failed(Location(f"https://dinkes.example/{page}"), "slow", "too slow") for page in range(3)]

    assert [one.pages for one in causes(whole)] == [1, 1, 1]


def test_failed_and_frequent_come_first() -> None:
    """A failed cause stands before an undecided one, then the one on most pages; else the order stays."""
    open_ = [cant_tell(image(page).here, "odd", "undecided") for page in range(5)]
    rare, often = image(1, snippet="<img>"), [image(page) for page in range(3)]
    order = [(one.example.outcome, one.pages) for one in causes([*open_, rare, *often])]

    assert order == [(Outcome.FAILED, 3), (Outcome.FAILED, 1), (Outcome.CANT_TELL, 5)]
