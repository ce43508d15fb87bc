"""What every command begins and ends with: settings out of options, the troubles, the exit code."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from webaudit.locales import Language, Words
from webaudit.model.check import Category, Severity
from webaudit.model.errors import Message, SettingError
from webaudit.model.finding import Outcome
from webaudit.model.report import GateState, Report, Scorecard
from webaudit.render import labels
from webaudit.render.clean import clean

if TYPE_CHECKING:
    from rich.console import Console

    from webaudit.model.plan import Route
    from webaudit.pipeline.settings import Settings


def words(lang: str) -> Words:
    """The texts of a language.

    Raises:
        SettingError: it is neither id nor en.
    """
    for known in get_args(Language):
        if lang == known:
            return Words(known)
    raise SettingError(Message("--lang {lang}: write id or en", lang=lang))


def settings(
    words: Words,
    *,
    max_pages: int | None = None,
    rate: float | None = None,
    rate_per_address: float = 4.0,
    jobs: int = 1,
    shard: str = "1/1",
    deadline: float | None = None,
    allow_private: bool = False,
    resolve: Sequence[str] | None = None,
    ca_bundle: Path | None = None,
    resolver: str | None = None,
    only: Sequence[str] | None = None,
    tag: Sequence[str] | None = None,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    crawl: bool = True,
    browser: bool = False,
    chromium: str = "",
    quiet: bool = False,
) -> "Settings":
    """The options of a command as Settings.

    Raises:
        SettingError: a value can not be used.
    """
    from webaudit.checks import catalogue
    from webaudit.model.plan import Reach
    from webaudit.pipeline.settings import Selection, Settings, Shard, is_name_server

    if ca_bundle is not None and not ca_bundle.is_file():
        raise SettingError(Message("--ca-bundle {file}: there is no such file", file=ca_bundle))
    if resolver and not is_name_server(resolver):
        problem = "--resolver {text}: write ADDRESS or ADDRESS:PORT, for example 127.0.0.1:5353"
        raise SettingError(Message(problem, text=resolver))
    if allow_private and not quiet:
        warning = "--allow-private: private addresses may be reached; never use it on a list you do not trust"
        print(words(warning), file=sys.stderr)
    _check_numbers(**{"rate": rate, "rate-per-address": rate_per_address})
    if browser:
        from webaudit.crawl.browser.chromium import chromium as found

        found(chromium)
    elif chromium:
        raise SettingError(Message("--chromium {path}: write --browser as well", path=chromium))
    selection = Selection(tuple(select or ()), tuple(ignore or ()), pages_only=not crawl, browser=browser)
    selection.of(catalogue().checks)
    return Settings(
        max_pages=max_pages,
        rate=rate,
        rate_per_address=rate_per_address,
        jobs=jobs,
        shard=Shard.parse(shard),
        deadline_seconds=None if deadline is None else deadline * 60,
        reach=Reach(
            allow_private=allow_private,
            routes=tuple(_route(text) for text in resolve or ()),
            ca_bundle="" if ca_bundle is None else str(ca_bundle),
            resolver=resolver or "",
        ),
        only=tuple(only or ()),
        tags=tuple(tag or ()),
        selection=selection,
        crawl=crawl,
        browser=browser,
        chromium=chromium,
    )


def _route(text: str) -> "Route":
    """Reads HOST:ADDRESS, or HOST:PORT:ADDRESS:PORT; an IPv6 address may stand in brackets."""
    import ipaddress

    from webaudit.model.plan import Route

    host, _, rest = text.partition(":")
    port, to_port = "", ""
    try:
        address = ipaddress.ip_address(rest.strip("[]"))
    except ValueError:
        port, _, rest = rest.partition(":")
        rest, _, to_port = rest.rpartition(":")
        try:
            address = ipaddress.ip_address(rest.strip("[]"))
            if not host or not (0 < int(port) < 65_536 and 0 < int(to_port) < 65_536):
                raise ValueError
        except ValueError:
            problem = "--resolve {text}: write HOST:ADDRESS, for example dinkes.example:127.0.0.1"
            raise SettingError(Message(problem, text=text)) from None
    if not host:
        raise SettingError(Message("--resolve {text}: the host is missing", text=text))
    return Route(host.lower(), str(address), int(port) if port else None, int(to_port) if to_port else None)


def check_thresholds(fail_on: Sequence[str] | None) -> None:
    """Refuses thresholds that name nothing, before any work is done.

    Raises:
        SettingError: a name is no check, category or severity.
    """
    from webaudit.checks import catalogue

    known = {check.id for check in catalogue().checks} | set(Category) | set(Severity)
    problems = [
        Message("--fail-on {name}: there is no such check, category or severity", name=name)
        for name in fail_on or ()
        if name not in known
    ]
    if problems:
        raise SettingError(*problems)


def _check_numbers(**given: float | None) -> None:
    """Refuses numbers that no clock can count with.

    Raises:
        SettingError: not finite, or a pace of less than a request in a quarter of an hour.
    """
    problems = [
        Message(
            "--{option} {value}: write 0, or a number from 0.001 to 1000000", option=option, value=str(value)
        )
        for option, value in given.items()
        if value is not None and value != 0 and not 0.001 <= value <= 1_000_000
    ]
    if problems:
        raise SettingError(*problems)


def console(file: Any, width: int | None = None) -> "Console":
    """A console that prints foreign text literally."""
    from rich.console import Console

    return Console(file=file, width=width, highlight=False, markup=False, emoji=False)


def troubles(report: Report, words: Words) -> Iterator[str]:
    """One plain line for each thing that cannot wait for the morning."""
    for note in report.run.notes:
        yield words(note)
    for card in report.cards:
        listed = card.assessment.site
        # A single page has no id that anybody knows.
        site = clean(listed.id if report.rankings else listed.written_url, 200)
        for trouble in _troubles(card, report, words):
            yield words("{site}: {trouble}", site=site, trouble=trouble)


def _troubles(card: Scorecard, report: Report, words: Words) -> Iterator[str]:
    """Of a site that could not be judged that alone; of any other hacked pages and critical failures."""
    found = card.assessment
    if found.failure is not None:
        yield clean(labels.state(found, words))
        return
    gates = {gate.check: gate for gate in card.gates}
    for finding in found.findings:
        check, gate = report.catalogue.get(finding.check), gates.get(finding.check)
        if finding.outcome is not Outcome.FAILED or check is None:
            continue
        first = finding.verdicts[0] if finding.verdicts else None
        message = clean(words(first.message, **first.values)) if first else words(check.title)
        if gate is not None and gate.state is GateState.SUSPECTED:
            suspected = words(labels.GATE_STATE[GateState.SUSPECTED])
            yield words("{check}: {message} ({state})", check=check.id, message=message, state=suspected)
        elif check.severity is Severity.CRITICAL:
            yield words("{check}: {message}", check=check.id, message=message)
    for id in found.faults:
        yield words("the check {check} has a bug and could not judge", check=id)


def exit_code(report: Report, *, fail_under: float | None, fail_on: Sequence[str] | None) -> int:
    """0, 1 if a threshold was missed, or 3 if nothing could be captured by a fault of ours."""
    if "our-network" in _reasons(report):
        return 3
    values = [card.score.value for card in report.cards]
    if fail_under is not None and any(value is not None and value < fail_under for value in values):
        return 1
    return 1 if fail_on and any(_missed(report, name) for name in fail_on) else 0


def _reasons(report: Report) -> set[str]:
    return {card.assessment.failure.reason.value for card in report.cards if card.assessment.failure}


def _missed(report: Report, name: str) -> bool:
    """Whether a check of this id or category failed on any site, or one of this severity or a worse one."""
    worse = tuple(Severity)[: list(Severity).index(Severity(name)) + 1] if name in set(Severity) else ()
    failing = {
        finding.check
        for card in report.cards
        for finding in card.assessment.findings
        if finding.outcome is Outcome.FAILED
    }
    checks = (report.catalogue[id] for id in failing if id in report.catalogue)
    return any(check.id == name or check.category == name or check.severity in worse for check in checks)


def described(check: Any, words: Words) -> Mapping[str, object]:
    """A check's metadata as plain data, for `webaudit checks --format json`."""
    return {
        "id": check.id,
        "title": words(check.title),
        "category": check.category.value,
        "severity": check.severity.value,
        "asked": "page" if check.page else "site",
        "needs": [need.record.__name__ for need in check.needs],
        "since": check.since,
        "preview": check.preview,
        "remedy": words(check.remedy),
        "sources": [
            {"standard": s.standard, "section": s.section, "title": s.title, "url": s.url}
            for s in check.sources
        ],
    }
