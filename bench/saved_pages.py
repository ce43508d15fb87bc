"""Saved pages of real agencies, served on loopback under their own host names and audited, to be read by eye.

    python bench/saved_pages.py FOLDER [--lang en]

FOLDER holds pages named SITE-PAGE.html, and SITE-beranda.html or SITE.html for a home page. Prints the
scorecard of `webaudit audit`, then every failed and undecided place of `webaudit page` on each page.
"""

import argparse
import json
import sys
import tempfile
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from farm_server import webaudit

HOSTS = {
    "garut": "bapenda.garutkab.go.id",
    "ppid-sumut": "ppid.sumutprov.go.id",
    "sijunjung": "transmigrasi.sijunjung.go.id",
    "hacked": "disketapang.burukab.go.id",
    "defaced-1": "pademi.sulsel.go.id",
    "defaced-2": "psbb.disbintalkesos.go.id",
}
"""Hosts that the pages came from, by the beginning of the file's name."""

PATHS = {"struktur": "/tentang", "opd": "/organisasi-perangkat-daerah", "beranda": "/", "": "/"}
"""Paths that do not say their file's name."""


def sites(folder: Path) -> dict[tuple[str, str], Path]:
    """Each saved page by host and path."""
    found = {}
    for file in sorted(folder.glob("*.html")):
        start = next(name for name in HOSTS if file.stem.startswith(name))
        page = file.stem.removeprefix(start).strip("-")
        home = page in ("transmigrasi", "doorway")
        found[HOSTS[start], "/" if home else PATHS.get(page, f"/{page}")] = file
    return found


def main() -> int:
    """Serves, audits and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", default="en")
    args = parser.parse_args()
    pages = sites(args.folder)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            file = pages.get((self.headers["Host"].split(":")[0], self.path))
            body = (
                file.read_bytes()
                if file
                else b"<html lang=id><title>404</title><h1>Halaman tidak ditemukan</h1>"
            )
            self.send_response(200 if file else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server, tempfile.TemporaryDirectory() as name:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        reach = ["--rate", "0", "--lang", args.lang]
        for host in HOSTS.values():
            reach += ["--resolve", f"{host}:80:127.0.0.1:{server.server_port}"]
        listing = Path(name) / "sites.yaml"
        listing.write_text("".join(f"- http://{host}/\n" for host in HOSTS.values()))
        print(webaudit("audit", str(listing), "--run", str(Path(name) / "run"), *reach).stdout)
        urls = [f"http://{host}{path}" for host, path in pages]
        report = json.loads(webaudit("page", *urls, "--json", "-", *reach).stdout)
        outcomes: Counter[str] = Counter()
        for site in report["sites"]:
            print(f"== {site['url']} {site['status']} {site['reason'] or ''}")
            for finding in site["findings"]:
                for place in finding["locations"]:
                    outcomes[place["outcome"]] += 1
                    print(f"{place['outcome']:9} {finding['check']}: {place['message']}")
                    print(f"          line {place['line']}: {place['snippet']}")
        print(dict(outcomes))
        server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
