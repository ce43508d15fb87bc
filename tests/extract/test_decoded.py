"""What scripts hide is read as it will run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webaudit.extract.decoded import decoded, joined


@pytest.mark.parametrize(
    ("script", "strings"),
    [
        ("location=atob('aHR0cHM6Ly9hLnRlc3Qv')", ["https://a.test/"]),
        ("document.write(unescape('%3Cb%3E%68%69'))", ["<b>hi"]),
        ("String.fromCharCode(104, 116, 116, 112)", ["http"]),
        ("var k = 'PGI+aGFsbyBkdW5pYSBpbmkgc2FqYQ=='; write(atob(k))", ["<b>halo dunia ini saja"]),
        ("var k = [104, 116, 116, 112, 115, 58, 47, 47]; k.map(String.fromCharCode)", ["https://"]),
        ("var k = 'ihb>b<'; k.split('').reverse()", []),
        ("'ihb>b<'.split('').reverse().join('')", ["<b>bhi"]),
        ("location = ['ht', 'tps', '://a.test'].join('')", ["https://a.test"]),
        (
            "eval(function(p,a,c,k,e,d){return p}('0.1=\"2\"',3,3,'window|location|https'.split('|'),0,{}))",
            ['window.location="https"'],
        ),
        ("atob('!!!') + unescape('x')", []),
        ("var a = 'https://a.test/'", []),
    ],
)
def test_decoded(script: str, strings: list[str]) -> None:
    """Base64, escapes and codes of characters are undone; what is plain is not repeated."""
    assert list(decoded(script)) == strings


@pytest.mark.parametrize(
    ("script", "whole"),
    [
        ("window['loc' + 'ation']", "window['location']"),
        ('a = "x" + "y" + z', 'a = "xy" + z'),
        ("a = 'x' + y + 'z'", "a = 'x' + y + 'z'"),
    ],
)
def test_joined(script: str, whole: str) -> None:
    """Strings that are written in parts are put together, and nothing else."""
    assert joined(script) == whole


HOSTILE = {
    "a list without end": "join(" + "['a'" + " " * 30 + "'b'" * 20_000,
    "blanks in a list": "join([" + "'a'   ,   " * 20_000,
    "a packed flood": f"eval(function(x){{}}('{'0 ' * 20_000}',62,1,'{'w' * 40_000}'.split('|')))",
    "quotes": "reverse(" + "'\"`" * 60_000,
    "numbers": "fromCharCode [" + "1, " * 60_000,
    "code": "atob '" + "A" * 190_000,
}


@pytest.mark.parametrize("script", HOSTILE.values(), ids=HOSTILE)
def test_hostile_scripts(script: str) -> None:
    """However a script is written, it is read to its end, and no more comes of it than some megabytes."""
    assert sum(map(len, decoded(script))) < 20_000_000


@given(st.text(alphabet="atob(')fromCharCode0123456789,%=\\xunescape ", max_size=400))
def test_any_script(script: str) -> None:
    """Whatever stands there, nothing is raised."""
    assert all(isinstance(string, str) for string in decoded(script))
