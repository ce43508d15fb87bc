"""Numbers of citizens: whatever a site writes them into, no form of a report and no log holds one."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

import pytest

from tests.conftest import webaudit
from tests.crawl.forge import context, issue
from tests.crawl.judged import judge
from tests.crawl.servers import Answer, answer, redirect, served
from webaudit.demo.publications import tagged

pytestmark = pytest.mark.network

TELEPHONES = "081234567890, 081234567891, 081234567892"


class Citizens:
    """One number for each place, so that a failure tells which place told it."""

    def __init__(self) -> None:
        self.numbers: dict[str, str] = {}

    def __call__(self, place: str) -> str:
        """The number of a place: of a man of Bandung, born on another day."""
        at = len(self.numbers)
        number = f"327301{at % 28 + 1:02}{at // 28 + 1:02}90000{at % 9 + 1}"
        return self.numbers.setdefault(place, number)


NIK = Citizens()
CODED = "".join(f"%3{digit}" for digit in NIK("coded path"))
SPACED = f"%20{NIK('after a code')}"
SET_OUT = ".".join(NIK("set out")[at:to] for at, to in ((0, 6), (6, 12), (12, 16)))
LONG = "/" + "a" * 65 + NIK("cut off")

HOME = f"""<!doctype html><html lang="{NIK("language")}"><head><title>{NIK("title")} {TELEPHONES}</title>
<meta name="description" content="{NIK("description")}">
<meta name="generator" content="WordPress {NIK("generator")}">
<meta property="og:title" content="{NIK("og:title")}"><meta property="og:url" content="/{NIK("og:url")}">
<link rel="canonical" href="http://lain-{NIK("canonical")}.test/{NIK("canonical path")}">
<link rel="stylesheet" href="/{NIK("style")}.css?ver={NIK("version of a style")}">
<script src="http://cdn-{NIK("script host")}.test/{NIK("script")}.js"></script>
<meta http-equiv="refresh" content="900;url=/{NIK("refresh")}">
<link rel="alternate" type="application/rss+xml" href="/feed?nik={NIK("feed")}"></head><body>
<h1>Dinas Sosial {NIK("heading")}</h1><p>{"Pelayanan sosial bagi warga Jawa Barat. " * 40}</p>
<p lang="{NIK("part's language")}">bagian</p>
<x{NIK("element")}><img src="/{NIK("image")}.png"></x{NIK("element")}>
<a href="/cek?nik={NIK("query")}&hp={TELEPHONES.replace(", ", ",")}"></a>
<a href="/cek?nik={NIK("second query")}">Cek {NIK("link text")}</a>
<a href="/warga/{NIK("path")}">Warga</a><a href="/warga/{CODED}">Kode</a><a href="/warga/{SPACED}">Spasi</a>
<a href="/warga/{SET_OUT}">Pisah</a><a href="{LONG}"></a><a href="/antar">Antar</a><a href="/rusak">Rusak</a>
<a href="/mati/{NIK("dead link")}">Mati</a><a href="http://luar.test/{NIK("outward link")}">Luar</a>
<a href="http://nik {NIK("no URL")}/">Salah</a><a href="#" title="{NIK("dead entry")}">Menu</a>
<a href="/berkas/{NIK("document")}.pdf">Renstra 2025 {NIK("name of a document")}</a>
<a href="/data/{NIK("table")}.csv">Daftar {NIK("name of a table")}</a>
<a href="https://www.facebook.com/{NIK("account")}">Facebook</a>
<a href="https://www.lapor.go.id/?nik={NIK("service")}">LAPOR! {NIK("name of a service")}</a>
<a href="mailto:{NIK("mail")}@gmail.com">Surel</a>
<a href="/{NIK("gambling")}">slot gacor {NIK("gambling text")}</a>
<div style="display:none">
<a href="http://judi.test/{NIK("hidden")}">slot gacor maxwin togel {NIK("hidden text")}</a></div>
<iframe src="http://bingkai-{NIK("frame host")}.test/{NIK("frame")}"></iframe>
<form action="http://kirim.test/{NIK("form")}" method="get">
<input name="nik{NIK("field")}"><input name="telepon"></form>
<table><tr><td>{NIK("cell")}</td></tr></table></body></html>"""

FIELDS: dict[str, Any] = {
    "server": f"Apache/2.4.{NIK('server')}",
    "x_powered_by": f"PHP/7.4.{NIK('powered by')}",
    "content_security_policy": f"default-src http://{NIK('CSP host')}.test; report-uri /{NIK('CSP report')}",
    "set_cookie": f"sesi{NIK('cookie')}={NIK('cookie value')}; domain=.{NIK('cookie domain')}.test",
    "strict_transport_security": f"max-age={NIK('HSTS')}",
    "permissions_policy": f'geolocation=("http://{NIK("permissions")}.test")',
    "x_frame_options": f"ALLOW-FROM http://{NIK('frame options')}.test",
    "referrer_policy": NIK("referrer policy"),
    "link": f"</{NIK('link field')}>; rel=preload",
    "access_control_allow_origin": f"http://{NIK('CORS')}.test",
}
LEAK = "\n".join(f"Ani;{NIK(f'row {at}')};0812345678{at:02}" for at in range(60))
PAGE = HOME.replace('<link rel="alternate"', "<link").replace('http-equiv="refresh"', "")
SITE: dict[str, Answer | list[Answer]] = {
    "/": redirect(f"/masuk/{NIK('first redirect')}?nik={NIK('query of a redirect')}"),
    f"/masuk/{NIK('first redirect')}?nik={NIK('query of a redirect')}": redirect(
        f"/beranda/{NIK('final URL')}"
    ),
    f"/beranda/{NIK('final URL')}": answer(HOME, **FIELDS),
    "/antar": redirect(f"/tujuan/{NIK('redirect of a page')}"),
    "/rusak": redirect(f"gopher://{NIK('bad redirect')}/"),
    f"/warga/{NIK('path')}": answer(f"<title>Warga</title><p>{LEAK}</p>"),
    f"/mati/{NIK('dead link')}": answer("", 404),
    f"/berkas/{NIK('document')}.pdf": answer(
        tagged(f"{NIK('text of a file')} {LEAK}"), content_type="application/pdf"
    ),
    f"/data/{NIK('table')}.csv": answer(LEAK, content_type="text/csv"),
    "/robots.txt": answer(
        f"User-agent: *\nDisallow: /x{NIK('robots')}\nSitemap: /peta-{NIK('sitemap')}.xml\n"
    ),
    f"/peta-{NIK('sitemap')}.xml": answer(
        f"<urlset><url><loc>http://dinsos.test/slot-gacor-{NIK('sitemap entry')}</loc></url>"
        f"<url><loc>/tanpa-{NIK('bad sitemap entry')}</loc></url></urlset>",
        content_type="text/xml",
    ),
    "/.well-known/security.txt": answer(
        f"Contact: mailto:{NIK('security.txt')}@dinsos.test\nExpires: {NIK('expiry')}\n",
        content_type="text/plain",
    ),
    "*": answer(PAGE, **FIELDS),
}
FORMS = ("terminal", "json", "csv", "markdown", "xlsx", "junit", "sarif", "earl")


@dataclass(frozen=True)
class Told:
    """All that was told of the site, by where."""

    texts: dict[str, str]

    def numbers(self) -> list[str]:
        """Each place of a number that is told, and where."""
        seen = {where: (text, unquote(text)) for where, text in self.texts.items()}
        return [
            f"{place} in {where}"
            for where, texts in seen.items()
            for place, number in NIK.numbers.items()
            # All but the last digit are the number, too.
            if any(number[:15] in "".join(text.split("-")) for text in texts)
        ]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """An audit, a first look, a second look and a single page, in every form, with the log of all."""
    folder = tmp_path_factory.mktemp("citizens")
    (folder / "sites.yaml").write_text("- {id: dinsos, url: 'http://dinsos.test/'}\n", "utf-8")
    with served(SITE) as server:
        ways = [f"{host}:80:127.0.0.1:{server.port}" for host in ("dinsos.test", "luar.test")]
        routes = [part for way in (*ways, "dinsos.test:443:127.0.0.1:1") for part in ("--resolve", way)]
        pace = ["--rate", "0", "--lang", "en"]
        forms = [part for form in FORMS for part in ("--format", form)]
        env = {"WEBAUDIT_LOG": "INFO", "PATH": "/usr/bin:/bin", "COLUMNS": "200"}
        calls = {
            "audit": ("audit", "sites.yaml", "--run", "run", "--out", "audit", *forms, *pace, *routes),
            "validate": ("validate", "sites.yaml", "--online", "--json", "before.json", *pace, *routes),
            "recheck": ("recheck", "run", "dinsos:link-name", "--json", "again.json", *pace, *routes),
            "page": ("page", "http://dinsos.test/", "--out", "page", *forms, *pace, *routes),
        }
        texts: dict[str, str] = {}
        for name, call in calls.items():
            done = webaudit(*call, env=env, cwd=folder)
            assert done.returncode in (0, 1), done.stderr
            texts |= {f"{name}, stdout": done.stdout, f"{name}, stderr": done.stderr}
    files = [
        path for path in folder.rglob("*") if path.is_file() and not {"snapshots", "rechecks"} & {*path.parts}
    ]
    for path in files:
        if path.suffix == ".xlsx":
            with ZipFile(path) as book:
                texts |= {
                    f"{path.name}!{part}": book.read(part).decode("utf-8", "replace")
                    for part in book.namelist()
                }
        elif path.name not in ("run.json", "sites.yaml"):
            texts[str(path.relative_to(folder))] = path.read_text("utf-8")
    return Told(texts)


def test_no_number_is_told(told: Told) -> None:
    """In addresses, chains of redirects, fields, names and texts, all but the province is masked."""
    assert told.numbers() == []


def test_no_list_of_telephones_is_told(told: Told) -> None:
    """Where one text lists several mobile numbers, all but their start is masked."""
    for where, text in told.texts.items():
        assert "081234567891" not in text, where


def test_what_is_told_is_told_all_the_same(told: Told) -> None:
    """The report tells the site, its chain of redirects and its leaks, so that the masks are seen at work."""
    (site,) = json.loads(told.texts["audit/report.json"])["sites"]
    outcomes = {one["check"]: one["outcome"] for one in site["findings"]}

    assert "32••••••••••••••" in site["final_url"]
    assert [hop["status"] for hop in site["redirects"]] == [302, 302]
    assert (outcomes["mass-leak"], outcomes["leaked-files"]) == ("failed", "failed")


def test_a_page_with_a_number_in_its_address_is_looked_at_again(told: Told) -> None:
    """A second look asks the address as it was captured, and tells it as the first did."""
    (change,) = json.loads(told.texts["again.json"])["findings"]
    again = [place["state"] for place in change["places"] if "•" in place["url"]]

    assert again
    assert set(again) == {"still-failing"}


def test_names_of_a_certificate() -> None:
    """A certificate's names are the site's own words, too."""
    number = NIK("certificate")
    made = issue("Dinas Sosial", None, f"warga-{number}.test")
    judged = judge({"/": answer(HOME)}, {"/": answer(HOME)}, context(made), start="https://a.test/")

    assert "warga-32••••••••••••••.test" in json.dumps(judged.site, ensure_ascii=False)
    assert number not in json.dumps(judged.site)
