"""Relationship words: who 'Mam', 'his Nain', "mother's partner" or 'her half-sister's father' is to the index child."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache, cached_property
from typing import TYPE_CHECKING, Protocol

from cpraudit.facts import lexicon
from cpraudit.facts.quoting import masked
from cpraudit.patterns import Pattern, compile_pattern, passing_pattern

if TYPE_CHECKING:
    from cpraudit.facts.prose import Sentence
    from cpraudit.facts.review import Review


class Kin(StrEnum):
    """What someone is to the index child, as far as the checks tell people apart."""

    CHILD = "index child"
    MOTHER = "mother"
    FATHER = "father"
    PARTNER = "partner"
    """A parent's partner, husband, wife, boyfriend or girlfriend."""
    MALE_CARER = "male carer"
    """A stepfather."""
    FEMALE_CARER = "female carer"
    GRANDPARENT = "grandparent"
    SIBLING = "sibling"
    WIDER = "wider"
    """Aunts, uncles, cousins."""
    CARER = "carer"
    """Foster and kinship carers, adopters, guardians, hosts of supported lodgings."""
    PEER = "peer"
    """The child's friends."""
    PARENTS = "parents"
    """Both parents together."""
    FAMILY = "family"
    """Nobody in particular: 'the family', 'family members'."""
    OTHER = "other"
    """A relative of a relative: a half-sister's father, a former partner."""


