"""What comes as a body: codings, and pages that are none."""

import gzip
import zlib
from collections.abc import Iterator

import brotli
from backports import zstd

from hostile_bed.bed import PAGE, ZEROS, Bed, coded, deflate, good, site
from tests.crawl.servers import (
    answer,
)


def codings() -> Iterator[Bed]:
    """Bombs, and codings that are not what they say."""
    bomb = gzip.compress(ZEROS)
    flood = gzip.compress(b"<p>a<p>" * 5_000_000)
    twice, thrice = gzip.compress(bomb), gzip.compress(gzip.compress(bomb))
    many = bomb
    for _ in range(7):
        many = gzip.compress(many)
    packed = gzip.compress(PAGE)
    for name, what in {
        "gzip-bomb": coded("gzip", bomb),
        "gzip-flood": coded("gzip", flood),
        "deflate-bomb": coded("deflate", zlib.compress(ZEROS)),
        "raw-deflate-bomb": coded("deflate", deflate(ZEROS)),
        "br-bomb": coded("br", brotli.compress(ZEROS, quality=5)),
        "br-flood": coded("br", brotli.compress(b"<p>a<p>" * 5_000_000, quality=5)),
        "zstd-bomb": coded("zstd", zstd.compress(ZEROS)),
        "zstd-window": coded("zstd", b"\x28\xb5\x2f\xfd\x00\xf8" + bytes(40)),
        "gzip-twice": coded("gzip, gzip", twice),
        "gzip-thrice": coded("gzip, gzip, gzip", thrice),
        "gzip-ten": coded("gzip, " * 9 + "gzip", many),
        "codings-1000": coded("gzip, " * 999 + "gzip", many),
        "error-bomb": coded("gzip", bomb, 404),
        "server-error-bomb": coded("gzip", bomb, 500),
        "redirect-bomb": coded("gzip", bomb, 302, location="/profil"),
        "plain-as-gzip": coded("gzip", PAGE),
        "plain-as-br": coded("br", PAGE),
        "plain-as-zstd": coded("zstd", PAGE),
        "unknown": coded("nonsense", PAGE),
        "escape": coded("\x1b[31mx", PAGE),
        "cut-gzip": coded("gzip", packed[:-9]),
        "cut-br": coded("br", brotli.compress(PAGE)[:-9]),
        "cut-zstd": coded("zstd", zstd.compress(PAGE)[:-9]),
        "gzip-junk": coded("gzip", packed + b"junk" * 999),
        "gzip-members": coded("gzip", gzip.compress(b"<p>") * 20_000),
        "zstd-frames": coded("zstd", zstd.compress(b"<p>") * 20_000),
        "empty-gzip": coded("gzip", b""),
        "identity": coded("identity", PAGE),
        "x-gzip": coded("x-gzip", packed),
        "body-100mb": answer(b"<p>halo " * 12_000_000),
        "body-4mb": answer(b"<p>" + b"halo " * 900_000),
    }.items():
        yield Bed("codings", name, {**site(), "/": what})
    yield Bed(
        "codings", "all-pages-bomb", {**site(good(*(f"/{n}" for n in range(99)))), "*": coded("gzip", flood)}
    )
    yield Bed(
        "codings",
        "all-pages-4mb",
        {**site(good(*(f"/{n}" for n in range(99)))), "*": answer(b"<p>halo</p>" * 380_000)},
    )
    yield Bed("codings", "robots-bomb", site(robots_txt=coded("gzip", bomb)))
    yield Bed(
        "codings", "sitemap-bomb", site(sitemap_xml=coded("gzip", bomb, content_type="application/xml"))
    )
    yield Bed("codings", "sitemap-gz-bomb", site(sitemap_xml=answer(bomb, content_type="application/x-gzip")))


