"""Pages that a server shows by mistake: listings of folders, and what programs say to their makers."""

import re

from webaudit.model.reading import Reading

_CHARACTERS = 20_000
_FEW_WORDS = 300
"""An article that quotes an error is longer than what an error leaves of a page."""

_LISTING_TITLE = re.compile(
    r"\s*(?:index of /|directory listing (?:for|of) [/\[]|listing directory |[\w.-]+ - /)", re.IGNORECASE
)
_LISTING_TEXT = re.compile(
    r"\b(?:parent directory|\[to parent directory\]|last modified|up to parent)\b|(?:^|\s)\.\./(?:\s|$)",
    re.IGNORECASE,
)
_SERVER_FILE = (
    r"(?:/(?:home\d?|var|www|srv|usr|opt|app|data|mnt)/|[A-Za-z]:[\\/])[\w .\\/-]{1,200}\.(?:php|inc|phtml)"
)
_PHP = re.compile(
    r"\b(?:Fatal error|Parse error|Warning|Notice|Deprecated): .{1,400}? in "
    + _SERVER_FILE
    + r"(?: on line |:)\d+",
    re.DOTALL,
)
_SAYS = (
    ("DEBUG = True", "Django", re.compile(r"seeing this error because you have DEBUG = True")),
    (
        "Whoops",
        "Laravel",
        re.compile(r"Whoops, looks like something went wrong|Whoops! There was an error\."),
    ),
    (
        "Stack trace",
        "Laravel",
        re.compile(r"\bLARAVEL \d+\.\d+.{0,2000}\bStack trace\b|\bflareapp\.io\b", re.DOTALL),
    ),
    ("APPPATH", "CodeIgniter", re.compile(r"\bAPPPATH[/\\]\w+.{0,200}\.php\b")),
    ("SYSTEMPATH", "CodeIgniter", re.compile(r"\bSYSTEMPATH[/\\]\w+.{0,200}\.php\b")),
    (
        "WordPress database error",
        "WordPress",
        re.compile(r"WordPress database error:? .{1,400}\bfor query\b", re.DOTALL),
    ),
    ("yii\\", "Yii", re.compile(r"\byii\\(?:base|db|web)\\\w*Exception")),
    (
        "Exception Report",
        "Tomcat",
        re.compile(r"HTTP Status 5\d\d\b.{0,400}Exception Report.{0,4000}\bat [\w.$]+\(", re.DOTALL),
    ),
    ("Exception caught", "Rails", re.compile(r"Action Controller: Exception caught|Rails\.root: /")),
    (
        ".js:",
        "Node.js",
        re.compile(r"\bat (?:[\w.<>\[\] ]{1,80} )?\((?:/|[A-Za-z]:\\)[^()\s]{1,200}\.js:\d+:\d+\)"),
    ),
    (
        "ODBC",
        "SQL",
        re.compile(r"\[Microsoft\]\[ODBC [\w ]{1,60}\]|Microsoft OLE DB Provider for ODBC Drivers error"),
    ),
    ("ORA-", "SQL", re.compile(r"\bORA-\d{5}: ")),
    ("Warning: pg_", "SQL", re.compile(r"\bpg_\w+\(\): Query failed: ERROR")),
    ("Illuminate\\", "Laravel", re.compile(r"Illuminate\\\w+\\.{1,120}Exception", re.DOTALL)),
    ("Symfony", "Symfony", re.compile(r"Symfony Exception|Symfony\\Component\\\w+\\.{1,120}Exception")),
    ("A Database Error", "CodeIgniter", re.compile(r"A Database Error Occurred")),
    ("A PHP Error", "CodeIgniter", re.compile(r"A PHP Error was encountered")),
    ("Server Error in '/", "ASP.NET", re.compile(r"Server Error in '/.{1,2500}Stack Trace:", re.DOTALL)),
    ("Traceback (", "Python", re.compile(r"Traceback \(most recent call last\).{1,2000}File \"/", re.DOTALL)),
    (".java:", "Java", re.compile(r"\bat (?:org|com|javax?)\.[\w.$]{3,120}\(\w+\.java:\d+\)")),
    ("SQLSTATE[", "SQL", re.compile(r"SQLSTATE\[\w{5}\]")),
    ("your SQL syntax", "SQL", re.compile(r"You have an error in your SQL syntax")),
)
"""Words to look for first, name of the software, and what it says."""

_PHPINFO = re.compile(r"PHP Version \d+\.\d+.{0,400}\bConfigure Command\b", re.DOTALL)
_SECRET = re.compile(
    r"/\.(?:git|svn|env|htpasswd|htaccess|DS_Store)(?:[./]|$)"
    r"|/(?:wp-config|config|configuration|database)\.php\.(?:bak|old|save|txt|orig)$"
    r"|\.(?:sql|sql\.(?:gz|zip)|bak|dump)$|/phpinfo\.php$",
    re.IGNORECASE,
)


def is_listing(page: Reading) -> bool:
    """Whether the page is a server's own list of the files of a folder."""
    return bool(_LISTING_TITLE.match(page.title) and _LISTING_TEXT.search(page.text[:_CHARACTERS]))


def debug_output(page: Reading) -> str:
    """The software that tells its makers what went wrong, on a page for the public; empty if none does.

    PHP's words have to name a file of the server: its notices stand in the midst of ordinary pages.
    """
    text = page.text[:_CHARACTERS]
    if "Configure Command" in text and _PHPINFO.search(text):
        return "phpinfo"
    if (" on line " in text or ".php:" in text) and _PHP.search(text):
        return "PHP"
    if page.words >= _FEW_WORDS and (page.status or 0) < 400:
        return ""
    return next((name for mark, name, says in _SAYS if mark in text and says.search(text)), "")


def is_secret_path(url: str) -> bool:
    """Whether an address is that of a file that nobody means to publish: a backup, a key, a repository."""
    path = url.partition("://")[2].partition("?")[0]
    return _SECRET.search("/" + path.partition("/")[2]) is not None
