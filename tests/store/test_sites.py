"""sites.yaml by many hands: understood, or refused with the place and the cure."""

import re
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webaudit.model.errors import SitesFileError
from webaudit.model.site import CrawlOverrides, DeclaredService, Region, Site, SiteList, Waiver
from webaudit.store.sites import read_sites

WHOLE = """\
schema: webaudit-sites/1
defaults:
  region: Jawa Barat
  region_suffixes: [JABARPROV.go.id, '*.jabar.example.']
  timezone: Asia/Makassar
  portals: [ppid.jabarprov.go.id, 'https://JDIH.jabarprov.go.id/home']
  contact: https://audit.example/
  owner: Pemerintah Provinsi Jawa Barat
sites:
  - id: dinkes
    name: "Dinas Kesehatan"
    short_name: Dinkes
    url: https://diskes.jabarprov.go.id
    type: Dinas
    tags: [kesehatan, 2026]
    contact: humas@diskes.jabarprov.go.id
    award: no
    verified: true
    note: no
    sources: [A, D]
    services:
      - {name: Antrean, url: antrean.diskes.jabarprov.go.id/daftar}
    waivers:
      - {check: dead-links, reason: pindah server, owner: panitia, expires: 2026-12-31}
    crawl: {max_pages: 10, rate: 0.5, start: [/berita, https://www.diskes.jabarprov.go.id/ppid]}
  - url: https://dlh.jabarprov.go.id
"""


def read(folder: Path, text: str | bytes, *, strict: bool = False) -> SiteList:
    """The list out of this text."""
    path = folder / "sites.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_sites(path, strict=strict)


def refused(folder: Path, text: str, *, strict: bool = False) -> list[str]:
    """What is told of a file that can not be used, without its path."""
    with pytest.raises(SitesFileError) as caught:
        read(folder, text, strict=strict)
    assert caught.value.exit_code == 2
    return [problem.removeprefix(f"{folder}/") for problem in caught.value.problems]


def test_whole(tmp_path: Path) -> None:
    """Every field is read."""
    sites = read(tmp_path, WHOLE, strict=True)

    assert sites == SiteList(
        region=Region(
            name="Jawa Barat",
            suffixes=("jabarprov.go.id", "jabar.example"),
            timezone="Asia/Makassar",
            portals=("ppid.jabarprov.go.id", "jdih.jabarprov.go.id"),
            contact="https://audit.example/",
        ),
        sites=(
            Site(
                id="dinkes",
                url="https://diskes.jabarprov.go.id/",
                written_url="https://diskes.jabarprov.go.id",
                name="Dinas Kesehatan",
                short_name="Dinkes",
                type="dinas",
                tags=("kesehatan", "2026"),
                contact="humas@diskes.jabarprov.go.id",
                award=False,
                verified=True,
                note="no",
                sources=("A", "D"),
                services=(DeclaredService("Antrean", "https://antrean.diskes.jabarprov.go.id/daftar"),),
                waivers=(Waiver("dead-links", "pindah server", "panitia", date(2026, 12, 31)),),
                crawl=CrawlOverrides(
                    10,
                    0.5,
                    ("https://diskes.jabarprov.go.id/berita", "https://www.diskes.jabarprov.go.id/ppid"),
                ),
            ),
            Site(id="dlh", url="https://dlh.jabarprov.go.id/", written_url="https://dlh.jabarprov.go.id"),
        ),
        digest=f"sha256:{sha256(WHOLE.encode()).hexdigest()}",
    )


@pytest.mark.parametrize(
    ("text", "id", "url"),
    [
        ("- https://dinas.go.id", "dinas-go-id", "https://dinas.go.id/"),
        ("- dinas.go.id", "dinas-go-id", "https://dinas.go.id/"),
        ("- url: '  HTTP://WWW.Dinas.GO.ID  '", "dinas-go-id", "http://www.dinas.go.id/"),
        ("- //dinas.go.id/", "dinas-go-id", "https://dinas.go.id/"),
        (
            "- dinas.go.id:8443/ppid/?id=3#x",
            "dinas-go-id-8443-ppid-id-3",
            "https://dinas.go.id:8443/ppid/?id=3",
        ),
        ("- localhost:8000", "localhost-8000", "https://localhost:8000/"),
        ("- http://[::1]:81/", "1-81", "http://[::1]:81/"),
        ("- http://0x7f.1/", "127-0-0-1", "http://127.0.0.1/"),
        ("- https://dinås.example/", "xn--dins-soa-example", "https://xn--dins-soa.example/"),
        ("sites: [{url: a.go.id, id: 012}]", "012", "https://a.go.id/"),
    ],
)
def test_addresses(tmp_path: Path, text: str, id: str, url: str) -> None:
    """An address is understood as people write it, and gives the site a name."""
    (site,) = read(tmp_path, text).sites

    assert (site.id, site.url, site.problem) == (id.replace("--", "-"), url, "")


