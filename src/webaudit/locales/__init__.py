"""Words: the texts that a user sees, in Indonesian or English.

English is the language of the code, and each English text is the key of its translation (gettext, one domain
for each part of the program: `id/LC_MESSAGES/*.po`, compiled by docs/generate.py). The language is
always given, never taken from the machine: `LANG` and `locale.setlocale` would change the bytes of a report.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from gettext import GNUTranslations, NullTranslations
from math import isfinite
from typing import Literal, get_args

from webaudit.model.errors import Message

Language = Literal["id", "en"]

LANGUAGES: tuple[Language, ...] = get_args(Language)
"""The default first."""

_MONTHS = {
    "id": (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli"),
        *("Agustus", "September", "Oktober", "November", "Desember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
}

_BRACES = re.compile(r"\{\{|\}\}|\{(\w+)\}")
"""A doubled brace, which stands for one, or a placeholder."""

NO_NUMBER = "–"
"""Stands where there is no number."""


def marked(message: str) -> str:
    """The message itself; marks it for translation where it is only written down, and shown elsewhere."""
    return message


class Words:
    """The texts of one language.

    Attributes:
        lang: "id" or "en".
    """

    def __init__(self, lang: Language) -> None:
        if lang not in LANGUAGES:
            raise ValueError(f"no language {lang!r}, only {', '.join(LANGUAGES)}")
        self.lang: Language = lang

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language, its braces filled.

        A value may be foreign text: braces and percent signs in it mean nothing. A placeholder without a
        value stays as it is, and without any value braces are but braces.
        """
        if not message:
            # gettext would answer with the head of the catalogue.
            return ""
        translated = _catalogue(self.lang).gettext(message)
        return self._fill(translated, values) if values else translated

    def say(self, message: str) -> str:
        """A sentence written down elsewhere: a Message is translated with its values, other text as a key."""
        return self(message.template, **message.values) if isinstance(message, Message) else self(message)

    def _fill(self, template: str, values: Mapping[str, object]) -> str:
        """The template, already in this language, with its braces filled."""

        def filled(match: re.Match[str]) -> str:
            name = match[1]
            if name is None:
                return match[0][0]
            return self._value(values[name]) if name in values else match[0]

        return _BRACES.sub(filled, template)

    def text(self, text: Mapping[str, str]) -> str:
        """The text of this language out of those that a rubric gives; any other rather than none."""
        return text.get(self.lang) or next((text[lang] for lang in LANGUAGES if text.get(lang)), "")

    def number(self, value: float | None, places: int = 0) -> str:
        """The number with thousands set apart, halves rounded up as people do; a dash if it is none."""
        if value is None or not isfinite(value):
            return NO_NUMBER
        from decimal import ROUND_HALF_UP, Context, Decimal

        # str() is what people would write: 0.125 is a half, whatever its bits are. The context is our own.
        context = Context(prec=400 + places, rounding=ROUND_HALF_UP)
        rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), context=context)
        return self._signs(f"{abs(rounded) if rounded == 0 else rounded:,f}")

    def date(self, day: date) -> str:
        """The day with its month in words, "24 November 2026"."""
        return f"{day.day} {_MONTHS[self.lang][day.month - 1]} {day.year}"

    def moment(self, at: datetime, zone: str = "Asia/Jakarta") -> str:
        """The minute in a zone, "24 November 2026 pukul 08.00 WIB"; without an offset it is UTC."""
        # Not needed by most commands.
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

        try:
            here = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(ZoneInfo(zone))
        except (ZoneInfoNotFoundError, ValueError):
            here = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
        if self.lang == "id":
            return f"{self.date(here)} pukul {here:%H.%M} {here.tzname()}"
        return f"{self.date(here)}, {here:%H:%M} {here.tzname()}"

    def _value(self, value: object) -> str:
        """A value as it is put into a sentence: years and status codes are not grouped."""
        match value:
            case Message():
                return self.say(value)
            case bool() | str():
                return str(value)
            case float() if isfinite(value) and abs(value) < 1e15:
                return self._signs(f"{value:.2f}".rstrip("0").rstrip(".") or "0")
            case datetime():
                return self.moment(value)
            case date():
                return self.date(value)
        return str(value)

    def _signs(self, english: str) -> str:
        """The number with the signs of this language."""
        return english.translate(_COMMA_AND_POINT) if self.lang == "id" else english


_COMMA_AND_POINT = str.maketrans(",.", ".,")


@cache
def _catalogue(lang: Language) -> NullTranslations:
    """The translations of one language: every domain in its folder, in alphabetical order."""
    if lang == "en":
        return NullTranslations()
    # Not needed for English, nor for --help.
    from importlib.resources import files

    folder = files(__package__).joinpath(lang, "LC_MESSAGES")
    found: NullTranslations | None = None
    for name in sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".mo")):
        with folder.joinpath(name).open("rb") as file:
            domain = GNUTranslations(file)
        if found is None:
            found = domain
        else:
            found.add_fallback(domain)
    return found or NullTranslations()
