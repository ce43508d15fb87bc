"""`www-certificate`: the other name, with www or without, by its own certificate."""

from dataclasses import replace

import pytest

from tests.evidence import certificate, failure, moment, tls
from webaudit.checks.https.www_certificate import www_certificate
from webaudit.model.record import Failure, Stage
from webaudit.model.tls import Certificate, Twin

OTHER = replace(certificate(), digest="sha256:other", key="RSA", key_bits=2048, signed_with="sha256")
OLD = replace(certificate(days_left=-3), digest="sha256:old")


def codes(seen: Twin | None, *chain: Certificate) -> list[str]:
    """What the check says of the other name beside a good one."""
    said = www_certificate(replace(tls(0, *chain), twin_seen=seen), moment())
    return [verdict.code for verdict in said]


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        pytest.param(None, [], id="no such name"),
        pytest.param(Twin(0, (certificate(),)), [], id="the same certificate"),
        pytest.param(Twin(0, (OTHER,)), [""], id="a good one of its own"),
        pytest.param(Twin(10, (OLD,)), ["www-expired"], id="expired"),
        pytest.param(Twin(18, (OLD,)), ["www-self-signed", "www-expired"], id="two faults"),
        pytest.param(
            Twin(0, (replace(OTHER, key_bits=1024, signed_with="sha1"),)),
            ["www-weak-key", "www-weak-signature"],
            id="weak",
        ),
    ],
)
def test_certificate(seen: Twin | None, expected: list[str]) -> None:
    """Each fault of another certificate is named; one for both names is judged once, elsewhere."""
    assert codes(seen) == expected


@pytest.mark.parametrize(
    ("why", "expected"),
    [
        pytest.param(failure("refused", Stage.CONNECT), ["www-no-https"], id="closed"),
        pytest.param(failure("timeout", Stage.CONNECT), ["www-silent"], id="no answer at all"),
        pytest.param(failure("timeout", Stage.TLS), ["www-handshake-stall"], id="silent"),
        pytest.param(failure("reset", Stage.TLS), ["www-handshake-refused"], id="hung up"),
        pytest.param(failure("dns", Stage.DNS), [], id="no such name after all"),
        pytest.param(failure("auditor-error"), [], id="our fault"),
        pytest.param(failure("tls", Stage.TLS, "certificate required: x"), [], id="for people with one"),
    ],
)
def test_no_certificate(why: Failure, expected: list[str]) -> None:
    """What keeps a visitor out is named; what says nothing of the server is not."""
    assert codes(Twin(failure=why)) == expected
