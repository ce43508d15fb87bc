"""Norms of accessible PDF documents: PDF/UA, and the techniques of WCAG 2.2."""

from webaudit.model.check import Source

_TECHNIQUES = "https://www.w3.org/WAI/WCAG22/Techniques/pdf/"

UA = Source(
    "ISO 14289-1",
    "",
    "Electronic document file format enhancement for accessibility, part 1: use of ISO 32000-1 (PDF/UA-1)",
    "https://www.iso.org/standard/64599.html",
)
TEXT = Source(
    "WCAG 2.2 Techniques",
    "PDF7",
    "Performing OCR on a scanned PDF document to provide actual text",
    f"{_TECHNIQUES}PDF7",
)
TAGGED = Source(
    "WCAG 2.2 Techniques",
    "PDF9",
    "Providing headings by marking content with heading tags in PDF documents",
    f"{_TECHNIQUES}PDF9",
)
LANGUAGE = Source(
    "WCAG 2.2 Techniques",
    "PDF16",
    "Setting the default language using the /Lang entry in the document catalog of a PDF document",
    f"{_TECHNIQUES}PDF16",
)
TITLE = Source(
    "WCAG 2.2 Techniques",
    "PDF18",
    "Specifying the document title using the Title entry in the document information dictionary",
    f"{_TECHNIQUES}PDF18",
)
