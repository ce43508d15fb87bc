"""What the answer that carried a page tells browsers to do."""

from itertools import islice

from webaudit.extract.followers import followers
from webaudit.extract.metas import MOST_METAS
from webaudit.model.heads import Head
from webaudit.model.page import Page

FIELDS = frozenset(
    (
        *("content-security-policy", "content-security-policy-report-only", "x-frame-options"),
        *("x-content-type-options", "referrer-policy", "permissions-policy", "set-cookie", "content-type"),
        *("cross-origin-opener-policy", "cross-origin-resource-policy", "cross-origin-embedder-policy"),
        *("access-control-allow-origin", "access-control-allow-credentials"),
        *("server", "x-powered-by", "x-aspnet-version", "x-aspnetmvc-version", "x-generator"),
    )
)
MOST_FIELDS = 60
FIELD_CHARACTERS = 8_000
MOST_POLICIES = 20


def head(page: Page) -> Head:
    """What the page's answer and its meta elements tell browsers."""
    fields = ((name, value[:FIELD_CHARACTERS]) for name, value in page.exchange.headers if name in FIELDS)
    policies: list[str] = []
    ignored: list[str] = []
    referrer: list[str] = []
    generator = ""
    for meta in islice(page.elements("meta"), MOST_METAS):
        content = meta.get("content")
        if content is None:
            continue
        if meta.get("http-equiv", "").strip().lower() == "content-security-policy":
            parent = meta.getparent()
            # HTML Standard, 4.2.5.3: what is no child of the head is passed over.
            obeyed = parent is not None and parent.tag == "head"
            (policies if obeyed else ignored).append(content[:FIELD_CHARACTERS])
        name = meta.get("name", "").strip().lower()
        if name == "generator" and not generator:
            generator = " ".join(content[:200].split())
        elif name == "referrer":
            referrer.append(content[:200])
    return Head(
        page.url,
        tuple(islice(fields, MOST_FIELDS)),
        tuple(policies[:MOST_POLICIES]),
        tuple(ignored[:MOST_POLICIES]),
        generator,
        tuple(referrer[:MOST_POLICIES]),
        *followers(page),
    )
