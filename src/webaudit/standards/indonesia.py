"""Laws and regulations of Indonesia; an article is named only where it was read in the official text."""

from webaudit.model.check import Source

_LAWS = "https://peraturan.go.id/id/"

UU_14_2008 = Source("UU 14/2008", "", "Keterbukaan Informasi Publik", f"{_LAWS}uu-no-14-tahun-2008")
UU_25_2009 = Source("UU 25/2009", "", "Pelayanan Publik", f"{_LAWS}uu-no-25-tahun-2009")
UU_8_2016 = Source("UU 8/2016", "", "Penyandang Disabilitas", f"{_LAWS}uu-no-8-tahun-2016")
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
SITUS_WEB_PEMDA_2003 = Source("Kominfo 2003", "", "Panduan Penyelenggaraan Situs Web Pemerintah Daerah", "")
