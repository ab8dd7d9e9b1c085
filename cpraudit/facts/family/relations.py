"""Relationship words: who 'Mam', 'his Nain', "mother's partner" or 'her half-sister's father' is to the index child."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from cpraudit.facts.family.kin import PARENTAL, Kin, Mention, Word
from cpraudit.facts.family.kinship import SPOUSES, compose, partner_of, relatives_own, side_after
from cpraudit.facts.text import lexicon
from cpraudit.patterns import Pattern, compile_pattern, passing_pattern

_MOST_LEADING = 6
"""Words before a relative's ('their late maternal great-'); more are a list, which would be tried from each of its words."""


@cache
def _vocabulary() -> tuple[Pattern, Mapping[str, Word]]:
    """One pattern over all relatives' words, a group each, and what each group stands for."""
    groups: dict[str, Word] = {}
    alternatives = []
    for number, entry in enumerate(lexicon.load("family")["relative"]):
        group = f"r{number}"
        groups[group] = Word(entry["name"], Kin(entry["kin"]), entry.get("gender", ""), entry.get("plural", False))
        words = [f"(?i:{word})" for word in entry["words"]] + entry.get("cased", [])
        alternatives.append(f"(?P<{group}>{'|'.join(words)})")
    modifiers = lexicon.load("family")["modifiers"]
    kept = "|".join(modifiers["side"] + modifiers["age"] + modifiers["plain"] + modifiers["past"])
    lead = rf"(?P<lead>(?:(?i:{kept})(?:[ -]|(?<=-))){{0,{_MOST_LEADING}}})"
    return compile_pattern(rf"(?<![\w-]){lead}(?:{'|'.join(alternatives)})(?![\w-])(?P<own>['’]s?(?!\w))?"), groups


_WORD = re.compile(r"(?<![\w-])[^\W\d_][\w]*")
_DETERMINERS = frozenset({"the", "his", "her", "their"})
"""After these, too, a word follows with which a mention can begin."""
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
        if word.start() < end or not (word[0][:_LENGTH].lower() in openings or _owns(text, word)):
            continue
        if word[0].lower() in _DETERMINERS and not _goes_on(text, word.end() + 1):
            continue
        if match := pattern.match(text, word.start()):
            yield match
            end = match.end()


def _goes_on(text: str, start: int) -> bool:
    """Whether a mention can go on after a determiner: with a word that it can begin with, or a name."""
    letters = text[start : start + _LENGTH].lower()
    return letters in _openings() or letters[:2] in _openings() or text[start : start + 1].isupper()


def _owns(text: str, word: re.Match[str]) -> bool:
    """Whether a word is a name that owns something: "Cadi's family"."""
    return text.startswith(("'", "’"), word.end()) and text[word.start()].isupper()


