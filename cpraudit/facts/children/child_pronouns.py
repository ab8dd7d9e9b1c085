"""A child's gender by the pronouns that can only be the child's.

Most who are 'she' in a report are mothers and people at work with the family, and many of these are called by words that no
list holds ('the sonographer', 'a volunteer'). A pronoun is therefore the child's only where the grammar leaves nobody else: the
child is the subject of what stands before it, or the subject there cannot be a person of that gender.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.facts.children.children import NOT_READ, Gender
from cpraudit.facts.family.cast import OTHER, Mention
from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.text.lexicon import pattern
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.family.cast import Cast
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

_OF = {
    Gender.MALE: compile_pattern(r"\b(?:he|his|him|himself)\b", re.IGNORECASE),
    Gender.FEMALE: compile_pattern(r"\b(?:she|hers?|herself)\b", re.IGNORECASE),
}
_NOT_OF = {
    Gender.MALE: compile_pattern(
        r"(?:coroner|judge|.*[^s]s|(?:step|grand|great-?grand|half)?-?\s?(?:mother|sister|mum|daughter)|mam|mummy|nain|nana?|gran|mam-?gu|"
        r"aunt(?:ie|y)?|girlfriend|wife|.*woman)",
        re.IGNORECASE,
    ),
    Gender.FEMALE: compile_pattern(
        r"(?:coroner|judge|.*[^s]s|(?:step|grand|great-?grand|half)?-?\s?(?:father|brother|dad|son)|daddy|tad|taid|tad-?cu|uncle|boyfriend|"
        r"husband|.*\bman)",
        re.IGNORECASE,
    ),
}
"""People for whom a pronoun of a gender cannot stand: those of the other, several, and the bench."""
_TITLED = compile_pattern(r"\b(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|DS|Sgt)\b\.? [A-Z]\w*")
_KIN_OF = compile_pattern(
    r"(?:his|her) (?:[\w-]+ ){0,2}?(?:half-?\s?|step-?)?(?:sisters?|brothers?|siblings?|twin|cousin)\b", re.IGNORECASE
)
_NAMES_KIN = compile_pattern(r"(?:\b(?:is|was|being|as)|,|\()\s*$", re.IGNORECASE)
"""'Child B is his sister', 'Child B, her brother': the pronoun is another child's."""
_EARLY = 12
"""Characters in which a sentence that goes on about the same person has its pronoun."""
_FURTHEST = 2
"""Sentences back, at most, that a pronoun reaches over sentences about things."""
_CLAUSES = compile_pattern(
    r"\b(?:that|who|whom|which|where|whether|how|when|while|because|although|though|and|but|so|as|if|after|before|until)\b|[;:]",
    re.IGNORECASE,
)
_VERB = compile_pattern(
    r"\b(?:is|are|was|were|be|been|has|have|had|does|do|did|could|would|should|(?-i:may)|might|must|can|will|\w{2,}ed|said|told|took|"
    r"made|went|came|saw|gave|met|left|knew|thought|felt|found|held|kept|began|got|brought|heard|wrote|spoke|led|rang|put|"
    r"read|drove|ran|sat|stood|lost|sent|paid|caught|fell|let|understood|concerns|considers|tells|looks|involves|relates|"
    r"describes|covers|asks|says|thinks|feels|knows|believes|recalls)\b",
    re.IGNORECASE,
)
_ADVERBIAL = compile_pattern(
    r"^[\W\d]*(?:(?:on|in|at|by|after|during|from|when|before|throughout|since|while|as|for|although|though|because|if|once|until|"
    r"despite|following|then|later|initially|sadly|however|both|also|within|over|between|about|around|aged|only|even)\b.*)?$",
    re.IGNORECASE | re.DOTALL,
)
_ADVERB = r"(?:\s+(?:\w+ly|also|then|never|later|first|often|always|only|both|now|still|soon))?"
_NO_PERSON = compile_pattern(
    r"\b(?:reviews?|reports?|boards?|panels?|sub-?groups?|groups?|police|ambulance|services?|schools?|nursery|college|hospitals?|"
    r"surgery|agenc(?:y|ies)|departments?|teams?|courts?|units?|council|authority|referrals?|decisions?|events?|incident|death|births?|"
    r"injur(?:y|ies)|fractures?|suicide|cases?|concerns?|subject|purpose|criteria|chronology|timeline|records?|notes|accounts?|narrative|"
    r"assessments?|plans?|meetings?|conference|orders?|placements?|information|evidence|family|letter|calls?|investigation|inquest|"
    r"examination|post-?mortem|toxicology|pathology|results?|x-?rays?|scans?|tests?|health|weight|attendance|behaviour|condition|home|flat|house|life|name|needs|pregnancy|"
    r"it|there|this|that|these|those|we|I|they|nobody|no one|none|everyone|both|parents|children|practitioners|professionals|staff|"
    r"officers|social workers|doctors|paramedics|nurses|skull|head|brain|bleed(?:ing)?|ha?emorrhages?|ha?ematomas?|burns?|scalds?|bruis(?:es?|ing)|"
    r"wounds?|fever|rash|infection|seizures?|overdose|cuts?|marks?|swelling|lump|legs?|arms?|ribs?|hands?|train|car|vehicle|ligature)" + _ADVERB + r"\W*$",
    re.IGNORECASE,
)
"""Subjects for whom neither 'he' nor 'she' can stand."""
_PREPOSITION = compile_pattern(
    r"\b(?:of|on|to|about|from|for|in|into|at|with|under|by|during|after|before)\b", re.IGNORECASE
)
_AFTER_PREPOSITION = compile_pattern(
    r"\b(?:of|on|to|about|from|for|in|into|at|with|under|by|during|after|before)\s*$", re.IGNORECASE
)
_DETERMINER = compile_pattern(r"\b(?:the|an?|this|that|our|its|one|another|his|her|their)\b", re.IGNORECASE)
_APPOSED = compile_pattern(r"\W*(?:the|an?) (?:only|youngest|eldest|oldest|first|second|third|fourth|middle|subject|focus)\b[^.;]*,\s*$", re.IGNORECASE)
"""'The youngest of five children, Child B ..': what is said of the one who is named next."""
_FORWARD = compile_pattern(
    r"^[\W\d]*(?:in|at|on|by|after|during|from|when|before|while|as|since|because|although|though|if|once|throughout|with)\b",
    re.IGNORECASE,
)
"""An opening phrase or clause, whose pronoun may be of somebody who is named after it ('In her statement the aunt said')."""
_MATERNAL = compile_pattern(
    r"she\b[^.;,]*?\b(?:pregnan\w+|booked|gave birth|giving birth|in labour|breast-?fe\w+|miscarried)\b|"
    r"her (?:\w+ ){0,2}(?:pregnanc(?:y|ies)|due date|ante-?\s?natal|post-?\s?natal|labour|midwife)\b",
    re.IGNORECASE,
)
"""What is told of mothers; a child may be one, and then other sentences tell the gender."""
_BY = compile_pattern(r"\b(?:by|with) (?:an?|the|one|another) (?P<whom>[\w’'-]+(?: [\w’'-]+)?)", re.IGNORECASE)
_OBJECT = compile_pattern(
    r"\b(?:told|asked|rang|saw|met|informed|called|thanked|knew|heard|to|with|from|by|of) (?:the|an?|her|his|one|another) (?!\w+ly\b)",
    re.IGNORECASE,
)


