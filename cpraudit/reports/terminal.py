"""The audit in a terminal: the score with its counts, then what is missing, worst first, and what to do next.

Words carry everything and colour repeats it, so that a pipe, NO_COLOR or a narrow window lose nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from cpraudit.quality.results import Status
from cpraudit.reports import wording
from cpraudit.reports.places import Passage
from cpraudit.reports.presenting import present
from cpraudit.reports.views import DomainShown, Shown, Verdict
from cpraudit.reports.wording import counted

if TYPE_CHECKING:
    from rich.console import Console

    from cpraudit.auditing import Audit

WIDEST = 100
"""Columns: longer lines are hard to read, however wide the window."""

STYLE = {
    Status.MET: "green",
    Status.PARTIAL: "yellow",
    Status.MISSING: "bold red",
    Status.EXCUSED: "blue",
    Status.CANNOT_TELL: "magenta",
    Status.NOT_APPLICABLE: "dim",
}

_PLAIN = str.maketrans(
    {
        "✓": "+", "◐": "~", "✗": "x", "≈": "=", "“": '"', "”": '"', "‘": "'", "’": "'",
        "–": "-", "—": "-", "−": "-", "→": ">", "…": ".", "›": ">", "·": "-", "─": "-",
    }
)  # fmt: skip
"""For a terminal that cannot show them: one character for one, so that styles stay in place."""


def print_audit(audits: Sequence[Audit], console: Console, *, show_met: bool = False, quotes: bool = True) -> None:
    """Print each audit, then a table of them where there are several. `quotes` False leaves quotations out."""
    out = Printer.of(console)
    shown = present(audits, quotes=quotes)
    for audit, whole in zip(shown, audits, strict=True):
        _audit(out, audit, show_met)
        _next(out, audit, whole.document.parts[0].path, show_met)
    if len(shown) > 1:
        _together(out, shown)


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints lines wrapped to a width, with what stands before the first line hung to its left."""

    console: Console
    width: int
    unicode: bool

    @classmethod
    def of(cls, console: Console) -> Printer:
        """For a console, as wide as one reads well and in what it can show."""
        return cls(console, min(console.width, WIDEST), "utf" in console.encoding.lower())

    def say(self, text: str | Text, *, indent: int = 0, hang: str | Text = "", style: str = "") -> None:
        """Print a paragraph, wrapped; `hang` stands before its first line, and the rest under the words."""
        told = text if isinstance(text, Text) else Text(text)
        before = hang.copy() if isinstance(hang, Text) else Text(hang)
        if style:
            told = told.copy()
            told.stylize(style)
        told, before = self._showable(told), self._showable(before)
        left = indent + cell_len(before.plain)
        for number, line in enumerate(told.wrap(self.console, max(20, self.width - left))):
            line.rstrip()
            start = Text(" " * indent).append_text(before) if number == 0 else Text(" " * left)
            self.console.print(start.append_text(line), no_wrap=True, crop=False, overflow="ignore", highlight=False)

    def gap(self) -> None:
        """Leave a line free."""
        self.console.print()

    def title(self, text: str) -> None:
        """Print a heading over a rule."""
        self.gap()
        self.say(text, style="bold")
        self.say("─" * min(self.width, cell_len(text)), style="dim")

    def _showable(self, text: Text) -> Text:
        if self.unicode:
            return text
        encoding = self.console.encoding
        plain = text.plain.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
        return Text(plain, style=text.style, spans=text.spans)


def _audit(out: Printer, audit: Shown, show_met: bool) -> None:
    out.say(audit.title, style="bold")
    for label, value in audit.facts:
        out.say(value, hang=f"{label + ':':<20}")
    for notice in audit.notices:
        out.gap()
        out.say(notice, style="bold")
    out.title("Score")
    if audit.score:
        out.say(Text.assemble((audit.score, "bold"), " out of 100"))
    else:
        out.say(f"Withheld. {audit.withheld}", style="bold")
    for status, count in audit.counts:
        if count:
            out.say(wording.COUNTED[status], hang=_mark(status).append(f"{count:>4} "))
    for sentence in audit.accepted:
        out.say(sentence)
    out.say(f"{audit.read}.")
    for note in audit.notes:
        out.say(note, indent=2, hang="- ")
    _statutory(out, audit)
    for domain in audit.domains:
        _domain(out, domain, show_met)


