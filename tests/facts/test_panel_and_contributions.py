"""Who sat on the panel, who contributed, who came to the learning event."""

from cpraudit.facts.agencies import contributions
from cpraudit.testing import review_of


def test_members_are_told_by_kind_in_their_order() -> None:
    review = review_of(
        "# Report\n\n## Process\n\nThe panel was chaired by Ann Pugh of the Probation Service. "
        "The panel was made up of the police, midwifery, a solicitor for the local authority and Education.\n"
    )
    assert review.panel.services == ("police", "midwifery", "legal", "education")


def test_bare_words_count_on_a_list_of_members() -> None:
    review = review_of("# Report\n\n## Review panel\n\n- Health\n- Social Care\n- Housing\n- the voluntary sector\n")
    assert review.panel.services == ("health board", "children's services", "housing", "third sector")


def test_a_list_that_follows_the_members_is_not_of_the_panel() -> None:
    review = review_of(
        "# Report\n\n## Process\n\nThe panel members were:\n\n- Police\n- Probation\n\n"
        "Information came from:\n\n- CAMHS: interview\n- GP: records\n"
    )
    assert review.panel.services == ("police", "probation")
    assert [(given.services, given.form) for given in review.contributions] == [
        (("camhs",), "interview"),
        (("gp",), "records"),
    ]


def test_the_form_of_a_contribution() -> None:
    assert contributions.form_of("Written timeline and analysis; interview") == "written account"
    assert contributions.form_of("telephone discussion with the lead") == "discussion"
    assert contributions.form_of("Not approached; described from police records") == "not approached"
    assert contributions.form_of("Summary of records") in {"written account", "records"}
    assert contributions.form_of("Attended") is None


def test_a_table_of_changes_is_no_table_of_contributions() -> None:
    review = review_of(
        "# Report\n\n## Changes already made\n\n| Agency | How it has changed |\n|---|---|\n"
        "| Police | New form |\n| CAMHS | New post |\n"
    )
    assert review.contributions == ()


def test_attenders_and_absentees_are_kept_apart() -> None:
    review = review_of(
        "# Report\n\n## Learning event\n\nThe learning event on 3 May 2020 was attended by midwifery and the police. "
        "The housing association did not attend because its officer had left.\n"
    )
    event = review.learning_event
    assert event.services == ("midwifery", "police")
    assert len(event.absences) == 1


def test_what_is_asked_of_readers_is_no_question_of_the_case() -> None:
    review = review_of(
        "# Report\n\n## Questions for team discussion\n\n- When did we last look at a chronology?\n\n"
        "## Key lines of enquiry\n\n- Who knew that the father had come back?\n"
    )
    assert [review.document.quote(span) for span in review.objectives.questions] == [
        "Who knew that the father had come back?"
    ]
