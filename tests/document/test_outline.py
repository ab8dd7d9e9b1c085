"""Sections, what each is for, and the form's own wording."""

import io

import docx
import pytest

from cpraudit.document import SectionKind as K
from cpraudit.document import blocks_found
from cpraudit.document.naming import name
from cpraudit.document.outline import build
from cpraudit.readers import text, word
from cpraudit.readers.opening import Source
from cpraudit.testing import review_of


def kinds(review):
    return {section.title: section.kind for section in review.outline.sections if section.title}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Brief Outline of Circumstances resulting in the Review", K.CIRCUMSTANCES),
        ("1. What led to this review", K.CIRCUMSTANCES),
        ("6.2 Finding 2: A door that closed", K.LEARNING),
        ("Theme 3 – Hidden men", K.LEARNING),
        ("What we have learned", K.LEARNING),
        ("Improving systems", K.IMPROVING),
        ("Sign-off", K.STATEMENT),
        ("Appendix 1 Terms of Reference", K.TERMS),
        ("Annex B: Chronology", K.CHRONOLOGY),
        ("How the review was carried out", K.PROCESS),
        ("How I went about it", K.PROCESS),
        ("What the panel made of it", K.LEARNING),
        ("What we ask of the Board", K.RECOMMENDATIONS),
        ("What has changed", K.CHANGES),
        ("About this review", K.PROCESS),
        ("Family perspectives", K.ENGAGEMENT),
        ("What her mother told us", K.ENGAGEMENT),
        ("Answering the terms of reference", K.CORE_TASKS),
        ("Llinell amser / Timeline", K.CHRONOLOGY),
        ("Argymhellion", K.RECOMMENDATIONS),
        ("Changes made since May 2020", K.CHANGES),
        ("Recomendations", K.RECOMMENDATIONS),
        ("Elin and her family", K.FAMILY),
        ("Good practise", K.GOOD_PRACTICE),
        ("Who was involved", K.SCOPE),
    ],
)
def test_headings_name_kinds(title, kind):
    naming = name(title)
    assert naming is not None
    assert naming.kind is kind


@pytest.mark.parametrize("title", ["The long summer", "Questions for team discussion", "A door that closed", ""])
def test_headings_that_tell_nothing(title):
    assert name(title) is None


def test_sections_inherit_what_their_heading_does_not_say():
    review = review_of(
        "# Child Practice Review Report\n\n## Learning\n\n### A door that closed\n\nThe case was closed.\n\n"
        "### The voice of the child\n\nNobody asked him.\n\n### Good practice\n\nThe nurse rang.\n"
    )
    found = kinds(review)
    assert found["A door that closed"] is K.LEARNING
    assert found["The voice of the child"] is K.LEARNING
    assert found["Good practice"] is K.GOOD_PRACTICE


def test_content_tells_where_a_heading_does_not():
    review = review_of(
        "# Child Practice Review Report\n\n## Circumstances\n\nA baby was hurt in May 2020.\n\n## "
        "What we were asked\n\n"
        "- Examine inter-agency working and service provision for the child and family\n"
        "- Take account of any parallel investigations or proceedings related to the case\n\n## In short\n\n"
        "| When | What |\n|---|---|\n| 3 May 2020 | Seen at home |\n| June 2020 | Moved house |\n| 4 "
        "July 2020 | Hurt |\n"
    )
    found = kinds(review)
    assert found["What we were asked"] is K.TERMS
    assert found["In short"] is K.CHRONOLOGY


def test_bold_lines_are_headings_and_form_lines_are_not():
    review = review_of(
        "**TAWELAN SAFEGUARDING BOARD**\n\n**CHILD PRACTICE REVIEW**\n\n**INTRODUCTION**\n\n"
        "A concise review was held because a baby of nine weeks was hurt at home in the spring of 2020.\n\n"
        "**Name:** A. Person\n\n**Date:**\n\n**LEARNING POINTS**\n\n“Nobody asked me who he was, not "
        "once in all that time.”\n\n"
        "**Mother**\n\nEach of the services that saw the baby had one adult in view, and none of "
        "them asked about another.\n"
    )
    titles = [section.title for section in review.outline.sections if section.title]
    assert titles == ["INTRODUCTION", "LEARNING POINTS"]