def _statutory(out: Printer, audit: Shown) -> None:
    out.title("Statutory requirements to settle")
    if not audit.statutory:
        out.say("None. No statutory requirement is missing or undecided.")
    for verdict in audit.statutory:
        out.say(Text.assemble(_word(verdict), f": {verdict.title}"), hang=_mark(verdict.status).append(" "))


def _domain(out: Printer, domain: DomainShown, show_met: bool) -> None:
    verdicts = domain.verdicts if show_met else domain.to_mend
    out.title(f"{domain.title}{f': {domain.score} out of 100' if domain.score else ''}")
    if not verdicts:
        out.say("Nothing to mend here.")
    for number, verdict in enumerate(verdicts):
        if number:
            out.gap()
        _verdict(out, verdict)


def _verdict(out: Printer, verdict: Verdict) -> None:
    scored = "" if verdict.scored else ", not scored"
    heading = Text.assemble(
        _word(verdict), ": ", (verdict.title, "bold"), (f" ({verdict.tier.lower()}{scored}; {verdict.id})", "dim")
    )
    out.say(heading, hang=_mark(verdict.status).append(" "))
    out.say(f"{verdict.message} {verdict.sureness}".strip(), indent=2)
    if verdict.accepted:
        out.say(verdict.accepted, indent=2, style="blue")
    for passage in verdict.passages:
        out.say(_passage(passage), indent=4)
    if verdict.more:
        out.say(verdict.more, indent=4, style="dim")
    if verdict.remedy:
        what = "To settle it: " if verdict.status is Status.CANNOT_TELL else "To put it right: "
        out.say(Text.assemble((what, "bold"), verdict.remedy), indent=2)


def _passage(passage: Passage) -> Text:
    where = (f"[{passage.place}]", "dim")
    if not passage.words:
        return Text.assemble(where)
    return Text.assemble(
        "“",
        passage.before,
        (passage.words, "bold" if passage.before or passage.after else ""),
        passage.after,
        "” ",
        where,
    )


def _mark(status: Status) -> Text:
    return Text(wording.SYMBOL[status], style=STYLE[status])


def _word(verdict: Verdict) -> tuple[str, str]:
    return verdict.word, STYLE[verdict.status]


def _next(out: Printer, audit: Shown, path: str, show_met: bool) -> None:
    out.title("What to do next")
    for number, verdict in enumerate(audit.first, 1):
        out.say(Text.assemble((verdict.title, "bold"), f": {verdict.remedy}"), hang=f"{number}. ")
    if not audit.first:
        out.say("Nothing that is scored is missing or incomplete.")
    out.gap()
    out.say(wording.LIMITS_OF_THE_SCORE[1])
    listed = (verdict for domain in audit.domains for verdict in (domain.verdicts if show_met else domain.to_mend))
    if any(verdict.sureness == wording.JUDGEMENT for verdict in listed):
        out.say(wording.JUDGEMENT_EXPLAINED)
    hidden = sum(len(domain.settled) + len(domain.outside) for domain in audit.domains)
    if hidden and not show_met:
        out.say(f"Not shown: {counted(hidden, 'check')} met, excused or not applicable. To see them, add --all")
    if audit.first:
        out.say(f"Why a check asks what it asks: cpraudit explain {audit.first[0].id}")
    out.say(f'To read or print the whole audit: cpraudit check "{wording.clean(path)}" --open')
    out.gap()


def _together(out: Printer, shown: Sequence[Shown]) -> None:
    out.title(f"Together: {counted(len(shown), 'review')}")
    for audit in shown:
        score = audit.score or "withheld"
        to_settle = f", {len(audit.statutory)} statutory to settle" if audit.statutory else ""
        out.say(f"{audit.title} ({audit.to_mend} to mend{to_settle})", hang=f"{score:>8}  ")
