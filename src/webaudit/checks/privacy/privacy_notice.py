"""Check `privacy-notice`."""

from collections.abc import Iterator

from webaudit.extract.urls import page_key
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import LinkTargets, Readings
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.heads import Forms
from webaudit.model.reading import PageKind
from webaudit.model.record import Failure
from webaudit.standards import indonesia

LEAST_WORDS = 100
"""Of a notice: what the data are for, who sees them, how long they are kept and whom to ask."""


@check(
    id="privacy-notice",
    title="Forms that ask who somebody is say what becomes of the data",
    category=Category.PRIVACY,
    severity=Severity.SERIOUS,
    sources=(indonesia.UU_27_2022,),
    remedy="Write beside the form, or on a page that the footer links to, what the data are for, who "
    "sees them, how long they are kept and whom to ask. In WordPress: Settings, Privacy, makes "
    "such a page. Send forms to your own server, not to a foreign one.",
    since="0.3.0",
)
def privacy_notice(
    forms: Forms, readings: Readings, link_targets: LinkTargets | Failure
) -> Iterator[Verdict]:
    """Whoever hands over name, number and address has a right to know why, and to whom.

    Target: each form that asks for an identity number (NIK, KTP, KK, NPWP …), or for a name and a way to
        reach the person. Forms for logging in, searching and subscribing are none.
    Expectation: the form says what becomes of personal data, or its page links to a notice about privacy that
        is there and not empty, and what is written goes to the government or to the site's own name.
    Limits: whether the notice says what the law asks for is left to people. Forms inside frames are not seen.

    Passed:
        ```json
        {"readings": {"pages": []}, "link_targets": {"targets": []}, "forms": {"personal": [
            {"here": {"url": "https://a.go.id/aduan", "snippet": "<form>"},
             "notices": ["https://a.go.id/privasi"]}]}}
        ```

    Failed (notice-missing, notice-empty, foreign-host):
        ```json
        {"readings": {"pages": []}, "link_targets": {"targets": []}, "forms": {"personal": [
            {"here": {"url": "https://a.go.id/aduan", "snippet": "<form>"}}]}}
        {"link_targets": {"targets": []},
         "readings": {"pages": [{"url": "https://a.go.id/privasi", "status": 200, "kind": "content",
            "text": "Privasi", "words": 1}]},
         "forms": {"personal": [{"here": {"url": "https://a.go.id/aduan", "snippet": "<form>"},
            "notices": ["https://a.go.id/privasi"]}]}}
        {"readings": {"pages": []}, "link_targets": {"targets": []}, "forms": {"personal": [
            {"here": {"url": "https://a.go.id/aduan", "snippet": "<form>"}, "says": true,
             "sent_to": "formulir.example"}]}}
        ```
    """
    nothing = _nothing_there(readings, link_targets)
    for form in forms.personal:
        held = [url for url in form.notices if page_key(url) not in nothing]
        if not form.says and not form.notices:
            message = "the form asks for personal data and does not say what becomes of them"
            yield failed(form.here, "notice-missing", message)
        elif not form.says and not held:
            message = "the form asks for personal data, and the notice says next to nothing: {url}"
            yield failed(form.here, "notice-empty", message, url=form.notices[0])
        elif form.sent_to:
            message = "the form sends personal data to {host}, neither the government's nor the site's own"
            yield failed(form.here, "foreign-host", message, host=form.sent_to)
        else:
            yield passed(form.here)


def _nothing_there(readings: Readings, link_targets: LinkTargets | Failure) -> frozenset[str]:
    """Keys of pages that are gone, or say next to nothing of their own."""
    empty = [
        page_key(page.url)
        for page in readings.pages
        if page.kind is not PageKind.CONTENT or page.thin or page.words < LEAST_WORDS
    ]
    asked = () if isinstance(link_targets, Failure) else link_targets.targets
    return frozenset((*empty, *(page_key(one.url) for one in asked if one.is_gone or one.is_unknown)))
