"""Check `http-two`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.tls import Tls
from webaudit.standards import ietf


@check(
    id="http-two",
    title="The server speaks HTTP/2",
    category=Category.UPTIME,
    severity=Severity.MINOR,
    sources=(ietf.HTTP_TWO,),
    remedy="Ask the hosting provider to switch on HTTP/2 for the site; on a current web server that is one "
    "setting.",
    since="0.2.0",
    sole_target=True,
)
def http_two(home: Home, tls: Tls) -> Iterator[Verdict]:
    """With HTTP/2 a browser loads all files of a page at once over one connection; before, it waits in line.

    Target: the site's host at its https port, if the site is served over https.
    Expectation: asked whether it speaks h2 or http/1.1, it chooses h2.
    Limits: what the server chooses in the handshake (ALPN) is looked at; the listed host is asked, not one
        that it redirects to.

    Passed:
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "tls": {"host": "dinas.example", "port": 443, "protocol": "TLSv1.3", "verify_code": 0,
                 "verify_message": "ok", "trust_store": "", "chain": [], "alpn": "h2"}}
        ```

    Failed (http-one):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "tls": {"host": "dinas.example", "port": 443, "protocol": "TLSv1.3", "verify_code": 0,
                 "verify_message": "ok", "trust_store": "", "chain": [], "alpn": "http/1.1"}}
        ```

    CantTell (unseen):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "tls": {"host": "dinas.example", "port": 443, "protocol": "TLSv1.3", "verify_code": 0,
                 "verify_message": "ok", "trust_store": "", "chain": []}}
        ```
    """
    if not home.final_url.startswith("https:"):
        return
    if tls.alpn is None:
        yield cant_tell(None, "unseen", "whether the server speaks HTTP/2 was not looked at")
    elif tls.alpn == "h2":
        yield passed(None)
    else:
        yield failed(None, "http-one", "the server speaks HTTP/1.1 alone")
