"""Acts of engagement in sentences: who of the family was approached, was heard, declined, did not answer, was left out.

A sentence is read with its quotations blanked. Each cue is given to people: the subject before it where it is something
that a relative did or had done to them, the objects after it where the reviewers are the subject. 'She', 'they', 'all
three' and 'who' stand for whoever was named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import zip_longest

from cpraudit.document import Span
from cpraudit.facts.family import cues
from cpraudit.facts.family.cues import Act, Cue, Whose
from cpraudit.facts.family.kin import Kin, Mention
from cpraudit.facts.family.kinship import relatives_own
from cpraudit.facts.family.memory import Memory
from cpraudit.facts.text import lexicon
from cpraudit.patterns import compile_pattern


@dataclass(frozen=True, slots=True)
class Deed:
    """One act with the people it concerns."""

    act: Act
    people: tuple[Mention, ...]
    span: Span
    """The sentence (or table row) that tells it."""
    explicit: bool
    """The words themselves name the reviewers or the review."""


@dataclass(frozen=True)
class _Sentence:
    """A sentence as it is read: quotations blanked, with its mentions and its relative clauses."""

    text: str
    mentions: tuple[Mention, ...]

    @cached_property
    def named(self) -> tuple[Mention, ...]:
        """Mentions that are more than owners."""
        return tuple(mention for mention in self.mentions if not mention.possessive)

    @property
    def owners(self) -> tuple[Mention, ...]:
        """Those whose something opens the sentence: "Nain's account of it was hard to hear"."""
        return tuple(m for m in self.mentions[:1] if m.possessive and m.start < 4)

    @cached_property
    def ranked(self) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
        """Those who may be subjects, and those who hang on a preposition."""
        beside = tuple(m for m in self.named if oblique(self.text, m))
        return tuple(m for m in self.named if m not in beside), beside

    @property
    def opening_pronoun(self) -> re.Match[str] | None:
        """The pronoun that is the first subject of the sentence, where no relative is named as one before it."""
        subjects = (match for match in _PRONOUN.finditer(self.text) if match["subject"])
        first = next(subjects, None)
        if first is None or first["subject"].lower() == "who":
            return None
        named_before = any(m.start < first.start() for m in (*self.ranked[0], *self.owners))
        return None if named_before else first

    def joined(self, last: Mention, among: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """The people joined with one: 'mother, father and maternal grandmother'."""
        people = [last]
        for mention in reversed([m for m in among if m.end <= last.start]):
            if not _JOINED.fullmatch(self.text[mention.end : people[0].start]):
                break
            people.insert(0, mention)
        return tuple(people)

    def reachable(self, start: int, place: int) -> bool:
        """Whether a word may be the subject of a cue: no semicolon between, and not shut in a relative clause."""
        if start <= self.text.rfind(";", 0, place):
            return False
        clauses = [match.span() for match in _RELATIVE_CLAUSE.finditer(self.text)]
        return any(a <= place < b for a, b in clauses) or not any(a <= start < b for a, b in clauses)


_PRONOUN = compile_pattern(
    r"(?<![\w’'])(?:(?P<subject>he|she|they|(?:both|all|each|neither|none)(?: of (?:them|the \w+|these))?"
    r"(?: (?:two|three|four|five|women|men|grandparents|relatives))?"
    r"|the (?:two|three|four) of them|(?:some|several|most|one|two) of them"
    r"|(?:\A(?:others|some|several|most)|the others?)(?= (?:did|preferred|chose|declined|have|had|was|were|wished|felt|took|met"
    r"|spoke|agreed)\b)|who)|him|her|them)(?![\w’'-])",
    re.IGNORECASE,
)
_RELATIVE_CLAUSE = compile_pattern(
    r", (?:with whom|for whom|to whom|of whom|whom|who|which|whose|where|although|though|as)\b[^,;]*(?=,)",
    re.IGNORECASE,
)
_JOINED = compile_pattern(
    r"(?:,|,? (?:and|or|as well as|together with|but also|nor))(?: (?:to|with|for|from))?"
    r"(?: (?:the|his|her|their|both|separately|an?))? ?(?:(?:[\w’'-]+ )?[\w’'-]+['’]s )?$"
)
_NEW_CLAUSE = compile_pattern(r"(?i)(?:,|;) (?:and|but) (?:the|a|an|his|her|their) (?:[\w’'-]+ )?$")
"""Before a new subject that takes over from the one that opened the sentence."""
_OF_REVIEW = compile_pattern(r"(?i)reviewer|panel|board|author")
_MANY = compile_pattern(
    r"(?i)(?:s|staff|police|everyone|college|school|team|hospital|agency|service|organisation|authority|department)$"
)
_STOP = compile_pattern(r"[;:]|, who\b| who\b| because\b| and (?:he|she|they|we|I)\b|,? but\b|, (?:he|she|they|we|I)\b")
_OBJECT_PRONOUN = compile_pattern(
    r"(?i)(?: to| with)? (him|them|(?:both|each|all (?:two|three|four|five))(?: of them)?"
    r"|her(?= (?:about|and|twice|once|at|again|in|by|through|on|with|for|to|three|separately|several|four|but|when"
    r"|before|after|directly|because|as|via|alone|wishes)\b|[,.;:]|$))(?![\w’'])"
)


@dataclass
class Reader:
    """Reads the deeds of one sentence after another; keeps the memory that pronouns need."""

    child: str = ""
    """The gender of the index children, where all have one."""
    memory: Memory = field(default_factory=Memory)

    def deeds(self, text: str, mentions: tuple[Mention, ...], span: Span) -> Iterator[Deed]:
        """The deeds of a sentence, given with quotations blanked, and its mentions of relatives."""
        sentence = _Sentence(text, self._owned(text, mentions))
        told: list[Mention] = []
        considered: tuple[Mention, ...] = ()
        settled = tuple(self._settled(sentence, span))
        yield from settled
        active = False
        found = cues.find(text)
        for cue, following in zip_longest(found, found[1:]):
            people = self._people(sentence, cue, following.start if following else len(text), active=active)
            act = cues.turned(cue, text)
            if considered and act in (Act.DECLINED, Act.NOT_APPROACHED):
                act, people = Act.NOT_APPROACHED, considered
            active = active or cue.whose is Whose.OBJECT
            people = tuple(p for p in people if act is not Act.NOT_APPROACHED or p.kin is not Kin.CHILD)
            if settled and act is Act.NOT_APPROACHED:  # 'She felt that he was too young' leaves him out, and not her
                continue
            if act is Act.CONSIDERED:
                considered = people
                if lexicon.pattern("family", "contact.decided_against").search(text, cue.end):
                    act = Act.NOT_APPROACHED
                elif lexicon.pattern("family", "contact.through_another").search(text, cue.end):
                    act = Act.HEARD
                else:
                    self.memory.weighed = people
            if people:
                told += people
                yield Deed(act, people, span, cue.explicit)
                self.memory.note(people)
        self._remember(sentence, told)

    def _settled(self, sentence: _Sentence, span: Span) -> Iterator[Deed]:
        """Those whom the last sentence considered, where this one settles it: 'On advice he was not', 'His tutor asked him.'"""
        weighed, self.memory.weighed = self.memory.weighed, ()
        text = sentence.text
        against = _ELLIPSIS.search(text) or lexicon.pattern("family", "contact.decided_against").search(text)
        known = {person.relation for person in weighed}
        heard = lexicon.pattern("family", "contact.through_another").search(text)
        advised = against is not None and _ADVISED.search(text, 0, against.end()) is not None
        ours = against is not None and against.group().lower().startswith(("we ", "i "))
        about_them = advised or ours or all(m.possessive or m.relation in known for m in sentence.mentions)
        if weighed and (against or heard) and about_them:
            yield Deed(Act.NOT_APPROACHED if against else Act.HEARD, weighed, span, explicit=True)

    def _owned(self, text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """The mentions, with 'his parents' and 'her husband' those of a relative who was just told of."""
        if self.memory.stranger:
            return mentions
        return tuple(relatives_own(text, m, self.memory.recent, self.child) for m in mentions)

    def subject(self, text: str, start: int, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Who the subject of the verb at `start` is, among relatives; nobody where it is someone else."""
        return self._subject(
            _Sentence(text, self._owned(text, mentions)), Cue(Act.HEARD, start, start, Whose.SUBJECT), active=False
        )

    def pass_over(self, text: str, mentions: tuple[Mention, ...]) -> None:
        """Remember who a sentence is about."""
        sentence = _Sentence(text, self._owned(text, mentions))
        others = [span for span in cues.strangers(text, len(text)) if not _OF_REVIEW.search(text[slice(*span)])]
        stranger, end = others[0] if others else (None, 0)
        first = min((m.start for m in sentence.named), default=len(text))
        foreign = stranger is not None and stranger < first and not _stands_before(text, stranger)
        many = foreign and _MANY.search(text[stranger:end]) is not None
        if foreign and not many:
            self.memory.stranger = True
            return
        about = self._about(sentence)
        main, beside = sentence.ranked
        self.memory.note(main, beside=(*sentence.owners, *beside))
        self.memory.note(about)
        self.memory.strangers = self.memory.strangers or many
        last = next(((a, b) for a, b in reversed(others) if _NEW_CLAUSE.search(text, 0, a)), None)
        if last and not any(m.start > last[0] for m in main) and not _MANY.search(text[slice(*last)]):
            self.memory.stranger = True

    def _about(self, sentence: _Sentence) -> tuple[Mention, ...]:
        """The one for whom the pronoun that opens a sentence stands: who it goes on to tell about."""
        pronoun = sentence.opening_pronoun
        return self.memory.stands_for(pronoun["subject"]) if pronoun else ()

    def _remember(self, sentence: _Sentence, told: list[Mention]) -> None:
        if not told:
            self.pass_over(sentence.text, sentence.mentions)
            if len(sentence.named) > 1:
                self.memory.group = sentence.joined(sentence.named[-1], sentence.named)
            return
        main, _ = sentence.ranked
        self.memory.note(tuple(m for m in main if m not in told))
        self.memory.note(tuple(m for m in told[-1:] if not m.plural))

    def _people(self, sentence: _Sentence, cue: Cue, limit: int, *, active: bool) -> tuple[Mention, ...]:
        """Whom a cue concerns."""
        words = sentence.text[cue.start : cue.end]
        owner = next(
            (m for m in reversed(sentence.mentions) if m.possessive and m.end in (cue.start, cue.start - 1)), None
        )
        if owner and cue.whose in (Whose.SUBJECT, Whose.EITHER):  # "Mother's whereabouts are not known"
            return (owner,)
        if cue.whose is Whose.OWNER:
            return self._owners(sentence, cue)
        if re.match(r"(?i)neither|none", words):
            within = tuple(m for m in sentence.named if cue.start <= m.start < cue.end)
            return within or self.memory.stands_for("both")
        if cue.act is Act.NO_RESPONSE and re.match(r"(?i) from\b", sentence.text[cue.end :]):
            return self._objects(sentence, replace(cue, end=cue.end + len(" from")), len(sentence.text))
        if cue.whose in (Whose.OBJECT, Whose.EITHER):
            objects = self._objects(sentence, cue, limit)
            if objects or cue.whose is Whose.OBJECT:
                return objects
        return self._subject(sentence, cue, active=active)

    def _owners(self, sentence: _Sentence, cue: Cue) -> tuple[Mention, ...]:
        """Those whose views were heard or sought."""
        if re.match(r"(?i) (?:from|of)\b", sentence.text[cue.end :]):
            after = self._objects(sentence, cue, len(sentence.text))
            if after:
                return after
        before = tuple(m for m in sentence.mentions if m.end <= cue.start)
        if before:
            return sentence.joined(before[-1], before)
        owner = re.search(r"(?i)\b(his|her|their) (?:own )?(?:\w+ )?\w+ ?$", sentence.text[: cue.start])
        return self.memory.stands_for({"his": "he", "her": "she", "their": "they"}[owner[1].lower()]) if owner else ()

    def _objects(self, sentence: _Sentence, cue: Cue, limit: int) -> tuple[Mention, ...]:
        """The people after a cue, as far as they are joined; or the one for whom 'her' stands."""
        text = sentence.text
        stop = _STOP.search(text, cue.end)
        end = max(min(stop.start() if stop else len(text), limit), cue.end)
        objects: list[Mention] = []
        for mention in (m for m in sentence.named if cue.end <= m.start < end):
            lead = text[objects[-1].end if objects else cue.end : mention.start]
            if not objects and _diverted(lead):
                break
            if not objects or _JOINED.search(lead) or re.search(r",(?: and)? (?:the|his|her|their|\w+['’]s)? ?$", lead):
                objects.append(mention)
        if objects:
            return tuple(objects)
        pronoun = _OBJECT_PRONOUN.match(text, cue.end) or (
            re.match(r" (he|she|they)\b", text[cue.end :]) if cue.act is Act.CONSIDERED else None
        )
        before = tuple(m for m in sentence.mentions if m.end <= cue.start)
        return self.memory.then(before).stands_for(pronoun.group(1)) if pronoun else ()

    def _subject(self, sentence: _Sentence, cue: Cue, *, active: bool) -> tuple[Mention, ...]:
        """The subject before a cue."""
        text = sentence.text
        candidates = list(_candidates(sentence, cue, active=active))
        if not candidates:
            bare = ";" in text[: cue.start] or _SUBJECTLESS.match(text)
            return tuple(self.memory.recent[-1:]) if cue.act is Act.NO_RESPONSE and bare else ()
        _, end, chosen = max(candidates, key=lambda candidate: candidate[1])
        if isinstance(chosen, Mention):
            return sentence.joined(chosen, sentence.named)
        if not chosen:
            return ()
        if chosen.lower() == "who":
            before = [_head(sentence, m) for m in sentence.named if m.end <= end and end - 3 - m.end <= 3]
            return sentence.joined(before[-1], sentence.named) if before else ()
        if any(not other and _outranks(sentence, start, end) for start, _, other in candidates):
            return ()
        opening = sentence.opening_pronoun
        if opening and opening["subject"].lower() == chosen.lower():  # 'They would ..., if they had been asked'
            return self.memory.stands_for(chosen)
        main, beside = sentence.ranked
        by_then = self.memory.then(
            tuple(m for m in main if m.end <= end),
            beside=tuple(m for m in (*sentence.owners, *beside) if m.end <= end),
        )
        return by_then.stands_for(chosen)


