"""RunFolder: the folder that holds one audit."""

import errno
import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from webaudit.model.errors import Message, RunError
from webaudit.model.evidence import Exchange, Snapshot
from webaudit.model.plan import Plan
from webaudit.model.record import Failure, Record
from webaudit.model.report import Assessment
from webaudit.model.rubric import Rubric
from webaudit.store import sums
from webaudit.store.file_name import file_name
from webaudit.store.findings_file import read_findings, write_findings
from webaudit.store.lock import lock
from webaudit.store.part_file import Evidence, begin, finish, whole_part
from webaudit.store.records_file import Closing, read_records, write_records
from webaudit.store.rubrics import read_rubric
from webaudit.store.run_file import RunFile, read_facts, refuse_used, write_facts
from webaudit.store.sums import FACTS, RUBRIC, SNAPSHOTS, SUMS
from webaudit.store.warc import EvidenceWriter
from webaudit.store.whole_file import output_error, write_whole

FINDINGS: Final = "findings"
ABOUT: Final = "_about.json"
"""No site's findings have such a name: `file_name` begins none with `_`."""

TARGETS: Final = "_targets"
EVIDENCE: Final = "evidence.warc.gz"
RECORDS: Final = "records.json"

_LABEL: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class RunFolder:
    """One run on the disk; made by `create`, or found by `open`.

    Attributes:
        path: of the folder.
    """

    def __init__(self, path: Path, facts: RunFile) -> None:
        self.path = path
        self._facts = facts

    @classmethod
    def create(cls, path: Path, facts: RunFile, rubric: bytes = b"") -> "RunFolder":
        """Makes a new run, with the folders above it.

        Args:
            path: a folder that is empty or not there yet.
            facts: what the run is asked to do.
            rubric: the whole file that it is made for, kept so that the run stands alone.

        Raises:
            RunError: the folder holds a run already, or something else.
            RunLockedError: another process is making it.
            OutputError: it can not be made.
        """
        try:
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
        except FileExistsError as error:
            raise RunError(Message("{path}: is a file: name a folder", path=path)) from error
        except OSError as error:
            raise output_error(path, error) from error
        run = cls(path, facts)
        with run.lock():
            refuse_used(path)
            try:
                path.chmod(0o700)
            except OSError as error:
                raise output_error(path, error) from error
            if rubric:
                write_whole(path / RUBRIC, rubric)
            # The facts come last: with them it is a run.
            run.save_facts(facts)
        return run

    @classmethod
    def open(cls, path: Path) -> "RunFolder":
        """Finds a run.

        Raises:
            RunError: there is none, or it is damaged or of another version.
        """
        if not (path / FACTS).is_file():
            raise RunError(
                Message("{path}: is no run: name a folder that holds {file}", path=path, file=FACTS)
            )
        return cls(path, read_facts(path / FACTS))

    def lock(self, *, shared: bool = False) -> AbstractContextManager[None]:
        """Keeps other processes from working in the folder.

        Args:
            shared: among readers, who at most write down findings that any of them would find.

        Raises:
            RunLockedError: another process does.
        """
        return lock(self.path / FACTS, shared=shared)

    @property
    def id(self) -> str:
        """The name of the folder."""
        return self.path.resolve().name

    @property
    def facts(self) -> RunFile:
        """What the run was asked to do."""
        return self._facts

    def save_facts(self, facts: RunFile) -> None:
        """Puts other facts in the place of the old ones."""
        write_whole(self.path / FACTS, write_facts(facts))
        self._facts = facts

    def rubric(self) -> Rubric:
        """The rubric that the run was made for.

        Raises:
            RubricError: the run has none, or a damaged one.
        """
        return read_rubric(str(self.path / RUBRIC))

    def last_written(self) -> datetime:
        """When something was last captured, by the clock of the disk; UTC, whole seconds."""
        paths = [self.path / FACTS, *(self.path / SNAPSHOTS).rglob("evidence*")]
        return datetime.fromtimestamp(int(max(path.stat().st_mtime for path in paths)), UTC)

    # --- Sites ---

    def site_closed(self, site_id: str) -> bool:
        """Whether the site's capture has ended; then its files never change."""
        return (self._site(site_id) / EVIDENCE).is_file() and (self._site(site_id) / RECORDS).is_file()

    def site_writer(self, site_id: str) -> EvidenceWriter:
        """Begins the site's evidence, or goes on with it.

        Raises:
            RunError: the site is closed.
        """
        self._make(self._site(site_id))
        return begin(self._site(site_id) / EVIDENCE)

    def site_part(self, site_id: str) -> tuple[Exchange, ...]:
        """What an interrupted capture has left of a site, after cutting off what is torn."""
        return whole_part(self._site(site_id) / EVIDENCE)

    def close_site(
        self,
        site_id: str,
        captured_at: datetime,
        records: Mapping[str, Record | Failure],
        targets: tuple[str, ...],
        limits: tuple[str, ...],
    ) -> None:
        """Ends the site's capture; close its writer before."""
        folder = self._site(site_id)
        self._make(folder)
        closing = Closing(site_id, captured_at, records, targets, limits)
        write_whole(folder / RECORDS, write_records(closing), sync_folder=False)
        finish(folder / EVIDENCE)

    def snapshot(self, plan: Plan) -> Snapshot:
        """All evidence on the plan's site; its Exchanges stay on the disk until they are walked.

        Raises:
            RunError: the site is not closed, or its files are damaged.
        """
        folder = self._site(plan.site.id)
        if not self.site_closed(plan.site.id):
            raise RunError(
                Message("{path}: was not captured to its end: go on with the run (--resume)", path=folder)
            )
        closing = read_records(folder / RECORDS)
        if closing.site != plan.site.id:
            raise RunError(
                Message("{path}: belongs to the site {site}", path=folder / RECORDS, site=closing.site[:200])
            )
        return Snapshot(
            plan=plan,
            captured_at=closing.captured_at,
            exchanges=Evidence((folder / EVIDENCE,)),
            records=closing.records,
            targets=closing.targets,
            limits=closing.limits,
        )

    def snapshot_digest(self, site_id: str) -> str:
        """One digest, "sha256:…", over the lines that `sha256sum` prints for the site's two files."""
        folder = self._site(site_id)
        lines = "".join(f"{sums.digest(folder / name)}  {name}\n" for name in (EVIDENCE, RECORDS))
        return f"sha256:{hashlib.sha256(lines.encode()).hexdigest()}"

    # --- Targets of links on other hosts ---

    def target_closed(self, host: str, label: str = "") -> bool:
        """Whether the answers of this host are all there."""
        return self._target(host, label).is_file()

    def target_writer(self, host: str, label: str = "") -> EvidenceWriter:
        """Begins the evidence on a host, or goes on with it.

        Args:
            host: lower case.
            label: sets the files of shards apart, "1of3".

        Raises:
            RunError: it is closed.
        """
        path = self._target(host, label)
        self._make(path.parent)
        return begin(path)

    def target_part(self, host: str, label: str = "") -> tuple[Exchange, ...]:
        """What an interrupted capture has left of a host, after cutting off what is torn."""
        return whole_part(self._target(host, label))

    def close_target(self, host: str, label: str = "") -> None:
        """Ends the capture of a host; close its writer before."""
        path = self._target(host, label)
        self._make(path.parent)
        finish(path)

    def target_exchanges(self, host: str) -> Iterator[Exchange]:
        """The answers of a host, those of all shards, file by file."""
        return iter(Evidence(tuple(sorted(self._target(host, "").parent.glob("evidence*.warc.gz")))))

    # --- Findings and sums ---

    def save_findings(self, assessment: Assessment) -> None:
        """Keeps what was found on a site, for reading."""
        path = self._findings(assessment.site.id)
        self._make(path.parent)
        write_whole(path, write_findings(assessment), sync_folder=False)

    def load_findings(self, site_id: str) -> Assessment | None:
        """What was found on a site; None if nothing is kept."""
        path = self._findings(site_id)
        return read_findings(path) if path.is_file() else None

    def drop_findings(self) -> None:
        """Forgets all findings that are kept; what they were made with first, in case of a kill."""
        self.save_about_findings("")
        for path in (self.path / FINDINGS).glob("*.json"):
            path.unlink(missing_ok=True)

    def save_about_findings(self, about: str) -> None:
        """Keeps what the kept findings were made with."""
        path = self.path / FINDINGS / ABOUT
        self._make(path.parent)
        write_whole(path, about)

    def about_findings(self) -> str:
        """What the kept findings were made with; empty if it is not known."""
        try:
            return (self.path / FINDINGS / ABOUT).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    @property
    def is_writable(self) -> bool:
        """Whether findings can be kept; in an archive that is read-only they are not."""
        return os.access(self.path, os.W_OK)

    def has_findings(self, site_id: str) -> bool:
        """Whether what was found on a site is kept."""
        return self._findings(site_id).is_file()

    @property
    def is_sealed(self) -> bool:
        """Whether the sums are written."""
        return (self.path / SUMS).is_file()

    def seal(self) -> None:
        """Writes SHA256SUMS over run.json and the snapshots."""
        write_whole(self.path / SUMS, sums.sums(self.path))

    def verify(self) -> tuple[str, ...]:
        """One line for each file that changed, went missing or was added since the sealing; empty if none."""
        return sums.verify(self.path)

    def _site(self, site_id: str) -> Path:
        return self.path / SNAPSHOTS / file_name(site_id)

    def _target(self, host: str, label: str) -> Path:
        if label and not _LABEL.fullmatch(label):
            raise ValueError(f"no label of a shard: {label!r}")
        name = f"evidence.{label}.warc.gz" if label else EVIDENCE
        return self.path / SNAPSHOTS / TARGETS / file_name(host) / name

    def _findings(self, site_id: str) -> Path:
        return self.path / FINDINGS / f"{file_name(site_id)}.json"

    def _make(self, folder: Path) -> None:
        """Makes a folder within the run; the run itself must be there."""
        missing = [at for at in (folder, *folder.parents) if at.is_relative_to(self.path) and not at.is_dir()]
        try:
            if self.path in missing:
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            for at in reversed(missing):
                at.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise output_error(folder, error) from error
