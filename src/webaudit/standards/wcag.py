"""Web Content Accessibility Guidelines 2.2, W3C Recommendation (ISO/IEC 40500:2025)."""

from webaudit.model.check import Source

STANDARD = "WCAG 2.2"
"""Its name in a Source."""

A = (
    *("1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.3.1", "1.3.2", "1.3.3", "1.4.1", "1.4.2"),
    *("2.1.1", "2.1.2", "2.1.4", "2.2.1", "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4"),
    *("2.5.1", "2.5.2", "2.5.3", "2.5.4"),
    *("3.1.1", "3.2.1", "3.2.2", "3.2.6", "3.3.1", "3.3.2", "3.3.7", "4.1.2"),
)
"""All success criteria of level A."""

AA = (
    *("1.2.4", "1.2.5", "1.3.4", "1.3.5", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13"),
    *("2.4.5", "2.4.6", "2.4.7", "2.4.11", "2.5.7", "2.5.8"),
    *("3.1.2", "3.2.3", "3.2.4", "3.3.3", "3.3.4", "3.3.8", "4.1.3"),
)
"""All success criteria of level AA."""

SC_1_1_1 = Source(STANDARD, "1.1.1", "Non-text Content", "https://www.w3.org/TR/WCAG22/#non-text-content")
SC_1_2_2 = Source(
    STANDARD, "1.2.2", "Captions (Prerecorded)", "https://www.w3.org/TR/WCAG22/#captions-prerecorded"
)
SC_1_3_1 = Source(
    STANDARD, "1.3.1", "Info and Relationships", "https://www.w3.org/TR/WCAG22/#info-and-relationships"
)
SC_1_3_2 = Source(
    STANDARD, "1.3.2", "Meaningful Sequence", "https://www.w3.org/TR/WCAG22/#meaningful-sequence"
)
SC_1_3_4 = Source(STANDARD, "1.3.4", "Orientation", "https://www.w3.org/TR/WCAG22/#orientation")
SC_1_3_5 = Source(
    STANDARD, "1.3.5", "Identify Input Purpose", "https://www.w3.org/TR/WCAG22/#identify-input-purpose"
)
SC_1_4_2 = Source(STANDARD, "1.4.2", "Audio Control", "https://www.w3.org/TR/WCAG22/#audio-control")
SC_1_4_3 = Source(STANDARD, "1.4.3", "Contrast (Minimum)", "https://www.w3.org/TR/WCAG22/#contrast-minimum")
SC_1_4_4 = Source(STANDARD, "1.4.4", "Resize Text", "https://www.w3.org/TR/WCAG22/#resize-text")
SC_1_4_5 = Source(STANDARD, "1.4.5", "Images of Text", "https://www.w3.org/TR/WCAG22/#images-of-text")
SC_1_4_6 = Source(STANDARD, "1.4.6", "Contrast (Enhanced)", "https://www.w3.org/TR/WCAG22/#contrast-enhanced")
SC_1_4_10 = Source(STANDARD, "1.4.10", "Reflow", "https://www.w3.org/TR/WCAG22/#reflow")
SC_1_4_12 = Source(STANDARD, "1.4.12", "Text Spacing", "https://www.w3.org/TR/WCAG22/#text-spacing")
SC_1_4_13 = Source(
    STANDARD,
    "1.4.13",
    "Content on Hover or Focus",
    "https://www.w3.org/TR/WCAG22/#content-on-hover-or-focus",
)
SC_2_1_1 = Source(STANDARD, "2.1.1", "Keyboard", "https://www.w3.org/TR/WCAG22/#keyboard")
SC_2_1_2 = Source(STANDARD, "2.1.2", "No Keyboard Trap", "https://www.w3.org/TR/WCAG22/#no-keyboard-trap")
SC_2_2_1 = Source(STANDARD, "2.2.1", "Timing Adjustable", "https://www.w3.org/TR/WCAG22/#timing-adjustable")
SC_2_2_2 = Source(STANDARD, "2.2.2", "Pause, Stop, Hide", "https://www.w3.org/TR/WCAG22/#pause-stop-hide")
SC_2_2_4 = Source(STANDARD, "2.2.4", "Interruptions", "https://www.w3.org/TR/WCAG22/#interruptions")
SC_2_4_1 = Source(STANDARD, "2.4.1", "Bypass Blocks", "https://www.w3.org/TR/WCAG22/#bypass-blocks")
SC_2_3_1 = Source(
    STANDARD,
    "2.3.1",
    "Three Flashes or Below Threshold",
    "https://www.w3.org/TR/WCAG22/#three-flashes-or-below-threshold",
)
SC_2_4_2 = Source(STANDARD, "2.4.2", "Page Titled", "https://www.w3.org/TR/WCAG22/#page-titled")
SC_2_4_3 = Source(STANDARD, "2.4.3", "Focus Order", "https://www.w3.org/TR/WCAG22/#focus-order")
SC_2_4_4 = Source(
    STANDARD, "2.4.4", "Link Purpose (In Context)", "https://www.w3.org/TR/WCAG22/#link-purpose-in-context"
)
SC_2_4_9 = Source(
    STANDARD, "2.4.9", "Link Purpose (Link Only)", "https://www.w3.org/TR/WCAG22/#link-purpose-link-only"
)
SC_2_4_7 = Source(STANDARD, "2.4.7", "Focus Visible", "https://www.w3.org/TR/WCAG22/#focus-visible")
SC_2_4_11 = Source(
    STANDARD,
    "2.4.11",
    "Focus Not Obscured (Minimum)",
    "https://www.w3.org/TR/WCAG22/#focus-not-obscured-minimum",
)
SC_2_5_3 = Source(STANDARD, "2.5.3", "Label in Name", "https://www.w3.org/TR/WCAG22/#label-in-name")
SC_2_5_8 = Source(
    STANDARD, "2.5.8", "Target Size (Minimum)", "https://www.w3.org/TR/WCAG22/#target-size-minimum"
)
SC_3_1_1 = Source(STANDARD, "3.1.1", "Language of Page", "https://www.w3.org/TR/WCAG22/#language-of-page")
SC_3_1_2 = Source(STANDARD, "3.1.2", "Language of Parts", "https://www.w3.org/TR/WCAG22/#language-of-parts")
SC_3_2_5 = Source(STANDARD, "3.2.5", "Change on Request", "https://www.w3.org/TR/WCAG22/#change-on-request")
SC_4_1_2 = Source(STANDARD, "4.1.2", "Name, Role, Value", "https://www.w3.org/TR/WCAG22/#name-role-value")
SC_1_4_1 = Source(STANDARD, "1.4.1", "Use of Color", "https://www.w3.org/TR/WCAG22/#use-of-color")
CONFORMANCE = Source(
    STANDARD, "5.2", "Conformance Requirements", "https://www.w3.org/TR/WCAG22/#conformance-reqs"
)
THIRD_PARTY = Source(
    STANDARD,
    "5.4",
    "Statement of Partial Conformance - Third Party Content",
    "https://www.w3.org/TR/WCAG22/#conformance-partial",
)