@dataclass(frozen=True)
class Relatives:
    """The relatives of the index children of one review, with the pseudonyms that some of them bear."""

    children: tuple[str, ...] = ()
    """Names of the index children ('K', 'Seren', 'Child M')."""
    aliases: Mapping[str, tuple[str, Kin, str]] = field(default_factory=dict)
    """Pseudonyms of relatives: relation, kin and gender for each."""
    apart: frozenset[Kin] = frozenset()
    """Parents whom the report tells apart by child: 'the father of Child A', 'the father of Child B'."""
    married: bool = False
    """The mother's husband is the father: the report knows no other man in her life."""

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
            mention = _of_speaker(text, mention, word, found)
            if match["own"]:
                mention = replace(mention, possessive=True)
                if text[match.end() : match.end() + 1] == " ":
                    mention = possessor = replace(mention, end=match.end() + 1)
            found.append(mention)
        found += self._named(text, found)
        return tuple(sorted(found, key=lambda mention: mention.start))

    def _mention(self, match: re.Match[str], word: Word, owner: Mention | None) -> Mention | None:
        """The mention that a word makes, with its modifiers and possessors; None where it names nobody."""
        lead, before = match["lead"].lower(), match.string[: match.start()]
        if _generic(match, word.kin):
            return None
        if word.name in ("older child", "other children") and (len(self.children) > 1 or _PREDICATE.search(before)):
            return None
        owner = owner or self._owner(match)
        if owner is None and "own" in lead.split() and re.search(r"(?i)\b(?:her|his|their)\b", before[-6:] + lead):
            return None
        relation, kin, gender = word.name, word.kin, word.gender
        if owner is not None and owner.kin is Kin.SIBLING and kin is Kin.GRANDPARENT and _SIDE.search(lead):
            pass  # 'the maternal grandmother of the youngest sister' are told apart by their side
        elif owner is not None:
            composed = compose(owner, word)
            if composed is None:
                return None
            relation, kin, gender = composed
        elif kin in self.apart and (child := self._child_of(match)):
            relation = f"{relation} of {child}"
        elif kin is Kin.PARTNER:
            name = _possessing_name(before)
            older = (
                re.search(r"\b(?:older|adult)\b", before[-9:].lower() + lead) is not None
            )  # said of a young person's
            peer = word.name != "partner" and (name in self.children or name.islower() or older)
            relation, kin = (relation, Kin.PEER) if peer else (partner_of(before + lead, gender), kin)
        if self.married and kin is Kin.PARTNER and word.name in SPOUSES:
            relation, kin = ("father", Kin.FATHER) if gender == "m" else ("mother", Kin.MOTHER)
        relation, kin = _qualified(match, word, relation, kin)
        return Mention(match.start(), match.end(), relation, kin, gender, word.plural)

    def _child_of(self, match: re.Match[str]) -> str:
        """Which of several index children a parent is said to be of."""
        if (name := _possessing_name(match.string[: match.start()])) in self.children:
            return name
        after = match.string[match.end() :]
        return next((name for name in self.children if re.match(rf" of {re.escape(name)}\b(?! and\b)", after)), "")

    def _owner(self, match: re.Match[str]) -> Mention | None:
        """Whose relative it is, where that is not the index child: "Cadi's father", 'the father of Sibling 1'."""
        name = _possessing_name(match.string[: match.start()])
        if _OTHER_CHILD.search(match.string, 0, match.start()):
            return Mention(0, 0, "sibling", Kin.SIBLING)
        if name and (owner := self._owner_called(name)):
            return owner
        after = match.string[match.end() :]
        if childs := self._relative_after(after):
            return childs
        of = re.match(r" (?:of|to) (?:the )?([\w’'-]+(?: [A-Z0-9]\w*)?)", after)
        if of is None or of.group(1) in self.children or re.match(r"(?i)(?:child|baby|young|index)\b", of.group(1)):
            return None
        other = re.match(
            r"(?i) (?:of|to) (?:the |her |his )?(?:\w+ )?(?:half-?)?(?:sibling|brother|sister|older child|elder child|"
            r"other child|eldest|unborn|baby)",
            after,
        )
        return self._owner_called(of.group(1)) or (Mention(0, 0, "sibling", Kin.SIBLING) if other else None)

    def _relative_after(self, after: str) -> Mention | None:
        """The index child's relative of whom somebody is: 'the father' goes before "of Child M's half-brother"."""
        of = _OF_OWNER.match(after)
        if of is None or of[1] not in self.children:
            return None
        pattern, groups = _vocabulary()
        other = pattern.match(after, of.end())
        if other is None or other["own"]:
            return None
        word = groups[next(name for name in groups if other.group(name) is not None)]
        return Mention(0, 0, word.name, word.kin, word.gender)

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


_OF_OWNER = compile_pattern(r" of ([\w-]+(?: [\w-]+)?)['’]s? ")
_SIDE = compile_pattern(r"\b(?:maternal|paternal)\b")
_OTHER_CHILD = compile_pattern(
    r"(?i)\b(?:older|oldest|elder|eldest|younger|youngest|other|first|second|third|middle) (?:\w+ )?"
    r"(?:child|baby|boy|girl|son|daughter)['’]s $"
)
"""'The oldest child's' relative is not the index child's."""


