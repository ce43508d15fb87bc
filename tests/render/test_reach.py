"""The report says how much of WCAG 2.2 machines test, so that nobody takes it for all."""

from tests.render.report import report
from webaudit.checks import catalogue
from webaudit.locales import LANGUAGES, Words
from webaudit.model.check import AnyCheck
from webaudit.render import markdown
from webaudit.render.reach import CRITERIA, reached, told
from webaudit.standards.wcag import AA, STANDARD, A


def test_levels_are_those_of_the_recommendation() -> None:
    """WCAG 2.2 has 31 success criteria of level A and 24 of level AA, none of them twice."""
    assert (len(A), len(AA), CRITERIA) == (31, 24, len({*A, *AA}))


def test_figure_comes_from_what_checks_cite() -> None:
    """A criterion counts once, in the order of the levels, however many checks cite it."""
    twice: dict[str, AnyCheck] = {**report().catalogue, "again": report().catalogue["page-language"]}

    assert reached(twice) == ("1.1.1", "1.2.2", "3.1.1")


def test_every_cited_criterion_is_known() -> None:
    """No check of the catalogue cites a criterion of level AAA, but those that ask more than is owed."""
    known = {check.id: check for check in catalogue().checks if not check.advisory}
    cited = {one.section for check in known.values() for one in check.sources if one.standard == STANDARD}

    assert cited - {*A, *AA} == set()
    assert 0 < len(reached(known)) < CRITERIA


def test_it_is_said_once_in_both_languages() -> None:
    """Markdown says it in the reader's language."""
    for lang in LANGUAGES:
        words = Words(lang)
        sentence = told(report().catalogue, words)

        assert " 55 " in sentence
        assert " 3 " in sentence
        assert markdown.render(report(), words).count(sentence[:60]) == 1
