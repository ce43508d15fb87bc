"""Dates as people write them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webaudit.extract.written_date import read_date

WIB = timezone(timedelta(hours=7))
THEN = datetime(2016, 12, 7, 10, tzinfo=WIB)
LATER = datetime(2026, 7, 5, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rabu (6/12/2016)", "2016-12-06"),
        ("06 Des 2016 14:30 WIB", "2016-12-06T14:30:00+07:00"),
        ("Selasa, 6 Desember 2016 | 14.30 WIB", "2016-12-06T14:30:00+07:00"),
        ("6 Desember 2016 pukul 14.30 WITA", "2016-12-06T14:30:00+08:00"),
        ("6 Desember 2016, 14:30 WIT", "2016-12-06T14:30:00+09:00"),
        ("6 Desember 2016 14:30 GMT+7", "2016-12-06T14:30:00+07:00"),
        ("6 Desember 2016 - 2:30 PM", "2016-12-06T14:30:00+07:00"),
        ("2016-12-06T14:30:00+07:00", "2016-12-06T14:30:00+07:00"),
        ("2016-12-06 14:30:00", "2016-12-06T14:30:00+07:00"),
        ("Diposting pada 6 Desember 2016 oleh admin", "2016-12-06"),
        ("Ditulis oleh Humas pada 6 Desember 2016", "2016-12-06"),
        ("Dipublikasikan: 06/12/2016", "2016-12-06"),
        ("Tanggal Posting : 11 September 2023 05:54 | Dibaca : 1443", "2023-09-11T05:54:00+07:00"),
        ("Diupload pada : 26 Oktober 2022", "2022-10-26"),
        ("Publish: 13 Januari 2026", "2026-01-13"),
        ("Admin bulelengkab | 11 Mei 2022 | 476 kali", "2022-05-11"),
        ("Tanggal : 15-09-2015 08:25, dibaca 4992 kali.", "2015-09-15T08:25:00+07:00"),
        ("Senin (24 Agustus 2020)", "2020-08-24"),
        ("Senin,24 Agustus 2020", "2020-08-24"),
        ("Jum'at, 2 Nop 2018", "2018-11-02"),
        ("Jum’at, 2 Nopember 2018", "2018-11-02"),
        ("12 Pebruari 2015", "2015-02-12"),
        ("Salasa, 12 Séptémber 2023", "2023-09-12"),
        ("Agt 17, 2023", "2023-08-17"),
        ("August 17th, 2023", "2023-08-17"),
        ("17 Ags 23", "2023-08-17"),
        ("17-Agu-2023", "2023-08-17"),
        ("12Jan2024", "2024-01-12"),
        ("2023/08/17", "2023-08-17"),
        ("17.08.2023", "2023-08-17"),
        ("12/13/2016", "2016-12-13"),
        ("20161206", "2016-12-06"),
        ("12 Mei 2024 - 5 menit baca", "2024-05-12"),
    ],
)
def test_absolute(text: str, expected: str) -> None:
    """A written day is read day first, with its time in its zone if it has one."""
    sign = read_date(text, LATER)

    assert sign is not None
    assert sign.at.isoformat() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 jam yang lalu", "2016-12-07T08:00:00+07:00"),
        ("30 menit lalu", "2016-12-07T09:30:00+07:00"),
        ("baru saja", "2016-12-07T10:00:00+07:00"),
        ("sehari lalu", "2016-12-06"),
        ("dua hari lalu", "2016-12-05"),
        ("kemarin", "2016-12-06"),
        ("Kemarin, 14:30", "2016-12-06"),
        ("hari ini", "2016-12-07"),
        ("Terakhir diperbarui 3 hari yang lalu", "2016-12-04"),
        ("seminggu yang lalu", "2016-11-30"),
        ("minggu lalu", "2016-11-30"),
        ("2 weeks ago", "2016-11-23"),
        ("an hour ago", "2016-12-07T09:00:00+07:00"),
    ],
)
def test_relative(text: str, expected: str) -> None:
    """A relative phrase counts from the time of the answer, to the precision of its unit."""
    sign = read_date(text, THEN)

    assert sign is not None
    assert sign.at.isoformat() == expected


@pytest.mark.parametrize(
    "text",
    [
        "1 Januari 1970",
        "17 Agustus 1945",
        "30 November -0001",
        "00-00-0000",
        "31 Februari 2024",
        "Hak Cipta © 2016",
        "© 1 Januari 2016",
        "Pendaftaran paling lambat 31 Desember 2026",
        "Batas akhir pendaftaran tanggal 5 Mei 2024",
        "Berlaku sampai 5 Mei 2024",
        "Lahir: 5 Mei 1996",
        "Ditetapkan di Bandung pada tanggal 12 Mei 2024",
        "1 - 5 Mei 2024",
        "1 s.d. 5 Mei 2024",
        "1 Mei 2024 - 5 Mei 2024",
        "7 Juli 2026",
        "Mei 2024",
        "Tahun 2024",
        "12 Mei 10.30 WIB",
        "5 Mei 20 peserta",
        "045/12/VII/2023",
        "192.168.1.1",
        "0812-3456-7890",
        "12.05.24",
        "Dibaca 1443 kali",
        "Pengunjung hari ini : 23",
        "Berita hari ini",
        "beberapa hari lalu",
        "3 hari lagi",
        "9999 tahun lalu",
        "",
    ],
)
def test_refused(text: str) -> None:
    """Deadlines, periods, copyright years, zero dates, days to come and mere numbers are refused."""
    assert read_date(text, LATER) is None


def test_confidence() -> None:
    """A label adds confidence; a wrong weekday, a short year and the month first take some."""
    texts = (
        "Diposting 6 Desember 2016",
        "6 Desember 2016",
        "6 Des 16",
        "Rabu, 6 Desember 2016",
        "12/13/2016",
        "20161206",
    )
    found = [sign.confidence for text in texts if (sign := read_date(text, LATER))]

    assert found == [0.8, 0.6, 0.5, 0.4, 0.3, 0.2]


def test_tomorrow_is_forgiven() -> None:
    """A clock that runs a day ahead is no lie; two days are refused."""
    assert read_date("6 Juli 2026", LATER) is not None
    assert read_date("7 Juli 2026", LATER) is None


@given(
    st.dates(date(1996, 1, 1), date(2026, 6, 1)),
    st.sampled_from(["{0:%d/%m/%Y}", "{0:%d-%m-%Y}", "{0:%Y-%m-%d}"]),
)
def test_every_day(day: date, form: str) -> None:
    """Every day is read back from the forms that computers write."""
    sign = read_date(form.format(day), LATER)

    assert sign is not None
    assert sign.at == day


@given(st.text(alphabet="0123456789 .,:/-'+abdeijlmnoprstuwy©yang lalu", max_size=120) | st.text())
def test_never_raises(text: str) -> None:
    """Whatever the text, it is a date or it is none."""
    sign = read_date(text, LATER)

    assert sign is None or 0 < sign.confidence <= 0.8