_ELLIPSIS = compile_pattern(r"(?i)\b(?:he|she|they|this|it|we|I) (?:was|were|did|has|have)(?: \w+ly)? not(?=[,.;]|$)")
_ADVISED = compile_pattern(r"(?i)(?<!\bwas )(?<!\bwere )(?<!\bbeen )\b(?:advised|asked|warned|counselled|recommended) (?:us |the panel |me )?(?:against|not to)(?: it| this| that)?$")
"""Whoever gave the advice, it settles the matter; a carer who is named is its giver."""
_SUBJECTLESS = compile_pattern(
    r"(?i)\W*(?:but |and )?(?:no|nothing|this|these|it|they|the letters?|both letters)\b|received|heard"
)


def _stands_before(text: str, stranger: int) -> bool:
    """Whether a pronoun stands before somebody who is no relative; 'her worker' is one person, and the worker."""
    return any(
        pronoun.group().lower() != "her" or not _OWNED.fullmatch(text, pronoun.end(), stranger)
        for pronoun in _PRONOUN.finditer(text, 0, stranger)
    )


_OWNED = compile_pattern(r" (?:[\w’'-]+ )?")


def _outranks(sentence: _Sentence, start: int, end: int) -> bool:
    """Whether a pronoun at `end` stands for the stranger at `start` (not where it is a relative's own solicitor)."""
    return start < end and not any(start - 4 <= m.start < end or m.end in (start, start - 1) for m in sentence.mentions)


