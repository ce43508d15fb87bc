"""`mass-leak`: lists of identity numbers, told without telling any."""

import pytest

from tests.evidence import page
from webaudit.checks.privacy.mass_leak import mass_leak
from webaudit.locales import Words
from webaudit.model.finding import Location, Outcome, Verdict
from webaudit.render.json_v1 import _spot  # what leaves the program

NUMBERS = tuple(f"3273{10 + n:02}0102{80 + n}00{n:02}" for n in range(1, 9))


def verdict(html: str) -> Verdict:
    """What is said of a page."""
    (said,) = mass_leak(page(f"<html lang=id><body>{html}"))
    return said


@pytest.mark.parametrize(
    ("count", "outcome"),
    [
        (0, Outcome.PASSED),
        (1, Outcome.PASSED),
        (2, Outcome.CANT_TELL),
        (4, Outcome.CANT_TELL),
        (5, Outcome.FAILED),
        (8, Outcome.FAILED),
    ],
)
def test_number_of_numbers(count: int, outcome: Outcome) -> None:
    """One is an example, five are a list, and what is between a person must look at."""
    rows = "".join(f"<tr><td>Warga</td><td>{number}</td></tr>" for number in NUMBERS[:count])

    assert verdict(f"<table>{rows}</table>").outcome is outcome


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(" ".join(f"08123456789{n}" for n in range(9)), id="telephones"),
        pytest.param(" ".join(f"19800101 200501 1 00{n}" for n in range(9)), id="NIP of officials"),
        pytest.param(" ".join(f"1980010120050110{n:02}" for n in range(9)), id="NIP in one, 18 digits"),
        pytest.param(" ".join(f"400012345678901{n}" for n in range(9)), id="no province"),
        pytest.param(" ".join(f"327399993912{n:04}" for n in range(1, 9)), id="no day"),
        pytest.param(" ".join(f"3273019902{n}00001" for n in range(10, 18)), id="month 02, day 99"),
        pytest.param(" ".join(["3273014101900001"] * 9), id="the same one nine times"),
        pytest.param(" ".join(f"3273************{n}" for n in range(9)), id="masked"),
        pytest.param(" ".join(f"Rp3.273.010.102.800.00{n}" for n in range(9)), id="money"),
    ],
)
def test_other_numbers(text: str) -> None:
    """What is no number of a citizen, or is masked, is no leak."""
    assert verdict(f"<p>{text}</p>").outcome is Outcome.PASSED


@pytest.mark.parametrize(("count", "code"), [(80, "telephones"), (30, "")])
def test_telephones(count: int, code: str) -> None:
    """Very many mobile numbers are for a person to look at; a few dozen are an agency's own list."""
    said = verdict("".join(f"<tr><td>Warga<td>+62 812-3456-{n:04}</tr>" for n in range(count)))

    assert said.code == code


def test_nothing_is_told_again() -> None:
    """No output holds a number: the finding counts, and masks all but the province."""
    said = verdict("<p>" + " ".join(NUMBERS))
    shown = str(_spot(said, Words("id")).model_dump())

    assert isinstance(said.here, Location)
    assert said.values["count"] == len(NUMBERS)
    assert not any(number[4:] in shown for number in NUMBERS)
