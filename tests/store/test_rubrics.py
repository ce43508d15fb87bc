"""Rubrics: the jury's file, read without a doubt or refused with the place and the cure."""

import copy
import io
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from webaudit.checks import catalogue
from webaudit.model.check import Category, Severity
from webaudit.model.errors import RubricError
from webaudit.model.rubric import (
    GATES_FAILED,
    Band,
    Basis,
    Criterion,
    Effect,
    Gate,
    Limits,
    Penalty,
    Rubric,
    Section,
    Steps,
)
from webaudit.store.rubrics import packaged_rubrics, read_rubric, rubric_text

WHOLE = """\
schema: webaudit-rubric/1
id: award-2026
version: 2026.1
title: {id: Lomba, en: Award}
bands: [{floor: 0, title: {id: Kurang, en: Poor}}, {floor: 60, title: {id: Baik, en: Good}}]
least_coverage: 0.8
severity_weights: {minor: 1, moderate: 3, serious: 7, critical: 10}
groups: {dinas-badan: [dinas, badan], unit: [rsud, uptd]}
not_applicable: {biro: [links]}
tie_break: [gates-failed, services, open]
waivable: [dead-links]
sections:
  uptime:
    title: {id: Ketersediaan, en: Uptime}
    criteria:
      open: {title: {id: Buka, en: Open}, points: 40.5, category: uptime}
      fresh:
        title: {id: Baru, en: Fresh}
        points: 9.5
        measure: newest-content.age_days
        at_most: {30: 4, 7: 9.5}
  services:
    title: {id: Layanan, en: Services}
    criteria:
      links:
        title: {id: Tautan, en: Links}
        points: 20
        checks: [ppid-link, dead-links]
        shares: {outside-government-host: 0.5}
        types: {rsud: 40}
        sources: [Perki 1/2021, {unchecked: UU 25/2009}]
      quick:
        title: {id: Cepat, en: Quick}
        points: 30
        measure: first-byte.share
        at_least: {0.5: 10, 0.9: 30}
gates:
  injected: {title: {id: Bersih, en: Clean}, checks: [injected-content], looks: 2, effect: disqualify}
  domain: {title: {id: Ranah, en: Domain}, checks: [own-domain], effect: not_eligible}
  dead: {title: {id: Hidup, en: Alive}, checks: [home-answers], codes: [dead], effect: {cap: 60}}
  up:
    title: {id: Nyala, en: Up}
    measure: uptime.ratio
    below: {0.95: not_eligible, 0.9: disqualify}
"""


DECIDED = "is decided by `checks` and `effect`, or by `measure` and one of `above` and `below`"


def refused(folder: Path, text: str) -> list[str]:
    """What is told of a rubric that can not be used, without its path."""
    path = folder / "r.yaml"
    path.write_text(text)
    with pytest.raises(RubricError) as caught:
        read_rubric(str(path))
    assert caught.value.exit_code == 2
    return [problem.removeprefix(f"{path}:") for problem in caught.value.problems]


