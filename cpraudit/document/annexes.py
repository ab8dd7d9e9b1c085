"""What an annex of a published set is, by its file's name, its title and its first lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from cpraudit.document.form import load, plain
from cpraudit.document.model import Block, Part
from cpraudit.document.sections import SectionKind

KINDS = {"terms of reference": SectionKind.TERMS, "timeline": SectionKind.CHRONOLOGY}
"""Role of an annex to the kind of section that the whole of it is."""
ROLES = (*KINDS, "annex")
"""Everything that an annex may be."""


def annex_role(part: Part, blocks: Sequence[Block]) -> str:
    """'terms of reference', 'timeline', or 'annex' where neither name, title nor first lines tell.

    What a reader has put in `Part.role` stands, unless it is the default.
    """
    if part.role != "report":
        return part.role
    opening = [block.text for block in blocks[:4] if len(block.text.split()) <= 15]
    for words in (PurePath(part.path).stem, part.title, *opening):
        told = f" {plain(re.sub('[_.-]', ' ', words))} "
        for role, cues in load().annexes.items():
            if any(f" {cue} " in told for cue in cues):
                return role
    return "annex"
