"""The languages that the IANA registry knows."""

from functools import cache

from webaudit.vocabulary import load


def is_language(tag: str) -> bool:
    """Whether a language tag begins with a registered language: "id", "en-US", "jv"."""
    return tag.partition("-")[0].lower() in _subtags()


@cache
def _subtags() -> frozenset[str]:
    data = load("subtags.json")
    three = (first + last for first, lasts in data["three"].items() for last in lasts)
    # The registry sets a range aside for private use, as one entry.
    private = (f"q{second}{last}" for second in _letters("a", "t") for last in _letters("a", "z"))
    return frozenset((*data["two"].split(), *three, *private))


def _letters(first: str, last: str) -> tuple[str, ...]:
    return tuple(chr(code) for code in range(ord(first), ord(last) + 1))
