"""Settings: shards share a list out, selections choose checks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webaudit.checks import catalogue
from webaudit.model.errors import SettingError
from webaudit.model.site import Site
from webaudit.pipeline.settings import Selection, Settings, Shard, check_named


@given(st.text(min_size=1), st.integers(1, 20))
def test_each_site_is_in_one_shard(site: str, count: int) -> None:
    """Shards share the list out: none is left, none comes twice."""
    assert sum(Shard(index, count).holds(site) for index in range(1, count + 1)) == 1


@pytest.mark.parametrize("text", ["", "1", "0/3", "4/3", "a/b", "1/", "-1/3", "1/3/5", "²/3"])
def test_a_bad_shard_is_refused(text: str) -> None:
    """What is no part of a whole is named, with an example."""
    with pytest.raises(SettingError, match="2/5"):
        Shard.parse(text)


def test_selection_by_check_and_category() -> None:
    """`select` takes ids and categories, `ignore` takes away from that."""
    chosen = Selection(("accessibility", "dead-links"), ("page-title",)).of(catalogue().checks)

    ids = [check.id for check in chosen]
    assert "page-language" in ids
    assert "dead-links" in ids
    assert "page-title" not in ids
    assert "home-answers" not in ids


def test_an_unknown_name_is_refused() -> None:
    """A misspelt check stops the command before any work."""
    with pytest.raises(SettingError, match="page-langage"):
        Selection(("page-langage",)).of(catalogue().checks)


def test_the_nearest_check_is_named() -> None:
    """`explain` helps with a misspelt id."""
    with pytest.raises(SettingError, match="did you mean page-language"):
        check_named("page-langage")


def test_single_pages_are_asked_page_checks_alone() -> None:
    """`webaudit page` asks nothing that needs the whole site."""
    chosen = Selection(pages_only=True).of(catalogue().checks)

    assert chosen
    assert all(check.page for check in chosen)


def test_only_and_tags_choose_sites() -> None:
    """`--only` names sites, `--tag` takes those with one of the tags."""
    sites = (Site("a", "https://a.example/", tags=("x",)), Site("b", "https://b.example/", tags=("y",)))

    assert [site.id for site in Settings(tags=("y", "z")).sites_of(sites)] == ["b"]
    assert [site.id for site in Settings(only=("a",)).sites_of(sites)] == ["a"]
    with pytest.raises(SettingError, match="--only c"):
        Settings(only=("c",)).sites_of(sites)
