"""MDN HTTP Observatory's grade, and our own reading of the same answers, on cases worked out by hand."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from webaudit.checks.https.content_security import content_security
from webaudit.checks.https.cookie_flags import cookie_flags
from webaudit.checks.https.security_headers import security_headers
from webaudit.extract.observatory import observatory
from webaudit.extract.observatory_scores import MODIFIERS, total
from webaudit.extract.observatory_seen import Reply, Script, Sight
from webaudit.model.evidence import Headers
from webaudit.model.finding import Outcome
from webaudit.model.heads import Head, Heads
from webaudit.model.record import Failure, FailureReason

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "data" / "observatory.jsonl").read_text().splitlines()
]
NAME = "dinas.contohprov.go.id"
GOOD = {
    "content-type": "text/html; charset=utf-8",
    "strict-transport-security": "max-age=31536000",
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "content-security-policy": "default-src 'self'",
}
"""What a case begins with: 100, and five each for the policy and for framing."""

every_case = pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])


def headers(case: dict[str, Any]) -> Headers:
    """The fields of a case: the good ones, with what it changes; null takes one away."""
    said = {**GOOD, **case.get("headers", {})}
    return tuple(
        (name, value)
        for name, written in said.items()
        for value in ([] if written is None else [written] if isinstance(written, str) else written)
    )


def replies(written: Sequence[Any], fields: Headers) -> tuple[Reply, ...]:
    """A chain of answers; null stands for the case's own fields."""
    return tuple(
        Reply(url, status, fields if own is None else tuple((name, value) for name, value in own))
        for url, status, own in written
    )


def sight(case: dict[str, Any]) -> Sight:
    """What the Observatory would see in a case: https, and http that leads to it."""
    fields, name = headers(case), case.get("name", NAME)
    secure = case.get("https", [[f"https://{NAME}/", 200, None]])
    plain = case.get("http", [[f"http://{NAME}/", 301, []], [f"https://{NAME}/", 200, []]])
    asked = case.get("preflight")
    return Sight(
        name=name,
        https=replies(secure, fields),
        http=replies(plain, fields),
        trusted=case.get("trusted", True),
        preflight=replies([[f"https://{NAME}/", *asked]], ())[0] if asked and asked[0] < 400 else None,
        policies=(*case.get("policies", ()), *case.get("ignored", ())),
        referrer=case.get("referrer", ""),
        scripts=tuple(Script(src, integrity) for src, integrity in case.get("scripts", ()) if src),
        other_scripts=any(not src for src, _ in case.get("scripts", ())),
    )


def head(case: dict[str, Any]) -> Heads:
    """The same for our own checks."""
    referrer = (case["referrer"],) if "referrer" in case else ()
    policies, ignored = tuple(case.get("policies", ())), tuple(case.get("ignored", ()))
    return Heads((Head(f"https://{NAME}/", headers(case), policies, ignored, "", referrer),))


@every_case
def test_grade(case: dict[str, Any]) -> None:
    """The result of the test that a case is about, the score and the grade are those worked out by hand."""
    said = observatory(sight(case))

    assert {test.name: test.result for test in said.tests}[case["test"]] == case["result"]
    assert (said.score, said.grade) == (case["score"], case["grade"])


@pytest.mark.parametrize("case", [case for case in CASES if "ours" in case], ids=lambda case: case["id"])
def test_own_reading(case: dict[str, Any]) -> None:
    """Our own checks say what a browser would do, where the Observatory says another thing too."""
    seen = head(case)
    unseen = Failure(FailureReason.NOT_CAPTURED)
    said = cookie_flags(seen, unseen) if case["test"] == "cookies" else content_security(seen)
    codes = [one.code for one in said if one.outcome is Outcome.FAILED]

    assert codes == ([case["ours"]] if case["ours"] else [])


@pytest.mark.parametrize(
    "case", [case for case in CASES if "ours_headers" in case], ids=lambda case: case["id"]
)
def test_own_headers(case: dict[str, Any]) -> None:
    """The same of the other orders to browsers."""
    codes = [one.code for one in security_headers(head(case)) if one.outcome is Outcome.FAILED]

    assert codes == case["ours_headers"]


def test_every_result_has_a_case() -> None:
    """No result of the ten tests is without a case."""
    assert {case["result"] for case in CASES} == {*MODIFIERS}
    assert len(CASES) >= 150


@pytest.mark.parametrize(
    ("results", "grade", "score"),
    [
        ([], "A+", 100),
        (["hsts-preloaded"], "A+", 105),
        (["redirection-not-to-https-on-initial-redirection"], "A", 90),
        (["x-content-type-options-not-implemented"] * 3, "A-", 85),
        (["x-content-type-options-not-implemented"] * 3 + ["hsts-preloaded"], "A-", 85),
        (["cross-origin-resource-sharing-implemented-with-universal-access"] * 3, "F", 0),
    ],
)
def test_total(results: list[str], grade: str, score: int) -> None:
    """Bonuses count from 90 alone, and nothing is below 0."""
    assert total(results) == (grade, score)
