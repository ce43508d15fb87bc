"""Pages that are no content: a firewall's, an empty shell, an error page, stand-ins for other hosts."""

from html import escape

from webaudit.demo.agency import REGION

SHELL = """\
<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Dinas Perhubungan Provinsi Contoh</title>
<script type="module" crossorigin src="/app.js"></script>
</head>
<body>
<noscript>You need to enable JavaScript to run this app.</noscript>
<div id="root"></div>
</body>
</html>
"""
"""What the build tools of single-page applications leave of a page."""

APP_SCRIPT = """\
document.getElementById("root").innerHTML =
  "<h1>Dinas Perhubungan</h1><p>Jadwal bus antarkota, uji kendaraan, dan izin trayek.</p>";
"""


def challenge() -> str:
    """The page of a firewall that takes every visitor without a script engine for an attacker."""
    return """\
<!DOCTYPE html>
<html lang="en-US">
<head>
<title>Just a moment...</title>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<meta name="robots" content="noindex,nofollow">
</head>
<body>
<div class="main-wrapper" role="main"><div class="main-content">
<noscript><div id="challenge-error-title"><span id="challenge-error-text">Enable JavaScript and cookies to
continue</span></div></noscript>
</div></div>
<script>window._cf_chl_opt = {cvId: "3", cType: "managed", cRay: "8f00d00d00d00d00"};</script>
<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1?ray=8f00d00d00d00d00"></script>
</body>
</html>
"""


def not_found(name: str) -> str:
    """The error page of an agency."""
    return f"""\
<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><title>404 – Halaman tidak ditemukan</title></head>
<body>
<h1>Halaman tidak ditemukan</h1>
<p>Halaman yang Anda cari tidak ada pada laman {escape(name)}, atau sudah dipindahkan.</p>
<p><a href="/">Kembali ke beranda</a></p>
</body>
</html>
"""


def lapor() -> str:
    """Stands in for the national complaints channel, so that the demo asks nothing of the real one."""
    return f"""\
<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><title>Layanan Aspirasi dan Pengaduan Online Rakyat</title></head>
<body>
<h1>Layanan Aspirasi dan Pengaduan Online Rakyat</h1>
<p>Halaman ini menggantikan kanal pengaduan nasional selama peragaan {REGION}. Tidak ada aduan yang
dikirim ke mana
pun. Pada kanal yang sebenarnya warga menuliskan aduan, memilih instansi yang dituju, dan memantau tindak
lanjutnya
sampai selesai; identitas pelapor dapat dirahasiakan.</p>
</body>
</html>
"""


def central(service: str) -> str:
    """Stands in for a service that the province runs for all its agencies."""
    return f"""\
<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><title>{escape(service)} {REGION}</title></head>
<body>
<h1>{escape(service)} {REGION}</h1>
<p>Halaman ini menggantikan layanan bersama semua perangkat daerah selama peragaan {REGION}. Tidak ada data
yang dikirim ke mana pun.</p>
</body>
</html>
"""


def explanation() -> str:
    """Answers where the planted links lead."""
    return f"""\
<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><title>Tujuan tautan susupan</title></head>
<body>
<h1>Tujuan tautan susupan</h1>
<p>Pada serangan yang sebenarnya tautan tersembunyi di laman pemerintah menuju situs perjudian. Dalam peragaan
{REGION} tautan itu menuju halaman ini, yang tidak menawarkan apa pun dan hanya menjelaskan cara kerja
penyusupan.</p>
</body>
</html>
"""


def cloud() -> str:
    """Stands in for what a cloud shows of a file."""
    return f"""\
<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><title>Dokumen.pdf - Google Drive</title></head>
<body>
<h1>Dokumen.pdf</h1>
<p>Halaman ini menggantikan penyimpanan awan milik perseorangan selama peragaan {REGION}. Pada keadaan
sebenarnya di sini tampil isi dokumennya.</p>
</body>
</html>
"""