def test_a_table_of_contents_holds_no_headings():
    review = review_of(
        "# Child Practice Review Report\n\n**Contents**\n\nSummary 3\n\nLearning 5\n\nRecommendations 9\n\n"
        "## Summary\n\nA baby was hurt.\n\n## Learning\n\nNobody asked.\n\n## Recommendations\n\n1. "
        "The Board should ask.\n"
    )
    found = [section.kind for section in review.outline.sections if section.title]
    assert found == [K.CONTENTS, K.SUMMARY, K.LEARNING, K.RECOMMENDATIONS]


def test_plain_text_has_headings_by_number_and_words():
    words = (
        "TAWELAN SAFEGUARDING BOARD\n\nCONCISE CHILD PRACTICE REVIEW\n\n1. Introduction\n\n"
        "The Board commissioned this review after a baby of nine weeks was found with several broken ribs at home.\n\n"
        "2. Key events\n\n12 January 2020: born.\n2 February 2020: nobody at home.\n1 March 2020: a bruise.\n"
    )
    outline = build(text.read(Source("review.txt", words.encode())))
    assert [s.kind for s in outline.sections if s.title] == [K.CIRCUMSTANCES, K.CHRONOLOGY]


def test_the_forms_wording_is_set_apart():
    review = review_of(
        "# Child Practice Review Report\n\n## Terms of reference\n\n"
        "- Determine the extent to which decisions and actions were individual focused.\n"
        "- Determine the extent to which decisions and actions were in the best interests of the "
        "child and outcome focused;\n"
        "- How was the school told about the move?\n\n## Statement\n\n"
        "- I have had no immediate line management of the practitioner(s) involved.\n\n"
        "Family declined involvement ☐\n"
    )
    printed = [review.document.blocks[index].text for index in sorted(review.outline.printed)]
    assert len(printed) == 4
    assert not any("school" in words for words in printed)


@pytest.mark.parametrize("mark", ["☒", "☑", "✓", "X", "[x]"])
def test_a_ticked_line_is_the_writers(mark):
    review = review_of(f"# Child Practice Review Report\n\n## Review process\n\nFamily declined involvement {mark}\n")
    assert not review.outline.printed


def test_annexes_are_sections_by_name_or_title():
    review = review_of(
        "# Child Practice Review Report\n\n## Learning\n\nNobody asked.\n",
        "# Terms of reference\n\nThe panel asked how the move was planned.\n",
        "# Chronology of significant events\n\nMay 2020: hurt.\n",
    )
    assert [part.role for part in review.document.parts] == ["report", "terms of reference", "timeline"]
    assert review.outline.kind(len(review.document.blocks) - 1) is K.CHRONOLOGY


def test_annexes_are_never_out_of_order():
    report = "# Child Practice Review Report\n\n## Circumstances\n\nA baby was hurt.\n\n## Learning\n\nNobody asked.\n"
    review = review_of(report, "# Timeline\n\nMay 2020: hurt.\n", "# Terms of reference\n\nThe panel asked.\n")
    found = {block.title: block for block in blocks_found(review.outline)}
    assert found["Terms of reference"].in_order
    assert found["Summary timeline or process"].in_order
    assert found["Statement by reviewers"].section is None


def test_an_empty_document_has_an_outline():
    outline = review_of("").outline
    assert [section.kind for section in outline.sections] == [K.TITLE]


def test_headings_that_open_their_paragraphs() -> None:
    more = " It is told here at some length, so that nobody who reads it will take it for a heading or for a line of a form."
    paragraphs = [
        "Why there was a review. A child of four was badly burned in a fire and the Board was told of it.",
        "The family. Cai lived with his mother and his two older brothers in a rented house by the sea.",
        "How I went about it. The panel met five times and read the timelines that the agencies had made.",
        "What I make of it. Nobody had asked who slept in which room, though four services had been there.",
    ]
    review = review_of("Dear Chair\n\n" + "\n\n".join(text + more for text in paragraphs) + "\n")
    told = kinds(review)
    assert told["The family"] is K.FAMILY
    assert told["How I went about it"] is K.PROCESS
    assert told["What I make of it"] is K.LEARNING
    assert any("two older brothers" in sentence.text for sentence in review.prose.sentences_in(K.FAMILY))


