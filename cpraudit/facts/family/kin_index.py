"""The relatives named in each sentence of a review."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from cpraudit.facts.children.children import Gender
from cpraudit.facts.family.aliases import learn_aliases
from cpraudit.facts.family.kin import Kin, Mention
from cpraudit.facts.family.relations import Relatives
from cpraudit.facts.text.quoting import masked
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence


_SEVERAL = compile_pattern(
    r"(?i)\b(?:two|three|different|separate|both|all) (?P<of>father|mother|dad|mum)s|(?:neither|each) (?P<one>father|mother|dad|mum)\b"
)
"""A report that speaks of several fathers or mothers of its children."""
_OTHER_MEN = compile_pattern(
    r"(?i)\b(?:(?:her|mother['’]s|mum['’]s|mam['’]s) (?:new |then |current |former |ex-?|late )*partner|boyfriend|step-?(?:father|dad)|"
    r"ex-husband|former husband|separated|divorced?|remarried|second husband|split up)\b"
)
"""Signs that the mother's husband may be another man than the father."""


def _apart(texts: Iterable[str], children: tuple[str, ...]) -> frozenset[Kin]:
    """The parents whom a report of several children tells apart by child."""
    if len(children) < 2:
        return frozenset()
    said = {(match["of"] or match["one"]).lower() for text in texts for match in _SEVERAL.finditer(text)}
    kin = {"father": Kin.FATHER, "dad": Kin.FATHER, "mother": Kin.MOTHER, "mum": Kin.MOTHER}
    return frozenset(kin[word] for word in said)


def _married(texts: list[str], children: tuple[str, ...]) -> bool:
    """Whether 'her husband' can be nobody but the father."""
    if any(_OTHER_MEN.search(text) for text in texts):
        return False
    plain = Relatives(children)
    return any(m.kin is Kin.FATHER for text in texts for m in plain.mentions(text))


class KinIndex:
    """The relatives named in each sentence of a review, with quotations blanked."""

    def __init__(self, review: Review) -> None:
        """Learn the pseudonyms of relatives; sentences are read when first asked for."""
        names = tuple(child.name for child in review.children.index if child.name[:1].isupper())
        short = tuple(name.split()[-1] for name in names if re.fullmatch(r"(?:Young Person|Adult) [A-Z]", name))
        self.children = names + short
        self._masks: dict[int, str] = {}
        self._review = review
        genders = {child.gender.value for child in review.children.index if child.gender is not None}
        told = len(genders) == 1 and all(child.gender is not None for child in review.children.index)
        self.gender = {Gender.MALE: "m", Gender.FEMALE: "f"}.get(next(iter(genders)), "") if told else ""
        """Of the index children, where all have one."""
        texts = [self.block(block.index) for block in review.prose.blocks]
        self.relatives = Relatives(
            self.children,
            learn_aliases((block.text for block in review.prose.blocks), self.children),
            apart=_apart(texts, self.children),
            married=_married(texts, self.children),
        )
        self._read: dict[tuple[int, int], tuple[str, tuple[Mention, ...]]] = {}

    def block(self, index: int) -> str:
        """The text of a block with its quotations blanked."""
        if index not in self._masks:
            self._masks[index] = masked(self._review.document.blocks[index].text)
        return self._masks[index]

    def of(self, sentence: Sentence) -> tuple[str, tuple[Mention, ...]]:
        """A sentence with its quotations blanked, and the relatives that it names outside them."""
        key = (sentence.block, sentence.start)
        if key not in self._read:
            text = self.block(sentence.block)[sentence.start : sentence.end]
            self._read[key] = (text, self.relatives.mentions(text))
        return self._read[key]
