"""Check `certificate-expiry`."""

from collections.abc import Iterator
from datetime import timedelta
from math import floor

from webaudit.extract.certificate_faults import is_ending
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Moment
from webaudit.model.finding import Measure, Verdict, failed, passed
from webaudit.model.tls import Tls
from webaudit.standards import ietf

_DAY = timedelta(days=1)


@check(
    id="certificate-expiry",
    title="The certificate is renewed in good time",
    category=Category.HTTPS,
    severity=Severity.MODERATE,
    sources=(ietf.CERTIFICATE_VALIDITY,),
    remedy="Renew the certificate now, and switch on automatic renewal in the hosting panel (AutoSSL, Let's "
    "Encrypt), so that nobody has to remember it.",
    since="0.1.0",
    sole_target=True,
)
def certificate_expiry(tls: Tls, moment: Moment) -> Iterator[Verdict]:
    """On the day that its certificate expires, a site is closed to everybody who heeds warnings.

    Target: the certificate of the site's host.
    Expectation: when the site was captured it was valid, and had at least 14 days left, or a third of its
        lifetime where that is less.
    Limits: that it will be renewed by machine in time can not be seen.

    Passed:
        ```json
        {"moment": {"at": "2026-07-05T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 0, "verify_message": "ok", "trust_store": "", "chain": [
         {"subject": "CN=a.example", "issuer": "CN=CA", "names": ["a.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z"}]}}
        ```

    Failed (expires-soon, expired, not-yet-valid):
        ```json
        {"moment": {"at": "2026-08-25T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 0, "verify_message": "ok", "trust_store": "", "chain": [
         {"subject": "CN=a.example", "issuer": "CN=CA", "names": ["a.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z"}]}}
        {"moment": {"at": "2026-09-03T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 10, "verify_message": "", "trust_store": "", "chain": [
         {"subject": "CN=a.example", "issuer": "CN=CA", "names": ["a.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z"}]}}
        {"moment": {"at": "2026-05-25T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 9, "verify_message": "", "trust_store": "", "chain": [
         {"subject": "CN=a.example", "issuer": "CN=CA", "names": ["a.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z"}]}}
        ```
    """
    if not tls.chain:
        return
    leaf = tls.chain[0]
    left = leaf.not_after - moment.at
    days = floor(left / _DAY)
    measure = Measure("days_left", days)
    if left < timedelta(0):
        message = "the certificate expired on {date}"
        yield failed(None, "expired", message, measure=measure, date=leaf.not_after.date().isoformat())
    elif moment.at < leaf.not_before:
        message = "the certificate is valid from {date} on, and not before"
        yield failed(None, "not-yet-valid", message, date=leaf.not_before.date().isoformat())
    elif is_ending(leaf, moment.at):
        yield failed(
            None, "expires-soon", "the certificate expires in {days} days", measure=measure, days=days
        )
    else:
        yield passed(None, measure=measure)
