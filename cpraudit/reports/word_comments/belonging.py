"""Under which heading of a draft a requirement belongs that was not found anywhere in it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from cpraudit.document import SectionKind
from cpraudit.document.outline import Outline
from cpraudit.document.sections import Section
from cpraudit.quality.checks import Check, Domain

_SURE = {"heading": 0, "content": 1, "place": 2}
"""How a section's kind was known, the surest first; one that only has its parent's kind is no place to look in."""


def heading_for(check: Check, outline: Outline) -> int | None:
    """The block of the heading under which a requirement belongs; of the title where that section lacks."""
    placed, by_domain = _places()
    for kind in placed.get(check.id) or by_domain[check.domain]:
        block = title_of(outline) if kind is SectionKind.TITLE else _heading(outline, kind)
        if block is not None:
            return block
    return title_of(outline)


def title_of(outline: Outline) -> int | None:
    """The first line of the report with words in it; None where it has none."""
    return next((block.index for block in outline.document.blocks if block.part == 0 and block.text), None)


def _heading(outline: Outline, kind: SectionKind) -> int | None:
    def sureness(section: Section) -> tuple[int, int]:
        return _SURE[section.recognised_by], section.first

    fitting = [s for s in outline.sections if s.kind is kind and s.part == 0 and s.recognised_by in _SURE]
    headed = [section for section in fitting if section.heading is not None]
    return min(headed, key=sureness).heading if headed else None


@cache
def _places() -> tuple[dict[str, tuple[SectionKind, ...]], dict[Domain, tuple[SectionKind, ...]]]:
    data = tomllib.loads(
        resources.files("cpraudit.reports.word_comments").joinpath("belongs.toml").read_text(encoding="utf-8")
    )
    placed = {check: _kinds(place["kinds"]) for place in data["places"] for check in place["checks"]}
    return placed, {Domain(domain): _kinds(names) for domain, names in data["domains"].items()}


def _kinds(names: list[str]) -> tuple[SectionKind, ...]:
    return tuple(SectionKind[name.replace("-", "_").upper()] for name in names)
