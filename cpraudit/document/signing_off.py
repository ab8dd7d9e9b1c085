"""Where a report ends with who wrote it, and has no heading over that: behind the last list of its last section."""

from __future__ import annotations

import itertools
import re

from cpraudit.document.model import Block, BlockKind, Document
from cpraudit.patterns import compile_pattern

_AVOWS = compile_pattern(
    r"\b(?:I|we|(?:the|both|neither) (?:\w+ )?(?:reviewers?|authors?))\b[^.;]{0,60}"
    r"\b(?:independent|line manage\w*|(?:no|not|never|nor|neither)\b[^.;]{0,40}\b(?:involve\w+|concerned with|connect\w+|dealings|known? (?:the|this|any)))",
    re.IGNORECASE,
)
"""What is said of the reviewers' independence."""
_NAME = compile_pattern(r"(?:signed[:.…_ ]*)?(?:(?:Dr|Mr|Mrs|Ms|Miss|Professor|Prof)\.? )?[A-ZÂÊÎÔÛŴŶ][\w’'.-]*(?: [A-ZÂÊÎÔÛŴŶ][\w’'.-]*){1,3},?")
_ROLE = compile_pattern(r"\b(?:reviewers?|authors?|chair(?:man|woman|person)?)\b", re.IGNORECASE)
_LINE = 16
"""Words of a line that tells who signs."""
_FARTHEST = 30
"""Blocks behind the last list within which a report ends."""


def begins(document: Document, first: int, end: int) -> int | None:
    """The block at which the words on the reviewers begin, in the section that a report ends with; None where there are none."""
    blocks = document.blocks[first:end]
    points = [block.index for block in blocks if block.cell is not None or block.kind is BlockKind.LIST_ITEM]
    if not points or end - points[-1] > _FARTHEST:
        return None
    tail = document.blocks[points[-1] + 1 : end]
    avowed = (block.index for block in tail if _AVOWS.search(block.text))
    signed = (block.index for block, below in itertools.pairwise(tail) if _signs(block, below))
    return min((place for place in (next(avowed, None), next(signed, None)) if place is not None), default=None)


def _signs(block: Block, below: Block) -> bool:
    """Whether a line is a name with a role in the line below it."""
    return _NAME.fullmatch(block.text.strip()) is not None and len(below.text.split()) <= _LINE and bool(_ROLE.search(below.text))
