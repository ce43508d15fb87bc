"""The sites of the laboratory: the example province, saved pages of real agencies, and three built ones."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path

from tests.evidence import AT, exchange, tls
from tests.metamorphic.captured import Captured
from webaudit.demo.province import AGENCIES
from webaudit.extract.urls import host
from webaudit.model.evidence import Exchange, Purpose, Snapshot
from webaudit.model.plan import Plan
from webaudit.model.record import Failure, FailureReason
from webaudit.model.report import SiteStatus
from webaudit.model.site import Region, Site
from webaudit.pipeline.run import plans
from webaudit.store.run import RunFolder

_SAVED = Path(__file__).parents[1] / "data" / "pages"

# The others have no page that anybody could change, or what is added would not have been captured.
DEMO = tuple(agency.id for agency in AGENCIES if agency.truth.status is SiteStatus.REACHABLE)
SAVED = ("garut", "ppid-sumut", "hacked", "defaced-1", "defaced-2")
BUILT = ("neglected", "bare", "uneven")
SITES = (*DEMO, *SAVED, *BUILT)


@cache
def site(name: str, run: Path) -> Captured:
    """The evidence on a site of the laboratory.

    Args:
        run: where the example province was captured to.
    """
    if name in SAVED:
        return _saved(name)
    if name in BUILT:
        return {"neglected": _neglected, "bare": _bare, "uneven": _uneven}[name]()
    folder = RunFolder.open(run)
    stored = folder.snapshot(next(plan for plan in plans(folder) if plan.site.id == name))
    hosts = sorted({*map(host, stored.targets), *stored.plan.region.portals})
    external = tuple(chain.from_iterable(map(folder.target_exchanges, hosts)))
    return Captured(replace(stored, exchanges=tuple(stored.exchanges)), external)


def _saved(name: str) -> Captured:
    """The saved pages of one agency; a page that stands alone is its home page."""
    labels = json.loads((_SAVED / "labels.json").read_text("utf-8"))
    files = [file for file in labels if file.startswith(name) and "404" not in file]
    return _built(name, {labels[file]["url"]: (_SAVED / file).read_bytes() for file in files})


def _built(name: str, pages: Mapping[str, str | bytes], *, others: tuple[Exchange, ...] = ()) -> Captured:
    """A captured site of these pages, the first of them its home page; https works as it should."""
    start, *_ = pages
    root = f"{start.partition('://')[0]}://{host(start)}/"
    made = [
        exchange(body, url=url, purpose=Purpose.PAGE if number else Purpose.HOME)
        for number, (url, body) in enumerate(pages.items())
    ]
    made += [
        exchange(url=f"{root}robots.txt", status=404, purpose=Purpose.ROBOTS),
        exchange(url=f"{root}sitemap.xml", status=404, purpose=Purpose.SITEMAP),
    ]
    secure = root.startswith("https:")
    if secure:
        plain = root.replace("https:", "http:")
        made.append(exchange(url=plain, status=301, headers={"location": root}, purpose=Purpose.PLAIN_HTTP))
    records = {"Tls": replace(tls(), host=host(start)) if secure else Failure(FailureReason.REFUSED)}
    plan = Plan(Site(name, start, start, name=name, type="dinas"), Region("Contoh", ("contohprov.go.id",)))
    return Captured(Snapshot(plan, AT, (*made, *others), records))


_HOST = "https://dinas.contohprov.go.id"
_MENU = "".join(
    f'<li><a href="/{path}">{path.title()}</a></li>' for path in ("profil", "layanan", "berita", "galeri")
)
_STORIES = {
    "": "Petugas mencatat permohonan warga, memeriksa kelengkapan berkas, dan memberi tahu hasilnya "
    "paling lambat pada "
    "hari kerja ketiga. Warga dapat datang sendiri atau mengutus wakil dengan surat kuasa bermeterai.",
    "profil": "Dinas dibentuk pada tahun sembilan puluhan, dipimpin seorang kepala, dan memiliki empat "
    "bidang beserta "
    "sekretariat. Gedungnya terletak berseberangan dengan alun-alun, bersebelahan museum daerah.",
    "layanan": "Kartu kuning pencari kerja diterbitkan gratis. Bawalah ijazah terakhir, pasfoto "
    "berwarna, dan fotokopi "
    "keluarga. Antrean dibuka pagi, ditutup sebelum istirahat siang, kecuali menjelang hari raya.",
    "berita": "Bupati meresmikan jembatan gantung penghubung dua dusun. Pembangunannya menghabiskan "
    "enam bulan, "
    "melibatkan tukang setempat, serta memakai baja buatan pabrik Cilegon.",
    "berita/rapat": "Rapat koordinasi membahas irigasi, kemarau panjang, dan cadangan beras. Penyuluh "
    "diminta mendata "
    "sawah puso, sedangkan gudang Bulog menyiapkan dua ribu ton.",
    "galeri": "Foto upacara, lomba panjat pinang, kirab budaya, pameran kerajinan rotan, serta "
    "penanaman mangrove di "
    "pesisir utara bersama pelajar dan nelayan.",
}
"""What each page says, by its path."""


def _neglected() -> Captured:
    """All is wrong that can be: no language, titles, PPID; old news, a copied profile, dead links, http."""
    home = (
        f"<html><body><ul class=menu>{_MENU}</ul><img src=/logo.png><h1>Dinas</h1><p>{_STORIES['']}</p>"
        "<div class=berita><img src=/a.jpg><a href=/berita/rapat>Rapat</a> <span class=date>3 Maret "
        "2021</span></div>"
        "<p><a href=/unduh/formulir.pdf>Formulir</a></p><p>Copyright 2019 Dinas</p></body></html>"
    )
    inner = f"<html><body><ul class=menu>{_MENU}</ul><img src=/logo.png><h2>%s</h2><p>%s</p>%s</body></html>"
    root = _HOST.replace("https:", "http:")
    pages = {f"{root}/": home}
    for path, more in (
        # Copied from another province's agency.
        ("profil", "<p>Dinas Provinsi Banten. Visi Gubernur Banten. Dasar hukum: Pergub Banten."),
        ("layanan", "<p>Lorem ipsum dolor sit amet consectetur adipiscing elit"),
        ("berita", "<p class=date>3 Maret 2021</p>"),
        ("berita/rapat", "<p class=date>Diposting 3 Maret 2021</p>"),
        ("galeri", "<img src=/b.jpg><img src=/c.jpg>"),
    ):
        pages[f"{root}/{path}"] = inner % (path.title(), _STORIES[path], more)
    dead = exchange(url=f"{root}/unduh/formulir.pdf", status=404, purpose=Purpose.LINK_TARGET)
    return _built("neglected", pages, others=(dead,))


def _bare() -> Captured:
    """One page of text: most checks have no target, so that one trivial target would weigh much."""
    return _built("bare", {f"{_HOST}/": f"<html><body><h1>Dinas</h1><p>{_STORIES['']}</p></body></html>"})


def _uneven() -> Captured:
    """A good home page before bad pages: the more of them are out of sight, the better it looks."""
    good = (
        f"<!doctype html><html lang=id><head><meta charset=utf-8><title>%s - "
        f"Dinas</title></head><body><nav><ul>{_MENU}"
        f'</ul></nav><main><h1>%s</h1><img src=/a.jpg alt="Petugas melayani warga di loket"><p>%s</p>'
        "</main><footer>Dinas Contoh</footer></body></html>"
    )
    bad = f"<html><body><ul>{_MENU}</ul><h1>%s</h1><img src=/%s.jpg><p>%s</p></body></html>"
    pages = {
        f"{_HOST}/": good % ("Beranda", "Beranda", _STORIES[""]),
        f"{_HOST}/profil": good % ("Profil", "Profil", _STORIES["profil"]),
    }
    for path in ("layanan", "berita", "galeri"):
        pages[f"{_HOST}/{path}"] = bad % (path.title(), path, _STORIES[path])
    return _built("uneven", pages)
