"""How a site is entered or refused: TLS, rules for crawlers, traps, and those who say no."""

import base64
import gzip
import itertools
from collections.abc import Callable, Iterator

from hostile_bed.bed import HEAD, PAGE, Bed, coded, drip, each, good, repeat, site
from tests.crawl.servers import (
    after,
    answer,
    close,
    html,
    redirect,
    reset,
    stall,
)


def certificates() -> Iterator[Bed]:
    """TLS as it should not be."""
    for tls in (
        *("expired", "not-yet", "self-signed", "wrong-host", "unknown-root", "incomplete", "old-tls"),
        *("client", "thousand-years", "names-2000", "escapes", "ten-years-old", "weak-cipher"),
    ):
        yield Bed("certificates", tls, site(), site(), tls=tls, scheme="https")
    for tls in (
        "raw-stall",
        "raw-reset",
        "raw-close",
        "raw-http",
        "raw-junk",
        "raw-alert",
        "raw-hello",
        "raw-endless",
        "raw-trickle",
    ):
        yield Bed("certificates", tls, site(), tls=tls, scheme="https")
        yield Bed("certificates", tls + "-alone", {"*": close}, tls=tls, scheme="https")
    yield Bed("certificates", "http-dead", {"*": reset}, site(), tls="good", scheme="https")
    yield Bed("certificates", "http-silent", {"*": stall}, site(), tls="good", scheme="https")
    yield Bed(
        "certificates",
        "ping-pong",
        {"*": redirect("https://HOST/")},
        {"*": redirect("http://HOST/")},
        tls="good",
        scheme="https",
    )
    yield Bed(
        "certificates",
        "truncated-close",
        site(),
        {"*": after(HEAD + b"Content-Length: 999\r\n\r\n<p>", reset)},
        tls="good",
        scheme="https",
    )
    yield Bed(
        "certificates",
        "absurd-hsts",
        site(),
        site(answer(html("/profil"), strict_transport_security="max-age=" + "9" * 4_000)),
        tls="good",
        scheme="https",
    )


def traps() -> Iterator[Bed]:
    """Sites without an end."""

    def trap(name: str, make: Callable[[int], list[str]]) -> Bed:
        talk = each(lambda n: good(*make(n), "/profil", "/kontak", title=f"Halaman {n}"))
        return Bed(
            "traps", name, {"/robots.txt": answer("", 404), "/sitemap.xml": answer("", 404), "*": talk}
        )

    yield trap("calendar", lambda n: [f"/kalender/{2000 + n}/{m:02}" for m in range(1, 13)])
    yield trap("calendar-query", lambda n: [f"/agenda?tahun={2000 + n}&bulan={m}" for m in range(1, 13)])
    yield trap(
        "sessions",
        lambda n: (
            [f"/masuk;jsessionid={n}{m}" for m in range(20)] + [f"/x?PHPSESSID={n}{m}" for m in range(20)]
        ),
    )
    yield trap("growing", lambda n: ["/" + "a/" * (n + m) for m in range(20)])
    yield trap("repeating", lambda n: ["/" + "a/b/" * (m + 1) + str(n) for m in range(20)])
    yield trap("filters", lambda n: [f"/cari?f={n}&g={m}&h={m * n}" for m in range(40)])
    yield trap(
        "permutations",
        lambda _: ["/p?" + "&".join(p) for p in itertools.permutations(["a=1", "b=2", "c=3", "d=4"])],
    )
    yield trap("subdomains", lambda n: [f"http://s{n}x{m}.nx.example/" for m in range(40)])
    yield trap("own-subdomains", lambda n: [f"http://s{n}x{m}.HOST/" for m in range(40)])
    yield trap("numbers", lambda n: [f"/artikel/{n * 100 + m}" for m in range(100)])
    yield trap(
        "random-words",
        lambda n: [f"/{base64.b32encode(f'{n}{m}'.encode()).decode().strip('=')}" for m in range(60)],
    )
    yield trap("long", lambda n: [f"/{n}{m}" + "x" * 1_900 for m in range(90)])
    yield trap("too-long", lambda n: [f"/{n}{m}" + "x" * 9_000 for m in range(60)])
    yield trap("pagination", lambda n: [f"/berita?page={n + m}" for m in range(9)])
    yield trap(
        "cases", lambda n: [f"/{'aA'[m % 2]}{'bB'[m // 2 % 2]}{'cC'[m // 4 % 2]}{n}" for m in range(8)]
    )
    yield trap("percent", lambda n: [f"/%{m:02x}{n}" for m in range(0, 256, 5)])
    yield trap("fragments", lambda n: [f"/a#{n}{m}" for m in range(90)])
    yield trap("files", lambda n: [f"/berkas/{n}-{m}.pdf" for m in range(90)])
    yield trap("externals", lambda n: [f"http://e{n}-{m}.nx.example/" for m in range(20)])
    yield trap("languages", lambda n: [f"/{'id/en/' * m}{n}" for m in range(20)])
    soft = good(*(f"/x{n}" for n in range(99)), title="404 Halaman tidak ditemukan")
    yield Bed("traps", "soft-404", {"*": soft})
    yield Bed(
        "traps", "all-redirect-home", {**site(good(*(f"/{n}" for n in range(500)))), "*": redirect("/")}
    )


