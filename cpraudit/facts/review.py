"""A review: a document with everything that was read from it.

Each fact is found when it is first asked for, by the module of its kind, and kept (`lazily.found_by`). A fact may rest on other facts of the
same review; the chain has no loops (dates never ask for sections' verdicts, people never ask for dates, ...).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from cpraudit.document import Document, Outline
from cpraudit.document import outline as outlining
from cpraudit.facts.agencies.local_names import LocalNames
from cpraudit.facts.lazily import found_by
from cpraudit.facts.limits import Limits

if TYPE_CHECKING:
    from cpraudit.document import Span
    from cpraudit.facts.agencies.accounts import Accounts
    from cpraudit.facts.agencies.agencies import Agencies
    from cpraudit.facts.agencies.contributions import Contribution
    from cpraudit.facts.agencies.expected import Expectation
    from cpraudit.facts.agencies.panel import Panel
    from cpraudit.facts.agencies.services_history import ServicesHistory
    from cpraudit.facts.case.event import Event
    from cpraudit.facts.case.identity import Identity
    from cpraudit.facts.case.indicators import Coded
    from cpraudit.facts.case.kind import KindOfDocument
    from cpraudit.facts.case.legal_basis import LegalBasis
    from cpraudit.facts.case.themes import Theme
    from cpraudit.facts.children.children import Children
    from cpraudit.facts.children.daily_life import DailyLife, Needs
    from cpraudit.facts.children.legal_status import LegalStatus
    from cpraudit.facts.dates.intervals import Intervals
    from cpraudit.facts.dates.keydates import KeyDates
    from cpraudit.facts.dates.period import Period
    from cpraudit.facts.dates.timepoints import DateMention, Statement
    from cpraudit.facts.family.family import Engagement
    from cpraudit.facts.family.family_lens import Men, WholeFamily
    from cpraudit.facts.family.feedback import Feedback
    from cpraudit.facts.family.household import Household
    from cpraudit.facts.family.kin_index import KinIndex
    from cpraudit.facts.family.notes import Note
    from cpraudit.facts.found import Fact
    from cpraudit.facts.learning.answers import Answers
    from cpraudit.facts.learning.blame import Judgement
    from cpraudit.facts.learning.catchphrases import CatchPhrase
    from cpraudit.facts.learning.closing import Closing
    from cpraudit.facts.learning.coretasks import Answer, CoreTask
    from cpraudit.facts.learning.learning import Learning
    from cpraudit.facts.learning.praise import Praise
    from cpraudit.facts.learning.reasoning import Reasoning
    from cpraudit.facts.learning.research import Research
    from cpraudit.facts.people.identifiers import Identifier
    from cpraudit.facts.people.independence import Independence
    from cpraudit.facts.people.people import People, Person
    from cpraudit.facts.people.signatures import SignOff
    from cpraudit.facts.process.learningevent import LearningEvent
    from cpraudit.facts.process.objectives import Objectives
    from cpraudit.facts.process.omissions import Omissions
    from cpraudit.facts.process.proceedings import Proceedings
    from cpraudit.facts.process.process import Process
    from cpraudit.facts.process.scrutiny import Scrutiny
    from cpraudit.facts.recommendations.expected_outcomes import ExpectedOutcome
    from cpraudit.facts.recommendations.followup import FollowUp
    from cpraudit.facts.recommendations.recommendation_notes import RecommendationNotes
    from cpraudit.facts.recommendations.recommendations import Recommendation
    from cpraudit.facts.recommendations.tracing import Tracing
    from cpraudit.facts.telling.acronyms import Acronym
    from cpraudit.facts.telling.chronology import Chronology
    from cpraudit.facts.telling.draftmarks import DraftMarks
    from cpraudit.facts.telling.narrative import Narrative
    from cpraudit.facts.telling.proportion import Proportion
    from cpraudit.facts.telling.summary import UpFront
    from cpraudit.facts.text.prose import Prose


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
        from cpraudit.facts.text import prose

        return prose.Prose(self.document, self.outline)

    statements: tuple[Statement, ...] = found_by("dates.timepoints", "statements")
    """Rows, labelled lines and sentences, each with the dates in it."""
    date_mentions: tuple[DateMention, ...] = found_by("dates.timepoints", "mentions")
    """Every date written in the document, in reading order."""
    identity: Identity = found_by("case.identity")
    """Board, type and case identifier."""
    children: Children = found_by("children.children")
    """The index children."""
    event: Event = found_by("case.event")
    """Outcome and kind of harm."""

    @cached_property
    def period(self) -> Period:
        """The period under review and the reason for it."""
        from cpraudit.facts.dates import period

        return period.to_event(self.period_as_told, self.dates.incident.date)

    period_as_told: Period = found_by("dates.period")
    """The period as its own passage gives it, which may leave the date of the event to another."""
    dates: KeyDates = found_by("dates.keydates")
    """The dates of the event, the referral, the learning events, the sign-off and the publication."""
    intervals: Intervals = found_by("dates.intervals", "measure")
    """Lengths between the key dates, in months."""
    signoff: SignOff = found_by("people.signatures")
    """The signature block: who signed, in what role, when."""
    people: People = found_by("people.people")
    """Chair of the panel and reviewers."""
    agencies: Agencies = found_by("agencies.agencies")
    """Agencies and services, specific or bare, wherever they are mentioned."""
    panel: Panel = found_by("agencies.panel")
    """Who sat on the panel."""
    contributions: tuple[Contribution, ...] = found_by("agencies.contributions")
    """Which agency or practitioner contributed to the review, and in what form."""

    @cached_property
    def kin(self) -> KinIndex:
        """The relatives named in each sentence."""
        from cpraudit.facts.family.kin_index import KinIndex

        return KinIndex(self)

    family_notes: dict[int, tuple[Note, ...]] = found_by("family.notes")
    """Lines that name a relative and give the answer without a sentence, by block."""
    family: Engagement = found_by("family.family")
    """Family members: who was approached, how each answered, what they said."""
    feedback: Feedback = found_by("family.feedback")
    """Whether the family was kept informed and told what the review found."""
    household: Household = found_by("family.household")
    """The family as it is described, and its history."""
    daily_life: DailyLife = found_by("children.daily_life")
    """What life was like for the child."""
    needs: Needs = found_by("children.daily_life", "needs")
    """The child's health, disability and additional needs."""
    men: Men = found_by("family.family_lens", "men")
    """Fathers and male carers in the analysis."""
    whole_family: WholeFamily = found_by("family.family_lens", "whole_family")
    """Whether the analysis sees the family together."""
    recommendations: Fact[tuple[Recommendation, ...]] = found_by("recommendations.recommendations")
    """The recommendations, and whether they stand apart from the prose."""
    acronyms: tuple[Acronym, ...] = found_by("telling.acronyms")
    """Acronyms, each at its first use, expanded or not."""
    catch_phrases: tuple[CatchPhrase, ...] = found_by("learning.catchphrases")
    """Catch-phrases of the field, taken apart or leant on."""
    draft_marks: DraftMarks = found_by("telling.draftmarks")
    """Tracked changes, comments, hidden text and the word 'draft'."""
    proportion: Proportion = found_by("telling.proportion", "measure")
    """Words that tell what happened, and words that draw what is to be learned."""
    up_front: UpFront = found_by("telling.summary")
    """A summary near the start."""
    reasoning: Reasoning = found_by("learning.reasoning")
    """Why decisions were made, what else was open, what surrounded them."""
    learning: Learning = found_by("learning.learning")
    """Learning points, each with whether it stands on facts."""
    judgements: tuple[Judgement, ...] = found_by("learning.blame")
    """Judgements of a person or a role."""
    praise: Praise = found_by("learning.praise")
    """Good practice, specific and general."""
    core_tasks: dict[CoreTask, Answer] = found_by("learning.coretasks")
    """Answers to the core tasks."""
    chronology: Chronology = found_by("telling.chronology")
    """The chronology of significant events."""
    narrative: Narrative = found_by("telling.narrative")
    """Marks of time in what is told."""
    closing: Closing = found_by("learning.closing")
    """The conclusion."""
    research: Research = found_by("learning.research")
    """Research, guidance and law cited."""
    expected_outcomes: tuple[ExpectedOutcome, ...] = found_by("recommendations.expected_outcomes")
    """What the actions are expected to improve, in a list or a column of its own."""
    follow_up: FollowUp = found_by("recommendations.followup")
    """Changes already made, expected outcomes, action plan."""
    tracing: Tracing = found_by("recommendations.tracing")
    """Which recommendation answers which learning point."""
    identifiers: tuple[Identifier, ...] = found_by("people.identifiers")
    """What may identify a family."""
    kind: KindOfDocument = found_by("case.kind")
    """A practice review, or what the document looks like instead."""
    expected: tuple[Expectation, ...] = found_by("agencies.expected")
    """Services that the child's age, status and circumstances lead one to expect, and how each is covered."""
    omissions: Omissions = found_by("process.omissions")
    """Passages that say that something is left out, and why."""
    learning_event: LearningEvent = found_by("process.learningevent")
    """The learning event: who came, what it found, what its delay did."""
    proceedings: Proceedings = found_by("process.proceedings")
    """Parallel investigations and proceedings."""
    scrutiny: Scrutiny = found_by("process.scrutiny")
    """Scrutiny, debate and challenge of the findings."""
    objectives: Objectives = found_by("process.objectives")
    """Terms of reference and the questions of this case."""
    answers: Answers = found_by("learning.answers")
    """The questions of this case, each with its answer."""
    process: Process = found_by("process.process")
    """How the review is said to have been done, its Sub-Group's decision and its interim event."""
    accounts: Accounts = found_by("agencies.accounts")
    """Passages told agency by agency, and what brings them together."""
    recommendation_notes: RecommendationNotes = found_by("recommendations.recommendation_notes")
    """What the report says of its recommendations as a whole."""
    legal_basis: LegalBasis = found_by("case.legal_basis")
    """Guidance and criteria, and who commissioned the review."""
    legal_status: LegalStatus = found_by("children.legal_status")
    """Whether the child was on the register or looked after."""
    independence: Independence = found_by("people.independence")
    """The reviewers' statement of independence."""
    reviewer_qualifications: tuple[tuple[Span, ...], ...] = found_by("people.standing", "qualifications")
    """For each reviewer, where a qualification is told."""
    reviewers_in_general: tuple[Span, ...] = found_by("people.standing", "in_general")
    """Where reviewers are only said to be experienced or qualified."""
    reviewers_without_place: tuple[Fact[Person], ...] = found_by("people.standing", "without_place")
    """Named reviewers for whom the signature block has no place."""
    reviewer_roles: tuple[tuple[Span, ...], ...] = found_by("people.standing", "roles")
    """For each reviewer, where a role is told."""
    ethnicity_considered: tuple[Span, ...] = found_by("children.child_ethnicity", "considered")
    """Where the bearing of ethnicity or language is considered."""
    indicators: tuple[Coded, ...] = found_by("case.indicators")
    """Risk indicators of parents and of the index child that the account tells of."""
    themes: tuple[Theme, ...] = found_by("case.themes")
    """Themes that learning and recommendations name in their own words."""
    services_history: ServicesHistory = found_by("agencies.services_history")
    """How children's services had known the child or the family."""
