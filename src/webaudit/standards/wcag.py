"""Web Content Accessibility Guidelines 2.2, W3C Recommendation (ISO/IEC 40500:2025)."""

from webaudit.model.check import Source

SC_1_1_1 = Source("WCAG 2.2", "1.1.1", "Non-text Content", "https://www.w3.org/TR/WCAG22/#non-text-content")
SC_2_4_2 = Source("WCAG 2.2", "2.4.2", "Page Titled", "https://www.w3.org/TR/WCAG22/#page-titled")
SC_3_1_1 = Source("WCAG 2.2", "3.1.1", "Language of Page", "https://www.w3.org/TR/WCAG22/#language-of-page")
