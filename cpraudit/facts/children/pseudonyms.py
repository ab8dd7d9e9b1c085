"""What a report calls the child: 'Child F', 'Twm (not his real name)', 'the index child'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span, Table
from cpraudit.facts.children import children_counted
from cpraudit.facts.dates import date_forms
from cpraudit.facts.text.lexicon import any_of, load
from cpraudit.patterns import Pattern, compile_pattern, passing_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class Pseudonym:
    """A name that stands for an index child."""

    name: str
    """As the report writes it in its sentences: 'Child F', 'J', 'Seren'."""
    span: Span
    how: str


_LETTER = r"(?:[A-Z](?!\w|[’'](?!s\b)\w)|[A-Z]{2}\d?|\d{1,2})"
LABEL = compile_pattern(
    rf"\b(?P<kind>Child|CHILD|Young [Pp]erson|YOUNG PERSON|Baby|BABY|Infant|Young (?:[Mm]an|"
    rf"[Ww]oman)|Boy|Girl|Adolescent|Sibling|Subject|Twin|YP|Sister|Brother)(?P<many>ren|REN|s|"
    rf"S)? (?:['‘“\"])?(?P<letter>{_LETTER})(?:['’”\"])?(?![\w]|[.-]\d)(?P<more>(?:\s*(?:,|&|/|and|"
    rf"AND)\s*(?:and )?(?:(?:Child|CHILD|Young Person|Baby|Sibling|Twin) )?(?:[A-Z]|\d)(?!\w))*)"
)
_KIND = r"(?:Child|Young [Pp]erson|Baby|Infant|Subject|Twin|Adult)"
_NAME = (
    rf"(?:[‘“\"']\s*)?(?P<name>{_KIND} (?:[A-Z]{{1,2}}\d?|\d{{1,2}})(?!\w)|[A-ZÀ-ÝŴŶ](?!\w)|"
    r"[A-ZÀ-ÝŴŶ][a-zà-ÿŵŷ]{1,14}(?!\w))(?:\s*[’”\"'])?"
)
_MORE = rf"(?P<more>(?:(?: ?\([^()]{{1,24}}\))?(?:,| and|, and) (?:[‘“\"'])?(?:{_KIND} )?(?:[A-Z]|\d|[A-Z][a-z]{{1,14}})(?!\w)(?:[’”\"'])?)*)"
_CALLED = compile_pattern(
    r"(?:\b(?:known|referred to|named|described|identified|anonymised)(?: (?:throughout|here|"
    r"hereafter|only|simply|in this (?:report|review|document)|for the purposes? of (?:this|"
    r"the) (?:report|review)))*,? as|\b(?:is|are|be|was|were) called|\b(?:will|"
    r"shall) (?:be )?(?:call(?:ed)?|name[d]?)(?: (?:him|her|them))?|\b(?:[Ww]e|I) (?:have )?call(?:ed)?(?: (?:him|her|them|the child))?|"
    r"\brefer(?:red)? to (?:him|her|them|the child)(?: (?:here|throughout|only|simply|in this (?:report|review)))*,? as|"
    r",? called|\bgiven the (?:name|pseudonym)|\bthe (?:name|pseudonym|initial)s?) " + _NAME + _MORE
)
_NOT_REAL = compile_pattern(
    r"(?P<name>[A-ZÀ-ÝŴŶ][a-zà-ÿŵŷ]{1,14})[’”\"]? ?(?:\(|,|–|-| is| \(a| was)? ?(?:a pseudonym|"
    r"not (?:(?:his|her|their|the|a) (?:child[’']s )?)?(?:real|own|actual|true) name|(?:which |"
    r"who(?:se)? )?is not (?:his|her|their) (?:(?:real|own|actual|true) )?name|name changed)"
)
_OF_INDEX = compile_pattern(
    r"(?P<name>(?:Child|Young [Pp]erson|Baby|Twin) [A-Z]\d?|[A-ZÀ-ÝŴŶ][a-zà-ÿŵŷ]{1,14}|"
    r"[A-Z]) ?(?:\((?:the )?(?:index|subject)(?: child)?\b|,? the (?:index child|"
    r"subject of (?:this|the) review))",
)
_MORE_KIN = _MORE.replace("(?:,| and|, and) ", r"(?:,| and|, and) (?:(?:his|her|their) (?:\w+ )?(?:brother|sister|twin|half-(?:brother|sister)),? )?")
"""'Child N and his brother, Child O'."""
_TWINS = compile_pattern(r"(?<![Hh]is )(?<![Hh]er )(?<![Tt]heir )\b[Tt]wins,? " + _NAME + _MORE)
_ABOUT = compile_pattern(
    r"\b(?:[Tt]his|[Tt]he) (?:\w+ ){0,4}(?:review|report|CPR)(?: (?:concerns|is about|relates to|"
    r"considers|examines|looks at|focuses on|tells)| was (?:commissioned|undertaken|"
    r"held)[^.]{0,60}? (?:following|after|into)) (?:the (?:death|case|life|story|injur\w+|care|"
    r"experiences?) (?:of|to) )?(?:(?:a|two|three|four|the)(?: \w+){0,3}? (?:child(?:ren)?|young (?:person|people)|baby|boys?|girls?|twins|siblings|sisters?|brothers?)[^.]{0,24}?,? )?"
    + _NAME
    + _MORE_KIN
)
_OPENING = (
    SectionKind.TITLE, SectionKind.CIRCUMSTANCES, SectionKind.SUMMARY, SectionKind.SCOPE, SectionKind.FAMILY,
    SectionKind.CHILD, SectionKind.KEY_DATES, SectionKind.BACKGROUND, SectionKind.NARRATIVE, SectionKind.PROCESS, SectionKind.OTHER,
)  # fmt: skip


@cache
def _never() -> frozenset[str]:
    """Capitalised words that are no child's name."""
    return frozenset(load("children")["never_names"])


