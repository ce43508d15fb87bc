"""A run made fit for the public: which of its bodies hold what nobody may spread."""

from collections.abc import Iterator
from pathlib import Path

from webaudit.extract import records as http_records
from webaudit.extract.body import decode_body
from webaudit.extract.html import read_page
from webaudit.extract.identity_numbers import identity_numbers
from webaudit.model.evidence import Exchange, Home, Purpose
from webaudit.pipeline.plan import plans_of
from webaudit.store.public_copy import publish
from webaudit.store.run import RunFolder
from webaudit.store.sums import SNAPSHOTS
from webaudit.store.warc import read_evidence

LEAST = 2
"""Numbers of citizens in a body that is left out: as many as `mass-leak` names."""

MOST_CHARACTERS = 20_000_000
"""Of a body: as many bytes as one may have."""


def seal_public(run: RunFolder, into: Path) -> int:
    """Makes the copy for the public; returns how many answers it holds without their bodies."""
    withheld = {exchange.digest for exchange in _exchanges(run) if _is_personal(exchange)}
    homes: dict[str, Home] = {}
    for plan in plans_of(run.facts):
        if plan.site.problem or not run.site_closed(plan.site.id):
            continue
        snapshot = run.snapshot(plan)
        asked = [one for one in snapshot.exchanges if one.purpose is Purpose.HOME]
        home = snapshot.records.get("Home") or http_records.home(plan, asked)
        if isinstance(home, Home) and any(one.digest in withheld for one in asked):
            homes[plan.site.id] = home
    return publish(run, into, withheld, homes)


def _exchanges(run: RunFolder) -> Iterator[Exchange]:
    for path in sorted((run.path / SNAPSHOTS).rglob("evidence*.warc.gz")):
        yield from read_evidence(path)


def _is_personal(exchange: Exchange) -> bool:
    """Whether a body holds numbers of citizens, for all to see or in its markup, or may hold them."""
    if not exchange.body:
        return False
    if exchange.purpose is Purpose.DOCUMENT:
        # A file of many pages, packed in itself: nobody can say what it holds.
        return True
    data = decode_body(exchange, MOST_CHARACTERS).data
    if identity_numbers(data.decode("latin-1"), MOST_CHARACTERS).count >= LEAST:
        return True
    page = read_page(exchange, MOST_CHARACTERS, brief=True)
    return page is not None and identity_numbers(page.reading.text, MOST_CHARACTERS).count >= LEAST
