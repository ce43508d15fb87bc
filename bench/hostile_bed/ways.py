"""Where a site leads, and how its name resolves: round in circles, or inward."""

from collections.abc import Iterator

from hostile_bed.bed import HEAD, Bed, each, good, repeat, site
from tests.crawl.servers import (
    after,
    answer,
    close,
    html,
    redirect,
)

PRIVATE = [
    *(
        "http://127.0.0.1/",
        "http://127.0.0.1:8080/",
        "http://localhost/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
    ),
    *(
        "http://172.16.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
    ),
    *(
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[::]/",
    ),
    *("http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://[::ffff:a9fe:a9fe]/"),
    *("http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/", "http://0/"),
    *("http://\u2460\u2461\u2466.0.0.1/", "http://127\u30020\u30020\u30021/", "http://127.0.0.1./"),
    *(
        "http://user:pw@127.0.0.1/",
        "http:\\\\127.0.0.1\\",
        "http://8.1.0.1@127.0.0.1/",
        "http://%31%32%37.0.0.1/",
    ),
    *("http:127.0.0.1", "//127.0.0.1/", "https://127.0.0.1/", "http://0x7f.1/", "http://017700000001/"),
    *("ftp://127.0.0.1/", "file:///etc/passwd", "gopher://127.0.0.1:6379/_X", "jar:http://127.0.0.1!/"),
]


def redirects() -> Iterator[Bed]:
    """Chains that never end, and ends that are none."""
    for name, location in {
        "self": "/",
        "empty": "",
        "spaces": "   ",
        "no-host": "http://",
        "slashes": "//",
        "blank-host": "http://a b/",
        "scheme-only": "http:",
        "javascript": "javascript:alert(1)",
        "data": "data:text/html,<h1>x</h1>",
        "mailto": "mailto:a@b.example",
        "about": "about:blank",
        "ws": "ws://a.example/",
        "port-22": "http://bed0.example:22/",
        "port-99999": "http://a.example:99999/",
        "port-0": "http://a.example:0/",
        "bad-v6": "http://[::1/",
        "long": "/" + "a" * 60_000,
        "escape": "/\x1b[31m",
        "percent": "/%00%0d%0aX:y",
        "idn": "http://xn--/",
        "idn-long": "http://" + "a" * 300 + ".example/",
        "dots": "http://..../",
        "nxdomain": "http://nowhere.nx.example/",
    }.items():
        yield Bed("redirects", name, {"*": redirect(location)})
    yield Bed("redirects", "nul", {"*": after(b"HTTP/1.1 302 Found\r\nLocation: /a\0b\r\n\r\n", close)})
    yield Bed(
        "redirects",
        "two-locations",
        {"*": after(b"HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\n\r\n", close)},
    )
    yield Bed(
        "redirects",
        "latin-location",
        {"*": after(b"HTTP/1.1 302 Found\r\nLocation: /caf\xe9\r\n\r\n", close)},
    )
    yield Bed("redirects", "no-location", {"*": answer("", 302)})
    yield Bed("redirects", "pair", {"/": redirect("/b"), "/b": redirect("/"), "*": redirect("/")})
    yield Bed("redirects", "ever-new", {"*": each(lambda n: redirect(f"/{n}"))})
    yield Bed("redirects", "ever-new-query", {"*": each(lambda n: redirect(f"/?{n}"))})
    yield Bed(
        "redirects",
        "ten",
        {**{f"/{n}": redirect(f"/{n + 1}") for n in range(1, 10)}, "/10": good(), "/": redirect("/1")},
    )
    yield Bed(
        "redirects",
        "pages",
        {**site(good(*(f"/{n}" for n in range(99)))), "*": each(lambda n: redirect(f"/x{n}"))},
    )
    yield Bed("redirects", "to-body-stall", {"/": redirect("/b"), "*": after(HEAD + b"\r\n<p>")})
    yield Bed(
        "redirects",
        "endless-redirect-body",
        {"*": repeat(b"x", b"HTTP/1.1 302 Found\r\nLocation: /a\r\n\r\n")},
    )
    yield Bed("redirects", "refresh", site("<meta http-equiv=refresh content='0; url=/'>"))
    yield Bed(
        "redirects",
        "refresh-new",
        {
            **site(),
            "/": each(lambda n: answer(f"<meta http-equiv=refresh content='0;url=/{n}'>")),
            "*": each(lambda n: answer(f"<meta http-equiv=refresh content='0;url=/{n}'>")),
        },
    )


