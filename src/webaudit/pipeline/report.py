"""The stages from Assessments to a Report: weigh, rank, and name all that could move a verdict."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from importlib.metadata import version
from types import MappingProxyType

from lxml import etree

from webaudit import __version__, vocabulary
from webaudit.model.check import AnyCheck
from webaudit.model.report import Assessment, Report, RunFacts
from webaudit.model.rubric import Rubric
from webaudit.scoring.rank import rank
from webaudit.scoring.weigh import weigh

_NONE: Mapping[str, Collection[str]] = MappingProxyType({})


def report(
    run: RunFacts,
    assessments: Sequence[Assessment],
    rubric: Rubric,
    checks: Sequence[AnyCheck],
    *,
    ranked: bool = True,
    trust_store: str = "",
    twice: Mapping[str, Collection[str]] = _NONE,
) -> Report:
    """The report of a run; the same arguments give the same report.

    Args:
        assessments: in the order of the list of sites.
        checks: all that are known, also those not asked: what a rubric names and nobody asked is open.
        ranked: False for single pages, which are not in competition.
        trust_store: name of the roots that certificates were verified against.
        twice: by site, the checks that failed at two looks.
    """
    catalogue = {check.id: check for check in checks}
    cards = tuple(
        weigh(assessment, rubric, catalogue, twice.get(assessment.site.id, ())) for assessment in assessments
    )
    return Report(
        tool_version=__version__,
        run=run,
        rubric=rubric,
        vocabulary_digest=vocabulary.digest(),
        environment=environment(trust_store),
        catalogue=catalogue,
        cards=cards,
        rankings=rank(cards, rubric) if ranked else (),
    )


def environment(trust_store: str) -> Mapping[str, str]:
    """Versions of what is not ours and can move a verdict."""
    return {
        "ada-url": version("ada-url"),
        "libxml2": ".".join(map(str, etree.LIBXML_VERSION)),
        "lxml": etree.__version__,
        "trust-store": trust_store,
        "unicode": unicodedata.unidata_version,
    }
