"""Writes what is made from other files: compiled translations, the JSON schema, the catalogue of checks.

    python docs/generate.py            write what has changed
    python docs/generate.py --check    write nothing; name the stale files and end with 1

The bytes depend on the sources alone, so that CI can compare them.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain, takewhile
from pathlib import Path
from textwrap import dedent

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "src" / "webaudit" / "locales"


class Pinned(Catalog):
    """A catalogue whose head names neither a day nor the version of Babel."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """What gettext needs to read the rest."""
        return [("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=utf-8\n")]


def translations() -> Iterator[tuple[Path, bytes]]:
    """The compiled form of every .po file, beside it."""
    for path in sorted(LOCALES.glob("*/LC_MESSAGES/*.po")):
        with path.open("rb") as file:
            read = read_po(file, abort_invalid=True)
        pinned = Pinned(charset="utf-8")
        for message in read:
            if message.id and not message.fuzzy:
                pinned.add(message.id, message.string, context=message.context)
        compiled = BytesIO()
        write_mo(compiled, pinned)
        yield path.with_suffix(".mo"), compiled.getvalue()


def schema() -> Iterator[tuple[Path, bytes]]:
    """The JSON Schema of a report."""
    from webaudit.render import json_v1

    text = json.dumps(json_v1.schema(), ensure_ascii=False, indent=2) + "\n"
    yield ROOT / "docs" / "report.schema.json", text.encode()


def checks() -> Iterator[tuple[Path, bytes]]:
    """The manual of all checks, in both languages."""
    from webaudit.locales import LANGUAGES, Words

    for lang in LANGUAGES:
        name = "checks.md" if lang == "en" else f"checks.{lang}.md"
        yield ROOT / "docs" / name, "\n".join(_manual(Words(lang))).rstrip().encode() + b"\n"


def _manual(words: "Words") -> Iterator[str]:
    from webaudit.checks import catalogue
    from webaudit.model.check import Category
    from webaudit.render.labels import CATEGORY

    yield f"# {words('The checks')}\n"
    yield words("Made from the code by `make generated`; `webaudit explain CHECK` prints the same.") + "\n"
    asked = catalogue().checks
    for category in Category:
        found = [check for check in asked if check.category is category]
        if found:
            yield f"## {words(CATEGORY[category])}\n"
        for check in found:
            yield from _check(check, words)


def _check(check: "AnyCheck", words: "Words") -> Iterator[str]:
    from webaudit.render.labels import SEVERITY

    yield f"### `{check.id}`\n"
    yield f"**{_escaped(words(check.title))}**\n"
    paragraphs = [words(paragraph) for paragraph in check.manual.split("\n\n")]
    # The examples are fenced and indented below their heading, and come last; what comes before is prose.
    prose = list(takewhile(lambda one: "```" not in one, paragraphs))
    for paragraph in prose:
        yield _prose(paragraph) + "\n"
    yield f"**{words('Repair')}:** {_escaped(words(check.remedy))}\n"
    for paragraph in paragraphs[len(prose) :]:
        yield _example(paragraph, words) + "\n"
    asked = words("each page") if check.page else words("the site")
    yield f"- {words('Severity')}: {words(SEVERITY[check.severity])}"
    yield f"- {words('Asked of')}: {asked}"
    yield f"- {words('Since version')}: {check.since}"
    for source in check.sources:
        norm = _escaped(" ".join(filter(None, (source.standard, source.section, source.title))))
        yield f"- {words('Norm')}: " + (f"[{norm}]({source.url})" if source.url else norm)
    if check.measured:
        quality = "{precision} precision, {recall} recall on {pages} pages of {data}"
        measured = {name: getattr(check.measured, name) for name in ("precision", "recall", "pages", "data")}
        yield f"- {words('Measured')}: {words(quality, **measured)}"
    elif check.preview:
        yield f"- {words('Preview: reported, worth no points.')}"
    if check.advisory:
        yield f"- {words('Advice: reported, worth no points unless a rubric names it.')}"
    yield ""


def rubrics() -> Iterator[tuple[Path, bytes]]:
    """The rubrics that come with the program as tables, in both languages."""
    from webaudit.locales import LANGUAGES, Words

    for lang in LANGUAGES:
        name = "rubrics.md" if lang == "en" else f"rubrics.{lang}.md"
        yield ROOT / "docs" / name, "\n".join(_rubrics(Words(lang))).rstrip().encode() + b"\n"


def _rubrics(words: "Words") -> Iterator[str]:
    from webaudit.store.rubrics import packaged_rubrics, read_rubric

    yield f"# {words('The rubrics')}\n"
    yield words("Made from the rubric files by `make generated`; docs/scoring.md says how the sums are made.")
    yield words(
        "* marks a law whose articles nobody has compared with the official text. (later) marks a check that "
        "this version does not have yet: its points are open."
    )
    for name in packaged_rubrics():
        yield from _rubric(read_rubric(name), words)


def _rubric(rubric: "Rubric", words: "Words") -> Iterator[str]:
    yield f"\n## {words.text(rubric.title)}\n"
    yield words("`{id}`, version {version}.", id=rubric.id, version=rubric.version) + "\n"
    heads = (words("Criterion"), words("Points"), words("Earned by"), words("Sources"))
    for section in rubric.sections:
        yield f"### {words.text(section.title)}: {words.number(section.points)}\n"
        if section.sources:
            yield f"{words('Sources')}: {_bases(section.sources)}\n"
        yield f"| | {' | '.join(heads)} |"
        yield "| --- | --- | ---: | --- | --- |"
        for criterion in section.criteria:
            title, points = words.text(criterion.title), words.number(criterion.points)
            earned, sources = _earned(criterion, words), _bases(criterion.sources)
            yield f"| {criterion.id} | {title} | {points} | {earned} | {sources} |"
        yield ""
    yield f"### {words('Gates')}\n"
    for gate in rubric.gates:
        yield f"- **{words.text(gate.title)}** (`{gate.id}`): {_gate(gate, words)} {_bases(gate.sources)}"


def _bases(bases: Iterable["Basis"]) -> str:
    return "; ".join(basis.text + ("" if basis.checked else " \\*") for basis in bases)


def _named(check: str, words: "Words") -> str:
    from webaudit.checks import catalogue

    return f"`{check}`" + ("" if check in catalogue().ids else f" ({words('later')})")


def _earned(criterion: "Criterion", words: "Words") -> str:
    """What earns the points of a criterion, in one cell."""
    from webaudit.render.labels import CATEGORY

    if criterion.steps is not None:
        steps = criterion.steps
        told = [
            *(f"≤ {limit:g}: {points:g}" for limit, points in steps.at_most),
            *(f"≥ {limit:g}: {points:g}" for limit, points in steps.at_least),
        ]
        return f"{_named(steps.check, words)} `{steps.measure}` {', '.join(told)}"
    if criterion.category is not None:
        return words("every check of {category}", category=words(CATEGORY[criterion.category]))
    parts = [", ".join(_named(check, words) for check in criterion.checks)]
    parts += [f"`{code}`: {share:.0%}" for code, share in criterion.shares.items()]
    parts += [
        words("{type}: weighs {points}", type=type, points=points) for type, points in criterion.types.items()
    ]
    return "; ".join(parts)


def _gate(gate: "Gate", words: "Words") -> str:
    """What a gate asks and what follows, in one sentence."""
    named = ", ".join(_named(check, words) for check in gate.checks)
    limits = gate.limits
    if limits is None:
        return f"{named}: {_penalty(gate.penalty, words)}."
    told = [
        *(f"> {limit:g}: {_penalty(penalty, words)}" for limit, penalty in limits.above),
        *(f"< {limit:g}: {_penalty(penalty, words)}" for limit, penalty in limits.below),
    ]
    return f"{named} `{limits.measure}` {', '.join(told)}."


def _penalty(penalty: "Penalty", words: "Words") -> str:
    from webaudit.model.rubric import Effect
    from webaudit.render.labels import EFFECT

    if penalty.effect is Effect.CAP:
        return words("value capped at {cap}", cap=penalty.cap)
    return words(EFFECT[penalty.effect])


def _prose(text: str) -> str:
    """A paragraph; what begins with a word and a colon, as `Target: …`, stands on its own."""
    flowing = re.sub(r"\n +", " ", _escaped(text))
    return re.sub(r"(?:\n|^)([A-Z]\w*): ", r"\n\n**\1:** ", flowing).strip()


def _example(text: str, words: "Words") -> str:
    """A heading, the outcome in words, with a fenced example below it, freed of its indent."""
    from webaudit.model.finding import Outcome
    from webaudit.render.labels import OUTCOME

    heading, _, rest = text.partition("\n")
    if not rest or "```" in heading:
        return dedent(text)
    name, _, code = heading.rstrip(":").partition(" ")
    outcome = next((words(OUTCOME[one]) for one in Outcome if one.value.lower() == name.lower()), name)
    code = f" (`{code.strip('()')}`)" if code else ""
    return f"{words('Example')}, {outcome}{code}:\n\n{dedent(rest)}"


def _escaped(text: str) -> str:
    """Prose for Markdown: tags are shown, code spans are left alone."""
    parts = re.split(r"(`[^`]*`)", text)
    return "".join(part if part.startswith("`") else part.replace("<", "&lt;") for part in parts)


def main(arguments: list[str]) -> int:
    """Writes, or with --check compares; returns the exit code."""
    check = "--check" in arguments
    stale = []
    # In this order: the manual is written with the translations compiled before it.
    for path, content in chain(translations(), schema(), checks(), rubrics()):
        if path.is_file() and path.read_bytes() == content:
            continue
        stale.append(path.relative_to(ROOT).as_posix())
        if not check:
            path.write_bytes(content)
    for name in stale:
        print(f"{name}: {'stale, run `make generated`' if check else 'written'}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    from webaudit.locales import Words
    from webaudit.model.check import AnyCheck
    from webaudit.model.rubric import Basis, Criterion, Gate, Penalty, Rubric

    sys.exit(main(sys.argv[1:]))
