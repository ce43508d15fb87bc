"""A copy of a run that may be published: bodies that nobody may spread stay out, their digests stay in."""

import shutil
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from webaudit.model.errors import Message, RunError
from webaudit.model.evidence import Home, Purpose
from webaudit.model.record import Failure, FailureReason, Record, Stage
from webaudit.store.part_file import begin, finish
from webaudit.store.records_file import read_records, write_records
from webaudit.store.run_file import RunFile
from webaudit.store.run_folder import EVIDENCE, RECORDS, RunFolder
from webaudit.store.sums import RUBRIC, SNAPSHOTS
from webaudit.store.warc import read_evidence
from webaudit.store.whole_file import sync, write_whole
from webaudit.store.whole_folder import whole_folder

WITHHELD: Final = Failure(FailureReason.WITHHELD, Stage.BODY)

_OF_PAGES: Final = ("Documents", "LinkTargets", "Readings")
_OF_HOME: Final = (*_OF_PAGES, "FirstBytes", "Guises", "HomeWeight", "PlainHttp")
MADE_OF: Final[Mapping[Purpose, tuple[str, ...]]] = {
    Purpose.HOME: _OF_HOME,
    Purpose.HALFWAY: ("FirstBytes",),
    Purpose.LAST: ("FirstBytes",),
    Purpose.PLAIN_HTTP: ("PlainHttp",),
    Purpose.PAGE: (*_OF_PAGES, "Guises"),
    Purpose.DOCUMENT: ("Documents",),
    Purpose.LINK_TARGET: ("Documents", "LinkTargets"),
    Purpose.NOT_FOUND: ("NotFound",),
    Purpose.ROBOTS: ("Robots",),
    Purpose.SITEMAP: ("Sitemaps",),
    Purpose.FEED: ("Feeds",),
    Purpose.STYLE: ("StyleSheets",),
    Purpose.SECURITY_TXT: ("SecurityTxt",),
    Purpose.AS_CRAWLER: ("Guises",),
    Purpose.AS_SEARCHER: ("Guises",),
}
"""Records that would tell another story if one answer of a purpose lacked its body."""


def publish(run: RunFolder, into: Path, withheld: Collection[str], homes: Mapping[str, Home]) -> int:
    """Makes the copy, sealed; returns how many answers it holds without their bodies.

    Contacts of agencies and notes of the organiser stay out too, as do second looks and kept findings.

    Args:
        into: a folder that is empty or not there yet; it comes to be whole or not at all.
        withheld: digests of the bodies to leave out.
        homes: what the start addresses answered, by the ids of sites, where that is a body left out.

    Raises:
        RunError: the run was changed since it was sealed, or the folder holds something or lies within it.
        OutputError: the folder can not be written.
    """
    if into.resolve().is_relative_to(run.path.resolve()):
        raise RunError(
            Message("--into {path}: lies in {run}: name a folder outside it", path=into, run=run.path)
        )
    if problems := run.verify():
        raise RunError(*problems)
    count = 0
    with whole_folder(into, "sealing") as making:
        if (run.path / RUBRIC).is_file():
            shutil.copyfile(run.path / RUBRIC, making / RUBRIC)
        for source in sorted((run.path / SNAPSHOTS).rglob("evidence*.warc.gz")):
            copy = making / source.relative_to(run.path)
            for parent in reversed(copy.relative_to(making).parents):
                (making / parent).mkdir(mode=0o700, exist_ok=True)
            left = _without_bodies(source, copy, withheld)
            count += len(left)
            if source.name == EVIDENCE and source.with_name(RECORDS).is_file():
                _copy_records(source.with_name(RECORDS), copy.with_name(RECORDS), homes, left)
        facts = _impersonal(run.facts)
        copied = RunFolder(making, facts)
        copied.save_facts(facts)
        copied.seal()
        sync(making)
    return count


def _without_bodies(source: Path, copy: Path, withheld: Collection[str]) -> list[Purpose]:
    """Copies a file of evidence; returns the purposes of the answers whose bodies were left out."""
    left: list[Purpose] = []
    writer = begin(copy)
    for exchange in read_evidence(source):
        digest = exchange.digest
        if exchange.body and digest in withheld:
            left.append(exchange.purpose)
            writer.write(replace(exchange, body=b"", failure=WITHHELD), digest)
        else:
            writer.write(exchange)
    writer.close()
    finish(copy)
    return left


def _copy_records(source: Path, copy: Path, homes: Mapping[str, Home], left: Sequence[Purpose]) -> None:
    """Copies the records of a site; what can no longer be made of its pages is told to be withheld."""
    closing = read_records(source)
    records: dict[str, Record | Failure] = dict(closing.records)
    for purpose in left:
        records |= dict.fromkeys(MADE_OF.get(purpose, ()), WITHHELD)
    if closing.site in homes:
        records["Home"] = homes[closing.site]
    write_whole(copy, write_records(replace(closing, records=records)))


def _impersonal(facts: RunFile) -> RunFile:
    sites = tuple(replace(site, contact="", note="") for site in facts.sites.sites)
    return replace(facts, sites=replace(facts.sites, sites=sites))