_SOMEBODY = compile_pattern(
    r"(?<!\bis )(?<!\bwas )(?<!\bas )(?<!\bbeing )\b(?:an?|one|another|the|his|her|some) (?:[\w’'-]+ ){0,2}?"
    r"(?!(?:later|latter|other|older|younger|further|former|longer|better|number|order|letter|computer|paper|shoulder|finger|fever|cancer|"
    r"winter|summer|matter|manner|weather|corner|river|never|after|over|under|her|major|minor|prior|door|floor|poor|year|"
    r"moment|apartment|important|significant|distant|constant|recent|less|mess|access|process|illness|\w+ness|consist|exist)\b)"
    r"(?:\w+(?:er|or|ist|ian|ant|ess|yst|ee)|girl|boy|lad|m[ae]n|wom[ae]n|aide|coach|lead|student|pupil|adult|teenager|someone|somebody)\b",
    re.IGNORECASE,
)
"""A person who comes in after the child ('.. had a learning mentor'); words that only look like one are no great loss."""


_AGED_AT_DEATH = compile_pattern(r"\b(?:days?|weeks?|months?)(?: old| of age)? when (?P<who>he|she) died\b", re.IGNORECASE)
"""So young only the child died; nobody else may be named in the sentence."""


def sentences(review: Review) -> Iterator[tuple[Sentence, tuple[Sentence, ...]]]:
    """Every sentence that may tell of the child, with those before it in its block."""
    for block, told in review.prose.by_block.items():
        if not review.outline.within(block, *NOT_READ):
            for place, sentence in enumerate(told):
                yield sentence, told[:place]


