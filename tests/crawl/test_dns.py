"""The probe Dns against real name servers, honest and hostile: what it says, and what it never does."""

import asyncio

import dns.exception
import dns.message
import dns.rcode
import dns.rrset
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.crawl.name_servers import Server, Twist, Zone, name_server, truncated
from tests.crawl.servers import captured, plan
from webaudit.checks.integrity.dangling_cname import dangling_cname
from webaudit.crawl import name_server as asking
from webaudit.crawl.clock import monotonic
from webaudit.crawl.name_server import MAX_ALIASES, MAX_ANSWERS, MAX_QUESTIONS, MAX_TEXT, parse
from webaudit.model.dns import Dns, Name, Texts
from webaudit.model.plan import Budget, Reach, Route
from webaudit.model.record import Failure, FailureReason

pytestmark = pytest.mark.network

HOST = "dinkes.contohprov.go.id"
ZONE = "contohprov.go.id"
GOOD: Zone = {
    (HOST, "A"): ["192.0.2.1"],
    (HOST, "AAAA"): ["2001:db8::1"],
    (HOST, "RRSIG"): [],
    (f"www.{HOST}", "CNAME"): [f"{HOST}."],
    (ZONE, "DS"): ["1 13 2 " + "ab" * 32],
    (ZONE, "CAA"): ['0 issue "letsencrypt.org"'],
    (ZONE, "MX"): [f"10 mx.{ZONE}."],
    (ZONE, "TXT"): ['"google-site-verification=x"', '"v=spf1 include:_spf.mail.test " "-all"'],
    ("_spf.mail.test", "TXT"): ['"v=spf1 ip4:192.0.2.0/24 ~all"'],
    (f"_dmarc.{ZONE}", "TXT"): ['"v=DMARC1; p=reject"'],
}


def look(
    zone: Zone, twist: Twist | None = None, url: str = f"https://{HOST}/"
) -> tuple[Dns | Failure, Server, float]:
    """What the probe brings home, from which server, and in how many seconds."""

    async def run() -> tuple[Dns | Failure, Server, float]:
        async with name_server(zone, twist) as server:
            reach = Reach(routes=(Route(HOST, "127.0.0.1", to_port=1),), resolver=server.address)
            listed = plan(url, reach=reach, probes=("Dns",), budget=Budget(request_seconds=0.5))
            begun = monotonic()
            found, _ = await captured(listed)
            record = found.records["Dns"]
            assert isinstance(record, (Dns, Failure))
            return record, server, monotonic() - begun

    return asyncio.run(run())


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Silence is waited for a moment, in place of seconds."""
    monkeypatch.setattr(asking, "ASK_SECONDS", 0.3)


def test_good() -> None:
    """Addresses, aliases, authorities, signatures, mail and its policies come home, as they are."""
    seen, _, _ = look(GOOD)

    assert isinstance(seen, Dns)
    assert seen.names == (
        Name(HOST, True, (), ("192.0.2.1",), ("2001:db8::1",)),
        Name(f"www.{HOST}", True, (HOST,), ("192.0.2.1",), ("2001:db8::1",)),
    )
    assert seen.caa == ("0 issue letsencrypt.org",)
    assert (seen.delegation_signed, seen.answers_signed, seen.bogus) == (True, True, False)
    assert seen.mail is not None
    assert (seen.mail.domain, seen.mail.servers) == (ZONE, (f"mx.{ZONE}",))
    assert seen.mail.spf == (
        Texts(ZONE, ("v=spf1 include:_spf.mail.test -all",)),
        Texts("_spf.mail.test", ("v=spf1 ip4:192.0.2.0/24 ~all",)),
    )
    assert seen.mail.dmarc == (Texts(ZONE, ("v=DMARC1; p=reject",)),)


def test_bare() -> None:
    """A host of which DNS knows an address alone has none of the rest, and that is known."""
    seen, _, _ = look({(HOST, "A"): ["192.0.2.1"]})

    assert isinstance(seen, Dns)
    assert seen.names == (Name(HOST, True, (), ("192.0.2.1",), ()), Name(f"www.{HOST}", False))
    assert (seen.caa, seen.delegation_signed, seen.answers_signed, seen.mail) == ((), False, False, None)


@pytest.mark.parametrize("owned", [True, False])
def test_dangling(owned: bool) -> None:
    """An alias to what does not exist is told, and whether its domain is anybody's."""
    zone = {**GOOD, (f"www.{HOST}", "CNAME"): ["kantor.hosting.test."]}
    seen, _, _ = look({**zone, ("hosting.test", "NS"): ["ns.hosting.test."]} if owned else zone)

    assert isinstance(seen, Dns)
    assert seen.names[1] == Name(f"www.{HOST}", False, ("kantor.hosting.test",), owned=owned)


