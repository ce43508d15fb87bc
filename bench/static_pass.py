"""What reading style sheets and all checks of accessibility cost a page.

    python bench/static_pass.py [--write]

A site of 50 pages of 500 elements, which ask for three sheets of 230 kB together, as themes bring them:
classes within classes, states, media, rules that decide nothing of what is seen. Each page has a block of
style of its own besides. Parsing of HTML does not count, for it serves all checks alike. CPU time, the best
of five rounds, the first page of a site apart: it reads the sheets.
"""

import argparse
import os
import random
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime

from figures import Figure, conclude

from webaudit.checks import catalogue
from webaudit.extract.cascade import cascade, styles
from webaudit.extract.html import read_page
from webaudit.model.check import Category
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.page import Page

PAGES, ELEMENTS, BYTES = 50, 500, 230_000
_PARTS = ("card", "menu", "widget", "post", "nav", "hero", "btn", "footer", "entry", "list", "tab", "form")
_ENDS = ("title", "body", "link", "item", "meta", "icon", "wrap", "text")
_TAGS = ("a", "p", "li", "span", "h2", "h3", "td", "img")
_DECLARED = (
    *("margin:0 auto 10px", "padding:4px 8px", "border:1px solid #ddd", "display:flex", "width:100%"),
    *("color:#{:03x}", "background-color:#{:03x}", "font-size:{}px", "font-weight:700", "line-height:1.5"),
    *("box-shadow:0 1px 2px rgba(0,0,0,.2)", "transition:all .2s ease-in-out", "border-radius:4px"),
)


def css(size: int, draw: random.Random, prefix: str) -> str:
    """A sheet as themes have it."""
    rules, length = [f"body{{color:#222;background:#fff}}.{prefix}a{{color:#06c}}"], 0
    while length < size:
        part, end = draw.choice(_PARTS), draw.choice(_ENDS)
        name = f".{prefix}{part}-{draw.randrange(40)}"
        selector = draw.choice(
            (
                *(name, f"{name} .{part}-{end}", f"{name}>.{part}-{end} {draw.choice(_TAGS)}"),
                *(f"{name}:hover", f"{name} {draw.choice(_TAGS)}", f".{part}-{end}.{prefix}on"),
                *(f".{part} .{part}-{end} a:focus", f"{name}::before", f"{name} li:first-child"),
            )
        )
        said = ";".join(one.format(draw.randrange(10, 40)) for one in draw.sample(_DECLARED, 4))
        rule = f"{selector},{name}.{part}{{{said}}}"
        rules.append(f"@media (max-width:600px){{{rule}}}" if draw.random() < 0.15 else rule)
        length += len(rules[-1])
    return "\n".join(rules)


def html(number: int, sheets: list[str]) -> bytes:
    """A page: the frame of the site, and a text and a block of style of its own."""
    frame, own = random.Random(7), random.Random(number)
    head = "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in sheets)
    rules = "".join(
        f".page-{own.randrange(10**9)} .text{{color:#333;background-color:#fafafa}}" for _ in range(40)
    )
    # What the parts of a site look like is its theme's; few pages bring something new.
    kinds = [(frame.choice(_PARTS), frame.choice(_ENDS), frame.randrange(40)) for _ in range(60)]
    kinds += [(own.choice(_PARTS), own.choice(_ENDS), own.randrange(40))]
    body = []
    for one in range(ELEMENTS // 5):
        part, end, kind = (frame if one < ELEMENTS // 10 else own).choice(kinds)
        body.append(
            f'<div class="t{part}-{kind} {part} id-{own.randrange(10**6)}">'
            f'<h3 class="{part}-title">Layanan {one}</h3><p class="{part}-{end}">Buka pukul 08.00 '
            f'<a class="{part}-link" href="/l/{number}/{one}">Syarat {one}</a></p>'
            f'<img class="{part}-icon" src="/i/{one}.png" alt="Gambar kantor {one}"></div>'
        )
    text = (
        f'<!doctype html><html lang="id"><head><title>Halaman {number}</title>{head}<style>{rules}</style>'
        f"</head><body>{''.join(body)}</body></html>"
    )
    return text.encode()


def pages(sheets: dict[str, str]) -> list[Page]:
    """The pages of the site, parsed."""
    found = []
    for number in range(PAGES):
        read = read_page(
            Exchange(
                url=f"https://a.example/{number}",
                purpose=Purpose.PAGE,
                started_at=datetime(2026, 1, 1, tzinfo=UTC),
                http_version="HTTP/1.1",
                status=200,
                headers=(("content-type", "text/html"),),
                body=html(number, list(sheets)),
                address="192.0.2.1",
                first_byte_ms=1.0,
                total_ms=1.0,
                failure=None,
            )
        )
        assert read is not None
        assert len(read.everything) >= ELEMENTS
        found.append(replace(read, sheets=sheets))
    return found


def main() -> int:
    """Measures, prints, and writes down if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the figures into bench/README.md")
    args = parser.parse_args()
    load = os.getloadavg()[0]
    draw = random.Random(1)
    sheets = {f"https://a.example/{n}.css": css(BYTES // 3, draw, "t" if n else "") for n in range(3)}
    checks = [
        check
        for check in catalogue().checks
        if check.category is Category.ACCESSIBILITY and check.page and not check.needs
    ]
    first, whole, seen = [], [], []
    for _ in range(5):
        cascade.cache_clear()
        times, of_styles = [], []
        for page in pages(sheets):
            start = time.process_time()
            known = styles(page)
            for element in page.everything:
                if isinstance(element.tag, str):
                    known.of(element)
            between = time.process_time()
            for check in checks:
                for _ in check(page):
                    pass
            times.append(time.process_time() - start)
            of_styles.append(between - start)
        first.append(times[0])
        whole.append(sum(times[1:]) / (PAGES - 1))
        seen.append(sum(of_styles[1:]) / (PAGES - 1))
    figures = [
        Figure("checks of accessibility", len(checks)),
        Figure("static pass, a page", 1000 * min(whole), "ms", most=10),
        Figure("of it, the styles of all elements", 1000 * min(seen), "ms"),
        Figure("the first page of a site", 1000 * min(first), "ms"),
    ]
    return conclude("static", figures, load, write=args.write)


if __name__ == "__main__":
    sys.exit(main())
