"""Dates as agencies write them, with the right reading and the right refusal of each."""

import json
from datetime import date, datetime
from pathlib import Path

import dateparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webaudit.extract.dates import read_date

STRINGS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "dates.jsonl").read_text("utf-8").splitlines()
]
SEEN_AT = "2026-11-24T12:00:00+07:00"
"""When a string was seen unless its line says otherwise."""

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


@pytest.mark.parametrize("line", STRINGS, ids=lambda line: f"{line['group']}: {line['text'][:60]}")
def test_string(line: dict[str, str | None]) -> None:
    """A string that names the day of publication gives that day, with its hour if it has one; others none."""
    sign = read_date(str(line["text"]), seen_at=datetime.fromisoformat(line.get("seen_at") or SEEN_AT))

    assert (sign and sign.at.isoformat()) == line["date"]


@given(
    st.dates(date(1996, 1, 1), date(2026, 11, 23)),
    st.sampled_from(
        [
            "{d} {id} {y}",
            "{d:02} {abbr} {y}",
            "{d} {en} {y}",
            "{d:02}/{m:02}/{y}",
            "{d}-{m}-{y}",
            "{y}-{m:02}-{d:02}",
        ]
    ),
)
@settings(max_examples=60, deadline=None)
def test_oracle(day: date, form: str) -> None:
    """A plain day is read as dateparser reads it, day before month."""
    text = form.format(
        d=day.day,
        m=day.month,
        y=day.year,
        id=MONTHS[day.month - 1],
        abbr=MONTHS[day.month - 1][:3],
        en=f"{day:%B}",
    )
    order = {} if form.startswith("{y}") else {"DATE_ORDER": "DMY"}
    theirs = dateparser.parse(
        text, languages=["id", "en"], settings={**order, "RELATIVE_BASE": datetime(2026, 11, 24)}
    )
    ours = read_date(text, seen_at=datetime.fromisoformat(SEEN_AT))

    assert theirs is not None
    assert ours is not None
    assert ours.at == theirs.date() == day
