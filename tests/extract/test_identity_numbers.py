"""Numbers of citizens in what a report shows."""

import pytest

from webaudit.extract.identity_numbers import masked, masked_address


@pytest.mark.parametrize(
    ("written", "told"),
    [
        pytest.param("<td>3273014101900001", f"<td>32{'•' * 14}", id="whole"),
        pytest.param("NIK 327301-410190-0001.", f"NIK 32{'•' * 14}.", id="in groups"),
        pytest.param("<td>Ani 327301410190…", f"<td>Ani 32{'•' * 10}…", id="cut off"),
        pytest.param("/2024/1234567890123456.jpg", "/2024/1234567890123456.jpg", id="no such number"),
        pytest.param("/berkas/20240115123045.pdf", "/berkas/20240115123045.pdf", id="a moment"),
    ],
)
def test_masked(written: str, told: str) -> None:
    """A report shows of a citizen's number the province alone."""
    assert masked(written) == told


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://a.go.id/cek?nik=3273014101900001&x=1", f"https://a.go.id/cek?nik=32{'•' * 14}&x=1"),
        ("https://a.go.id/warga/3273014101900001", f"https://a.go.id/warga/32{'•' * 14}"),
        ("https://a.go.id/foto-1700000000123.jpg", "https://a.go.id/foto-1700000000123.jpg"),
        ("https://a.go.id/93273014101900001", "https://a.go.id/93273014101900001"),
    ],
)
def test_masked_address(url: str, told: str) -> None:
    """An address is told without a citizen's number in it; others stay as they are."""
    assert masked_address(url) == told
