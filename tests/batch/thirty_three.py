"""Thirty-three invented reviews whose facts are drawn so as to give the 2023 review's Tables 1 to 3 and 7 to 10 exactly.

The facts stand in `thirty_three.csv`: no review, board or child of them exists, and the dates were found by a search for sets
that have the published means, deviations and medians. One review has no event date, four have no sign-off.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
BOARDS = {
    "CV": "Aber Gwyn", "CT": "Bryn Melyn", "G": "Cwm Rhosyn", "MW": "Dyffryn Arian", "NW": "Eryr Bay", "WG": "Ffin Las",
    "WB": "Glan Heulog",
}  # fmt: skip
"""Invented boards, by the board of the 2023 review whose row of Table 8 each stands for."""
EVENTS = {
    "suicide": "died by suicide",
    "natural-causes-or-medical": "died of natural causes, of a heart condition",
    "other": "died after an accidental overdose of drugs at a party, which was not suicide",
    "non-fatal-physical-abuse": "suffered a potentially life-threatening head injury, which was found to be non-accidental",
    "sudi": "died suddenly and unexpectedly; the death was recorded as a sudden unexpected death in infancy (SUDI)",
    "non-fatal-neglect": "was found to have suffered a potentially life-threatening injury as a result of neglect",
    "fatal-physical-abuse": "died of injuries inflicted by an adult in the home",
    "csa-intrafamilial": "was found to have suffered serious and permanent impairment as a result of sexual abuse by her father",
    "cse-extrafamilial": "suffered a potentially life-threatening injury in the course of child sexual exploitation by adults outside the family",
    "fatal-neglect": "died as a result of neglect",
    "non-fatal-emotional-abuse": "suffered a potentially life-threatening injury; emotional abuse was its cause",
    "": {"death": "died", "life-threatening-injury": "suffered a potentially life-threatening injury"},
}


def rows() -> list[dict[str, str]]:
    """The facts of each review."""
    with (HERE / "thirty_three.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def _text(number: int, row: dict[str, str]) -> str:
    event = EVENTS[row["harm"]]
    told = event if isinstance(event, str) else event[row["outcome"]]
    age = f", aged {row['age']}," if row["age"] else ""
    when = f"On {_day(row['incident'])} the child{age} {told}." if row["incident"] else f"The child{age} {told}."
    reason = " The period was extended because it takes in the mother's pregnancy." if row["rationale"] else ""
    period = f"The period under review is {_day(row['period_start'])} to {_day(row['incident'])}.{reason}" if row["period_start"] else ""
    dates = [
        f"| {label} | {_day(row[key])} |"
        for label, key in (("Index incident", "incident"), ("Referral to the Sub-Group", "referral"), ("Learning event", "learning_event"))
        if row[key]
    ]
    signed = _day(row["signoff"]) if row["signoff"] else ""
    return "\n\n".join([
        "# Child Practice Review Report",
        f"**{BOARDS[row['board']]} Safeguarding Board**",
        f"**{row['type'].capitalize()} Child Practice Review**",
        f"*Invented for tests: number {number}.*",
        "# Brief outline of circumstances resulting in the Review",
        when,
        "## Time period reviewed and why",
        period or "The period is not given.",
        "## Key dates",
        "\n".join(["| Step | Date |", "| --- | --- |", *dates]),
        "# Practice and organisational learning",
        "The health visitor did not know what the school knew, because no one had asked.",
        "# Statement by Reviewer",
        "\n".join(["| Signed by | Name | Date |", "| --- | --- | --- |", f"| Reviewer 1 | {'Non Tegwen' if signed else ''} | {signed} |"]),
    ])  # fmt: skip


def write(folder: Path) -> list[dict[str, str]]:
    """Write the reviews as Markdown; returns their facts."""
    facts = rows()
    for number, row in enumerate(facts, 1):
        (folder / f"review-{number:02}.md").write_text(_text(number, row), encoding="utf-8")
    return facts
