"""What the keyboard reaches."""

import pytest

from tests.evidence import page
from webaudit.extract.focus import is_focusable, is_in_tab_order, reached


@pytest.mark.parametrize(
    ("html", "focusable", "in_tab_order"),
    [
        ("<a id=x href=a>a</a>", True, True),
        ("<a id=x>a</a>", False, False),
        ("<a id=x href=a tabindex=-1>a</a>", True, False),
        ("<p id=x>a</p>", False, False),
        ("<p id=x tabindex=0>a</p>", True, True),
        ("<p id=x tabindex=first>a</p>", False, False),
        ("<input id=x>", True, True),
        ("<input id=x type=Hidden>", False, False),
        ("<button id=x disabled tabindex=0>a</button>", False, False),
        ("<fieldset disabled><button id=x>a</button></fieldset>", False, False),
        ("<fieldset disabled><legend><button id=x>a</button></legend></fieldset>", True, True),
        ("<p id=x disabled tabindex=0>a</p>", True, True),
        ("<video id=x controls></video>", True, True),
        ("<video id=x></video>", False, False),
        ("<details><summary id=x>a</summary></details>", True, True),
        ("<summary id=x>a</summary>", False, False),
        ("<p id=x contenteditable>a</p>", True, True),
        ("<p id=x contenteditable=false>a</p>", False, False),
        ("<iframe id=x src=a></iframe>", False, False),
    ],
)
def test_focus(html: str, focusable: bool, in_tab_order: bool) -> None:
    """By what it is or by `tabindex` an element takes the focus, unless it is disabled."""
    (element,) = (one for one in page(html).root.iter() if one.get("id") == "x")

    assert (is_focusable(element), is_in_tab_order(element)) == (focusable, in_tab_order)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<b>c</b></p>", None),
        ("<p>a<a href=x>c</a><button>b</button></p>", "a"),
        ("<p><a href=x hidden>c</a><button>b</button></p>", "button"),
        ("<p tabindex=0>a</p>", "p"),
        ("<p><b inert><a href=x>c</a></b></p>", None),
    ],
)
def test_reached(html: str, expected: str | None) -> None:
    """The first element counts that is shown and in the order of the tab key."""
    shown = page(html)
    found = reached(shown).first(shown.elements("p")[0])

    assert (found.tag if found is not None else None) == expected
