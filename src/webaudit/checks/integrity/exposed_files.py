"""Check `exposed-files`."""

from collections.abc import Iterator

from webaudit.extract.leaks import debug_output, is_listing, is_secret_path
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import LinkTargets, Readings
from webaudit.model.finding import Outcome, Verdict, cant_tell, failed, passed
from webaudit.model.home_page import NotFound
from webaudit.model.reading import PageKind, Reading
from webaudit.model.record import Failure
from webaudit.standards import indonesia

_MOST = 100


@check(
    id="exposed-files",
    title="The server shows no folders, backups or error reports",
    category=Category.INTEGRITY,
    severity=Severity.SERIOUS,
    sources=(indonesia.BSSN_4_2021,),
    remedy="Switch off lists of folders (Options -Indexes on Apache, autoindex off on nginx) and error "
    "reports (display_errors = Off; APP_DEBUG=false; WP_DEBUG false), and delete backups from the "
    "public folder.",
    since="0.3.0",
    sole_target=True,
)
def exposed_files(
    readings: Readings, not_found: NotFound | Failure, link_targets: LinkTargets | Failure
) -> Iterator[Verdict]:
    """What is meant for makers shows burglars the way: names of files, paths, queries, passwords.

    Target: the site, with every captured page, what it answers to an address that cannot exist, and the
        files that it links to.
    Expectation: no page lists a folder by itself, none reports an error with paths or traces, and no link
        leads to a backup of a database, a settings file or a repository.
    Limits: only what the site itself links to is looked at; nothing is tried out, no login is touched.

    Passed:
        ```json
        {"readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content",
            "title": "Dinas", "text": "Selamat datang"}]},
         "not_found": {"reason": "budget"}, "link_targets": {"targets": []}}
        ```

    Failed (directory-listing, debug-page, file-exposed):
        ```json
        {"readings": {"pages": [{"url": "https://a.go.id/berkas/", "status": 200, "kind": "content",
            "title": "Index of /berkas", "text": "Name Last modified Size Parent Directory"}]},
         "not_found": {"reason": "budget"}, "link_targets": {"targets": []}}
        {"readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content",
            "text": "Warning: mysqli_connect(): Access denied in /home/dinas/db.php on line 12"}]},
         "not_found": {"reason": "budget"}, "link_targets": {"targets": []}}
        {"readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content"}]},
         "not_found": {"reason": "budget"}, "link_targets": {"targets": [{"internal": true,
            "url": "https://a.go.id/db.sql", "kind": "not-html",
            "hops": [{"url": "https://a.go.id/db.sql", "status": 200}]}]}}
        ```

    CantTell (unread, file-unclear):
        ```json
        {"readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "shell"}]},
         "not_found": {"reason": "budget"}, "link_targets": {"targets": []}}
        {"readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content"}]},
         "not_found": {"reason": "budget"}, "link_targets": {"targets": [{"internal": true,
            "url": "https://a.go.id/db.sql", "kind": null,
            "hops": [{"url": "https://a.go.id/db.sql", "status": 503}]}]}}
        ```
    """
    pages = list(readings.pages)
    if isinstance(not_found, NotFound) and not_found.reading is not None:
        pages.append(not_found.reading)
    found = [verdict for page in pages[:_MOST] for verdict in _on_page(page)]
    if isinstance(link_targets, LinkTargets):
        found += _linked(link_targets)
    if not found and any(page.kind is PageKind.SHELL for page in readings.pages):
        message = "pages that only a script fills could not be read"
        yield cant_tell(None, "unread", message)
    else:
        # One hole is enough; what is certain is told before what is not.
        found.sort(key=lambda verdict: verdict.outcome is not Outcome.FAILED)
        yield found[0] if found else passed(None)


def _on_page(page: Reading) -> Iterator[Verdict]:
    if is_listing(page):
        yield failed(page.url, "directory-listing", "the server lists all files of a folder by itself")
    elif software := debug_output(page):
        message = "an error report for makers is shown to everybody ({software})"
        yield failed(page.url, "debug-page", message, software=software)


def _linked(targets: LinkTargets) -> Iterator[Verdict]:
    for target in targets.targets:
        if not target.internal or not is_secret_path(target.url):
            continue
        if target.status == 200 and target.kind in (None, PageKind.NOT_HTML):
            message = "a file that is not meant for the public can be fetched"
            yield failed(target.url, "file-exposed", message)
        elif target.is_open and not target.is_gone:
            yield cant_tell(target.url, "file-unclear", "whether the linked file can be fetched is unknown")
