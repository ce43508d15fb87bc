"""Check `malformed-urls`."""

import re
from collections.abc import Iterator
from ipaddress import ip_address

from webaudit.extract.urls import host
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Readings
from webaudit.model.finding import Location, Verdict, failed, passed
from webaudit.model.reading import Link, Reading
from webaudit.standards import ietf, web

_DOUBLED = re.compile(
    r"https?:?/{0,2}:?/{0,2}https?(?::|//)|https?:/(?!/)|https?//|ttps?:|hhttps?:|htttps?:|htps?:|hptts?:"
    r"|https?;|https?:\\"
)
_NO_SCHEME = re.compile(
    r"www\.[a-z0-9-]+\.[a-z]"
    r"|(?:[a-z0-9-]+\.)+(?:go\.id|ac\.id|co\.id|or\.id|sch\.id|desa\.id|com|net|org)(?:/[^\s]*)?$"
    r"|[a-z0-9._%+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,6}$"
)
_UNFILLED = re.compile(r"\{\{|\}\}|\{%|\$\{|<\?|\[object object\]|%7b%7b|^%[a-z_]+%$|^\{[a-z_.]+\}$")
_NOTHING = ("undefined", "null", "nan")
"""What scripts write where they have no address."""

SHORT = 300
"""Characters of an address that somebody types."""

_ON_DISK = re.compile(r"file:|[a-z]:\\|\\\\[a-z0-9]")
# RFC 6761 and RFC 6762, and what home routers and offices use in their place.
_LOCAL_NAMES = ("localhost", "test", "local", "lan", "internal", "intranet", "localdomain", "invalid")
_SAMPLES = re.compile(
    r"(?:www\.)?(?:example\.(?:com|net|org)|(?:your-?(?:domain|site|website)|domain-?anda|namadomain)\.[a-z.]+)"
)
"""Hosts that stand in examples (RFC 2606, 3), or wait for a name."""

_MESSAGES = {
    "scheme-broken": "the address begins in a broken way: {href}",
    "scheme-missing": "the address lacks https:// or mailto:, and is looked for on this site: {href}",
    "template-unfilled": "the address is that of a template that was not filled in: {href}",
    "placeholder-host": "the address is an example, not that of a site: {href}",
    "not-public": "the address is open to nobody outside the office: {href}",
    "no-address": "the address can not be read: {href}",
}


@check(
    id="malformed-urls",
    title="Links are written in the right way",
    category=Category.SERVICES,
    severity=Severity.MODERATE,
    sources=(web.URLS, ietf.PRIVATE_ADDRESSES),
    remedy="Open the page that is named and write the whole address, from https:// on. In WordPress: click "
    "the link in the editor and correct it; links of the menu stand under Appearance, Menus.",
    since="0.2.0",
)
def malformed_urls(readings: Readings) -> Iterator[Verdict]:
    """A slip of the pen in an address, or an address of the office's own network, leads citizens nowhere.

    Target: each address that links on the captured pages are written with, once a site.
    Expectation: it has one scheme, in full, where it names another host; it is not that of the agency's own
        computers or network; no placeholder of a template, and no host out of an example, stands in it; and
        browsers can read it.
    Limits: blanks in a path are mended by browsers and pass. Whether what is linked exists is for
        `dead-links`.

    Passed:
        ```json
        {"readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "/layanan", "text": "Layanan", "url": "https://a.example/layanan"}]}]}}
        ```

    Failed (scheme-broken, scheme-missing, template-unfilled, placeholder-host, not-public, no-address):
        ```json
        {"readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "http://https://b.example/", "text": "B", "url": "http://https//b.example/"}]}]}}
        {"readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "www.lapor.go.id", "text": "Lapor", "url": "https://a.example/www.lapor.go.id"}]}]}}
        {"readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "{{ url }}", "text": "Berita", "url": "https://a.example/%7B%7B%20url%20%7D%7D"}]}]}}
        {"readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "https://www.example.com/", "text": "Tautan", "url": "https://www.example.com/"}]}]}}
        {"readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "http://192.168.1.10/absen", "text": "Absen", "url": "http://192.168.1.10/absen"}]}]}}
        {"readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "https://surat elektronik/", "text": "Surat", "url": ""}]}]}}
        ```
    """
    seen: set[str] = set()
    for page in readings.content:
        for link in page.links:
            if link.href and link.href not in seen:
                seen.add(link.href)
                if code := _fault(link, page):
                    here = Location(page.url, snippet=link.href[:500])
                    yield failed(here, code, _MESSAGES[code], href=link.href[:200])
                else:
                    yield passed(None)


def _fault(link: Link, page: Reading) -> str:
    """The code of what is wrong with an address; empty if nothing is."""
    href = link.href.lower()
    if _UNFILLED.search(href) or href.rstrip("/").rpartition("/")[2] in _NOTHING:
        return "template-unfilled"
    if _ON_DISK.match(href):
        return "not-public"
    if _DOUBLED.match(href):
        return "scheme-broken"
    if len(href) <= SHORT and _NO_SCHEME.match(href):
        return "scheme-missing"
    if link.url:
        # A site that is itself in the office's network may link to its own.
        name = host(link.url)
        if _SAMPLES.fullmatch(name):
            return "placeholder-host"
        return "not-public" if name != host(page.url) and _is_local(name) else ""
    return "no-address" if href.startswith(("http:", "https:", "//")) and len(href) < 1_000 else ""


def _is_local(name: str) -> bool:
    """Whether a host can be reached by nobody outside."""
    last = name.rpartition(".")[2]
    if last in _LOCAL_NAMES or not (name.count(".") or name.startswith("[")):
        return True
    if not (last.isdecimal() or name.startswith("[")):
        return False
    try:
        return not ip_address(name.strip("[]")).is_global
    except ValueError:
        return False
