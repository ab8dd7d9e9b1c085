"""An invented audit with every kind of verdict, made by hand: no reader, no fact and no check takes part in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cpraudit.auditing import Audit
from cpraudit.config import load_profile
from cpraudit.document import (
    Block,
    BlockKind,
    Cell,
    CellPlace,
    Document,
    Outline,
    Part,
    Reading,
    Section,
    SectionKind,
    Span,
    Table,
)
from cpraudit.facts import Review
from cpraudit.facts.agencies.agencies import Agencies, AgencyMention
from cpraudit.facts.agencies.contributions import Contribution
from cpraudit.facts.agencies.panel import Panel
from cpraudit.facts.case.identity import Identity, ReviewType
from cpraudit.facts.case.kind import Kind, KindOfDocument
from cpraudit.facts.dates.calendar import PartialDate, Precision
from cpraudit.facts.dates.intervals import Interval, Intervals
from cpraudit.facts.dates.keydates import KeyDates, Step
from cpraudit.facts.dates.period import Period
from cpraudit.facts.family.family import Engagement
from cpraudit.facts.family.family_members import FamilyMember, Response
from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.people.identifiers import Identifier, Identifies
from cpraudit.facts.recommendations.recommendations import Kind as Nature
from cpraudit.facts.recommendations.recommendations import Level, Recommendation
from cpraudit.quality import results, score
from cpraudit.quality.checks import Check, Domain, Tier
from cpraudit.quality.engine import Finding
from cpraudit.quality.results import Result

HOSTILE = "<script>alert('x')</script> & \x1b[31mred\x1b[0m | `code` @everyone"
"""What a report must never pass on as it is."""

TEXTS = [
    "Child Practice Review Report",
    "Circumstances resulting in the review",
    "Mali was referred to the Sub-Group on 4 May 2021 after the event of 2 March 2021. The panel first met in July.",
    f"The Nesta Prosser said: {HOSTILE}",
    "Practice and organisational learning",
    (
        "The health visitor saw the child at home twice and wrote down what she said about her day, which the panel "
        "thought was good practice, because nobody else in the network had asked her, and because the record was then "
        "shared with the school and the social worker in the same week, so that all worked from one account of what "
        "daily life was like for her, and could tell that it was getting worse."
    ),
    "Key dates",
    "Learning event",
    "11 April 2022",
    "The health board should give every nursery a named nurse by March 2023.",
    "Terms of reference of the review",
]
HEADINGS = {0: 1, 1: 2, 4: 2, 6: 2, 10: 1}


def invented(name: str = "mali.docx", share: float = 1.0) -> Audit:
    """The audit."""
    review = Review(document(name, share))
    review.outline = outline(review.document)
    review.identity = identity()
    review.kind = KindOfDocument(Kind.REVIEW, "")
    review.dates, review.period, review.intervals = dates(), period(), intervals()
    review.family, review.panel = family(), Panel(("police", "health board"), (), ())
    review.agencies = Agencies(
        (
            AgencyMention("Arfon Vale Police", "police", Span(2, 0, 4)),
            AgencyMention("Arfon Vale Health Board", "health board", Span(9, 4, 16)),
            AgencyMention("Arfon Vale Health Board", "health board", Span(5, 4, 18)),
        ),
        (),
        (),
    )
    review.contributions = (Contribution("Arfon Vale Health Board", ("health board",), "written account", ()),)
    review.identifiers = (Identifier("a family member's name", Identifies.DIRECT, Span(3, 4, 17)),)
    review.recommendations = Fact(recommendations())
    profile = load_profile("cpr-2023")
    found = findings()
    return Audit(review, profile, found, score.of(found, profile, share))


def document(name: str, share: float) -> Document:
    blocks = [
        Block(n, BlockKind.HEADING if n in HEADINGS else BlockKind.PARAGRAPH, text, n + 1, level=HEADINGS.get(n))
        for n, text in enumerate(TEXTS)
    ]
    blocks[7] = replace(blocks[7], cell=CellPlace(0, 1, 0))
    blocks[8] = replace(blocks[8], cell=CellPlace(0, 1, 1))
    blocks[10] = replace(blocks[10], part=1, paragraph=1, page=2)
    table = Table(0, ((Cell(0, 0, ()), Cell(0, 1, ())), (Cell(1, 0, (7,)), Cell(1, 1, (8,)))))
    notes = ("3 tracked insertions read as accepted",) if share == 1 else ("page 4 is a picture",)
    return Document(
        tuple(blocks),
        (table,),
        (
            Part(name, "ab" * 32, "docx", reading=Reading(share=share, notes=notes)),
            Part("terms.pdf", "cd" * 32, "pdf", role="terms of reference", pages=2),
        ),
    )


def outline(document: Document) -> Outline:
    def section(index: int, kind: SectionKind, heading: int, end: int, parent: int | None = None) -> Section:
        level = 1 if parent is None else 2
        return Section(
            index,
            kind,
            TEXTS[heading],
            level,
            heading,
            heading + 1,
            end,
            parent,
            heading == 10,
            recognised_by="heading",
        )

    sections = (
        section(0, SectionKind.TITLE, 0, 10),
        section(1, SectionKind.CIRCUMSTANCES, 1, 4, 0),
        section(2, SectionKind.LEARNING, 4, 6, 0),
        section(3, SectionKind.KEY_DATES, 6, 10, 0),
        section(4, SectionKind.TERMS, 10, 11),
    )
    return Outline(document, sections, frozenset(), ())


def identity() -> Identity:
    return Identity(
        board=Fact("Arfon Vale"),
        board_in_title=True,
        says_what_it_is=None,
        type=Fact(ReviewType.CONCISE),
        type_declared=False,
        types_offered=(),
        type_conflict=(),
        case_id=Fact("AVSCB 3/2021"),
        pseudonym=Fact("Mali"),
    )


def day(year: int, month: int, number: int) -> PartialDate:
    return PartialDate(date(year, month, number), date(year, month, number))


def dates() -> KeyDates:
    return KeyDates(
        incident=Step(Fact(day(2021, 3, 2), (Span(2, 68, 80),))),
        incident_early=True,
        incident_inferred=False,
        referral=Step(Fact(day(2021, 5, 4), (Span(2, 38, 48),))),
        decision=Step(),
        learning_event=Step(),
        learning_events=(Fact(day(2022, 4, 11), (Span(8, 0, 13),)),),
        interim_event=Step(),
        signoff=Fact(PartialDate(date(2022, 9, 1), date(2022, 9, 30), Precision.MONTH)),
        completion=Step(),
        publication=Step(vague=(Span(2, 82, 109),)),
        cover_date=None,
        marked_draft=(),
        draft_furniture=(),
        summary=(),
        summary_covers=frozenset(),
        delay_reasons=(),
        delay_remarks=(),
    )


def period() -> Period:
    return Period(Fact(day(2019, 1, 1)), Fact(day(2021, 3, 2)), None, None)


def intervals() -> Intervals:
    return Intervals(
        review_period=Interval(26.0, 26.0),
        referral_to_signoff=Interval(15.9, 16.9),
        incident_to_signoff=Interval(18.0, 19.0),
        incident_to_referral=Interval(2.1, 2.1),
        incident_to_learning_event=Interval(13.3, 13.3),
    )


def family() -> Engagement:
    members = (
        FamilyMember("mother", Response.TOOK_PART, (), (Span(2, 0, 4),)),
        FamilyMember("father", Response.NO_RESPONSE, (Span(3, 0, 15),), ()),
    )
    return Engagement(members, (), {}, (), (), (), (), (), ())


def recommendations() -> tuple[Recommendation, ...]:
    return (
        Recommendation(
            "1", TEXTS[9], Span(9, 0, len(TEXTS[9])), ("Arfon Vale Health Board",), False,
            Nature.OPERATIONAL, Level.LOCAL, "by March 2023", True, False,
        ),
        Recommendation("2", HOSTILE, Span(3, 22, len(TEXTS[3])), (), False, None, None, None, False, True),
    )  # fmt: skip


def finding(
    check_id: str, title: str, domain: Domain, tier: Tier, result: Result, *, by_absence: bool = False
) -> Finding:
    made = Check(
        check_id, title, domain, tier, "Invented Guidance, Section 1", f"{title}.", "It matters.",
        f"Write a sentence on this: {title.lower()}.", lambda review: result, by_absence=by_absence,
    )  # fmt: skip
    return Finding(made, result)


def findings() -> tuple[Finding, ...]:
    met, low = results.met, Confidence.LOW
    return (
        finding(
            "board-named", "Board named", Domain.CONTEXT, Tier.TEMPLATE, met("The board is named.", Span(0, 0, 21)),
        ),
        finding(
            "child-age", "Age of the child", Domain.CONTEXT, Tier.RECOMMENDED,
            results.missing("Not found in the report: looked for in the circumstances and the key dates."),
        ),
        finding(
            "child-ethnicity", "Ethnicity of the child", Domain.CONTEXT, Tier.RECOMMENDED,
            results.excused("Left out, and the report says why.", Span(3, 0, len(TEXTS[3]))),
        ),
        finding(
            "referral-date", "Date of referral", Domain.PROCESS, Tier.RECOMMENDED,
            met("The referral is dated.", Span(2, 38, 48)),
        ),
        finding(
            "timeline-length", "Length of the review period", Domain.PROCESS, Tier.STATUTORY,
            results.missing("26 months, longer than the 24 that the guidance allows.", Span(2, 68, 80)),
        ),
        finding(
            "turnaround", "Referral to completion", Domain.PROCESS, Tier.STATUTORY,
            results.cannot_tell("The sign-off is dated to the month only."),
        ),
        finding(
            "learning-event-date", "Date of the learning event", Domain.PROCESS, Tier.RECOMMENDED,
            met("The learning event is dated.", Span(8, 0, 13)),
        ),
        finding(
            "good-practice", "Good practice identified", Domain.ANALYSIS, Tier.TEMPLATE,
            results.partial("One example, from one agency.", Span(5, 0, len(TEXTS[5])), Span(2, 0, 4), confidence=low),
        ),
        finding(
            "recommendation-owner", "Each recommendation names an owner", Domain.RECOMMENDATIONS, Tier.RECOMMENDED,
            results.partial("1 of 2 names an agency.", Span(9, 0, 30), Span(3, 22, 60)),
        ),
        finding(
            "action-plan", "Action plan", Domain.RECOMMENDATIONS, Tier.ADVISORY,
            results.not_applicable("Does not apply to a concise review."),
        ),
        finding(
            "template-residue", "No unfilled template text", Domain.PUBLICATION, Tier.TEMPLATE,
            results.missing("One instruction of the form was left in."), by_absence=True,
        ),
    )  # fmt: skip