def test_whole(tmp_path: Path) -> None:
    """Every part of a rubric is read, in the order that the model promises."""
    path = tmp_path / "award.yaml"
    path.write_text(WHOLE)

    assert read_rubric(str(path)) == Rubric(
        id="award-2026",
        version="2026.1",
        title={"id": "Lomba", "en": "Award"},
        digest=f"sha256:{sha256(WHOLE.encode()).hexdigest()}",
        sections=(
            Section(
                "uptime",
                {"id": "Ketersediaan", "en": "Uptime"},
                (
                    Criterion("open", {"id": "Buka", "en": "Open"}, 40.5, category=Category.UPTIME),
                    Criterion(
                        "fresh",
                        {"id": "Baru", "en": "Fresh"},
                        9.5,
                        steps=Steps("newest-content", "age_days", at_most=((7.0, 9.5), (30.0, 4.0))),
                    ),
                ),
            ),
            Section(
                "services",
                {"id": "Layanan", "en": "Services"},
                (
                    Criterion(
                        "links",
                        {"id": "Tautan", "en": "Links"},
                        20.0,
                        checks=("ppid-link", "dead-links"),
                        shares={"outside-government-host": 0.5},
                        types={"rsud": 40.0},
                        sources=(Basis("Perki 1/2021"), Basis("UU 25/2009", checked=False)),
                    ),
                    Criterion(
                        "quick",
                        {"id": "Cepat", "en": "Quick"},
                        30.0,
                        steps=Steps("first-byte", "share", at_least=((0.9, 30.0), (0.5, 10.0))),
                    ),
                ),
            ),
        ),
        gates=(
            Gate(
                "injected",
                {"id": "Bersih", "en": "Clean"},
                ("injected-content",),
                Penalty(Effect.DISQUALIFY),
                looks=2,
            ),
            Gate("domain", {"id": "Ranah", "en": "Domain"}, ("own-domain",), Penalty(Effect.NOT_ELIGIBLE)),
            Gate(
                "dead",
                {"id": "Hidup", "en": "Alive"},
                ("home-answers",),
                Penalty(Effect.CAP, 60.0),
                ("dead",),
            ),
            Gate(
                "up",
                {"id": "Nyala", "en": "Up"},
                ("uptime",),
                Penalty(Effect.DISQUALIFY),
                limits=Limits(
                    "ratio",
                    below=((0.95, Penalty(Effect.NOT_ELIGIBLE)), (0.9, Penalty(Effect.DISQUALIFY))),
                ),
            ),
        ),
        bands=(Band(60.0, {"id": "Baik", "en": "Good"}), Band(0.0, {"id": "Kurang", "en": "Poor"})),
        least_coverage=0.8,
        severity_weights={
            Severity.CRITICAL: 10.0,
            Severity.SERIOUS: 7.0,
            Severity.MODERATE: 3.0,
            Severity.MINOR: 1.0,
        },
        groups={"dinas-badan": ("dinas", "badan"), "unit": ("rsud", "uptd")},
        not_applicable={"biro": ("links",)},
        tie_break=(GATES_FAILED, "services", "open"),
        waivable=("dead-links",),
    )


def test_unknown_checks(tmp_path: Path) -> None:
    """A check that nobody wrote is refused with its place, unless the rubric lists it as coming later."""
    text = WHOLE.replace("[ppid-link, dead-links]", "[ppid-lnk, dead-links]").replace(
        "waivable: [dead-links]", "waivable: [dead-links]\nlater: [own-domain, uptime]"
    )
    path = tmp_path / "award.yaml"
    path.write_text(text)
    known = ("dead-links", "first-byte", "home-answers", "injected-content", "newest-content", "ppid-link")
    with pytest.raises(RubricError) as caught:
        read_rubric(str(path), known)

    assert [problem.removeprefix(f"{path}:") for problem in caught.value.problems] == [
        "29:18: unknown check `ppid-lnk`: did you mean `ppid-link`?"
    ]
    assert read_rubric(str(path)).id == "award-2026"


@pytest.mark.parametrize("name", packaged_rubrics())
def test_packaged_rubrics(name: str) -> None:
    """Each rubric that comes with the program can be read, and what it says to come later is not here yet."""
    rubric = read_rubric(name, catalogue().ids)
    later = YAML(typ="safe").load(rubric_text(name)).get("later", [])

    assert sum(section.points for section in rubric.sections) == 100
    assert later == sorted(later)
    assert not set(later) & set(catalogue().ids)


