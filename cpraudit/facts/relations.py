"""Relationship words: who 'Mam', 'his Nain', "mother's partner" or 'her half-sister's father' is to the index child."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from cpraudit.facts import lexicon
from cpraudit.facts.quoting import masked

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
def _vocabulary() -> tuple[re.Pattern[str], Mapping[str, _Word]]:
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
    return re.compile(rf"(?<![\w-]){lead}(?:{'|'.join(alternatives)})(?![\w-])(?P<own>['’]s?(?!\w))?"), groups


@dataclass(frozen=True)
class Relatives:
    """The relatives of the index children of one review, with the pseudonyms that some of them bear."""

    children: tuple[str, ...] = ()
    """Names of the index children ('K', 'Seren', 'Child M')."""
    aliases: Mapping[str, tuple[str, Kin, str]] = field(default_factory=dict)
    """Pseudonyms of relatives: relation, kin and gender for each."""

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Every mention of a relative in a text, in order; a possessor ("Mother's" partner) is no mention of its own."""
        pattern, groups = _vocabulary()
        found: list[Mention] = []
        possessor: Mention | None = None
        for match in pattern.finditer(text):
            word = groups[match.lastgroup or ""] if match.lastgroup in groups else groups[_group(match, groups)]
            owner = possessor if possessor and possessor.end == match.start() else None
            mention = self._mention(text, match, word, owner)
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

    def _mention(self, text: str, match: re.Match[str], word: _Word, owner: Mention | None) -> Mention | None:
        lead = match["lead"].lower()
        before, after = text[: match.start()], text[match.end() :]
        words = match.group()
        if _generic(before, after, lead, word.kin):
            return None
        relation, kin, gender = word.name, word.kin, word.gender
        name = self._possessing_name(before)
        if owner is None and name:
            owner = self._owner_called(name)
        if owner is None and (of := re.match(r"\s+(?:of|to) (?:the )?([\w’'-]+(?: [A-Z0-9]\w*)?)", after)):
            owner = self._owner_of(of.group(1), after)
        if "own" in lead.split() and re.search(r"\b(?:her|his|their)\b", lead + before[-6:].lower()) and owner is None:
            return None
        if owner is not None:
            composed = _compose(owner, relation, kin, gender)
            if composed is None:
                return None
            relation, kin, gender = composed
        elif kin is Kin.PARTNER and word.name != "partner" and (name in self.children or name.islower()):
            kin = Kin.PEER
        elif kin is Kin.PARTNER:
            relation = _partner_of(before + match["lead"])
        if "great" in words.lower() and word.name in ("grandmother", "grandfather", "aunt", "uncle"):
            relation = f"great-{relation}"
        side = next((side for side in ("maternal", "paternal") if side in lead), _side_after(after))
        if side and kin in (Kin.GRANDPARENT, Kin.WIDER) and not relation.startswith(("maternal", "paternal")):
            relation = f"{side} {relation}"
        if kin is Kin.SIBLING and (age := re.search(r"\b(older|elder|eldest|oldest|younger|youngest|adult)\b", lead)):
            relation = f"{age.group(1)} {relation}"
        if kin is Kin.SIBLING and re.search(r"[\w]*sibling\s(?:\d|[A-Z])$", words):
            relation = re.sub(r"\s+", " ", words[len(match["lead"]) :].lower())
        if re.search(r"\b(?:former|previous|one-time|ex)\b", lead):
            if kin is not Kin.CARER:
                relation, kin = relation.replace("partner", "former partner", 1), Kin.OTHER
        return Mention(match.start(), match.end(), relation, kin, gender, word.plural)

    def _possessing_name(self, before: str) -> str:
        match = re.search(
            r"(?:^|[^\w])((?:Child |Sibling |Baby |Young Person |Adult )?[A-Z][\w-]*|boys|girls|children|child|young person|baby|infant)(?:['’]s|['’]) $",
            before,
        )
        return match.group(1) if match else ""

    def _owner_called(self, name: str) -> Mention | None:
        """The relative whose name stands before an apostrophe; None for an index child or an unknown name."""
        if name in self.aliases:
            relation, kin, gender = self.aliases[name]
            return Mention(0, 0, relation, kin, gender)
        if name in ("boys", "girls") or name.startswith("Sibling"):
            return Mention(0, 0, "sibling", Kin.SIBLING)
        return None

    def _owner_of(self, name: str, after: str) -> Mention | None:
        if name in self.children or re.match(r"(?i)(?:child|baby|young|index)\b", name):
            return None
        owned = self._owner_called(name)
        if owned:
            return owned
        if re.match(
            r"(?i)\s+(?:of|to) (?:the |her |his )?(?:\w+ )?(?:half-?)?(?:sibling|brother|sister|older child|elder child|other child|eldest|unborn|baby)",
            after,
        ):
            return Mention(0, 0, "sibling", Kin.SIBLING)
        return None

    def _named(self, text: str, found: Iterable[Mention]) -> list[Mention]:
        """Mentions by pseudonym: of relatives, and of the index children."""
        named = []
        people = {**{name: ("index child", Kin.CHILD, "") for name in self.children}, **self.aliases}
        if not people:
            return []
        names = "|".join(re.escape(name) for name in sorted(people, key=len, reverse=True))
        for match in re.finditer(rf"(?<![\w’'.-])({names})(?![\w-])(['’]s?(?!\w))?", text):
            if not any(mention.start <= match.start() < mention.end for mention in found):
                relation, kin, gender = people[match.group(1)]
                owns = match.group(2) is not None
                named.append(Mention(match.start(), match.end(1), relation, kin, gender, possessive=owns))
        return named