def find(review: Review, cast: Cast, who: int) -> Fact[Gender] | None:
    """The gender of one index child; a clear majority of its pronouns decides (a single slip in a neutral text tells it too)."""
    spans: dict[Gender, list[Span]] = {Gender.FEMALE: [], Gender.MALE: []}
    for sentence, previous in sentences(review):
        if cast.alone and (died := _AGED_AT_DEATH.search(sentence.text)) and not cast.of(sentence):
            gender = Gender.FEMALE if died["who"].lower() == "she" else Gender.MALE
            spans[gender].append(Span(sentence.block, sentence.start + died.start("who"), sentence.start + died.end("who")))
            continue
        first = {gender: match for gender, of in _OF.items() if (match := of.search(sentence.text))}
        if not first:
            continue
        gender, match = min(first.items(), key=lambda told: told[1].start())
        if _MATERNAL.match(sentence.text, match.start()):
            continue
        if _KIN_OF.match(sentence.text, match.start()) and _NAMES_KIN.search(sentence.text[: match.start()]):
            continue
        if _whose(cast, (*previous, sentence), match.start(), gender) == who:
            spans[gender].append(Span(sentence.block, sentence.start + match.start(), sentence.start + match.end()))
    best = max(spans, key=lambda gender: len(spans[gender]))
    other = sum(len(told) for told in spans.values()) - len(spans[best])
    if not spans[best] or len(spans[best]) < 3 * other:
        return None
    sure = Confidence.MEDIUM if len(spans[best]) >= 4 else Confidence.LOW
    return Fact(best, tuple(spans[best][:2]), "pronouns", sure)


def _whose(cast: Cast, told: tuple[Sentence, ...], at: int, gender: Gender) -> int | None:
    """The one person for whom a pronoun of the last of these sentences can stand; None where another may be meant."""
    text = told[-1].text
    named = [m for m in _named(cast, told[-1]) if m.start < at]
    able = _able(text, named, gender)
    if able:
        return _subject(text, named, able, at)
    if named:  # 'Child R's mother said that he ..'
        owners = {m.who for m in cast.mentions(text[:at], owners=True) if m.who != OTHER}
        if owners:
            return next(iter(owners)) if len(owners) == 1 else None
        return None if _OBJECT.search(text[named[0].end : at]) else _carried(cast, told, gender)
    if at > _EARLY or not _free(text[:at], ()) or not _goes_back(cast, told[-1], at, gender):
        return None
    return _carried(cast, told, gender)


def _goes_back(cast: Cast, sentence: Sentence, at: int, gender: Gender) -> bool:
    """Whether a pronoun that opens a sentence is of somebody before it, and not of one whom the sentence names next."""
    if not _FORWARD.match(sentence.text[:at]):
        return True
    after = _able(sentence.text, [m for m in _named(cast, sentence) if m.start > at], gender)
    rest = sentence.text[at:].partition(",")[2]
    return not after and (not rest or bool(_OF[gender].match(rest.strip())))


def _carried(cast: Cast, told: tuple[Sentence, ...], gender: Gender) -> int | None:
    """Whom the sentences before the last leave as the person who goes on: the subject of the nearest that has one."""
    for back in range(1, _FURTHEST + 1):
        before = told[:-back]
        if not before:
            return None
        text = before[-1].text
        named = _named(cast, before[-1])
        able = _able(text, named, gender)
        own = _OF[gender].search(text)
        if own and (
            not able or own.start() < able[0].start
        ):  # 'He was sure that nobody meant Child R any harm. He ..'
            who = _whose(cast, before, own.start(), gender)
            return who if all(m.who == who for m in able) else None
        if able:
            return _subject(text, named, able, len(text))
        if not named and not _free(text, ()):
            return None
    return None