def test_packaged() -> None:
    """The rubric that comes with the program is found by its name; its bytes are what its digest says."""
    rubric = read_rubric("core")

    assert rubric.id == "core"
    assert sum(section.points for section in rubric.sections) == 100
    assert rubric.digest == f"sha256:{sha256(rubric_text('core')).hexdigest()}"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("points: 20", "points: 19", ["12:1: the points of all criteria add up to 99: they must make 100"]),
        ("points: 20", "points: -20", ["27:17: `points` must be more than 0, not `-20`"]),
        ("points: 20", "points: nan", ["27:17: `points` must be a number, not `nan`"]),
        (
            "points: 20",
            "pionts: 20",
            [
                "26:9: `points` is missing: write `points: …`",
                "27:9: unknown key `pionts`: did you mean `points`?",
            ],
        ),
        (
            "category: uptime",
            "category: uptme",
            [
                "16:67: `category` must be 'uptime', 'https', 'dns', 'accessibility', 'freshness', "
                "'services', 'openness', 'usability', 'privacy' or 'integrity', not `uptme`"
            ],
        ),
        (
            "category: uptime",
            "category: uptime, checks: [a]",
            ["16:7: names 2 of `checks`, `category` and `measure`: name one"],
        ),
        (", category: uptime", "", ["16:7: names 0 of `checks`, `category` and `measure`: name one"]),
        (
            "at_most: {30: 4, 7: 9.5}",
            "shares: {}",
            ["17:7: `measure` goes with one of `at_most` and `at_least`, and they with it"],
        ),
        ("7: 9.5", "7: 9.6", ["21:18: the step 7 gives 9.6 of 9.5 points: lower it"]),
        ("7: 9.5", "seven: 9.5", ["21:26: `seven` must be a number, not `seven`"]),
        (
            "newest-content.age_days",
            "age_days",
            ["20:18: `age_days` is no measure: write it like newest-content.age_days"],
        ),
        ("host: 0.5}", "host: 5}", ["29:43: `outside-government-host` must be 1 or less, not `5`"]),
        (
            "      quick:",
            "      open:",
            ["32:7: the criterion `open` stands in line 16 already: give another id"],
        ),
        (
            "[gates-failed, services, open]",
            "[services, uptimes, services]",
            [
                "10:23: unknown step of the tie-break `uptimes`: did you mean `uptime`?",
                "10:32: `services` stands in the list twice: remove one",
            ],
        ),
        ("biro: [links]", "biro: [link]", ["9:25: unknown criterion `link`: did you mean `links`?"]),
        ("biro: [links]", "biru: [links]", ["9:18: unknown type `biru`: did you mean `biro`?"]),
        ("[rsud, uptd]", "[rsud, dinas]", ["8:52: the type `dinas` is in the group `dinas-badan` already"]),
        ("[rsud, uptd]", "[rsu]", ["8:46: unknown type `rsu`: did you mean `rsud`?"]),
        ("minor: 1, ", "", ["7:19: `minor` is missing: write `minor: …`"]),
        (
            "minor: 1, ",
            "minr: 1, ",
            ["7:20: `minr` must be 'critical', 'serious', 'moderate' or 'minor', not `minr`"],
        ),
        ("{floor: 0,", "{floor: 10,", ["5:1: the lowest band begins at 10: it must begin at 0"]),
        ("{floor: 60,", "{floor: 0,", ["5:1: two bands have the same floor: change one"]),
        (
            "en: Award",
            "eng: Award",
            ["4:8: `en` is missing: write `en: …`", "4:20: unknown key `eng`: did you mean `en`?"],
        ),
        (
            "effect: disqualify",
            "effect: disqalify",
            ["38:92: unknown effect `disqalify`: did you mean `disqualify`?"],
        ),
        ("{cap: 60}", "{cap: 600}", ["40:94: `cap` must be 100 or less, not `600`"]),
        ("{cap: 60}", "{}", ["40:88: `cap` is missing: write `cap: …`"]),
        ("looks: 2", "looks: 0", ["38:81: `looks` must be 1 or more, not `0`"]),
        (
            "id: award-2026",
            "id: Award 2026",
            ["2:5: `id` must be small letters, digits and hyphens, not `Award 2026`"],
        ),
        (
            "webaudit-rubric/1",
            "webaudit-rubric/9",
            ["1:9: `schema` must be 'webaudit-rubric/1', not `webaudit-rubric/9`"],
        ),
        (
            "least_coverage: 0.8\n",
            "least_coverage: 0.8\nleast_coverage: 0.9\n",
            ["7:1: the key `least_coverage` stands in line 6 already: keep one"],
        ),
        ("tie_break:", "tiebreak:", ["10:1: unknown key `tiebreak`: did you mean `tie_break`?"]),
        (
            "en: Links}",
            "en: Links, on all pages}",
            ["26:40: unknown key `on all pages`: write one of id, en"],
        ),
        ("types: {rsud: 40}", "types: {rsu: 40}", ["30:17: unknown type `rsu`: did you mean `rsud`?"]),
        (
            "[own-domain], effect: not_eligible",
            "[own-domain]",
            [f"39:3: {DECIDED}"],
        ),
        ("below: {0.95:", "above: {1: not_eligible}\n    below: {0.95:", [f"41:3: {DECIDED}"]),
        ("measure: uptime.ratio", "checks: [uptime]", [f"41:3: {DECIDED}"]),
        (
            "0.9: disqualify",
            "0.9: disqalify",
            ["44:38: unknown effect `disqalify`: did you mean `disqualify`?"],
        ),
    ],
)
def test_refused(tmp_path: Path, old: str, new: str, told: list[str]) -> None:
    """What is wrong in a rubric is told with its place and what to write."""
    assert WHOLE.count(old) >= 1

    assert refused(tmp_path, WHOLE.replace(old, new, 1)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1:1: is no rubric: write `schema: webaudit-rubric/1` first"),
        ("[]", "1:1: is no rubric: write `schema: webaudit-rubric/1` first"),
        ("a: [", "1:5: "),
    ],
)
def test_no_rubric(tmp_path: Path, text: str, told: str) -> None:
    """A file of something else is refused."""
    (line,) = refused(tmp_path, text)

    assert line.startswith(told)