def contents() -> Iterator[Bed]:
    """Pages that break parsers, readers and checks."""
    words = "kata " * 200
    for name, body in {
        "empty": b"",
        "space": b" " * 500_000,
        "nul": b"\0" * 500_000,
        "binary": bytes(range(256)) * 4_000,
        "pdf": b"%PDF-1.7\n" + bytes(5_000),
        "gzip-magic": gzip.compress(PAGE),
        "deep-div": b"<div>" * 300_000,
        "deep-b": b"<b>" * 500_000,
        "deep-table": b"<table><tr><td>" * 100_000,
        "deep-svg": b"<svg><g>" * 200_000,
        "deep-span-text": b"<span>a" * 300_000,
        "open-tags": b"<" * 3_000_000,
        "open-quote": b'<a href="' + b"x" * 3_000_000,
        "attributes": b"<p " + b"a=b " * 500_000 + b">",
        "attributes-new": b"<p " + b" ".join(b"a%d=b" % n for n in range(200_000)) + b">",
        "one-attribute": b"<p title='" + b"x" * 3_000_000 + b"'>",
        "comment": b"<!--" + b"-" * 3_000_000,
        "comments": b"<!-- a -->" * 300_000,
        "entities": b"&amp;" * 700_000,
        "entity-numbers": b"&#99999999999;" * 200_000,
        "cdata": b"<![CDATA[" * 300_000,
        "instructions": b"<?a?>" * 500_000,
        "doctype": b"<!DOCTYPE " + b"a" * 3_000_000,
        "one-line": b"<p>" + b"a" * 3_900_000,
        "words": b"<p>" + b"a " * 1_900_000,
        "links": b"".join(b"<a href=/%d>x</a>" % n for n in range(150_000)),
        "same-links": b"<a href=/x>y</a>" * 200_000,
        "images": b"<img src=a.png>" * 200_000,
        "forms": b"<form action=/a><input></form>" * 100_000,
        "headings": b"<h1>a</h1>" * 300_000,
        "titles": b"<title>a</title>" * 200_000,
        "bases": b"<base href=/a>" * 200_000,
        "metas": b"<meta name=a content=b>" * 150_000,
        "scripts": b"<script>atob('aaaaaaaaaaaa')</script>" * 80_000,
        "script-open": b"<script>" + b"</scrip" * 400_000,
        "title-long": b"<title>" + b"judul " * 600_000 + b"</title>",
        "dates": b"<time datetime=2026-01-01>1 Januari 2026</time> " * 70_000,
        "date-text": b"<p>" + b"12 Januari 2026, 31-02-2026 99/99/9999 " * 80_000,
        "digits": b"<p>" + b"1" * 3_000_000,
        "digit-runs": b"<p>" + b"1/2/3/4/5/6/7/8/9/" * 150_000,
        "backtrack-1": b"<p>" + b"a@" * 900_000,
        "backtrack-2": b"<p>" + b"((((((((((" * 200_000,
        "backtrack-3": b"<p>" + b" \t\n" * 900_000 + b"x",
        "backtrack-4": b"<p>" + b"http://" * 400_000,
        "backtrack-5": b"<p>" + b"<p><p <p" * 300_000,
        "json-ld-deep": b"<script type=application/ld+json>" + b"[" * 500_000 + b"</script>",
        "json-ld-object": b"<script type=application/ld+json>" + b'{"a":' * 300_000 + b"</script>",
        "json-ld-number": b'<script type=application/ld+json>{"a":' + b"9" * 500_000 + b"}</script>",
        "json-ld-nan": b'<script type=application/ld+json>{"datePublished":NaN,"a":Infinity}</script>',
        "far-dates": b"<p>1 Januari 99999 <time datetime='0000-00-00'></time><time datetime='9999-12-31'>",
        "escapes": f"<title>\x1b]0;x\x07\x1b[2J \u202e\u200b\x9b31m</title><p>{words}".encode(),
        "markup": f"<title>[bold red]x[/bold] [/] [link=file:///etc/passwd]</title><p>{words}".encode(),
        "formula": f"<title>=cmd|' /C calc'!A0</title><p>{words}".encode(),
        "break-out": f"<title></title><script>alert(1)</script>{{{{x}}}} %s %n {{0}}<p>{words}".encode(),
        "surrogates": b"<title>\xed\xa0\x80\xff\xfe</title><p>" + words.encode(),
        "warc": b"<p>" + b"\r\n\r\nWARC/1.1\r\nWARC-Type: response\r\n\r\n" * 1_000,
        "frames-self": b"<frameset><frame src=/></frameset>",
        "frames-many": b"<frameset>" + b"".join(b"<frame src=/%d>" % n for n in range(5_000)),
        "lang-long": b"<html lang='" + b"id-" * 300_000 + b"'><p>" + words.encode(),
        "ids": b"".join(b"<p id=a%d>" % n for n in range(200_000)),
        "labels": b"<label for=a>a</label><input id=a>" * 80_000,
        "lists": b"<ul><li>" * 200_000,
        "noscript": b"<noscript>" * 300_000,
        "template": b"<template>" * 300_000,
        "microdata": b"<div itemscope itemprop=datePublished content=2026-01-01>" * 50_000,
    }.items():
        yield Bed("contents", name, {**site(), "/": answer(body)})
    for name, kind in {
        "charset-utf7": "text/html; charset=utf-7",
        "charset-rot13": "text/html; charset=rot13",
        "charset-zip": "text/html; charset=zip",
        "charset-idna": "text/html; charset=idna",
        "charset-escape": "text/html; charset=unicode_escape",
        "charset-hex": "text/html; charset=hex",
        "charset-long": "text/html; charset=" + "x" * 30_000,
        "charset-dots": "text/html; charset=../../../etc/passwd",
        "charset-utf16": "text/html; charset=utf-16",
        "charset-utf32": "text/html; charset=utf-32",
        "kind-none": "",
        "kind-odd": "/;;;=",
        "kind-png": "image/png",
        "kind-mail": "message/rfc822",
        "kind-list": "text/plain, text/html, " * 2_000,
    }.items():
        yield Bed("contents", name, {**site(), "/": answer(PAGE, content_type=kind)})
    laughs = (
        '<!DOCTYPE html [<!ENTITY a "ha">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
        + "]>"
    )
    reads = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "http://127.0.0.1/">]>'
    frame = '<?xml version="1.0"?>{}<html xmlns="http://www.w3.org/1999/xhtml"><title>{}</title><body>{}</body></html>'
    xhtml = "application/xhtml+xml"
    for name, text in {
        "laughs": frame.format(laughs, "&m;", "&m;" * 99),
        "reads": frame.format(reads, "&a;", "&a;&b;"),
        "quadratic": frame.format(f'<!DOCTYPE html [<!ENTITY a "{"a" * 100_000}">]>', "x", "&a;" * 50_000),
        "include": frame.format(
            "", "x", '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
        ),
        "dtd": frame.format('<!DOCTYPE html SYSTEM "http://127.0.0.1/x.dtd">', "x", "&y;"),
        "stylesheet": '<?xml-stylesheet href="http://127.0.0.1/x.xsl"?>' + frame.format("", "x", "y"),
    }.items():
        yield Bed("contents", f"xhtml-{name}", {**site(), "/": answer(text, content_type=xhtml)})
    for name, body in {
        "utf16": PAGE.decode().encode("utf-16"),
        "utf16be": b"\xfe\xff" + PAGE.decode().encode("utf-16-be"),
        "bom": b"\xef\xbb\xbf" + PAGE,
        "two-boms": b"\xef\xbb\xbf\xff\xfe" + PAGE,
        "cut-utf8": PAGE + b"\xe2\x82",
    }.items():
        yield Bed("contents", name, {**site(), "/": answer(body)})
    yield Bed(
        "contents",
        "dates-header",
        {
            **site(),
            "/": answer(
                PAGE,
                date="Thu, 99 Foo 99999 99:99:99 GMT",
                last_modified="Fri, 31 Dec 9999 23:59:59 GMT",
                expires="-1",
                age="9" * 99,
            ),
        },
    )
