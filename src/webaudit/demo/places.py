"""Hosts that the example server answers for besides those of the agencies."""

from webaudit.demo.agency import SUFFIX

PORTAL_HOST = f"ppid.{SUFFIX}"
"""The central PPID portal, which is an agency's site too."""

LAPOR_HOST = "www.lapor.go.id"
"""The national complaints channel: every agency links to it, so a page stands in for it."""

CLOUD_HOST = "drive.google.com"
"""Where documents lie that an agency does not keep itself: a page stands in for each."""

CENTRAL_HOSTS = {
    "Layanan Online": f"layanan.{SUFFIX}",
    "Survei Kepuasan Masyarakat": f"skm.{SUFFIX}",
    "SIPPN": f"sippn.{SUFFIX}",
    "JDIH": f"jdih.{SUFFIX}",
    "Satu Data": f"satudata.{SUFFIX}",
    "LPSE": f"lpse.{SUFFIX}",
    "WBS": f"wbs.{SUFFIX}",
}
"""The services that the province runs for all its agencies, by the text that links them."""

GAMBLING_HOSTS = ("gacor-contoh.example", "togel-contoh.example")
"""Where the planted links lead: reserved names, answered by a page that explains the case."""
