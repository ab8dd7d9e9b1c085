"""Lead-ins: the few words, often in bold, that head a paragraph from within it ('Choice of home. He moved ...')."""

from __future__ import annotations

from cpraudit.patterns import compile_pattern

_LEAD = compile_pattern(r"(?P<title>[A-Z][^.:;!?]{2,80}?)(?:[.:]|\s[–—-])\s+(?=[A-Z“\"'‘])")
_VERB = compile_pattern(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|should|must|may|might|can|could|will|would|said|told|took|made|"
    r"went|came|saw|gave|met|left|[a-z]{3,}ed (?:the|a|an|his|her|their|to|that|by|in|on|at))\b"
)
_DATE = compile_pattern(r"\b(?:19|20)\d\d$|^(?:Mr|Mrs|Ms|Dr|St|Prof)$")
_MOST_WORDS = 10


def title(text: str) -> str:
    """The lead-in of a paragraph; empty where it opens with a sentence, a date or a title of a person."""
    match = _LEAD.match(text)
    if match is None or len(match["title"].split()) > _MOST_WORDS:
        return ""
    words = match["title"]
    return "" if _VERB.search(words) or _DATE.search(words) else words
