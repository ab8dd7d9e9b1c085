"""The register of recommendations."""

import pytest

from cpraudit.facts.recommendations import recommendation_owners as owners
from cpraudit.facts.recommendations.recommendation_text import actionable, timing_in, training_only
from cpraudit.facts.recommendations.recommendations import Kind, Layout, Level
from cpraudit.testing import review_of

REPORT = "# Child Practice Review Report\n\n"


def register(words):
    return review_of(REPORT + words).recommendations.value


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Board should publish a guide.", ("The Board",)),
        ("Tawelan Police and the Probation Service should agree a protocol.", ("Tawelan Police", "Probation Service")),
        ("It is recommended that Glanrhyd Council reviews its form.", ("Glanrhyd Council",)),
        ("Staff in the sexual health clinic should be reminded.", ("sexual health clinic",)),
        ("An audit to be carried out by the Health Board each year.", ("the Health Board",)),
        ("When a child moves, the health visiting service must ring the next team.", ("the health visiting service",)),
        ("Practitioners should be curious.", ()),
        ("Health visitors need to see the cot.", ()),
        ("Multi-agency training on neglect should be delivered.", ()),
        ("Consideration should be given to a campaign.", ()),
        ("Publish a guide for all agencies.", ()),
    ],
)
def test_owners(text, named):
    assert owners.in_text(text) == named


@pytest.mark.parametrize(
    ("names", "everyone"),
    [
        (("All agencies",), True),
        (("partner agencies",), True),
        (("Relevant agencies involved",), True),
        (("All agencies", "Tawelan Police"), False),
        ((), False),
    ],
)
def test_collectives(names, everyone):
    assert owners.collective(names) is everyone


@pytest.mark.parametrize(
    "text",
    [
        "The Health Board should publish a pathway.",
        "Revise the referral form so that it asks for every adult at home.",
        "Children's Services to carry out a dip sample of thirty closed cases.",
        "A multi-agency audit of strategy meetings should be undertaken.",
        "Deliver training to 95% of staff in early years settings by July 2024.",
        "The police should complete return interviews within seventy-two hours of every episode.",
        "Write to the Minister with the panel's proposal.",
        "The Board should ensure that a protocol is in place, and report its use each year.",
    ],
)
def test_firm(text):
    assert actionable(text, dated=timing_in(text) is not None)


@pytest.mark.parametrize(
    "text",
    [
        "The Board should consider an audit.",
        "Staff should be reminded to complete the form.",
        "All agencies must ensure that fathers are included in assessments.",
        "Schools should continue to promote attendance.",
        "The Board should provide training on neglect.",
        "Agencies should work together to improve planning.",
        "The police should review their approach to domestic abuse.",
        "Consideration should be given to the format of the plan.",
    ],
)
def test_vague(text):
    assert not actionable(text, dated=False)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("The Board should provide training on neglect.", True),
        ("All agencies should ensure that staff are aware of the policy.", True),
        ("Training on safe sleep should be made available.", True),
        ("Remind schools of the guidance and audit its use.", True),
        ("The Board should publish a guide and train staff in its use.", False),
        ("The Board should consider a campaign.", False),
        ("Appoint a midwife for parents who use drugs.", False),
    ],
)
def test_training_only(text, only):
    assert training_only(text) is only


@pytest.mark.parametrize(
    ("text", "timing"),
    [
        ("Publish it by 31 March 2024.", "by 31 March 2024"),
        ("Audit, within six months, the records.", "within six months"),
        ("Do so with immediate effect.", "with immediate effect"),
        ("See every child within five working days.", None),
        ("Support carers of a child with a long-term condition.", None),
        ("Visit within three months of the birth.", None),
    ],
)
def test_timing(text, timing):
    place = timing_in(text)
    assert (text[slice(*place)] if place else None) == timing


def test_a_table_gives_every_column():
    (one, two) = register(
        "## Recommendations\n\n| No. | Recommendation | Agency | Strategic | Operational | By when | "
        "Level | Expected outcome |\n"
        "|---|---|---|---|---|---|---|---|\n"
        "| 1 | Publish a pathway | Tawelan Health Board | ✓ | | May 2024 | Regional | Babies are seen sooner |\n"
        "| 2 | Revise the form | All agencies | | ✓ | | Local | |\n"
    )
    assert (one.id, one.owners, one.kind, one.level, one.timing) == (
        "1", ("Tawelan Health Board",), Kind.STRATEGIC, Level.REGIONAL, "May 2024",
    )  # fmt: skip
    assert one.outcome is not None
    assert two.collective_only
    assert two.kind is Kind.OPERATIONAL
    assert two.timing is None


@pytest.mark.parametrize(
    ("cell", "timing"),
    [
        ("TBC", None),
        ("tbc.", None),
        ("[TBA]", None),
        ("TBD", None),
        ("To be confirmed", None),
        ("Date to be agreed", None),
        ("Timescale: TBC", None),
        ("Not yet set", None),
        ("Pending", None),
        ("TBC, by June 2031", "TBC, by June 2031"),
        ("To be agreed within six weeks", "To be agreed within six weeks"),
        ("Immediate", "Immediate"),
        ("Ongoing", "Ongoing"),
        ("Needs planning", "Needs planning"),
    ],
)
def test_a_placeholder_is_no_time(cell, timing):
    (one, two) = register(
        "## Recommendations\n\n| No. | Recommendation | Agency | By when |\n|---|---|---|---|\n"
        f"| 1 | Publish a pathway for babies | Tawelan Health Board | {cell} |\n"
        "| 2 | Revise the referral form | Tawelan Council | May 2031 |\n"
    )
    assert (one.timing, two.timing) == (timing, "May 2031")