def _diverted(lead: str) -> bool:
    """Whether words between a cue and a name make it no object: 'through', 'about', 'on behalf of'."""
    bare = re.sub(r"(?i)^ (?:from|by)\b", "", lead)
    return bool(
        re.search(r"(?i)\b(?:through|via|by|about|from|without|on behalf of|regarding|for|that|whether)\b", bare)
    )


def _candidates(sentence: _Sentence, cue: Cue, *, active: bool) -> Iterator[tuple[int, int, Mention | str]]:
    """Possible subjects of a cue, with where they stand: a relative, a pronoun, or '' for somebody else."""
    text = sentence.text
    near = cue.whose is Whose.NEAREST
    follows = active and text[max(cue.start - 5, 0) : cue.start] == " and "
    for mention in sentence.named:
        if near and (_of_another(sentence, mention) or _GO_BETWEEN.search(text, 0, mention.start)):
            continue
        before = mention.end <= cue.start and sentence.reachable(mention.start, cue.start)
        if before and (near or follows or not oblique(text, mention)):
            yield mention.start, mention.end, mention
    for match in _PRONOUN.finditer(text, 0, cue.start):
        if (match["subject"] or near) and sentence.reachable(match.start(), cue.start):
            yield match.start(), match.end(), match.group()
    if not near:
        for start, end in cues.strangers(text, cue.start):
            if sentence.reachable(start, cue.start):
                yield start, end, ""


