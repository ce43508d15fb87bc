"""A service is proven by its answer: real servers that answer with success, and with nothing behind it."""

import pytest

from tests.checks.offers import SENTENCES
from tests.crawl.judged import judge
from tests.crawl.servers import Answer, answer, html, redirect
from webaudit.model.finding import Outcome

pytestmark = pytest.mark.network


@pytest.mark.parametrize(
    ("served", "outcome", "code"),
    [
        pytest.param(
            answer(f"<title>PPID</title><h1>PPID</h1><p>{SENTENCES}"), Outcome.PASSED, "path", id="a page"
        ),
        pytest.param(answer(html(), 404), Outcome.FAILED, "dead", id="missing"),
        pytest.param(
            answer("<title>404</title><h1>Halaman tidak ditemukan</h1>"),
            Outcome.FAILED,
            "dead",
            id="soft 404",
        ),
        pytest.param(
            answer("<title>Dijual</title><p>This domain is for sale"), Outcome.FAILED, "dead", id="parked"
        ),
        pytest.param(
            answer("<p>SQLSTATE[HY000] [2002] Connection refused"),
            Outcome.FAILED,
            "empty-page",
            id="database",
        ),
        pytest.param(answer(""), Outcome.FAILED, "empty-page", id="nothing"),
        pytest.param(
            answer("<title>Index of /ppid</title><h1>Index of /ppid</h1><a href='../'>Parent Directory</a>"),
            Outcome.FAILED,
            "empty-page",
            id="a list of files",
        ),
        pytest.param(answer("sibuk", 503), Outcome.CANT_TELL, "unanswered", id="a bad moment"),
        pytest.param(answer("tidak", 403), Outcome.CANT_TELL, "unanswered", id="turned away"),
        pytest.param(
            answer("<title>Just a moment...</title><p>Verifying you are human."),
            Outcome.CANT_TELL,
            "unanswered",
            id="a challenge",
        ),
        pytest.param(
            answer("<form>Nama <input name=u> Sandi <input type=password></form>"),
            Outcome.CANT_TELL,
            "account-asked",
            id="a login",
        ),
        pytest.param(
            answer("<div id=root></div><script src=/app.js></script>"),
            Outcome.CANT_TELL,
            "script-only",
            id="a script",
        ),
        pytest.param(redirect("/"), Outcome.CANT_TELL, "unanswered", id="sent home"),
    ],
)
def test_answer(served: Answer, outcome: Outcome, code: str) -> None:
    """A link “PPID” is worth what stands behind it."""
    pages = {"/": answer(html("/ppid|PPID", "/satu|Satu")), "/satu": answer(html(title="Satu"))}
    judged = judge({**pages, "/ppid": served})
    (finding,) = [one for one in judged.assessment.findings if one.check == "ppid-link"]

    assert (finding.outcome, finding.verdicts[0].code) == (outcome, code)
