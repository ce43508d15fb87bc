"""Dns: what the domain name system says of a site's host and of the mail of its domain."""

from dataclasses import dataclass

from webaudit.model.record import Record


@dataclass(frozen=True, slots=True)
class Name:
    """One host as DNS knows it.

    Attributes:
        exists: False if DNS says that there is no such name, at the end of its aliases; None if it did not
            say.
        aliases: the names that it stands for (CNAME), in their order.
        v4: its IPv4 addresses.
        v6: its IPv6 addresses; None if nobody said.
        owned: whether the domain of the last alias is registered; None if nobody asked, or said.
    """

    name: str
    exists: bool | None = None
    aliases: tuple[str, ...] = ()
    v4: tuple[str, ...] = ()
    v6: tuple[str, ...] | None = None
    owned: bool | None = None


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts (TXT) of one name that begin as they should; None if nobody said."""

    name: str
    texts: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Mail:
    """What DNS says of the mail of one domain.

    Attributes:
        domain: the host without www, or the domain that it belongs to, whichever has a mail server.
        servers: that take its mail (MX): they say whose SPF and DMARC are asked for. No norm asks an agency
            where its mail lies, so that they are not judged; what citizens are shown is (`official-mail`).
        spf: of the domain, and of those that its policy includes, in the order of asking (RFC 7208).
        dmarc: of the domain and, if that has none, of the one that it belongs to (RFC 7489).
    """

    domain: str
    servers: tuple[str, ...]
    spf: tuple[Texts, ...] = ()
    dmarc: tuple[Texts, ...] = ()


@dataclass(frozen=True, slots=True)
class Dns(Record):
    """What the domain name system says of the site's host, of its www name and of its domain.

    Attributes:
        zone: the domain that the host belongs to: its registered part.
        names: the host, and the same with or without www.
        caa: the nearest certification authority authorization, as "0 issue letsencrypt.org"; None if nobody
            said (RFC 8659).
        delegation_signed: whether the parent names a key of the zone (DS); None if nobody said.
        answers_signed: whether the host's addresses came with a signature, or checked by the resolver.
        bogus: the resolver refuses the host's addresses, for their signatures are wrong.
        mail: None if neither host nor zone takes mail, or nobody said.
    """

    host: str
    zone: str
    names: tuple[Name, ...]
    caa: tuple[str, ...] | None = None
    delegation_signed: bool | None = None
    answers_signed: bool = False
    bogus: bool = False
    mail: Mail | None = None
