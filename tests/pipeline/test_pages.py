"""Single pages: which addresses are taken, and how many at once."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from webaudit.crawl.capture import Captured
from webaudit.crawl.client import Reader
from webaudit.model.errors import SettingError
from webaudit.model.evidence import Exchange
from webaudit.model.plan import Plan, Reach
from webaudit.pipeline.capture import OPEN_SITES, capture_pages
from webaudit.pipeline.pages import MOST_ADDRESSES, addresses, plans
from webaudit.pipeline.settings import Settings


def test_a_flood_of_addresses_is_refused(tmp_path: Path) -> None:
    """More than one report can hold is one clear line, before any work is done."""
    file = tmp_path / "addresses.txt"
    file.write_text("a.test\n" * 1_000_000)

    with pytest.raises(SettingError, match=f"1000000 addresses are given: write at most {MOST_ADDRESSES}"):
        addresses((), file)


def test_a_file_without_end_is_refused() -> None:
    """A device that never ends is not read into memory."""
    with pytest.raises(SettingError, match="can not be read"):
        addresses((), Path("/dev/zero"))


def test_many_pages_are_few_tasks() -> None:
    """However many pages are asked, few are under way, and each comes home once."""
    # Of a private address: refused before any packet.
    listed = plans([f"http://10.0.0.1/{number}" for number in range(1_000)], Settings(reach=Reach()))
    listed = tuple(replace(plan, politeness=replace(plan.politeness, rate=0)) for plan in listed)
    seen: list[str] = []
    most = 0

    async def done(plan: Plan, captured: Captured, exchanges: tuple[Exchange, ...], _: Reader) -> None:
        nonlocal most
        most = max(most, len(asyncio.all_tasks()))
        seen.append(plan.site.id)

    asyncio.run(capture_pages(listed, done))

    assert sorted(seen) == sorted(plan.site.id for plan in listed)
    assert most <= OPEN_SITES + 2
