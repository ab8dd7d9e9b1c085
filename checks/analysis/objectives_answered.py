"""Every objective is answered."""

from cpraudit import (
    NOT_HISTORICAL,
    Confidence,
    Domain,
    Excuse,
    Result,
    Review,
    Tier,
    cannot_tell,
    check,
    met,
    missing,
    not_applicable,
    partial,
    said,
)


@check(
    id="objectives-answered",
    title="Every objective is answered",
    domain=Domain.ANALYSIS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 3.4",
    asks="Every question or objective that was set for this case has an answer in the report.",
    why="A question that the panel thought worth asking and the report leaves open is learning lost.",
    remedy=(
        "Take the questions in turn, in the conclusion or under headings of their own, and answer each in a sentence or "
        "two with the reason; where one could not be answered, say so and why."
    ),
    met="Each case-specific objective or question has a matching answer.",
    partial="Some have.",
    missing="None has.",
    not_applicable="There are no case-specific objectives (`case-objectives` reports that).",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def objectives_answered(review: Review) -> Result:
    """Every objective is answered."""
    questions = review.answers.questions
    if not questions:
        return not_applicable("No questions or objectives of this case were found.")
    answered = [question for question in questions if question.answered is not None]
    open_ones = [question for question in questions if question.answered is None]
    explicit = [question for question in questions if question.explicit is not None]
    sure = Confidence.HIGH if len(explicit) == len(questions) else Confidence.MEDIUM
    places = [question.answered for question in answered if question.answered is not None]
    if not open_ones:
        return met(f"Each of the {len(questions)} questions of this case has an answer.", places[:5], confidence=sure)
    if len(explicit) * 2 >= len(questions):
        return partial(
            f"{len(answered)} of {len(questions)} questions of this case have an answer; none was found to: "
            f"{said(_short(open_ones[0].text))}",
            [question.span for question in open_ones[:3]],
            places[:3],
            confidence=Confidence.MEDIUM,
        )
    if answered:
        return partial(
            f"The {len(questions)} questions of this case are not answered one by one; the learning was seen to speak to "
            f"{len(answered)} of them.",
            places[:3],
            [question.span for question in open_ones[:3]],
            confidence=Confidence.LOW,
        )
    spans = [question.span for question in questions[:5]]
    if review.answers.analysed:
        return cannot_tell(
            f"The {len(questions)} questions of this case are not answered one by one; whether the learning answers them "
            "could not be told from its words.",
            spans,
            confidence=Confidence.LOW,
        )
    return missing(
        f"No answer was found to any of the {len(questions)} questions of this case.",
        spans,
        confidence=Confidence.MEDIUM,
    )


def _short(question: str) -> str:
    return question if len(question) <= 120 else question[:117].rsplit(" ", 1)[0] + "..."