_GO_BETWEEN = compile_pattern(r"(?i)\b(?:through|via|by way of|care of|c/o) (?:the |his |her |their )?$")
"""Before the one who carries a letter, and whose answer is not awaited."""


def _of_another(sentence: _Sentence, mention: Mention) -> bool:
    """Whether somebody only says whose relative another is: 'the aunts of the younger children did not reply'."""
    return _head(sentence, mention) is not mention


def _head(sentence: _Sentence, mention: Mention) -> Mention:
    """The one whose relative somebody is said to be ('the aunts' of 'the aunts of the younger children'), or they themselves."""
    return next(
        (m for m in sentence.named if m.end < mention.start and _OF.fullmatch(sentence.text, m.end, mention.start)),
        mention,
    )


_OF = compile_pattern(r"(?i) of (?:the |his |her |their |both |all )*(?:(?:\w+ )?\w+['’]s )?")


def oblique(text: str, mention: Mention) -> bool:
    """Whether a mention hangs on a preposition and so cannot be the subject ('through Mother')."""
    before = text[max(mention.start - 40, 0) : mention.start]
    if re.search(
        r"(?i)\b(?:one|two|three|four|some|several|many|both|all|none|each|most|sets?) of (?:the |his |her |their |[\w’'-]+['’]s )?$",
        before,
    ):
        return False
    return any(
        re.fullmatch(r"(?i) (?:the |his |her |their |both |(?:\w+ )?\w+['’]s )?", before[match.end() :])
        for match in lexicon.pattern("family", "grammar.oblique").finditer(before)
    )
