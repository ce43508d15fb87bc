"""ACT Rules of W3C: how a success criterion is tested."""

from webaudit.model.check import Source

STANDARD = "ACT"
"""Its name in a Source."""

_RULES = "https://www.w3.org/WAI/standards-guidelines/act/rules/"

# An id that starts with a digit is no Python name, hence RULE_.
B5C3F8 = Source(STANDARD, "b5c3f8", "HTML page has lang attribute", f"{_RULES}b5c3f8/")
RULE_2779A5 = Source(STANDARD, "2779a5", "HTML page has non-empty title", f"{_RULES}2779a5/")
RULE_23A2A8 = Source(STANDARD, "23a2a8", "Image has non-empty accessible name", f"{_RULES}23a2a8/")
C487AE = Source(STANDARD, "c487ae", "Link has non-empty accessible name", f"{_RULES}c487ae/")
RULE_97A4E1 = Source(STANDARD, "97a4e1", "Button has non-empty accessible name", f"{_RULES}97a4e1/")
RULE_59796F = Source(STANDARD, "59796f", "Image button has non-empty accessible name", f"{_RULES}59796f/")
E086E5 = Source(STANDARD, "e086e5", "Form field has non-empty accessible name", f"{_RULES}e086e5/")
CAE760 = Source(STANDARD, "cae760", "Iframe element has non-empty accessible name", f"{_RULES}cae760/")
FFD0E9 = Source(STANDARD, "ffd0e9", "Heading has non-empty accessible name", f"{_RULES}ffd0e9/")
RULE_7D6734 = Source(
    STANDARD,
    "7d6734",
    "SVG element with explicit role has non-empty accessible name",
    f"{_RULES}7d6734/",
)
RULE_8FC3B6 = Source(
    STANDARD,
    "8fc3b6",
    "Object element rendering non-text content has non-empty accessible name",
    f"{_RULES}8fc3b6/",
)
AFW4F7 = Source(STANDARD, "afw4f7", "Text has minimum contrast", f"{_RULES}afw4f7/")
M6B1Q3 = Source(STANDARD, "m6b1q3", "Menuitem has non-empty accessible name", f"{_RULES}m6b1q3/")
RULE_2T702H = Source(STANDARD, "2t702h", "Summary element has non-empty accessible name", f"{_RULES}2t702h/")
BF051A = Source(STANDARD, "bf051a", "HTML page `lang` attribute has valid language tag", f"{_RULES}bf051a/")
DE46E4 = Source(STANDARD, "de46e4", "Element with lang attribute has valid language tag", f"{_RULES}de46e4/")
BC659A = Source(STANDARD, "bc659a", "Meta element has no refresh delay", f"{_RULES}bc659a/")
B4F0C3 = Source(STANDARD, "b4f0c3", "Meta viewport allows for zoom", f"{_RULES}b4f0c3/")
RULE_674B10 = Source(STANDARD, "674b10", "Role attribute has valid value", f"{_RULES}674b10/")
RULE_5F99A7 = Source(STANDARD, "5f99a7", "ARIA attribute is defined in WAI-ARIA", f"{_RULES}5f99a7/")
RULE_6A7281 = Source(STANDARD, "6a7281", "ARIA state or property has valid value", f"{_RULES}6a7281/")
RULE_4E8AB6 = Source(
    STANDARD,
    "4e8ab6",
    "Element with role attribute has required states and properties",
    f"{_RULES}4e8ab6/",
)
RULE_73F2C2 = Source(STANDARD, "73f2c2", "Autocomplete attribute has valid value", f"{_RULES}73f2c2/")
A25F45 = Source(
    STANDARD,
    "a25f45",
    "Headers attribute specified on a cell refers to cells in the same table element",
    f"{_RULES}a25f45/",
)
RULE_6CFA84 = Source(
    STANDARD,
    "6cfa84",
    "Element with aria-hidden has no content in sequential focus navigation",
    f"{_RULES}6cfa84/",
)
RULE_307N5Z = Source(
    STANDARD,
    "307n5z",
    "Element with presentational children has no focusable content",
    f"{_RULES}307n5z/",
)
RULE_2EE8B8 = Source(STANDARD, "2ee8b8", "Visible label is part of accessible name", f"{_RULES}2ee8b8/")
RULE_24AFC2 = Source(
    STANDARD, "24afc2", "Important letter spacing in style attributes is wide enough", f"{_RULES}24afc2/"
)
RULE_9E45EC = Source(
    STANDARD, "9e45ec", "Important word spacing in style attributes is wide enough", f"{_RULES}9e45ec/"
)
RULE_78FD32 = Source(
    STANDARD, "78fd32", "Important line height in style attributes is wide enough", f"{_RULES}78fd32/"
)
RULE_5C01EA = Source(STANDARD, "5c01ea", "ARIA state or property is permitted", f"{_RULES}5c01ea/")
KB1M8S = Source(STANDARD, "kb1m8s", "ARIA global properties not used where prohibited", f"{_RULES}kb1m8s/")
FF89C9 = Source(STANDARD, "ff89c9", "ARIA required context role", f"{_RULES}ff89c9/")
BC4A75 = Source(STANDARD, "bc4a75", "ARIA required owned elements", f"{_RULES}bc4a75/")
D0F69E = Source(STANDARD, "d0f69e", "Table header cell has assigned cells", f"{_RULES}d0f69e/")
UCWVC8 = Source(STANDARD, "ucwvc8", "HTML page language subtag matches default language", f"{_RULES}ucwvc8/")
OFF6EK = Source(STANDARD, "off6ek", "HTML element language subtag matches language", f"{_RULES}off6ek/")
B33EFF = Source(
    STANDARD, "b33eff", "Orientation of the page is not restricted using CSS transforms", f"{_RULES}b33eff/"
)
RULE_80F0BF = Source(
    STANDARD, "80f0bf", "Audio or video element avoids automatically playing audio", f"{_RULES}80f0bf/"
)
RULE_4C31DF = Source(
    STANDARD,
    "4c31df",
    "Audio or video element that plays automatically has a control mechanism",
    f"{_RULES}4c31df/",
)
RULE_5EFFBB = Source(STANDARD, "5effbb", "Link in context is descriptive", f"{_RULES}5effbb/")
RULE_09O5CG = Source(STANDARD, "09o5cg", "Text has enhanced contrast", f"{_RULES}09o5cg/")
BISZ58 = Source(STANDARD, "bisz58", "Meta element has no refresh delay (no exception)", f"{_RULES}bisz58/")
FD3A94 = Source(
    STANDARD,
    "fd3a94",
    "Links with identical accessible names and same context serve equivalent purpose",
    f"{_RULES}fd3a94/",
)
RULE_4B1C6C = Source(
    STANDARD,
    "4b1c6c",
    "Iframe elements with identical accessible names have equivalent purpose",
    f"{_RULES}4b1c6c/",
)
AIZYF1 = Source(STANDARD, "aizyf1", "Link is descriptive", f"{_RULES}aizyf1/")
RULE_80AF7B = Source(STANDARD, "80af7b", "Focusable element has no keyboard trap", f"{_RULES}80af7b/")
A1B64E = Source(
    STANDARD, "a1b64e", "Focusable element has no keyboard trap via standard navigation", f"{_RULES}a1b64e/"
)
RULE_46CA7F = Source(STANDARD, "46ca7f", "Element marked as decorative is not exposed", f"{_RULES}46ca7f/")
AKN7BN = Source(
    STANDARD, "akn7bn", "Iframe with interactive elements is not excluded from tab-order", f"{_RULES}akn7bn/"
)
B40FD1 = Source(STANDARD, "b40fd1", "Document has a landmark with non-repeated content", f"{_RULES}b40fd1/")
YE5D6E = Source(
    STANDARD, "ye5d6e", "Document has an instrument to move focus to non-repeated content", f"{_RULES}ye5d6e/"
)
RULE_047FE0 = Source(STANDARD, "047fe0", "Document has heading for non-repeated content", f"{_RULES}047fe0/")
E88EPE = Source(STANDARD, "e88epe", "Image not in the accessibility tree is decorative", f"{_RULES}e88epe/")
CF77F2 = Source(STANDARD, "cf77f2", "Bypass Blocks of Repeated Content", f"{_RULES}cf77f2/")
RULE_59BR37 = Source(
    STANDARD, "59br37", "Zoomed text node is not clipped with CSS overflow", f"{_RULES}59br37/"
)
RULE_0SSW9K = Source(
    STANDARD,
    "0ssw9k",
    "Scrollable content can be reached with sequential focus navigation",
    f"{_RULES}0ssw9k/",
)
EAC66B = Source(
    STANDARD, "eac66b", "Video element auditory content has accessible alternative", f"{_RULES}eac66b/"
)