def test_unknown_name(tmp_path: Path) -> None:
    """A word that is no rubric and no file names the ones there are."""
    with pytest.raises(RubricError, match=re.escape("unknown rubric `cor`: did you mean `core`?")):
        read_rubric("cor")
    with pytest.raises(RubricError, match="there is no such file: check the name"):
        read_rubric(str(tmp_path / "award.yaml"))
    with pytest.raises(RubricError, match="there is no such file: check the name"):
        rubric_text(str(tmp_path / "award.yaml"))
    with pytest.raises(RubricError, match="is a folder"):
        read_rubric(str(tmp_path))


ANY_VALUE = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.sampled_from(["open", "services", "dead-links", "uptime.ratio", "cap", "1e999", "-1", "07"]),
        st.text("abcz09 .:/@?#-_é\x07\n", max_size=12),
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "en", "points", "checks", "cap", "0.9"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def read_or_refused(path: Path, data: bytes) -> None:
    """A rubric is read whole, or refused in lines that name their place."""
    path.write_bytes(data)
    points, refusals = [1.0], ["1:1: "]
    try:
        rubric = read_rubric(str(path), catalogue().ids)
        points = [criterion.points for section in rubric.sections for criterion in section.criteria]
    except RubricError as error:
        refusals = [str(line).removeprefix(f"{path}:") for line in error.problems]

    assert 0 < sum(points) < 1_000_000
    assert min(points) >= 0
    assert refusals
    # What else a terminal should not be sent is taken away where the lines are printed.
    assert all(re.match(r"\d+:\d+: [^\x00-\x1f\x7f-\x9f]*$", line) for line in refusals)


def places(node: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to all values of a document."""
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return (
        [way, *(one for key, value in inner for one in places(value, (*way, key)))]
        if way
        else [one for key, value in inner for one in places(value, (key,))]
    )


SOUND: Any = YAML(typ="safe").load(WHOLE)


@pytest.mark.timeout(1800)
@given(st.sampled_from(places(SOUND)), ANY_VALUE)
def test_any_value(tmp_path_factory: pytest.TempPathFactory, way: tuple[Any, ...], value: object) -> None:
    """Whatever stands in the place of one value, nothing but a refusal is raised."""
    spoilt = copy.deepcopy(SOUND)
    holder = spoilt
    for key in way[:-1]:
        holder = holder[key]
    holder[way[-1]] = value
    out = io.BytesIO()
    YAML(typ="safe").dump(spoilt, out)

    read_or_refused(tmp_path_factory.getbasetemp() / "any-rubric.yaml", out.getvalue())


@pytest.mark.timeout(1800)
@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 40), st.binary(max_size=12)), max_size=4)
)
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, wounds: list[tuple[int, int, bytes]]) -> None:
    """Whatever bytes are cut out and put in, nothing but a refusal is raised."""
    data = WHOLE.encode()
    for at, cut, put in wounds:
        data = data[:at] + put + data[at + cut :]

    read_or_refused(tmp_path_factory.getbasetemp() / "torn-rubric.yaml", data)
