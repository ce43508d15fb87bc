"""Hosts that the example server answers for besides those of the agencies."""

from webaudit.demo.agency import SUFFIX

PORTAL_HOST = f"ppid.{SUFFIX}"
"""The central PPID portal, which is an agency's site too."""

LAPOR_HOST = "www.lapor.go.id"
"""The national complaints channel: every agency links to it, so a page stands in for it."""

GAMBLING_HOSTS = ("gacor-contoh.example", "togel-contoh.example")
"""Where the planted links lead: reserved names, answered by a page that explains the case."""