@cache
def relatives() -> Pattern:
    """Words for anyone who is not the index child: relatives, carers, professionals."""
    return any_of(load("children")["others"])


def find(review: Review) -> tuple[Pseudonym, ...]:
    """The index children's names: those of the title, else those that the opening introduces, else the commonest."""
    for source in (_titled, _tabled, _ranged, _introduced, _harmed_together, _commonest, _labelled_name, _by_given_name):
        found = list({p.name: p for p in reversed(list(source(review)))}.values())[::-1]
        children = [p for p in found if not p.name.startswith("Adult ")]
        if found:
            return _written(children or found)
    return ()


def _title_lines(review: Review) -> Iterator[tuple[int, str]]:
    for block in review.document.blocks:
        if block.part:
            return
        if (
            review.outline.kind(block.index) is SectionKind.TITLE
            and not block.text.endswith(".")
            and len(block.text.split()) <= 14
        ):
            yield block.index, block.text


def _titled(review: Review) -> Iterator[Pseudonym]:
    """'Child F', 'Children A and B', '“Seren”', or a name that fills a line and recurs in the body."""
    for block, text in _title_lines(review):
        for match in LABEL.finditer(text):
            for name in spelled(match):
                yield Pseudonym(name, Span(block, *match.span()), "title")
    named = []
    for block, text in _title_lines(review):
        alone = re.fullmatch(
            r"(?:Re:?\s*|Regarding:?\s*|Subject:?\s*|"
            r"In respect of:?\s*)?[‘“\"'(]*(?P<name>[A-ZÀ-ÝŴŶ][a-zà-ÿŵŷ]{1,14}|[A-Z])[’”\"')]*",
            text.strip(),
        )
        several = _TOGETHER.fullmatch(text.strip())
        if several:
            told = [name for name in re.findall(r"[A-ZÀ-ÝŴŶ][a-zà-ÿŵŷ]+", several["names"]) if name not in _never()]
            if len(told) > 1 and all(_recurs(review, name) for name in told):
                yield from (Pseudonym(name, Span(block, 0, len(text)), "title") for name in told)
                return
        quoted = re.fullmatch(r".{0,60}[‘“\"](?P<name>[A-ZÀ-ÝŴŶ][a-zà-ÿŵŷ]{1,14})[’”\"].{0,40}", text.strip())
        found = alone or quoted
        if found and found["name"] not in _never() and _recurs(review, found["name"]):
            named.append(Pseudonym(found["name"], Span(block, *found.span("name")), "title"))
    yield from named[:1]


