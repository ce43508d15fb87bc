"""`official-mail`: a mail address of the government's, or the site's own."""

import pytest

from tests.evidence import reading, readings
from webaudit.checks.privacy.official_mail import official_mail
from webaudit.model.evidence import Inventory
from webaudit.model.finding import Outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Surel: dinas@contohprov.go.id", Outcome.PASSED),
        ("Surel: dinas.contoh@gmail.com", Outcome.FAILED),
        ("dinas.contoh@gmail.com atau dinas@contohprov.go.id", Outcome.PASSED),
        ("dinas [at] yahoo.co.id", Outcome.FAILED),
        ("info@mitra.example", Outcome.CANT_TELL),
    ],
)
def test_outcome(text: str, outcome: Outcome) -> None:
    """One official address is enough; a free one alone is not."""
    (verdict,) = official_mail(Inventory(), readings(reading(text)))

    assert verdict.outcome is outcome


def test_no_mail() -> None:
    """Where there is no mail address at all there is no target."""
    assert list(official_mail(Inventory(), readings(reading("Telp. (022) 123456")))) == []
