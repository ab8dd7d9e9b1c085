"""A person's verdicts against the program's: how often they agree, corrected for chance, and where they do not."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cpraudit.batch.statistics import given
from cpraudit.batch.store import AUDITS
from cpraudit.errors import ConfigurationError, did_you_mean
from cpraudit.quality.results import Status

COLUMNS = ("review", "check", "status")
"""Of a person's table: a review's id, title or file, a check, and a status."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One check on one review, by the person and by the program."""

    review: str
    check: str
    person: Status
    program: Status
    message: str
    """The program's."""

    @property
    def agrees(self) -> bool:
        """Whether both say the same."""
        return self.person is self.program


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often two readers agree over some verdicts."""

    n: int
    share: float
    """0 to 1."""
    kappa: float | None
    """Cohen's, over the six statuses: 1 is full agreement, 0 is what chance would give; None where chance alone gives 1."""


def agreement(verdicts: Sequence[Verdict]) -> Agreement:
    """Measure the agreement of at least one verdict."""
    n = len(verdicts)
    share = sum(verdict.agrees for verdict in verdicts) / n
    person, program = Counter(v.person for v in verdicts), Counter(v.program for v in verdicts)
    chance = sum(person[status] * program[status] for status in Status) / n**2
    return Agreement(n, share, (share - chance) / (1 - chance) if chance < 1 else None)


def by_check(verdicts: Sequence[Verdict]) -> dict[str, list[Verdict]]:
    """The verdicts of each check, those with most disagreements first."""
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        groups[verdict.check].append(verdict)
    return dict(sorted(groups.items(), key=lambda item: (agreement(item[1]).share, item[0])))


def read(output: Path, table: Path) -> list[Verdict]:
    """A person's verdicts (a CSV table with the columns review, check and status) beside those of a batch.

    Raises ConfigurationError where either is not there, or a row names no review, check or status that is known.
    """
    program, reviews = _program(output)
    checks = {check for _, check in program}
    verdicts = []
    for number, row in enumerate(given.rows(table, COLUMNS)[1], 2):
        where = f"'{table}', line {number}"
        review = reviews.get(row["review"].strip())
        if review is None:
            raise ConfigurationError(f"{where}: there is no review '{row['review']}'.{did_you_mean(row['review'], reviews)}")
        check = row["check"].strip()
        if (review, check) not in program:
            raise ConfigurationError(f"{where}: there is no check '{check}'.{did_you_mean(check, checks)}")
        status = row["status"].strip().casefold().replace(" ", "-")
        if status not in set(Status):
            raise ConfigurationError(f"{where}: '{row['status']}' is no status. Use {', '.join(Status)}.")
        verdicts.append(Verdict(review, check, Status(status), *program[review, check]))
    if not verdicts:
        raise ConfigurationError(f"'{table}' has no verdicts: give a row each with {', '.join(COLUMNS)}.")
    return verdicts


def _program(output: Path) -> tuple[dict[tuple[str, str], tuple[Status, str]], dict[str, str]]:
    path = output / AUDITS
    if not path.is_file():
        raise ConfigurationError(f"'{output}' holds no audits. Make some first: cpraudit batch FOLDER -o \"{output}\"")
    verdicts: dict[tuple[str, str], tuple[Status, str]] = {}
    names: dict[str, str] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            audit = json.loads(line)
            told = audit["batch"]
            names |= dict.fromkeys((told["id"], told["report"], Path(told["report"]).name, audit["document"]["title"]), told["id"])
            for result in audit["results"]:
                verdicts[told["id"], result["check"]] = Status(result["status"]), result["message"]
    return verdicts, names
