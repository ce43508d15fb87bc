"""The outputs of a command: each form of the report to its place, whole or not at all."""

import errno
import logging
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from webaudit.cli import outcome
from webaudit.cli.options import Format
from webaudit.locales import Words
from webaudit.model.errors import INTERNAL, Message, OutputError, SettingError
from webaudit.model.report import Report
from webaudit.store.whole_file import output_error, write_whole

log = logging.getLogger(__name__)

FILES: Mapping[Format, str] = {
    Format.TERMINAL: "report.txt",
    Format.JSON: "report.json",
    Format.MARKDOWN: "report.md",
    Format.XLSX: "report.xlsx",
    Format.CSV_SITES: "sites.csv",
    Format.CSV_FINDINGS: "findings.csv",
    Format.CSV_CRITERIA: "criteria.csv",
    Format.CSV_COLUMNS: "columns.csv",
    Format.JUNIT: "junit.xml",
    Format.SARIF: "report.sarif",
    Format.EARL: "report.earl.json",
}
"""Name of the file of each form; `csv` stands for all its tables."""

_TABLES = (Format.CSV_SITES, Format.CSV_FINDINGS, Format.CSV_CRITERIA, Format.CSV_COLUMNS)


@dataclass(frozen=True)
class Outputs:
    """Where a report goes.

    Attributes:
        json: of --json: a file, "-" for standard output, or None.
        formats: of --format, as given; none is the scorecard.
        out: of --out: the folder of a file a form; None is standard output.
    """

    json: str | None = None
    formats: tuple[Format, ...] = ()
    out: Path | None = None

    @classmethod
    def checked(cls, *, json: str | None, formats: Sequence[Format] | None, out: Path | None) -> "Outputs":
        """Refuses what can not be written, before any work is done.

        Raises:
            SettingError: the options do not fit together.
            OutputError: a folder is missing, or nothing may be written there.
        """
        asked = tuple(dict.fromkeys(formats or ()))
        check_json(json)
        if out is None:
            if len(asked) > 1:
                raise SettingError(Message("several formats: name a folder for them, --out DIR"))
            if Format.XLSX in asked:
                raise SettingError(Message("--format xlsx: is no text: name a folder for it, --out DIR"))
            if asked and json == "-":
                raise SettingError(Message("--json - and --format both write to standard output: choose one"))
        else:
            _check_folder(out)
        return cls(json, asked, out)

    def publish(self, report: Report, words: Words, *, quiet: bool = False, shows: bool = True) -> None:
        """Writes the files, then prints; what can not be written keeps nothing else back.

        Args:
            quiet: print the troubles in place of the scorecard.
            shows: False prints no scorecard beside files.

        Raises:
            OutputError: with a line for each output that could not be written; old files are unharmed.
        """
        problems = [*self._write_json(report, words), *self._write_files(report, words)]
        try:
            self._print(report, words, quiet=quiet, shows=shows)
        except OSError as error:
            if not problems:
                raise
            raise OutputError(*problems) from error
        if problems:
            raise OutputError(*problems)

    def _write_json(self, report: Report, words: Words) -> Iterator[str]:
        if self.json is not None and self.json != "-":
            yield from _written(Path(self.json), partial(_filed, report, words, Format.JSON))

    def _write_files(self, report: Report, words: Words) -> Iterator[str]:
        """Writes a file a form; yields what went wrong."""
        if self.out is None:
            return
        try:
            self.out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            yield from output_error(self.out, error).problems
            return
        asked = self.formats or (Format.TERMINAL,)
        whole = [one for form in asked for one in (_TABLES if form is Format.CSV else (form,))]
        for form in dict.fromkeys(whole):
            yield from _written(self.out / FILES[form], partial(_filed, report, words, form))

    def _print(self, report: Report, words: Words, *, quiet: bool, shows: bool) -> None:
        printed = self.json == "-" or (self.out is None and self.formats not in ((), (Format.TERMINAL,)))
        if self.json == "-":
            write_out(rendered(report, words, Format.JSON))
        elif printed:
            (form,) = self.formats
            write_out(rendered(report, words, Format.CSV_FINDINGS if form is Format.CSV else form))
        if quiet:
            for line in outcome.troubles(report, words):
                print(line, file=sys.stderr)
        elif shows and not printed:
            show(report, words)


