"""Probe of the record Rendered."""

import json
import logging

from webaudit.crawl.ask import Ask
from webaudit.crawl.browser.browser import BrokenError
from webaudit.crawl.browser.gate import Gate, Shelf
from webaudit.crawl.browser.visit import Look, look
from webaudit.crawl.clock import utc_now
from webaudit.crawl.visit import Visit
from webaudit.extract.source import source
from webaudit.extract.template import sample
from webaudit.model.evidence import Exchange, Home, Purpose
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.model.rendered import Rendered

MOST_BYTES = 4_000_000
"""Of what was measured on one page."""

_SHOTS = {"desktop": Purpose.SHOT_DESKTOP, "320": Purpose.SHOT_NARROW}

log = logging.getLogger(__name__)


async def rendered(visit: Visit, home: Home) -> Rendered | Failure:
    """Shows a browser the first page of each of the site's largest templates.

    Returns:
        nothing; the record is rebuilt from what was kept.
    """
    del home  # Only where it answered are there pages.
    if visit.closed:
        return visit.closed
    if visit.plan.exact:
        return Failure(FailureReason.NOT_CAPTURED)
    if visit.rules.disallows_all:
        return Failure(FailureReason.ROBOTS, Stage.URL, "robots.txt allows nothing")
    pages = sample(visit.templates)
    if not pages:
        return Failure(FailureReason.NOT_APPLICABLE, detail="the site has no HTML page")
    shelf = Shelf()
    for url, template in pages:
        if not visit.brings_again(url, Purpose.RENDERED):
            await _show(visit, shelf, url, template)
    return Rendered(())


async def _show(visit: Visit, shelf: Shelf, url: str, template: str) -> None:
    """Shows one page, and keeps what was seen, or why nothing was."""
    document = await visit.net.fetch(
        Ask(
            url=url,
            purpose=Purpose.PAGE,
            politeness=visit.politeness,
            seconds=visit.plan.budget.request_seconds,
            html_bytes=visit.plan.budget.html_bytes,
            other_bytes=visit.plan.budget.target_bytes,
            ports=visit.ports,
        )
    )
    said: dict[str, object] = {"template": template}
    found = await _looked(visit, shelf, document)
    if isinstance(found, Failure):
        log.info("not shown url=%s reason=%s detail=%s", url, found.reason, found.detail)
        visit.limits["browser"] = None
        said["failure"] = {"reason": found.reason.value, "detail": found.detail}
    else:
        digests = {
            name: _keep(visit, url, _SHOTS[name], "image/jpeg", shot) for name, shot in found.shots.items()
        }
        dom = _keep(visit, url, Purpose.DOM, "text/html; charset=utf-8", found.dom.encode("utf-8", "replace"))
        said |= {"axe": found.axe, "facts": found.facts, "shots": digests, "dom": dom}
        said |= {"unstyled": True} if found.unstyled else {}
        said |= {"frames": found.frames} if found.frames else {}
        if found.unmeasured:
            log.info("not all was measured url=%s names=%s", url, ",".join(found.unmeasured))
            said["unmeasured"] = {name: reason.value for name, reason in found.unmeasured.items()}
        if FailureReason.TIMEOUT in found.unmeasured.values():
            visit.limits["browser"] = None
    body = json.dumps(said, ensure_ascii=True, sort_keys=True).encode()
    if len(body) > MOST_BYTES:
        failure = {"reason": FailureReason.BUDGET.value, "detail": "what was measured"}
        body = json.dumps({"template": template, "failure": failure}, sort_keys=True).encode()
    _keep(visit, url, Purpose.RENDERED, "application/json", body)


async def _looked(visit: Visit, shelf: Shelf, document: Exchange) -> Look | Failure:
    """What was seen of a page, or why nothing was."""
    if document.failure is not None:
        return document.failure
    if document.status != 200 or source(document, visit.plan.budget.html_bytes) is None:
        return Failure(FailureReason.HTTP_STATUS, Stage.CONTENT, f"status {document.status}")
    gate = Gate(visit, document, shelf, visit.plan.budget.browser_seconds)
    try:
        return await look(visit.net.browser, gate)
    except TimeoutError:
        return Failure(FailureReason.TIMEOUT, Stage.CONTENT, "the page kept the browser busy")
    except BrokenError as error:
        return Failure(FailureReason.BROWSER, Stage.CONTENT, str(error))
    finally:
        visit.limits.update(gate.limits)


def _keep(visit: Visit, url: str, purpose: Purpose, media_type: str, body: bytes) -> str:
    """Keeps what the browser gave; returns its digest."""
    kept = Exchange(url, purpose, utc_now(), method="", headers=(("content-type", media_type),), body=body)
    visit.keep(kept)
    return kept.digest
