"""Family engagement: invented passages, and the answer of each relative as a reader would give it."""

from __future__ import annotations

import pytest

from cpraudit.facts.family import Response
from cpraudit.testing import review_of

TOOK, NO, SILENT, LEFT_OUT, OPEN = (
    Response.TOOK_PART, Response.DECLINED, Response.NO_RESPONSE, Response.NOT_APPROACHED, Response.UNKNOWN
)  # fmt: skip

PASSAGES = [
    (
        "The lead reviewer visited Mam and Dad at home in June. Tad-cu was invited by telephone and preferred not to be involved.",
        {"mother": TOOK, "father": TOOK, "grandfather": NO},
    ),
    (
        "Both parents were offered the opportunity to contribute. Mother accepted and was interviewed with her advocate. Father did not respond to three letters.",
        {"mother": TOOK, "father": SILENT},
    ),
    (
        "Letters inviting them to take part in the review were sent to Mother, to the paternal grandparents and to the stepfather. Only the grandparents replied, and they met the reviewers in September.",
        {"mother": OPEN, "paternal grandparents": TOOK, "stepfather": OPEN},
    ),
    (
        "The child's father could not be located despite enquiries by the police and was therefore not invited to take part in the review. Her mother and her partner declined to meet the reviewer.",
        {"father": LEFT_OUT, "mother": NO, "mother's partner": NO},
    ),
    (
        "The reviewers wrote to both parents. Neither replied.",
        {"parents": SILENT},
    ),
    (
        "We are grateful to the child's aunt, who spoke with us at length. We invited his uncle as well but heard nothing.",
        {"aunt": TOOK, "uncle": SILENT},
    ),
    (
        "Contact was made with the family through the Police Family Liaison Officer. Father agreed to meet the independent reviewer; Mother felt unable to do so because of her grief.",
        {"father": TOOK, "mother": NO},
    ),
    (
        "It was agreed by the Panel that the older sister, who was due to give evidence, should not be approached by the reviewers. The maternal grandmother and the great-aunt took part by video call.",
        {"older sister": LEFT_OUT, "maternal grandmother": TOOK, "great-aunt": TOOK},
    ),
    (
        "Mother initially said that she would like to take part in the review but subsequently withdrew. The reviewer spoke to Father on two occasions by telephone.",
        {"mother": NO, "father": TOOK},
    ),
    (
        "The parents of the baby were written to by the Board. They did not wish to contribute.",
        {"parents": NO},
    ),
    (
        "The reviewer met Mother and, separately, Father. The paternal grandmother was unwell and sent her views in writing to the reviewer.",
        {"mother": TOOK, "father": TOOK, "paternal grandmother": TOOK},
    ),
    (
        "An invitation to contribute to the review was extended to his foster carers, his brother and two close friends. His brother and one friend spoke to the reviewers. The foster carers were interviewed with their supervising social worker.",
        {"foster carers": TOOK, "brother": TOOK},
    ),
    (
        "I met with the young person's mam, who brought her own sister. Dad lives abroad; I emailed him on four occasions and received no answer.",
        {"mother": TOOK, "father": SILENT},
    ),
    (
        "The Panel considered whether to invite the younger siblings to share their views on the review and decided against it, as they were too young and had been told little.",
        {"younger siblings": LEFT_OUT},
    ),
    (
        "On the advice of the Senior Investigating Officer, neither parent was approached by the reviewers until the trial was over. Both parents then met the reviewers with a solicitor.",
        {"parents": TOOK},
    ),
    (
        "Mother and Father were both contacted via their solicitors. Neither parent wished to take part in the review.",
        {"mother": NO, "father": NO},
    ),
    (
        "The independent reviewer held a meeting with the father at the prison. Mother's whereabouts are not known and it was not possible to contact her.",
        {"father": TOOK, "mother": LEFT_OUT},
    ),
    (
        "Views were sought from the mother, the father and the nain. The mother and nain provided written accounts. No response was received from the father.",
        {"mother": TOOK, "father": SILENT, "grandmother": TOOK},
    ),
    (
        "The child's parents contributed to the review through a joint interview. The siblings were not involved because of their ages.",
        {"parents": TOOK, "siblings": LEFT_OUT},
    ),
    (
        "Both reviewers went to see Mother at her mother's house. She was accompanied by a friend. She has asked that her partner is not contacted, and he was not approached for that reason.",
        {"mother": TOOK, "mother's partner": LEFT_OUT},
    ),
    (
        "Attempts were made to engage Father in the review, including two letters and a call from the social worker, without success. Mother engaged fully in the review.",
        {"mother": TOOK, "father": SILENT},
    ),
    (
        "An offer to meet was made to the stepmother and to the older half-brother. The stepmother met the panel chair and one of the reviewers. The half-brother asked for more time and did not come back to us.",
        {"stepmother": TOOK, "older half-brother": SILENT},
    ),
    (
        "Cafodd y teulu lythyr. The reviewer was assisted by the family liaison officer in contacting the mother, who declined. The father has parental responsibility; he was invited by recorded delivery letter and chose to meet with the reviewers in the presence of his probation officer.",
        {"mother": NO, "father": TOOK},
    ),
    (
        "The special guardian and the young person's two uncles were seen by the reviewers. Her boyfriend, who was on bail, could not be approached.",
        {"foster carers": TOOK},
    ),
    (
        "The reviewer spoke with Mother by telephone on 3 May. Dad, who lives in Spain, e-mailed his thoughts to the reviewer. The twin sister felt it was too soon.",
        {"mother": TOOK, "father": TOOK},
    ),
]


@pytest.mark.parametrize(
    ("passage", "answers"), PASSAGES, ids=lambda value: value[:40] if isinstance(value, str) else ""
)
def test_each_relative_is_given_the_answer_that_is_told(passage: str, answers: dict[str, Response]) -> None:
    review = review_of(
        f"# Child Practice Review\n\n## Child Practice Review process\n\nThe panel met six times. {passage}\n"
    )
    found = {member.relation: member.response for member in review.family.members}
    assert {relation: found.get(relation) for relation in answers} == answers


@pytest.mark.parametrize(
    "passage",
    [
        "Mother declined the Team Around the Family service and did not engage with CAMHS.",
        "The family liaison officer met the family support worker. Father did not reply to letters from the school.",
        "The social worker spoke to Mother, who said that Father had left. Mother was invited to a core group.",
        "The review conference was told that Mother had been contacted. The LAC review heard that Father met the social worker.",
    ],
)
def test_engagement_with_services_is_not_engagement_with_the_review(passage: str) -> None:
    review = review_of(f"# Child Practice Review Report\n\n## Narrative of events\n\n{passage}\n")
    assert review.family.members == ()


def test_the_terms_of_reference_do_not_answer_themselves() -> None:
    review = review_of(
        "# Child Practice Review\n\n## Terms of reference\n\n- Seek contributions to the review from appropriate family "
        "members, including Mother and Father, and keep them informed of key aspects of progress.\n"
    )
    assert review.family.members == ()


@pytest.mark.parametrize(
    ("line", "ticked"),
    [
        ("☐ Family declined involvement", False),
        ("Family declined involvement ☒", True),
        ("[x] Family declined involvement", True),
        ("Family declined involvement", False),
        ("Family declined involvement: Yes", True),
        ("✓ Family declined involvement", True),
    ],
)
def test_the_form_line_counts_when_it_is_ticked(line: str, ticked: bool) -> None:
    review = review_of(
        f"# Child Practice Review\n\n## Child Practice Review process\n\nThe panel met twice.\n\n{line}\n"
    )
    assert bool(review.family.refused_all) is ticked
