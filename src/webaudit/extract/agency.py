"""Whether a text names an agency and its region, in full or as people abbreviate them."""

from collections.abc import Iterable

from webaudit.extract.urls import host, registrable
from webaudit.model.site import Region, Site
from webaudit.vocabulary import agencies, leftovers, plain

LEAST_SHARE = 0.5
"""Of the words that tell an agency from others: names are long, and titles shorten them."""

LEAST_LETTERS = 3
"""Of an abbreviation that is not in the list."""

_REGION_ENDS = ("prov", "kab", "kota")


def agency_name(site: Site) -> str:
    """The agency's name in the list; empty if there is none but the address."""
    written = site.name.strip()
    return "" if written in (site.url, site.written_url) or "://" in written else written


def names_agency(text: str, site: Site, region: Region) -> bool:
    """Whether a short text names the agency of a site that has a name in the list."""
    name, short, said = plain(agency_name(site)), plain(site.short_name), _spelled_out(text)
    if (short.strip() and short in said) or _abbreviates(said, site, name):
        return True
    known, words = name.split(), said.split()
    first = known[:1]
    if needs_region(site) and first[0] not in words:
        return False
    around = {word for alias in region_names(site, region) for word in alias.split()}
    plenty = agencies().common | agencies().kinds | around
    telling = [word for word in dict.fromkeys(known) if word not in plenty]
    if not telling and not needs_region(site):
        return names_region(text, site, region)
    return sum(word in words for word in telling) >= LEAST_SHARE * len(telling)


def names_another(title: str, site: Site, region: Region) -> bool:
    """Whether a title clearly speaks of somebody else: of no word of it can the agency be meant.

    An entry without a name is never at odds with its title.
    """
    names = [plain(name).split() for name in (agency_name(site), site.short_name) if name]
    if not names or names_agency(title, site, region):
        return False
    if leftovers().in_title(title):
        return True
    label = host(site.url).removeprefix("www.").partition(".")[0]
    said = _telling(plain(title).split(), region)
    own = [*_telling([word for name in names for word in name], region), *plain(label).split()]
    return bool(said and own) and not any(
        any(_alike(word, other) for other in own) or any(_is_short_for(word, "".join(name)) for name in names)
        for word in said
    )


def _telling(words: Iterable[str], region: Region) -> list[str]:
    """The words that could tell one agency from others: no words of any title, nor names of the region."""
    known, area = agencies(), plain(region.name).split()
    generic = known.kinds | known.common | known.idle | known.places | {*area}
    return [
        word
        for word in words
        if len(word) >= LEAST_LETTERS and word not in generic and not _is_short_for(word, "".join(area))
    ]


def _alike(word: str, other: str) -> bool:
    """Whether two words have a stem in common: "perhubungan" and "hubungan", "kesehatan" and "sehat"."""
    shorter, longer = sorted((word, other), key=len)
    return len(shorter) >= LEAST_LETTERS and shorter in longer


def shows_an_agency(text: str) -> bool:
    """Whether a text has a word that stands in the names of agencies, whichever."""
    said = _spelled_out(text)
    return any(word in agencies().kinds for word in said.split()) or any(
        short in said for short, _ in agencies().abbreviations
    )


def is_idle(text: str) -> bool:
    """Whether a text has no word that could name anybody: "Home", "Situs Resmi"."""
    return all(word in agencies().idle for word in plain(text).split())


def needs_region(site: Site) -> bool:
    """Whether the agency's name begins with a word that names one in every region: "Dinas", "Badan"."""
    first = plain(agency_name(site)).split()[:1]
    return bool(first) and first[0] in agencies().kinds


def names_region(text: str, site: Site, region: Region) -> bool:
    """Whether a text names the region, in full or as its hosts do; any will do where none is known."""
    said = plain(text)
    if not (region.name or region.suffixes) and any(word in agencies().places for word in said.split()):
        return True
    # "diskesjabar" and "jabarprov" name it too, "penjabaran" does not.
    ends = [f"{name}{end} " for name in region_names(site, region) for end in ("", *_REGION_ENDS)]
    return any(end in said for end in ends)


def region_names(site: Site, region: Region) -> tuple[str, ...]:
    """What the region is called: "jawa barat", and "jabar" out of jabarprov.go.id."""
    suffixes = region.suffixes or (() if region.name else (registrable(host(site.url)),))
    labels = [suffix.partition(".")[0] for suffix in suffixes]
    short = [
        next((label.removesuffix(end) for end in _REGION_ENDS if label.endswith(end)), label)
        for label in labels
    ]
    return tuple(dict.fromkeys(name for name in (plain(region.name).strip(), *short) if name))


def _spelled_out(text: str) -> str:
    """The text as phrases are compared, with what its abbreviations stand for, and the reverse."""
    said = plain(text)
    more = [
        f"{short.strip()} {words.strip()} "
        for short, words in agencies().abbreviations
        if short in said or words in said
    ]
    return said + "".join(more)


def _abbreviates(said: str, site: Site, name: str) -> bool:
    """Whether a text has the initials of a name, or the first part of the host if that is short for it."""
    words = name.split()
    initials = ["".join(word[0] for word in kept) for kept in (words, [w for w in words if w != "dan"])]
    label = host(site.url).removeprefix("www.").partition(".")[0].replace("-", "")
    if not _is_short_for(label, "".join(words)):
        label = ""
    wanted = [one for one in (*initials, label) if len(one) >= LEAST_LETTERS]
    return any(_runs(one, said.split()) for one in wanted)


def _is_short_for(label: str, name: str) -> bool:
    """Whether the letters of a label stand in a name in this order, the first at its beginning."""
    letters = iter(name)
    # "dp3akb": a digit stands for words that begin with the same letter.
    return name[:1] == label[:1] and all(one in letters for one in label if not one.isdecimal())


def _runs(wanted: str, words: list[str]) -> bool:
    """Whether some words, one after the other, make up what is wanted: "biro", "hukum" for "birohukum"."""
    for start in range(len(words)):
        joined = ""
        for word in words[start:]:
            joined += word
            if not wanted.startswith(joined):
                break
            if joined == wanted:
                return True
    return False