def show(report: Report, words: Words) -> None:
    """Prints the scorecard on standard output."""
    from webaudit.render import terminal

    terminal.render(report, words, outcome.console(sys.stdout))


def _filed(report: Report, words: Words, form: Format) -> str | bytes | Iterator[str]:
    """The same for a file, which can be written piece by piece: the JSON of a province takes 100 MB whole."""
    from webaudit.render import earl, json_v1

    match form:
        case Format.JSON:
            return json_v1.chunks(report, words)
        case Format.EARL:
            return earl.chunks(report, words)
    return rendered(report, words, form)


def rendered(report: Report, words: Words, form: Format) -> str | bytes:
    """The report in one form."""
    from webaudit.render import csv, earl, json_v1, junit, markdown, sarif, tables, terminal

    match form:
        case Format.JSON:
            return json_v1.render(report, words)
        case Format.MARKDOWN:
            return markdown.render(report, words)
        case Format.XLSX:
            from webaudit.render import xlsx

            return xlsx.render(report, words)
        case Format.CSV_SITES:
            return csv.render(tables.sites(report, words))
        case Format.CSV_FINDINGS:
            return csv.render(tables.findings(report, words))
        case Format.CSV_CRITERIA:
            return csv.render(tables.criteria(report, words))
        case Format.CSV_COLUMNS:
            return csv.render(tables.dictionary(report))
        case Format.JUNIT:
            return junit.render(report, words)
        case Format.SARIF:
            return sarif.render(report, words)
        case Format.EARL:
            return earl.render(report, words)
        case Format.TERMINAL:
            from io import StringIO

            file = StringIO()
            terminal.render(report, words, outcome.console(file, width=100))
            return file.getvalue()
    raise ValueError(form)


def write_out(content: str | bytes) -> None:
    """Writes what machines read to standard output, in UTF-8, whatever the terminal speaks."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content.encode("utf-8", "replace") if isinstance(content, str) else content)
    sys.stdout.flush()


def _written(path: Path, make: Callable[[], str | bytes | Iterator[str]]) -> Iterator[str]:
    """Writes one file; yields why it could not be."""
    try:
        write_whole(path, make())
    except OutputError as error:
        yield from error.problems
    except Exception as error:
        # A fault of ours in one form costs no other.
        log.debug("internal error", exc_info=error)
        yield Message(
            "{path}: can not be written: {why}",
            path=path,
            why=Message(INTERNAL, kind=type(error).__name__, error=error),
        )


def check_json(json: str | None) -> None:
    """Refuses a file for JSON that can not be written, before any work is done.

    Raises:
        OutputError: the folder is missing, or nothing may be written there.
    """
    if json is not None and json != "-":
        _check_file(Path(json))


def write_json(json: str | None, render: Callable[[], str]) -> None:
    """Writes JSON to a file, whole or not at all, or with "-" to standard output.

    Raises:
        OutputError: it could not be written; the old file is unharmed.
    """
    if json == "-":
        write_out(render())
    elif json is not None:
        write_whole(Path(json), render())


def _check_file(path: Path) -> None:
    """Refuses a file that can not be written.

    Raises:
        OutputError: the folder is missing, or nothing may be written there.
    """
    try:
        target = path.resolve()
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        # A file is replaced by another, a device or pipe written to.
        place = target if target.exists() and not target.is_file() else target.parent
        if place.exists() and not os.access(place, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        missing = not target.parent.is_dir()
    except (OSError, ValueError) as error:
        why = error if isinstance(error, OSError) else OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        raise output_error(path, why) from None
    if missing:
        raise OutputError(
            Message("{file}: the folder does not exist; make it first, or write elsewhere", file=path)
        )


def _check_folder(path: Path) -> None:
    """Refuses a folder that is none, or can not be made or written into.

    Raises:
        SettingError: a file is named, as if there were but one.
        OutputError: nothing may be written there.
    """
    try:
        target = path.resolve()
        if not target.is_dir() and target.suffix in {Path(name).suffix for name in FILES.values()}:
            message = "--out {out}: name a folder; in it each format has a file, like {file}"
            raise SettingError(Message(message, out=path, file=FILES[Format.MARKDOWN]))
        place = next(one for one in (target, *target.parents) if one.exists())
        if not place.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if not os.access(place, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except (OSError, ValueError) as error:
        why = error if isinstance(error, OSError) else OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        raise output_error(path, why) from None
