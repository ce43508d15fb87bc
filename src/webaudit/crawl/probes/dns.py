"""Probe of the record Dns: what a name server says of the site's host, its domain, and its mail."""

from collections.abc import Iterator

from webaudit.crawl.address import literal, routed
from webaudit.crawl.name_server import MAX_ALIASES, NameServer, Reply, name_server
from webaudit.crawl.visit import Visit
from webaudit.extract import spf
from webaudit.extract.urls import host, port, registrable
from webaudit.model.dns import Dns, Mail, Name, Texts
from webaudit.model.record import Failure, FailureReason, Stage

MAX_POLICIES = 15
"""Domains whose policies of senders are read: five more than a receiver would."""

MAX_PARENTS = 8
MAX_NAME = 253

_SILENT = Failure(FailureReason.TIMEOUT, Stage.DNS, "no name server answers")


async def dns(visit: Visit) -> Dns | Failure:
    """Asks the name server that is given, or the machine's own, about the site's host."""
    plan = visit.plan
    name = host(plan.site.url)
    if literal(name) or "." not in name:
        return Failure(FailureReason.NOT_APPLICABLE, detail="the site has no name that DNS could know")
    if not plan.reach.resolver and routed(name, port(plan.site.url), plan.reach):
        return Failure(FailureReason.NOT_CAPTURED, detail="the operator's word stands in place of DNS")
    server = name_server(plan.reach.resolver)
    if server is None:
        return Failure(FailureReason.NOT_CAPTURED, detail="this machine names no name server")
    first = await server.ask(name, "A")
    if first is None or first.code == "REFUSED":
        return _SILENT
    zone = registrable(name)
    bare = name.removeprefix("www.")
    bogus = first.code == "SERVFAIL" and _answers(await server.ask(name, "A", unchecked=True))
    own = await _name(server, name, first)
    twin = bare if bare != name else f"www.{name}"
    other = await _name(server, twin, await server.ask(twin, "A"))
    key = await server.ask(zone, "DS")
    return Dns(
        host=name,
        zone=zone,
        names=(own, other),
        caa=await _caa(server, name),
        delegation_signed=bool(key.of("DS")) if key and key.is_known else None,
        answers_signed=first.signed,
        bogus=bogus,
        mail=await _mail(server, bare, zone),
    )


def _answers(reply: Reply | None) -> bool:
    return reply is not None and reply.code == "NOERROR" and bool(reply.answers)


async def _name(server: NameServer, name: str, reply: Reply | None) -> Name:
    """One host; a server that does not follow aliases by itself is asked step by step."""
    aliases: tuple[str, ...] = ()
    while reply is not None and reply.code == "NOERROR" and reply.aliases and not reply.answers:
        steps = tuple(one for one in reply.aliases if one not in (name, *aliases))
        if not steps or len(aliases) >= MAX_ALIASES:
            # A circle leads nowhere.
            return Name(name, None, aliases)
        aliases += steps
        reply = await server.ask(aliases[-1], "A")
    if reply is None or not reply.is_known:
        return Name(name, None, aliases)
    aliases = tuple(dict.fromkeys((*aliases, *reply.aliases)))
    if reply.code == "NXDOMAIN":
        owned = await _is_owned(server, aliases[-1]) if aliases else None
        return Name(name, False, aliases, owned=owned)
    v6 = await server.ask(aliases[-1] if aliases else name, "AAAA")
    return Name(name, True, aliases, reply.of("A"), v6.of("AAAA") if v6 is not None and v6.is_known else None)


async def _is_owned(server: NameServer, name: str) -> bool | None:
    """Whether anybody has registered the domain that a name belongs to."""
    reply = await server.ask(registrable(name), "NS")
    return reply.code == "NOERROR" if reply is not None and reply.is_known else None


async def _caa(server: NameServer, name: str) -> tuple[str, ...] | None:
    """The nearest authorization, from the host upwards (RFC 8659, 3)."""
    for one in _upwards(name):
        reply = await server.ask(one, "CAA")
        if reply is None or not reply.is_known:
            return None
        if reply.of("CAA"):
            return reply.of("CAA")
    return ()


def _upwards(name: str) -> Iterator[str]:
    labels = name.split(".")
    return (".".join(labels[at:]) for at in range(min(len(labels), MAX_PARENTS)))


async def _mail(server: NameServer, bare: str, zone: str) -> Mail | None:
    """The mail of the host or, if that takes none, of the domain that it belongs to."""
    for domain in dict.fromkeys((bare, zone)):
        reply = await server.ask(domain, "MX")
        if reply is None or not reply.is_known:
            return None
        servers = tuple(one for one in reply.of("MX") if one not in ("", "."))
        if servers:
            return Mail(domain, servers, await _policies(server, domain), await _dmarc(server, domain))
    return None


async def _texts(server: NameServer, name: str) -> tuple[str, ...] | None:
    reply = await server.ask(name, "TXT") if len(name) <= MAX_NAME else None
    return reply.of("TXT") if reply is not None and reply.is_known else None


async def _policies(server: NameServer, domain: str) -> tuple[Texts, ...]:
    """The policy of a domain, and those that it includes, each once."""
    found: dict[str, Texts] = {}
    waiting = [domain]
    while waiting and len(found) < MAX_POLICIES:
        name = waiting.pop(0)
        if name in found:
            continue
        texts = await _texts(server, name)
        own = None if texts is None else tuple(text for text in texts if spf.is_policy(text))
        found[name] = Texts(name, own)
        waiting += spf.policy(own[0]).includes if own else ()
    return tuple(found.values())


async def _dmarc(server: NameServer, domain: str) -> tuple[Texts, ...]:
    """The policy on forged mail, of the domain or of the one above (RFC 7489, 6.6.3)."""
    found: list[Texts] = []
    for one in dict.fromkeys((domain, registrable(domain))):
        texts = await _texts(server, f"_dmarc.{one}")
        own = None if texts is None else tuple(text for text in texts if text.startswith("v=DMARC1"))
        found.append(Texts(one, own))
        if own or own is None:
            break
    return tuple(found)
