"""The report as EARL 1.0 (W3C) in JSON-LD, as the consistency method of W3C's ACT rules reads it.

A subject is a page, as its address was spelled, or a site as a whole. Each check that cites a success
criterion of WCAG or an ACT rule is an assertion, one for each rule, whatever its outcome. In a run of sites a
page has those that failed or are undecided on it; what holds of all captured pages is asserted of the site.
"""

import json
from collections.abc import Iterator, Sequence
from textwrap import indent
from typing import Any

from webaudit.locales import Words
from webaudit.model.check import AnyCheck, Source
from webaudit.model.finding import Finding, Location, Outcome, Verdict
from webaudit.model.report import Report, Scorecard
from webaudit.render.clean import clean, safe
from webaudit.render.labels import REASON
from webaudit.render.sarif import HOME
from webaudit.standards.act import STANDARD as ACT
from webaudit.standards.wcag import STANDARD as WCAG

CONTEXT = "https://www.w3.org/WAI/content-assets/wcag-act-rules/earl-context.json"
TEXT_CHARACTERS = 1_000
URL_CHARACTERS = 2_000

Json = dict[str, Any]


def render(report: Report, words: Words) -> str:
    """The graph as JSON-LD; the same text for the same report and language."""
    return "".join(chunks(report, words))


def chunks(report: Report, words: Words) -> Iterator[str]:
    """The graph as JSON-LD, subject by subject, so that a long list need not be held at once."""
    assertor = f"{HOME}#{clean(report.tool_version)}"
    yield f'{{\n "@context": {json.dumps(CONTEXT)},\n "@graph": [\n'
    yield indent(_json(_assertor(assertor, report)), "  ")
    for card in report.cards:
        for subject in _subjects(card, report, assertor, words):
            yield ",\n" + indent(_json(subject), "  ")
    yield "\n ]\n}\n"


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _assertor(id: str, report: Report) -> Json:
    return {
        "@id": id,
        "@type": "Assertor",
        "name": "webaudit",
        "homepage": HOME,
        "release": {"@type": "Version", "revision": clean(report.tool_version)},
    }


def _subjects(card: Scorecard, report: Report, assertor: str, words: Words) -> Iterator[Json]:
    """The entry of the list, then those of its pages where something failed or is undecided, by address."""
    seen = card.assessment
    known = [(one, report.catalogue[one.check]) for one in seen.findings if one.check in report.catalogue]
    cited = [(finding, check) for finding, check in known if _rules(check)]
    # Without a ranking, from `webaudit page`, the entry is a page; else its address is that of a page too.
    single = not report.rankings
    whole: Json = {"@type": "TestSubject"}
    if not single:
        whole = {"@type": ["TestSubject", "sch:WebSite"], "title": clean(seen.site.name or seen.site.id)}
    yield {
        **whole,
        "source": safe(seen.site.written_url or seen.site.url, URL_CHARACTERS),
        "assertions": [
            one
            for finding, check in cited
            for one in _assertions(
                check,
                finding.outcome,
                _told(finding.verdicts) if single else (),
                words(REASON[finding.reason]) if finding.reason else "",
                assertor,
                words,
            )
        ],
    }
    if single:
        return
    pages: dict[str, list[Json]] = {}
    for finding, check in cited:
        for url, verdicts in _by_page(finding).items():
            outcome = max((one.outcome for one in verdicts), key=(Outcome.CANT_TELL, Outcome.FAILED).index)
            pages.setdefault(url, []).extend(_assertions(check, outcome, verdicts, "", assertor, words))
    for url in sorted(pages):
        yield {"@type": "TestSubject", "source": safe(url, URL_CHARACTERS), "assertions": pages[url]}


def _by_page(finding: Finding) -> dict[str, list[Verdict]]:
    """The failed and undecided places by the page that they stand on."""
    pages: dict[str, list[Verdict]] = {}
    for verdict in _told(finding.verdicts):
        if isinstance(verdict.here, Location) and verdict.here.url:
            pages.setdefault(verdict.here.url, []).append(verdict)
    return pages


def _told(verdicts: Sequence[Verdict]) -> list[Verdict]:
    return [one for one in verdicts if one.outcome in (Outcome.FAILED, Outcome.CANT_TELL)]


def _rules(check: AnyCheck) -> tuple[Source | None, ...]:
    """The ACT rules that a check cites; None in their place if it cites but a success criterion."""
    rules = tuple(source for source in check.sources if source.standard == ACT)
    return rules or ((None,) if any(source.standard == WCAG for source in check.sources) else ())


def _assertions(
    check: AnyCheck, outcome: Outcome, verdicts: Sequence[Verdict], why: str, assertor: str, words: Words
) -> Iterator[Json]:
    """What a check says of a subject, once for each ACT rule that it cites."""
    # A place that is undecided is no pointer to what failed.
    places = [one for one in verdicts if one.outcome is outcome]
    info = [clean(words(one.message, **one.values), TEXT_CHARACTERS) for one in places if one.message]
    pointers = [
        {"@type": "ptr:XPathPointer", "ptr:expression": clean(one.here.xpath, TEXT_CHARACTERS)}
        for one in places
        if isinstance(one.here, Location) and one.here.xpath
    ]
    result: Json = {"@type": "TestResult", "outcome": f"earl:{outcome.value}"}
    if info or why:
        result["info"] = list(dict.fromkeys(info)) or [why]
    if pointers:
        result["pointer"] = pointers
    for rule in _rules(check):
        yield {
            "@type": "Assertion",
            "mode": "earl:automatic",
            "assertedBy": assertor,
            "test": _test(check, rule),
            "result": result,
        }


def _test(check: AnyCheck, rule: Source | None) -> Json:
    """The check by its id; no node of the graph of its own, as several checks may cite one rule."""
    criteria = [one.url.partition("#")[2] for one in check.sources if one.standard == WCAG and "#" in one.url]
    test: Json = {"@type": "TestCase", "title": check.id}
    if criteria:
        test["isPartOf"] = [f"WCAG2:{criterion}" for criterion in criteria]
    if rule is not None:
        test["dct:identifier"] = rule.section
        if rule.url:
            test["dct:conformsTo"] = {"@id": rule.url}
    return test