def inward() -> Iterator[Bed]:
    """Ways to what only this machine and its neighbours can see."""
    for number, url in enumerate(PRIVATE):
        yield Bed(
            "inward",
            f"redirect-{number}",
            {"*": redirect(url)},
        )
    links = "".join(
        f'<a href="{u}">x</a><img src="{u}" alt=x><link rel=stylesheet href="{u}"><script src="{u}"></script>'
        f'<form action="{u}"></form><iframe src="{u}"></iframe><link rel=canonical href="{u}">'
        f'<link rel=icon href="{u}"><link rel=manifest href="{u}"><meta property=og:image content="{u}">'
        for u in PRIVATE
    )
    yield Bed("inward", "links", site(f"<html lang=id><title>Dinas</title><p>{'kata ' * 200}{links}"))
    for url in ("http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/"):
        name = url.strip("htp:/[]").replace(":", "").replace(".", "-") or "v6"
        yield Bed("inward", f"base-{name}", site(f"<base href={url}>" + html("profil", "/layanan")))
        yield Bed("inward", f"refresh-{name}", site(f"<meta http-equiv=refresh content='0;url={url}'>"))
        yield Bed("inward", f"frames-{name}", site(f"<frameset><frame src={url}></frameset>"))
        yield Bed("inward", f"robots-{name}", site(robots_txt=redirect(url)))
        yield Bed("inward", f"robots-sitemap-{name}", site(robots_txt=answer(f"Sitemap: {url}sitemap.xml")))
        yield Bed(
            "inward",
            f"sitemap-{name}",
            site(
                sitemap_xml=answer(f"<urlset><url><loc>{url}</loc></url></urlset>", content_type="text/xml")
            ),
        )
        yield Bed(
            "inward",
            f"index-{name}",
            site(
                sitemap_xml=answer(
                    f"<sitemapindex><sitemap><loc>{url}a.xml</loc></sitemap></sitemapindex>",
                    content_type="text/xml",
                )
            ),
        )
        yield Bed(
            "inward",
            f"headers-{name}",
            site(
                answer(
                    html("/profil"),
                    link=f"<{url}>; rel=preload",
                    refresh=f"0; url={url}",
                    content_location=url,
                )
            ),
        )
    for dns in (
        "private",
        "metadata",
        "mixed",
        "rebind",
        "cname-private",
        "mapped",
        "unspecified",
        "v6-local",
        "nat64",
    ):
        yield Bed("inward", f"dns-{dns}", site(), dns=dns)
    for url in (
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://2130706433/",
        "http://localhost/",
        "http://10.0.0.1:8080/",
    ):
        yield Bed("inward", f"listed-{url.strip('htp:/')[:9]}", url=url)


def names() -> Iterator[Bed]:
    """DNS that lies, fails or is silent, and connections that nobody takes."""
    for dns in (
        "nxdomain",
        "servfail",
        "refused",
        "silent",
        "junk",
        "empty",
        "wrong-id",
        "truncated",
        "cname-loop",
    ):
        yield Bed("names", dns, site(), dns=dns)
    for dns in (
        "slow",
        "fifty",
        "dead-first",
        "v6-only",
        "v6-dead",
        "cname-chain",
        "pointer-loop",
        "wrong-name",
    ):
        yield Bed("names", dns, site(), dns=dns)
    yield Bed("names", "black-hole", site(), dns="black-hole")
    yield Bed("names", "no-route", site(), dns="no-route")
    yield Bed("names", "closed-port", url="http://closed.example:81/", host="closed.example")
    for name, url in {
        "label-64": "http://" + "a" * 64 + ".example/",
        "name-300": "http://" + "a." * 150 + "example/",
        "two-dots": "http://a..example/",
        "underscore": "http://a_b.nx.example/",
        "star": "http://*.example/",
        "bad-punycode": "http://xn--zzzzzzzzzzzz.example/",
    }.items():
        yield Bed("names", name, url=url)
