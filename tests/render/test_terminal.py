"""The scorecard on terminals of every kind."""

import re
from dataclasses import replace
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from rich.cells import cell_len
from rich.console import Console

from tests.render.report import HARMFUL, page_report, report
from tests.render.snapshot import golden
from webaudit.locales import LANGUAGES, Language, Words
from webaudit.model.report import Report
from webaudit.render.terminal import render

WIDTHS = (60, 80, 120, 200)


def shown(
    whole: Report,
    lang: Language = "id",
    width: int = 80,
    *,
    terminal: bool = False,
    detail: bool | None = None,
) -> str:
    """What is printed, on a terminal with colours or into a file."""
    file = StringIO()
    console = Console(file=file, width=width, force_terminal=terminal, _environ={"TERM": "xterm"})
    render(whole, Words(lang), console, detail=detail)
    return file.getvalue()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_golden(lang: Language, width: int) -> None:
    """The hand-made report gives the golden lines at every width."""
    text = shown(report(), lang, width)

    assert text == golden(f"terminal.{width}.{lang}.txt", text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_golden_pages(lang: Language) -> None:
    """So does the report on single pages."""
    text = shown(page_report(), lang)

    assert text == golden(f"terminal.pages.{lang}.txt", text)


def test_golden_in_full() -> None:
    """So do the full cards of a short list."""
    text = shown(report(), "en", 100, detail=True)

    assert text == golden("terminal.full.en.txt", text)


def test_foreign_text_is_literal() -> None:
    """Escape codes, bells, markup and reversals in a site's text are shown, never obeyed."""
    text = shown(report(), width=200, terminal=True)
    own = re.sub(r"\x1b\[[0-9;]*m", "", text)

    assert "\x1b" not in own
    assert not set(own) & {"\x07", "\u202e", "\r"}
    assert "Foto ␛[2J␇[red]Kegiatan[/] �gnp.exe {x} %s" in own
    assert "Dinas [bold]Perhubungan[/bold]" in own
    assert HARMFUL not in text


@pytest.mark.parametrize("width", WIDTHS)
def test_ranking_fits(width: int) -> None:
    """No line of the ranking is wider than the terminal; below it, only addresses may be."""
    lines = shown(report(), width=width).splitlines()
    ranking = lines[: next(i for i, line in enumerate(lines) if line.startswith("Tidak dapat"))]

    assert max(map(cell_len, ranking)) <= width


def test_titles_of_sections_are_whole() -> None:
    """At 80 columns no title of a section is cut, however many there are: words go to the next line."""
    whole = report()
    titles = (
        "Tautan layanan",
        "Aksesibilitas",
        "Kemutakhiran",
        "Ketersediaan",
        "Keterbukaan publik",
        "Privasi",
    )
    rubric = replace(
        whole.rubric,
        sections=tuple(replace(whole.rubric.sections[0], title={"id": title}) for title in titles),
    )
    cards = tuple(
        replace(card, sections=tuple(replace(card.sections[0], title={"id": title}) for title in titles))
        for card in whole.cards
    )
    text = shown(replace(whole, rubric=rubric, cards=cards), width=80)
    head = text[: text.index("─")]

    assert "…" not in head
    assert all(word in head.split() for title in titles for word in title.split())
    assert max(map(cell_len, head.splitlines())) <= 80


def test_addresses_are_never_broken() -> None:
    """An address stands on one line, even where the line is too long for it, so that it can be copied."""
    whole = report()
    long = "https://dinkes.example.go.id/" + "panjang/" * 30
    card = whole.cards[2]
    card = replace(card, assessment=replace(card.assessment, final_url=long))

    assert long in shown(replace(whole, cards=(card,)), width=60)


def test_same_text_with_and_without_colour() -> None:
    """Colour only repeats what the text says."""
    plain = shown(page_report(), "en", 200)
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", shown(page_report(), "en", 200, terminal=True))

    assert coloured == plain


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1", "TERM": "xterm"}, {"TERM": "dumb"}])
def test_no_colour_where_none_is_wanted(variables: dict[str, str]) -> None:
    """NO_COLOR and a dumb terminal are respected."""
    file = StringIO()
    render(report(), Words("id"), Console(file=file, width=80, force_terminal=True, _environ=variables))

    assert not re.findall(r"\x1b\[(?:[0-9]+;)*(?:3[0-7]|9[0-7])m", file.getvalue())


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_poor_encoding(encoding: str) -> None:
    """A terminal that has no block characters shows others of the same width."""
    raw = BytesIO()
    file = TextIOWrapper(raw, encoding=encoding, newline="\n")
    render(report(), Words("id"), Console(file=file, width=80))
    file.flush()
    text = raw.getvalue().decode(encoding)

    assert "##############" in text
    assert "Dinas Kesehatan" in text
    assert len(text.splitlines()) == len(shown(report()).splitlines())


def test_not_measured_stands_apart() -> None:
    """A site that could not be measured has a reason in plain words, and no value."""
    ranking, _, rest = shown(report(), "en").partition("Not measured, which is not zero")

    assert "Badan Kepegawaian Daerah" not in ranking
    assert "unreachable: its host name is not found in DNS (looking up the name)" in rest


def test_suspected_site_is_never_called_failed() -> None:
    """A gate that is only suspected says so."""
    (line,) = (line for line in shown(report(), "en", 120).splitlines() if line.startswith("     ! "))

    assert line.strip() == "! Injected content: suspected, not yet confirmed: not for publication"


def test_empty_report() -> None:
    """A report without sites does not crash."""
    empty = replace(report(), cards=(), rankings=())

    assert shown(empty) == ""
    assert "No site could be audited." in shown(replace(report(), cards=()), "en")