_TOGETHER = compile_pattern(
    r"(?:Re:?\s*|Regarding:?\s*|Subject:?\s*|In respect of:?\s*)?[‘“\"'(]*"
    r"(?P<names>[A-ZÀ-ÝŴŶ][a-zà-ÿŵŷ]{1,14}(?:, [A-ZÀ-ÝŴŶ][a-zà-ÿŵŷ]{1,14})*,? (?:and|&|a|ac) [A-ZÀ-ÝŴŶ][a-zà-ÿŵŷ]{1,14})[’”\"')]*"
)
"""Two or three children's names that fill a line of the title."""


def _recurs(review: Review, name: str, fewest: int = 3) -> bool:
    word = passing_pattern(rf"\b{re.escape(name)}\b")
    return sum(len(word.findall(block.text)) for block in review.prose.blocks) >= fewest


_ROW = compile_pattern(
    r"(?i)\W*(?:name (?:used|given)?|pseudonym|known as|called|(?:index |subject )?child|subject|"
    r"young person)(?: (?:in|for) this (?:report|review))?\W*"
)


def _tabled(review: Review) -> Iterator[Pseudonym]:
    """A row of particulars: 'Name used | Alys'."""
    for table in review.document.tables:
        for row in table.rows:
            if len(row) != 2 or not row[1].blocks or not review.outline.within(row[1].blocks[0], *_OPENING):
                continue
            label, value = (review.document.cell_text(cell) for cell in row)
            name = re.match(_NAME + r"(?=$|,| \()", value)
            if _ROW.fullmatch(label) and name and name["name"] not in _never():
                yield Pseudonym(name["name"], Span(row[1].blocks[0], *name.span("name")), "particulars")
        yield from _rows_of_children(review, table)


_SUBJECTS = compile_pattern(r"(?i)\W*(?:(?:index|subject) )?(?:child(?:ren)?|subjects?|young (?:person|people)|name used|pseudonym)\W*")
_PARTICULAR = compile_pattern(r"(?i)\W*(?:age|gender|sex)\b")


def _rows_of_children(review: Review, table: Table) -> Iterator[Pseudonym]:
    """A table with a row for each index child ('Subject | Age | Gender'), and for nobody else."""
    titles, *rows = ([(review.document.cell_text(cell), cell) for cell in row] for row in table.rows)
    if len(titles) < 3 or not _SUBJECTS.fullmatch(titles[0][0]) or not any(_PARTICULAR.match(title) for title, _ in titles[1:]):
        return
    told = [(LABEL.fullmatch(row[0][0].strip()), row[0][1]) for row in rows if row]
    if len(told) > 1 and all(match and match["kind"].lower() != "sibling" and cell.blocks for match, cell in told):
        for match, cell in told:
            if match:
                yield from (Pseudonym(name, review.document.whole(cell.blocks[0]), "particulars") for name in spelled(match))


_KINSHIP = r"(?:(?:his|her|their) )?(?:(?:younger|older|little|big|half-?|twin) ?)*(?:brother|sister|sibling),? "
_TWO_HARMED = compile_pattern(
    rf"{LABEL.pattern.replace('(?P<', '(?P<a_')}(?: ?\([^()]{{1,30}}\))?,? and (?:{_KINSHIP})?{LABEL.pattern.replace('(?P<', '(?P<b_')}"
    rf"(?: ?\([^()]{{1,30}}\))?,? (?:{children_counted.HARMED}|(?:are|were) (?:\w+ )?(?:sisters|brothers|siblings|twins)\b)"
)


def _harmed_together(review: Review) -> Iterator[Pseudonym]:
    """'Child P (8) and her brother Child R (6) were taken to hospital': both are the review's children."""
    for sentence in review.prose.sentences_in(*_EVENT_TOLD):
        for match in _TWO_HARMED.finditer(sentence.text):
            for which in "ab":
                start, end = sentence.start + match.start(f"{which}_kind"), sentence.start + match.end(f"{which}_letter")
                yield Pseudonym(f"{match[f'{which}_kind'].title()} {match[f'{which}_letter']}", Span(sentence.block, start, end), "event")


_EVENT_TOLD = (SectionKind.TITLE, SectionKind.CIRCUMSTANCES, SectionKind.SUMMARY, SectionKind.KEY_DATES)
"""Sections in which what befell two children together is the event."""


