"""The Typer application: its commands, the language of its help, and the end of every error."""

import logging
import os
import sys
from typing import Any

import typer
from typer import rich_utils

from webaudit import __version__
from webaudit.locales import Language, Words, marked
from webaudit.model.errors import WebauditError

log = logging.getLogger(__name__)

app = typer.Typer(
    name="webaudit",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"webaudit {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help=marked("Print the version and end.")
    ),
) -> None:
    """Audits the web sites of a province's agencies and ranks them, with evidence for every point lost."""


# The order of the import is the order in the help.
from webaudit.cli import (  # noqa: E402
    assess,
    audit,
    capture,
    checks,
    demo,
    explain,
    init,
    merge,
    page,
    recheck,
    report,
    validate,
    verify,
)

for module in (
    *(audit, page, capture, assess, report, recheck, verify, merge),
    *(checks, explain, validate, init, demo),
):
    name = module.__name__.rpartition(".")[2]
    app.command(name)(getattr(module, name))


def run(arguments: list[str], lang: Language) -> int:
    """Runs one command; returns the exit code of the process."""
    words = Words(lang)
    level = os.environ.get("WEBAUDIT_LOG", "").upper()
    logging.basicConfig(
        stream=sys.stderr,
        level=level if level in logging.getLevelNamesMapping() else "ERROR",
        format="%(levelname)s %(name)s %(message)s",
    )
    command = typer.main.get_command(app)
    _translate(command, words)
    try:
        command.main(arguments, prog_name="webaudit")
    except WebauditError as error:
        for problem in error.problems:
            print(words.say(problem), file=sys.stderr)
        return error.exit_code
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of a pipe has gone; Python would complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 3
    except OSError as error:
        print(words("can not go on: {error}", error=error), file=sys.stderr)
        return 3
    except Exception as error:
        log.debug("internal error", exc_info=error)
        message = "internal error, a bug of webaudit: {kind}: {error}; WEBAUDIT_LOG=debug shows more"
        print(words(message, kind=type(error).__name__, error=error), file=sys.stderr)
        return 3
    return 0


def _translate(command: Any, words: Words) -> None:
    """Turns the help of a command and all below it into the user's language."""
    rich_utils.ARGUMENTS_PANEL_TITLE = words("Arguments")
    rich_utils.OPTIONS_PANEL_TITLE = words("Options")
    rich_utils.COMMANDS_PANEL_TITLE = words("Commands")
    rich_utils.ERRORS_PANEL_TITLE = words("Error")
    rich_utils.DEFAULT_STRING = words("[default: {}]")
    rich_utils.ENVVAR_STRING = words("[env var: {}]")
    option = command.get_help_option(command.context_class(command))
    if option is not None:
        option.help = words("Show this message and end.")
    if command.help:
        command.help = words(command.help)
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = words(parameter.help)
    for below in getattr(command, "commands", {}).values():
        _translate(below, words)
