"""Exchanges survive the WARC file, whatever a server sent and whenever a process died."""

import os
import resource
import signal
import subprocess
import sys
import tempfile
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.cli import main as warcio_main

from tests.store.builders import NOW, exchange, exchanges
from webaudit.model.errors import OutputError, RunError
from webaudit.model.evidence import VIEWS, Exchange
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.store import warc
from webaudit.store.gzip_members import pack
from webaudit.store.warc import EvidenceWriter, cut_torn, read_evidence

PAGES = (
    exchange(0, b"a" * 2_000),
    exchange(1, b"b" * 700, headers=(("set-cookie", "ü\udcff"), ("x", ""), ("x", " two "))),
    exchange(2, b"a" * 2_000, truncated=True),
    exchange(3, b"", status=None, headers=(), failure=Failure(FailureReason.DNS, Stage.DNS, "no such name")),
    exchange(4, b"half", failure=Failure(FailureReason.RESET, Stage.BODY), attempt=2),
)


def written(path: Path, *those: Exchange) -> Path:
    """The file after one writer."""
    writer = EvidenceWriter(path)
    for one in those:
        writer.write(one)
    writer.close()
    return path


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(exchanges, max_size=4))
def test_round_trip(those: list[Exchange]) -> None:
    """What was written comes back equal, with odd header bytes, forged line ends and repeated bodies."""
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder) / "e.warc.gz", *those)

        assert list(read_evidence(path)) == those


def test_what_a_browser_gave_is_kept_as_a_resource(tmp_path: Path) -> None:
    """It answers no request: other tools read its bytes, we get it back equal, a torn one is cut off."""
    head = (("content-type", "image/jpeg"),)
    views = tuple(
        Exchange("https://a.test/ä b", purpose, NOW, method="", headers=head, body=b"\xff\xd8\r\n\r\n")
        for purpose in VIEWS
    )
    path = written(tmp_path / "evidence.warc.gz", PAGES[0], *views)
    with path.open("rb") as file:
        kinds = [(record.rec_type, record.content_stream().read()) for record in ArchiveIterator(file)]
    os.truncate(path, path.stat().st_size - 3)
    cut_torn(path)

    assert kinds[3:] == [("resource", views[0].body)] * len(views)
    assert tuple(read_evidence(path)) == (PAGES[0], *views[:-1])


def test_same_bytes(tmp_path: Path) -> None:
    """The same Exchanges make the same bytes, however many writers wrote them."""
    once = written(tmp_path / "evidence.warc.gz", *PAGES)
    (tmp_path / "part").mkdir()
    resumed = tmp_path / "part" / "evidence.warc.gz.part"
    for one in PAGES:
        written(resumed, one)

    assert resumed.read_bytes() == once.read_bytes()


def test_other_tools_read_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The reader of warcio gets every record of the file and finds all digests right."""
    path = written(tmp_path / "evidence.warc.gz", *PAGES)
    with path.open("rb") as file:
        records = [(record.rec_type, record.content_stream().read()) for record in ArchiveIterator(file)]
    with pytest.raises(SystemExit) as ended:
        warcio_main(["check", "--verbose", str(path)])

    assert [kind for kind, _ in records] == [
        "warcinfo",
        *("request", "response"),
        *("request", "response"),
        *("request", "revisit"),
        *("request", "metadata"),
        *("request", "response"),
    ]
    assert records[2][1] == PAGES[0].body
    assert ended.value.code == 0
    assert "fail" not in capsys.readouterr().out


def test_chunks_are_not_promised(tmp_path: Path) -> None:
    """A body that is stored out of its chunks does not say that it is chunked."""
    path = written(tmp_path / "e.warc.gz", exchange())
    with path.open("rb") as file:
        (response,) = (r.http_headers for r in ArchiveIterator(file) if r.rec_type == "response")

    assert response.get_header("transfer-encoding") is None
    assert response.get_header("x-archive-orig-transfer-encoding") == "chunked"


def test_revisit_is_small(tmp_path: Path) -> None:
    """A body that the file holds already is not stored again, also not by a later writer."""
    body = os.urandom(50_000)
    path = written(tmp_path / "e.warc.gz", exchange(0, body))
    before = path.stat().st_size
    written(path, exchange(1, body))

    assert path.stat().st_size - before < 1_500
    assert [one.body for one in read_evidence(path)] == [body, body]


def test_torn_at_every_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut anywhere, the file gives back every Exchange that was whole, and goes on to the same bytes."""
    monkeypatch.setattr(warc, "sync", lambda path: None)
    whole = written(tmp_path / "evidence.warc.gz", *PAGES).read_bytes()
    ends = []
    for count in range(1, len(PAGES) + 1):
        (tmp_path / str(count)).mkdir()
        path = written(tmp_path / str(count) / "evidence.warc.gz", *PAGES[:count])
        ends.append(path.stat().st_size)
    part = tmp_path / "evidence.warc.gz.part"
    for size in range(len(whole)):
        part.write_bytes(whole[:size])
        cut = cut_torn(part)
        left = list(read_evidence(part))

        assert left == list(PAGES[: sum(end <= size for end in ends)])
        assert cut + part.stat().st_size == size
        if size % 97 == 0:
            written(part, *PAGES[len(left) :])

            assert part.read_bytes() == whole


@pytest.mark.parametrize("litter", [b"\0" * 4_096, b"\x1f\x8b\x08", b"text", pack(b"no record")])
def test_litter_is_cut(tmp_path: Path, litter: bytes) -> None:
    """What a power failure leaves behind the last record is cut off."""
    path = written(tmp_path / "e.warc.gz", *PAGES)
    size = path.stat().st_size
    with path.open("ab") as file:
        file.write(litter)

    assert cut_torn(path) == len(litter)
    assert path.stat().st_size == size


