"""What stands beside a person's name, and what that tells: a relative, a worker, the author of something cited."""

from __future__ import annotations

import re
from functools import cache

from cpraudit.facts.text import lexicon
from cpraudit.patterns import Pattern, compile_pattern

WORD = r"(?:(?:Ma?c|O['’]|D['’])?[A-ZÀ-ÝŴŶ][a-zà-ÿŵŷ]+(?:-[A-ZÀ-ÝŴŶ][a-zà-ÿŵŷ]+)*)"
"""One word of a name."""
_CITED = compile_pattern(
    r"^\W{0,2}(?:(?:and|&|,|et al)\W+(?:[A-Z][\w’'-]*\W+(?:and |& )?){0,3})?\((?:19|20)\d\d|^ et al\b|^,? (?:19|20)\d\d[a-z]?\)|"
    r"^['’]s (?:\w+ )?(?:work|research|study|studies|review|report|inquiry|model|theory|framework|findings)\b"
)
"""What follows the name of an author."""
_BEARS_A_NAME = compile_pattern(
    r"^(?:['’]s)? (?:model|theory|framework|research|study|inquiry|review|report|foundation|trust|cent(?:re|er)|hospital|house|"
    r"primary|junior|infants?|nursery|comprehensive|high|secondary|special|catholic|church|medical|health|community|family|"
    r"law|act|scale|award|clinic|unit|ward|school|surgery|street|road|avenue|close|lane|court|university|college|institute)\b",
    re.IGNORECASE,
)
"""What follows the name where it is that of an inquiry, a body, a place or a law."""
_WORKER = compile_pattern(
    r"\b(?:social worker|health visitor|reviewers?|chair|chaired|nurse|officer|consultant|manager|head of|head ?teacher|director|"
    r"doctor|midwife|teacher|author|inspector|solicitor|barrister|GP|coroner|minister|professor|worker|superintendent|sergeant|"
    r"constable|commissioner|lead|practitioner|paediatrician|psychologist|psychiatrist|therapist|counsellor|guardian|judge|"
    r"councillor|chief executive|administrator|co-?ordinator|assistant|adviser|advisor|analyst|business unit)\b",
    re.IGNORECASE,
)
_POST_BEFORE = compile_pattern(
    rf"{_WORKER.pattern}(?: (?:from|at|in|of|for) [^.;,:()]{{1,40}})?\s*[,:(–-]?\s*$", re.IGNORECASE
)
_POST_AFTER = compile_pattern(
    rf"^\s*(?:[,(–-]\s*|(?:is|was) (?:the|an?|their|her|his) )[^.;()]{{0,40}}?{_WORKER.pattern}", re.IGNORECASE
)
_AGE = r"(?:aged? \d{1,2}|\(\s*(?:aged )?\d{1,2}(?: (?:years?|months?|weeks?))?(?: old)?\s*\)|aged (?:one|two|three|four|five|six|seven|eight|nine|ten))"
_CRIME = r"(?:convicted|charged|arrested|sentenced|imprisoned|jailed|remanded|pleaded|murdered|killed|found guilty|admitted (?:killing|causing|assault\w*))"
_OF_THE_CHILD = compile_pattern(
    rf"^\s*,? ?{_AGE}|^,? (?:who )?(?:was|is|had been|has been|were) born\b|^,? (?:who )?(?:(?:was|has been|had been|is|were|both) )*(?:later )?{_CRIME}\b",
    re.IGNORECASE,
)
"""What follows the name of a child or of one who did harm."""
_HARM_TO = compile_pattern(r"\b(?:murder|death|killing|conviction|arrest|abuse|neglect|birth) of\s*$", re.IGNORECASE)
_DOES = compile_pattern(
    r"^ (?:lived?|lives|was|is|had|has|said|told|attended|went|slept|died|did|would|could|stayed|moved|and (?:his|her|mum|mam|dad))\b"
)
"""What a person does, after a given name alone."""


@cache
def _role() -> str:
    return "|".join(lexicon.load("identifiers")["family"])


@cache
def _role_before() -> Pattern:
    """'her mother, ', 'Mum (', 'the father was called ', 'his brother '."""
    return compile_pattern(
        rf"\b(?:{_role()})(?:['’]s (?:real )?name)?\s*(?:[,:(–—-]\s*)?(?:(?:who )?(?:was|is|are|were|named|called|known as|being)\s+){{0,2}}[‘“'\"]?$",
        re.IGNORECASE,
    )


@cache
def _role_after() -> Pattern:
    """', the child's father', ' (mother)', ', mum of two', ', who was her partner'."""
    return compile_pattern(
        r"^[’”'\"]?\s*[,(–—-]\s*(?:who (?:was|is|were) )?(?:(?:an?|the|his|her|their|both|[\w-]+['’]s|Child [A-Z]['’]s|"
        r"new|ex|former|late|then|maternal|paternal|birth|biological|step|half|foster|older|younger|elder|eldest|youngest|teenage|adult|estranged|long-term)[ -]?)*"
        rf"(?:{_role()})\b|^['’]s (?:{_role()})\b",
        re.IGNORECASE,
    )


@cache
def _worker_for() -> Pattern:
    """'the social worker for the mother, ': who follows is the worker."""
    return compile_pattern(
        rf"{_WORKER.pattern}[^.,;:()]{{0,30}}\b(?:for|to|of|with|by) (?:the |his |her |their |child['’]s )*(?:{_role()})\s*[,(]?\s*$",
        re.IGNORECASE,
    )


@cache
def _row_of_family() -> Pattern:
    """The first cell of a row, or the label of a line, that says whose name follows."""
    return compile_pattern(
        rf"\W*(?:the |full |real |maternal |paternal |step[- ]?|half[- ]?|child['’]s |(?:index |subject )child['’]s )*(?:names? of (?:the )?(?:index |subject )?)?(?:{_role()})(?: \w+)?(?:['’]s)?(?: (?:full |real )?names?)?\W*",
        re.IGNORECASE,
    )


def cites(after: str) -> bool:
    """Whether an author is named, or what bears a person's name."""
    return bool(_CITED.match(after) or _BEARS_A_NAME.match(after))


def tells_worker_for(before: str) -> bool:
    """'the social worker for the mother, ': who follows is the worker, though a relative's role stands nearer."""
    return bool(_worker_for().search(before))


def tells_worker(before: str, after: str) -> bool:
    """Whether a post stands right before the name or right after it."""
    return bool(_POST_BEFORE.search(before) or _POST_AFTER.match(after)) and not _role_before().search(before)


def tells_relative(before: str, after: str) -> bool:
    """Whether a family role stands right before the name or right after it."""
    return bool(_role_before().search(before) or _role_after().match(after))


def tells_harm(before: str, after: str) -> bool:
    """Whether an age, a birth, a death, a crime or another relative beside the name says that it is one of the family."""
    pair = rf"\b(?:{_role()})\s*[,(:–—-]\s*(?:{WORD} ){{1,3}}(?:and|&) $"
    return bool(_OF_THE_CHILD.match(after) or _HARM_TO.search(before) or re.search(pair, before, re.IGNORECASE))


def tells_deed(after: str) -> bool:
    """Whether a person does something after the name."""
    return bool(_DOES.match(after))


def labels_relative(label: str) -> bool:
    """Whether the first cell of a row, or the label of a line, says that a relative's name follows."""
    return bool(label) and len(label.split()) <= 6 and bool(_row_of_family().fullmatch(label.strip()))
