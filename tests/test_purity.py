"""Judging is pure: the same evidence gives the same bytes, anywhere and at any time.

An allow-list over the syntax of every module that judges. It sees what a module
names, not what a library does behind it; the proof of the whole is test_replay.py.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "webaudit"

JUDGES = ("model", "standards", "vocabulary", "locales", "extract", "checks", "scoring", "render")
"""Packages that must be pure."""

OTHERS = ("cli", "crawl", "demo", "pipeline", "rubrics", "store")
"""Packages and modules that read files, clocks or the network, or hold data alone."""

ALLOWED = (
    "webaudit",
    "lxml",
    # The part of the standard library that reads nothing but its arguments.
    "__future__",
    "abc",
    "base64",
    "binascii",
    "bisect",
    "collections",
    "contextlib",
    "copy",
    "csv",
    "dataclasses",
    "datetime",
    "decimal",
    "difflib",
    "email.utils.parsedate_to_datetime",
    "enum",
    "fractions",
    "functools",
    "hashlib",
    "heapq",
    "html",
    "http.HTTPStatus",
    "http.cookies",
    "io",
    "ipaddress",
    "itertools",
    "json",
    "math",
    "operator",
    "re",
    "statistics",
    "string",
    "struct",
    "textwrap",
    "types",
    "typing",
    "unicodedata",
    "urllib.parse",
    "zlib",
    "zoneinfo",
)

ALLOWED_IN = {
    "model": ("bs4",),
    # A user's mistake is told with the file it stands in; nothing reads that file here.
    "model/errors.py": ("pathlib.Path",),
    # The docstring and the signature of a check are its manual and its declaration.
    "model/check.py": ("ast", "inspect"),
    # The catalogue finds the checks by walking this package and its entry points.
    "checks/__init__.py": ("importlib", "importlib.metadata", "pkgutil"),
    # Data that is shipped inside the package is as constant as the code.
    "standards": ("importlib.resources",),
    "vocabulary": ("importlib.resources",),
    "locales": ("gettext", "importlib.resources"),
    "extract": (
        "ada_url",
        "backports.zstd",
        "brotli",
        "bs4",
        "compression.zstd",
        "cssselect2",
        "dateparser",
        "protego",
        "publicsuffixlist",
        "pypdf",
        "robots",
        "tinycss2",
        "zipfile",
    ),
    "render": ("jinja2", "pydantic", "rich", "xlsxwriter"),
}
"""What a package or a file may import beyond ALLOWED, by its path below src/webaudit."""

FORBIDDEN_CALLS = {
    "__import__": "imports what no list allows",
    "breakpoint": "stops the program",
    "compile": "runs text as code",
    "eval": "runs text as code",
    "exec": "runs text as code",
    "hash": "differs from run to run: hashlib does not",
    "input": "reads the keyboard",
    "open": "opens a file",
    "print": "writes: return the text",
}

CLOCKS = {"now", "today", "utcnow"}

PATH_METHODS = {
    *("absolute", "chmod", "cwd", "exists", "expanduser", "glob", "hardlink_to", "home", "is_dir", "is_file"),
    *("iterdir", "lstat", "mkdir", "open", "read_bytes", "read_text", "rglob", "rmdir", "stat", "symlink_to"),
    *("touch", "unlink", "write_bytes", "write_text"),
}

RESOURCE_METHODS = {"is_dir", "is_file", "iterdir", "open", "read_bytes", "read_text"}
"""Of PATH_METHODS, those by which data inside the package is read."""

LXML_READERS = {"iterparse", "open_in_browser", "parse", "submit_form"}
"""Functions of lxml that take a file name or an address, and go and get it."""

SET_TYPES = {"set", "frozenset", "AbstractSet", "MutableSet", "Set"}
SET_METHODS = {"difference", "intersection", "symmetric_difference", "union"}

KEEP_ORDER = {
    *("Counter", "OrderedDict", "chain", "deque", "dict", "enumerate", "filter", "islice", "iter", "list"),
    *("map", "reduce", "tuple", "zip"),
    *("extend", "from_iterable", "fromkeys", "join", "writelines"),
}
"""Callables, by their last name, whose result tells the order of their argument."""

FORGET_ORDER = {"all", "any", "frozenset", "max", "min", "set", "sorted", "sum"}
"""Callables whose result does not, unless a key lets two elements tie."""


def faults(source: str, path: str) -> list[str]:
    """What is impure in a module.

    Args:
        source: its text.
        path: where it stands below src/webaudit, as in `checks/https/hsts.py`.

    Returns:
        `line: fault`, in the order of lines.
    """
    tree = ast.parse(source)
    found = [*_imports(tree, path), *_calls(tree, path), *_set_orders(tree)]
    return [f"{line}: {fault}" for line, fault in sorted(set(found))]


Fault = tuple[int, str]


def _allowed(path: str) -> tuple[str, ...]:
    """The names that the module at `path` may import, each with all below it."""
    own = [names for place, names in ALLOWED_IN.items() if path == place or path.startswith(f"{place}/")]
    return (*ALLOWED, *(name for names in own for name in names))


def _imports(tree: ast.AST, path: str) -> Iterator[Fault]:
    """Imports that are on no list, wherever they stand: at the top, in a function, under TYPE_CHECKING."""
    allowed = _allowed(path)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            if not any(name == known or name.startswith(f"{known}.") for known in allowed):
                yield node.lineno, f"imports {name}"
            if name.startswith("lxml.") and _last(name) in LXML_READERS:
                yield node.lineno, f"{name} reads files and addresses"


def _calls(tree: ast.AST, path: str) -> Iterator[Fault]:
    """Calls, and names of clocks, by which the world outside the arguments gets in."""
    resources = any(name.startswith("importlib.resources") for name in _allowed(path))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            name = ast.unparse(node)
            if node.attr in CLOCKS or name == "time.time":
                yield node.lineno, f"{name} is a clock"
        elif isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            method = _last(name)
            if isinstance(node.func, ast.Name) and name in FORBIDDEN_CALLS:
                yield node.lineno, f"{name}() {FORBIDDEN_CALLS[name]}"
            if isinstance(node.func, ast.Attribute):
                if method in PATH_METHODS and not (resources and method in RESOURCE_METHODS):
                    yield node.lineno, f".{method}() reaches for the file system"
                if method in LXML_READERS and name.split(".")[-2] in {"etree", "html"}:
                    yield node.lineno, f"{name}() reads files and addresses"
                if method == "astimezone" and not node.args:
                    yield node.lineno, ".astimezone() without a zone takes this machine's"
                if method == "fromtimestamp" and len(node.args) + len(node.keywords) < 2:
                    yield node.lineno, ".fromtimestamp() without a zone takes this machine's"


def _set_orders(tree: ast.AST) -> Iterator[Fault]:
    """Places where the order of a set can be seen: it hangs on the hash seed of the process."""
    for scope, sets in _scopes(tree, frozenset()):
        # What stands in sorted(…) and its like: there, any order will do.
        harmless: list[ast.expr] = []
        for node in _within(scope):
            match node:
                case ast.Call(func=ast.Name(id=name), args=arguments) if name in FORGET_ORDER:
                    if not any(keyword.arg == "key" for keyword in node.keywords):
                        harmless += arguments
                    elif any(_is_set(argument, sets) for argument in arguments):
                        yield node.lineno, f"{name}() by a key keeps the order of a set where two tie"
                case ast.Call(func=ast.Attribute(attr="pop", value=value), args=[]) if _is_set(value, sets):
                    yield node.lineno, ".pop() takes an element of a set that nothing chose"
                case ast.Call(func=function, args=arguments) if node not in harmless:
                    name = _last(ast.unparse(function))
                    if name in KEEP_ORDER and any(_is_set(argument, sets) for argument in arguments):
                        yield node.lineno, f"{name}() keeps the order of a set: take sorted() of it"
                case ast.ListComp() | ast.DictComp() | ast.GeneratorExp() if node not in harmless:
                    if any(_is_set(part.iter, sets) for part in node.generators):
                        yield node.lineno, "walks a set: take sorted() of it"
                case ast.For(iter=value) | ast.AsyncFor(iter=value) if _is_set(value, sets):
                    yield node.lineno, "walks a set: take sorted() of it"
                case ast.Starred(value=value) if _is_set(value, sets):
                    yield node.lineno, "unpacks a set: take sorted() of it"
                case ast.Assign(targets=[ast.Tuple() | ast.List(), *_], value=value) if _is_set(value, sets):
                    yield node.lineno, "unpacks a set: take sorted() of it"


def _scopes(scope: ast.AST, outer: frozenset[str]) -> Iterator[tuple[ast.AST, frozenset[str]]]:
    """Each module, class and function, with the names that hold a set in it."""
    bound: set[str] = set()
    sets: set[str] = set()
    if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef):
        for argument in (*scope.args.posonlyargs, *scope.args.args, *scope.args.kwonlyargs):
            bound.add(argument.arg)
            if _is_set_type(argument.annotation):
                sets.add(argument.arg)
    for node in _within(scope):
        match node:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
                bound.add(name)
                if _is_set_type(annotation):
                    sets.add(name)
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                bound.add(name)
                if _is_set(value, outer | sets):
                    sets.add(name)
            case ast.NamedExpr(target=ast.Name(id=name), value=value) if _is_set(value, outer | sets):
                sets.add(name)
    known = frozenset(outer - bound | sets)
    yield scope, known
    for node in _within(scope):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            # A method does not see the names of its class.
            yield from _scopes(node, outer if isinstance(scope, ast.ClassDef) else known)


def _within(scope: ast.AST) -> Iterator[ast.AST]:
    """The nodes of one scope, parents first; inner scopes are named but not entered."""
    for node in ast.iter_child_nodes(scope):
        yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            yield from _within(node)


def _is_set(node: ast.expr, sets: frozenset[str]) -> bool:
    """Whether an expression is plainly a set; `sets` are the names known to hold one."""
    match node:
        case ast.Set() | ast.SetComp():
            return True
        case ast.Name(id=name):
            return name in sets
        case ast.Call(func=ast.Name(id="set" | "frozenset")):
            return True
        case ast.Call(func=ast.Attribute(attr=method)):
            return method in SET_METHODS
        case ast.BinOp(left=left, op=ast.BitOr() | ast.BitAnd() | ast.Sub() | ast.BitXor(), right=right):
            return any(_is_set(side, sets) or _is_view(side) for side in (left, right))
        case ast.IfExp(body=body, orelse=orelse):
            return _is_set(body, sets) or _is_set(orelse, sets)
    return False


def _is_view(node: ast.expr) -> bool:
    """Whether an expression is a view of a dict: ordered itself, but `&`, `|` and `-` make sets of it."""
    return isinstance(node, ast.Call) and _last(ast.unparse(node.func)) in {"items", "keys"}


def _is_set_type(annotation: ast.expr | None) -> bool:
    """Whether an annotation is that of a set."""
    match annotation:
        case ast.Subscript(value=value):
            return _last(ast.unparse(value)) in SET_TYPES
        case ast.Name() | ast.Attribute():
            return _last(ast.unparse(annotation)) in SET_TYPES
    return False


def _last(name: str) -> str:
    """The last part of a dotted name."""
    return name.rsplit(".", 1)[-1]


MODULES = sorted(
    path.relative_to(SOURCE).as_posix()
    for package in JUDGES
    for path in (*SOURCE.glob(f"{package}.py"), *(SOURCE / package).rglob("*.py"))
)


@pytest.mark.parametrize("path", MODULES)
def test_module_is_pure(path: str) -> None:
    """No module that judges reads a file, a clock, chance, the network, or the order of a set."""
    assert faults((SOURCE / path).read_text(encoding="utf-8"), path) == []


def test_every_package_is_classed() -> None:
    """A new package is either held to purity or named as one of those that touch the world."""
    parts = {part for part in SOURCE.iterdir() if part.is_dir() or part.suffix == ".py"}
    names = {part.stem for part in parts if not part.stem.startswith("__")}

    assert names - {*JUDGES, *OTHERS} == set()


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        # Imports.
        ("import os", "imports os"),
        ("import os.path as p", "imports os.path"),
        ("import urllib.request", "imports urllib.request"),
        ("from urllib import request", "imports urllib.request"),
        ("from http import client", "imports http.client"),
        ("import htmlx", "imports htmlx"),
        ("from random import choice", "imports random.choice"),
        ("import bs4", "imports bs4"),
        ("from importlib.resources import files", "imports importlib.resources.files"),
        ("def f():\n    import socket", "imports socket"),
        ("from lxml.html import parse", "lxml.html.parse reads files and addresses"),
        # Calls.
        ("open('list.txt')", "open() opens a file"),
        ("path.read_text()", ".read_text() reaches for the file system"),
        ("etree.parse('http://example.org/')", "etree.parse() reads files and addresses"),
        ("lxml.html.parse(name)", "lxml.html.parse() reads files and addresses"),
        ("hash('a')", "hash() differs from run to run: hashlib does not"),
        ("print('a')", "print() writes: return the text"),
        # Clocks and zones.
        ("datetime.now(UTC)", "datetime.now is a clock"),
        ("datetime.datetime.utcnow()", "datetime.datetime.utcnow is a clock"),
        ("field(default_factory=date.today)", "date.today is a clock"),
        ("time.time()", "time.time is a clock"),
        ("when.astimezone()", ".astimezone() without a zone takes this machine's"),
        ("date.fromtimestamp(0)", ".fromtimestamp() without a zone takes this machine's"),
        # The order of sets.
        ("for x in {1, 2}: pass", "walks a set: take sorted() of it"),
        ("for x in set(y): pass", "walks a set: take sorted() of it"),
        ("[x for x in {y for y in z}]", "walks a set: take sorted() of it"),
        ("f(x for x in set(y))", "walks a set: take sorted() of it"),
        ("list(set(y))", "list() keeps the order of a set: take sorted() of it"),
        ("tuple(frozenset(y))", "tuple() keeps the order of a set: take sorted() of it"),
        ("', '.join({y for y in z})", "join() keeps the order of a set: take sorted() of it"),
        ("dict.fromkeys(set(y))", "fromkeys() keeps the order of a set: take sorted() of it"),
        ("(*set(y),)", "unpacks a set: take sorted() of it"),
        ("first, = set(y)", "unpacks a set: take sorted() of it"),
        ("set(y).pop()", ".pop() takes an element of a set that nothing chose"),
        ("list(a.keys() - b)", "list() keeps the order of a set: take sorted() of it"),
        ("list(set(a) | b)", "list() keeps the order of a set: take sorted() of it"),
        ("sorted(set(y), key=len)", "sorted() by a key keeps the order of a set where two tie"),
        ("seen = set()\nfor x in seen: pass", "walks a set: take sorted() of it"),
        (
            "TAGS = frozenset(y)\ndef f(): return list(TAGS)",
            "list() keeps the order of a set: take sorted() of it",
        ),
        ("def f(tags: set[str]): return [*tags]", "unpacks a set: take sorted() of it"),
        (
            "def f():\n    tags = set(y)\n    def g(): return list(tags)",
            "list() keeps the order of a set: take sorted() of it",
        ),
        ("f(map(str, set(y)))", "map() keeps the order of a set: take sorted() of it"),
        ("tags: frozenset[str] = f()\nfor x in tags: pass", "walks a set: take sorted() of it"),
    ],
)
def test_planted_fault_is_found(source: str, fault: str) -> None:
    """Each kind of impurity is found where it is planted."""
    (found,) = faults(source, "checks/https/planted.py")

    assert found.split(": ", 1)[1] == fault


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("from urllib.parse import urlsplit", "checks/https/hsts.py"),
        ("from urllib import parse", "checks/https/hsts.py"),
        ("from http import HTTPStatus", "checks/https/hsts.py"),
        ("from webaudit.model.evidence import Page", "checks/https/hsts.py"),
        ("from datetime import date, time", "checks/https/hsts.py"),
        ("import ast, inspect", "model/check.py"),
        ("import pkgutil", "checks/__init__.py"),
        ("files(__package__).joinpath('words.txt').read_text()", "vocabulary/words.py"),
        ("dateparser.parse(text, settings=settings)", "extract/dates.py"),
        ("urllib.parse.urlsplit(url)", "extract/links.py"),
        ("re.compile('a')", "extract/links.py"),
        ("score.open + score.now_open", "scoring/weigh.py"),
        ("when.astimezone(UTC)", "extract/dates.py"),
        ("datetime.fromtimestamp(0, UTC)", "extract/dates.py"),
        ("sorted({1, 2})", "scoring/weigh.py"),
        ("sorted(x.id for x in set(y))", "scoring/weigh.py"),
        ("sorted(map(str, set(y)))", "scoring/weigh.py"),
        ("class A:\n    tags: frozenset[str]\n    def f(self, tags): return list(tags)", "model/site.py"),
        (
            "class A:\n    tags: frozenset[str]\n    def f(self):\n        return [t for t in tags]",
            "model/site.py",
        ),
        ("tags = set(y)\ndef f():\n    tags = [1]\n    return list(tags)", "model/site.py"),
        ("any(x in text for x in {'a', 'b'})", "extract/text.py"),
        ("{x.lower() for x in set(y)}", "extract/text.py"),
        ("x in {1, 2}", "extract/text.py"),
        ("len(set(y))", "extract/text.py"),
        ("a - b", "scoring/weigh.py"),
        ("for x in [1, 2]: list(x)", "extract/text.py"),
        ("seen = set()\ndef f(seen: list[str]): return [*seen]", "extract/text.py"),
    ],
)
def test_pure_code_is_let_through(source: str, path: str) -> None:
    """What is pure is not suspected, so that nobody learns to work around the rule."""
    assert faults(source, path) == []
