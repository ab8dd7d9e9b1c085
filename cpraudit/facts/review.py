"""A review: a document with everything that was read from it.

Each fact is found when it is first asked for, by the module of its kind, and kept. A fact may rest on other facts of the
same review; the chain has no loops (dates never ask for sections' verdicts, people never ask for dates, ...).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from cpraudit.document import Document, Outline
from cpraudit.document import outline as outlining
from cpraudit.facts.limits import Limits
from cpraudit.facts.local_names import LocalNames

if TYPE_CHECKING:
    from cpraudit.document import Span
    from cpraudit.facts.accounts import Accounts
    from cpraudit.facts.acronyms import Acronym
    from cpraudit.facts.agencies import Agencies
    from cpraudit.facts.answers import Answers
    from cpraudit.facts.blame import Judgement
    from cpraudit.facts.catchphrases import CatchPhrase
    from cpraudit.facts.children import Children
    from cpraudit.facts.chronology import Chronology
    from cpraudit.facts.closing import Closing
    from cpraudit.facts.contributions import Contribution
    from cpraudit.facts.coretasks import Answer, CoreTask
    from cpraudit.facts.daily_life import DailyLife, Needs
    from cpraudit.facts.draftmarks import DraftMarks
    from cpraudit.facts.event import Event
    from cpraudit.facts.expected import Expectation
    from cpraudit.facts.expected_outcomes import ExpectedOutcome
    from cpraudit.facts.family import Engagement
    from cpraudit.facts.family_lens import Men, WholeFamily
    from cpraudit.facts.feedback import Feedback
    from cpraudit.facts.followup import FollowUp
    from cpraudit.facts.found import Fact
    from cpraudit.facts.household import Household
    from cpraudit.facts.identifiers import Identifier
    from cpraudit.facts.identity import Identity
    from cpraudit.facts.independence import Independence
    from cpraudit.facts.indicators import Coded
    from cpraudit.facts.intervals import Intervals
    from cpraudit.facts.keydates import KeyDates
    from cpraudit.facts.kin_index import KinIndex
    from cpraudit.facts.kind import KindOfDocument
    from cpraudit.facts.learning import Learning
    from cpraudit.facts.learningevent import LearningEvent
    from cpraudit.facts.legal_basis import LegalBasis
    from cpraudit.facts.legal_status import LegalStatus
    from cpraudit.facts.narrative import Narrative
    from cpraudit.facts.objectives import Objectives
    from cpraudit.facts.omissions import Omissions
    from cpraudit.facts.panel import Panel
    from cpraudit.facts.people import People, Person
    from cpraudit.facts.period import Period
    from cpraudit.facts.praise import Praise
    from cpraudit.facts.proceedings import Proceedings
    from cpraudit.facts.process import Process
    from cpraudit.facts.proportion import Proportion
    from cpraudit.facts.prose import Prose
    from cpraudit.facts.reasoning import Reasoning
    from cpraudit.facts.recommendation_notes import RecommendationNotes
    from cpraudit.facts.recommendations import Recommendation
    from cpraudit.facts.research import Research
    from cpraudit.facts.scrutiny import Scrutiny
    from cpraudit.facts.services_history import ServicesHistory
    from cpraudit.facts.signatures import SignOff
    from cpraudit.facts.summary import UpFront
    from cpraudit.facts.themes import Theme
    from cpraudit.facts.timepoints import DateMention, Statement
    from cpraudit.facts.tracing import Tracing


class Review:
    """What one review (a report with its annexes) says, with the evidence for each fact."""

    def __init__(self, document: Document, limits: Limits | None = None, local: LocalNames | None = None) -> None:
        """Take a document as read; nothing is searched for yet.

        `limits` are the profile's, else the guidance's; `local` are the boards and agencies that a configuration adds.
        """
        self.document = document
        self.limits = limits or Limits()
        self.local = local or LocalNames()

    @cached_property
    def outline(self) -> Outline:
        """Sections, what each is for, and the form's printed wording."""
        return outlining.build(self.document)

    @cached_property
    def prose(self) -> Prose:
        """Sentences and phrases, with the form's printed wording left out."""
        from cpraudit.facts import prose

        return prose.Prose(self.document, self.outline)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Rows, labelled lines and sentences, each with the dates in it."""
        from cpraudit.facts import timepoints

        return timepoints.statements(self)

    @cached_property
    def date_mentions(self) -> tuple[DateMention, ...]:
        """Every date written in the document, in reading order."""
        from cpraudit.facts import timepoints

        return timepoints.mentions(self)

    @cached_property
    def identity(self) -> Identity:
        """Board, type and case identifier."""
        from cpraudit.facts import identity

        return identity.find(self)

    @cached_property
    def children(self) -> Children:
        """The index children."""
        from cpraudit.facts import children

        return children.find(self)

    @cached_property
    def event(self) -> Event:
        """Outcome and kind of harm."""
        from cpraudit.facts import event

        return event.find(self)

    @cached_property
    def period(self) -> Period:
        """The period under review and the reason for it."""
        from cpraudit.facts import period

        return period.to_event(self.period_as_told, self.dates.incident.date)

    @cached_property
    def period_as_told(self) -> Period:
        """The period as its own passage gives it, which may leave the date of the event to another."""
        from cpraudit.facts import period

        return period.find(self)

    @cached_property
    def dates(self) -> KeyDates:
        """The dates of the event, the referral, the learning events, the sign-off and the publication."""
        from cpraudit.facts import keydates

        return keydates.find(self)

    @cached_property
    def intervals(self) -> Intervals:
        """Lengths between the key dates, in months."""
        from cpraudit.facts import intervals

        return intervals.measure(self)

    @cached_property
    def signoff(self) -> SignOff:
        """The signature block: who signed, in what role, when."""
        from cpraudit.facts import signatures

        return signatures.find(self)

    @cached_property
    def people(self) -> People:
        """Chair of the panel and reviewers."""
        from cpraudit.facts import people

        return people.find(self)

    @cached_property
    def agencies(self) -> Agencies:
        """Agencies and services, specific or bare, wherever they are mentioned."""
        from cpraudit.facts import agencies

        return agencies.find(self)

    @cached_property
    def panel(self) -> Panel:
        """Who sat on the panel."""
        from cpraudit.facts import panel

        return panel.find(self)

    @cached_property
    def contributions(self) -> tuple[Contribution, ...]:
        """Which agency or practitioner contributed to the review, and in what form."""
        from cpraudit.facts import contributions

        return contributions.find(self)

    @cached_property
    def kin(self) -> KinIndex:
        """The relatives named in each sentence."""
        from cpraudit.facts.kin_index import KinIndex

        return KinIndex(self)

    @cached_property
    def family(self) -> Engagement:
        """Family members: who was approached, how each answered, what they said."""
        from cpraudit.facts import family

        return family.find(self)

    @cached_property
    def feedback(self) -> Feedback:
        """Whether the family was kept informed and told what the review found."""
        from cpraudit.facts import feedback

        return feedback.find(self)

    @cached_property
    def household(self) -> Household:
        """The family as it is described, and its history."""
        from cpraudit.facts import household

        return household.find(self)

    @cached_property
    def daily_life(self) -> DailyLife:
        """What life was like for the child."""
        from cpraudit.facts import daily_life

        return daily_life.find(self)

    @cached_property
    def needs(self) -> Needs:
        """The child's health, disability and additional needs."""
        from cpraudit.facts import daily_life

        return daily_life.needs(self)

    @cached_property
    def men(self) -> Men:
        """Fathers and male carers in the analysis."""
        from cpraudit.facts import family_lens

        return family_lens.men(self)

    @cached_property
    def whole_family(self) -> WholeFamily:
        """Whether the analysis sees the family together."""
        from cpraudit.facts import family_lens

        return family_lens.whole_family(self)

    @cached_property
    def recommendations(self) -> Fact[tuple[Recommendation, ...]]:
        """The recommendations, and whether they stand apart from the prose."""
        from cpraudit.facts import recommendations

        return recommendations.find(self)

    @cached_property
    def acronyms(self) -> tuple[Acronym, ...]:
        """Acronyms, each at its first use, expanded or not."""
        from cpraudit.facts import acronyms

        return acronyms.find(self)

    @cached_property
    def catch_phrases(self) -> tuple[CatchPhrase, ...]:
        """Catch-phrases of the field, taken apart or leant on."""
        from cpraudit.facts import catchphrases

        return catchphrases.find(self)

    @cached_property
    def draft_marks(self) -> DraftMarks:
        """Tracked changes, comments, hidden text and the word 'draft'."""
        from cpraudit.facts import draftmarks

        return draftmarks.find(self)

    @cached_property
    def proportion(self) -> Proportion:
        """Words that tell what happened, and words that draw what is to be learned."""
        from cpraudit.facts import proportion

        return proportion.measure(self)

    @cached_property
    def up_front(self) -> UpFront:
        """A summary near the start."""
        from cpraudit.facts import summary

        return summary.find(self)

    @cached_property
    def reasoning(self) -> Reasoning:
        """Why decisions were made, what else was open, what surrounded them."""
        from cpraudit.facts import reasoning

        return reasoning.find(self)

    @cached_property
    def learning(self) -> Learning:
        """Learning points, each with whether it stands on facts."""
        from cpraudit.facts import learning

        return learning.find(self)

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """Judgements of a person or a role."""
        from cpraudit.facts import blame

        return blame.find(self)

    @cached_property
    def praise(self) -> Praise:
        """Good practice, specific and general."""
        from cpraudit.facts import praise

        return praise.find(self)

    @cached_property
    def core_tasks(self) -> dict[CoreTask, Answer]:
        """Answers to the core tasks."""
        from cpraudit.facts import coretasks

        return coretasks.find(self)

    @cached_property
    def chronology(self) -> Chronology:
        """The chronology of significant events."""
        from cpraudit.facts import chronology

        return chronology.find(self)

    @cached_property
    def narrative(self) -> Narrative:
        """Marks of time in what is told."""
        from cpraudit.facts import narrative

        return narrative.find(self)

    @cached_property
    def closing(self) -> Closing:
        """The conclusion."""
        from cpraudit.facts import closing

        return closing.find(self)

    @cached_property
    def research(self) -> Research:
        """Research, guidance and law cited."""
        from cpraudit.facts import research

        return research.find(self)

    @cached_property
    def expected_outcomes(self) -> tuple[ExpectedOutcome, ...]:
        """What the actions are expected to improve, in a list or a column of its own."""
        from cpraudit.facts import expected_outcomes

        return expected_outcomes.find(self)

    @cached_property
    def follow_up(self) -> FollowUp:
        """Changes already made, expected outcomes, action plan."""
        from cpraudit.facts import followup

        return followup.find(self)

    @cached_property
    def tracing(self) -> Tracing:
        """Which recommendation answers which learning point."""
        from cpraudit.facts import tracing

        return tracing.find(self)

    @cached_property
    def identifiers(self) -> tuple[Identifier, ...]:
        """What may identify a family."""
        from cpraudit.facts import identifiers

        return identifiers.find(self)

    @cached_property
    def kind(self) -> KindOfDocument:
        """A practice review, or what the document looks like instead."""
        from cpraudit.facts import kind

        return kind.find(self)

    @cached_property
    def expected(self) -> tuple[Expectation, ...]:
        """Services that the child's age, status and circumstances lead one to expect, and how each is covered."""
        from cpraudit.facts import expected

        return expected.find(self)

    @cached_property
    def omissions(self) -> Omissions:
        """Passages that say that something is left out, and why."""
        from cpraudit.facts import omissions

        return omissions.find(self)

    @cached_property
    def learning_event(self) -> LearningEvent:
        """The learning event: who came, what it found, what its delay did."""
        from cpraudit.facts import learningevent

        return learningevent.find(self)

    @cached_property
    def proceedings(self) -> Proceedings:
        """Parallel investigations and proceedings."""
        from cpraudit.facts import proceedings

        return proceedings.find(self)

    @cached_property
    def scrutiny(self) -> Scrutiny:
        """Scrutiny, debate and challenge of the findings."""
        from cpraudit.facts import scrutiny

        return scrutiny.find(self)

    @cached_property
    def objectives(self) -> Objectives:
        """Terms of reference and the questions of this case."""
        from cpraudit.facts import objectives

        return objectives.find(self)

    @cached_property
    def answers(self) -> Answers:
        """The questions of this case, each with its answer."""
        from cpraudit.facts import answers

        return answers.find(self)

    @cached_property
    def process(self) -> Process:
        """How the review is said to have been done, its Sub-Group's decision and its interim event."""
        from cpraudit.facts import process

        return process.find(self)

    @cached_property
    def accounts(self) -> Accounts:
        """Passages told agency by agency, and what brings them together."""
        from cpraudit.facts import accounts

        return accounts.find(self)

    @cached_property
    def recommendation_notes(self) -> RecommendationNotes:
        """What the report says of its recommendations as a whole."""
        from cpraudit.facts import recommendation_notes

        return recommendation_notes.find(self)

    @cached_property
    def legal_basis(self) -> LegalBasis:
        """Guidance and criteria, and who commissioned the review."""
        from cpraudit.facts import legal_basis

        return legal_basis.find(self)

    @cached_property
    def legal_status(self) -> LegalStatus:
        """Whether the child was on the register or looked after."""
        from cpraudit.facts import legal_status

        return legal_status.find(self)

    @cached_property
    def independence(self) -> Independence:
        """The reviewers' statement of independence."""
        from cpraudit.facts import independence

        return independence.find(self)

    @cached_property
    def reviewer_qualifications(self) -> tuple[tuple[Span, ...], ...]:
        """For each reviewer, where a qualification is told."""
        from cpraudit.facts import standing

        return standing.qualifications(self)

    @cached_property
    def reviewers_without_place(self) -> tuple[Fact[Person], ...]:
        """Named reviewers for whom the signature block has no place."""
        from cpraudit.facts import standing

        return standing.without_place(self)

    @cached_property
    def reviewer_roles(self) -> tuple[tuple[Span, ...], ...]:
        """For each reviewer, where a role is told."""
        from cpraudit.facts import standing

        return standing.roles(self)

    @cached_property
    def ethnicity_considered(self) -> tuple[Span, ...]:
        """Where the bearing of ethnicity or language is considered."""
        from cpraudit.facts import child_ethnicity

        return child_ethnicity.considered(self)

    @cached_property
    def indicators(self) -> tuple[Coded, ...]:
        """Risk indicators of parents and of the index child that the account tells of."""
        from cpraudit.facts import indicators

        return indicators.find(self)

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """Themes that learning and recommendations name in their own words."""
        from cpraudit.facts import themes

        return themes.find(self)

    @cached_property
    def services_history(self) -> ServicesHistory:
        """How children's services had known the child or the family."""
        from cpraudit.facts import services_history

        return services_history.find(self)