COLLECTIVE = frozenset({Kin.PARENTS, Kin.FAMILY})
PARENTAL = frozenset({Kin.MOTHER, Kin.FATHER, Kin.PARTNER, Kin.MALE_CARER, Kin.FEMALE_CARER})


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a text where a relative is named."""

    start: int
    end: int
    relation: str
    """'mother', 'maternal grandmother', "mother's partner", 'older brother', 'family members'."""
    kin: Kin
    gender: str = ""
    """'f', 'm', or empty where the word does not tell."""
    plural: bool = False
    possessive: bool = False
    """Only an owner ('Mother's solicitor', "their parents' agreement")."""

    @property
    def collective(self) -> bool:
        """Nobody in particular."""
        return self.kin in COLLECTIVE


@dataclass(frozen=True, slots=True)
class _Word:
    name: str
    kin: Kin
    gender: str
    plural: bool


@cache
def _vocabulary() -> tuple[Pattern, Mapping[str, _Word]]:
    """One pattern over all relatives' words, a group each, and what each group stands for."""
    groups: dict[str, _Word] = {}
    alternatives = []
    for number, entry in enumerate(lexicon.load("family")["relative"]):
        group = f"r{number}"
        groups[group] = _Word(entry["name"], Kin(entry["kin"]), entry.get("gender", ""), entry.get("plural", False))
        words = [f"(?i:{word})" for word in entry["words"]] + entry.get("cased", [])
        alternatives.append(f"(?P<{group}>{'|'.join(words)})")
    modifiers = lexicon.load("family")["modifiers"]
    kept = "|".join(modifiers["side"] + modifiers["age"] + modifiers["plain"] + modifiers["past"])
    lead = rf"(?P<lead>(?:(?i:{kept})(?:[ -]|(?<=-)))*)"
    return compile_pattern(rf"(?<![\w-]){lead}(?:{'|'.join(alternatives)})(?![\w-])(?P<own>['’]s?(?!\w))?"), groups


_WORD = re.compile(r"(?<![\w-])[^\W\d_][\w]*")
_LENGTH = 3
"""Letters by which a word that may begin a mention is told."""


@cache
def _openings() -> frozenset[str]:
    """The first letters, in lower case, of every word that a mention can begin with (but for "Cadi's family")."""
    lists = [*lexicon.load("family")["modifiers"].values()]
    lists += [[*entry["words"], *entry.get("cased", [])] for entry in lexicon.load("family")["relative"]]
    return frozenset(letters[:_LENGTH].lower() for words in lists for word in words for letters in _first_letters(word))


def _first_letters(word: str) -> Iterator[str]:
    """The letters that an expression begins with: of each alternative, and of what follows an optional group."""
    group = re.match(r"\(\?:([^()]*)\)(\?)?", word)
    if group is None:
        letters = re.match(r"[^\W\d_]*", word)
        yield word[: letters.end() - word.startswith("?", letters.end())] if letters else ""
        return
    yield from (letters for alternative in group[1].split("|") for letters in _first_letters(alternative))
    if group[2]:
        yield from _first_letters(word[group.end() :])


@cache
def _nouns() -> Pattern:
    """The words of relatives, without what stands before them."""
    rows = lexicon.load("family")["relative"]
    return lexicon.any_of([word for row in rows for word in (*row["words"], *row.get("cased", []))])


def _matches(text: str) -> Iterator[re.Match[str]]:
    """What the vocabulary finds, tried only at words that a mention can begin with: it has a hundred alternatives."""
    if not _nouns().may_match(text):
        return
    (pattern, _), openings, end = _vocabulary(), _openings(), 0
    for word in _WORD.finditer(text):
        letters = word.group()[:_LENGTH].lower()
        owner = text.startswith(("'", "’"), word.end()) and text[word.start()].isupper()
        may_begin = owner or letters in openings or letters[:2] in openings
        if may_begin and word.start() >= end and (match := pattern.match(text, word.start())):
            yield match
            end = match.end()


@dataclass(frozen=True)
class Relatives:
    """The relatives of the index children of one review, with the pseudonyms that some of them bear."""

    children: tuple[str, ...] = ()
    """Names of the index children ('K', 'Seren', 'Child M')."""
    aliases: Mapping[str, tuple[str, Kin, str]] = field(default_factory=dict)
    """Pseudonyms of relatives: relation, kin and gender for each."""

    @cached_property
    def _names(self) -> Pattern:
        names = "|".join(re.escape(name) for name in sorted([*self.children, *self.aliases], key=len, reverse=True))
        return passing_pattern(rf"(?<![\w’'.-])({names})(?![\w-])(['’]s?(?!\w))?")

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Every mention of a relative in a text, in order ("Mother's partner" is one mention, of the partner)."""
        _, groups = _vocabulary()
        found: list[Mention] = []
        possessor: Mention | None = None
        for match in _matches(text):
            word = groups[next(name for name in groups if match.group(name) is not None)]
            owner = possessor if possessor and possessor.end == match.start() else None
            mention = self._mention(match, word, owner)
            if owner and found and found[-1] is owner:
                found.pop()
            possessor = None
            if mention is None:
                continue
            if match["own"]:
                mention = replace(mention, possessive=True)
                if text[match.end() : match.end() + 1] == " ":
                    mention = possessor = replace(mention, end=match.end() + 1)
            found.append(mention)
        found += self._named(text, found)
        return tuple(sorted(found, key=lambda mention: mention.start))

    def _mention(self, match: re.Match[str], word: _Word, owner: Mention | None) -> Mention | None:
        """The mention that a word makes, with its modifiers and possessors; None where it names nobody."""
        lead, before = match["lead"].lower(), match.string[: match.start()]
        if _generic(match, word.kin):
            return None
        owner = owner or self._owner(match)
        if owner is None and "own" in lead.split() and re.search(r"(?i)\b(?:her|his|their)\b", before[-6:] + lead):
            return None
        relation, kin, gender = word.name, word.kin, word.gender
        if owner is not None:
            composed = _compose(owner, word)
            if composed is None:
                return None
            relation, kin, gender = composed
        elif kin is Kin.PARTNER:
            name = _possessing_name(before)
            peer = word.name != "partner" and (name in self.children or name.islower())
            relation, kin = (relation, Kin.PEER) if peer else (_partner_of(before + lead), kin)
        relation, kin = _qualified(match, word, relation, kin)
        return Mention(match.start(), match.end(), relation, kin, gender, word.plural)

    def _owner(self, match: re.Match[str]) -> Mention | None:
        """Whose relative it is, where that is not the index child: "Cadi's father", 'the father of Sibling 1'."""
        name = _possessing_name(match.string[: match.start()])
        if name and (owner := self._owner_called(name)):
            return owner
        after = match.string[match.end() :]
        of = re.match(r" (?:of|to) (?:the )?([\w’'-]+(?: [A-Z0-9]\w*)?)", after)
        if of is None or of.group(1) in self.children or re.match(r"(?i)(?:child|baby|young|index)\b", of.group(1)):
            return None
        other = re.match(
            r"(?i) (?:of|to) (?:the |her |his )?(?:\w+ )?(?:half-?)?(?:sibling|brother|sister|older child|elder child|"
            r"other child|eldest|unborn|baby)",
            after,
        )
        return self._owner_called(of.group(1)) or (Mention(0, 0, "sibling", Kin.SIBLING) if other else None)

    def _owner_called(self, name: str) -> Mention | None:
        """The relative whose name stands before an apostrophe; None for an index child or an unknown name."""
        if name in self.aliases:
            relation, kin, gender = self.aliases[name]
            return Mention(0, 0, relation, kin, gender)
        if name in ("boys", "girls") or name.startswith("Sibling"):
            return Mention(0, 0, "sibling", Kin.SIBLING)
        return None

    def _named(self, text: str, found: Iterable[Mention]) -> list[Mention]:
        """Mentions by pseudonym: of relatives, and of the index children."""
        named = []
        people = {**dict.fromkeys(self.children, ("index child", Kin.CHILD, "")), **self.aliases}
        if not people:
            return []
        for match in self._names.finditer(text):
            if not any(mention.start <= match.start() < mention.end for mention in found):
                relation, kin, gender = people[match.group(1)]
                owns = match.group(2) is not None
                named.append(Mention(match.start(), match.end(1), relation, kin, gender, possessive=owns))
        return named


def _possessing_name(before: str) -> str:
    """The name that owns what follows: "Cadi's", "the boys'", "the young person's"; empty where there is none."""
    match = re.search(
        r"(?:^|[^\w])((?:Child |Sibling |Baby |Young Person |Adult |Mrs? |Ms |Miss )?[A-Z][\w-]*"
        r"|boys|girls|children|child|young person|baby|infant)(?:['’]s|['’]) $",
        before,
    )
    return match.group(1) if match else ""


def _generic(match: re.Match[str], kin: Kin) -> bool:
    """Whether a word names nobody: 'a mother', 'any father', "the mother's side", 'mother and baby unit'."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if re.search(r"(?i)\b(?:any|every|no|many|most|some|young|single) $", before):
        return kin is not Kin.FAMILY
    common = kin in PARENTAL or kin in (Kin.PEER, Kin.FAMILY, Kin.PARENTS)
    if common and not match["lead"] and re.search(r"(?i)\ban? $", before):
        return not re.search(r"(?i)\b(?:with|has|had|have) an? $", before)
    return bool(
        re.match(r"(?:['’]s)? (?:side\b|and baby|figure|name\b)", after) or re.match(r"-(?:to|only|in|and)", after)
    )


def _qualified(match: re.Match[str], word: _Word, relation: str, kin: Kin) -> tuple[str, Kin]:
    """The relation with its side, age or number, and 'former' where it is past."""
    lead, words = match["lead"].lower(), match.group()
    if "great" in words.lower() and word.name in ("grandmother", "grandfather", "aunt", "uncle"):
        relation = f"great-{relation}"
    side = next((side for side in ("maternal", "paternal") if side in lead), _side_after(match.string[match.end() :]))
    if side and kin in (Kin.GRANDPARENT, Kin.WIDER) and not relation.startswith(("maternal", "paternal")):
        relation = f"{side} {relation}"
    age = re.search(r"\b(older|elder|eldest|oldest|younger|youngest|adult)\b", lead)
    if kin is Kin.SIBLING and age:
        relation = f"{age.group(1)} {relation}"
    if kin is Kin.SIBLING and re.search(r"(?i:sib(?:ling)?) ?(?:\d|[A-Z])$", words):
        relation = words[len(match["lead"]) :].lower()
    if kin is not Kin.CARER and re.search(r"\b(?:former|previous|one-time|ex)\b", lead):
        relation, kin = relation.replace("partner", "former partner", 1), Kin.OTHER
    return relation, kin


def _partner_of(before: str) -> str:
    if re.search(r"(?i)\bhis (?:new |current |late )?$", before):
        return "father's partner"
    return "mother's partner"


def _side_after(after: str) -> str:
    match = re.match(
        r"(?i),? (?:on|from) (?:his |her |the |their |\w+['’]s )?"
        r"(mother|father|mum|dad|mam|maternal|paternal)\w*['’]?s? (?:side|family)",
        after,
    )
    if not match:
        return ""
    return "paternal" if match.group(1).lower() in ("father", "dad", "paternal") else "maternal"


def _compose(owner: Mention, word: _Word) -> tuple[str, Kin, str] | None:
    """Who a relative's relative is; None where it is nobody that a review of this child would have to hear."""
    kin, gender = word.kin, word.gender
    if owner.kin is Kin.CHILD:
        return word.name, kin, gender
    if kin in (Kin.FAMILY, Kin.PEER) or owner.kin in (Kin.PEER, Kin.CARER):
        return None
    if owner.kin not in (Kin.MOTHER, Kin.FATHER):
        name = "partner" if kin is Kin.PARTNER else word.name
        return f"{owner.relation}'s {name}", Kin.OTHER, gender
    if kin is Kin.PARTNER:
        return f"{owner.relation}'s partner", Kin.PARTNER, gender or ("m" if owner.kin is Kin.MOTHER else "")
    side = "maternal" if owner.kin is Kin.MOTHER else "paternal"
    up = {Kin.MOTHER: ("grandmother", "f"), Kin.FATHER: ("grandfather", "m"), Kin.PARENTS: ("grandparents", "")}
    if kin in up:
        return f"{side} {up[kin][0]}", Kin.GRANDPARENT, up[kin][1]
    if kin is Kin.SIBLING:
        return f"{side} {'uncle' if gender == 'm' else 'aunt'}", Kin.WIDER, gender
    return f"{owner.relation}'s {word.name}", Kin.OTHER, gender


def relatives_own(text: str, mention: Mention, last: Mention) -> Mention:
    """A parent named by a pronoun right after a relative: 'Father ... His parents', 'half-brother ... His father'."""
    pronoun = re.match(r"(?i)(his|her) ", text[mention.start :])
    if pronoun is None or last.plural or last.gender != {"his": "m", "her": "f"}[pronoun[1].lower()]:
        return mention
    parents_of_parent = mention.kin is Kin.PARENTS and last.kin in (Kin.MOTHER, Kin.FATHER)
    father_of_half_sibling = mention.relation == "father" and "half-" in last.relation
    if not parents_of_parent and not father_of_half_sibling:
        return mention
    composed = _compose(last, _Word(mention.relation, mention.kin, mention.gender, mention.plural))
    if composed is None:
        return mention
    relation, kin, gender = composed
    return replace(mention, relation=relation, kin=kin, gender=gender)


def learn_aliases(texts: Iterable[str], children: tuple[str, ...]) -> dict[str, tuple[str, Kin, str]]:
    """Pseudonyms of relatives, as texts give them: 'Cadi, half-sister', 'his sister, Beth,', 'Mamgu (grandmother)'."""
    plain = Relatives(children)
    learnt: dict[str, tuple[str, Kin, str]] = {}
    for text in texts:
        for mention in plain.mentions(text):
            if mention.collective or mention.plural:
                continue
            name = _name_beside(text, mention)
            if name and name not in children and not plain.mentions(name):
                learnt.setdefault(name, (mention.relation, mention.kin, mention.gender))
    return learnt


_NAME = r"((?:Child |Sibling |Adult |Mrs? |Ms |Miss )?[A-Z][\w’'-]*(?: [0-9A-Z])?)"
_CALLED = compile_pattern(
    r"^,? (?:is |was |are |who is |whom (?:we|I) |who (?:we|I) |will be |(?:shall|will|have) )*"
    r"(?:call(?:ed)?|known as|referred to as|named) (?:here )?"
    rf"[“\"‘]?{_NAME}\b"
)
_BRACKETED = compile_pattern(rf"^ ?\([“\"‘]?{_NAME}[”\"’]?\)")
_BETWEEN_COMMAS = compile_pattern(rf"^, {_NAME}(?=,|;|\.|$| \()")
_AS_CALLED = compile_pattern(rf"\b{_NAME},? as (?:I|we)(?: shall| will| have)? call(?:ed)? (?:the |his |her |their )?$")
_LEADING = compile_pattern(rf"^[“\"‘]?{_NAME}[”\"’]?(?:, | ?\(| [–-] )(?:the |his |her |their )?$")


def _name_beside(text: str, mention: Mention) -> str:
    """The pseudonym that stands beside a relationship, if any."""
    before, after = text[: mention.start], text[mention.end :]
    owned = re.match(r"(?i)(?:his|her|their|the)\b", text[mention.start :]) or re.search(r"['’]s $", before)
    match = (
        _CALLED.search(after)
        or _BRACKETED.search(after)
        or _AS_CALLED.search(before)
        or (_BETWEEN_COMMAS.search(after) if owned else None)
        or (_LEADING.search(before) if re.match(r"(?:$|[)(,])", after) and len(text) < 80 else None)
    )
    name = match.group(1) if match else ""
    no_name = name in lexicon.load("family")["not_names"]["words"] or (len(name) > 2 and name.isupper())
    return "" if no_name else name


class Related(Protocol):
    """Anything that is known by its relation to the index child."""

    @property
    def relation(self) -> str:
        """'mother', 'maternal grandmother', ..."""

    @property
    def kin(self) -> Kin:
        """What kind of relation it is."""


def same_person(first: Related, second: Related) -> bool:
    """Whether two relations may be one person: 'Nain' and 'maternal grandmother', 'brother' and 'older brother'."""
    if first.relation == second.relation:
        return True
    if first.kin is not second.kin:
        return False
    short, long = sorted((first.relation, second.relation), key=len)
    return long.endswith((f" {short}", f"-{short}"))


class KinIndex:
    """The relatives named in each sentence of a review, with quotations blanked."""

    def __init__(self, review: Review) -> None:
        """Learn the pseudonyms of relatives; sentences are read when first asked for."""
        names = tuple(child.name for child in review.children.index if child.name[:1].isupper())
        short = tuple(name.split()[-1] for name in names if re.fullmatch(r"(?:Young Person|Adult) [A-Z]", name))
        self.children = names + short
        self.relatives = Relatives(self.children, learn_aliases((b.text for b in review.prose.blocks), self.children))
        self._masks: dict[int, str] = {}
        self._review = review
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


def in_words(relations: Iterable[str]) -> str:
    """Relatives as a list in words: 'mother, father and maternal grandmother'."""
    names = list(dict.fromkeys(relations))
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
