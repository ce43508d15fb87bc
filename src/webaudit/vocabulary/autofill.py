"""The words by which a form field tells a browser what to fill in."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from webaudit.vocabulary import load

_PLACES = ("shipping", "billing")
_KINDS = ("home", "work", "mobile", "fax", "pager")


@dataclass(frozen=True, slots=True)
class Autofill:
    """What the HTML Standard defines (4.10.18.7).

    Attributes:
        fields: words for what is asked.
        contact: those that may be said to be of home or work.
        switches: words by which authors switch autofill on and off, of the standard or not.
    """

    fields: frozenset[str]
    contact: frozenset[str]
    switches: frozenset[str]

    def names(self, words: Sequence[str]) -> bool:
        """Whether words in lower case name a field: [section-*] [shipping] [work] field [webauthn]."""
        rest = list(words)
        if rest and rest[0].startswith("section-"):
            del rest[0]
        if rest and rest[0] in _PLACES:
            del rest[0]
        of_a_kind = bool(rest) and rest[0] in _KINDS
        if of_a_kind:
            del rest[0]
        if len(rest) > 1 and rest[-1] == "webauthn":
            del rest[-1]
        return len(rest) == 1 and (rest[0] in self.contact or (rest[0] in self.fields and not of_a_kind))


@cache
def autofill() -> Autofill:
    """The words."""
    data = load("autofill.json")
    return Autofill(frozenset(data["fields"]), frozenset(data["contact"]), frozenset(data["switches"]))
