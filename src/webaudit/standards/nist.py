"""Publications of NIST."""

from webaudit.model.check import Source

KEY_STRENGTH = Source(
    "NIST SP 800-57 Part 1",
    "5.6.1",
    "Recommendation for Key Management: Comparable Algorithm Strengths",
    "https://doi.org/10.6028/NIST.SP.800-57pt1r5",
)
