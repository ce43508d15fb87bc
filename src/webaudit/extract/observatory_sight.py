"""What MDN HTTP Observatory would have seen of a site, out of what was captured."""

from collections.abc import Iterable, Sequence
from itertools import islice

from webaudit.extract.certificate_names import covers
from webaudit.extract.observatory_seen import Reply, Script, Sight
from webaudit.extract.records import NOT_CAPTURED, asked
from webaudit.extract.urls import host
from webaudit.model.evidence import Exchange, Home, Hop, PlainHttp, Purpose
from webaudit.model.heads import Cors, Head
from webaudit.model.page import Page
from webaudit.model.plan import Plan
from webaudit.model.record import Failure, FailureReason, Record, Stage
from webaudit.model.tls import Tls

MOST_SCRIPTS = 2_000
SRC_CHARACTERS = 2_000

_NO_HTTPS = (FailureReason.REFUSED, FailureReason.TIMEOUT, FailureReason.RESET, FailureReason.TLS)


def scripts(page: Page) -> tuple[Script, ...]:
    """The scripts of a page in order; one without an address has an empty one."""
    return tuple(
        Script(element.get("src", "").strip()[:SRC_CHARACTERS], bool(element.get("integrity")))
        for element in islice(page.elements("script"), MOST_SCRIPTS)
    )


def cors(exchanges: Iterable[Exchange]) -> Cors | Failure:
    """What the home page's server lets the pages of a foreign site do."""
    answer = next((one for one in exchanges if one.purpose is Purpose.CORS), None)
    if answer is None:
        return NOT_CAPTURED
    if answer.status is None:
        return answer.failure or NOT_CAPTURED
    sent = next((value for name, value in answer.request_headers if name == "origin"), "")
    trusts = (answer.header("access-control-allow-credentials") or "").strip() == "true"
    allowed = (answer.header("access-control-allow-origin") or "").strip()[:300]
    return Cors(answer.url, answer.status, sent, allowed, trusts)


def sight(
    plan: Plan,
    home: Home | Failure,
    plain: Record | Failure | None,
    tls: Record | Failure | None,
    asked_cors: Record | Failure | None,
    exchanges: Iterable[Exchange],
    head: Head | None,
    found: Sequence[Script],
) -> Sight | Failure:
    """What there was to see, or why it is too little.

    Args:
        asked_cors: why OPTIONS was not asked, if it was not.
        head: of the home page; None if that is no HTML.
        found: its scripts.
    """
    if isinstance(home, Failure):
        return home
    kept = tuple(exchanges)
    by_url = asked(kept, Purpose.HOME, Purpose.PLAIN_HTTP)
    chain = _replies(home.hops, by_url)
    if not chain or home.hops[-1].status is None:
        return home.hops[-1].failure or Failure(FailureReason.NOT_CAPTURED)
    last = chain[-1].status
    if last >= 400 and last not in (401, 403):
        return Failure(FailureReason.HTTP_STATUS, Stage.HEADERS, f"status {last}")
    secure = chain if chain[0].url.startswith("https:") else ()
    if not secure:
        # Asked over http; it answers over https too if it leads there.
        start = next((n for n, reply in enumerate(chain) if reply.url.startswith("https:")), None)
        secure = chain[start:] if start is not None else ()
        if not secure and not (isinstance(tls, Failure) and tls.reason in _NO_HTTPS):
            return Failure(FailureReason.NOT_CAPTURED, detail="nobody asked for the home page over https")
    plainly = chain if chain[0].url.startswith("http:") else ()
    if not plainly and isinstance(plain, PlainHttp):
        whole = plain.hops[-1].status is not None
        plainly = _replies(plain.hops, by_url) if whole else ()
    elif not plainly and (not isinstance(plain, Failure) or plain.reason not in _NO_HTTPS):
        return plain if isinstance(plain, Failure) else Failure(FailureReason.NOT_CAPTURED)
    preflight = next((e for e in kept if e.purpose is Purpose.CORS), None)
    if preflight is None:
        return asked_cors if isinstance(asked_cors, Failure) else NOT_CAPTURED
    good = preflight.status is not None and preflight.status < 400
    return Sight(
        name=host(plan.site.url),
        https=secure,
        http=plainly,
        trusted=not isinstance(tls, Tls) or _is_trusted(tls),
        preflight=Reply(preflight.url, preflight.status or 0, preflight.headers) if good else None,
        policies=(*head.policies, *head.ignored) if head else (),
        referrer=next((said for said in reversed(head.referrer) if said), "") if head else "",
        scripts=tuple(script for script in found if script.src),
        other_scripts=any(not script.src for script in found),
    )


def _is_trusted(tls: Tls) -> bool:
    return tls.verify_code == 0 and bool(tls.chain) and covers(tls.chain[0].names, tls.host.strip("[]"))


def _replies(hops: Sequence[Hop], by_url: dict[str, Exchange]) -> tuple[Reply, ...]:
    """The answers of a chain, in order; those of the silent start of another scheme are none."""
    answers = (by_url[hop.url] for hop in hops if hop.url in by_url)
    return tuple(Reply(one.url, one.status, one.headers) for one in answers if one.status is not None)
