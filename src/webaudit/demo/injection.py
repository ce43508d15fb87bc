"""What an intruder planted in one site: hijacked titles, hidden links and a doorway page.

The words are those of real break-ins; every link leads to a reserved name that nobody can own.
"""

from html import escape

from webaudit.demo.agency import REGION, Agency
from webaudit.demo.places import GAMBLING_HOSTS

DOORWAY_PATH = "/slot-gacor-hari-ini"


def hijacked(home: str, agency: Agency) -> str:
    """The home page with a foreign title and links that no visitor sees."""
    title = f"<title>Situs Slot Gacor Gampang Maxwin – {escape(agency.name)} {REGION}</title>"
    start, end = home.index("<title>"), home.index("</title>") + len("</title>")
    return (home[:start] + title + home[end:]).replace("</main>", f"{_hidden_links()}\n</main>", 1)


def _hidden_links() -> str:
    """Links moved out of sight, as search engines still read them."""
    slot, togel = GAMBLING_HOSTS
    return (
        '<div style="position:absolute;left:-9999px;top:-9999px">'
        f'<a href="https://{slot}/">situs slot gacor</a> '
        f'<a href="https://{slot}/rtp-live">bocoran rtp live slot</a> '
        f'<a href="https://{togel}/">togel online terpercaya</a> '
        f'<a href="https://{togel}/live-draw">live draw hk</a></div>'
    )


def doorway(agency: Agency) -> str:
    """A page that only search engines are led to."""
    slot, togel = GAMBLING_HOSTS
    return f"""\
<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Slot Gacor Hari Ini dan Live Draw HK Tercepat | {escape(agency.short_name)}</title>
<meta name="description" content="Link slot gacor malam ini, bocoran rtp live dan prediksi togel hk jitu.">
</head>
<body>
<h1>Slot Gacor Hari Ini</h1>
<p>Bocoran rtp live slot pragmatic play, pola gacor malam ini, dan bonus new member 100 persen. Daftar
sekarang juga
lewat link alternatif resmi, deposit qris tanpa potongan, gampang maxwin setiap hari bersama ribuan
pemain.</p>
<p><a href="https://{slot}/daftar">Daftar slot online</a> <a href="https://{togel}/login">Login toto
macau 4D</a></p>
<p>Data keluaran hk, paito sdy, dan angka main hari ini diperbarui setiap pukul sebelas malam.</p>
</body>
</html>
"""
