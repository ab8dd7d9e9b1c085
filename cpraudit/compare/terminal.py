"""A comparison in a terminal: the scores before and after, then what went which way, the worst news first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from cpraudit.compare.changes import Comparison, Movement
from cpraudit.compare.showing import ChangeShown, ComparisonShown, ScoreShown, show
from cpraudit.quality.results import Status
from cpraudit.reports import wording
from cpraudit.reports.terminal import STYLE, Printer

if TYPE_CHECKING:
    from rich.console import Console

_BRIEF = {Movement.OPEN, Movement.BETTER, Movement.NO_LONGER}
"""What did not change, or asks for nothing more, is told in a line each."""


def print_comparison(comparison: Comparison, console: Console, *, quotes: bool = True) -> None:
    """Print a comparison. `quotes` False leaves quotations out."""
    shown, out = show(comparison, quotes=quotes), Printer.of(console)
    out.say(shown.title, style="bold")
    out.say(shown.earlier, hang=f"{'Earlier:':<10}")
    out.say(shown.later, hang=f"{'Later:':<10}")
    for notice in shown.notices:
        out.gap()
        out.say(notice, style="bold")
    out.title("Score")
    for sentence in shown.withheld:
        out.say(sentence)
    _scores(out, shown)
    out.gap()
    out.say(shown.summary)
    for group in shown.groups:
        out.title(f"{group.title}: {len(group.changes)}")
        for number, change in enumerate(group.changes):
            if number and group.id not in _BRIEF:
                out.gap()
            _change(out, change, brief=group.id in _BRIEF)
    out.gap()
    out.say(wording.LIMITS_OF_THE_SCORE[1])
    out.say(wording.JUDGEMENT_EXPLAINED)
    path = wording.clean(comparison.later.document.parts[0].path)
    out.say(f'What each open check lacks, and how to mend it: cpraudit check "{path}"')


def _scores(out: Printer, shown: ComparisonShown) -> None:
    rows = [shown.overall, *shown.domains]
    widest = max(len(row.name) for row in rows)
    for row in rows:
        out.say(_line(row, widest), style="bold" if row is shown.overall else "")


def _line(row: ScoreShown, widest: int) -> str:
    change = f"   {row.change}" if row.change else ""
    return f"{row.name:<{widest}}  {row.before:>5} → {row.after:<5}{change}"


def _change(out: Printer, change: ChangeShown, *, brief: bool) -> None:
    now = change.now
    moved = Text.assemble((change.was, STYLE[change.was_status]), " → ", (now.word, STYLE[now.status]))
    if change.was == now.word:
        moved = Text(now.word, style=STYLE[now.status])
    heading = moved.append(": ").append(now.title, style="bold").append(f" ({now.tier.lower()}; {now.id})", style="dim")
    out.say(heading, hang=Text(now.symbol, style=STYLE[now.status]).append(" "))
    if brief:
        return
    if change.was_message and change.was_message != now.message:
        out.say(Text.assemble(("Before: ", "dim"), change.was_message), indent=2)
    out.say(f"{now.message} {now.sureness}".strip(), indent=2)
    if now.remedy:
        what = "To settle it: " if now.status is Status.CANNOT_TELL else "To put it right: "
        out.say(Text.assemble((what, "bold"), now.remedy), indent=2)