def test_bar_across_the_page_is_a_heading() -> None:
    review = review_of(
        "| Brief outline of circumstances resulting in the Review |\n|---|\n\nA boy of four was hurt in the bath while "
        "his mother was out at work, and he was taken to hospital by a neighbour.\n\n| Practice and organisational "
        "learning |\n|---|\n\nThe visits were made in the mornings, when he was at nursery, and nobody saw him at home.\n"
    )
    assert {K.CIRCUMSTANCES, K.LEARNING} <= set(kinds(review).values())


ANSWERED = "Was the plan known? It was not, because no copy was sent.\n\nHow was the move decided? It was decided in a day."


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("The questions we were asked", ANSWERED, K.CORE_TASKS),
        ("Objectives", ANSWERED.replace("Was the", "6.1 Question 1: Was the"), K.CORE_TASKS),
        ("Key lines of enquiry", ANSWERED.replace("? ", "?\n\n"), K.CORE_TASKS),
        ("Lines of enquiry", ANSWERED.replace("? ", "?\n\n").replace("How was the", "## How was the"), K.CORE_TASKS),
        ("Lines of enquiry", "- Was the plan known?\n- How was the move decided?\n\nThe panel was chaired by the police.", K.OBJECTIVES),
        ("The questions we were asked", "Was the plan known? How was it decided? Who was told?\n\nWho saw the house? Who was asked?", K.OBJECTIVES),
        ("The questions we were asked", ANSWERED.replace("It was", "This question was added as it was"), K.OBJECTIVES),
    ],
)  # fmt: skip
def test_a_section_of_questions_that_answers_them_is_findings(title, text, kind):
    review = review_of(f"# Child Practice Review\n\n# Circumstances\n\nChild M died in May 2021.\n\n# {title}\n\n{text}\n")
    assert kinds(review)[title] is kind


def boxed(*parts):
    """The outline of a Word file: a string is a heading of the second style, a tuple a box with a title and lines; '#' is a heading."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_heading(part, 2)
            document.add_paragraph(PROSE)
            continue
        table = document.add_table(rows=2, cols=1)
        table.cell(0, 0).paragraphs[0].add_run(part[0]).bold = True
        for line in part[1:]:
            cell = table.cell(1, 0)
            cell.add_paragraph(line.removeprefix("# "), style="Heading 2" if line.startswith("# ") else None)
        document.add_paragraph()
    data = io.BytesIO()
    document.save(data)
    return [(s.level, s.title) for s in build(word.read(Source("form.docx", data.getvalue()))).sections if s.title]


PROSE = "The panel met on four afternoons and read what the agencies had sent, and it asked each of them to say what it had learned."


def test_headings_within_a_box_stand_under_its_own_and_end_with_it():
    assert boxed(
        ("Brief outline of circumstances resulting in the Review", "# The event", PROSE, "# The family", PROSE),
        "Key dates",
        ("Practice and organisational learning", "# A cough", PROSE, "# Conclusion", PROSE),
        ("Family involvement", PROSE),
        ("Improving systems and practice", PROSE),
    ) == [
        (1, "Brief outline of circumstances resulting in the Review"),
        (2, "The event"),
        (2, "The family"),
        (1, "Key dates"),
        (1, "Practice and organisational learning"),
        (2, "A cough"),
        (2, "Conclusion"),
        (1, "Family involvement"),
        (1, "Improving systems and practice"),
    ]


def test_words_on_the_reviewers_behind_the_last_list_are_the_statement():
    review = review_of(
        "# Child Practice Review\n\n## What should be done\n\n- Schools to ask.\n- The Board to look.\n\n"
        "It is hoped that this will help.\n\nI have had no earlier involvement with the family.\n\nNest Carreg\n\nReviewer, May 2021\n"
    )
    last = review.outline.sections[-1]
    assert (last.kind, last.title, review.document.blocks[last.first].text[:6]) == (K.STATEMENT, "", "I have")
