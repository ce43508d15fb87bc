"""JUnit XML: valid by what its schemas allow, with every site in it, and harmless."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from tests.render.hostile import TEXTS, written
from tests.render.report import page_report, report
from tests.render.snapshot import golden
from webaudit.locales import LANGUAGES, Language, Words
from webaudit.model.report import Report
from webaudit.render.junit import render

ENGLISH = Words("en")
SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent.parent / "data" / "junit.xsd"))


def parsed(whole: Report, words: Words = ENGLISH) -> etree._Element:
    """The document, read again and valid."""
    root = etree.fromstring(render(whole, words))
    SCHEMA.assertValid(root)
    return root


def suite(root: etree._Element, site: str) -> etree._Element:
    """The suite of a site."""
    (found,) = (one for one in root if one.get("package") == site)
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_golden(lang: Language) -> None:
    """The hand-made report gives the golden document."""
    text = render(report(), Words(lang)).decode()
    parsed(report(), Words(lang))

    assert text == golden(f"junit.{lang}.xml", text)


def test_every_site_is_a_suite() -> None:
    """No site is missing, in the order of the list, and the numbers are those of the cases."""
    root = parsed(report())

    assert [one.get("package") for one in root] == [card.assessment.site.id for card in report().cards]
    for one in root:
        for number, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            assert one.get(number) == str(len(list(one.iter(tag))))


def test_outcomes() -> None:
    """Failed is a failure with its places; what was not decided is skipped with the reason."""
    cases = {case.get("name"): case for case in suite(parsed(report()), "dispora").iter("testcase")}
    failure = cases["certificate-validity"].find("failure")

    assert failure is not None
    assert failure.get("message") == "the sample expired 12.5 days ago"
    assert failure.get("type") == "critical"
    assert "https://dispora.example.go.id/" in str(failure.text)
    assert "Renew the sample certificate." in str(failure.text)
    (skipped,) = cases["page-language"]
    assert (skipped.tag, skipped.get("message")) == ("skipped", "undecided: the check itself failed")
    assert len(cases["injected-content"]) == 0


def test_site_that_was_not_audited_is_an_error() -> None:
    """A server that shows failed cases alone shows it too, with the reason."""
    root = parsed(report())
    for site, told in (
        ("bkd", "unreachable: its host name is not found in DNS (looking up the name)"),
        ("entri-9", "invalid entry: sites.yaml:41:10: no address: htp:/salah"),
    ):
        (error,) = suite(root, site).iter("error")
        assert error.get("message") == told


def test_pages_have_suites() -> None:
    """`webaudit page` gives a suite a page."""
    assert len(parsed(page_report())) == len(page_report().cards)


@settings(deadline=None)
@given(TEXTS)
def test_any_text_is_text(text: str) -> None:
    """Whatever a site writes, the document is valid and the suites of the others are the same."""
    root, clean = parsed(written(text)), parsed(written("x"))

    assert [etree.tostring(one) for one in root[1:]] == [etree.tostring(one) for one in clean[1:]]
