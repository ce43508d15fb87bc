"""`subresource-integrity`: foreign scripts that always bring the same file."""

import pytest

from tests.evidence import page
from webaudit.checks.https.subresource_integrity import subresource_integrity

_DIGEST = "sha384-1H217gwSVyLSIfaLxHbE7dRb3v4mYCKbpQvzx0cegeju1MVsGrX5xXxAvs/HgeFs"
_JQUERY = "https://cdn.example/jquery/3.7.1/jquery.min.js"


@pytest.mark.parametrize(
    ("script", "codes"),
    [
        pytest.param(f'src="{_JQUERY}"', ["integrity-missing"], id="no digest"),
        pytest.param(f'src="{_JQUERY}" integrity="{_DIGEST}" crossorigin', [""], id="held"),
        pytest.param(f'src="{_JQUERY}" integrity="{_DIGEST}"', ["crossorigin-missing"], id="refused"),
        pytest.param(f'src="{_JQUERY}" integrity=" "', ["integrity-missing"], id="blank"),
        pytest.param(
            f'src="{_JQUERY}" integrity="sha384-" crossorigin', ["integrity-broken"], id="pretended"
        ),
        pytest.param(
            f'src="{_JQUERY}" integrity="md5-x {_DIGEST}" crossorigin', [""], id="one of several is enough"
        ),
        pytest.param('src="//cdn.example/npm/a@1.2.3/a.js"', ["integrity-missing"], id="no scheme"),
        pytest.param('src="https://cdn.example/jquery.js"', [], id="no version"),
        pytest.param('src="https://www.googletagmanager.com/gtag/js?id=G-1"', [], id="changes at will"),
        pytest.param('src="https://aset.contohprov.go.id/a/1.2.3/a.js"', [], id="the same owner"),
        pytest.param('src="/jquery/3.7.1/jquery.min.js"', [], id="own host"),
        pytest.param("", [], id="in the page"),
    ],
)
def test_codes(script: str, codes: list[str]) -> None:
    """A script of a foreign name with a version in its address carries a digest that browsers use."""
    assert [one.code for one in subresource_integrity(page(f"<script {script}></script>"))] == codes
