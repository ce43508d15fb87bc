"""The list of the example province is a sites file as the documentation describes it."""

import pytest
from ruamel.yaml import YAML

from webaudit.demo.listing import listing
from webaudit.demo.province import AGENCIES
from webaudit.model.report import SiteStatus
from webaudit.model.site import TYPES


@pytest.fixture(scope="module")
def listed() -> dict[str, list[dict[str, str]]]:
    """The list, read."""
    read: dict[str, list[dict[str, str]]] = YAML(typ="safe").load(listing(AGENCIES))
    return read


def test_every_agency_is_listed(listed: dict[str, list[dict[str, str]]]) -> None:
    """Every agency stands in the list, in order, with a type that rubrics know."""
    assert [entry["id"] for entry in listed["sites"]] == [agency.id for agency in AGENCIES]
    assert {entry["type"] for entry in listed["sites"]} <= set(TYPES)


def test_only_the_planted_url_is_broken(listed: dict[str, list[dict[str, str]]]) -> None:
    """The one entry with a blank in its host is the one whose truth says `invalid`."""
    broken = [entry["id"] for entry in listed["sites"] if " " in entry["url"]]

    assert broken == [agency.id for agency in AGENCIES if agency.truth.status is SiteStatus.INVALID]
