"""What the comments of an audit say, and of which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.quality.checks import Tier
from cpraudit.quality.engine import Finding
from cpraudit.quality.results import Status
from cpraudit.reports import wording
from cpraudit.reports.places import place
from cpraudit.reports.presenting import TO_MEND
from cpraudit.reports.word_comments.belonging import heading_for, title_of
from cpraudit.reports.word_comments.part import Line
from cpraudit.reports.wording import clean, counted, listed

if TYPE_CHECKING:
    from cpraudit.auditing import Audit

MOST_PLACES = 20
"""Places at which one finding is marked; the rest are counted in its comment."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One comment."""

    about: Span
    lines: tuple[Line, ...]


def remarks(audit: Audit) -> tuple[Remark, ...]:
    """Every comment, in the order of the text, and worst first where several are about the same words.

    Without any text there is nothing to comment on, and no comment.
    """
    title = title_of(audit.review.outline)
    if title is None:
        return ()
    found: list[tuple[int, Remark]] = []
    lacking: dict[int, list[tuple[int, Finding]]] = {}
    for rank, finding in enumerate(_worst_first(audit)):
        spans = _spans(audit, finding)
        if spans:
            found += [(rank, remark) for remark in _at_its_words(audit, finding, spans)]
        else:
            block = heading_for(finding.check, audit.review.outline)
            lacking.setdefault(title if block is None else block, []).append((rank, finding))
    for block, group in lacking.items():
        lines = _gathered(audit, [finding for _, finding in group])
        found.append((group[0][0], Remark(audit.document.whole(block), lines)))
    found.sort(key=lambda ranked: (ranked[1].about, ranked[0]))
    return (Remark(audit.document.whole(title), _summary(audit)), *(remark for _, remark in found))


def _worst_first(audit: Audit) -> list[Finding]:
    tiers = list(Tier)
    chosen = [finding for finding in audit.findings if finding.result.status in TO_MEND]
    return sorted(chosen, key=lambda f: (TO_MEND.index(f.result.status), tiers.index(f.check.tier)))


def _spans(audit: Audit, finding: Finding) -> list[Span]:
    """The passages in the report itself that a finding is about; those within others are left out."""
    kept: list[Span] = []
    for span in finding.result.evidence:
        inside = any(k.block == span.block and k.start <= span.start and span.end <= k.end for k in kept)
        if audit.document.blocks[span.block].part == 0 and not inside:
            kept.append(span)
    return kept


def _at_its_words(audit: Audit, finding: Finding, spans: list[Span]) -> Iterator[Remark]:
    """One comment at the words a finding rests on; where every passage is a fault, a short one at each of the rest."""
    first, *rest = spans
    # A field that is not filled in shows that itself.
    faults = [span for span in rest if not audit.document.blocks[span.block].unfilled]
    marked = faults[: MOST_PLACES - 1] if finding.check.by_absence else []
    extra: list[Line] = []
    if finding.check.by_absence and len(faults) > len(marked):
        extra.append(Line(f"The first {MOST_PLACES} of {len(faults) + 1} places are marked."))
    elif rest and not finding.check.by_absence:
        others = list(dict.fromkeys(place(audit, span) for span in rest))
        more = f"; and {counted(len(others) - 3, 'more place')}" if len(others) > 3 else ""
        extra.append(Line(f"{'; '.join(others[:3])}{more}.", "See also:"))
    yield Remark(first, (*_lines(audit, finding), *extra))
    for number, span in enumerate(marked, 2):
        yield Remark(
            span, (Line(f"Place {number} of {len(faults) + 1}: see the first comment on this.", _head(finding)),)
        )


def _gathered(audit: Audit, findings: list[Finding]) -> tuple[Line, ...]:
    """One comment for all that is missing altogether and belongs under one heading."""
    lines = [line for finding in findings for line in _lines(audit, finding)]
    return tuple(lines) if len(findings) == 1 else (Line("To be mended here, worst first:"), *lines)


def _lines(audit: Audit, finding: Finding) -> tuple[Line, ...]:
    result = finding.result
    unsure = wording.JUDGEMENT if finding.needs_judgement else wording.SURENESS[result.confidence]
    elsewhere = [
        PurePath(audit.document.parts[audit.document.blocks[span.block].part].path).name for span in result.evidence
    ]
    annexes = [name for name in dict.fromkeys(elsewhere) if name != PurePath(audit.document.parts[0].path).name]
    told = [clean(audit.message(result)), "" if result.status is Status.CANNOT_TELL else unsure]
    told.append(f"It rests on {listed(annexes)}." if annexes else "")
    what = "To settle it:" if result.status is Status.CANNOT_TELL else "To put it right:"
    lines = (Line(" ".join(filter(None, told)), _head(finding)), Line(finding.check.remedy, what))
    waiver = audit.waived.waiver(finding.check.id)
    return lines if waiver is None else (*lines, Line(clean(waiver.reason), "Waived:"))


def _head(finding: Finding) -> str:
    word = wording.status_word(finding.check, finding.result)
    return f"{word}: {finding.check.title} ({finding.check.tier.value}; {finding.check.id})."


def _summary(audit: Audit) -> tuple[Line, ...]:
    score = audit.score
    number = "" if score.overall is None else f"{wording.number(score.overall)} out of 100."
    withheld = "" if number else f"Score withheld. {score.withheld or 'Nothing could be scored.'}"
    counts = listed(f"{count} {wording.COUNTED[status]}" for status, count in score.counts.items() if count)
    return (
        Line(f"{number or clean(audit.shown(withheld))} {counts}. {audit.profile.title}.", "Audit:"),
        Line(
            "Each comment by cpraudit says what was found to lack and how to mend it. A later audit leaves them aside "
            "and writes them anew; comments by people are kept. To take them out, use --strip-comments."
        ),
        *([Line(wording.JUDGEMENT_EXPLAINED)] if any(finding.needs_judgement for finding in _worst_first(audit)) else []),
    )