def _group(match: re.Match[str], groups: Mapping[str, _Word]) -> str:
    return next(name for name in groups if match.group(name) is not None)


def _generic(before: str, after: str, lead: str, kin: Kin) -> bool:
    """Whether a word names nobody: 'a mother', 'any father', "the mother's side", 'mother and baby unit'."""
    if re.search(r"(?i)\b(?:any|every|no|many|most|some|young|single) $", before):
        return kin is not Kin.FAMILY
    if (
        re.search(r"(?i)\ban? $", before)
        and not lead
        and (kin in PARENTAL or kin in (Kin.PEER, Kin.FAMILY, Kin.PARENTS))
    ):
        return not re.search(r"(?i)\b(?:with|has|had|have) an? $", before)
    return bool(
        re.match(r"(?:['’]s)? (?:side\b|and baby|figure|name\b)", after) or re.match(r"-(?:to|only|in|and)", after)
    )


def _partner_of(before: str) -> str:
    if re.search(r"(?i)\bhis (?:new |current |late )?$", before):
        return "father's partner"
    return "mother's partner"


def _side_after(after: str) -> str:
    match = re.match(
        r"(?i),? (?:on|from) (?:his |her |the |their |\w+['’]s )?(mother|father|mum|dad|mam|maternal|paternal)\w*['’]?s? (?:side|family)",
        after,
    )
    if not match:
        return ""
    return "paternal" if match.group(1).lower() in ("father", "dad", "paternal") else "maternal"


def _compose(owner: Mention, relation: str, kin: Kin, gender: str) -> tuple[str, Kin, str] | None:
    """Who a relative's relative is; None where it is nobody that a review of this child would have to hear."""
    if owner.kin is Kin.CHILD:
        return relation, kin, gender
    if kin is Kin.FAMILY or kin is Kin.PEER or owner.kin in (Kin.PEER, Kin.CARER):
        return None
    if kin is Kin.PARTNER:
        if owner.kin in (Kin.MOTHER, Kin.FATHER):
            return f"{owner.relation}'s partner", Kin.PARTNER, gender or ("m" if owner.kin is Kin.MOTHER else "")
        return f"{owner.relation}'s partner", Kin.OTHER, gender
    if owner.kin in (Kin.MOTHER, Kin.FATHER):
        side = "maternal" if owner.kin is Kin.MOTHER else "paternal"
        up = {Kin.MOTHER: ("grandmother", "f"), Kin.FATHER: ("grandfather", "m"), Kin.PARENTS: ("grandparents", "")}
        if kin in up:
            return f"{side} {up[kin][0]}", Kin.GRANDPARENT, up[kin][1]
        if kin is Kin.SIBLING:
            return f"{side} {'uncle' if gender == 'm' else 'aunt'}", Kin.WIDER, gender
    return f"{owner.relation}'s {relation}", Kin.OTHER, gender


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


_NAME = r"((?:Child |Sibling |Adult )?[A-Z][\w’'-]*(?: [0-9A-Z])?)"
_NOT_NAMES = frozenset(
    "The This That These Those He She They It His Her Their We I In On At By For From With And But Or As If When While "
    "After Before During Both Each All Not No January February March April May June July August September October "
    "November December Age Aged Adult Person Relationship Lives Name Police GP Where Who Children's Children’s".split()
)


def _name_beside(text: str, mention: Mention) -> str:
    before, after = text[: mention.start], text[mention.end :]
    for where, pattern in (
        (
            after,
            rf"^,? (?:is |was |are |who is |whom we |who we |will be )?(?:called|known as|referred to as|named) (?:here )?[“\"‘]?{_NAME}\b",
        ),
        (after, rf"^ ?\([“\"‘]?{_NAME}[”\"’]?\)"),
        (after, rf"^, {_NAME}(?=,|;|\.|$| \()"),
        (before, rf"^[“\"‘]?{_NAME}[”\"’]?(?:, | ?\(| [–-] )(?:the |his |her |their )?$"),
    ):
        match = re.search(pattern, where)
        if match and match.group(1) not in _NOT_NAMES:
            return match.group(1)
    return ""


def same_person(first: Mention | Any, second: Mention | Any) -> bool:
    """Whether two relations may be one person: 'Nain' and 'maternal grandmother', 'brother' and 'older brother'."""
    if first.relation == second.relation:
        return True
    if first.kin is not second.kin:
        return False
    short, long = sorted((first.relation, second.relation), key=len)
    return bool(long.endswith(f" {short}") or long.endswith(f"-{short}"))


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
