"""Permissions-Policy, read as browsers do: a dictionary of structured fields (RFC 9651), or nothing."""

import re
from collections.abc import Iterable, Mapping

_ITEM = r"(?:[A-Za-z*][A-Za-z0-9!#$%&'*+.^_`|~:/-]*|\"(?:[^\"\\]|\\.)*\"|-?\d{1,12}(?:\.\d{1,3})?|\?[01])"
_KEY = r"[a-z*][a-z0-9_.*-]*"
_PARAMETERS = rf"(?:;[ ]*{_KEY}(?:={_ITEM})?)*"
_MEMBER = re.compile(
    rf"(?P<key>{_KEY})(?:=(?P<value>{_ITEM}|\([ ]*(?:{_ITEM}{_PARAMETERS}(?:[ ]+|(?=\))))*\)))?{_PARAMETERS}"
)
_COMMA = re.compile(r"[ \t]*,[ \t]*")


def permissions(fields: Iterable[str]) -> Mapping[str, tuple[str, ...]] | None:
    """Who may use which feature, by the names of features; None if browsers pass the whole over.

    Args:
        fields: values of Permissions-Policy; several count as one.
    """
    written = ",".join(value.strip() for value in fields if value.strip())
    found: dict[str, tuple[str, ...]] = {}
    at = 0
    while at < len(written):
        member = _MEMBER.match(written, at)
        if member is None:
            return None
        found[member["key"]] = tuple(re.findall(_ITEM, member["value"] or ""))
        at = member.end()
        comma = _COMMA.match(written, at)
        if at < len(written) and (comma is None or comma.end() == len(written)):
            return None
        at = comma.end() if comma else at
    return found
