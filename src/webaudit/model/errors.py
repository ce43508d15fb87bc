"""The exceptions that a user's mistake raises; the command prints them without a traceback."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


class Message(str):
    """An English sentence that remembers how it was made, so that it can be said in another language.

    Attributes:
        template: with placeholders in braces, the key of its translation.
        values: foreign text is welcome; a value that is a Message is translated too.
    """

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, /, **values: object) -> "Message":
        """Fills the template."""
        return cls.again(template.format_map(values), template, values)

    @classmethod
    def again(cls, said: str, template: str, values: Mapping[str, object]) -> "Message":
        """A message that was stored with its English; a template from a file is never used as a format."""
        message = super().__new__(cls, said)
        message.template, message.values = template, values
        return message

    @classmethod
    def joined(cls, messages: "Sequence[Message]") -> "Message":
        """The sentences in one, set apart by semicolons; at least one."""
        first, *more = messages
        return cls("{first}; {more}", first=first, more=cls.joined(more)) if more else first

    def __reduce__(self) -> tuple[Any, tuple[str, str, dict[str, object]]]:
        """How it is made again in another process."""
        return type(self).again, (str(self), self.template, dict(self.values))


INTERNAL = "internal error, a bug of webaudit: {kind}: {error}; WEBAUDIT_LOG=debug shows more"
"""Template of a Message on a fault of ours."""


class WebauditError(Exception):
    """A mistake in what the user gave.

    Attributes:
        problems: one line each: what is wrong, where, and what to write instead.
        exit_code: the documented exit code of the command.
    """

    exit_code = 2

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class SitesFileError(WebauditError):
    """sites.yaml can not be used."""


class RubricError(WebauditError):
    """A rubric can not be used."""


class RunError(WebauditError):
    """A run's folder is missing, torn or of another version."""


class SettingError(WebauditError):
    """An option or environment variable has a value that can not be used."""


class OutputError(WebauditError):
    """Something could not be written."""

    exit_code = 3


class RunLockedError(WebauditError):
    """Another process holds the lock."""

    exit_code = 4


def at(path: Path | str, line: int, column: int, problem: str) -> Message:
    """`problem` with its place in front, `file:line:column: problem`, lines and columns from 1."""
    return Message("{path}:{line}:{column}: {problem}", path=path, line=line, column=column, problem=problem)
