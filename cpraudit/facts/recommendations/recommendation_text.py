"""What one recommendation says, by its words: acts that can be checked, training alone, its timescale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cpraudit.facts.text.lexicon import any_of, load, pattern
from cpraudit.patterns import Pattern, compile_pattern

_CLAUSE = compile_pattern(
    r"(?<=[.;:?])\s+|\s*;\s*|,?\s+and\s+(?:then\s+)?(?:(?:should|must|to|are to|is to|"
    r"will)\s+)?(?=(?:also\s+)?[a-z-]+(?:\s|$))"
    r"|,\s+(?:(?:and|then)\s+)?(?:should|must|to)\s+(?!includ)|,\s+(?!includ|to includ)(?=[a-z]+\s)"
)
_BE = compile_pattern(r"^(?:be|being|been)\s+", re.IGNORECASE)
_TO = compile_pattern(
    r"^(?:(?:also|therefore|jointly|together|each|now|regularly|routinely|formally)\s+)*(?:to\s+)?", re.IGNORECASE
)
_CONSIDERS = compile_pattern(r"(?:consider|explor|wish to consider|give (?:thought|consideration))", re.IGNORECASE)
_AIM = compile_pattern(
    r"(?:,?\s+(?:so (?:that|as to)|in order (?:that|to)|with the aim of|to enable|which will|thereby|in doing so)|(?:^|"
    r"(?<=\.)\s+)(?:(?:The|Its|Their|Our) (?:(?:intended|expected|anticipated|desired) )?(?:aim|purpose|intention|hope|outcome|result|effect|benefit) (?:is|should be|will be)|"
    r"(?:Without (?:that|this|it|them)|Otherwise|If (?:this|that) (?:is|does|works)),? |"
    r"This (?:should|will|would)|In this way)|"
    r",?\s*(?:and\s+)?\b(?:I|we|the (?:panel|reviewers?|review|board)) (?:would |should )?(?:hope|expect|anticipate)s?"
    r"(?= (?:in this way |thereby |as a result )?(?:that|to see|fewer|more)\b))\b.*",
    re.IGNORECASE | re.DOTALL,
)


_COUNTED = compile_pattern(
    r"^(?:(?:the|our|my) (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|last|final)(?: recommendation| request| of these)? (?:is|would be)(?: that| for)?\s+)|^(?:and\s+)?(?:\w+ly|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)(?: of all)?|next|then|also|"
    r"in addition|to (?:begin|start|end|finish) with)\s*,\s+|^(?:lastly|finally|firstly|secondly|thirdly|also)\s+(?=the\b|[A-Z])",
    re.IGNORECASE,
)
_ENDED = compile_pattern(r"(?<=[a-z)\]’”'\"][.!?;:]) +(?=[A-Z])")
"""Where a sentence ends and another begins."""


_ANNOUNCES = compile_pattern(
    r"(?:(?:we|I) (?:\w+ ){0,6}|(?:the panel|the reviewers?|the review) (?:\w+ ){0,2}|there are )?(?:\w+ ){0,3}(?:things|changes|steps|actions|matters|"
    r"improvements|requests|recommendations)(?: (?:should|need|must|have to|follow|are|to)\b[^.:]{0,40})?\s*[.:]$",
    re.IGNORECASE,
)


def announces(text: str) -> bool:
    """Whether a sentence only says that some are to follow ('Three things should happen.', 'We ask for six changes.')."""
    return bool(_ANNOUNCES.match(text))


def recommends(text: str) -> bool:
    """Whether a sentence asks for something to be done."""
    return bool(
        pattern("recommendations", "modal").search(text) or pattern("recommendations", "recommended_that").search(text)
    )


def counts_off(text: str) -> bool:
    """Whether a sentence counts and orders ('First, to publish a guide'), after a lead-in that asks."""
    bare = _COUNTED.sub("", text)
    return bare != text and bare.startswith("to ") and is_order(bare)


def subject_and_act(text: str) -> tuple[str, str]:
    """Who is asked, and what to do: ('The Board', 'publish ...'); the first is empty where it begins with the act."""
    text = _COUNTED.sub("", text)
    bare = addressed(text)
    if (actor := _ACTOR_WILL.match(bare)) and _ends_in_body(actor["who"]):
        return actor["who"], bare[actor.end() :].strip()
    if is_order(bare):
        return "", bare
    modal = pattern("recommendations", "modal").search(bare)
    found = min((m for m in (modal, _BARE_TO.search(bare)) if m), key=lambda m: m.start(), default=None)
    verb = next((m for m in _verb().finditer(bare, 1) if not _NOUN_BEFORE.search(bare, 0, m.start())), None)
    verb = verb if bare != text else _WILL.search(bare)
    if verb is not None and (found is None or verb.start() < found.start()) and len(bare[: verb.start()].split()) <= 14:
        return _last_sentence(bare[: verb.start()]), bare[verb.start() :].removeprefix("will").strip()
    if found is not None and len(bare[: found.start()].split()) <= 22:
        return _last_sentence(bare[: found.start()]), bare[found.end() :].strip()
    return "", bare


def _last_sentence(words: str) -> str:
    """Who is asked, without a title or a sentence that stands before ('Count the gaps. The Board' should ...)."""
    return _ENDED.split(words)[-1].strip(" ,:")


_ACTOR_WILL = compile_pattern(r"(?P<who>(?:The |the |All |Each |Every |Both )?[A-Z\w][^.;:?]{1,90}?)\s+will\s+(?!have\b|be able|know\b)(?=\w)")
"""'The Health Board will publish ...': a promise, which is an action where actions are listed."""


def _ends_in_body(words: str) -> bool:
    """Whether words end in the name of a body."""
    return any(match.end() == len(words) for match in pattern("recommendations", "owners.bodies").finditer(words))


_NOUN_BEFORE = compile_pattern(
    r"\b(?:the|an?|of|on|in|for|with|its|their|any|each|this|these|no|child|case)\s+$", re.IGNORECASE
)
_WILL = compile_pattern(r"\bwill\b")
_NOUN_AFTER = compile_pattern(
    r"^\w+\s+(?:services?|workers?|panels?|agencies|providers?|teams?|staff|of|should|must|to\s+be|and\s+\w+\s+services?)\b",
    re.IGNORECASE,
)
_FIRST = compile_pattern(r"(?:to\s+)?(?:\w+ly\s+)?([A-Za-z-]+)")


_ORDER = compile_pattern(
    r"(?:to\s+)?(?:\w+ly\s+)?(?!(?:the|this|that|these|those|all|each|every|any|some|no|not|nor|and|but|or|so|if|in|on|at|for|from|with|by|"
    r"as|to|of|into|onto|over|under|after|before|during|since|until|within|without|about|between|among|it|there|he|she|they|we|you|his|her|"
    r"their|our|its|my|both|either|neither|many|most|more|less|few|several|one|two|three|four|how|what|who|whom|why|when|where|which|"
    r"while|because|although|though|than|then|also|evidence|action|access|support|only|even|just|once|children|people|men|women|staff|"
    r"is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|shall)\b)"
    r"[a-z]{2,14}(?<!ed)(?<!ing)(?<!tion)(?<!sion)(?<!ment)(?<!ness)(?<!ity)(?<!ance)(?<!ence)(?<!ship)(?<![^s]s)(?<!ly)"
    r"(?:\s+(?:out|up|back|down|over|in|on|forward|with|to|for|into))?\s+"
    r"(?:the|an?|all|every|each|its|their|our|any|both|one|two|three|four|five|how|what|whether|who|families|parents|children|staff|"
    r"young|new|joint|clear|written|regular)\b",
    re.IGNORECASE,
)
"""A word that is no noun by its form, and no word of grammar, before an object: 'Give every family ...', 'Find out how ...'."""


def is_order(text: str) -> bool:
    """Whether a text begins with a verb in the form that gives orders ('Publish', 'To agree')."""
    if _ORDER.match(text):
        return True
    first = _FIRST.match(text)
    if first is None or first.group(1).lower().endswith(("ed", "ation", "ing")) or _NOUN_AFTER.match(text):
        return False
    rest = re.sub(r"^[Tt]o\s+", "", text)
    return any(_starts(rest, key) for key in ("hedging", "ensuring", "firm", "producing"))


@cache
def _verb() -> Pattern:
    """Any verb of the lists, in any form: what follows a subject after 'It is recommended that'."""
    lists = load("recommendations")
    return any_of([verb for key in ("firm", "producing", "hedging", "ensuring") for verb in lists[key]])


_BARE_TO = compile_pattern(
    r"(?<=[a-z’')])\s+to\s+(?!(?:the|an?|its|their|this|these|all|both|each|every|everyone|those|them|him|her|us|any|some|other|families|parents|staff)\s)(?=(?:be\s+)?[a-z]+\b)", re.IGNORECASE
)


def addressed(text: str) -> str:
    """The text after 'It is recommended that' or 'That'."""
    lead = pattern("recommendations", "recommended_that").search(text)
    if lead is not None and lead.start() < 60:
        return text[lead.end() :].strip(" :,")
    return re.sub(r"^that\s+", "", text, flags=re.IGNORECASE)


def actionable(text: str, *, dated: bool) -> bool:
    """Whether it names an act and a product or an end that can be verified. `dated`: a date or timescale is given."""
    body = _AIM.sub("", text).strip() or text
    return any(_actionable(part, dated=dated) for part in (body, *_SENTENCE.split(body)[1:]))


_SENTENCE = compile_pattern(r"(?<=[a-z][.;]) +(?=[A-Z])")


def _actionable(body: str, *, dated: bool) -> bool:
    """Whether one sentence, or the whole of it, does."""
    subject, act = subject_and_act(body)
    clauses = list(_clauses(act))
    if not clauses or pattern("recommendations", "hedging").match(subject):
        return any(_is_proof_act(clause) for clause in clauses[1:])
    first = clauses[0]
    if _BE.match(act) and not pattern("recommendations", "training").search(first):
        clauses[0] = f"{first} {subject}"
    by_people = any(m.end() == len(subject) for m in pattern("recommendations", "owners.people").finditer(subject))
    verdicts = [_firm(clause, act, dated=dated, by_people=by_people) for clause in clauses]
    if _starts(first, "hedging") and not any(_is_proof_act(clause) for clause in clauses[1:]):
        return False
    return any(verdicts)


def _clauses(act: str) -> Iterator[str]:
    """The acts that a recommendation strings together."""
    for part in _CLAUSE.split(act):
        clause = _BE.sub("", _TO.sub("", part.strip(" ,"))).strip()
        if clause:
            yield clause


def _starts(clause: str, key: str) -> bool:
    """Whether a clause begins with one of these verbs, an adverb apart."""
    return bool(_begins(key).match(clause))


@cache
def _begins(key: str) -> Pattern:
    return compile_pattern(
        r"(?:\w+ly\s+|also\s+|then\s+)?" + any_of(load("recommendations")[key]).pattern, re.IGNORECASE
    )


def _is_proof_act(clause: str) -> bool:
    """A clause that asks for an audit, a report, figures."""
    return bool(pattern("recommendations", "proofs").match(clause) or _starts(clause, "firm"))


def _firm(clause: str, act: str, *, dated: bool, by_people: bool) -> bool:
    """Whether one act is firm: it leaves something that one could look for."""
    products, proofs = pattern("recommendations", "products"), pattern("recommendations", "proofs")
    schooling = bool(pattern("recommendations", "training").search(clause))
    if proofs.match(clause):
        return True
    if _starts(clause, "hedging"):
        return False
    proved = bool(proofs.search(clause))
    if _starts(clause, "ensuring"):
        return proved or bool(
            re.search(r"\b(?:in place|published|issued|revised|amended|appointed)\b", clause) and not schooling
        )
    if schooling and not proved:
        return dated and bool(_starts(clause, "producing") or _starts(clause, "firm"))
    if _starts(clause, "firm"):
        return True
    bound = bool(pattern("recommendations", "bounds").search(clause))
    if re.match(r"review", clause, re.IGNORECASE):
        return proved or (dated and bool(products.search(clause)))
    if _starts(clause, "producing"):
        return proved or bound or bool(products.search(clause) or _NEW_THING.match(clause))
    new = bool(_new().search(clause) or _NEW_THING.match(clause)) and not by_people
    return (proved or ((bound or new) and not by_people)) and not _starts(act, "hedging")


_NEW_THING = compile_pattern(
    r"(?!(?:take|have|make|play|maintain|show|develop|keep|give|adopt|foster|create|do|get|see|hold|remain|be|use)\b)\w+(?: (?:up|out|down|in|(?:in|into) (?:place|use|force)))? "
    r"(?:a single|an? new|a joint|a shared|a named|a dedicated|one|single)\s+(?:[\w-]+ ){0,2}?"
    r"(?!(?:approach|culture|focus|understanding|awareness|emphasis|view|role|way|sense|commitment|priority|voice|vision)\b)[a-z]{3,}",
    re.IGNORECASE,
)
"""An act of which one new thing comes: 'open a single mailbox'."""


@cache
def _new() -> Pattern:
    """A product that is not there yet: 'one policy', 'a single page guide', 'a shared form'."""
    products = "|".join(load("recommendations")["products"])
    return compile_pattern(
        rf"\b(?:an?|one|two|three|new|single|joint|shared|dedicated)\s+(?:[\w’'-]+\s+){{0,4}}?(?:{products})\b",
        re.IGNORECASE,
    )


def training_only(text: str) -> bool:
    """Whether its sole content is training, briefing, reminding or raising awareness."""
    body = _AIM.sub("", text).strip() or text
    if not pattern("recommendations", "training").search(body):
        return False
    taught, proofs = pattern("recommendations", "training"), pattern("recommendations", "proofs")
    subject, act = subject_and_act(body)
    first, *rest = [*_clauses(act), ""]
    if not (taught.search(subject) or taught.search(first)) or _CONSIDERS.match(first):
        return False
    reminding = taught.match(first) is not None
    if not taught.search(first) and _starts(first, "firm"):
        return False
    return not any(
        (_starts(clause, "firm") or (_starts(clause, "producing") and not reminding))
        and not taught.search(clause)
        and not proofs.match(clause)
        for clause in rest
    )


def timing_in(text: str) -> tuple[int, int] | None:
    """Where a text gives a timescale or a date for the act, by character offsets."""
    match = pattern("recommendations", "timing.text").search(text)
    return match.span() if match else None


_SPECIFIES = compile_pattern(
    r"so (?:that|as to)\s+[^.;]{0,70}?\b(?:asks?|opens?|includes?|covers?|names?|lists?|contains?|requires?|records?|says?|states?|"
    r"(?:is|are) (?:each |all |both |always |also )*(?:recorded|checked|entered|listed|included|asked|named|shown|flagged|noted|"
    r"reported|counted|completed|copied|marked))\b",
    re.IGNORECASE,
)
"""'So that it asks for every adult at home' says what the product holds, not what gets better."""


def specifies(text: str) -> bool:
    """Whether the purpose that a text gives is only what the product is to hold."""
    return bool(_SPECIFIES.search(text))


_PURPOSE = compile_pattern(
    r"(?<=\w{4})(?<!need)(?<!needs)(?<!ought)(?<!continue)(?<!continues)\s+to\s+(?:(?:ensure|make sure) (?:that )?(?:all |every |each |any )?(?:children|babies|infants|families|fathers|mothers|parents|young people|practitioners|staff|"
    r"professionals|workers|concerns?|risks?|pupils|patients)\b|(?:improve|reduce|prevent|strengthen|increase|protect)\b).*",
    re.IGNORECASE | re.DOTALL,
)
"""'Publish a guide to make sure that staff know when to refer': what is to be better for people, not what the product holds."""


def outcome_in(text: str) -> tuple[int, int] | None:
    """Where a text says what should improve."""
    at = 0
    for sentence in _ENDED.split(text):
        start = text.index(sentence, at)
        at = start + len(sentence)
        match = _AIM.search(sentence) or _PURPOSE.search(sentence)
        if match is not None and not specifies(match.group()):
            return start + match.end() - len(match.group().lstrip(" ,")), at
    return None
