"""Acts of engagement in sentences: who of the family was approached, was heard, declined, did not answer, was left out.

A sentence is read with its quotations blanked. Each cue (a verb of approaching, meeting, declining, ...) is given to people:
the grammatical subject before it where the cue is something that a relative did or had done to them, the objects after it
where the reviewers are the subject. 'She', 'they', 'all three' and 'who' stand for whoever was named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import cache

from cpraudit.document import Span
from cpraudit.facts import lexicon
from cpraudit.facts.relations import Kin, Mention


class Act(IntEnum):
    """What happened; where several are told of one person, the highest counts."""

    APPROACHED = 0
    CONSIDERED = 1
    NOT_APPROACHED = 2
    NO_RESPONSE = 3
    AGREED = 4
    """Said yes; counts as heard unless they later withdrew."""
    DECLINED = 5
    HEARD = 6


@dataclass(frozen=True, slots=True)
class Deed:
    """One act with the people it concerns."""

    act: Act
    people: tuple[Mention, ...]
    span: Span
    """The sentence (or table row) that tells it."""
    explicit: bool
    """The words themselves name the reviewers or the review."""


@dataclass
class Memory:
    """Whom pronouns may stand for, as a passage is read."""

    recent: list[Mention] = field(default_factory=list)
    """The latest people named, last one last."""
    group: tuple[Mention, ...] = ()
    """The latest people named together."""
    stranger: bool = False
    """The latest sentence was about somebody who is no relative: 'she' is then the social worker."""

    def note(self, people: tuple[Mention, ...]) -> None:
        """Remember people who were just named."""
        self.stranger = self.stranger and not people
        for person in people:
            self.recent = [*(p for p in self.recent if p.relation != person.relation), person]
        if len(people) > 1:
            self.group = people

    def stands_for(self, pronoun: str) -> tuple[Mention, ...]:
        """The people for whom a pronoun stands."""
        word = pronoun.lower()
        if self.stranger:
            return ()
        if word in ("he", "him", "she", "her"):
            gender = "m" if word[0] == "h" and word != "her" else "f"
            for person in reversed(self.recent):
                if not person.plural and person.gender in ("", gender):
                    return (person,)
            return ()
        if re.match(r"both|all|each|neither|none|they|them|the (?:two|three|four|other)", word):
            if self.recent and (self.recent[-1].plural and word in ("they", "them")):
                return (self.recent[-1],)
            return self.group or tuple(self.recent[-1:])
        return tuple(self.recent[-1:])


@dataclass(frozen=True, slots=True)
class _Cue:
    act: Act
    start: int
    end: int
    manner: str
    """'subject', 'object', 'either' (objects, else subject) or 'nearest' (whoever was named last before it)."""
    explicit: bool


_BE = r"(?:was|were|is|are|has been|have been|had been|being|been)"
_ADVERBS = (
    r"(?: (?:also|each|both|all|then|first|again|initially|subsequently|later|twice|formally|separately|jointly|therefore|either|"
    r"personally|directly|further|thereafter|repeatedly|offered the chance to be|in turn|being|so|too|invited and|approached and))*"
)
_AUX = (
    r"(?: (?:also|then|twice|each|have|had|has|were|was|are|am|is|subsequently|later|both|again|first|separately|jointly|together|"
    r"personally|able|to|therefore|in turn|went|finally|since|initially|did|met and|wrote to and|contacted and|visited and|formally))*"
)


@cache
def _patterns() -> tuple[tuple[Act, str, re.Pattern[str]], ...]:
    words = lexicon.load("family")
    contact, answer = words["contact"], words["answer"]

    def of(*phrases: str) -> str:
        return "|".join(phrases)

    who = of(*contact["who"])
    passive = f"{_BE}{_ADVERBS} (?:{{}})"
    active = f"(?:{who}){_AUX} (?:{{}})(?: with| to)?"
    return tuple(
        (act, manner, lexicon.any_of([pattern]))
        for act, manner, pattern in (
            (Act.APPROACHED, "subject", passive.format(of(*contact["approached_passive"]))),
            (Act.HEARD, "subject", passive.format(of(*contact["heard_passive"]))),
            (Act.APPROACHED, "object", active.format(of(*contact["approached_active"]))),
            (Act.HEARD, "object", active.format(of(*contact["heard_active"]))),
            (Act.APPROACHED, "object", of(*contact["sent"])),
            (Act.HEARD, "object", of(*contact["heard_nouns"])),
            (Act.HEARD, "views", of(*contact["views_got"])),
            (Act.APPROACHED, "views", of(*contact["views_sought"])),
            (Act.CONSIDERED, "object", of(*contact["considered"])),
            (Act.HEARD, "subject", of(*answer["took_part"])),
            (Act.DECLINED, "subject", of(*answer["declined"])),
            (Act.NO_RESPONSE, "nearest", of(*answer["no_response"])),
            (Act.NOT_APPROACHED, "either", of(*answer["not_approached"])),
        )
    )


_WEAK = re.compile(r"(?i)^(?:accepted|wished|wanted|keen|willing|asked to|would like|wants?|hoped|agreed|said yes|(?:was|were|is|are) (?:\w+ )?(?:willing|happy|glad|keen|pleased)|chose)")
_NEGATED = re.compile(
    r"(?i)(?:\b(?:not|never|nor|without|unable to|refused to|declined to|wish(?:ed)? to|want(?:ed)? to|hoped? to|"
    r"ask(?:ed)? to be|invited to|asked to|opportunity to|offered to|before|if|until|whether)|n['’]t)(?: \w+)? ?$"
)
_ACTIVE_NOT = re.compile(
    r"(?i)(?:(?:did|could|would|should|do) not|not to|unable to|to) (?:approach|contact|invite|write(?: to)?|speak(?: to| with)?|meet|involve|interview|seek|trace|locate|find|reach|include|make contact|see)$|^no \w+"
)
_SERVICE = re.compile(
    r"(?i)^[^.;]{0,70}?\b(?:camhs|appointments?|referrals?|support|assessments?|services?|team around|taf\b|help|treatment|programmes?|counselling|"
    r"medication|placements?|consent|visits? by|clinic|school|sessions? with|therap\w+|group work|core group|conference|scans?|immunisations?|refuge)\b"
)


_BY_OTHERS = re.compile(
    r"(?i) (?:(?:at|under|as|again|twice|by phone) )?by (?:the |a |an |two |\w+ )?(?:police|officers?|social workers?|social services|children['’]s services|health visitors?|"
    r"midwi\w+|school|gp|doctor|hospital|nurses?|court|detectives?|duty|ambulance|probation|housing|paediatric\w*|staff)\b(?! (?:family )?liaison)(?! officers? on behalf)"
)


@cache
def _review_words() -> re.Pattern[str]:
    return lexicon.pattern("family", "contact.review")


@cache
def _reviewers() -> re.Pattern[str]:
    return lexicon.any_of([*lexicon.load("family")["contact"]["object"], "we", "I", *lexicon.load("family")["contact"]["who"]])


def _cues(text: str) -> list[_Cue]:
    """The cues of a sentence in order; of two that overlap, the one that says more."""
    found: list[_Cue] = []
    for act, manner, pattern in _patterns():
        for match in pattern.finditer(text):
            words = match.group()
            if act is Act.HEARD and _NEGATED.search(text[: match.start()]):
                continue
            if act in (Act.DECLINED, Act.NO_RESPONSE) and _of_a_service(text, match):
                continue
            if manner == "subject" and _BY_OTHERS.match(text[match.end() :]):
                continue
            kind = Act.AGREED if act is Act.HEARD and _WEAK.match(words) else act
            means = manner
            if manner == "either" and not _ACTIVE_NOT.search(words):
                means = "subject"
            explicit = _names_the_review(text, match, act)
            found.append(_Cue(kind, match.start(), match.end(), means, explicit))
    kept: list[_Cue] = []
    negative = (Act.NOT_APPROACHED, Act.DECLINED, Act.NO_RESPONSE)
    for cue in sorted(found, key=lambda cue: (cue.act not in negative, -int(cue.act), cue.start - cue.end)):
        if not any(cue.start < other.end and other.start < cue.end for other in kept):
            kept.append(cue)
    return sorted(kept, key=lambda cue: cue.start)


def _names_the_review(text: str, match: re.Match[str], act: Act) -> bool:
    """Whether a cue itself, or the words beside it, say that it was for the review."""
    if _reviewers().search(match.group()) or _review_words().search(text):
        return True
    by = re.match(r"(?i)[^.;]{0,40}? by (?:the |our )?(?:safeguarding |review )?(?:board|panel|business unit|chair of the panel)\b", text[match.end() :])
    return bool(by) or (act is Act.NOT_APPROACHED and bool(_reviewers().search(text[: match.start()])))


def _of_a_service(text: str, match: re.Match[str]) -> bool:
    """Whether what was declined or not answered was a service and not the review."""
    after = text[match.end() :]
    return bool(_SERVICE.match(after)) and not _review_words().search(match.group() + after[:70])


_PRONOUN = re.compile(
    r"(?<![\w’'])(?:(?P<subject>he|she|they|(?:both|all|each|neither|none)(?: of (?:them|the \w+|these))?(?: (?:two|three|four|five|women|men|grandparents|relatives|accepted))?|the (?:two|three|four) of them|who)|him|her|them)(?![\w’'-])",
    re.IGNORECASE,
)
_OBLIQUE = re.compile(
    r"(?i)\b(?:through|via|with|by|from|of|to|for|about|at|on|behalf of|including|concerning|regarding|than|into|like|beside|between|in|"
    r"towards?|against|without|after|told|asked|met|knew|joined|supported|accompanied|as|alongside|over|near|saying|known|knew|know|knowing|involving|supporting|around|affecting) (?:the |his |her |their |both |\w+['’]s )?$"
)
_OF_REVIEW = re.compile(r"(?i)reviewer|panel|board|author")
_HANGING = re.compile(r"(?i)\b(?:through|via|with|by|from|of|to|for|about|at|on|in) (?:[\w’'-]+ ){0,3}$")
_RELATIVE_CLAUSE = re.compile(r", (?:with whom|for whom|to whom|of whom|whom|who|which|whose|where|although|though|as)\b[^,;]*(?=,)", re.IGNORECASE)
_JOINED = re.compile(r"(?:,|,? (?:and|or|as well as|together with|but also|nor))(?: (?:to|with|for|from))?(?: (?:the|his|her|their|both|separately|an?))? ?(?:(?:[\w’'-]+ )?[\w’'-]+['’]s )?$")


@dataclass
class Reader:
    """Reads the deeds of one sentence; keeps the memory that pronouns need."""

    memory: Memory = field(default_factory=Memory)

    def deeds(self, text: str, mentions: tuple[Mention, ...], span: Span) -> Iterator[Deed]:
        """The deeds of a sentence, given with quotations blanked, and its mentions of relatives."""
        named = tuple(m for m in mentions if not m.possessive)
        clauses = [match.span() for match in _RELATIVE_CLAUSE.finditer(text)]
        last_active = -1
        told: list[Mention] = []
        considered: tuple[Mention, ...] = ()
        cues = _cues(text)
        for number, cue in enumerate(cues):
            limit = cues[number + 1].start if number + 1 < len(cues) else len(text)
            people = self._people(text, cue, mentions, clauses, limit, last_active >= 0)
            act = _turned(cue, text)
            if considered and act in (Act.DECLINED, Act.NOT_APPROACHED):
                act, people = Act.NOT_APPROACHED, considered
            if cue.manner == "object":
                last_active = cue.end
            people = tuple(person for person in people if _fits(act, person))
            if act is Act.CONSIDERED:
                considered = people
                if lexicon.pattern("family", "contact.decided_against").search(text, cue.end):
                    act = Act.NOT_APPROACHED
            if people:
                told = [*told, *people]
                yield Deed(act, people, span, cue.explicit)
                self.memory.note(people)
        if told:
            self.memory.note(tuple(m for m in named if m not in told and not _oblique(text, m)))
        else:
            self.pass_over(text, mentions)
        if len(named) > 1 and not told:
            self.memory.group = _coordinated(text, named[-1], named)

    def _people(
        self, text: str, cue: _Cue, mentions: tuple[Mention, ...], clauses: list[tuple[int, int]], limit: int, active: bool
    ) -> tuple[Mention, ...]:
        named = tuple(m for m in mentions if not m.possessive)
        owner = next((m for m in reversed(mentions) if m.possessive and m.end in (cue.start, cue.start - 1)), None)
        if owner and cue.manner in ("subject", "either"):  # "Mother's whereabouts are not known"
            return (owner,)
        if cue.manner == "views":
            after = self._objects(text, cue, mentions, len(text))
            if after and re.match(r"(?i) (?:from|of)\b", text[cue.end :]):
                return after
            owners = tuple(m for m in mentions if m.end <= cue.start)
            return _coordinated(text, owners[-1], owners) if owners else self._pronoun_owner(text[: cue.start])
        if re.match(r"(?i)neither|none", text[cue.start : cue.end]):
            within = tuple(m for m in named if cue.start <= m.start < cue.end)
            return within or self.memory.stands_for("both")
        if cue.act is Act.NO_RESPONSE and re.match(r"(?i) from\b", text[cue.end :]):
            return self._objects(text, replace(cue, end=cue.end + len(" from")), mentions, len(text))
        if cue.manner in ("object", "either"):
            objects = self._objects(text, cue, mentions, limit)
            if objects or cue.manner == "object":
                return objects
        return self._subject(text, cue, named, clauses, active)

    def _pronoun_owner(self, before: str) -> tuple[Mention, ...]:
        match = re.search(r"(?i)\b(his|her|their) (?:own )?(?:\w+ )?\w+ ?$", before)
        return self.memory.stands_for({"his": "he", "her": "she", "their": "they"}[match.group(1).lower()]) if match else ()

    def _objects(self, text: str, cue: _Cue, mentions: tuple[Mention, ...], limit: int) -> tuple[Mention, ...]:
        stop = re.search(r"[;:]|, who\b| who\b| because\b| and (?:he|she|they|we|I)\b|,? but\b|, (?:he|she|they|we|I)\b", text[cue.end :])
        end = max(min(cue.end + stop.start() if stop else len(text), max(limit, cue.end)), cue.end)
        found = [m for m in mentions if cue.end <= m.start < end and not m.possessive]
        objects: list[Mention] = []
        for mention in found:
            lead = text[cue.end if not objects else objects[-1].end : mention.start]
            if not objects and re.search(r"(?i)\b(?:through|via|by|about|from|without|on behalf of|regarding|for|that|whether)\b", re.sub(r"(?i)^ (?:from|by)\b", "", lead)):
                break
            if objects and not (_JOINED.search(lead) or re.search(r",(?: and)? (?:the|his|her|their|\w+['’]s)? ?$", lead)):
                continue
            objects.append(mention)
        if objects:
            return tuple(objects)
        pronoun = re.match(r"(?i)(?: to| with)? (him|her|them|both(?: of them)?|each(?: of them)?|all (?:two|three|four|five)(?: of them)?)(?![\w’'])(?! (?:mother|father|own|social|home|school|\w+['’]s))", text[cue.end :])
        if pronoun and not (pronoun.group(1).lower() == "her" and re.match(r" (?!about|and|twice|once|at|again|in|by|through|on|with|for|to|three|separately|several|four|but|when|before|after|directly|because|as|via|alone|wishes)\w", text[cue.end + pronoun.end() :])):
            return self._memory_at(cue.start, mentions).stands_for(pronoun.group(1))
        return ()

    def _memory_at(self, end: int, named: tuple[Mention, ...]) -> Memory:
        """What pronouns may stand for at a place in the sentence."""
        memory = Memory(list(self.memory.recent), self.memory.group, self.memory.stranger)
        memory.note(tuple(m for m in named if m.end <= end))
        return memory

    def subject(self, text: str, start: int, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Who the subject of the verb at `start` is, among relatives; nobody where it is someone else."""
        cue = _Cue(Act.HEARD, start, start, "subject", explicit=True)
        clauses = [match.span() for match in _RELATIVE_CLAUSE.finditer(text)]
        return self._subject(text, cue, tuple(m for m in mentions if not m.possessive), clauses, active=False)

    def _subject(
        self, text: str, cue: _Cue, named: tuple[Mention, ...], clauses: list[tuple[int, int]], active: bool
    ) -> tuple[Mention, ...]:
        candidates = list(_candidates(text, cue, named, clauses, active))
        if not candidates:
            if cue.act is Act.NO_RESPONSE and (";" in text[: cue.start] or re.match(r"(?i)\W*(?:but |and )?no\b|received|heard", text)):
                return tuple(self.memory.recent[-1:])
            return ()
        _, end, chosen = max(candidates, key=lambda candidate: candidate[1])
        if isinstance(chosen, Mention):
            return _coordinated(text, chosen, named)
        if chosen == "":
            return ()
        if chosen.lower() == "who":
            before = [m for m in named if m.end <= end and end - 3 - m.end <= 3]
            return _coordinated(text, before[-1], named) if before else ()
        if any(other == "" and at < end and not any(at < m.start < end for m in named) for at, _, other in candidates):
            return ()
        return self._memory_at(end, named).stands_for(chosen)

    def pass_over(self, text: str, mentions: tuple[Mention, ...]) -> None:
        """Remember who a sentence is about."""
        named = tuple(m for m in mentions if not m.possessive)
        subjects = (*(m for m in named if _oblique(text, m)), *(m for m in named if not _oblique(text, m)))
        stranger = next((at for at, end in _strangers(text, len(text)) if not _OF_REVIEW.search(text[at:end])), None)
        if stranger is not None and not any(m.start < stranger for m in named) and not _PRONOUN.search(text, 0, stranger):
            self.memory.stranger = True
        else:
            self.memory.note(subjects)


