"""Check `government-domain`."""

from collections.abc import Iterable, Iterator

from webaudit.extract.urls import host
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.site import Region, Site
from webaudit.standards import indonesia
from webaudit.vocabulary.gambling import clean

_OFFICIAL = ".go.id"

_MADE_UP = (".example", ".test")
"""Names that nobody can have (RFC 6761): a list of such is an exercise, and taken as it says."""


@check(
    id="government-domain",
    title="The site stands under the province's own go.id domain",
    category=Category.DNS,
    severity=Severity.CRITICAL,
    sources=(indonesia.PERMENKOMINFO_5_2015, indonesia.PERMENKOMINFO_28_2006),
    remedy="Ask Diskominfo for a name under the province's domain, move the site there, and redirect the old "
    "address to it with status 301.",
    since="0.3.0",
    sole_target=True,
)
def government_domain(site: Site, region: Region) -> Iterator[Verdict]:
    """By its go.id name citizens know that a site is the government's: nobody else is given one.

    Under any other name somebody else can put up a site that looks the same.

    Target: the host of the address in the list.
    Expectation: it ends in .go.id and, where the list names the province's domains, in one of these.
    Limits: where the site's redirects lead is for other checks; who owns the domain is not looked up.

    Passed:
        ```json
        {"site": {"id": "a", "url": "https://dinkes.contohprov.go.id/"},
         "region": {"suffixes": ["contohprov.go.id"]}}
        ```

    Failed (foreign-domain, look-alike, other-government):
        ```json
        {"site": {"id": "a", "url": "https://dinkes-contoh.example/"},
         "region": {"suffixes": ["contohprov.go.id"]}}
        {"site": {"id": "a", "url": "https://dinkes.contohprov-go.id/"},
         "region": {"suffixes": ["contohprov.go.id"]}}
        {"site": {"id": "a", "url": "https://dinkes.lainprov.go.id/"},
         "region": {"suffixes": ["contohprov.go.id"]}}
        ```
    """
    name = host(site.url)
    if not name:
        return
    own = any(_is_within(name, suffix) for suffix in region.suffixes)
    if own and name.endswith(_MADE_UP):
        yield passed(site.url)
    elif not name.endswith(_OFFICIAL):
        if _imitates(name, region.suffixes):
            message = "{host} looks like a go.id name, and is none"
            yield failed(site.url, "look-alike", message, host=name)
        else:
            yield failed(site.url, "foreign-domain", "{host} is no go.id name", host=name)
    elif region.suffixes and not own:
        message = "{host} is a go.id name, but not under {suffixes}"
        yield failed(
            site.url, "other-government", message, host=name, suffixes=", ".join(region.suffixes[:3])
        )
    else:
        yield passed(site.url)


def _seen(label: str) -> str:
    """A part of a name as it looks to a reader: in the letters that others are made to look like."""
    if label.startswith("xn--"):
        try:
            label = label[4:].encode("ascii").decode("punycode")
        except UnicodeError:
            return label
    return clean(label).replace("0", "o").replace("1", "l")


def _is_within(name: str, suffix: str) -> bool:
    suffix = suffix.strip(".")
    return name == suffix or name.endswith(f".{suffix}")


def _imitates(name: str, suffixes: Iterable[str]) -> bool:
    """Whether a foreign name bears the mark of the government's, or the name of the province's domain."""
    words = ".".join(map(_seen, name.split("."))).replace("-", ".").split(".")
    marked = "goid" in words or any(words[at : at + 2] == ["go", "id"] for at in range(len(words)))
    own = [suffix.removesuffix(_OFFICIAL) for suffix in suffixes if suffix.endswith(_OFFICIAL)]
    return marked or any(word in words for word in own)
