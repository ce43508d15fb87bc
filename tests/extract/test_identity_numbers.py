"""Numbers of citizens in what a report shows."""

import pytest

from webaudit.extract.identity_numbers import masked


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
