"""`webaudit explain`: the manual of one check."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from webaudit.cli import options
from webaudit.locales import Words, marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from webaudit.model.check import AnyCheck
    from webaudit.model.rubric import Rubric


def explain(
    check: Annotated[str, typer.Argument(metavar=marked("CHECK"), help=marked("The id of a check."))],
    rubric: options.RubricName = None,
    lang: options.Lang = "id",
) -> None:
    """Explain a check: why, what it expects, its norm, its points, and how to repair.

    Examples:
      webaudit explain page-language

      webaudit explain dead-links --lang en
    """
    from webaudit.checks import catalogue
    from webaudit.cli import outcome
    from webaudit.pipeline.settings import check_named
    from webaudit.store.rubrics import read_rubric

    words = outcome.words(lang)
    asked = check_named(check)
    numbers = read_rubric(rubric or "core", catalogue().ids)
    outcome.console(sys.stdout).print("\n".join(_lines(asked, numbers, words)))


def _lines(check: "AnyCheck", rubric: "Rubric", words: Words) -> "Iterator[str]":
    """The manual, paragraph by paragraph; the examples stay as they are."""
    yield f"{check.id} – {words(check.title)}"
    yield words(
        "Category {category}, severity {severity}, since version {since}.",
        category=words(check.category.value),
        severity=words(check.severity.value),
        since=check.since,
    )
    for paragraph in check.manual.split("\n\n"):
        yield ""
        yield _reflowed(paragraph if "```" in paragraph else words(paragraph), words)
    yield ""
    yield words("How to repair: {remedy}", remedy=words(check.remedy))
    for source in check.sources:
        yield words(
            "Norm: {norm}", norm=f"{source.standard} {source.section} {source.title} {source.url}".strip()
        )
    for section in rubric.sections:
        for criterion in section.criteria:
            named = check.id in criterion.checks or (criterion.steps and criterion.steps.check == check.id)
            if named or criterion.category is check.category:
                yield words(
                    "Points in the rubric {rubric}: {criterion}, {points} points, shared among its checks.",
                    rubric=rubric.id,
                    criterion=words.text(criterion.title),
                    points=criterion.points,
                )
    for gate in rubric.gates:
        if check.id in gate.checks:
            yield words("Gate in the rubric {rubric}: {gate}.", rubric=rubric.id, gate=words.text(gate.title))
    if check.measured:
        yield words(
            "Measured on {pages} pages of {data}: precision {precision}, recall {recall}.",
            pages=check.measured.pages,
            data=check.measured.data,
            precision=check.measured.precision,
            recall=check.measured.recall,
        )
    if check.preview:
        yield words("Preview: reported, worth no points.")
    if check.advisory:
        yield words("Advice: reported, worth no points unless a rubric names it.")


def _reflowed(paragraph: str, words: Words) -> str:
    """The paragraph without the line breaks of its source, to fill the terminal; an example keeps them."""
    if "```" in paragraph:
        from webaudit.render import labels

        head, *example = (line for line in paragraph.splitlines() if "```" not in line)
        # "Failed (code, code):" names an outcome as EARL does.
        outcome, _, codes = head.rstrip(":").partition(" ")
        known = {key.value.lower(): words(label) for key, label in labels.OUTCOME.items()}
        return "\n".join((f"{known.get(outcome.lower(), outcome)} {codes}".rstrip() + ":", *example))
    lines: list[str] = []
    for line in paragraph.splitlines():
        if lines and line.startswith(" "):
            lines[-1] = f"{lines[-1].rstrip()} {line.strip()}"
        else:
            lines.append(line)
    # "Target: …" and the like begin a line of their own; other lines run on.
    heads = all(line.partition(":")[1] for line in lines)
    return "\n".join(lines) if heads else " ".join(lines)
