"""Words for what a report holds."""

from dataclasses import replace

import pytest

from tests.render.report import one_site
from webaudit.locales import Language, Words
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.model.report import SiteStatus
from webaudit.render.labels import state

RESET = Failure(FailureReason.RESET, Stage.HEADERS)


@pytest.mark.parametrize(
    ("status", "lang", "said"),
    [
        (SiteStatus.REACHABLE, "en", "reachable at the second attempt; at the first: "),
        (SiteStatus.REACHABLE, "id", "dapat diakses pada percobaan kedua; pada percobaan pertama: "),
        (SiteStatus.UNREACHABLE, "en", "unreachable: "),
    ],
)
def test_state_of_a_site_that_failed(status: SiteStatus, lang: Language, said: str) -> None:
    """A flaky site is told as one that answers, with what its first attempt ended with."""
    (card,) = one_site(()).cards
    failed = replace(card.assessment, status=status, failure=RESET)

    assert state(failed, Words(lang)).startswith(said)