@pytest.mark.parametrize("prefix", ["\ufeff", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_any_editor(tmp_path: Path, prefix: str, encoding: str, end: str) -> None:
    """Byte order marks, UTF-16 and CRLF change nothing but the digest."""
    plain = read(tmp_path, WHOLE)
    other = read(tmp_path, (prefix + WHOLE).replace("\n", end).encode(encoding))

    assert replace(other, digest=plain.digest) == plain


def test_ids_are_unique(tmp_path: Path) -> None:
    """Derived ids keep out of the way of given ones, and of one another, in the order of the file."""
    given = "- {id: a-go-id, url: b.go.id}\n- {id: a-go-id-3, url: c.go.id}\n"
    text = f"- a.go.id\n- https://www.a.go.id\n{given}- a.go.id"

    assert [site.id for site in read(tmp_path, text).sites] == [
        *("a-go-id-2", "a-go-id-4", "a-go-id", "a-go-id-3", "a-go-id-5"),
    ]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("- ftp://a.go.id", "1:3: `ftp://a.go.id` is no web page: write an https:// or http:// address"),
        (
            "- javascript:alert(1)",
            "1:3: `javascript:alert(1)` is no web page: write an https:// or http:// address",
        ),
        (
            "- 'mailto:a@b.go.id'",
            "1:3: `mailto:a@b.go.id` is no web page: write an https:// or http:// address",
        ),
        ("- https://u:geheim@a.go.id", "1:3: a user name or password stands in the address: remove it"),
        ("- '???'", "1:3: `???` is no address: write one like https://dinas.example.go.id/"),
        ("- tidak ada", "1:3: `tidak ada` is no address: write one like https://dinas.example.go.id/"),
        (
            "- https://a..go.id",
            "1:3: `https://a..go.id` is no address: write one like https://dinas.example.go.id/",
        ),
        (
            "- https://a.go.id:99999",
            "1:3: `https://a.go.id:99999` is no address: write one like https://dinas.example.go.id/",
        ),
        (f"- https://a.go.id/{'x' * 3_000}", "1:3: `url` is longer than 500 characters: shorten it"),
        ("-", "1:2: is no site: write `- url: https://dinas.example.go.id`"),
        ("- [a.go.id]", "1:3: is no site: write `- url: https://dinas.example.go.id`"),
        ("- name: X", "1:3: `url` is missing: write `url: …`"),
        ("- url:", "1:3: `url` is missing: write `url: …`"),
        ("- url: ''", "1:8: `url` is empty: write something, or remove it"),
        ("- url: [a.go.id]", "1:8: `url` must be text: write one line, in quotes if need be"),
        ("- {url: a.go.id, nama: X}", "1:18: unknown key `nama`: did you mean `name`?"),
        ("- {url: a.go.id, tipe: dinas}", "1:18: unknown key `tipe`: did you mean `type`?"),
        ("- {url: a.go.id, type: dins}", "1:24: unknown type `dins`: did you mean `dinas`?"),
        (
            "- {url: a.go.id, type: museum}",
            "1:24: unknown type `museum`: write one of "
            "dinas, badan, satuan, biro, sekretariat, inspektorat, rsud, uptd, portal, other",
        ),
        ("- {url: a.go.id, award: mungkin}", "1:25: `award` must be true or false, not `mungkin`"),
        (
            "- {url: a.go.id, tags: a}",
            "1:24: `tags` must be a list: write `[one, two]`, or one a line with `- ` before it",
        ),
        ("- {url: a.go.id, name: {a: b}}", "1:24: `name` must be text: write one line, in quotes if need be"),
        (
            "- {url: a.go.id, id: Dinas Kesehatan}",
            "1:22: the id `Dinas Kesehatan` must be small letters, digits and hyphens: "
            "write `dinas-kesehatan`",
        ),
        ("- {url: a.go.id, crawl: 3}", "1:25: `crawl` must be a mapping: write `key: value` in it"),
        (
            "- {url: a.go.id, crawl: {max_pages: many}}",
            "1:37: `max_pages` must be a whole number, not `many`",
        ),
        ("- {url: a.go.id, crawl: {max_pages: 0}}", "1:37: `max_pages` must be 1 or more, not `0`"),
        ("- {url: a.go.id, crawl: {rate: .inf}}", "1:32: `rate` must be a number, not `.inf`"),
        ("- {url: a.go.id, crawl: {rate: -1}}", "1:32: `rate` must be 0 or more, not `-1`"),
        ("- {url: a.go.id, crawl: {max_page: 1}}", "1:26: unknown key `max_page`: did you mean `max_pages`?"),
        (
            "- {url: a.go.id, crawl: {start: [/a, b.go.id/x, https://b.go.id/]}}",
            "1:49: `https://b.go.id/` is not on a.go.id: write an address of the same site",
        ),
        ("- {url: a.go.id, services: [{name: X}]}", "1:29: `url` is missing: write `url: …`"),
        (
            "- {url: a.go.id, services: [{nama: X, name: Y, url: b.go.id}]}",
            "1:30: unknown key `nama`: did you mean `name`?",
        ),
        (
            "- {url: a.go.id, waivers: [{check: a, reason: b, owner: c, expires: 31-12-2026}]}",
            "1:69: `31-12-2026` is no day: write it like 2026-12-31",
        ),
        (
            "- {url: a.go.id, waivers: [{check: a, reason: b, owner: c, expires: 2026-02-30}]}",
            "1:69: there is no day `2026-02-30`: write it like 2026-12-31",
        ),
        (
            "- {url: a.go.id, waivers: [{check: a, reason: b, expires: 2026-12-31}]}",
            "1:28: `owner` is missing: write `owner: …`",
        ),
    ],
)
def test_bad_entry(tmp_path: Path, entry: str, told: str) -> None:
    """A bad entry among good ones is reported in its place; strict refuses the file with the same words."""
    sites = read(tmp_path, f"{entry}\n- good.go.id\n")
    bad, good = sites.sites

    assert bad.problem == f"sites.yaml:{told}"
    assert (good.id, good.problem) == ("good-go-id", "")
    assert re.fullmatch("[a-z0-9-]{1,80}", bad.id)
    assert refused(tmp_path, f"{entry}\n- good.go.id\n", strict=True) == [f"sites.yaml:{told}"]


