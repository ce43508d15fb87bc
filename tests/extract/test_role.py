"""The roles of elements, written and their own."""

import pytest

from tests.evidence import page
from webaudit.extract.role import role, with_role


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<a id=x href=a>", "link"),
        ("<a id=x>", ""),
        ("<h3 id=x>", "heading"),
        ("<p id=x role=button>", "button"),
        ("<p id=x role='foo BUTTON link'>", "button"),
        ("<h3 id=x role=foo>", "heading"),
        ("<h3 id=x role=none>", "none"),
        ("<h3 id=x role=presentation>", "none"),
        ("<h3 id=x role=none aria-label=''>", "heading"),
        ("<h3 id=x role=none tabindex=-1>", "heading"),
        ("<button id=x role=none>", "button"),
        ("<button id=x role=none disabled>", "none"),
        ("<img id=x>", "img"),
        ("<img id=x alt=''>", "none"),
        ("<img id=x alt='' aria-labelledby=y>", "img"),
        ("<p id=x role=image>", "img"),
        ("<input id=x>", "textbox"),
        ("<input id=x type=Search>", "searchbox"),
        ("<input id=x list=y>", "combobox"),
        ("<input id=x type=checkbox list=y>", "checkbox"),
        ("<input id=x type=date>", ""),
        ("<input id=x type=foo>", "textbox"),
        ("<select id=x>", "combobox"),
        ("<select id=x size=1>", "combobox"),
        ("<select id=x size=4>", "listbox"),
        ("<select id=x multiple>", "listbox"),
        ("<div id=x>", ""),
    ],
)
def test_role(html: str, expected: str) -> None:
    """The first role that exists holds; decoration that is operated or labelled keeps its own."""
    (element,) = (one for one in page(html).root.iter() if one.get("id") == "x")

    assert role(element) == expected


def test_with_role() -> None:
    """Elements that have a role by themselves come before those by whom it is written; no hidden ones."""
    shown = page(
        "<p role=link id=a>x</p><a href=x id=b>x</a><a href=x hidden>x</a><p role=link aria-hidden=true>x</p>"
        "<svg><a href=x>x</a><g role=link /></svg><a href=x role=button>x</a>"
    )

    assert [element.get("id") for element in with_role(shown, "link")] == ["b", "a"]
