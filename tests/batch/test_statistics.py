"""Statistics: bands at their edges, intervals, what occurs together, a corrected coding, and agreement with a person."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, strategies

from cpraudit.batch.statistics import children, coding, cooccurrence, scaling, telling, times
from cpraudit.batch.statistics.agreement import Verdict, agreement
from cpraudit.batch.statistics.cases import Case, Child
from cpraudit.batch.statistics.measures import DAYS_A_MONTH, days_between, described, months_between
from cpraudit.batch.statistics.whole import compute
from cpraudit.cli import main
from cpraudit.errors import ConfigurationError
from cpraudit.facts.case.indicators import Bearer
from cpraudit.quality.results import Status

DATES = {"incident": None, "referral": None, "period_start": None, "period_end": None, "learning_events": [], "signoff": None, "publication": None}


def case(number: int, *, ages: tuple[int | None, ...] = (None,), coded: frozenset[str] = frozenset(), **facts: Any) -> Case:
    values: dict[str, Any] = {
        "board": None, "type": None, "outcome": None, "harm": None, "siblings": None, "half_siblings": None,
        "history": "not-known", "services": frozenset(), "rationale": "", "signers": "",
    } | {key: value for key, value in facts.items() if key != "dates"}  # fmt: skip
    told = tuple(Child(age, None, None, None) for age in ages)
    return Case(
        id=f"r{number}", report=f"r{number}.docx", children=told, coded=coded, dates=DATES | facts.get("dates", {}), **values
    )


def counts(tables: list[Any], table_id: str) -> dict[str, Any]:
    table = next(table for table in tables if table.heading.id == table_id)
    return {row.label: row.values[0] for row in table.rows if row.values[0]}


@pytest.mark.parametrize(
    ("months", "band", "panel"),
    [
        (0, "0-3 months", "Under 1 year"), (3, "0-3 months", "Under 1 year"), (4, "4-6 months", "Under 1 year"),
        (11, "10-12 months", "Under 1 year"), (12, "10-12 months", "1-5 years"), (13, "13 months-2 years", "1-5 years"),
        (35, "13 months-2 years", "1-5 years"), (71, "3-5 years", "1-5 years"), (72, "6-12 years", "6-10 years"),
        (155, "6-12 years", "11-15 years"), (156, "13-17 years", "11-15 years"), (216, "18 years and over", "16 years and over"),
        (None, "Not stated", "Not stated"),
    ],
)  # fmt: skip
def test_age_bands_at_their_edges(months: int | None, band: str, panel: str) -> None:
    tables = children.tables([case(1, ages=(months,))])
    assert counts(tables, "age") == {band: 1}
    assert counts(tables, "age-panel") == {panel: 1}


def test_children_of_one_review_count_once() -> None:
    tables = children.tables([case(1, ages=(48, 50)), case(2, ages=(6, 100)), case(3, ages=(6, None))])
    assert counts(tables, "age") == {"3-5 years": 1, children.SEVERAL: 1, "Not stated": 1}


@pytest.mark.parametrize(
    ("start", "end", "band"),
    [
        ("2020-01-01", "2020-10-01", "Less than 12 months"), ("2020-01-01", "2020-12-31", "12 months"),
        ("2020-01-01", "2021-01-15", "12 months"), ("2020-01-01", "2021-02-10", "13-24 months"),
        ("2020-01-01", "2022-01-01", "13-24 months"), ("2020-01-01", "2022-03-01", "More than 2 years"),
        ("2020-03", "2021-03", "12 months"), ("2020", "2021", "Not stated"),
    ],
)  # fmt: skip
def test_period_bands(start: str, end: str, band: str) -> None:
    tables = times.tables([case(1, dates={"period_start": start, "period_end": end})])
    assert counts(tables, "review-period") == {band: 1}


def test_every_count_has_its_unknowns_and_its_reviews() -> None:
    found = compute([case(1, type="concise"), case(2)])
    table = next(t for t in found.tables if t.heading.id == "type")
    assert [(row.label, row.values, row.reviews) for row in table.rows if row.reviews] == [
        ("Concise", (1, 50.0), ("r1",)),
        ("Not stated", (1, 50.0), ("r2",)),
    ]


@given(strategies.dates(), strategies.integers(0, 4000))
def test_months_are_days_over_a_twelfth_of_a_year(first: Any, days: int) -> None:
    from datetime import timedelta

    try:
        last = first + timedelta(days)
    except OverflowError:
        return
    assert days_between(first.isoformat(), last.isoformat()) == days
    assert months_between(first.isoformat(), last.isoformat()) == pytest.approx(days / DAYS_A_MONTH)


def test_described() -> None:
    assert described([444 / DAYS_A_MONTH, 2017 / DAYS_A_MONTH]) == (2, 40.45, 36.57, 40.45, 14.6, 66.31)
    assert described([]) == (0, None, None, None, None, None)
    assert described([3.0]) == (1, 3.0, None, 3.0, 3.0, 3.0)


def test_boards_as_printed_and_merged() -> None:
    cases = [case(1, board="Western Bay"), case(2, board="West Glamorgan")]
    assert {"Western Bay", "West Glamorgan"} <= {row.label for row in times.tables(cases)[1].rows}
    merged = {row.label: row.values[3] for row in times.tables(cases, merged=True)[1].rows}
    assert merged == {"West Glamorgan": 2, "All": 2}


def linked(count: int) -> list[Case]:
    """Reviews in which bullying and low self-esteem always go together, with self-harm in some of them and elsewhere."""
    both = frozenset({"child.bullying", "child.low-self-esteem"})
    return [
        case(n, coded=(both if n % 3 == 0 else frozenset()) | (frozenset({"child.self-harm"}) if n % 4 == 0 else frozenset()))
        for n in range(count)
    ]


def test_phi_of_what_always_goes_together_is_one() -> None:
    compared = cooccurrence.compare(linked(24), Bearer.CHILD)
    pairs = {(pair.one, pair.other): pair for pair in compared.pairs}
    same = pairs["child.bullying", "child.low-self-esteem"]
    assert same.phi == pytest.approx(1)
    assert same.adjusted
    assert same.strength == "very strong"
    apart = pairs["child.self-harm", "child.bullying"]
    assert apart.phi == pytest.approx(0, abs=1e-9)
    assert not apart.significant
    assert compared.level == pytest.approx(0.05 / 3)


def test_an_indicator_in_two_reviews_is_not_compared() -> None:
    cases = [case(n, coded=frozenset({"child.bullying"}) if n < 2 else frozenset()) for n in range(10)]
    compared = cooccurrence.compare(cases, Bearer.CHILD)
    assert compared.codes == ()
    assert compared.left_out == ("child.bullying",)


def test_a_plane_puts_together_what_goes_together() -> None:
    one, other = frozenset({"child.bullying", "child.low-self-esteem"}), frozenset({"child.neglect", "child.poor-home-conditions"})
    cases = [case(n, coded=one if n % 2 else other) for n in range(20)]
    plane = scaling.place(cases, cooccurrence.compare(cases, Bearer.CHILD))
    assert plane is not None
    assert plane.stress < 0.01

    def apart(first: str, second: str) -> float:
        (a, b), (c, d) = plane.places[f"child.{first}"], plane.places[f"child.{second}"]
        return ((a - c) ** 2 + (b - d) ** 2) ** 0.5

    assert apart("bullying", "low-self-esteem") < 0.1 < apart("bullying", "neglect")


def test_a_corrected_coding_is_counted(tmp_path: Path) -> None:
    cases, table = [case(1, coded=frozenset({"child.bullying"})), case(2)], tmp_path / "coding.csv"
    coding.write(cases, table)
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["child.bullying"] for row in rows] == ["1", ""]
    rows[0]["child.bullying"], rows[1]["child.neglect"] = "", "x"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    assert [set(one.coded) for one in coding.corrected(cases, table)] == [set(), {"child.neglect"}]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("id,child.bulying\nr1,1\n", "Did you mean 'child.bullying'"),
        ("id,child.bullying\nr9,1\n", "there is no review 'r9'"),
        ("id,child.bullying\nr1,perhaps\n", "neither 1 (present) nor empty"),
        ("review,child.bullying\nr1,1\n", "has no column 'id'"),
    ],
)
def test_a_wrong_coding_is_told(tmp_path: Path, text: str, words: str) -> None:
    table = tmp_path / "coding.csv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as error:
        coding.corrected([case(1)], table)
    assert words in str(error.value)


def verdict(person: Status, program: Status) -> Verdict:
    return Verdict("r1", "child-age", person, program, "")


def test_kappa_is_corrected_for_chance() -> None:
    met, missing = Status.MET, Status.MISSING
    found = agreement([verdict(met, met)] * 20 + [verdict(met, missing)] * 5 + [verdict(missing, met)] * 10 + [verdict(missing, missing)] * 15)
    assert found.share == 0.7
    assert found.kappa == pytest.approx(0.4)
    assert agreement([verdict(met, met)] * 3).kappa is None


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("statistics")
    (folder / "in").mkdir()
    (folder / "in" / "one.md").write_text(
        "# Child Practice Review Report\n\nAber Gwyn Safeguarding Board (invented)\n\nConcise Child Practice Review\n\n"
        "# Circumstances\n\nOn 2 March 2020 the child, a boy of four, died.\n",
        encoding="utf-8",
    )
    done = CliRunner().invoke(main, ["batch", str(folder / "in"), "-o", str(folder / "out"), "-q", "--jobs", "1"])
    assert done.exit_code == 0, done.output
    return folder / "out"


@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
def test_command(out: Path, form: str) -> None:
    done = CliRunner().invoke(main, ["statistics", str(out), "--against", "published", "--format", form])
    assert done.exit_code == 0, done.output
    assert "Table 1" in done.output
    if form == "json":
        told = json.loads(done.output)
        assert told["reviews"] == 1
        assert {table["id"] for table in told["tables"]} >= {"harm-type", "age", "boards", "intervals"}


def test_agree(out: Path, tmp_path: Path) -> None:
    table = tmp_path / "person.csv"
    table.write_text("review,check,status\none.md,child-age,met\none.md,child-gender,missing\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["agree", str(out), str(table)])
    assert done.exit_code == 0, done.output
    assert "1 of 2 differ" in done.output
    assert "you say missing, the program says met" in " ".join(done.output.split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("review,check,status\nnone.md,child-age,met\n", "there is no review"),
        ("review,check,status\none.md,child-agee,met\n", "Did you mean 'child-age'"),
        ("review,check,status\none.md,child-age,good\n", "is no status"),
        ("review,status\none.md,met\n", "has no column 'check'"),
    ],
)
def test_a_wrong_table_of_verdicts_is_told(out: Path, tmp_path: Path, text: str, words: str) -> None:
    table = tmp_path / "person.csv"
    table.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["agree", str(out), str(table)])
    assert done.exit_code == 2
    assert words in " ".join(done.output.split())


def test_no_audits(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["statistics", str(tmp_path)])
    assert done.exit_code == 2
    assert "holds no audits" in done.output


def test_markdown_cells_cannot_break_the_table() -> None:
    text = telling.as_markdown(compute([case(1, board="A | <b>B</b>")]))
    assert "A \\| &lt;b>B" in text
