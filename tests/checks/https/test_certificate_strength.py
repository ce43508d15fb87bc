"""`certificate-strength`: what browsers refuse as too weak, and nothing else."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.evidence import certificate, tls
from webaudit.checks.https.certificate_strength import certificate_strength
from webaudit.model.tls import Certificate


def signed(
    key: str = "RSA", bits: int = 2048, hash: str = "sha256", *, subject: str = "CN=a", issuer: str = "CN=b"
) -> Certificate:
    """A certificate with this key and signature."""
    return replace(certificate(), subject=subject, issuer=issuer, key=key, key_bits=bits, signed_with=hash)


GOOD = signed()
ISSUER = signed(subject="CN=b", issuer="CN=root")
ROOT = signed(subject="CN=root", issuer="CN=root")


@pytest.mark.parametrize(
    ("chain", "codes"),
    [
        pytest.param([GOOD], [""], id="usual"),
        pytest.param([signed("EC", 256)], [""], id="elliptic curve"),
        pytest.param([signed("Ed25519", 256, "")], [""], id="a signature without hash"),
        pytest.param([signed(bits=2047)], ["weak-key"], id="one bit short"),
        pytest.param([signed("EC", 192)], ["weak-key"], id="short curve"),
        pytest.param([signed("DSA", 3072)], ["weak-key"], id="DSA"),
        pytest.param([signed(hash="sha1")], ["weak-signature"], id="SHA-1"),
        pytest.param([signed(bits=1024, hash="md5")], ["weak-key", "weak-signature"], id="both"),
        pytest.param([GOOD, replace(ISSUER, key_bits=1024)], ["weak-key"], id="the intermediate's key"),
        pytest.param([GOOD, replace(ISSUER, signed_with="sha1")], ["weak-signature"], id="signature on it"),
        pytest.param([GOOD, ISSUER, replace(ROOT, key_bits=1024, signed_with="sha1")], [""], id="root"),
        pytest.param([GOOD, signed(bits=1024, subject="CN=x", issuer="CN=y")], [""], id="unrelated"),
        pytest.param([signed(subject="CN=a", issuer="CN=a", hash="sha1")], [""], id="its own signature"),
        pytest.param([replace(certificate(), key="", key_bits=0)], [], id="evidence of old versions"),
        pytest.param([GOOD, signed(subject="CN=b", issuer="CN=a")], [""], id="a circle"),
    ],
)
def test_outcome(chain: Sequence[Certificate], codes: list[str]) -> None:
    """The leaf and the way up from it count, without the root and without what was sent beside it."""
    assert [verdict.code for verdict in certificate_strength(tls(0, *chain))] == codes
