"""Headings in the writer's own words, by the families of words that stand in them together."""

import pytest

from cpraudit.document import SectionKind as K
from cpraudit.document.naming import name
from cpraudit.testing import review_of

TOLD = {
    K.CIRCUMSTANCES: ["What brought us to this case", "What prompted the review", "Why the case was reviewed", "Why are we writing this?", "Why did this review happen?", "What is this report about?", "Who asked for this, and why?"],
    K.SUMMARY: ["The short version", "The review in a nutshell", "Headlines", "This report on a page", "What is the short answer?"],
    K.CHILD: ["Who was Eirlys?", "Life with Child J", "Her days", "Getting to know Gwion", "What home was like", "What was she like?"],
    K.FAMILY: ["The people around him", "Who lived in the flat?", "Adults in the household", "Family and friends", "Who was around her?", "Who lived with him?"],
    K.BACKGROUND: ["What had gone before", "Before September 2017", "Past involvement", "The years before"],
    K.NARRATIVE: [
        "What did each agency see?", "What services were doing", "Week by week", "Events leading up to the fall",
        "Phase 2: the refuge", "The last three months", "From foster care to home: May 2018 to June 2019", "What happened when he left the refuge?",
        "What did people know before he was born?",
    ],
    K.ENGAGEMENT: ["What do her parents say?", "The grandparents' account", "How we involved the family", "What Child J told us", "What did his family tell us?"],
    K.PROCESS: [
        "How did we do the review?", "How this report was written", "Our way of working", "Testing the findings", "How did we find out?", "How do I know all this?", "Who did we talk to and what did we read?",
        "What did I look at and whom did I ask?", "How did the review work?", "What took so long?", "Why did this take longer than it should?",
    ],
    K.SCOPE: ["Who sat on the panel?", "The months we looked at", "Why these dates?", "Who wrote this report?", "Who advised me?", "Who am I, and who helped?", "How far back did we look?"],
    K.OBJECTIVES: ["What were we asked to look at?", "Questions we set ourselves", "What the panel wanted to know"],
    K.LEARNING: [
        "What can be learned?", "What got in the way", "Where things went wrong", "What could have been done differently?",
        "Missed opportunities", "What does this tell us?", "Analysis of agency practice", "What did I find?", "What made it hard?", "Could anyone have known?", "How could this happen?",
        "What do I think now?",
    ],
    K.CORE_TASKS: ["Were procedures followed?", "How well did services work together?", "Our answers to the questions"],
    K.GOOD_PRACTICE: ["What people did well", "Practice we want to praise", "Things that went right"],
    K.LEARNING_EVENT: [
        "What frontline staff told us", "The day with practitioners", "What did the people who worked with them say?", "What did the workers tell us?",
        "The day we all met", "What did people say when we brought them together?",
    ],
    K.PROCEEDINGS: ["Related inquiries", "The inquest", "What the courts did", "Was anyone charged?"],
    K.CONCLUSION: ["Drawing the threads together", "Where this leaves us", "A final word", "What do we hope people will remember?", "What should stay with us?", "What does it come down to?", "And last of all"],
    K.CHANGES: ["What agencies have done since", "What is different now", "Progress since 2020", "Already done"],
    K.RECOMMENDATIONS: [
        "What do we want to change?", "What needs to happen now", "What must agencies do?", "Challenges for the Board",
        "Our asks", "Turning learning into action", "Questions for the Board", "What next?", "Making it safer", "How can we stop this happening again?", "What would I like to see?",
    ],
    K.ACTION_PLAN: ["How will we know that it worked?", "Checking progress", "How this will be monitored"],
    K.AGENCIES: ["Who gave us information", "Where our information came from", "Agencies taking part"],
    K.GLOSSARY: ["What the words mean", "Terms we use"],
    K.CHRONOLOGY: ["What happened when"],
    K.STATEMENT: ["Did I know the family?", "Who am I?"],
    K.TERMS: ["What the review had to do (terms of reference)", "Our remit"],
}  # fmt: skip


@pytest.mark.parametrize(("title", "kind"), [(title, kind) for kind, titles in TOLD.items() for title in titles])
def test_what_a_heading_is_about(title: str, kind: K) -> None:
    naming = name(title)
    assert naming is not None
    assert naming.kind is kind


@pytest.mark.parametrize(
    "title",
    [
        "The curtains that stayed shut", "Nobody asked about the stepbrother", "Rent and food", "The youngest boy", "Sleep",
        "A rota is not a plan", "Home education", "Working under pressure", "Two houses, two doctors", "Recording",
        "Signs were read as illness", "Children who move", "Seeing a girl as a suspect", "The role of the father", "What her brother will remember",
        "Things to remember", "How we know the family", "What matters most to families", "How did Mum find out?", "What the family's story tells us",
        "Was Dad charged?", "What people did not do",
    ],
)  # fmt: skip
def test_a_theme_is_about_nothing_but_itself(title: str) -> None:
    assert name(title) is None


def test_under_the_learning_a_theme_stays_learning() -> None:
    review = review_of(
        "# Child Practice Review Report\n\n## What have we learned?\n\n### 1. Whose interests came first?\n\nThe plan was "
        "about the tenancy.\n\n### What her family could have been asked\n\nNobody rang the aunt.\n\n### What went well\n\n"
        "The dentist wrote twice.\n\n## In summary\n\nIt could have been prevented.\n"
    )
    kinds = {section.title: section.kind for section in review.outline.sections if section.title}
    assert kinds["1. Whose interests came first?"] is K.LEARNING
    assert kinds["What her family could have been asked"] is K.LEARNING
    assert kinds["What went well"] is K.GOOD_PRACTICE
    assert kinds["In summary"] is K.CONCLUSION


def test_a_report_opens_with_its_circumstances_whatever_their_heading() -> None:
    review = review_of(
        "# Child Practice Review Report\n\n## A girl and her dog\n\nA girl of seven was badly bitten in May 2020, and the "
        "Tawelan Board held a review.\n\n## Learning\n\nNobody had asked about the dog.\n"
    )
    assert next(s.kind for s in review.outline.sections if s.title.startswith("A girl")) is K.CIRCUMSTANCES
