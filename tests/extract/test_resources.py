"""What a browser is made to load by a page's HTML."""

import pytest

from tests.evidence import SITE, page
from webaudit.extract.resources import MOST, Wanted, heaviest_first, resources
from webaudit.model.home_page import ResourceKind


def written(html: str) -> list[str]:
    """The addresses that a page asks for, those on the site without its root."""
    return [one.url.removeprefix(SITE) for one in resources(page(html))]


@pytest.mark.parametrize(
    ("html", "urls"),
    [
        pytest.param("<img src=a.png>", ["a.png"], id="picture"),
        pytest.param("<img src=a.png><img src=./a.png#x>", ["a.png"], id="the same twice"),
        pytest.param("<img src=a.png loading=LAZY>", [], id="not before it is scrolled to"),
        pytest.param("<img src=data:image/png;base64,AA>", [], id="within the page"),
        pytest.param("<img data-src=a.png>", [], id="by a script alone"),
        pytest.param("<img src=a.png srcset='b.png 2x'>", ["a.png"], id="of several the one in src"),
        pytest.param(
            "<img srcset='besar.png 1600w, kecil.png 300w'>", ["kecil.png"], id="without src the smallest"
        ),
        pytest.param("<img srcset='a.png, b.png 2x'>", ["a.png"], id="no descriptor is 1x"),
        pytest.param("<img srcset=', ,,'>", [], id="no candidate"),
        pytest.param(
            "<picture><source srcset=a.webp><img src=a.png></picture>", ["a.png"], id="one of a picture"
        ),
        pytest.param("<input type=image src=a.png><input src=b.png>", ["a.png"], id="button"),
        pytest.param("<script src=a.js></script><script>b()</script>", ["a.js"], id="script"),
        pytest.param("<script src=a.js type=module></script>", ["a.js"], id="module"),
        pytest.param("<script src=a.js nomodule></script>", [], id="for old browsers"),
        pytest.param("<script src=a.txt type=text/template></script>", [], id="no script"),
        pytest.param("<link rel=stylesheet href=a.css media=print>", ["a.css"], id="style sheet"),
        pytest.param("<link rel='alternate stylesheet' href=a.css>", [], id="another style"),
        pytest.param("<link rel=preload as=font href=a.woff2>", ["a.woff2"], id="preloaded"),
        pytest.param("<link rel=canonical href=/><link rel=icon href=a.ico>", [], id="other links"),
        pytest.param("<iframe src=//b.test/peta></iframe>", ["https://b.test/peta"], id="frame"),
        pytest.param("<iframe src=peta loading=lazy></iframe>", [], id="lazy frame"),
        pytest.param("<iframe src=about:blank></iframe>", [], id="blank frame"),
        pytest.param("<video src=a.mp4 poster=a.jpg></video>", ["a.jpg"], id="a film that waits"),
        pytest.param("<video autoplay><source src=a.mp4><source src=b.mp4></video>", ["a.mp4"], id="plays"),
        pytest.param("<object data=a.pdf></object><embed src=a.swf>", ["a.pdf", "a.swf"], id="embedded"),
        pytest.param("<noscript><img src=a.png></noscript>", [], id="without scripts"),
        pytest.param("<template><img src=a.png></template>", [], id="pattern"),
        pytest.param("<base href=/web/><img src=a.png>", ["web/a.png"], id="from the base"),
        pytest.param("<a href=a.zip>Unduh</a>", [], id="link"),
        pytest.param("<img src='http://['><img src=''>", [], id="no address"),
    ],
)
def test_resources(html: str, urls: list[str]) -> None:
    """What is loaded when the page is opened, each address once."""
    assert written(html) == urls


def test_floods_are_cut() -> None:
    """No page asks for more than can be remembered."""
    assert len(written("".join(f"<img src={number}.png>" for number in range(3_000)))) == MOST


def test_the_heaviest_kinds_come_first() -> None:
    """Where not all can be asked, pictures are, and each kind in document order."""
    wanted = [
        Wanted("1", ResourceKind.FRAME),
        Wanted("2", ResourceKind.STYLE),
        Wanted("3", ResourceKind.IMAGE),
        Wanted("4", ResourceKind.SCRIPT),
        Wanted("5", ResourceKind.IMAGE),
    ]

    assert heaviest_first(wanted, 4) == ("3", "5", "4", "2")
