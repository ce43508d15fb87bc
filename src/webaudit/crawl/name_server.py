"""Questions to a name server: bounded in number, time and size, whatever it answers."""

import asyncio
from dataclasses import dataclass, field
from functools import lru_cache
from ipaddress import ip_address
from typing import Any

from webaudit.crawl.clock import monotonic

PORT = 53
ASK_SECONDS = 2.0
TRIES = 2
MAX_SECONDS = 15.0
"""For all questions about one site."""

MAX_QUESTIONS = 60
MAX_ALIASES = 10
MAX_ANSWERS = 200
MAX_TEXT = 4_000


@dataclass(frozen=True, slots=True)
class Reply:
    """What a name server answers to one question.

    Attributes:
        code: "NOERROR", "NXDOMAIN", "SERVFAIL" …
        answers: pairs of kind and value, of the name and of what it stands for.
        aliases: the names that it stands for, in their order.
        signed: there is a signature, or the server has checked one.
    """

    code: str
    answers: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()
    signed: bool = False

    def of(self, kind: str) -> tuple[str, ...]:
        """The values of one kind."""
        return tuple(value for one, value in self.answers if one == kind)

    @property
    def is_known(self) -> bool:
        """Whether the server has said what there is, or that there is nothing."""
        return self.code in ("NOERROR", "NXDOMAIN")


@dataclass(slots=True)
class NameServer:
    """One name server, asked about one site."""

    address: str
    port: int = PORT
    asked: int = 0
    _since: float = field(default_factory=monotonic)

    async def ask(self, name: str, kind: str, *, unchecked: bool = False) -> Reply | None:
        """The answer to one question; None if none came that means anything.

        Args:
            unchecked: have the server answer even if signatures are wrong.
        """
        import dns.asyncquery
        import dns.exception
        import dns.flags
        import dns.message

        for _ in range(TRIES):
            left = MAX_SECONDS - (monotonic() - self._since)
            if self.asked >= MAX_QUESTIONS or left <= 0:
                return None
            self.asked += 1
            seconds = min(ASK_SECONDS, left)
            try:
                question = dns.message.make_query(name, kind, want_dnssec=True, payload=1232)
                question.flags |= dns.flags.AD | (dns.flags.CD if unchecked else 0)
                async with asyncio.timeout(2 * seconds):
                    # Answers to other questions are waited past: they may be forged.
                    answer, _ = await dns.asyncquery.udp_with_fallback(
                        question,
                        self.address,
                        seconds,
                        self.port,
                        ignore_unexpected=True,
                        ignore_errors=True,
                    )
            except (OSError, EOFError, ValueError, dns.exception.DNSException):
                continue
            return _reply(question, answer)
        return None


def _reply(question: Any, answer: Any) -> Reply:
    """What a message says of the name that was asked for."""
    import dns.flags
    import dns.rcode
    import dns.rdatatype

    sets: dict[tuple[Any, Any], Any] = {(one.name, one.rdtype): one for one in answer.answer[:MAX_ANSWERS]}
    asked = question.question[0]
    name = asked.name
    aliases: list[str] = []
    while len(aliases) < MAX_ALIASES:
        alias = sets.get((name, dns.rdatatype.CNAME))
        if alias is None or asked.rdtype == dns.rdatatype.CNAME:
            break
        name = alias[0].target
        aliases.append(_text(name))
    found = sets.get((name, asked.rdtype))
    values = [] if found is None else [_value(one) for one in list(found)[:MAX_ANSWERS]]
    kind = dns.rdatatype.to_text(asked.rdtype)
    signed = bool(answer.flags & dns.flags.AD) or any(kind == dns.rdatatype.RRSIG for _, kind in sets)
    code = dns.rcode.to_text(answer.rcode())
    return Reply(code, tuple((kind, value) for value in values), tuple(aliases), signed)


def _value(data: Any) -> str:
    """One value, as text."""
    strings = getattr(data, "strings", None)
    if strings is not None:
        return b"".join(strings)[:MAX_TEXT].decode("utf-8", "replace")
    exchange = getattr(data, "exchange", None)
    if exchange is not None:
        return _text(exchange)
    if hasattr(data, "tag") and hasattr(data, "value"):
        said = data.value[:MAX_TEXT].decode("utf-8", "replace")
        return f"{data.flags} {data.tag.decode('ascii', 'replace').lower()} {said}"
    return str(data.to_text())[:MAX_TEXT]


def _text(name: Any) -> str:
    return str(name.to_text(omit_final_dot=True)).lower()


def name_server(written: str) -> NameServer | None:
    """The name server that is written as ADDRESS or ADDRESS:PORT; the system's own if nothing is written.

    Returns:
        None if the system names none.

    Raises:
        ValueError: it is no address.
    """
    if not written:
        address = _systems_own()
        return NameServer(address) if address else None
    address, port = parse(written)
    return NameServer(address, port)


def parse(written: str) -> tuple[str, int]:
    """ADDRESS or ADDRESS:PORT, IPv6 in brackets if a port follows.

    Raises:
        ValueError: it is neither.
    """
    address, port = written, str(PORT)
    if written.startswith("["):
        address, closed, rest = written[1:].partition("]")
        port = rest.removeprefix(":") if rest or not closed else port
    elif written.count(":") == 1:
        address, _, port = written.partition(":")
    if not (port.isascii() and port.isdecimal() and 0 < int(port) < 65_536):
        raise ValueError(port)
    return str(ip_address(address)), int(port)


@lru_cache(maxsize=1)
def _systems_own() -> str:
    """The first name server that this machine is set up with; empty if it has none."""
    import dns.exception
    import dns.resolver

    try:
        servers = dns.resolver.Resolver().nameservers
    except (OSError, dns.exception.DNSException):
        return ""
    return next((str(one) for one in servers if _is_address(str(one))), "")


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
