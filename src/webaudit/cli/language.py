"""The language of the command line itself: Typer frames the help and names mistakes in English alone."""

import re
from collections.abc import Sequence
from typing import Any

import typer
from typer import rich_utils

from webaudit.locales import Words, marked

UsageError: Any = typer.BadParameter.__base__
"""What Typer raises on a mistake in the command line, and does not export."""

_NAME = r"'?(?P<name>[^']*)'?"

_MISTAKES = tuple(
    (re.compile(said), told)
    for said, told in (
        (rf"Missing argument {_NAME}\.", marked("{name} is missing")),
        (rf"Missing option {_NAME}\.", marked("the option {name} is missing")),
        (r"Missing command\.", marked("no command is given")),
        (rf"No such command {_NAME}\.", marked("there is no command {name}")),
        (
            r"No such option: (?P<name>\S+) \(Possible options: (?P<others>.*)\)",
            marked("there is no option {name}: did you mean {others}?"),
        ),
        (r"No such option: (?P<name>\S+)", marked("there is no option {name}")),
        (rf"Option {_NAME} requires an argument\.", marked("{name}: the value is missing")),
        (rf"Option {_NAME} does not take a value\.", marked("{name}: takes no value")),
        (r"Got unexpected extra arguments?(?:\(s\))? \((?P<name>.*)\)", marked("more than expected: {name}")),
        (
            rf"Invalid value for {_NAME}(?: \(env var: '(?P<variable>.*?)'\))?: (?P<why>.*)",
            marked("{name}: {why}"),
        ),
    )
)
"""What Typer says, and what we say in its place."""

_REASONS = tuple(
    (re.compile(said), told)
    for said, told in (
        (r"Input should be greater than or equal to (?P<least>\S+)", marked("write {least} or more")),
        (r"Input should be less than or equal to (?P<most>\S+)", marked("write {most} or less")),
        (r"Input should be a valid integer.*", marked("write a whole number")),
        (r"Input should be a valid number.*", marked("write a number")),
        (r"Input should be a finite number.*", marked("write a number")),
        (r"Input should be a valid boolean.*", marked("write true or false")),
        (
            r"(?:Value error, )?'(?P<value>.*)' is not one of (?P<known>.*?)\.?",
            marked("there is no {value}: write one of {known}"),
        ),
    )
)
"""Why a value can not be used."""


def mistake(error: Any, arguments: Sequence[str], words: Words) -> str:
    """A mistake in the command line, on one line: what is wrong, and where to read on."""
    from webaudit.render.clean import clean

    # Without a context the parser had not yet come further than the command.
    begun = [name for name in arguments[:1] if not name.startswith("-")]
    command = error.ctx.command_path if error.ctx else " ".join(("webaudit", *begun))
    said = _said(error.format_message(), _MISTAKES, words)
    return words("{problem}; see {command} --help", problem=clean(said, 1_000), command=command)


def _said(english: str, table: tuple[tuple[re.Pattern[str], str], ...], words: Words) -> str:
    """What the table says in place of a sentence; the sentence itself if it is not there."""
    for pattern, told in table:
        match = pattern.fullmatch(english)
        if match is None:
            continue
        values = {name: value or "" for name, value in match.groupdict().items()}
        if values.get("variable"):
            values["name"] = f"{values['name']} ({values['variable']})"
        if "why" in values:
            values["why"] = _said(values["why"], _REASONS, words)
        if "known" in values:
            values["known"] = values["known"].replace("'", "")
        return words(told, **values) if values else words(told)
    return english


def translate(command: Any, words: Words) -> None:
    """Turns the help of a command and all below it into the user's language."""
    rich_utils.ARGUMENTS_PANEL_TITLE = words("Arguments")
    rich_utils.OPTIONS_PANEL_TITLE = words("Options")
    rich_utils.COMMANDS_PANEL_TITLE = words("Commands")
    rich_utils.DEFAULT_STRING = words("[default: {}]")
    rich_utils.ENVVAR_STRING = words("[env var: {}]")
    rich_utils.REQUIRED_LONG_STRING = words("[required]")
    usage = command.get_usage
    command.get_usage = lambda context: usage(context).replace("Usage: ", words("Usage: "), 1)
    command.options_metavar = words("[OPTIONS]")
    option = command.get_help_option(command.context_class(command))
    if option is not None:
        option.help = words("Show this message and end.")
    if command.help:
        command.help = words(command.help)
    for parameter in (*command.params, *((option,) if option else ())):
        if getattr(parameter, "help", None):
            parameter.help = words(parameter.help)
        if getattr(parameter, "metavar", None):
            parameter.metavar = words(parameter.metavar)
        # The name of a type, `<path>` or `<bool>`, tells a user nothing that the rest does not.
        parameter.display_type = lambda *_, **__: ""
    if hasattr(command, "commands"):
        command.subcommand_metavar = words("COMMAND [ARGS]...")
        for below in command.commands.values():
            translate(below, words)
