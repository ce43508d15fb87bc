"""What pretends to keep browsers and visitors safe, and what does."""

from dataclasses import replace

from tests.metamorphic.captured import Captured, at_end, in_footer, in_head, with_header
from tests.metamorphic.transformation import cosmetic, repair
from tests.metamorphic.transformations.services import empty_page
from webaudit.model.evidence import Purpose

POLICY = "default-src 'self'; script-src 'self' https://cdn.example; object-src 'none'"
CSP = "content-security-policy"


def _with_field(site: Captured, name: str, value: str) -> Captured | None:
    """Every page's answer with one field more, where it had none of that name."""
    wanting = tuple(one for one in site.pages if one.header(name) is None)
    return site.each(lambda one: with_header(one, name, value), to=wanting) if wanting else None


@cosmetic
def reported_policy(site: Captured) -> Captured | None:
    """A good policy that browsers only report on."""
    return _with_field(site, f"{CSP}-report-only", POLICY)


@cosmetic
def policy_for_all(site: Captured) -> Captured | None:
    """A policy that forbids nothing."""
    return _with_field(site, CSP, "default-src * 'unsafe-inline' 'unsafe-eval' data: blob:")


@cosmetic
def policy_in_curled_quotes(site: Captured) -> Captured | None:
    """A policy pasted from a word processor, which browsers pass over."""
    return _with_field(site, CSP, "default-src ‘self’; object-src ‘none’")


@cosmetic
def policy_out_of_place(site: Captured) -> Captured:
    """A good policy at the end of the body, in a comment and in a template."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    return site.rewritten(lambda old: at_end(old, f"<!-- {meta} --><template>{meta}</template><p>{meta}</p>"))


@cosmetic
def policy_on_the_home_page(site: Captured) -> Captured | None:
    """Good orders to browsers with the home page alone."""
    if not site.others or site.home.header(CSP) is not None:
        return None
    fields = {CSP: f"{POLICY}; frame-ancestors 'self'", "x-content-type-options": "nosniff"}
    changed = site
    for name, value in fields.items():
        changed = changed.each(lambda one, n=name, v=value: with_header(one, n, v), to=(changed.home,))  # type: ignore[misc]
    return changed


@cosmetic
def framing_for_a_friend(site: Captured) -> Captured | None:
    """An order about frames that no browser understands."""
    return _with_field(site, "x-frame-options", "ALLOW-FROM https://mitra.example")


@cosmetic
def csirt_in_words(site: Captured) -> Captured:
    """The word CSIRT in the footer, and a link to a page that says nothing else."""
    page = site.with_page("/csirt", empty_page("CSIRT")).with_link("/csirt", "CSIRT")
    return page.rewritten(lambda old: in_footer(old, "<p>CSIRT, tanggap insiden siber, RFC 2350</p>"))


@cosmetic
def privacy_in_words(site: Captured) -> Captured:
    """A link to a notice about privacy that only says its title, and the words in the footer."""
    title = "Kebijakan Privasi"
    page = site.with_page("/privasi", empty_page(title)).with_link("/privasi", title)
    return page.rewritten(lambda old: in_footer(old, f"<p>{title}. Pelindungan data pribadi</p>"))


@cosmetic
def digest_of_nothing(site: Captured) -> Captured | None:
    """The word integrity on every script, without a digest."""
    pages = [page for page in site.pages if b"<script" in page.body]
    if not pages:
        return None
    return site.rewritten(lambda old: old.replace("<script ", '<script integrity="sha384-" '), to=pages)


@cosmetic
def empty_security_txt(site: Captured) -> Captured:
    """A security.txt that names nobody, in the place of none."""
    return _security_txt(site, b"# segera hadir\nContact: \nExpires: selamanya\n")


@repair
def named_security_txt(site: Captured) -> Captured:
    """A security.txt that names the CSIRT and holds for half a year."""
    end = site.snapshot.captured_at.replace(year=site.snapshot.captured_at.year + 1)
    said = f"Contact: mailto:csirt@contohprov.go.id\nExpires: {end:%Y-%m-%dT%H:%M:%SZ}\n"
    return _security_txt(site, said.encode())


@repair
def narrow_policy(site: Captured) -> Captured | None:
    """A policy that lets no foreign script run, in the head of every page."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    return site.rewritten(lambda old: in_head(old, meta))


def _security_txt(site: Captured, body: bytes) -> Captured:
    """The file's answer."""
    answer = replace(
        site.home,
        url=site.url("/.well-known/security.txt"),
        purpose=Purpose.SECURITY_TXT,
        status=200,
        headers=(("content-type", "text/plain"),),
        body=body,
    )
    kept = (one for one in site.exchanges if one.purpose is not Purpose.SECURITY_TXT)
    return site.with_exchanges((*kept, answer))