@pytest.mark.parametrize(
    ("place", "code"),
    [
        pytest.param(
            {("pengguna123.github.io", "A"): ["192.0.2.7"]}, "personal-place", id="held by somebody"
        ),
        pytest.param({("github.io", "NS"): ["ns.github.test."]}, "takeover-service", id="free for everybody"),
    ],
)
def test_place_of_anybodys_own(place: Zone, code: str) -> None:
    """A name that leads to a place where anybody can settle is told, whether somebody has or not (dp47)."""
    seen, _, _ = look({**GOOD, **place, (f"www.{HOST}", "CNAME"): ["pengguna123.github.io."]})

    assert isinstance(seen, Dns)
    assert [one.code for one in dangling_cname(seen)] == [code]


def test_wrong_signatures() -> None:
    """A resolver that refuses an answer, and gives it unchecked, says that its signatures are wrong."""
    seen, _, _ = look({**GOOD, (HOST, "BOGUS"): []})

    assert isinstance(seen, Dns)
    assert seen.bogus
    assert seen.names[0].exists is None


def forged(question: dns.message.Message, answer: dns.message.Message) -> bytes:
    """An answer to another question."""
    answer.id = question.id ^ 1
    return answer.to_wire()


def circle(question: dns.message.Message, answer: dns.message.Message) -> bytes:
    """Two names that stand for each other, whatever is asked."""
    asked = question.question[0].name
    answer.set_rcode(dns.rcode.NOERROR)
    answer.answer = [
        dns.rrset.from_text(asked, 60, "IN", "CNAME", "a.circle.test."),
        dns.rrset.from_text("a.circle.test.", 60, "IN", "CNAME", "b.circle.test."),
        dns.rrset.from_text("b.circle.test.", 60, "IN", "CNAME", "a.circle.test."),
    ]
    return answer.to_wire()


def endless(question: dns.message.Message, answer: dns.message.Message) -> bytes:
    """An alias of a new name, whatever is asked."""
    asked = question.question[0].name
    answer.set_rcode(dns.rcode.NOERROR)
    answer.answer = [dns.rrset.from_text(asked, 60, "IN", "CNAME", f"x{question.id}.endless.test.")]
    return answer.to_wire()


def refused(question: dns.message.Message, answer: dns.message.Message) -> bytes:
    """A server that is not for us."""
    refusal = dns.message.make_response(question)
    refusal.set_rcode(dns.rcode.REFUSED)
    return refusal.to_wire()


@pytest.mark.parametrize(
    "twist",
    [
        pytest.param(lambda question, answer: None, id="silence"),
        pytest.param(forged, id="the wrong question's id"),
        pytest.param(lambda question, answer: b"\x00" * 5, id="no message"),
        pytest.param(lambda question, answer: answer.to_wire()[:20], id="a broken message"),
        pytest.param(refused, id="refusal"),
    ],
)
@pytest.mark.usefixtures("quick")
def test_no_name_server(twist: Twist) -> None:
    """A server that does not answer us says nothing of the site: all is untested, and soon."""
    seen, server, seconds = look(GOOD, twist)

    assert isinstance(seen, Failure)
    assert seen.reason is FailureReason.TIMEOUT
    assert 1 <= len(server.asked) <= 2
    assert seconds < 30


@pytest.mark.parametrize("twist", [circle, endless])
def test_aliases_without_end(twist: Twist) -> None:
    """Aliases that lead nowhere are given up, and say nothing."""
    seen, server, _ = look(GOOD, twist)

    assert isinstance(seen, Dns)
    assert seen.names[0].exists is None
    assert len(seen.names[0].aliases) <= MAX_ALIASES + 1
    assert len(server.asked) <= MAX_QUESTIONS