_RANGE = compile_pattern(
    r"\b(?P<kind>Child|Sibling|Baby|Young Person|YP)(?:ren|s)? (?P<first>[A-Z]|\d)(?!\w) ?(?:to|–|-|through to) ?(?:(?:Child|Sibling|Baby|Young Person|YP) )?"
    r"(?P<last>[A-Z]|\d{1,2})(?![\w/])(?! (?:years?|months?|weeks?|days?)\b)"
)


def _ranged(review: Review) -> Iterator[Pseudonym]:
    """'Referred to as Child 1 to Child 5': everyone from the first to the last."""
    for block in review.prose.blocks:
        match = _RANGE.search(block.text) if not block.part and review.outline.within(block.index, *_OPENING) else None
        if match is None or match["first"].isdigit() != match["last"].isdigit():
            continue
        first, last = (int(end) if end.isdigit() else ord(end) for end in (match["first"], match["last"]))
        for number in range(first, last + 1) if first < last <= first + _MOST_IN_RANGE else ():
            letter = str(number) if match["first"].isdigit() else chr(number)
            yield Pseudonym(f"{match['kind']} {letter}", Span(block.index, *match.span()), "range")
        return


_MOST_IN_RANGE = 12


def _introduced(review: Review) -> Iterator[Pseudonym]:
    """'called Twm in this report', 'will be known as Child F', 'Twm (index child)', 'This review is about K'."""
    for block in review.prose.blocks:
        if block.part or not review.outline.within(block.index, *_OPENING):
            continue
        for pattern in (_OF_INDEX, _CALLED, _NOT_REAL, _ABOUT, _TWINS):
            for match in pattern.finditer(block.text):
                more = re.sub(r"\([^()]*\)", "", match.groupdict().get("more") or "")
                letters = len(match["name"]) == 1 and bool(more)  # 'whom we call A (12), B (9) and C'
                if _of_another(block.text, match.start("name"), pattern) or (match["name"] in _never() and not letters):
                    continue
                for name in (
                    match["name"],
                    *re.findall(
                        r"(?:(?:Child|Young [Pp]erson|Baby|Twin) )?\b(?:[A-Z][a-z]{0,14}|\d)\b(?! (?:[A-Z]|\d)\b)", more
                    ),
                ):
                    labelled = len(name.split()) > 1 or (pattern is not _CALLED and len(name) > 1)
                    if (letters and len(name) == 1) or (name not in _never() and (labelled or _recurs(review, name, 2 if more else 3))):
                        yield Pseudonym(name, Span(block.index, *match.span("name")), "introduction")


def _of_another(text: str, at: int, pattern: Pattern) -> bool:
    """Whether the words just before name somebody other than the child ('His half-sister is called ...')."""
    if pattern in (_OF_INDEX, _ABOUT, _TWINS):
        return False
    start = max(text.rfind(". ", 0, at), text.rfind("; ", 0, at), 0)
    before = text[start:at]
    others = list(relatives().finditer(before))
    child = list(
        re.finditer(
            r"(?i)\b(?:child|boy|girl|baby|young (?:person|man|woman)|subject|infant|toddler|siblings?|"
            r"twins?|sisters|brothers|teenager|man|woman|survivor)\b",
            before,
        )
    )
    if "siblings" in before.lower() and not re.search(
        r"(?i)\b(?:his|her|their|the other|older|younger)\b[^.]{0,20}siblings", before
    ):
        return False
    return bool(others) and not (child and child[-1].start() >= others[-1].start())


def _commonest(review: Review) -> Iterator[Pseudonym]:
    """The label that the body uses most, where it has any ('Child T'); as many as it says that it is about."""
    counts: Counter[str] = Counter()
    first: dict[str, Span] = {}
    for block in review.prose.blocks:
        for match in LABEL.finditer(block.text):
            if match["kind"].lower() in {"sibling", "subject", "sister", "brother"} or block.text.isupper():
                continue
            for name in spelled(match):
                counts[name] += 1
                first.setdefault(name, Span(block.index, *match.span()))
    ranked = counts.most_common()
    several = max(1, children_counted.count(review))
    alike = [(name, count) for name, count in ranked if name.split()[0] == ranked[0][0].split()[0]][:several]
    for name, count in sorted(alike[:1] if len(alike) < several else alike):
        if count >= 3 or name.split()[0] in {"Child", "Baby", "Young"}:
            yield Pseudonym(name, first[name], "body")


