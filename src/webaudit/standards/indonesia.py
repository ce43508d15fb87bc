"""Laws and regulations of Indonesia; an article is named only where it was read in the official text."""

from webaudit.model.check import Source

_LAWS = "https://peraturan.go.id/id/"

UU_14_2008 = Source("UU 14/2008", "", "Keterbukaan Informasi Publik", f"{_LAWS}uu-no-14-tahun-2008")
UU_8_2016 = Source("UU 8/2016", "", "Penyandang Disabilitas", f"{_LAWS}uu-no-8-tahun-2016")
UU_25_2009 = Source("UU 25/2009", "", "Pelayanan Publik", f"{_LAWS}uu-no-25-tahun-2009")
PERPRES_95_2018 = Source(
    "Perpres 95/2018", "", "Sistem Pemerintahan Berbasis Elektronik", f"{_LAWS}perpres-no-95-tahun-2018"
)
PERKI_1_2021 = Source("Perki 1/2021", "", "Standar Layanan Informasi Publik", "")
BSSN_4_2021 = Source(
    "Peraturan BSSN 4/2021",
    "",
    "Pedoman Manajemen Keamanan Informasi SPBE dan Standar Teknis dan Prosedur Keamanan SPBE",
    "",
)
BSSN_1_2024 = Source("Peraturan BSSN 1/2024", "", "Pengelolaan Insiden Siber", "")
PERPRES_76_2013 = Source(
    "Perpres 76/2013", "", "Pengelolaan Pengaduan Pelayanan Publik", f"{_LAWS}perpres-no-76-tahun-2013"
)
PERPRES_33_2012 = Source(
    "Perpres 33/2012",
    "",
    "Jaringan Dokumentasi dan Informasi Hukum Nasional",
    f"{_LAWS}perpres-no-33-tahun-2012",
)
PERPRES_39_2019 = Source("Perpres 39/2019", "", "Satu Data Indonesia", f"{_LAWS}perpres-no-39-tahun-2019")
PERPRES_16_2018 = Source(
    "Perpres 16/2018", "", "Pengadaan Barang/Jasa Pemerintah", f"{_LAWS}perpres-no-16-tahun-2018"
)
PERMENPANRB_15_2014 = Source("PermenPANRB 15/2014", "", "Pedoman Standar Pelayanan", "")
PERMENPANRB_13_2017 = Source(
    "PermenPANRB 13/2017", "", "Pedoman Penyelenggaraan Sistem Informasi Pelayanan Publik Nasional", ""
)
PERMENPANRB_14_2017 = Source(
    "PermenPANRB 14/2017",
    "",
    "Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik",
    "",
)
PANDUAN_2003 = Source(
    "Panduan Situs Web Pemda 2003", "", "Panduan Penyelenggaraan Situs Web Pemerintah Daerah", ""
)
UU_27_2022 = Source("UU 27/2022", "", "Pelindungan Data Pribadi", f"{_LAWS}uu-no-27-tahun-2022")
PERMENKOMINFO_28_2006 = Source(
    "Permenkominfo 28/2006",
    "",
    "Penggunaan Nama Domain go.id untuk Situs Web Resmi Pemerintahan Pusat dan Daerah",
    "",
)
PERMENKOMINFO_5_2015 = Source(
    "Permenkominfo 5/2015", "", "Registrar Nama Domain Instansi Penyelenggara Negara", ""
)
