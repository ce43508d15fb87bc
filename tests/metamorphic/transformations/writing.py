"""How the same things may be written: no check may care."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from tests.metamorphic.captured import Captured, html, retagged, sent, with_header
from tests.metamorphic.transformation import neutral
from webaudit.extract.urls import host
from webaudit.model.evidence import Exchange


@neutral
def renamed_entry(site: Captured) -> Captured:
    """The list calls the site by another id and name."""
    plan = site.snapshot.plan
    other = replace(plan, site=replace(plan.site, id="lain", short_name="Lain", tags=("x",)))
    return replace(site, snapshot=replace(site.snapshot, plan=other))


@neutral
def pages_in_another_order(site: Captured) -> Captured:
    """The pages were captured in the reverse order."""
    pages = {id(one) for one in site.others}
    backwards = iter(reversed(site.others))
    return site.with_exchanges(next(backwards) if id(one) in pages else one for one in site.exchanges)


@neutral
def attributes_in_another_order(site: Captured) -> Captured:
    """The attributes of each tag stand in the reverse order."""

    def reversed_(name: str, attributes: list[str]) -> str:
        names = [one.partition("=")[0].strip().lower() for one in attributes]
        # Of two attributes of one name the first counts.
        return " ".join((name, *(attributes if len(set(names)) < len(names) else reversed(attributes))))

    return site.rewritten(lambda old: retagged(old, reversed_))


@neutral
def upper_case_tags(site: Captured) -> Captured:
    """Names of tags are written in capitals."""
    return site.rewritten(lambda old: retagged(old, lambda name, rest: " ".join((name.upper(), *rest))))


@neutral
def comments(site: Captured) -> Captured:
    """A comment stands before each end of the head, the body and a paragraph."""
    return site.rewritten(
        lambda old: re.sub(r"(</(?:body|p|li)>)", r"<!-- ruang -->\1", old, flags=re.IGNORECASE)
    )


@neutral
def strange_classes(site: Captured) -> Captured:
    """Elements without a class get one that means nothing."""

    def classed(name: str, attributes: list[str]) -> str:
        has = any(one.lower().startswith("class") for one in attributes)
        return " ".join((name, *attributes, *([] if has or name.lower() == "html" else ['class="k9x"'])))

    return site.rewritten(lambda old: retagged(old, classed))


@neutral
def data_attributes(site: Captured) -> Captured:
    """Every element carries data for some script."""
    return site.rewritten(lambda old: retagged(old, lambda name, rest: " ".join((name, *rest, 'data-k="9"'))))


@neutral
def wide_tags(site: Captured) -> Captured:
    """White space stands between attributes, in lines of their own."""
    return site.rewritten(lambda old: retagged(old, lambda name, rest: "\n  ".join((name, *rest))))


@neutral
def blank_lines(site: Captured) -> Captured:
    """Blank lines stand between blocks."""
    return site.rewritten(lambda old: re.sub(r"(</(?:p|ul|div|main|footer|header)>)", "\\1\n\n\t", old))


@neutral
def carriage_returns(site: Captured) -> Captured:
    """Lines end as on Windows."""
    return site.rewritten(lambda old: old.replace("\r\n", "\n").replace("\n", "\r\n"))


@neutral
def windows_encoding(site: Captured) -> Captured | None:
    """The same letters in windows-1252, and labelled so."""

    def coded(one: Exchange) -> Exchange:
        document = re.sub(r"(charset\s*=\s*[\"']?)utf-8", r"\1windows-1252", html(one), flags=re.IGNORECASE)
        try:
            body = document.encode("cp1252")
        except UnicodeError:
            return one
        return with_header(
            replace(sent(one, "", ""), body=body), "content-type", "text/html; charset=windows-1252"
        )

    return site.each(coded, to=site.pages)


@neutral
def byte_order_mark(site: Captured) -> Captured:
    """Pages begin with the mark of UTF-8."""
    return site.rewritten(lambda old: "\ufeff" + old.removeprefix("\ufeff"))


@neutral
def compressed_by_gzip(site: Captured) -> Captured:
    """Pages are sent in gzip."""
    return _coded(site, "gzip")


@neutral
def compressed_by_brotli(site: Captured) -> Captured:
    """Pages are sent in brotli."""
    return _coded(site, "br")


@neutral
def not_compressed(site: Captured) -> Captured:
    """Pages are sent as they are."""
    return _coded(site, "")


def _coded(site: Captured, coding: str) -> Captured:
    return site.each(lambda one: sent(one, html(one), coding), to=site.pages)


@neutral
def strange_headers(site: Captured) -> Captured:
    """Every answer carries a response field that means nothing."""
    return site.each(lambda one: with_header(one, "x-request-id", "k9x"), to=site.exchanges)


@neutral
def another_server_address(site: Captured) -> Captured:
    """The servers have other addresses."""
    return site.each(lambda one: replace(one, address=one.address and "192.0.2.77"), to=site.exchanges)


@neutral
def another_host(site: Captured) -> Captured | None:
    """The site has always had another name, everywhere."""
    old = host(site.snapshot.plan.site.url)
    name, _, rest = old.partition(".")
    if "ppid" in name or host(site.home.url) != old:
        return None
    new = f"{name[:1]}{'k' * (len(name) - 2)}{name[-1:]}.{rest}"
    decoded = site.rewritten(lambda document: document)
    return _renamed(decoded, old, new)  # type: ignore[no-any-return]


def _renamed(value: Any, old: str, new: str) -> Any:
    """The value with one word for another in all that it holds."""
    if isinstance(value, str):
        return type(value)(value.replace(old, new)) if type(value) is str else value
    if isinstance(value, bytes):
        return value.replace(old.encode(), new.encode())
    if isinstance(value, tuple):
        return tuple(_renamed(one, old, new) for one in value)
    if isinstance(value, Mapping):
        return {key: _renamed(one, old, new) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{f.name: _renamed(getattr(value, f.name), old, new) for f in fields(value) if f.init}
        )
    return value