def rules() -> Iterator[Bed]:
    """robots.txt and sitemaps."""
    text = "text/plain"
    for name, what in {
        "stall": stall,
        "reset": reset,
        "trickle": drip(b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\n"),
        "500": answer("", 500),
        "503": answer("", 503, retry_after="99999999"),
        "429": answer("", 429),
        "401": answer("", 401),
        "self": redirect("/robots.txt"),
        "ever-new": redirect("/r1"),
        "endless": after(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n", repeat(b"Disallow: /x\n")),
        "100mb": answer(b"# x\n" * 25_000_000, content_type=text),
        "all": answer("User-agent: *\nDisallow: /", content_type=text),
        "delay-huge": answer("User-agent: *\nCrawl-delay: 99999999999999999999", content_type=text),
        "delay-inf": answer("User-agent: *\nCrawl-delay: inf", content_type=text),
        "delay-nan": answer("User-agent: *\nCrawl-delay: nan", content_type=text),
        "delay-minus": answer("User-agent: *\nCrawl-delay: -5", content_type=text),
        "delay-digits": answer("User-agent: *\nCrawl-delay: " + "9" * 100_000, content_type=text),
        "rate": answer("User-agent: *\nRequest-rate: 1/99999999d", content_type=text),
        "wildcards": answer("User-agent: *\n" + "Disallow: /" + "*a" * 5_000 + "$\n", content_type=text),
        "wildcards-many": answer(
            "User-agent: *\n" + "Disallow: /*a*a*a*a*a*a*a*a*a*b$\n" * 5_000, content_type=text
        ),
        "rules-100000": answer(
            "User-agent: *\n" + "".join(f"Disallow: /{n}\n" for n in range(50_000)), content_type=text
        ),
        "agents": answer("User-agent: webaudit\n" * 50_000 + "Disallow: /x", content_type=text),
        "sitemaps": answer("".join(f"Sitemap: /s{n}.xml\n" for n in range(50_000)), content_type=text),
        "binary": answer(bytes(range(256)) * 1_000, content_type=text),
        "html": answer(PAGE),
        "utf16": answer("User-agent: *\nDisallow: /".encode("utf-16"), content_type=text),
        "one-line": answer("User-agent: * Disallow: / " * 20_000, content_type=text),
    }.items():
        yield Bed("robots", name, site(robots_txt=what))
    xml = "application/xml"
    index = (
        "<sitemapindex>"
        + "".join(f"<sitemap><loc>/s{n}.xml</loc></sitemap>" for n in range(5_000))
        + "</sitemapindex>"
    )
    urls = (
        "<urlset>"
        + "".join(f"<url><loc>/x{n}?a=1&b=2</loc><lastmod>2026-01-01</lastmod></url>" for n in range(80_000))
        + "</urlset>"
    )
    laughs = (
        '<!DOCTYPE x [<!ENTITY a "ha">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
        + "]>"
    )
    for name, what in {
        "stall": stall,
        "trickle": drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<urlset>"),
        "self": answer(
            "<sitemapindex><sitemap><loc>/sitemap.xml</loc></sitemap></sitemapindex>", content_type=xml
        ),
        "fan-out": answer(index, content_type=xml),
        "many": answer(urls, content_type=xml),
        "many-packed": coded("gzip", gzip.compress(urls.encode()), content_type=xml),
        "50mb": answer(b"<urlset>" + b" " * 50_000_000 + b"</urlset>", content_type=xml),
        "laughs": answer(laughs + "<urlset><url><loc>&m;</loc></url></urlset>", content_type=xml),
        "reads": answer(
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><urlset><url><loc>/&a;</loc></url></urlset>',
            content_type=xml,
        ),
        "deep": answer("<a>" * 500_000, content_type=xml),
        "wide-text": answer("<urlset><url><loc>/" + "a" * 5_000_000, content_type=xml),
        "ampersands": answer("<urlset>" + "&" * 3_000_000, content_type=xml),
        "text": answer("\n".join(f"http://HOST/{n}" for n in range(80_000)), content_type=text),
        "nul": answer(b"\0" * 3_000_000, content_type=xml),
        "utf16": answer(urls[:5_000].encode("utf-16"), content_type=xml),
        "dates": answer(
            "<urlset><url><loc>/</loc><lastmod>" + "9" * 3_000_000 + "</lastmod></url></urlset>",
            content_type=xml,
        ),
        "feed": answer(
            "<rss>" + "<item><link>/a</link><pubDate>Thu, 99 Foo 9999</pubDate></item>" * 50_000 + "</rss>",
            content_type=xml,
        ),
        "500": answer("", 500),
    }.items():
        yield Bed(
            "sitemaps", name, {**site(sitemap_xml=what), **({"*": what} if name in ("fan-out",) else {})}
        )


def refusals() -> Iterator[Bed]:
    """Answers that say no."""
    for status in (
        400,
        401,
        402,
        403,
        404,
        405,
        407,
        410,
        418,
        421,
        451,
        500,
        501,
        502,
        503,
        504,
        507,
        520,
        599,
    ):
        yield Bed(
            "refusals", f"status-{status}", {"*": answer(f"<title>{status}</title><a href=/a>a</a>", status)}
        )
    for number, wish in enumerate(
        ("0", "1", "86400", "-1", "9" * 50, "soon", "", "Fri, 31 Dec 9999 23:59:59 GMT", "0" * 5_000)
    ):
        yield Bed("refusals", f"429-after-{number}", {"*": answer("slow", 429, retry_after=wish)})
        yield Bed("refusals", f"503-after-{number}", {"*": answer("slow", 503, retry_after=wish)})
    challenge = "<title>Just a moment...</title><p>Checking your browser<a href=/a>a</a>"
    yield Bed("refusals", "challenge", {"*": answer(challenge, 403, server="cloudflare")})
    yield Bed("refusals", "challenge-200", {"*": answer(challenge, server="cloudflare")})
    yield Bed(
        "refusals",
        "login",
        {"/": redirect("/login"), "*": answer("<title>Login</title><form><input type=password></form>")},
    )
    yield Bed("refusals", "parked", {"*": answer("<title>Domain for sale</title><p>Buy this domain")})
    yield Bed(
        "refusals",
        "flapping",
        {
            **site(),
            "/": [answer("", 500), good("/profil")],
            "*": each(lambda n: good("/a") if n % 2 else answer("", 500)),
        },
    )
    yield Bed(
        "refusals", "pages-429", {**site(good(*(f"/{n}" for n in range(99)))), "*": answer("slow", 429)}
    )
    yield Bed(
        "refusals", "pages-403", {**site(good(*(f"/{n}" for n in range(99)))), "*": answer(challenge, 403)}
    )
