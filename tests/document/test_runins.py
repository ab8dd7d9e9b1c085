"""Headings that run into a paragraph, stand alone in a cell, or are in the writer's own words."""

import pytest

from cpraudit.document import SectionKind, leadins, wording
from cpraudit.document.naming import name
from cpraudit.testing import review_of

LETTER = """Child Practice Review NGSB 2/2022

Dear Chair,

You asked me for a short report on the case of a girl of six who was scalded in May 2021, and I have kept it as plain as I can.

Why there was a review. The Sub-Group met in July 2021 and thought that the criteria were met, since neglect was suspected.

How I set about it. I read the records of five services and spoke with nine practitioners between September and March.

The household. The girl lived with her mother and two older brothers in a flat above a shop, and her father came on Sundays.

Her brothers are nine and eleven, and both of them walked her to school on most days of that spring.

What her mother told me. She said that she had rung the landlord four times and had stopped ringing because nobody wrote it down.

What I make of it. The boiler was reported in November 2020, and the visit that was booked was booked for another flat.

What I ask of the Board. The Board should see that the landlord keeps a list of repairs in homes with children.
"""


def test_the_headings_of_a_letter_run_into_its_paragraphs() -> None:
    found = {s.title: s.kind for s in review_of(LETTER).outline.sections if s.known_by == "run-in"}
    assert found["Why there was a review"] is SectionKind.CIRCUMSTANCES
    assert found["The household"] is SectionKind.FAMILY
    assert found["What her mother told me"] is SectionKind.ENGAGEMENT
    assert found["What I make of it"] is SectionKind.LEARNING
    assert found["What I ask of the Board"] is SectionKind.RECOMMENDATIONS


def test_a_section_that_runs_in_goes_on_to_the_next() -> None:
    review = review_of(LETTER)
    brothers = next(b.index for b in review.document.blocks if b.text.startswith("Her brothers"))
    assert review.outline.kind(brothers) is SectionKind.FAMILY


def test_in_a_report_with_headings_only_usual_lead_ins_set_something_apart() -> None:
    review = review_of(
        "# Concise Child Practice Review\n\n## Circumstances\n\nA boy was hurt in May 2020.\n\n## Learning\n\n"
        "Choice of home. He was moved twice in a month because no carer in the county would take him with his dog.\n\n"
        "Good practice. The deputy head drove to the new county each Friday for a term so that he saw a face he knew.\n\n"
        "Waiting. The assessment was asked for in June and begun in November, when the first worker had already left.\n"
    )
    kinds = {s.title: s.kind for s in review.outline.sections if s.known_by == "run-in"}
    assert kinds == {"Good practice": SectionKind.GOOD_PRACTICE}


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("What the grandparents wish to say", SectionKind.ENGAGEMENT),
        ("Why nobody rang", SectionKind.LEARNING),
        ("Why this review was held", SectionKind.CIRCUMSTANCES),
        ("What we were asked to look into", SectionKind.OBJECTIVES),
        ("The trial and the inquest", SectionKind.PROCEEDINGS),
        ("About the author", SectionKind.STATEMENT),
        ("What it was like for Elin", SectionKind.CHILD),
        ("Episode three: the clinic", SectionKind.NARRATIVE),
        ("The last six weeks", SectionKind.NARRATIVE),
        ("What each service knew and did", SectionKind.NARRATIVE),
        ("Work that made a difference", SectionKind.GOOD_PRACTICE),
        ("Lines of enquiry and findings", SectionKind.LEARNING),
        ("Her family's side of it", SectionKind.ENGAGEMENT),
        ("Dad's account", SectionKind.ENGAGEMENT),
        ("Talking to Taid", SectionKind.ENGAGEMENT),
        ("What do his grandparents think?", SectionKind.ENGAGEMENT),
        ("Who is Elin?", SectionKind.CHILD),
        ("Being Elin", SectionKind.CHILD),
        ("A day with Elin", SectionKind.CHILD),
        ("Elin's nine weeks", SectionKind.CHILD),
        ("What were his days like that winter?", SectionKind.CHILD),
        ("What was home like before?", SectionKind.BACKGROUND),
        ("What had gone before", SectionKind.BACKGROUND),
    ],
)
def test_the_grammar_of_a_heading_tells_its_kind(heading: str, kind: SectionKind) -> None:
    naming = name(heading)
    assert naming is not None
    assert naming.kind is kind


@pytest.mark.parametrize(
    "heading",
    [
        "why you are receiving this", "the second opinion", "what is asked of managers", "being curious", "being open",
        "mothers response to support", "who knew what",
    ],
)  # fmt: skip
def test_other_headings_tell_nothing(heading: str) -> None:
    assert wording.kind(heading) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("What happened next. He was taken to hospital.", "What happened next"),
        ("How the panel went about it. It met six times.", "How the panel went about it"),
        ("What was lacking was any means of asking. Nobody asked.", ""),
        ("Thirdly, notices. The police sent nine.", ""),
        ("The surgery knew more than anyone. It had both files.", ""),
    ],
)
def test_clauses_lead_in_and_sentences_do_not(text: str, title: str) -> None:
    assert leadins.title(text) == title


def test_themes_without_the_word_are_learning_where_nothing_else_is() -> None:
    review = review_of(
        "# Historical Child Practice Review\n\n## Introduction\n\nTwo brothers were harmed between 1990 and 1996.\n\n"
        "## The open door\n\nNobody asked why the door was left open. It is likely that each neighbour thought that another "
        "had asked. The panel understands how hard it would have been. None of them could have known the whole. "
        "Perhaps one of them might have rung. It should have been somebody's task.\n\n## Recommendations\n\n1. Ask.\n"
    )
    assert {s.title: s.kind for s in review.outline.sections}["The open door"] is SectionKind.LEARNING
