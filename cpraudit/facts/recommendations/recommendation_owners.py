"""Who is to carry out a recommendation, as the report names them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from cpraudit.facts.agencies.local_names import LocalAgencies
from cpraudit.facts.recommendations.recommendation_text import addressed, subject_and_act
from cpraudit.facts.text.lexicon import any_of, load, pattern
from cpraudit.patterns import Pattern, compile_pattern

_SPLIT = compile_pattern(
    r"\s*(?:;|\n|\s/\s|,\s+with\s+|,?\s+together with\s+|,?\s+along with\s+|"
    r",?\s+supported by\s+|\s+with\s+(?:the\s+|(?=both\s|all\s|each\s|[A-Z])))\s*(?:the\s+)?"
)
_AND = compile_pattern(r"\s*,?\s+(?:and|&)\s+(?:the\s+)?(?=\S)|,\s+(?:the\s+)?(?=[A-Z])")
_LAST = compile_pattern(r",\s+(?:and|&)\s")
_SERIES = compile_pattern(r",\s+(?:(?:and|&)\s+)?(?:the\s+)?")
"""'Children's Services, Education and Inclusion, and the Health Board'."""
_TO_WHOM = compile_pattern(r",\s+to\s+(?:the\s+)?.*$")
_STAFF_OF = compile_pattern(
    r"^(?:all\s+)?(?:frontline\s+)?(?:staff|practitioners|professionals|officers|managers|workers)\s+(?:in|at|of|from|within)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_PREFIX = compile_pattern(r"^([A-Z][^.:;]{2,80}?)\s*(?::|–|—)\s+(?=\S)")
_BEHIND = compile_pattern(r"\s[–—-]\s([^–—.;:]{3,70})\.?$")
"""'... in each letter – Health Board'."""
_BRACKET = compile_pattern(r"[(\[]([^)\]]{3,70})[)\]]\s*\.?$")
_DATED_TAIL = compile_pattern(r"\s*[,;–-]\s*(?:by|within|before|from|immediate|\w+ 20\d\d|\d).*$", re.IGNORECASE)
_TITLED_THAT = compile_pattern(r"^[A-Z][^.;:]{2,60}?\s*[:–—-]\s+(?=that\s)")
"""'Sharing information – that the Health Board agree ...': the title says nothing of who."""
_QUESTION = compile_pattern(
    r"^(?:how|what|when|where|in what ways?|by what means)\s+(?:\w+\s+){0,2}?(?:will|can|could|does|do|should|would|is|are|has|have)\s+(?P<who>(?:the\s+)?.+?)"
    r"\s+(?=(?:know|satisfy|assure|ensure|be\s|make|check|measure|use|show|respond|support|hear|plan|test|work|make|use|review|improve|going|doing|take|set|see|hold|bring|share)\b)",
    re.IGNORECASE,
)
"""'How will the Board know ...?'"""
_SENTENCES = compile_pattern(r"(?<=[a-z)][.!?]) +(?=[A-Z])")
_ARTICLE = compile_pattern(r"^(?:that\s+)?(?:the\s+)?", re.IGNORECASE)


def in_cell(text: str, local: LocalAgencies = ()) -> tuple[str, ...]:
    """The owners that an agency column names; anything there but a blank or a dash is one."""
    found = [part for part in _SPLIT.split(_TO_WHOM.sub("", text.strip())) if re.search(r"[A-Za-z]", part)]
    return tuple(owner for part in found for owner in _separate(part, local))


def in_text(text: str, around: str = "", local: LocalAgencies = ()) -> tuple[str, ...]:
    """The owners that a recommendation names; else those of the lead-in or group that it stands under."""
    text = _TITLED_THAT.sub("", text)
    prefix = _PREFIX.match(text)
    if prefix is not None and is_body(prefix.group(1), local):
        return _separate(prefix.group(1), local)
    asked = _QUESTION.match(text)
    subject = asked["who"] if asked else subject_and_act(text)[0]
    subject = _STAFF_OF.sub("", _last_clause(subject))
    if subject and is_body(subject, local):
        return _separate(_ARTICLE.sub("", subject) if asked else subject, local)
    if addressed(text) != text and (named := _opening_body(addressed(text), local)):
        return _separate(named, local)
    behind = _BEHIND.search(text)
    if behind is not None and is_body(behind.group(1), local):
        return _separate(behind.group(1), local)
    for sentence in _SENTENCES.split(text)[1:]:
        later, _ = subject_and_act(sentence)
        if later and is_body(later := _STAFF_OF.sub("", _last_clause(later)), local):
            return _separate(later, local)
    led = pattern("recommendations", "owners.led_by").search(text)
    if led is not None:
        after = re.split(
            r"[.;,)]|\s(?=[A-Z][a-z]+(?: [a-z]+)?:)|\s(?:to|by|within|and (?:to|should)|each|every|before|after|in|on)\s",
            text[led.end() :].strip(" :–-"),
        )[0]
        if is_body(after, local):
            return _separate(after, local)
    bracket = _BRACKET.search(text)
    within = _DATED_TAIL.sub("", bracket.group(1)) if bracket is not None else ""
    if is_body(within, local) and len(within.split()) <= 8:
        return in_cell(within, local)
    return in_text_of_group(around, local) if around else ()


def _opening_body(text: str, local: LocalAgencies) -> str:
    """The body that a text opens with, before any verb: 'the Council sets a limit' gives 'the Council'."""
    words = text.split()[:12]
    for end in range(1, len(words)):
        name, after = " ".join(words[:end]), words[end]
        if after.islower() and after not in _JOINS and not name.endswith(",") and is_body(name, local):
            return name
    return ""


_JOINS = {"and", "of", "for", "in", "with", "or", "at", "across", "within", "on", "services", "practices"}


def in_text_of_group(around: str, local: LocalAgencies = ()) -> tuple[str, ...]:
    """The owners that a lead-in ('The Health Board should:') or a group's heading ('For the police') names."""
    subject, _ = subject_and_act(around)
    subject = subject or re.sub(r"\s+to$", "", addressed(around)) if addressed(around) != around else subject
    words = re.sub(r"^(?:(?:recommendations?|actions?|questions?|challenges?|asks?)\s+)?(?:for|to)\s+", "", (subject or around).strip(" :"), flags=re.IGNORECASE)
    bracket = re.search(r"\(for (?:the )?([^)]+)\)", around)
    for named in (bracket.group(1) if bracket else "", words):
        if (
            named
            and len(named.split()) <= 10
            and is_body(named, local)
            and not re.search(r"\brecommendation", named, re.IGNORECASE)
        ):
            return _separate(named, local)
    return (words,) if _is_service(words, local) else ()


_OF_ALL = compile_pattern(
    r"\b(?:recommendations|actions|requests|proposals)\b (?:below |here |above |in this (?:report|section) )?(?:are|is) (?:all )?(?:made |addressed |directed |put |aimed )?(?:for|to|at) (?:the )?(?P<who>[^.:;]{3,80}?)\s*(?:[.:;]|$|,? (?:and should|which|who|to)\b)",
    re.IGNORECASE,
)
"""'All of these recommendations are for the Board.'"""


def of_all(text: str, local: LocalAgencies = ()) -> tuple[str, ...]:
    """The owners whom a sentence gives to all the recommendations."""
    found = _OF_ALL.search(text)
    return _separate(found["who"], local) if found is not None and is_body(found["who"], local) else ()


def _is_service(words: str, local: LocalAgencies) -> bool:
    """Whether a group's heading is the name of a service and no more ('Early Help'); in a sentence that may be a thing."""
    from cpraudit.facts.agencies.gazetteer import namings

    if not words[:1].isupper() or _ends_in("people", words):
        return False
    return any(named.start == 0 and named.end == len(words) for found in namings((words,), local) for named in found)


def is_body(name: str, local: LocalAgencies = ()) -> bool:
    """Whether words name an agency or a body, a post that stands for one included; people at work are none."""
    name = _ARTICLE.sub("", name.strip(" ,."))
    if not name or len(name.split()) > 22:
        return False
    if any_of_key("posts").match(name) or re.search(r"[A-Z]\w+ Safeguarding$", name):
        return True
    head = re.sub(r"\s*\([^)]*\)", "", _AFTER_HEAD.split(name)[0]).strip(" ,.")
    if _ends_in("people", head) or re.match(r"(?:an?|any|where|when)\s", name, re.IGNORECASE):
        return False
    if _ends_in("bodies", head):
        return not re.match(r"(?:training|consideration|awareness)\s", name, re.IGNORECASE)
    titled = head[:1].isupper() and head.split()[-1][:1].isupper() and any_of_key("bodies").search(head)
    return (bool(titled) and not _ends_in("subjects", head)) or _by_gazetteer(head, local)


_AFTER_HEAD = compile_pattern(
    r"\s+(?:in|of|for|across|within|at|on|to|who|that|which|with|working|involved|concerned|from|regarding|around|"
    r"under|where)\s+"
)


def _ends_in(key: str, head: str) -> bool:
    """Whether words end in one of a list."""
    return any(match.end() == len(head) for match in any_of_key(key).finditer(head))


def _by_gazetteer(name: str, local: LocalAgencies) -> bool:
    """Whether the gazetteer knows an organisation of that name (its roles are people)."""
    from cpraudit.facts.agencies.gazetteer import namings

    # The name of a local agency may begin with the article, which has been taken away.
    written = (name, f"the {name}") if local else (name,)
    return not _ends_in("people", name) and any(
        naming.entry.name != naming.entry.kind and naming.end == len(text)
        for text, named in zip(written, namings(written, local), strict=True)
        for naming in named
    )


@cache
def any_of_key(key: str) -> Pattern:
    """The pattern of one list of owners' words."""
    return any_of(load("recommendations")["owners"][key])


def _separate(name: str, local: LocalAgencies) -> tuple[str, ...]:
    """Several owners apart, where each part names a body by itself ('South Wales Police and the Probation Service')."""
    name = name.strip(" ,.:")
    listed = [part.strip(" ,.") for part in _SERIES.split(name)] if _LAST.search(name) else []
    if len(listed) > 2 and sum(is_body(part, local) for part in listed) >= len(listed) - 1:
        return tuple(listed)
    parts = [part.strip(" ,.") for part in _AND.split(name)]
    if len(parts) > 1 and all(is_body(part, local) for part in parts) and not re.search(r",\s", name.split(" and ")[0]):
        return tuple(parts)
    if len(parts) > 2 and all(is_body(part, local) for part in parts):
        return tuple(parts)
    halves = [half.strip(" ,.") for half in re.split(r"\s+(?:and|&)\s+(?:the\s+)?", name, maxsplit=1)]
    if len(halves) == 2 and all(is_body(half, local) for half in halves):
        return tuple(halves)
    return (name,) if name else ()


def _last_clause(subject: str) -> str:
    """'When a child moves, the Health Board' gives 'the Health Board'."""
    if (
        re.match(r"(?:when|where|if|in|following|after|as|to|given|for|before|once|until)\b", subject, re.IGNORECASE)
        and "," in subject
    ):
        return subject.rsplit(",", 1)[1].strip()
    return subject


def collective(owners: Iterable[str]) -> bool:
    """Whether every owner is 'all agencies', 'partners' and the like (false where there is none)."""
    names = list(owners)
    return bool(names) and all(_collective().fullmatch(_ARTICLE.sub("", name)) for name in names)


@cache
def _collective() -> Pattern:
    return compile_pattern("|".join(load("recommendations")["owners"]["collective"]), re.IGNORECASE)