def _named(cast: Cast, sentence: Sentence) -> list[Mention]:
    titled = [Mention(*m.span(), OTHER) for m in _TITLED.finditer(sentence.text)]
    return sorted([*cast.of(sentence), *titled], key=lambda mention: mention.start)


def _able(text: str, named: list[Mention], gender: Gender) -> list[Mention]:
    """Those for whom a pronoun of a gender can stand; a title tells it, where there is one."""
    titles = {Gender.MALE: ("Ms", "Mrs", "Miss"), Gender.FEMALE: ("Mr",)}[gender]
    words = {m: text[m.start : m.end] for m in named}
    return [
        m
        for m in named
        if m.who != OTHER
        or (
            words[m].split()[0].rstrip(".") not in titles
            if _TITLED.fullmatch(words[m])
            else not _NOT_OF[gender].fullmatch(words[m])
        )
    ]


def _subject(text: str, named: list[Mention], able: list[Mention], stop: int) -> int | None:
    """The child whom a stretch of text is about, where no other person can be its subject; None where one can."""
    first = able[0]
    if first.who == OTHER or {m.who for m in able} != {first.who}:
        return None
    others = tuple(text[m.start : m.end] for m in named if m.who == OTHER)
    owned = re.match(r"['’]s?\s+(?P<what>\w+(?: \w+)?)", text[first.end :])
    if owned and not (_NO_PERSON.search(owned["what"]) or _NO_PERSON.search(owned["what"].split()[0])):
        return None
    return first.who if _free(text[: first.start], others) and _free_after(text[first.end : stop], others) else None


def _free(text: str, others: tuple[str, ...]) -> bool:
    """Whether nobody whom no list holds can be the subject of the words before a child's name ('The mentor saw ..')."""
    clauses = _CLAUSES.split(text)
    return all(_free_clause(clause, others, last=number == len(clauses) - 1) for number, clause in enumerate(clauses))


def _free_clause(clause: str, others: tuple[str, ...], *, last: bool) -> bool:
    verb = _VERB.search(clause)
    if verb is None:
        return bool(not clause.strip() or _APPOSED.match(clause) or _ADVERBIAL.match(clause) or (not last and _impersonal(clause)))
    subject = clause[: verb.start()]
    known = any(re.search(rf"\b{re.escape(other)}{_ADVERB}\s*$", subject) for other in others)
    by = _BY.search(clause, verb.end())
    return (known or _impersonal(subject)) and (by is None or bool(_NO_PERSON.search(by["whom"])))


def _impersonal(subject: str) -> bool:
    """Whether the words before a verb have a head for whom no 'he' or 'she' can stand ('In May the review of the case')."""
    starts = [m.start() for m in _DETERMINER.finditer(subject) if not _AFTER_PREPOSITION.search(subject[: m.start()])]
    phrase = subject[starts[-1] :] if starts else subject.strip()
    first = _PREPOSITION.search(phrase)
    return bool(_NO_PERSON.search(phrase[: first.start()] if first and first.start() else phrase))


def _free_after(text: str, others: tuple[str, ...]) -> bool:
    """Whether nobody unknown comes in after a child's name ('.. and the mentor said', '.. was seen by a volunteer')."""
    for somebody in _SOMEBODY.finditer(text):
        of_the_child = not text[: somebody.start()].strip(" ,(–—")  # 'Child R, a pupil in ..'
        if not of_the_child and not pattern("children", "others").search(somebody.group()):
            return False
    for number, clause in enumerate(_CLAUSES.split(text)):
        verb, by = _VERB.search(clause), _BY.search(clause)
        if by and not (_NO_PERSON.search(by["whom"]) or pattern("children", "others").search(by["whom"])):
            return False
        new = re.match(r"\W*(?:the|an?|one|another|[A-Z]\w+)\b", clause)
        if number and verb and new and not _free_clause(clause, others, last=False):
            return False
    return True