def test_password_is_not_kept(tmp_path: Path) -> None:
    """A password in a refused address comes to stand nowhere."""
    assert "geheim" not in repr(read(tmp_path, "- https://u:geheim@a.go.id/\n- {url: 'x:geheim@b.go.id'}"))


def test_all_problems_of_an_entry(tmp_path: Path) -> None:
    """One entry tells all that is wrong with it, in the order of the file."""
    (site,) = read(tmp_path, "- type: dins\n  award: x\n  nama: Y\n").sites

    assert site.problem == (
        "sites.yaml:1:3: `url` is missing: write `url: …`; "
        "sites.yaml:1:9: unknown type `dins`: did you mean `dinas`?; "
        "sites.yaml:2:10: `award` must be true or false, not `x`; "
        "sites.yaml:3:3: unknown key `nama`: did you mean `name`?"
    )


EXAMPLE = "write a list of sites, `- url: https://dinas.example.go.id`, one a line"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", [f"1:1: holds no sites: {EXAMPLE}"]),
        ("[]", [f"1:1: holds no sites: {EXAMPLE}"]),
        ("sites: []", [f"1:8: holds no sites: {EXAMPLE}"]),
        ("https://a.go.id", [f"1:1: holds no sites: {EXAMPLE}"]),
        ("sites:", ["1:1: `sites` is missing: write `sites: …`"]),
        (
            "sites: {a: 1}",
            ["1:8: `sites` must be a list: write `[one, two]`, or one a line with `- ` before it"],
        ),
        (
            "situs: [a.go.id]",
            ["1:1: `sites` is missing: write `sites: …`", "1:1: unknown key `situs`: did you mean `sites`?"],
        ),
        (
            "schema: webaudit-sites/2\nsites: [a.go.id]",
            ["1:9: `schema` must be 'webaudit-sites/1', not `webaudit-sites/2`"],
        ),
        ("defaults: 3\nsites: [a.go.id]", ["1:11: `defaults` must be a mapping: write `key: value` in it"]),
        (
            "defaults: {timezone: Asia/Jakrta, suffixes: [a], contact: '-', "
            "region_suffixes: ['a b'], portals: x}\nsites: [a.go.id]",
            [
                "1:22: unknown time zone `Asia/Jakrta`: did you mean `Asia/Jakarta`?",
                "1:35: unknown key `suffixes`: did you mean `region_suffixes`?",
                "1:59: `-` is no address: write one like https://dinas.example.go.id/",
                "1:82: `a b` is no name of a domain: write one like jabarprov.go.id",
                "1:99: `portals` must be a list: write `[one, two]`, or one a line with `- ` before it",
            ],
        ),
        (
            "- {id: a, url: a.go.id}\n- {id: a, url: b.go.id}\n- ftp://x\n",
            [
                "2:8: the id `a` stands in line 1 already: give another",
                "3:3: `ftp://x` is no web page: write an https:// or http:// address",
            ],
        ),
        ("- url: a.go.id\n  url: b.go.id", ["2:3: the key `url` stands in line 1 already: keep one"]),
        ("- a.go.id\n" * 10_001, ["1:1: holds more than 10000 sites: split the file"]),
    ],
)
def test_unusable(tmp_path: Path, text: str, told: list[str]) -> None:
    """A file that can not be used as a whole is refused with all that is wrong in it."""
    assert refused(tmp_path, text) == [f"sites.yaml:{line}" for line in told]


