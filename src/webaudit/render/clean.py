"""The sanitiser of foreign text: nothing that a site writes steers a terminal, a file or a reader's eye."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_UNSAFE = re.compile(
    "["
    "\x00-\x08\x0e-\x1f"  # C0 controls but white space
    "\x7f-\x9f"  # delete, and the C1 controls: some terminals obey them as they obey ESC
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # invisible letters and joiners
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f"  # zero width, and marks that turn the direction of text
    "\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff"  # lone surrogates, which UTF-8 can not hold
    "\U000e0000-\U000e0fff"  # tags and variation selectors: text that nobody sees
    # The other signs of Unicode's category Cf, most of which are not drawn either.
    "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
    "\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "]"
)
_EMOJI_STYLE = "\ufe0e\ufe0f"
"""Say whether a sign is drawn as text or as a picture; many titles carry them in good faith."""


def clean(text: str, limit: int = 500) -> str:
    """The text on one line, controls made visible, cut with `…` to at most `limit` characters."""
    if not _is_harmless(text):
        text = _visible(_CARRIAGE_RETURN.sub("\u240d", text))
    return _cut(" ".join(text.split()), limit)


def safe(text: str, limit: int = 500) -> str:
    """The text with its white space, but controls made visible and cut; for what must be told literally."""
    return _cut(text if _is_harmless(text) else _visible(_WHITE_CONTROL.sub(_picture, text)), limit)


_CARRIAGE_RETURN = re.compile("\r(?!\n)")
"""Alone, it lets a terminal write over what it has just shown; before a line feed it is but a line's end."""

_WHITE_CONTROL = re.compile("[\t-\r\u2028\u2029]")


def _is_harmless(text: str) -> bool:
    """Whether it is ASCII without controls, as most texts of a report are: there is no sign to look for."""
    return text.isascii() and text.isprintable()


def _visible(text: str) -> str:
    """The text with every control but white space replaced by a sign that is seen."""
    return _UNSAFE.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    """The control picture of a C0 control and of delete, U+FFFD for all others."""
    sign = match[0]
    if sign < " ":
        return chr(0x2400 + ord(sign))
    if sign in _EMOJI_STYLE:
        return ""
    return "\u2421" if sign == "\x7f" else REPLACEMENT


def _cut(text: str, limit: int) -> str:
    """The beginning of a text that is too long, marked as such."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rstrip() + "…" if limit > 0 else ""
