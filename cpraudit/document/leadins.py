"""Lead-ins: the few words, often in bold, that head a paragraph from within it ('Choice of home. He moved ...')."""

from __future__ import annotations

from cpraudit.patterns import compile_pattern

_LEAD = compile_pattern(r"(?P<title>(?:[A-H][.)] )?[A-Z][^.:;!?]{2,80}?)(?:[.:]|\s[–—-])\s+(?=[A-Z“\"'‘])")
_HELPS = r"is|are|was|were|be|been|has|have|had|do|does|did|should|must|may|might|can|could|will|would"
_TOLD = r"said|told|took|made|went|came|saw|gave|met|left|knew|thought|felt|found|held|kept|began|got|brought|heard|wrote|spoke|led|lived"
_VERB = compile_pattern(rf"\b(?:{_HELPS}|{_TOLD}|[a-z]{{3,}}ed (?:the|a|an|his|her|their|to|that|by|in|on|at))\b")
_CLAUSE = compile_pattern(r"(?:What|Why|How|When|Where|Who)\b")
_VERB_IN_CLAUSE = compile_pattern(rf"\b(?:(?:{_HELPS}) )*(?:{_HELPS}|{_TOLD}|[a-z]{{3,}}ed)\b")
"""A verb with those that help it ('was asked', 'could have been')."""
_ORDINAL = compile_pattern(
    r"(?:(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Final|Last)(?:ly)?|Then|Next|Also|However)\b(?! \w)"
)
_DATE = compile_pattern(r"\b(?:19|20)\d\d$|^(?:Mr|Mrs|Ms|Dr|St|Prof)$")
_MOST_WORDS = 10


def title(text: str) -> str:
    """The lead-in of a paragraph; empty where it opens with a sentence, a date or a title of a person.

    A clause that asks nothing ('What happened to him.', 'How the panel went about it.') is a lead-in too, as long as it
    has one verb.
    """
    match = _LEAD.match(text)
    if match is None or len(match["title"].split()) > _MOST_WORDS or _ORDINAL.match(text):
        return ""
    words = match["title"]
    verbs = len(_VERB.findall(words))
    if _CLAUSE.match(words):
        verbs = len(_VERB_IN_CLAUSE.findall(words)) - 1
    return "" if verbs > 0 or _DATE.search(words) else words
