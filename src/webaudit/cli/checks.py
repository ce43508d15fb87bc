"""`webaudit checks`: the catalogue."""

import json as wire
import sys
from enum import StrEnum
from typing import Annotated

import typer

from webaudit.cli import options
from webaudit.locales import marked


class Format(StrEnum):
    """The forms of the catalogue."""

    TEXT = "text"
    JSON = "json"


def checks(
    format: Annotated[Format, typer.Option("--format", help=marked("The form of the list."))] = Format.TEXT,
    lang: options.Lang = "id",
) -> None:
    """List all checks, plug-ins included.

    Examples:
      webaudit checks

      webaudit checks --format json
    """
    from rich.table import Table
    from rich.text import Text

    from webaudit.checks import catalogue
    from webaudit.cli import outcome
    from webaudit.cli.outputs import write_out
    from webaudit.render import labels

    words = outcome.words(lang)
    known = catalogue()
    for warning in known.warnings:
        print(words.say(warning), file=sys.stderr)
    if format is Format.JSON:
        described = [outcome.described(check, words) for check in known.checks]
        write_out(wire.dumps(described, ensure_ascii=False, indent=2) + "\n")
        return
    table = Table(box=None, pad_edge=False)
    for heading in (words("Check"), words("Category"), words("Severity")):
        table.add_column(heading, no_wrap=True)
    table.add_column(words("What it asks"))
    for check in known.checks:
        table.add_row(
            check.id,
            words(labels.CATEGORY[check.category]),
            words(labels.SEVERITY[check.severity]),
            Text(words(check.title)),
        )
    outcome.console(sys.stdout).print(table)