def _strangers(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Where people who are no relatives are named as subjects before `end`."""
    for match in lexicon.pattern("family", "professionals.words").finditer(text, 0, end):
        if not _HANGING.search(text[: match.start()]):
            yield match.span()


def _candidates(
    text: str, cue: _Cue, named: tuple[Mention, ...], clauses: list[tuple[int, int]], active: bool
) -> Iterator[tuple[int, int, Mention | str]]:
    """Possible subjects of a cue, with where they stand: a relative, a pronoun, or '' for somebody else."""
    inside = any(c[0] <= cue.start < c[1] for c in clauses)
    semicolon = text.rfind(";", 0, cue.start)

    def reachable(start: int) -> bool:
        return start > semicolon and (inside or not any(c[0] <= start < c[1] for c in clauses))

    follows = active and text[max(cue.start - 5, 0) : cue.start] == " and "
    for mention in named:
        if mention.end <= cue.start and reachable(mention.start):
            if cue.manner == "nearest" or follows or not _oblique(text, mention):
                yield mention.start, mention.end, mention
    for match in _PRONOUN.finditer(text, 0, cue.start):
        if (match["subject"] or cue.manner == "nearest") and reachable(match.start()):
            yield match.start(), match.end(), match.group()
    if cue.manner != "nearest":
        for start, end in _strangers(text, cue.start):
            if reachable(start):
                yield start, end, ""


def _turned(cue: _Cue, text: str) -> Act:
    """What an act comes to where nobody did it: 'neither parent took part', 'none of them was approached'."""
    if re.search(r"(?i)\b(?:neither|none|nobody|no one|no (?:member|relative))\b[^,;.]{0,30}$", text[: cue.start]):
        return {Act.HEARD: Act.DECLINED, Act.AGREED: Act.DECLINED, Act.APPROACHED: Act.NOT_APPROACHED}.get(cue.act, cue.act)
    return cue.act


def _fits(act: Act, person: Mention) -> bool:
    return not (act is Act.NOT_APPROACHED and person.kin is Kin.CHILD)


def _oblique(text: str, mention: Mention) -> bool:
    """Whether a mention hangs on a preposition and so cannot be the subject ('through Mother')."""
    before = text[: mention.start]
    return bool(_OBLIQUE.search(before)) and not re.search(r"(?i)\b(?:one|two|three|four|some|several|many|both|all|none|each|most) of (?:the |his |her |their )?$", before)


def _coordinated(text: str, last: Mention, named: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The people joined with one: 'mother, father and maternal grandmother'."""
    people = [last]
    for mention in reversed([m for m in named if m.end <= last.start]):
        if not _JOINED.fullmatch(text[mention.end : people[0].start]):
            break
        people.insert(0, mention)
    return tuple(people)
