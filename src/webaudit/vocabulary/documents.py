"""Where documents are kept, and what beside them is no year of theirs."""

import re
from dataclasses import dataclass
from functools import cache

from webaudit.vocabulary import load


@dataclass(frozen=True, slots=True)
class DocumentMarks:
    """What tells documents, and what is not their year.

    Attributes:
        address: found in the normalised URL of a file or of what a cloud keeps.
        doors: hosts at which clouds ask for an account.
        laws: found in a text as `folded` in lower case: a regulation with its year.
        days: found likewise: a day with its year, but not the last of a year, which closes its books.
        idle: words, as `plain` spells them, of links that do not say to what.
    """

    address: re.Pattern[str]
    doors: frozenset[str]
    laws: re.Pattern[str]
    days: re.Pattern[str]
    idle: frozenset[str]


@cache
def document_marks() -> DocumentMarks:
    """The marks, from `documents.json`."""
    data = load("documents.json")
    name = rf"(?:{'|'.join(data['months'])})[a-z]{{0,8}}"
    last = r"(?!31[ ./-]+(?:12|des|dec))"
    return DocumentMarks(
        address=re.compile(
            rf"^https?://(?:{'|'.join(data['clouds'])}|[^?#]+\.(?:{'|'.join(data['files'])})(?:[?;]|$))",
            re.IGNORECASE,
        ),
        doors=frozenset(data["doors"]),
        laws=re.compile(
            rf"\b(?:{'|'.join(data['laws'])})[ .]*(?:(?:nomor|no)[ .:]*)?\d{{1,3}}[a-z]?"
            r"(?: *[/-] *| +(?:(?:tahun|thn|th)[ .]*)?)(?:19|20)\d\d\b"
        ),
        days=re.compile(
            rf"\b{last}\d{{1,2}}[ ./-]+(?:{name}|\d{{1,2}})[ ./,-]+20\d\d\b"
            rf"|\b{name} +\d{{1,2}}, ?20\d\d\b|\b20\d\d[./-]\d\d?[./-]\d\d?\b"
        ),
        idle=frozenset(data["idle"]),
    )