def outcome(path: Path) -> list[Exchange] | str:
    """What a reader gets."""
    try:
        return list(read_evidence(path))
    except RunError as error:
        return "damaged" if "damaged at byte" in str(error) else str(error)


def test_damage_is_named(tmp_path: Path) -> None:
    """A flipped byte anywhere is a RunError with the place, never a wrong Exchange."""
    path = written(tmp_path / "e.warc.gz", *PAGES)
    data = path.read_bytes()
    for at in range(0, len(data), 37):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :])
        # gzip's head has bytes that mean nothing: flags of speed, the system.
        assert outcome(path) in ("damaged", list(PAGES))


def test_memory_is_bounded(tmp_path: Path) -> None:
    """Reading a file of large pages holds one or two of them, not all."""
    path = written(tmp_path / "e.warc.gz", *(exchange(n, bytes([n]) * 4_000_000) for n in range(12)))
    tracemalloc.start()
    count = sum(1 for _ in read_evidence(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count == 12
    assert peak < 25_000_000


def test_bomb_is_refused(tmp_path: Path) -> None:
    """A record that unpacks to more than any Exchange can hold is damaged."""
    path = tmp_path / "e.warc.gz"
    path.write_bytes(pack(b"WARC/1.1\r\n" + b"\0" * 70_000_000))

    with pytest.raises(RunError, match="longer than"):
        list(read_evidence(path))


def test_answer_without_request(tmp_path: Path) -> None:
    """Records in an order that the writer never makes are damaged."""
    path = written(tmp_path / "e.warc.gz", exchange())
    members = path.read_bytes().split(b"\x1f\x8b\x08")
    path.write_bytes(b"\x1f\x8b\x08" + members[3])

    with pytest.raises(RunError, match="an answer without a request"):
        list(read_evidence(path))


def test_missing_file(tmp_path: Path) -> None:
    """A file that is gone is one clear line."""
    with pytest.raises(RunError, match="can not be read: No such file"):
        list(read_evidence(tmp_path / "none.warc.gz"))


def test_no_folder(tmp_path: Path) -> None:
    """A writer whose folder is gone says so."""
    with pytest.raises(OutputError, match="its folder does not exist"):
        EvidenceWriter(tmp_path / "none" / "e.warc.gz")


def test_full_disk(tmp_path: Path) -> None:
    """A full disk is one clear line."""
    path = tmp_path / "e.warc.gz.part"
    writer = EvidenceWriter(path)
    path.unlink()
    path.symlink_to("/dev/full")

    with pytest.raises(OutputError, match="the disk is full"):
        writer.write(exchange())


def test_full_within_a_record(tmp_path: Path) -> None:
    """What was written of a record before the disk was full is taken back, so that the file stays whole."""
    path = tmp_path / "e.warc.gz.part"
    writer = EvidenceWriter(path)
    writer.write(exchange(0))
    size = path.stat().st_size
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 1_000, limits[1]))
    try:
        with pytest.raises(OutputError, match="can not be written: File too large"):
            writer.write(exchange(1, os.urandom(50_000)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    torn = path.stat().st_size - size
    writer.write(exchange(2))

    assert torn == 0
    assert list(read_evidence(path)) == [exchange(0), exchange(2)]


def test_no_descriptor_is_held(tmp_path: Path) -> None:
    """Many sites can be open at once: a writer holds no file between two writes."""
    before = len(list(Path("/proc/self/fd").iterdir()))
    writers = [EvidenceWriter(tmp_path / f"{n}.warc.gz") for n in range(50)]
    for writer in writers:
        writer.write(exchange())

    assert len(list(Path("/proc/self/fd").iterdir())) <= before + 1


def test_sync_now_and_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is brought to the disk when the time is over, and when it is closed."""
    synced: list[Path] = []
    monkeypatch.setattr(warc, "SYNC_SECONDS", 0.0)
    monkeypatch.setattr(warc, "sync", synced.append)
    writer = EvidenceWriter(tmp_path / "e.warc.gz")
    writer.write(exchange())
    writer.close()

    assert synced == [tmp_path / "e.warc.gz"] * 2


KILLED = """
import sys
from pathlib import Path
from tests.store.builders import exchange
from webaudit.store.warc import EvidenceWriter

writer = EvidenceWriter(Path(sys.argv[1]))
number = 0
while True:
    writer.write(exchange(number, bytes([number % 251]) * 20_000))
    number += 1
    if number == 20:
        print("writing", flush=True)
"""


def test_kill_while_writing(tmp_path: Path) -> None:
    """After kill -9 every Exchange whose write had returned is there, in order."""
    part = tmp_path / "evidence.warc.gz.part"
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(part)], stdout=subprocess.PIPE, cwd=Path.cwd()
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    cut_torn(part)
    left = list(read_evidence(part))

    assert len(left) >= 20
    assert [one.url for one in left] == [f"https://dinas.example/{number}" for number in range(len(left))]


def test_dates_are_utc(tmp_path: Path) -> None:
    """A moment of another offset is stored as the same moment."""
    from datetime import timedelta, timezone

    jakarta = NOW.astimezone(timezone(timedelta(hours=7)))
    path = written(tmp_path / "e.warc.gz", exchange(0, started_at=jakarta))

    assert [one.started_at for one in read_evidence(path)] == [NOW]
