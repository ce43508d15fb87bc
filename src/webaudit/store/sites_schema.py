"""The wire form of sites.yaml, version 1."""

import re
from datetime import date
from typing import Annotated, Any, Final, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from webaudit.extract.urls import host, normalise
from webaudit.model.errors import Message
from webaudit.model.site import TYPES
from webaudit.store.schema_problems import unknown_word
from webaudit.store.yaml_values import cut

SCHEMA: Final = "webaudit-sites/1"
ID_LENGTH: Final = 80

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOT_ID: Final = re.compile(r"[^a-z0-9]+")
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
# Without slashes behind it, a colon may as well come before a port.
_OTHER_SCHEME: Final = re.compile(r"(?:mailto|javascript|data|file|tel|ftp|about|blob):", re.IGNORECASE)
_LABEL: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def slug(text: str) -> str:
    """A text in kebab-case; empty if nothing of it is left."""
    return _NOT_ID.sub("-", text[:500].lower()).strip("-")[:ID_LENGTH].rstrip("-")


def address(written: str) -> str:
    """The WHATWG-normalised URL of an address as people write it; https:// is added where no scheme is.

    Raises:
        ValueError: it is no address of a web page, with the Message that says why.
    """
    text = written.strip()
    scheme = _SCHEME.match(text)
    if (scheme and scheme[1].lower() not in ("http", "https")) or _OTHER_SCHEME.match(text):
        raise ValueError(
            Message("`{url}` is no web page: write an https:// or http:// address", url=cut(text))
        )
    if not scheme:
        text = f"https://{text.lstrip('/')}"
    if "@" in re.split(r"[/?#\\]", text.partition("://")[2], maxsplit=1)[0]:
        # Not shown: a password would end up in a log.
        raise ValueError(Message("a user name or password stands in the address: remove it"))
    normal = normalise(text)
    if normal is None or not _is_host(host(normal)):
        raise ValueError(
            Message(
                "`{url}` is no address: write one like https://dinas.example.go.id/", url=cut(written.strip())
            )
        )
    return normal


def is_id(text: str) -> bool:
    """Whether a text is in kebab-case and short."""
    return len(text) <= ID_LENGTH and _ID.fullmatch(text) is not None


def _is_host(name: str) -> bool:
    if name.startswith("["):
        return True
    return 0 < len(name) <= 253 and all(_LABEL.fullmatch(label) for label in name.split("."))


def _id(text: str) -> str:
    if not is_id(text):
        raise ValueError(
            Message(
                "the id `{id}` must be small letters, digits and hyphens: write `{meant}`",
                id=cut(text),
                meant=slug(text) or "dinas-kesehatan",
            )
        )
    return text


def _type(text: str) -> str:
    if text.lower() not in TYPES:
        raise ValueError(unknown_word(Message("unknown type"), text, TYPES))
    return text.lower()


def _day(text: Any) -> Any:
    if not isinstance(text, str) or not _DAY.fullmatch(text.strip()):
        raise ValueError(Message("`{day}` is no day: write it like 2026-12-31", day=cut(str(text))))
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise ValueError(Message("there is no day `{day}`: write it like 2026-12-31", day=text)) from error


def _timezone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError) as error:
        # On a machine without any zones, no name can be told from a wrong one.
        if available_timezones():
            known = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
            raise ValueError(unknown_word(Message("unknown time zone"), text, known)) from error
    return text


def _host(text: str) -> str:
    return host(address(text))


def _suffix(text: str) -> str:
    name = text.lower().removeprefix("*").strip(".")
    if not _is_host(name):
        raise ValueError(
            Message("`{name}` is no name of a domain: write one like jabarprov.go.id", name=cut(text))
        )
    return name


Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
LongText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=5_000)]
SomeText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Address = Annotated[SomeText, AfterValidator(address)]


class _Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


class WireService(_Wire):
    """A declared service."""

    name: SomeText
    url: Address


class WireWaiver(_Wire):
    """A waiver; who decided it, why, and until when."""

    check: Annotated[SomeText, AfterValidator(_id)]
    reason: SomeText
    owner: SomeText
    expires: Annotated[date, BeforeValidator(_day)]


class WireCrawl(_Wire):
    """What is set otherwise for one site."""

    max_pages: Annotated[int, Field(ge=1, le=1_000)] | None = None
    rate: Annotated[float, Field(ge=0, le=1_000, allow_inf_nan=False)] | None = None
    start: Annotated[tuple[SomeText, ...], Field(max_length=50)] = ()


class WireSite(_Wire):
    """One entry."""

    id: Annotated[SomeText, AfterValidator(_id)] | None = None
    name: Text = ""
    short_name: Text = ""
    url: Address
    type: Annotated[SomeText, AfterValidator(_type)] = "other"
    tags: Annotated[tuple[SomeText, ...], Field(max_length=100)] = ()
    contact: Text = ""
    award: bool = True
    verified: bool = False
    note: LongText = ""
    sources: Annotated[tuple[SomeText, ...], Field(max_length=100)] = ()
    services: Annotated[tuple[WireService, ...], Field(max_length=100)] = ()
    waivers: Annotated[tuple[WireWaiver, ...], Field(max_length=100)] = ()
    crawl: WireCrawl = WireCrawl()


class WireDefaults(_Wire):
    """What holds for all sites; `owner` is for people."""

    region: Text = ""
    region_suffixes: Annotated[
        tuple[Annotated[SomeText, AfterValidator(_suffix)], ...], Field(max_length=100)
    ] = ()
    timezone: Annotated[SomeText, AfterValidator(_timezone)] = "Asia/Jakarta"
    portals: Annotated[tuple[Annotated[SomeText, AfterValidator(_host)], ...], Field(max_length=100)] = ()
    contact: Address | None = None
    owner: Text = ""


class WireFile(_Wire):
    """The whole file; entries are read one by one, so that a bad one harms no other."""

    schema_: Annotated[Literal["webaudit-sites/1"], Field(alias="schema")] = SCHEMA
    defaults: WireDefaults = WireDefaults()
    sites: list[Any]
