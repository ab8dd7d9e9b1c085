"""Headings in a writer's own words ('What his mother told me', 'Why nobody asked', 'The first nine weeks').

No list of headings can know them; their grammar tells what they head: who does what, or when. Compared with headings that
have been made plain (lower case, no punctuation).
"""

from __future__ import annotations

import re

from cpraudit.document.sections import SectionKind

_AUTHORS = r"(?:i|we|(?:the |this |our )?(?:review(?:er)?s?|panel|board|authors?|group))"
_KIN = (
    r"(?:mothers?|fathers?|mum|mam|mummy|dad|daddy|parents|family|families|relatives|carers|grand(?:mother|father|parents)|nain|"
    r"taid|mamgu|tadcu|aunt|uncle|sisters?|brothers?|siblings|twins|children|girls|boys|young (?:person|people|woman|man))"
)
_TELL = (
    r"(?:tell|told|tells|say|says|said|wish|wishes|wished|wants?|wanted|think|thinks|thought|feel|feels|felt|remembers?|"
    r"remembered|described|asked (?:us|me)|saw it|see it)"
)
_NUMBER = r"(?:\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_SPAN = r"(?:hours?|nights?|days?|weeks?|months?|years?|terms?|summer|autumn|winter|spring|trimester)"
_COURT = r"(?:investigations?|prosecutions?|trials?|inquest|proceedings|court(?: case)?|criminal case)"

_BY_GRAMMAR: tuple[tuple[SectionKind, str], ...] = (
    (SectionKind.CIRCUMSTANCES, r"why (?:.* )?(?:a|the|this) (?:\w+ )?review(?: .*)?"),
    (SectionKind.OBJECTIVES, rf"what {_AUTHORS} (?:was|were|had been) asked(?: .*)?"),
    (SectionKind.OBJECTIVES, rf"what {_AUTHORS} (?:set out|wanted|hoped|sought|tried) to .*"),
    (SectionKind.PROCESS, rf"(?:how|the way) {_AUTHORS} (?:went about|set about|carried out|did|worked|was|were|has been)\b.*"),
    (
        SectionKind.PROCEEDINGS,
        rf"(?:(?:the|other|any|legal|parallel|police) )*{_COURT}(?: (?:and|or) (?:the )?{_COURT})*",
    ),
    (SectionKind.STATEMENT, r"about (?:me|us|the (?:authors?|reviewers?|writers?))|who (?:i am|we are)"),
    (
        SectionKind.CHILD,
        r"what (?:it|life|home|this|that|each day|every day) (?:was|is|had been|must have been) like\b.*",
    ),
    (SectionKind.ENGAGEMENT, rf"(?:what|how) (?:\w+ ){{0,3}}{_KIN}(?: \w+){{0,2}} {_TELL}\b.*"),
    (
        SectionKind.RECOMMENDATIONS,
        rf"what {_AUTHORS} (?:asks?|recommends?|wants?|proposes?|would (?:like|ask)|calls? for)\b.*",
    ),
    (
        SectionKind.CHANGES,
        r"what (?:has|have|is) (?:already |since |now )?(?:changed|different|been (?:done|changed))\b.*",
    ),
    (SectionKind.CHANGES, r"then and now|(?:since|after) (?:then|these events|the events)"),
    (
        SectionKind.GOOD_PRACTICE,
        r"(?:practice|work|things|acts?|people|what)(?: (?:which|that|who))? (?:made (?:a|the) difference|helped|worked|stood out)\b.*",
    ),
    (
        SectionKind.LEARNING,
        rf"what {_AUTHORS} (?:makes?|made|thinks?|thought|takes?|took|draws?|drew|learn\w*|finds?|found)\b.*",
    ),
    (SectionKind.CONCLUSION, rf"what {_AUTHORS} conclude\w*\b.*"),
    (
        SectionKind.LEARNING,
        r"why (?!(?:you|we|i|this)\b)(?!.*\breview\b).+|making sense of .+|what (?:might|could|would) have (?:been|made|helped)\b.*",
    ),
    (SectionKind.LEARNING, r"what (?:this|it|all this) (?:means|tells us|teaches us|shows|adds up to)\b.*"),
    (SectionKind.FAMILY, r"the (?:family|household)(?: and (?:how|where|who|its|their) .*)?"),
)
_BY_TIME: tuple[tuple[SectionKind, str], ...] = (
    (SectionKind.NARRATIVE, rf"(?:(?:key )?(?:practice )?(?:episode|phase|stage|chapter)) {_NUMBER}\b.*"),
    (SectionKind.NARRATIVE, rf"(?:the )?(?:first|last|next|final|early|later|second|third) (?:{_NUMBER} )?{_SPAN}\b.*"),
    (
        SectionKind.NARRATIVE,
        r"(?:the )?(?:pregnancy|birth|early (?:life|years|childhood))(?: (?:and|of|to|until|before) .*)?",
    ),
    (
        SectionKind.NARRATIVE,
        r"(?:what|how) (?:each|every|the|all|different) (?:\w+ )?(?:agenc(?:y|ies)|services?|professionals) (?:knew|did|saw)\b.*",
    ),
    (SectionKind.NARRATIVE, r"(?!.*\breview(?:ed)?\b).*\b(?:19|20)\d\d (?:to|and|until) (?:\w+ ){0,2}(?:19|20)\d\d"),
)


def kind(words: str) -> SectionKind | None:
    """What a plain heading in the writer's own words is of, by its grammar."""
    return _first(words, _BY_GRAMMAR)


def kind_by_time(words: str) -> SectionKind | None:
    """A heading that names a stretch of time or an episode heads a narrative."""
    return _first(words, _BY_TIME)


def _first(words: str, table: tuple[tuple[SectionKind, str], ...]) -> SectionKind | None:
    return next((kind for kind, pattern in table if re.fullmatch(pattern, words)), None)
