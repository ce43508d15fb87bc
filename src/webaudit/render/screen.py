"""Screen: lines on a terminal, whatever it can show, with foreign text that is never markup."""

from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from webaudit.locales import Words
from webaudit.render.clean import clean

GAP = "  "
"""Between columns."""

PROSE = 100
"""Cells of a line of prose at most."""

_PLAIN = {
    **dict.fromkeys("█▉▊▋▌", "#"),
    **dict.fromkeys("▍▎▏", "-"),
    **dict.fromkeys("–—─", "-"),
    **{"░": ":", "·": ".", "…": "~", "✗": "x", "✓": "+", "≈": "~", "→": ">", "’": "'"},
}
"""Stand-ins of one character for terminals that can not show the sign."""

_EIGHTHS = " ▏▎▍▌▋▊▉"


class Screen:
    """Prints lines on a console.

    Attributes:
        words: of the reader's language.
        width: in cells, for tables; prose is folded at 100, for longer lines are hard to follow.
        terminal: whether a person looks on; else nothing is cut, for a program may read it.
    """

    def __init__(self, console: Console, words: Words) -> None:
        self._console = console
        self.words = words
        self.width = console.width
        self.terminal = console.is_terminal

    def line(self, *parts: Text | str, indent: int = 0) -> None:
        """One line, never wrapped: a terminal folds it, and an address can still be copied whole."""
        text = Text.assemble(" " * indent, *parts)
        text.rstrip()
        text.plain = "".join(self._showable(sign) for sign in text.plain)
        self._console.print(text, soft_wrap=True, highlight=False)

    def prose(self, text: str, *, indent: int = 0, lead: Text | str = "", style: str = "") -> None:
        """A sentence, folded between words; what follows the lead hangs below its beginning."""
        hang = indent + cell_len(lead if isinstance(lead, str) else lead.plain)
        for number, row in enumerate(fold(text, min(self.width, PROSE) - hang)):
            if number:
                self.line(Text(row, style), indent=hang)
            else:
                self.line(lead, Text(row, style), indent=indent)

    def foreign(self, text: str, *, indent: int = 0, style: str = "") -> None:
        """A line of a site's own text, cut to the width where a person looks on."""
        line = Text(clean(text), style)
        if self.terminal:
            line.truncate(max(self.width - indent, 10), overflow="ellipsis")
        self.line(line, indent=indent)

    def rule(self, width: int = PROSE) -> None:
        """A line below a heading, as far as there is room."""
        self.line(Text("─" * min(width, self.width), "dim"))

    def blank(self) -> None:
        """An empty line."""
        self.line()

    def _showable(self, sign: str) -> str:
        """The sign, or one that the console's encoding has."""
        if sign < "\x80":
            return sign
        try:
            sign.encode(self._console.encoding)
        except (UnicodeEncodeError, LookupError):
            return _PLAIN.get(sign, "?")
        return sign


def fold(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken between words alone."""
    rows: list[str] = []
    for word in clean(text, 2_000).split(" "):
        if rows and cell_len(rows[-1]) + 1 + cell_len(word) <= width:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows


def cell(text: Text | str, width: int, *, right: bool = False) -> Text:
    """The text in exactly `width` cells, cut with an ellipsis or filled with blanks."""
    made = text.copy() if isinstance(text, Text) else Text(text)
    made.truncate(width, overflow="ellipsis")
    blanks = width - cell_len(made.plain)
    if right:
        made.pad_left(blanks)
    else:
        made.pad_right(blanks)
    return made


def bar(won: float, open_: float, whole: float, width: int, style: str) -> Text:
    """Points as a bar: what is won is filled, what is open is shaded, what is lost is dotted."""
    if whole <= 0:
        return Text("─" * width, "dim")
    filled = int(won / whole * width * 8 + 1e-6)
    full, rest = divmod(min(filled, width * 8), 8)
    solid = "█" * full + (_EIGHTHS[rest] if rest else "")
    # A trace of what is open is always seen, as far as there is room.
    shaded = min(width - len(solid), max(round(open_ / whole * width), 1 if open_ / whole > 0.01 else 0))
    dotted = width - len(solid) - shaded
    return Text.assemble((solid, style), ("░" * shaded, "dim"), ("·" * dotted, "dim"))


def joined(parts: Iterable[Text | str], gap: str = GAP) -> Text:
    """The parts in one line."""
    return Text(gap).join(part if isinstance(part, Text) else Text(part) for part in parts)
