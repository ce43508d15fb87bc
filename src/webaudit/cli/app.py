"""The Typer application: its commands, the language of its help, and the end of every error."""

import logging
import os
import sys

import typer

from webaudit import __version__
from webaudit.cli import language
from webaudit.locales import Language, Words, marked
from webaudit.model.errors import INTERNAL, WebauditError

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
    seal,
    validate,
    verify,
)

for module in (
    *(audit, page, capture, assess, report, recheck, verify, seal, merge),
    *(checks, explain, validate, init, demo),
):
    name = module.__name__.rpartition(".")[2]
    app.command(name)(getattr(module, name))


class _Discreet(logging.Formatter):
    """Loads what masks a line when there is one: most commands log nothing, and their start is waited for."""

    def format(self, record: logging.LogRecord) -> str:
        from webaudit.pipeline.log_lines import Discreet

        return Discreet("%(levelname)s %(name)s %(message)s").format(record)


def run(arguments: list[str], lang: Language) -> int:
    """Runs one command; returns the exit code of the process."""
    words = Words(lang)
    level = os.environ.get("WEBAUDIT_LOG", "").upper()
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Discreet())
    logging.basicConfig(
        level=level if level in logging.getLevelNamesMapping() else "ERROR", handlers=[handler]
    )
    command = typer.main.get_command(app)
    language.translate(command, words)
    try:
        code = command.main(arguments, prog_name="webaudit", standalone_mode=False)
    except language.UsageError as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            error.show()
        else:
            print(language.mistake(error, arguments, words), file=sys.stderr)
        return 2
    except WebauditError as error:
        for problem in error.problems:
            print(words.say(problem), file=sys.stderr)
        return error.exit_code
    except SystemExit as end:
        # Typer ends the process so when the reader of a pipe has gone, with the code of a missed threshold.
        if isinstance(end.__context__, BrokenPipeError):
            return 3
        return end.code if isinstance(end.code, int) else 0
    except (KeyboardInterrupt, typer.Abort):
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
        print(words(INTERNAL, kind=type(error).__name__, error=error), file=sys.stderr)
        return 3
    return code if isinstance(code, int) else 0