_LABELLED_NAME = compile_pattern(r"\b(?:Baby|Child|Infant) (?P<name>[A-ZÀ-ÝŴŶ][a-zà-ÿŵŷ]{1,14})\b(?! [A-Z])")


def _labelled_name(review: Review) -> Iterator[Pseudonym]:
    """'Baby Mei', where no such word is used as one ('Child Protection')."""
    counts: Counter[str] = Counter()
    first: dict[str, Span] = {}
    for block in review.prose.blocks:
        for match in _LABELLED_NAME.finditer(block.text):
            counts[match["name"]] += 1
            first.setdefault(match["name"], Span(block.index, *match.span("name")))
    text = " ".join(block.text for block in review.prose.blocks)
    for name, count in counts.most_common(1):
        plain = passing_pattern(rf"\b{re.escape(name.lower())}\b")
        if count >= _FEWEST_NAMED and name not in _never() and name not in _OF_SERVICES and not plain.search(text) and _recurs(review, name):
            yield Pseudonym(name, first[name], "body")


_FEWEST_NAMED = 2
_OF_SERVICES = frozenset({"Protection", "Development", "Exploitation", "Sexual", "Minder", "Criminal", "Care", "Support", "Benefit", "Death"})


def _by_given_name(review: Review) -> Iterator[Pseudonym]:
    """The given name that the report uses most, without a surname: a pseudonym that nobody introduced as one."""
    given = frozenset(load("identifiers")["given_names"].split())
    counts: Counter[str] = Counter()
    first: dict[str, Span] = {}
    for block in review.prose.blocks:
        for match in re.finditer(
            r"(?<![A-Z][a-z] )\b([A-ZÂÊÎÔÛŴŶ][a-zâêîôûŵŷ]{1,11})\b(?! [A-ZÂÊÎÔÛŴŶ][a-z])", block.text
        ):
            if match.group().lower() in date_forms.month_numbers() and _in_a_date(block.text, match):
                continue
            before = block.text[: match.start()].split()[-1:]
            if match.group().lower() in given and not (
                before and before[0][:1].isupper() and not before[0].endswith((".", ":", ","))
            ):
                counts[match.group()] += 1
                first.setdefault(match.group(), Span(block.index, *match.span()))
    for name, count in counts.most_common(1):
        if count >= 3:
            yield Pseudonym(name, first[name], "body")


_BEFORE_MONTH = compile_pattern(
    r"(?i)(?:\b\d{1,2}(?:st|nd|rd|th)?(?: of)?|\b(?:in|by|since|until|till|from|during|through|early|late|mid|last|next|this|that"
    r"|following|previous|(?:end|start|beginning|middle) of))[ -]$"
)
_AFTER_MONTH = compile_pattern(r",? (?:\d{1,2}\b|(?:19|20)\d\d\b|(?:and|to|or|until) [A-Z][a-z]+ (?:19|20)\d\d\b)")


def _in_a_date(text: str, match: re.Match[str]) -> bool:
    """Whether a name that is a month's too ('June') is the month: 'in June', '3 June', 'June 2019'."""
    return bool(_BEFORE_MONTH.search(text[: match.start()]) or _AFTER_MONTH.match(text, match.end()))


def spelled(match: re.Match[str]) -> tuple[str, ...]:
    """Each child that a label names: 'Children A and B' are 'Child A' and 'Child B'."""
    kind = match["kind"].title() if match["kind"].isupper() or match["kind"] != match["kind"].title() else match["kind"]
    letters = [match["letter"], *re.findall(r"\b(?:[A-Z]|\d)\b", match["more"] or "")]
    return tuple(f"{kind} {letter}" for letter in letters)


def _written(found: list[Pseudonym]) -> tuple[Pseudonym, ...]:
    """Each name once, as label where the body also shortens it ('Young Person K', then 'K')."""
    return tuple(p for p in found if not any(q is not p and q.name.endswith(f" {p.name}") for q in found))
