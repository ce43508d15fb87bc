"""The pages that the law asks every agency for: vision, duties, standards; and answers to questions."""

from html import escape

from webaudit.demo.agency import REGION, Agency
from webaudit.demo.content import Content
from webaudit.demo.document import Document


def vision(agency: Agency, said: Content) -> Document:
    """What the agency wants to be."""
    main = f"""\
<h1>Visi dan Misi</h1>
<p>Terwujudnya {REGION} yang maju, adil, dan lestari, dengan pemerintahan yang melayani.</p>
<ol><li>Menyediakan layanan yang mudah, cepat, dan terjangkau bagi semua warga.</li>
<li>Mengelola anggaran secara terbuka dan bertanggung jawab.</li>
<li>Bekerja bersama warga, dunia usaha, dan perguruan tinggi.</li></ol>
<p>{escape(agency.name)} mendukung misi tersebut dengan {escape(said.duty)}.</p>"""
    return Document("Visi dan Misi", main)


def duties(agency: Agency, said: Content) -> Document:
    """What it is for, and its units, as text."""
    main = f"""\
<h1>Tugas, Fungsi, dan Struktur</h1>
<p>{escape(agency.name)} {escape(said.duty)}. Untuk itu {escape(agency.short_name)}:</p>
<ol><li>merumuskan kebijakan teknis sesuai rencana pembangunan daerah;</li>
<li>melaksanakan pelayanan umum dan membina unit kerja di bawahnya;</li>
<li>memantau, menilai, dan melaporkan hasilnya secara terbuka;</li>
<li>melaksanakan tugas lain yang diberikan oleh gubernur.</li></ol>
<h2>Struktur organisasi</h2>
<ul><li>Kepala, yang memimpin dan bertanggung jawab kepada gubernur</li>
<li>Sekretariat, yang mengurus kepegawaian, keuangan, dan surat-menyurat</li>
<li>Bidang Perencanaan, yang menyusun program dan laporan</li>
<li>Bidang Pelayanan, yang menerima dan menyelesaikan permohonan warga</li>
<li>Kelompok Jabatan Fungsional</li></ul>"""
    return Document("Tugas, Fungsi, dan Struktur", main)


def standards(agency: Agency, year: int) -> Document:
    """What its services promise, the charter in the words of the law, and what citizens thought of a year."""
    main = f"""\
<h1>Standar Pelayanan</h1>
<p>Setiap layanan {escape(agency.short_name)} mempunyai persyaratan, alur, waktu penyelesaian, biaya,
produk, dan tempat pengaduan, yang tertulis di <a href="/layanan">halaman layanan itu</a>.</p>
<h2>Maklumat pelayanan</h2>
<p>Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah
ditetapkan, dan siap menerima sanksi sesuai peraturan jika tidak menepatinya.</p>
<h2>Hasil survei kepuasan masyarakat</h2>
<p>Nilai IKM Tahun {year}: 88,35 (Baik), dari sembilan unsur.</p>"""
    return Document("Standar Pelayanan", main)


ACCESS_PATH = "/layanan-disabilitas"


def questions(agency: Agency) -> Document:
    """What is asked at the counter."""
    main = f"""\
<h1>Tanya Jawab</h1>
<h2>Apakah layanan {escape(agency.short_name)} dipungut biaya?</h2>
<p>Tidak, kecuali yang diatur dengan peraturan daerah.</p>
<h2>Bolehkah permohonan diwakilkan?</h2>
<p>Boleh, dengan surat kuasa bermeterai dan salinan identitas kedua pihak.</p>
<h2>Adakah bantuan bagi penyandang disabilitas?</h2>
<p>Ada: lihat <a href="{ACCESS_PATH}">Layanan Disabilitas</a>.</p>"""
    return Document("Tanya Jawab", main)


def access(agency: Agency) -> Document:
    """How people with disabilities are served, and whom they can ask."""
    main = f"""\
<h1>Layanan Disabilitas</h1>
<p>Loket {escape(agency.short_name)} ada di lantai dasar, dengan jalur landai, kursi roda, dan toilet lapang.
Siapa pun boleh ditemani.</p>
<ul><li>Juru bahasa isyarat hadir setiap Selasa dan Kamis; hari lain dengan janji sehari sebelumnya.</li>
<li>Petugas membacakan dan mengisikan formulir bagi tunanetra, dan datang ke rumah bila perlu.</li>
<li>Keluhan tentang situs ini, misalnya gambar tanpa keterangan, dijawab dalam dua hari kerja.</li></ul>"""
    return Document("Layanan Disabilitas", main)


def requests(agency: Agency) -> Document:
    """How a citizen asks for information."""
    main = f"""\
<h1>Tata Cara Permohonan Informasi</h1>
<ol><li>Isi formulir permohonan di loket {escape(agency.short_name)}, atau kirimkan lewat surel.</li>
<li>Sebutkan informasi yang diminta, alasannya, dan cara menerimanya; lampirkan salinan identitas.</li>
<li>Petugas memberi tanda terima bernomor, lalu menjawab paling lambat sepuluh hari kerja.</li>
<li>Tenggat itu dapat diperpanjang satu kali, tujuh hari kerja, dengan pemberitahuan tertulis.</li></ol>
<p>Meminta informasi tidak dipungut biaya; salinan dibayar seharga fotokopi.</p>"""
    return Document("Tata Cara Permohonan Informasi", main)


def objections(agency: Agency) -> Document:
    """What a citizen does whose request was refused or never answered."""
    main = f"""\
<h1>Pengajuan Keberatan</h1>
<p>Keberatan diajukan kepada atasan PPID {escape(agency.short_name)} paling lambat tiga puluh hari kerja
sesudah permohonan ditolak, tidak ditanggapi, atau dijawab tidak sebagaimana diminta.</p>
<p>Atasan PPID menjawab secara tertulis dalam tiga puluh hari kerja. Yang tidak puas dapat membawa sengketa
ke Komisi Informasi dalam empat belas hari kerja sesudah jawaban itu diterima.</p>"""
    return Document("Pengajuan Keberatan", main)