def test_missing(tmp_path: Path) -> None:
    """Without a file, the way to one is shown."""
    path = tmp_path / "sites.yaml"
    with pytest.raises(SitesFileError) as caught:
        read_sites(path)

    assert caught.value.problems == (
        f"{path}:1:1: there is no such file: name another, or make one with `webaudit init`",
    )


def test_warnings(tmp_path: Path) -> None:
    """What is odd and stops nothing is a warning."""
    sites = read(tmp_path, "- a.go.id\n- {id: x, url: https://a.go.id/}\n- dinkes\n- localhost\n")

    assert sites.warnings == (
        "sites.yaml:2:16: the site `a-go-id` has the same address: it is audited twice",
        "sites.yaml:3:3: the host `dinkes` has no dot: is a part missing?",
    )
    assert len(sites.sites) == 4


def test_same_from_any_folder(tmp_path: Path) -> None:
    """Machines that keep the list in different folders come to equal lists."""
    (tmp_path / "other").mkdir()
    text = "- a.go.id\n- a.go.id\n- ftp://x\n"

    assert read(tmp_path, text) == read(tmp_path / "other", text)


def test_many(tmp_path: Path) -> None:
    """Ten thousand entries of one host are named without a quarrel."""
    sites = read(tmp_path, "- a.go.id\n" * 10_000)

    assert sites.sites[-1].id == "a-go-id-10000"
    assert len({site.id for site in sites.sites}) == 10_000


def test_jawa_barat() -> None:
    """The list that comes with the program is read without a word, whole and strict."""
    sites = read_sites(Path("sites.yaml"), strict=True)

    assert (len(sites.sites), sites.warnings) == (72, ())
    assert sum(site.award for site in sites.sites) == 53
    assert "jabarprov.go.id" in sites.region.suffixes
    assert all(site.url.startswith("https://") and site.name and site.sources for site in sites.sites)


words = st.text("abcz09 .:/@?#-_é\x07\n", max_size=12)
any_value = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), words),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
KEYS = [
    "id",
    "name",
    "short_name",
    "url",
    "type",
    "tags",
    "contact",
    "award",
    "verified",
    "note",
    "sources",
    "services",
    "waivers",
    "crawl",
    "x",
]


@given(
    st.lists(
        st.dictionaries(st.sampled_from(KEYS), any_value, max_size=6) | any_value, min_size=1, max_size=4
    )
)
def test_never_raises(tmp_path_factory: pytest.TempPathFactory, entries: list[object]) -> None:
    """Whatever the entries are, each is a Site with a good, unique id, or the file is refused in lines."""
    import json

    path = tmp_path_factory.getbasetemp() / "any.yaml"
    # JSON is YAML, but for the escapes of what YAML does not allow.
    path.write_text(json.dumps(entries))
    try:
        sites = read_sites(path).sites
    except SitesFileError as error:
        lines = error.problems
    else:
        lines = tuple(site.problem for site in sites if site.problem)

        assert len({site.id for site in sites}) == len(sites) == len(entries)
        assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", site.id) for site in sites)

    assert all(re.match(r"(.*/)?any\.yaml:\d+:\d+: ", line) and line.isprintable() for line in lines)
