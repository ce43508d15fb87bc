"""What scripts hide is read as it will run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webaudit.extract.decoded import decoded


@pytest.mark.parametrize(
    ("script", "strings"),
    [
        ("location=atob('aHR0cHM6Ly9hLnRlc3Qv')", ["https://a.test/"]),
        ("document.write(unescape('%3Cb%3E%68%69'))", ["<b>hi"]),
        ("String.fromCharCode(104, 116, 116, 112)", ["http"]),
        ("atob('!!!') + unescape('x')", []),
        ("var a = 'https://a.test/'", []),
    ],
)
def test_decoded(script: str, strings: list[str]) -> None:
    """Base64, escapes and codes of characters are undone; what is plain is not repeated."""
    assert list(decoded(script)) == strings


@given(st.text(alphabet="atob(')fromCharCode0123456789,%=\\xunescape ", max_size=400))
def test_any_script(script: str) -> None:
    """Whatever stands there, nothing is raised."""
    assert all(isinstance(string, str) for string in decoded(script))
