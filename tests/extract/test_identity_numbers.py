"""Numbers of citizens in what a report shows."""

import pytest

from webaudit.extract.identity_numbers import masked, masked_address


@pytest.mark.parametrize(
    ("written", "told"),
    [
        pytest.param("<td>3273014101900001", f"<td>32{'•' * 14}", id="whole"),
        pytest.param("NIK 327301-410190-0001.", f"NIK 32{'•' * 14}.", id="in groups"),
        pytest.param("<td>Ani 327301410190…", f"<td>Ani 32{'•' * 10}…", id="cut off"),
        pytest.param("3273 0141 0190 0001", f"32{'•' * 14}", id="in fours"),
        pytest.param(
            f'<a href="{"a" * 66}32730141019000"></a>',
            f'<a href="{"a" * 66}32{"•" * 12}"></a>',
            id="cut value",
        ),
        pytest.param("Telepon 081234567890", "Telepon 081234567890", id="a telephone"),
        pytest.param(
            "081234567890, 0812-3456-7891 +62 812 3456 7892",
            "0812••••••••, 0812•••••••• +62 ••••••••",
            id="a list of telephones",
        ),
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
        ("https://a.go.id/warga/%203273014101900001", f"https://a.go.id/warga/%2032{'•' * 14}"),
        ("https://a.go.id/warga/%2520" + "3273014101900001", f"https://a.go.id/warga/%252032{'•' * 14}"),
        ("https://a.go.id/" + "".join(f"%3{n}" for n in "3273014101900001"), f"https://a.go.id/32{'•' * 14}"),
        ("https://a.go.id/327301%20410190%200001/a", f"https://a.go.id/32{'•' * 14}/a"),
        ("https://wa.me/6281234567890", "https://wa.me/6281234567890"),
        (
            "https://a.go.id/?hp=081234567890%2C081234567891%20081234567892",
            "https://a.go.id/?hp=0812••••••••%2C0812••••••••%200812••••••••",
        ),
        ("https://a.go.id/93273014101900001", "https://a.go.id/93273014101900001"),
    ],
)
def test_masked_address(url: str, told: str) -> None:
    """An address is told without a citizen's number in it; others stay as they are."""
    assert masked_address(url) == told
