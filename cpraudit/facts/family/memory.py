"""Whom pronouns stand for, as the account of engagement is read sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cpraudit.facts.family.kin import Kin, Mention


@dataclass
class Memory:
    """Whom pronouns may stand for, as a passage is read."""

    recent: list[Mention] = field(default_factory=list)
    """The latest people named, last one last."""
    group: tuple[Mention, ...] = ()
    """The latest people named together."""
    weighed: tuple[Mention, ...] = ()
    """Those whom the latest sentence considered as contributors, without saying what was decided."""
    stranger: bool = False
    """The latest sentence was about somebody who is no relative: 'she' is then the social worker."""
    strangers: bool = False
    """It was about several, or a service: 'they' are then no relatives either."""

    def note(self, people: tuple[Mention, ...], *, beside: tuple[Mention, ...] = ()) -> None:
        """Remember people who were just named, and those named `beside` them, who come to mind after them.

        An index child who is only named beside others is whom the sentence is about, and seldom who speaks.
        """
        beside = tuple(person for person in beside if person.kin is not Kin.CHILD)
        self.stranger = self.stranger and not (people or beside)
        self.strangers = self.strangers and not (people or beside)
        for person in (*beside, *people):
            self.recent = [*(p for p in self.recent if p.relation != person.relation), person]
        if len(people) > 1 or (people and people[0].plural):
            self.group = people

    def then(self, people: tuple[Mention, ...], *, beside: tuple[Mention, ...] = ()) -> Memory:
        """What would be remembered after these people."""
        later = Memory(list(self.recent), self.group, stranger=self.stranger, strangers=self.strangers)
        later.note(people, beside=beside)
        return later

    def stands_for(self, pronoun: str) -> tuple[Mention, ...]:
        """The people for whom a pronoun stands."""
        word = pronoun.lower()
        if self.stranger or (self.strangers and word not in ("he", "him", "she", "her")):
            return ()
        if word in ("he", "him", "she", "her"):
            gender = "m" if word in ("he", "him") else "f"
            return next(((p,) for p in reversed(self.recent) if not p.plural and p.gender in ("", gender)), ())
        last = tuple(self.recent[-1:])
        if word in ("they", "them") and last and last[0].plural:
            return last
        return (
            self.group or last
            if re.match(r"both|all|each|neither|none|some|others|several|most|one|they|them|the ", word)
            else last
        )
