"""One page about one check, in Markdown: for `cpraudit explain` and for the documentation, from the check itself."""

from __future__ import annotations

from cpraudit.quality import agreement
from cpraudit.quality.checks import Check, Excuse

TIERS = {
    "statutory": "statutory (quoted statutory guidance)",
    "template": "template (the standard report form of 2016)",
    "recommended": "recommended (the 2023 thematic review)",
    "advisory": "advisory (comparative standards)",
}


def as_page(check: Check) -> str:
    """The page: what it asks, why, what counts as what, how to put it right, source."""
    verdicts = [
        ("met", check.met),
        ("partial", check.partial),
        ("missing", check.missing),
        ("cannot tell", check.cannot_tell),
        ("not applicable", check.not_applicable),
        ("excused", _excuse(check)),
    ]
    lines = [
        f"# {check.title}",
        "",
        f"`{check.id}` · {check.domain} · {TIERS[check.tier]}",
        "",
        check.asks,
        "",
        f"**Why.** {check.why}",
        "",
        f"**How to put it right.** {check.remedy}",
        "",
        "## What counts",
        "",
        *(f"- **{status}**: {meaning}" for status, meaning in verdicts if meaning),
        "",
        f"Applies to {_listed([str(kind) for kind in check.types])} reviews.",
    ]
    if check.signals:
        lines += ["", "## How it judges", "", check.signals]
    measured = agreement.of(check.id)
    if measured:
        low, high = measured.interval
        lines += [
            "",
            f"On labelled reviews that its rules were never tried on, {measured.agree} of {measured.total} verdicts agreed with "
            f"an expert's (between {low:.0%} and {high:.0%}, at 95 %)."
            + (" This check needs a person's judgement." if agreement.needs_judgement(check.id) else ""),
        ]
    lines += ["", f"Source: {check.source}", ""]
    return "\n".join(lines)


def _excuse(check: Check) -> str:
    if check.excuse is Excuse.YES:
        return "It is not there, and the report says why."
    if check.excuse is Excuse.LIMITED:
        return f"It is not there, and the report gives this reason: {check.excuse_ground}."
    return ""


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
