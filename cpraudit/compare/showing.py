"""What a comparison shows, in words and in order; terminal, page and Markdown only lay it out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from cpraudit.compare.changes import Change, Comparison, Movement
from cpraudit.quality.checks import Domain
from cpraudit.quality.results import Status
from cpraudit.reports import wording
from cpraudit.reports.presenting import present
from cpraudit.reports.views import Shown, Verdict

HEADINGS = {
    Movement.WORSE: "Got worse",
    Movement.UNDECIDED: "Can no longer be told",
    Movement.NEWLY_OPEN: "Newly open",
    Movement.OPEN: "Still open",
    Movement.BETTER: "Got better",
    Movement.NO_LONGER: "No longer applies",
}
"""In the order in which they are told; what stayed as it should be is only counted."""
MEANINGS = {
    Movement.WORSE: "The earlier draft showed more than the later one.",
    Movement.UNDECIDED: "The earlier draft let one decide; the later one does not.",
    Movement.NEWLY_OPEN: "It did not apply to the earlier draft, and applies to the later one.",
    Movement.OPEN: "Open in both; what is said is of the later draft.",
    Movement.BETTER: "The later draft shows what the earlier one did not.",
    Movement.NO_LONGER: "It applied to the earlier draft, and does not apply to the later one.",
}


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """One check, before and after."""

    now: Verdict
    was: str
    """The word for the earlier verdict."""
    was_status: Status
    was_message: str
    """What the earlier audit said, where the verdict is another now."""


@dataclass(frozen=True, slots=True)
class GroupShown:
    """The checks that went one way."""

    id: str
    title: str
    meaning: str
    changes: tuple[ChangeShown, ...]


@dataclass(frozen=True, slots=True)
class ScoreShown:
    """A score before and after; empty where there is none."""

    name: str
    before: str
    after: str
    change: str
    """'+12.5', '-3', 'no change', or empty."""
    before_at: float | None
    after_at: float | None


@dataclass(frozen=True, slots=True)
class ComparisonShown:
    """A comparison as it is shown."""

    title: str
    earlier: str
    """Name of the file."""
    later: str
    notices: tuple[str, ...]
    overall: ScoreShown
    withheld: tuple[str, ...]
    """Why a score is withheld, a sentence a draft."""
    domains: tuple[ScoreShown, ...]
    counts: tuple[tuple[Status, int, int], ...]
    """How many checks had each status, before and after."""
    groups: tuple[GroupShown, ...]
    """Those with anything in them."""
    same: int
    """How many checks stayed as they should be."""
    statutory: tuple[Verdict, ...]
    """What is still to be settled of the statutory requirements."""
    files: tuple[tuple[str, str, str], ...]

    @property
    def summary(self) -> str:
        """'4 got better, 1 got worse, 20 are still open.'"""
        told = {group.id: len(group.changes) for group in self.groups}
        parts = [
            f"{told.get(Movement.BETTER, 0)} got better",
            f"{told.get(Movement.WORSE, 0)} got worse",
            f"{told.get(Movement.OPEN, 0)} still open",
        ]
        parts += [f"{told[Movement.UNDECIDED]} can no longer be told"] if Movement.UNDECIDED in told else []
        parts += [f"{told[Movement.NEWLY_OPEN]} newly open"] if Movement.NEWLY_OPEN in told else []
        parts += [f"{told[Movement.NO_LONGER]} no longer apply"] if Movement.NO_LONGER in told else []
        return f"{wording.listed(parts)}; {self.same} stayed as they should be."


def show(comparison: Comparison, *, quotes: bool) -> ComparisonShown:
    """A comparison as it is shown; `quotes` False leaves every quotation out."""
    (before,), (after,) = (present([audit], quotes=quotes) for audit in (comparison.earlier, comparison.later))
    was, now = _verdicts(before), _verdicts(after)
    groups = tuple(
        GroupShown(
            movement.value, HEADINGS[movement], MEANINGS[movement],
            tuple(_change(change, was.get(change.check.id), now[change.check.id]) for change in changes),
        )
        for movement in HEADINGS
        if (changes := comparison.of(movement))
    )  # fmt: skip
    names = [PurePath(audit.document.parts[0].path).name for audit in (comparison.earlier, comparison.later)]
    scores = [comparison.earlier.score, comparison.later.score]
    return ComparisonShown(
        title=after.title,
        earlier=wording.clean(names[0]),
        later=wording.clean(names[1]),
        notices=comparison.notices,
        overall=_score("All checks", scores[0].overall, scores[1].overall),
        withheld=tuple(
            f"The score of the {name} draft is withheld. {shown.withheld}"
            for name, shown in (("earlier", before), ("later", after))
            if shown.withheld
        ),
        domains=tuple(
            _score(wording.DOMAIN[domain], scores[0].domains.get(domain), scores[1].domains.get(domain))
            for domain in Domain
        ),
        counts=tuple((status, dict(before.counts)[status], count) for status, count in after.counts),
        groups=groups,
        same=len(comparison.of(Movement.SAME)),
        statutory=after.statutory,
        files=(*_files(before, "earlier"), *_files(after, "later")),
    )


def _verdicts(shown: Shown) -> dict[str, Verdict]:
    return {verdict.id: verdict for domain in shown.domains for verdict in domain.verdicts}


def _change(change: Change, was: Verdict | None, now: Verdict) -> ChangeShown:
    if was is None:
        return ChangeShown(now, "Not asked", Status.NOT_APPLICABLE, "")
    return ChangeShown(now, was.word, was.status, was.message if change.movement is not Movement.OPEN else "")


def _score(name: str, before: float | None, after: float | None) -> ScoreShown:
    change = ""
    if before is not None and after is not None:
        step = round(after - before, 1)
        change = f"{'+' if step > 0 else '−'}{wording.number(abs(step))}" if step else "no change"
    told = ["–" if value is None else wording.number(value) for value in (before, after)]
    return ScoreShown(name, told[0], told[1], change, before, after)


def _files(shown: Shown, draft: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((name, f"{draft}, {role}", digest) for name, role, digest in shown.files)
