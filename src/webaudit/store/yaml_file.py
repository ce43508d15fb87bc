"""YAML as people write it, with the place of every key and value; bounded, and refused in plain words."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from webaudit.model.errors import Message, at
from webaudit.store.yaml_text import decode, unprintable
from webaudit.store.yaml_tree import StopError, Tree
from webaudit.store.yaml_values import START, Place, Problem, cut

FILE_BYTES: Final = 2_000_000
PROBLEMS: Final = 500
"""No more are told of one file."""


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file, read.

    Attributes:
        digest: "sha256:…" of its bytes.
        root: Mapping, Sequence, text, or None. Every scalar is text as it is written (so that `no`, `012` and
            12:30 stay what they look like), or None where nothing, `~` or `null` stands.
        problems: what makes the file unusable; empty if nothing does.
    """

    path: Path
    digest: str
    root: Any
    place: Place
    problems: tuple[Problem, ...]

    def lines(self, problems: "list[Problem] | tuple[Problem, ...]") -> tuple[Message, ...]:
        """One line for each problem, in the order of the file."""
        ordered = sorted(problems, key=lambda problem: problem.place)
        told = tuple(at(self.path, *problem.place, problem.message) for problem in ordered[:PROBLEMS])
        if len(ordered) > PROBLEMS:
            told += (Message("{path}: and {count} more", path=self.path, count=len(ordered) - PROBLEMS),)
        return told


def read_yaml(path: Path) -> YamlFile:
    """Reads a file; what is wrong with it stands in `problems`, and nothing is raised."""
    try:
        with path.open("rb") as file:
            data = file.read(FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        return _unread(path, _why_unread(error))
    return parse_yaml(path, data)


def parse_yaml(path: Path, data: bytes) -> YamlFile:
    """Reads the content of a file; `path` is what its problems are told of."""
    digest = f"sha256:{sha256(data).hexdigest()}"
    if len(data) > FILE_BYTES:
        why = Message("is longer than {limit} bytes: split it", limit=FILE_BYTES)
        return YamlFile(path, digest, None, START, (Problem(START, why),))
    text, problems = decode(data)
    problems += unprintable(text)
    if problems:
        return YamlFile(path, digest, None, START, tuple(problems))
    tree = Tree()
    try:
        tree.grow(YAML(typ="safe", pure=True).parse(text))
    except StopError:
        pass
    except MarkedYAMLError as error:
        tree.problems.append(_syntax_problem(error))
    except (YAMLError, ValueError, RecursionError) as error:
        why = Message("no YAML: {why}", why=cut(str(error)))
        tree.problems.append(Problem(START, why))
    return YamlFile(path, digest, tree.root, tree.root_place, tuple(tree.problems))


_SYNTAX: Final = (
    ("found character '\\t'", Message("a tab: indent with blanks")),
    (
        "mapping values are not allowed",
        Message("a colon too many, or a wrong indent: quote the value, or line it up"),
    ),
    ("found character", Message("a value can not begin with this character: put it in quotes")),
    ("found unknown escape", Message("an unknown escape in double quotes: use single quotes")),
    ("expected ',' or", Message("a comma or the closing bracket is missing")),
    ("expected <block end>", Message("a wrong indent: line it up with the lines above")),
    ("expected '<document start>'", Message("a wrong indent: line it up with the lines above")),
    ("could not find expected ':'", Message("a colon is missing: write `key: value`")),
)


def _syntax_problem(error: MarkedYAMLError) -> Problem:
    """What a person can do about what the parser says."""
    mark = error.problem_mark or error.context_mark
    place = Place(mark.line + 1, mark.column + 1) if mark is not None else START
    said = error.problem or str(error)
    if "end of stream" in said and error.context_mark is not None and "quoted" in (error.context or ""):
        place = Place(error.context_mark.line + 1, error.context_mark.column + 1)
        return Problem(place, Message("the quotes that open here are never closed: close them"))
    for beginning, message in _SYNTAX:
        if said.startswith(beginning):
            return Problem(place, message)
    return Problem(place, Message("no YAML: {why}", why=cut(said)))


def _unread(path: Path, why: Message) -> YamlFile:
    return YamlFile(path, "", None, START, (Problem(START, why),))


def _why_unread(error: Exception) -> Message:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Message("there is no such file: check the name")
    if isinstance(error, IsADirectoryError):
        return Message("is a folder: name the file in it")
    if isinstance(error, PermissionError):
        return Message("permission denied: change the permissions of the file")
    return Message("can not be read: {why}", why=cut(str(getattr(error, "strerror", None) or error)))