def test_a_lead_in_gives_its_owner():
    found = register("## Recommendations\n\nThe Health Board should:\n\n- issue a checklist;\n- audit its use.\n")
    assert [r.owners for r in found] == [("The Health Board",)] * 2
    assert all(r.actionable for r in found)


def test_lines_below_a_recommendation_belong_to_it():
    (one,) = register(
        "## Recommendations\n\n**Recommendation 1:** Publish a pathway for babies.\n\nLead: Tawelan Health Board\n\n"
        "Timescale: six months\n"
    )
    assert (one.id, one.owners, one.timing) == ("1", ("Tawelan Health Board",), "six months")


def test_groups_give_level_and_kind():
    found = register(
        "## Recommendations: strategic\n\n### National\n\n1. The Welsh Government should amend its guidance.\n\n"
        "### Local\n\n2. The school should revise its form.\n"
    )
    assert [(r.level, r.kind) for r in found] == [(Level.NATIONAL, Kind.STRATEGIC), (Level.LOCAL, Kind.STRATEGIC)]


def test_numbered_paragraphs_that_ask_and_that_do_not():
    found = register(
        "## 7. Recommendations\n\n7.1 The panel took account of the pandemic.\n\n7.2 The Board "
        "should publish a guide.\n\n"
        "7.3 The Health Board should audit thirty records.\n"
    )
    assert [r.id for r in found] == ["7.2", "7.3"]


def test_prose_is_read_by_sentence():
    found = register(
        "## Recommendations\n\nThe Board should publish a guide. This should be short. Schools must "
        "revise their forms. "
        "The reviewer thanks the panel.\n"
    )
    assert [r.layout for r in found] == [Layout.PROSE, Layout.PROSE]


def test_nothing_is_recommended_elsewhere():
    assert register("## Learning\n\nThe school should have been told.\n\n- It should have rung.\n") == ()


def test_labels_and_values_one_above_the_other():
    found = register(
        "## Recommendations\n\n| Recommendation 1 | Publish a guide |\n|---|---|\n| Lead agency | The Board |\n"
        "| Timescale | Within six months |\n\nA line between.\n\n| Recommendation 2 | Revise the form |\n|---|---|\n"
        "| Lead agency | Tawelan Police |\n| Timescale | Immediate |\n"
    )
    assert [(r.id, r.owners, r.timing) for r in found] == [
        ("1", ("The Board",), "Within six months"),
        ("2", ("Tawelan Police",), "Immediate"),
    ]


def test_parts_of_one_recommendation_are_one():
    found = register(
        "## Recommendations\n\n1. The Board should revise its procedures on concealed pregnancy so that they include:\n"
        "   - how clinics share bookings\n   - a form for schools\n2. The police should audit thirty records.\n"
    )
    assert [r.id for r in found] == ["1", "2"]
    assert "a form for schools" in found[0].text


def test_actions_under_agencies():
    found = register(
        "## Improving Systems and Practice\n\n### Children's Services\n\n- To add a field for each adult at home.\n\n"
        "### Tawelan Health Board\n\n- To publish a guide.\n"
    )
    assert [r.owners for r in found] == [("Children's Services",), ("Tawelan Health Board",)]


def test_what_should_have_been_done_is_no_recommendation():
    assert register("## Improving systems and practice\n\nPractitioners said that they should have asked more.\n") == ()


def test_labels_without_numbers_under_each_finding():
    found = register(
        "## Findings\n\n### Finding 1\n\nNobody asked.\n\n**Recommendation:** The Board should publish a guide.\n\n"
        "### Finding 2\n\nNobody wrote.\n\n**Recommendation:** The police should revise the form.\n"
    )
    assert [r.id for r in found] == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("The Health Board should bring in one policy for missed appointments.", True),
        ("Tawelan Police ought to ring the school within two hours.", True),
        ("The council should keep a shared list of landlords.", True),
        ("The handover should be improved. Use of the form should be audited.", True),
        ("Children's Services should send each notice to the school on the day, and count them each quarter.", True),
        ("Training on the signs of neglect should be made available to all agencies.", False),
        ("Practitioners should hold a conversation with every father.", False),
        ("Agencies should work together better.", False),
        ("Schools should be confident in raising a concern.", False),
        ("Staff should keep the child at the centre.", False),
        ("The Health Board should examine caseloads and report these to the Board.", True),
        ("Practitioners should report the concern.", False),
    ],
)
def test_an_act_with_a_product_in_any_words(text, firm):
    assert actionable(text, dated=False) is firm


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Brief the school nursing teams on the new law.", True),
        ("Professionals should be aware of the effects of cold homes.", True),
        ("All agencies should be mindful of language.", True),
        ("Amend the conference protocol so that a report is sent three days before.", False),
        ("Publish a brief guide for landlords.", False),
    ],
)
def test_telling_staff_is_training_only(text, only):
    assert training_only(text) is only


def test_one_that_repeats_another_is_told():
    found = register(
        "## Recommendations\n\n"
        "1. The Health Board should publish a guide to damp homes for its staff.\n"
        "2. Tawelan Police should send each notice on the day.\n"
        "3. The Health Board should publish a guide on damp homes for its staff.\n"
    )
    assert [one.like for one in found] == ["", "", "1"]
