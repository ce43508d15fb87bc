"""`social-accounts`: what is certain from the address of a link to a network."""

import pytest

from tests.evidence import page, readings
from webaudit.checks.services.social_accounts import social_accounts

FACEBOOK = "https://www.facebook.com"


@pytest.mark.parametrize(
    ("links", "codes"),
    [
        pytest.param(["https://instagram.com/dinkes", "https://x.com/dinkes"], ["", ""], id="accounts"),
        pytest.param(
            ["https://youtube.com/@dinkes", "https://youtube.com/channel/UC1"], [""] * 2, id="channels"
        ),
        pytest.param([f"{FACEBOOK}/", "https://www.instagram.com/#"], ["no-account"] * 2, id="home pages"),
        pytest.param(["https://twitter.com/wordpress"], ["sample-account"], id="the theme's"),
        pytest.param([f"{FACEBOOK}/yourpage/"], ["sample-account"], id="a placeholder"),
        pytest.param([f"{FACEBOOK}/profile.php?id=1000"], [""], id="by number"),
        pytest.param([f"{FACEBOOK}/wordpress/posts/7"], [""], id="a post"),
        pytest.param([f"{FACEBOOK}/sharer/sharer.php?u=x", "https://x.com/intent/post"], [], id="shares"),
        pytest.param(["https://dinas.contohprov.go.id/facebook"], [], id="no network"),
        pytest.param([f"{FACEBOOK}/", f"{FACEBOOK}/"], ["no-account"], id="once a site"),
    ],
)
def test_links(links: list[str], codes: list[str]) -> None:
    """Home pages of networks and the accounts of themes are nobody's; addresses that share are not meant."""
    icons = "".join(f'<a href="{url}"></a>' for url in links)
    verdicts = social_accounts(readings(page(f"<html lang=id><body><footer>{icons}</footer>").reading))

    assert [verdict.code for verdict in verdicts] == codes


def test_what_speaks_of_a_network() -> None:
    """Within the main part a link may well lead to the network itself."""
    html = '<main><a href="https://facebook.com/">Facebook</a></main>'

    assert list(social_accounts(readings(page(html).reading))) == []
