"""Whether a page's title names the agency whose page it should be.

In doubt it does: what counts is a title that clearly speaks of somebody else.
"""

import re
from functools import cache

from webaudit.extract.urls import host
from webaudit.model.site import Region, Site
from webaudit.vocabulary import load, plain

LEAST_LETTERS = 3
"""Of a word or short name that is compared; shorter ones are found in anything."""


def names_another(title: str, site: Site, region: Region) -> bool:
    """Whether a title says something, and nothing of it points to the agency.

    Args:
        site: one without a name and short name is never at odds with its title.
    """
    own = [plain(name).split() for name in (site.name, site.short_name) if name.strip()]
    said = [word for word in plain(title).split() if word.isalpha() and not _is_generic(word, region)]
    if not own or not said:
        return False
    named = [word for words in own for word in words if not _is_generic(word, region)]
    if not named:
        return False
    squeezed = "".join(plain(title).split())
    label = re.sub(r"[^a-z]", "", host(site.url).removeprefix("www.").partition(".")[0])
    known = {"".join(words) for words in own} | {label}
    if any(len(one) >= LEAST_LETTERS and one in squeezed for one in known):
        return False
    return not any(_alike(word, name) for word in said for name in named) and not any(
        _abbreviates(word, words) for word in said for words in own
    )


def _alike(word: str, other: str) -> bool:
    """Whether two words have a stem in common: "perhubungan" and "hubungan", "kesehatan" and "sehat"."""
    shorter, longer = sorted((word, other), key=len)
    return len(shorter) >= LEAST_LETTERS and shorter in longer


def _abbreviates(word: str, name: list[str]) -> bool:
    """Whether a word may be made of a name's letters in their order, as "diskominfo" and "jabar" are."""
    letters = iter("".join(name))
    return (
        len(word) >= LEAST_LETTERS and word[:1] == "".join(name)[:1] and all(one in letters for one in word)
    )


def _is_generic(word: str, region: Region) -> bool:
    """Whether a word stands in the title of any agency."""
    area = plain(region.name).split()
    return word in _generic() or word in area or _abbreviates(word, area)


@cache
def _generic() -> frozenset[str]:
    return frozenset(load("titles.json")["generic"])
