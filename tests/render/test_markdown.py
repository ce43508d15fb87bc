"""The Markdown report: what stands in it, and that foreign text stays text."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.render.report import page_report, report
from webaudit.locales import Words
from webaudit.model.finding import Finding, Location, Outcome, Verdict
from webaudit.model.report import Report
from webaudit.render.markdown import address, code, escaped, render

ENGLISH = Words("en")
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HARMFUL = [
    "<script>alert(1)</script>",
    "![x](http://evil.example/x.png)",
    "[click](javascript:alert(1))",
    "<http://evil.example/>",
    "# Menang",
    "1. satu",
    "- satu",
    "> satu",
    "a | b",
    "***tebal***",
    "`kode`",
    "~~coret~~",
    "&lt;b&gt; &#60;",
    "\\*",
    "satu\n\n# dua",
    "    kode",
    "===",
    "[a]: http://evil.example/",
]


def tokens(text: str) -> Iterator[Token]:
    """What a reader of Markdown makes of a text, block and inline."""
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def hostile(text: str) -> Report:
    """A report in which a site writes this text wherever it can."""
    (card, *_), whole = report().cards, report()
    here = Location(f"https://dinas.example/?{text}", "/html", 1, text, "")
    verdict = Verdict(Outcome.FAILED, here, "bad", "says {text}", {"text": text})
    finding = Finding("page-language", Outcome.FAILED, 0, 0, verdicts=(verdict,), pages=1)
    site = replace(card.assessment.site, name=text or "x")
    made = replace(card.assessment, site=site, final_url=text, findings=(finding,))
    return replace(whole, cards=(replace(card, assessment=made, lost=(("page-language", 20.0),)),))


def test_ranking_is_a_table() -> None:
    """Rank, name, value, bounds, coverage and band, in order, with those without a rank and why."""
    table = re.findall(r"^\| (?!#|-)(.*) \|$", render(report(), ENGLISH), re.MULTILINE)

    assert table == [
        "1 | Dinas Kesehatan | **92.0** | 92.0–92.0 | 100% | Very good",
        "2= | Dinas Pendidikan | **64.6** | 62.0–66.0 | 96% | Fair",
        "2= | Dinas \\[bold\\]Perhubungan\\[/bold\\] | **64.6** | 62.0–66.0 | 96% | Fair",
        "4 | Dinas Pemuda dan Olahraga | **33.3** | 30.0–40.0 | 90% | Poor",
        "– | Badan Pendapatan Daerah | – | – | 100% | not ranked: a gate stands in the way",
    ]


def test_worst_loss_comes_first() -> None:
    """Of each site stands first what a repair would gain most, with the place and the repair."""
    text = render(report(), ENGLISH)
    gains = re.findall(r"^\d\. \*\*\+([\d.]+)\*\*", text[text.index("Dinas Pendidikan:") :], re.MULTILINE)

    assert gains[:2] == ["24.0", "10.0"]
    assert '(line 41): `<img src="foto-1.jpg">`' in text
    assert "   - Repair: " in text


def test_every_site_is_told() -> None:
    """A site that was not measured stands there with its reason."""
    whole = report()
    text = render(whole, ENGLISH)

    for card in whole.cards:
        site = card.assessment.site
        assert escaped(site.name or site.written_url) in text
    assert "unreachable: its host name is not found in DNS" in text


def test_gate_shows_where_and_what_to_do() -> None:
    """Where a gate bars a site, its place and repair come before any points."""
    text = render(report(), ENGLISH)
    card = text[text.index("### Badan Pendapatan Daerah") :]

    assert "**Injected content: suspected, not yet confirmed: not for publication**" in card
    assert "`https://bapenda.example.go.id/slot/gacor`" in card
    assert "Nothing to repair was found." not in card


def test_pages_have_no_ranking() -> None:
    """`webaudit page` ranks nothing."""
    text = render(page_report(), ENGLISH)

    assert "## Ranking" not in text
    assert "### Dinas Kesehatan" in text


def test_every_place_is_counted() -> None:
    """Places that are not shown are told by their number."""
    (card, *_), whole = report().cards, report()
    finding = Finding("page-language", Outcome.FAILED, verdicts=(Verdict(Outcome.FAILED, None, "x", "x"),))
    finding = replace(finding, counts=replace(finding.counts, passed=2, failed=6))
    made = replace(
        card, assessment=replace(card.assessment, findings=(finding,)), lost=(("page-language", 9.0),)
    )

    assert "   - and 5 more places\n" in render(replace(whole, cards=(made,)), ENGLISH)


@pytest.mark.parametrize("text", HARMFUL)
def test_foreign_text_adds_no_markup(text: str) -> None:
    """The same report with a harmless name has the same structure."""
    plain = [token.type for token in tokens(render(hostile("Dinas"), ENGLISH)) if token.type != "text"]
    made = [token.type for token in tokens(render(hostile(text), ENGLISH)) if token.type != "text"]

    # An address that is none stands as code where the other was a link.
    links = {"link_open", "link_close", "code_inline"}
    assert [kind for kind in made if kind not in links] == [kind for kind in plain if kind not in links]
    assert not any(kind.startswith("html") or kind == "image" for kind in made)


@given(st.text(max_size=60))
@example("1) x")
@example("10.")
@example("+")
@example("a\\")
@example("&amp;")
def test_escaped_text_reads_as_it_was(text: str) -> None:
    """Escaped text at the start of a line, in a list and in a cell is text, and nothing else."""
    shown = escaped(text)
    for before, after in (("", ""), ("- ", ""), ("| a |\n| --- |\n| ", " |"), ("### x ", "")):
        kinds = {token.type for token in tokens(f"{before}{shown}{after}")}

        assert not kinds & {
            "html_block",
            "html_inline",
            "link_open",
            "image",
            "em_open",
            "strong_open",
            "fence",
        }
        assert not kinds & {
            "s_open",
            "code_inline",
            "code_block",
            "hr",
            "ordered_list_open",
            "blockquote_open",
        }
        assert ("heading_open" in kinds) == before.startswith("#")
        assert ("bullet_list_open" in kinds) == before.startswith("-")


@given(st.text(max_size=60))
@example("``` x ``")
@example("`")
def test_code_holds_any_text(text: str) -> None:
    """Whatever backticks a text has, it stays within its fence."""
    children = [token for token in tokens(f"x {code(text)} x") if token.type not in ("inline", "text")]

    assert [token.type for token in children] == ["paragraph_open", "code_inline", "paragraph_close"]


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://dinas.example/a?b=1", "<https://dinas.example/a?b=1>"),
        ("javascript:alert(1)", "`javascript:alert(1)`"),
        ("https://dinas.example/ a", "`https://dinas.example/ a`"),
        ("https://dinas.example/>x", "`https://dinas.example/>x`"),
        ("https://rajatogel.example/", "`https://rajatogel.example/`"),
        ("https://dinas.example/%73lot-gacor/", "`https://dinas.example/%73lot-gacor/`"),
    ],
)
def test_only_web_addresses_are_links(url: str, shown: str) -> None:
    """Only http and https are made links, which show where they lead, and never to gambling."""
    assert address(url) == shown


@pytest.mark.parametrize("text", ["@dinas", "http://evil.example", "www.evil.example", "#12", "HTTPS://x"])
def test_no_mention_and_no_link_by_itself(text: str) -> None:
    """Trackers turn plain text into links and calls: not this text."""
    shown = escaped(f"lihat {text}")

    assert text not in shown
    assert not re.search(r"@|#\d|(?i:https?:/|www\.)", shown.replace("&#58;", "").replace("&#46;", ""))


def test_every_text_is_translated() -> None:
    """In Indonesian no heading of the English report is left."""
    english = set(re.findall(r"^#{1,2} (.*)$", render(report(), ENGLISH), re.MULTILINE))
    indonesian = set(re.findall(r"^#{1,2} (.*)$", render(report(), Words("id")), re.MULTILINE))

    assert not english & indonesian
