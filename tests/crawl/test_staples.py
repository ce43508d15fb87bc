"""An answer of an authority counts if it is about the certificate, of today, and rightly signed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.crawl.forge import FOREVER, NOW, Made, answer_of_authority, curve, issue
from webaudit.crawl.first_flight import FirstFlight
from webaudit.crawl.staples import stapled_status

ROOT = issue("Contoh Root", None, days=FOREVER, authority=True)
MIDDLE = issue("Contoh Intermediate", ROOT, days=FOREVER, authority=True)
NAMESAKE = issue("Contoh Intermediate", None, days=FOREVER, authority=True)
LEAF = issue("a.test", MIDDLE, "a.test")
OTHER = issue("b.test", MIDDLE, "b.test")
CHARGED = issue("Contoh OCSP", MIDDLE, answers=True)
UNCHARGED = issue("Contoh OCSP", MIDDLE)
PAST_CHARGE = issue("Contoh OCSP", MIDDLE, days=(-90, -1), answers=True)
OF_ROOT = issue("Contoh OCSP", ROOT, answers=True)
NOBODY = issue("Contoh OCSP", None, answers=True, key=curve())

REVOKED = answer_of_authority(LEAF, MIDDLE, revoked=True)


def status(stapled: bytes, *chain: bytes, roots: tuple[bytes, ...] = ()) -> str:
    """What is said of a leaf."""
    return stapled_status(FirstFlight(chain or (LEAF.der, MIDDLE.der), stapled), NOW, lambda: roots)


@pytest.mark.parametrize("revoked", [True, False])
def test_issuer_answers(revoked: bool) -> None:
    """Who issued a certificate says what became of it."""
    assert status(answer_of_authority(LEAF, MIDDLE, revoked=revoked)) == ("revoked" if revoked else "good")


def test_charged_answers() -> None:
    """So does whom the issuer has charged, with a certificate in the answer."""
    said = answer_of_authority(LEAF, MIDDLE, revoked=True, signer=CHARGED, enclosed=(CHARGED,))

    assert status(said) == "revoked"


@pytest.mark.parametrize(
    ("signer", "enclosed"),
    [
        pytest.param(UNCHARGED, (UNCHARGED,), id="not charged"),
        pytest.param(PAST_CHARGE, (PAST_CHARGE,), id="the charge is over"),
        pytest.param(OF_ROOT, (OF_ROOT,), id="charged by another authority"),
        pytest.param(NOBODY, (NOBODY,), id="charged by itself"),
        pytest.param(NOBODY, (CHARGED,), id="with the certificate of another"),
        pytest.param(CHARGED, (), id="charged, and not shown"),
        pytest.param(LEAF, (LEAF,), id="the site itself"),
        pytest.param(NAMESAKE, (), id="a namesake of the issuer"),
    ],
)
def test_nobody_else_answers(signer: Made, enclosed: tuple[Made, ...]) -> None:
    """Nobody else can have a certificate revoked."""
    assert status(answer_of_authority(LEAF, MIDDLE, revoked=True, signer=signer, enclosed=enclosed)) == ""


@pytest.mark.parametrize("days", [(-20.0, -13.0), (1.0, 8.0)])
def test_of_another_time(days: tuple[float, float]) -> None:
    """An answer that no longer holds, or does not yet, says nothing of today."""
    assert status(answer_of_authority(LEAF, MIDDLE, revoked=True, days=days)) == ""


def test_of_another_certificate() -> None:
    """What is said of a neighbour is not said of the site."""
    assert status(answer_of_authority(OTHER, MIDDLE, revoked=True)) == ""


def test_issuer_is_found() -> None:
    """The issuer is who signed the leaf, wherever it stands, or a trusted root; without it nothing holds."""
    by_root = issue("c.test", ROOT, "c.test")
    said = answer_of_authority(by_root, ROOT, revoked=True)

    assert status(REVOKED, LEAF.der, NAMESAKE.der, ROOT.der, MIDDLE.der) == "revoked"
    assert status(REVOKED, LEAF.der, NAMESAKE.der) == ""
    assert status(REVOKED, LEAF.der) == ""
    assert status(said, by_root.der, roots=(MIDDLE.der, b"", ROOT.der)) == "revoked"


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_no_answer(certificate: bytes, stapled: bytes) -> None:
    """What is no answer of an authority says nothing."""
    assert status(stapled, certificate) == ""


@given(st.integers(0, len(REVOKED) - 1), st.integers(1, 255))
def test_changed_answer(at: int, change: int) -> None:
    """No byte of an answer can be another."""
    forged = bytearray(REVOKED)
    forged[at] ^= change

    # Outside of what is signed stands the kind of the answer, and how the signature is named.
    assert status(bytes(forged)) in ("", "revoked")
