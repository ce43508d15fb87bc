"""sites.yaml -> SiteList."""

import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from pydantic import ValidationError

from webaudit.extract.urls import has_port, host, normalise, same_site
from webaudit.model.errors import Message, SitesFileError, at
from webaudit.model.site import CrawlOverrides, DeclaredService, Region, Site, SiteList, Waiver
from webaudit.store.schema_problems import given, schema_problems
from webaudit.store.sites_schema import WireDefaults, WireFile, WireSite, is_id, slug
from webaudit.store.yaml_file import YamlFile, read_yaml
from webaudit.store.yaml_values import Mapping, Place, Problem, Sequence, cut

SITES: Final = 10_000

# A password in a refused address must not come to stand in a report.
_PASSWORD: Final = re.compile(r"(?:^|(?<=//))[^/?#\\]*@")
_EXAMPLE: Final = Message("write a list of sites, `- url: https://dinas.example.go.id`, one a line")


@dataclass
class _Entry:
    """One entry on its way to a Site.

    Attributes:
        value: as the file has it.
        wire: None if it can not be audited.
        problems: why.
    """

    value: Any
    place: Place
    wire: WireSite | None = None
    problems: list[Problem] = field(default_factory=list)

    def text(self, key: str) -> str:
        """What it says under a key, if that is text."""
        said = self.value.get(key) if isinstance(self.value, Mapping) else None
        return said.strip() if isinstance(said, str) else ""

    @property
    def written_url(self) -> str:
        """As the file spells it, but for a password."""
        said = self.value.strip() if isinstance(self.value, str) else self.text("url")
        return _PASSWORD.sub("…@", said)

    def place_of(self, key: str) -> Place:
        """Where the value of a key stands."""
        return self.value.values_at.get(key, self.place) if isinstance(self.value, Mapping) else self.place


def read_sites(path: Path, *, strict: bool = False) -> SiteList:
    """Reads a list of sites.

    A bad entry among good ones becomes a Site with its `problem`.

    Args:
        path: of a YAML file: a mapping with `sites` and maybe `defaults`, or a bare list.
        strict: refuse the file for a bad entry too.

    Raises:
        SitesFileError: the file can not be used, with all that is wrong in it.
    """
    if not os.path.lexists(path):
        why = Message("there is no such file: name another, or make one with `webaudit init`")
        raise SitesFileError(at(path, 1, 1, why))
    file = read_yaml(path)
    problems = list(file.problems)
    if problems:
        raise SitesFileError(*file.lines(problems))
    defaults, entries = _parts(file, problems)
    for entry in entries:
        _read(entry)
    problems += _repeated_ids(entries)
    if problems or strict:
        problems += [problem for entry in entries for problem in entry.problems]
    if problems:
        raise SitesFileError(*file.lines(problems))
    region = Region(
        name=defaults.region,
        suffixes=defaults.region_suffixes,
        timezone=defaults.timezone,
        portals=defaults.portals,
        contact=defaults.contact or "",
    )
    # Only the file's name: machines that share a list by different paths must come to the same Sites.
    named = replace(file, path=Path(path.name))
    ids = _ids(entries, region)
    sites = tuple(_site(entry, id, named) for entry, id in zip(entries, ids, strict=True))
    return SiteList(region, sites, file.digest, named.lines(_warnings(entries, sites)))


def _parts(file: YamlFile, problems: list[Problem]) -> tuple[WireDefaults, list[_Entry]]:
    """The defaults and the entries; what is wrong at the top is added to the problems."""
    root, defaults = file.root, WireDefaults()
    if isinstance(root, Mapping):
        try:
            defaults = WireFile.model_validate(given(root, WireFile)).defaults
        except ValidationError as error:
            problems += schema_problems(error, WireFile, root, file.place)
        listed = root.get("sites")
        place = root.values_at.get("sites", file.place)
    else:
        listed, place = root, file.place
        if not isinstance(root, Sequence):
            problems.append(Problem(place, Message("holds no sites: {example}", example=_EXAMPLE)))
    if not isinstance(listed, Sequence):
        return defaults, []
    if not listed:
        problems.append(Problem(place, Message("holds no sites: {example}", example=_EXAMPLE)))
    if len(listed) > SITES:
        why = Message("holds more than {limit} sites: split the file", limit=SITES)
        problems.append(Problem(place, why))
        return defaults, []
    return defaults, [_Entry(value, at) for value, at in zip(listed, listed.items_at, strict=True)]


