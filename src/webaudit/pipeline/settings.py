"""Settings: what the user asked for, resolved; and the choices that follow from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from hashlib import sha256

from webaudit import __version__
from webaudit.checks import catalogue
from webaudit.model.check import AnyCheck, Category
from webaudit.model.errors import Message, SettingError
from webaudit.model.plan import Politeness, Reach
from webaudit.model.rendered import Rendered
from webaudit.model.site import Region, Site

HOMEPAGE = "https://github.com/opd-webaudit/webaudit"

PROBES = (
    *(
        "Cors",
        "Dns",
        "Documents",
        "Feeds",
        "FirstBytes",
        "Guises",
        "Halfway",
        "Home",
        "HomeWeight",
        "LinkTargets",
    ),
    *("NotFound", "PlainHttp", "Portals", "Readings", "Robots", "SecurityTxt", "Sitemaps", "StyleSheets"),
    *("Tls",),
)
"""Names of the record types that a crawl brings home."""


@dataclass(frozen=True, slots=True)
class Shard:
    """One part of a list that several machines share; `index` from 1."""

    index: int = 1
    count: int = 1

    @classmethod
    def parse(cls, text: str) -> "Shard":
        """Reads "2/5".

        Raises:
            SettingError: it is not of that form.
        """
        index, slash, count = text.partition("/")
        numbers = slash and (index + count).isascii() and index.isdigit() and count.isdigit()
        if numbers and 1 <= int(index) <= int(count) <= 10_000:
            return cls(int(index), int(count))
        problem = "--shard {text}: write PART/PARTS, both whole numbers from 1, for example 2/5"
        raise SettingError(Message(problem, text=text))

    def holds(self, site_id: str) -> bool:
        """Whether the site belongs to this part: by a hash of its id, the same on every machine."""
        return spread(site_id) % self.count == self.index - 1

    def __str__(self) -> str:
        return f"{self.index}/{self.count}"


def spread(text: str) -> int:
    """A number that shares texts out evenly, the same on every machine."""
    return int.from_bytes(sha256(text.encode()).digest()[:8])


@dataclass(frozen=True, slots=True)
class Selection:
    """Which checks are asked.

    Attributes:
        select: ids of checks and names of categories; empty means all.
        ignore: ids and categories left out of that.
        pages_only: ask page checks alone (`webaudit page`).
        browser: ask those too that judge what a browser showed.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    pages_only: bool = False
    browser: bool = False

    def of(self, checks: Iterable[AnyCheck]) -> tuple[AnyCheck, ...]:
        """The selected checks, in the order given.

        Raises:
            SettingError: a name is neither a check nor a category.
        """
        known = tuple(checks)
        names = {check.id for check in known} | {category.value for category in Category}
        problems = [
            Message(
                "--{option} {name}: there is no such check or category; `webaudit checks` lists them",
                option=option,
                name=name,
            )
            for option, given in (("select", self.select), ("ignore", self.ignore))
            for name in given
            if name not in names
        ]
        if problems:
            raise SettingError(*problems)
        return tuple(
            check
            for check in known
            if (not self.select or check.id in self.select or check.category.value in self.select)
            and check.id not in self.ignore
            and check.category.value not in self.ignore
            and (self.browser or not needs_a_browser(check))
            and not (self.pages_only and needs_a_crawl(check))
        )


def known_checks(*, browser: bool) -> tuple[AnyCheck, ...]:
    """All checks, asked or not; without a browser there are none that need one, and no points are open."""
    return tuple(check for check in catalogue().checks if browser or not needs_a_browser(check))


def needs_a_browser(check: AnyCheck) -> bool:
    """Whether a check judges what a browser showed; without one it is as if there were no such check."""
    return any(need.record is Rendered for need in check.needs)


def needs_a_crawl(check: AnyCheck) -> bool:
    """Whether a check asks for more than what is known of any single page."""
    known = ("Site", "Region", "Moment", "Rendered")
    alone = check.page or needs_a_browser(check)
    return not alone or any(need.record.__name__ not in known for need in check.needs)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user asked for.

    Attributes:
        max_pages: None leaves it to the list of sites, or to the default.
        rate: requests a second to one host; None as above.
        jobs: processes.
        deadline_seconds: for the whole capture; None is no limit.
        only: ids of the sites to audit; empty means all.
        tags: a site must have one of them; empty means any.
        browser: show a few pages of each site to a browser.
        chromium: path of its program; empty to look for it.
    """

    max_pages: int | None = None
    rate: float | None = None
    rate_per_address: float = 4.0
    jobs: int = 1
    shard: Shard = field(default_factory=Shard)
    deadline_seconds: float | None = None
    reach: Reach = field(default_factory=Reach)
    seed: int = 0
    only: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    selection: Selection = field(default_factory=Selection)
    crawl: bool = True
    browser: bool = False
    chromium: str = ""

    @property
    def probes(self) -> tuple[str, ...]:
        """Names of the record types to bring home, in alphabetical order."""
        known = PROBES if self.crawl else ("Home", "StyleSheets")
        return tuple(sorted((*known, "Rendered"))) if self.browser else known

    def sites_of(self, sites: Iterable[Site]) -> tuple[Site, ...]:
        """The sites that are asked for, in the order of the list.

        Raises:
            SettingError: `only` names a site that is not in the list.
        """
        listed = tuple(sites)
        ids = {site.id for site in listed}
        unknown = [name for name in self.only if name not in ids]
        problems = [Message("--only {name}: no site in the list has this id", name=name) for name in unknown]
        if problems:
            raise SettingError(*problems)
        return tuple(
            site
            for site in listed
            if (not self.only or site.id in self.only)
            and (not self.tags or any(tag in self.tags for tag in site.tags))
        )

    def politeness(self, region: Region) -> Politeness:
        """The pace for all sites, and who we say we are."""
        return Politeness(
            rate=Politeness().rate if self.rate is None else self.rate,
            rate_per_address=0.0 if self.rate == 0 else self.rate_per_address,
            user_agent=f"webaudit/{__version__} (+{region.contact or HOMEPAGE})",
        )

    def facts(self) -> Mapping[str, str | int | float | bool]:
        """What could move a verdict, for the report; paths and jobs can not."""
        given = {"max_pages": self.max_pages, "rate": self.rate}
        return {
            "allow_private": self.reach.allow_private,
            "crawl": self.crawl,
            "ignore": ",".join(self.selection.ignore),
            "rate_per_address": 0.0 if self.rate == 0 else self.rate_per_address,
            "seed": self.seed,
            "select": ",".join(self.selection.select),
            **{name: value for name, value in given.items() if value is not None},
        }


def is_name_server(text: str) -> bool:
    """Whether a name server can be asked by what is written: ADDRESS or ADDRESS:PORT."""
    from webaudit.crawl.name_server import parse

    try:
        parse(text)
    except ValueError:
        return False
    return True


def check_named(name: str) -> AnyCheck:
    """The check with this id.

    Raises:
        SettingError: there is none; the nearest is named.
    """
    known = {check.id: check for check in catalogue().checks}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, 1)
    if near:
        raise SettingError(
            Message("{name}: there is no such check; did you mean {near}?", name=name, near=near[0])
        )
    raise SettingError(Message("{name}: there is no such check; `webaudit checks` lists them", name=name))
