"""Of which check of ours a rule of axe-core speaks, and what is wrong where it fails."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from webaudit.vocabulary import load


@dataclass(frozen=True, slots=True)
class AxeRule:
    """One rule that is asked.

    Attributes:
        check: id of the check that its findings belong to.
        message: what is wrong where it fails, in English, the key of its translation.
        unsure: its failures are left to a person; measured: bench/browser.py.
        within: it asks what an element stands in, so that the fault may be that of the element around it.
    """

    check: str
    message: str
    unsure: bool = False
    within: bool = False


@cache
def axe_rules() -> Mapping[str, AxeRule]:
    """The rules that are asked, by their ids, from `axe.json`; those without a WCAG criterion are not."""
    rules: Mapping[str, Mapping[str, str]] = load("axe.json")["rules"]
    return {
        id: AxeRule(said["check"], said["message"], bool(said.get("unsure")), bool(said.get("within")))
        for id, said in rules.items()
    }
