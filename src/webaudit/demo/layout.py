"""What all pages of the province look like: the frame around a page, its style, its pictures."""

from datetime import date
from html import escape
from string import Template
from zlib import crc32

from webaudit.demo.agency import REGION, SUFFIX, Agency
from webaudit.demo.places import CENTRAL_HOSTS, LAPOR_HOST, PORTAL_HOST

_MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]

_FRAME = Template("""\
<!doctype html>
<html$language>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
$head<link rel="stylesheet" href="/aset/gaya.css">
<link rel="icon" href="/favicon.ico">
</head>
<body style="--hue: $hue">
<a class="skip" href="#isi">Langsung ke isi</a>
<header>
<a class="brand" href="/"><img src="/gambar/lambang.svg" alt="Lambang $region" width="48" height="48">
<span>$name<small>Pemerintah $region</small></span></a>
<nav aria-label="Menu utama"><ul>
$menu
</ul></nav>
<form role="search" action="/berita"><label>Cari <input type="search" name="cari"></label>
<button>Cari</button></form>
</header>
<main id="isi">
$main
</main>
<footer>
<section><h2>$short_name</h2>
<address>Jalan Merdeka Nomor $number, Kota Contoh 00000<br>
Telepon (000) 555 $number$number<br>
Surel <a href="mailto:$mail">$mail</a></address>
<p>Senin–Jumat 08.00–15.30 WIB</p></section>
<section><h2>Tautan</h2><ul>
$links
</ul></section>
<p>© $year $name $region. Hak cipta dilindungi undang-undang.</p>
</footer>
</body>
</html>
""")

_MENU = (
    ("/", "Beranda"),
    ("/profil", "Profil"),
    ("/layanan", "Layanan"),
    ("/berita", "Berita"),
    ("/ppid", "PPID"),
    ("/dokumen", "Dokumen"),
    ("/galeri", "Galeri"),
    ("/faq", "Tanya Jawab"),
    ("/kontak", "Kontak"),
)

STYLE = """\
body { --dark: hsl(var(--hue) 60% 17%); --light: hsl(var(--hue) 45% 95%); }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.6 system-ui, sans-serif; color: #222; background: #fff; }
a { color: var(--dark); }
.skip { display: block; padding: .25rem 1rem; font-size: .875rem; }
header { background: var(--dark); color: #fff; }
header a { color: #fff; text-decoration: none; }
.brand
{ display: flex; gap: .75rem; align-items: center; padding: 1rem; font-size: 1.25rem; font-weight: 600; }
.brand small { display: block; font-size: .875rem; font-weight: 400; }
nav ul { display: flex; flex-wrap: wrap; gap: 1.25rem; margin: 0; padding: .5rem 1rem; list-style: none; }
main { max-width: 62rem; margin: 0 auto; padding: 1rem; }
h1 { line-height: 1.2; color: var(--dark); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem; padding: 0; }
.cards > * { list-style: none; padding: 1rem; background: var(--light); border-radius: .5rem; }
.cards img { width: 100%; height: auto; border-radius: .25rem; }
.cards h2, .cards h3 { margin: .5rem 0; font-size: 1.17em; line-height: 1.3; }
time { font-size: .875rem; color: #333; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: .25rem solid var(--dark); }
footer { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem;
  padding: 1rem; margin-top: 2rem; background: var(--light); }
footer h2 { margin: 0; font-size: 1rem; }
footer p { grid-column: 1 / -1; font-size: .875rem; }
"""


def long_date(day: date) -> str:
    """A date as Indonesians write it, `24 November 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def frame(
    agency: Agency, *, title: str, main: str, paths: frozenset[str], today: date, head: str = ""
) -> str:
    """A whole page.

    Args:
        title: of this page alone; the agency's name is added.
        main: HTML.
        paths: that the site serves; the menu leads to no others.
        head: further HTML for the head, each element on a line of its own.
    """
    condition = agency.condition
    whole_title = f"<title>{escape(title)} – {escape(agency.name)} {REGION}</title>\n"
    number = str(10 + crc32(agency.id.encode()) % 80)
    head = (whole_title if condition.titles else "<title></title>\n") + head
    return _FRAME.substitute(
        language=' lang="id"' if condition.language else "",
        head=head + _preview(agency, title) if condition.described else head,
        hue=crc32(agency.name.encode()) % 360,
        name=escape(agency.name),
        short_name=escape(agency.short_name),
        region=REGION,
        menu="\n".join(f'<li><a href="{path}">{label}</a></li>' for path, label in _MENU if path in paths),
        main=main,
        number=number,
        mail=f"{agency.id}@{SUFFIX}",
        links="\n".join(_links(agency)),
        year=today.year - condition.copyright_age_years,
    )


def _preview(agency: Agency, title: str) -> str:
    """What search engines and messengers show of a page."""
    said = escape(f"{title}, informasi dan layanan {agency.name} {REGION}.")
    return (
        f'<meta name="description" content="{said}">\n'
        f'<meta property="og:title" content="{escape(title)}">\n'
        f'<meta property="og:image" content="{agency.origin}/gambar/lambang.svg">\n'
    )


def _links(agency: Agency) -> list[str]:
    """The links that law and custom want in the footer."""
    links = [
        f'<li><a href="https://{LAPOR_HOST}/">SP4N-LAPOR!</a></li>',
        f'<li><a href="mailto:pengaduan.{agency.id}@{SUFFIX}">Pengaduan layanan</a></li>',
    ]
    links += [f'<li><a href="https://{host}/">{label}</a></li>' for label, host in CENTRAL_HOSTS.items()]
    if agency.condition.ppid:
        links.append(f'<li><a href="https://{PORTAL_HOST}/">PPID {REGION}</a></li>')
    return links


def picture(agency: Agency, caption: str) -> str:
    """An img element; without its alternative text where the agency writes none."""
    alternative = f' alt="{escape(caption)}"' if agency.condition.alternatives else ""
    return f'<img src="/gambar/{slug(caption)}.svg"{alternative} width="480" height="270">'


def drawing(seed: str) -> str:
    """A landscape as SVG, its colours and hills drawn from the seed."""
    value = crc32(seed.encode())
    hue, left, right = value % 360, 90 + value % 70, 110 + value // 360 % 60
    front, back = f"hsl({hue},45%,32%)", f"hsl({hue},40%,50%)"
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 270">'
        f'<rect width="480" height="270" fill="hsl({hue},55%,82%)"/>'
        f'<circle cx="{left * 2}" cy="70" r="34" fill="hsl({(hue + 40) % 360},80%,70%)"/>'
        f'<path d="M0 {left + 40}Q120 {left - 40} 240 {left + 30}T480 {left}V270H0Z" fill="{back}"/>'
        f'<path d="M0 {right + 70}Q150 {right} 300 {right + 60}T480 {right + 40}V270H0Z" fill="{front}"/>'
        "</svg>"
    )


def slug(text: str) -> str:
    """The text as a part of a path: lower-case words joined by hyphens."""
    words = "".join(letter if letter.isalnum() else " " for letter in text.lower()).split()
    return "-".join(words)