def test_truncated() -> None:
    """An answer that does not fit is asked for again by TCP."""
    seen, _, _ = look(GOOD, truncated)

    assert isinstance(seen, Dns)
    assert seen.names[0].v4 == ("192.0.2.1",)


def test_huge_texts() -> None:
    """A domain with thousands of texts is read as far as a name server can send, and cut."""
    many = [f'"v=spf1 include:{number}.test {"x" * 200} -all"' for number in range(200)]
    seen, server, _ = look({**GOOD, (ZONE, "TXT"): many})

    assert isinstance(seen, Dns)
    assert seen.mail is not None
    assert seen.mail.spf[0].texts is not None
    assert len(seen.mail.spf[0].texts) == 200
    assert len(server.asked) <= MAX_QUESTIONS


def test_policies_in_a_circle() -> None:
    """A policy that includes itself is read once."""
    own = ['"v=spf1 include:contohprov.go.id include:_spf.mail.test -all"']
    seen, server, _ = look({**GOOD, (ZONE, "TXT"): own})

    assert isinstance(seen, Dns)
    assert seen.mail is not None
    assert [one.name for one in seen.mail.spf] == [ZONE, "_spf.mail.test"]
    assert server.asked.count((ZONE, "TXT")) == 1


def test_the_operators_word() -> None:
    """Where the operator says where a host is, and no name server is given, none is asked."""

    async def run() -> object:
        reach = Reach(routes=(Route(HOST, "127.0.0.1", to_port=1),))
        found, _ = await captured(plan(f"https://{HOST}/", reach=reach, probes=("Dns",)))
        return found.records["Dns"]

    seen = asyncio.run(run())

    assert isinstance(seen, Failure)
    assert seen.reason is FailureReason.NOT_CAPTURED


def test_an_address_has_no_name() -> None:
    """A site that is listed by its address is none for DNS."""
    seen, server, _ = look(GOOD, url="http://127.0.0.1:1/")

    assert isinstance(seen, Failure)
    assert seen.reason is FailureReason.NOT_APPLICABLE
    assert server.asked == []


@pytest.mark.parametrize(
    ("written", "address", "port"),
    [
        ("192.0.2.53", "192.0.2.53", 53),
        ("192.0.2.53:5353", "192.0.2.53", 5353),
        ("2001:db8::53", "2001:db8::53", 53),
        ("[2001:db8::53]:5353", "2001:db8::53", 5353),
    ],
)
def test_parse(written: str, address: str, port: int) -> None:
    """A name server is written as its address, with a port or without."""
    assert parse(written) == (address, port)


@pytest.mark.parametrize("written", ["ns.example", "192.0.2.53:0", "192.0.2.53:x", "[::1", ":53", "[::1]x"])
def test_no_address(written: str) -> None:
    """What is no address is refused."""
    with pytest.raises(ValueError, match=r".*"):
        parse(written)


def wire(zone: Zone, name: str, kind: str) -> bytes:
    """What an honest server would answer."""
    return Server(zone).answer(dns.message.make_query(name, kind, want_dnssec=True)).to_wire()


@given(
    st.sampled_from([(name, kind) for name, kind in GOOD if kind != "RRSIG"]),
    st.lists(st.tuples(st.integers(4, 200), st.integers(0, 4), st.binary(max_size=8)), max_size=4),
)
def test_any_answer(asked: tuple[str, str], wounds: list[tuple[int, int, bytes]]) -> None:
    """Whatever is cut out of an answer and put into it, it is refused, or read within bounds."""
    question = dns.message.make_query(*asked)
    data = wire(GOOD, *asked)
    for at, cut, put in wounds:
        data = data[:at] + put + data[at + cut :]
    try:
        answer = dns.message.from_wire(data)
    except (OSError, EOFError, ValueError, dns.exception.DNSException):
        return
    reply = asking._reply(question, answer)

    assert len(reply.answers) <= MAX_ANSWERS
    assert len(reply.aliases) <= MAX_ALIASES
    assert all(len(value) <= MAX_TEXT for _, value in reply.answers)
