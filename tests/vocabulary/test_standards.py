"""The lists that come from standards: ARIA, languages, autofill."""

import pytest

from webaudit.vocabulary.aria import aria
from webaudit.vocabulary.autofill import autofill
from webaudit.vocabulary.subtags import is_language


def test_aria_holds_together() -> None:
    """Every role and attribute that one list names is in the list of all."""
    known = aria()

    assert known.named_by_content <= known.roles
    assert set(known.required) <= known.roles
    assert {name for names in known.required.values() for name in names} <= set(known.attributes)
    assert set(known.everywhere) <= set(known.attributes)
    assert set(known.elements.values()) <= known.roles
    assert set(known.inputs.values()) <= {*known.roles, ""}


def test_kinds_of_values() -> None:
    """A state or property holds words of a list, or a value of a kind."""
    kinds = {values.kind for values in aria().attributes.values()}

    assert kinds == {"string", "id", "ids", "integer", "number", "one of", "some of"}
    assert all(bool(values.tokens) is (" of" in values.kind) for values in aria().attributes.values())


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        *(
            ("id", True),
            ("ID-id", True),
            ("jv", True),
            ("su", True),
            ("min", True),
            ("ban", True),
            ("qtz", True),
        ),
        *(("", False), ("xx", False), ("indonesia", False), ("id_ID", False), ("#1", False), ("qua-x", True)),
    ],
)
def test_languages(tag: str, expected: bool) -> None:
    """A tag is judged by its first part, which the registry must know."""
    assert is_language(tag) is expected


def test_autofill_holds_together() -> None:
    """No word is a field and a switch, nor a field of two kinds."""
    known = autofill()

    assert not known.fields & known.contact
    assert not (known.fields | known.contact) & known.switches
