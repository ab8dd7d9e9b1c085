"""Pseudonyms of relatives, learnt from the report: 'Cadi, half-sister', 'his sister, Beth,', 'Mamgu (grandmother)'."""

from __future__ import annotations

from collections.abc import Iterable

from cpraudit.facts.family import coded_adults
from cpraudit.facts.family.kin import Kin, Mention
from cpraudit.facts.family.relations import Relatives
from cpraudit.facts.text import lexicon
from cpraudit.patterns import compile_pattern


def learn_aliases(texts: Iterable[str], children: tuple[str, ...]) -> dict[str, tuple[str, Kin, str]]:
    """Pseudonyms of relatives, as texts give them: 'Cadi, half-sister', 'his sister, Beth,', 'Mamgu (grandmother)'."""
    plain = Relatives(children)
    learnt: dict[str, tuple[str, Kin, str]] = {}
    coded: list[tuple[str, tuple[str, Kin, str]]] = []
    for text in texts:
        for parents in _BORN_TO.finditer(text):
            for name, known in ((parents["mother"], _MOTHER), (parents["father"], _FATHER)):
                if name and name not in children:
                    learnt.setdefault(name, known)
        mentions = plain.mentions(text)
        for mention in mentions:
            if mention.collective or mention.plural or _ADULTS.search(text, max(mention.start - 12, 0), mention.start):
                continue
            if (code := coded_adults.beside(text, mention, mentions, children)) and code not in children:
                coded.append((code, (mention.relation, mention.kin, mention.gender)))
                continue
            name = _name_beside(text, mention)
            if name and name not in children and not plain.mentions(name):
                learnt.setdefault(name, (mention.relation, mention.kin, mention.gender))
    return coded_adults.settled(coded) | learnt


_MOTHER, _FATHER = ("mother", Kin.MOTHER, "f"), ("father", Kin.FATHER, "m")
_BORN_TO = compile_pattern(
    r"\b(?:child|son|daughter|baby|twins) (?:born )?(?:of|to) (?P<mother>(?:Ms|Mrs|Miss) [A-Z][\w’'-]*)(?: \([^)]*\))?"
    r"(?:,? (?:and|with) (?P<father>Mr [A-Z][\w’'-]*))?"
)
"""'The first child of Ms B (aged 19) and Mr C'."""
_NAME = r"((?:Child |Sibling |Adult |Mrs? |Ms |Miss )?[A-Z][\w’'-]*(?: [0-9A-Z])?)"
_CALLED = compile_pattern(
    r",? (?:is |was |are |who is |whom (?:we|I) |who (?:we|I) |will be |(?:shall|will|have) )*"
    r"(?:call(?:ed)?|known as|referred to as|named) (?:here )?"
    rf"[“\"‘]?{_NAME}\b"
    rf"|,? (?:(?:here|hereafter|below),?|in this (?:report|review),?) [“\"‘]{_NAME}[”\"’]"
)
_BRACKETED = compile_pattern(rf" ?\([“\"‘]?{_NAME}[”\"’]?\)")
_BETWEEN_COMMAS = compile_pattern(rf", {_NAME}(?=,|;|\.|$| \()")
_AS_CALLED = compile_pattern(rf"\b{_NAME},? as (?:I|we)(?: shall| will| have)? call(?:ed)? (?:the |his |her |their )?$")
_ADULTS = compile_pattern(r"\bAdult \w{1,2}['’]s $")
"""Before a relative of a coded adult, who is somebody else to the child."""
_OWNED = compile_pattern(r"(?i)(?:his|her|their|the)\b")
_HAS = compile_pattern(r"(?i)\b(?:has|had|have) (?:an? |one )?$")
"""'He has an older sister, Keira (23)'."""
_LEADING = compile_pattern(rf"[“\"‘]?{_NAME}[”\"’]?(?:, | ?\(| [–-] )(?:the |his |her |their )?$")


_BESIDE = 160
"""Letters about a mention in which its name may stand: far more than a name has, far fewer than a long paragraph."""


def _name_beside(text: str, mention: Mention) -> str:
    """The pseudonym that stands beside a relationship, if any."""
    start, end, until = mention.start, mention.end, mention.end + _BESIDE
    owned = _OWNED.match(text, start) or text[:start].endswith(("'s ", "’s ")) or _HAS.search(text, max(start - 12, 0), start)
    match = (
        _CALLED.match(text, end, until)
        or _BRACKETED.match(text, end, until)
        or _AS_CALLED.search(text, max(start - _BESIDE, 0), start)
        or (_BETWEEN_COMMAS.match(text, end, until) if owned else None)
        or (_LEADING.match(text, 0, start) if text[end : end + 1] in ("", ")", "(", ",") and len(text) < 80 else None)
    )
    name = next((told for told in match.groups() if told), "") if match else ""
    no_name = name in lexicon.load("family")["not_names"]["words"] or (len(name) > 2 and name.isupper())
    return "" if no_name else name
