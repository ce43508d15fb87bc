"""RFCs of the IETF."""

from webaudit.model.check import Source

_RFC = "https://www.rfc-editor.org/rfc/"

HTTP_REDIRECTION = Source(
    "RFC 9110", "15.4", "HTTP Semantics: Redirection 3xx", f"{_RFC}rfc9110#section-15.4"
)
HTTP_STATUS = Source("RFC 9110", "15", "HTTP Semantics: Status Codes", f"{_RFC}rfc9110#section-15")
HTTP_NOT_FOUND = Source(
    "RFC 9110", "15.5.5", "HTTP Semantics: 404 Not Found", f"{_RFC}rfc9110#section-15.5.5"
)
HTTPS_SCHEME = Source("RFC 9110", "4.2.2", "HTTP Semantics: https URI Scheme", f"{_RFC}rfc9110#section-4.2.2")
HSTS_REDIRECT = Source(
    "RFC 6797", "7.2", "HTTP Strict Transport Security: HTTP Request Type", f"{_RFC}rfc6797#section-7.2"
)
CERTIFICATE_VALIDITY = Source(
    "RFC 5280", "4.1.2.5", "X.509 Certificates: Validity", f"{_RFC}rfc5280#section-4.1.2.5"
)
CERTIFICATE_PATH = Source(
    "RFC 5280", "6", "X.509 Certificates: Certification Path Validation", f"{_RFC}rfc5280#section-6"
)
HSTS_MAX_AGE = Source(
    "RFC 6797", "6.1.1", "HTTP Strict Transport Security: max-age", f"{_RFC}rfc6797#section-6.1.1"
)
OLD_TLS = Source("RFC 8996", "", "Deprecating TLS 1.0 and TLS 1.1", f"{_RFC}rfc8996")
CONTENT_CODING = Source("RFC 9110", "8.4", "HTTP Semantics: Content-Encoding", f"{_RFC}rfc9110#section-8.4")
FRESHNESS_LIFETIME = Source(
    "RFC 9111", "4.2.1", "HTTP Caching: Calculating Freshness Lifetime", f"{_RFC}rfc9111#section-4.2.1"
)
HTTP_TWO = Source("RFC 9113", "3.2", "HTTP/2: Starting HTTP/2 for https URIs", f"{_RFC}rfc9113#section-3.2")
SERVICE_IDENTITY = Source("RFC 9525", "", "Service Identity in TLS", f"{_RFC}rfc9525")
CANONICAL_RELATION = Source("RFC 6596", "3", "The Canonical Link Relation", f"{_RFC}rfc6596#section-3")
PRIVATE_ADDRESSES = Source(
    "RFC 6761", "6", "Special-Use Domain Names: Initial Registry", f"{_RFC}rfc6761#section-6"
)
COOKIES = Source(
    "RFC 6265", "4.1.2", "HTTP State Management Mechanism: Attributes", f"{_RFC}rfc6265#section-4.1.2"
)
SECURITY_TXT = Source(
    "RFC 9116", "", "A File Format to Aid in Security Vulnerability Disclosure", f"{_RFC}rfc9116"
)
SERVER_FIELD = Source("RFC 9110", "10.2.4", "HTTP Semantics: Server", f"{_RFC}rfc9110#section-10.2.4")
SHA_1 = Source(
    "RFC 9155", "", "Deprecating MD5 and SHA-1 Signature Hashes in TLS 1.2 and DTLS 1.2", f"{_RFC}rfc9155"
)
IPV6_SUPPORT = Source("RFC 6540", "", "IPv6 Support Required for All IP-Capable Nodes", f"{_RFC}rfc6540")
CAA = Source("RFC 8659", "", "DNS Certification Authority Authorization (CAA)", f"{_RFC}rfc8659")
DNSSEC = Source("RFC 9364", "", "DNS Security Extensions (DNSSEC)", f"{_RFC}rfc9364")
SPF = Source("RFC 7208", "", "Sender Policy Framework (SPF)", f"{_RFC}rfc7208")
DMARC = Source("RFC 7489", "6.3", "DMARC: General Record Format", f"{_RFC}rfc7489#section-6.3")