def _of_speaker(text: str, mention: Mention, word: Word, found: list[Mention]) -> Mention:
    """'Mother told us that her mother ...', 'Nain told her husband': a relative of the one whom the sentence is about."""
    pronoun = re.match(r"(?i)(?:her|his) ", text[mention.start :])
    if pronoun is None or not found:
        return mention
    if found[-1].kin is Kin.GRANDPARENT and mention.kin is Kin.PARTNER:
        return relatives_own(text, mention, found)
    if {Kin.MOTHER: "her ", Kin.FATHER: "his "}.get(mention.kin) != pronoun.group().lower():
        return mention
    for speaker in found:
        named = not speaker.possessive and not re.match(r"(?i)(?:his|her|their) ", text[speaker.start :])
        said = re.search(rf"\b(?:that|{'she' if speaker.gender == 'f' else 'he'})\b", text[speaker.end : mention.start])
        if speaker.relation == mention.relation and named and said and (composed := compose(speaker, word)):
            relation, kin, gender = composed
            return replace(mention, relation=relation, kin=kin, gender=gender)
    return mention


def _possessing_name(before: str) -> str:
    """The name that owns what follows: "Cadi's", "the boys'", "the young person's"; empty where there is none."""
    match = re.search(
        r"(?:^|[^\w])((?:Child |Sibling |Baby |Young Person |Adult |Mrs? |Ms |Miss )?[A-Z][\w-]*"
        r"|boys|girls|children|child|young person|baby|infant)(?:['’]s|['’]) $",
        before,
    )
    return match.group(1) if match else ""


_PREDICATE = compile_pattern(
    r"(?i)\b(?:was|is|were|as|be|been|any|all|no|every|each|these|many|some|most)(?: (?:the|her|his|their|an?|both))?(?: \w+['’]s)? $"
)
"""'She was the youngest child' is said of the index child; 'all other children' of nobody in the family."""


def _generic(match: re.Match[str], kin: Kin) -> bool:
    """Whether a word names nobody: 'a mother', 'any father', "the mother's side", 'mother and baby unit'."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if re.search(r"(?i)\b(?:any|every|no|many|most|some|young|single) $", before):
        return kin is not Kin.FAMILY
    if kin is Kin.PARTNER and re.search(r"(?i)\b(?:parents?|mothers?|fathers?|carers?)(?: and| or|,) $", before):
        return (
            re.search(r"(?i)\b(?:a|any|each|every|all|one|either|no) (?:\w+ )?\w+(?: and| or|,) $", before) is not None
        )
    common = kin in PARENTAL or kin in (Kin.PEER, Kin.FAMILY, Kin.PARENTS)
    if common and not match["lead"] and re.search(r"(?i)\ban? $", before):
        return not re.search(r"(?i)\b(?:with|has|had|have) an? $", before)
    return bool(
        re.match(r"(?:['’]s)? (?:side\b|and baby|figure|name\b)", after) or re.match(r"-(?:to|only|in|and)", after)
    )


def _qualified(match: re.Match[str], word: Word, relation: str, kin: Kin) -> tuple[str, Kin]:
    """The relation with its side, age or number, and 'former' where it is past."""
    lead, words = match["lead"].lower(), match.group()
    if "great" in words.lower() and word.name in ("grandmother", "grandfather", "aunt", "uncle"):
        relation = f"great-{relation}"
    side = next(
        (side for side in ("maternal", "paternal") if side in words.lower()), side_after(match.string[match.end() :])
    )
    if kin is Kin.FAMILY and side and word.name == relation:
        relation, kin = "relatives", Kin.WIDER
    if side and kin in (Kin.GRANDPARENT, Kin.WIDER) and not relation.startswith(("maternal", "paternal")):
        relation = f"{side} {relation}"
    age = re.search(r"\b(older|elder|eldest|oldest|younger|youngest|adult)\b", lead)
    if kin is Kin.SIBLING and age:
        relation = f"{age.group(1)} {relation}"
    if kin is Kin.SIBLING and re.search(r"(?i:sib(?:ling)?) ?(?:\d|[A-Z])$", words):
        relation = words[len(match["lead"]) :].lower()
    past = re.search(r"\b(?:former|previous|one-time|ex)\b", lead)
    if past and kin is Kin.CARER:
        relation = f"former {relation}"
    elif past:
        relation, kin = relation.replace("partner", "former partner", 1), Kin.OTHER
    return relation, kin