def _read(entry: _Entry) -> None:
    """Reads one entry, or says why it can not be."""
    value = entry.value
    if isinstance(value, str):
        value = Mapping(entry.place)
        value["url"] = entry.value
        value.keys_at["url"] = value.values_at["url"] = entry.place
    if not isinstance(value, Mapping):
        entry.problems.append(
            Problem(entry.place, Message("is no site: write `- url: https://dinas.example.go.id`"))
        )
        return
    try:
        wire = WireSite.model_validate(given(value, WireSite))
    except ValidationError as error:
        entry.problems += schema_problems(error, WireSite, value, entry.place)
        return
    entry.problems += _foreign_starts(wire, value)
    if not entry.problems:
        entry.wire = wire


def _foreign_starts(wire: WireSite, value: Mapping) -> list[Problem]:
    """Start addresses of another site: it would be judged in the place of this one."""
    if not wire.crawl.start:
        return []
    places = value["crawl"]["start"].items_at
    problems = []
    for start, place in zip(wire.crawl.start, places, strict=True):
        url = normalise(start, wire.url)
        if url is None or not same_site(host(url), host(wire.url)):
            why = Message(
                "`{url}` is not on {host}: write an address of the same site",
                url=cut(start),
                host=host(wire.url),
            )
            problems.append(Problem(place, why))
    return problems


def _repeated_ids(entries: list[_Entry]) -> list[Problem]:
    """An id that two entries give: nothing tells which of them is meant."""
    first: dict[str, Place] = {}
    problems = []
    for entry in entries:
        id, place = entry.text("id"), entry.place_of("id")
        if id and first.setdefault(id, place) != place:
            why = Message(
                "the id `{id}` stands in line {line} already: give another", id=cut(id), line=first[id].line
            )
            problems.append(Problem(place, why))
    return problems


def _ids(entries: list[_Entry], region: Region) -> list[str]:
    """The ids: as given, else derived from the address; made unique in the order of the file."""
    taken = {entry.text("id") for entry in entries if is_id(entry.text("id"))}
    counts: dict[str, int] = {}
    ids = []
    for number, entry in enumerate(entries, 1):
        id = entry.text("id")
        if not is_id(id):
            id = derived = _derived(entry, number, region)
            while id in taken:
                counts[derived] = counts.get(derived, 1) + 1
                id = f"{derived}-{counts[derived]}"
            taken.add(id)
        ids.append(id)
    return ids


def _derived(entry: _Entry, number: int, region: Region) -> str:
    """An id that says whose site it is: the host without what all have in common, and the path."""
    if entry.wire is None:
        return slug(entry.text("id") or entry.written_url or entry.text("name")) or f"entry-{number}"
    parts = urlsplit(entry.wire.url)
    name = host(entry.wire.url).removeprefix("www.")
    for suffix in sorted(region.suffixes, key=len, reverse=True):
        if name.endswith(f".{suffix}"):
            name = name.removesuffix(f".{suffix}")
            break
    port = f"-{parts.port}" if has_port(entry.wire.url) else ""
    return slug(f"{name}{port}{parts.path}-{parts.query}") or f"entry-{number}"


def _site(entry: _Entry, id: str, file: YamlFile) -> Site:
    wire = entry.wire
    if wire is None:
        lines = file.lines(entry.problems)
        return Site(
            id=id,
            url=entry.written_url[:2_000],
            written_url=entry.written_url[:2_000],
            name=entry.text("name")[:500],
            problem="; ".join(str(line) for line in lines[:10]),
        )
    return Site(
        id=id,
        url=wire.url,
        written_url=entry.written_url,
        name=wire.name,
        short_name=wire.short_name,
        type=wire.type,
        tags=wire.tags,
        contact=wire.contact,
        award=wire.award,
        verified=wire.verified,
        note=wire.note,
        sources=wire.sources,
        services=tuple(DeclaredService(service.name, service.url) for service in wire.services),
        waivers=tuple(Waiver(one.check, one.reason, one.owner, one.expires) for one in wire.waivers),
        crawl=CrawlOverrides(
            max_pages=wire.crawl.max_pages,
            rate=wire.crawl.rate,
            start=tuple(url for start in wire.crawl.start if (url := normalise(start, wire.url))),
        ),
    )


def _warnings(entries: list[_Entry], sites: tuple[Site, ...]) -> list[Problem]:
    """What is odd and stops nothing."""
    warnings = []
    first: dict[str, Site] = {}
    for entry, site in zip(entries, sites, strict=True):
        if site.problem:
            continue
        place, name = entry.place_of("url"), host(site.url)
        if first.setdefault(site.url, site) is not site:
            why = Message("the site `{id}` has the same address: it is audited twice", id=first[site.url].id)
            warnings.append(Problem(place, why))
        if "." not in name and not name.startswith("[") and name != "localhost":
            why = Message("the host `{host}` has no dot: is a part missing?", host=cut(name))
            warnings.append(Problem(place, why))
    return warnings
