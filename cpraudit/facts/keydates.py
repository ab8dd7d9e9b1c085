"""The dates that a review's process turns on, each with its role and its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts import calendar, delays, incident, lexicon, numbers, roles
from cpraudit.facts.calendar import PartialDate
from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.roles import Claim, Role
from cpraudit.facts.timepoints import Dated
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the process: mentioned or not, dated or not."""

    date: Fact[PartialDate] | None = None
    """With its month at least."""
    loose: Fact[PartialDate] | None = None
    """The year or season, where it is dated no better."""
    vague: tuple[Span, ...] = ()
    """Dated only vaguely ('early in the new year', 'the following spring') or by year alone."""
    mentions: tuple[Span, ...] = ()
    """Where it is said to have happened, dated or not, outside the terms of reference."""

    @property
    def told(self) -> Fact[PartialDate] | None:
        """The date as well as it is told."""
        return self.date or self.loose


@dataclass(frozen=True, slots=True)
class KeyDates:
    """Event, referral, learning events, sign-off and publication."""

    incident: Step
    incident_early: bool
    """The event's date stands in the opening sections (before the learning) or in a list of key dates."""
    incident_inferred: bool
    """No date is told as the event's; the end of the review period is all there is (JSON: incident null)."""
    referral: Step
    decision: Step
    """The Sub-Group's or Board Chair's decision to hold the review."""
    learning_event: Step
    """Mentions of the event; `learning_events` has its dates."""
    learning_events: tuple[Fact[PartialDate], ...]
    interim_event: Step
    signoff: Fact[PartialDate] | None
    """The latest signature date."""
    completion: Step
    """Completion, presentation to the Board or signature, where stated as such."""
    publication: Step
    cover_date: Fact[PartialDate] | None
    """A date on the cover, of the document or its version, not labelled as publication."""
    marked_draft: tuple[Span, ...]
    draft_furniture: tuple[str, ...]
    """Headers, footers and watermarks that mark it as a draft or unpublished."""
    summary: tuple[Span, ...]
    """One list, table or passage that gives several of the four key dates together (empty where there is none)."""
    summary_covers: frozenset[str]
    """Which of 'incident', 'referral', 'learning_event', 'completion' stand in that one place."""
    delay_reasons: tuple[Span, ...]
    """Passages that give a specific cause of the review's length (trial, inquest, illness, change of reviewer, ...)."""
    delay_remarks: tuple[Span, ...]
    """Passages that regret or mention delay without a cause."""
    withheld: tuple[Span, ...] = ()
    """Where the report says that dates are left out, and why."""
    withheld_for_identity: tuple[Span, ...] = ()
    """Those of them whose reason is anonymity."""
    no_learning_event: tuple[Span, ...] = ()
    """Where it says that no learning event was held, and why."""
    learning_lag: Fact[float] | None = None
    """Months from the event to the learning event, told in words ('nine months after the death')."""
    publication_unset: tuple[Span, ...] = ()
    """A place for the publication date that is not filled ('TBC')."""


_KEY_ROLES = {
    Role.INCIDENT: "incident",
    Role.REFERRAL: "referral",
    Role.LEARNING_EVENT: "learning_event",
    Role.COMPLETION: "completion",
}
_LATER = (SectionKind.RECOMMENDATIONS, SectionKind.ACTION_PLAN, SectionKind.CHANGES, SectionKind.GLOSSARY)


def find(review: Review) -> KeyDates:
    """Give each date its role by the words around it, by its row in a table of key dates, or by its place."""
    claims = _before_learning(_continued(review, roles.claims(review)))
    event = incident.find(review, claims, review.period_as_told)
    waits = delays.find(review)
    summary, covers = _summary(claims, event)
    publication = _step(claims, Role.PUBLICATION)
    withheld = _withheld(review)
    marks = review.draft_marks
    return KeyDates(
        incident=Step(event.date, vague=event.vague, mentions=event.mentions),
        incident_early=event.early,
        incident_inferred=event.date is None and not event.vague and review.period_as_told.end is not None,
        referral=_step(claims, Role.REFERRAL),
        decision=_step(claims, Role.DECISION),
        learning_event=_step(claims, Role.LEARNING_EVENT),
        learning_events=_learning_events(claims),
        learning_lag=_learning_lag(review, claims),
        interim_event=_step(claims, Role.INTERIM_EVENT),
        signoff=_signoff(review),
        completion=_step(claims, Role.COMPLETION, last=True),
        publication=publication,
        cover_date=_cover_date(review, publication),
        marked_draft=marks.words,
        draft_furniture=marks.furniture,
        summary=summary,
        summary_covers=covers,
        delay_reasons=waits.reasons,
        delay_remarks=waits.remarks,
        withheld=withheld,
        withheld_for_identity=tuple(
            span for span in withheld if _words("identity").search(review.document.quote(span))
        ),
        no_learning_event=_no_learning_event(review),
        publication_unset=_publication_unset(claims),
    )


@cache
def _words(key: str, table: str = "left_out") -> Pattern:
    return lexicon.any_of(lexicon.load("roles")[table][key])


def _continued(review: Review, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, with the date that the next sentence gives a learning event ('It took place on 4 May 2021')."""
    after = dict(zip(review.statements, review.statements[1:], strict=False))
    found: list[Claim] = []
    for claim in claims:
        following = after.get(claim.statement)
        if claim.role is Role.LEARNING_EVENT and not claim.dates and following is not None and not following.row:
            match = _words("continues", "learning").match(following.text)
            near = [date for date in following.dates if date.value and match and date.start - match.end() < 80]
            if near and following.block - claim.statement.block <= 1:
                found.append(replace(claim, statement=following, dates=tuple(near), cue=following.spans[0]))
                continue
        found.append(claim)
    return tuple(found)


def _before_learning(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, with a gathering that was some weeks before the learning event so called as an interim one."""
    events = [claim for claim in claims if claim.role is Role.LEARNING_EVENT and claim.dates]
    named = [_value(claim.dates[0]) for claim in events if _NAMED_LEARNING.search(_words_of(claim))]
    if not named:
        return claims
    first = min(named)
    early = {
        id(claim)
        for claim in events
        if not _NAMED_LEARNING.search(_words_of(claim))
        and (first.first - max(_value(date) for date in claim.dates).last).days >= _WEEKS_BEFORE
    }
    return tuple(replace(claim, role=Role.INTERIM_EVENT) if id(claim) in early else claim for claim in claims)


_NAMED_LEARNING = compile_pattern(r"\blearning\b|\bdysgu\b", re.IGNORECASE)
_WEEKS_BEFORE = 28
"""Days by which an interim gathering comes before the learning event, at least."""


def _words_of(claim: Claim) -> str:
    """What tells a claim's role: its label, or its sentence."""
    return claim.statement.label if claim.labelled else claim.statement.text


# ------------------------------------------------------------------ one step


def _step(claims: Iterable[Claim], role: Role, *, last: bool = False) -> Step:
    """A step with its best date: a label's before a passage's, the first of them (or the last)."""
    own = [claim for claim in claims if claim.role is role]
    dated = [(claim, date) for claim in own for date in claim.dates if date.value and date.value.at_least_month]
    loose = [(claim, date) for claim in own for date in claim.dates if date.value and not date.value.at_least_month]
    return Step(
        date=_best(dated, last),
        loose=_best(loose, last),
        vague=tuple(dict.fromkeys(span for claim in own for span in _vague(claim))),
        mentions=tuple(dict.fromkeys(claim.cue or claim.statement.spans[0] for claim in own if _counts(claim))),
    )


def _best(dated: list[tuple[Claim, Dated]], last: bool) -> Fact[PartialDate] | None:
    if not dated:
        return None
    labelled = [pair for pair in dated if pair[0].labelled]
    order = labelled or dated
    claim, date = max(order, key=lambda pair: _value(pair[1])) if last else order[0]
    same = [date.span] + [other.span for _, other in dated if other.value == date.value and other is not date]
    return Fact(_value(date), tuple(dict.fromkeys(same)), "label" if claim.labelled else "passage")


def _value(date: Dated) -> PartialDate:
    if date.value is None:  # pragma: no cover  claims carry dates that exist
        raise ValueError("an impossible date has no value")
    return date.value


def _vague(claim: Claim) -> list[Span]:
    """Where a claim without a month dates its step loosely, or by a year or season."""
    loose = [date.span for date in claim.dates if date.value and not date.value.at_least_month]
    match = _words("vague", "loose").search(claim.statement.text)
    return loose or (list(claim.statement.spans[:1]) if match else [])


def _counts(claim: Claim) -> bool:
    """Whether a claim says that the step happened: an empty or unset row ('Referral date: TBC') does not."""
    if not claim.labelled or claim.dates:
        return True
    rest = claim.statement.text.replace(claim.statement.label, "", 1).strip(" |:–—-.")
    return bool(rest) and not _words("unset", "loose").search(rest)


# ------------------------------------------------------------------ the learning events, the end


def _learning_events(claims: Iterable[Claim]) -> tuple[Fact[PartialDate], ...]:
    """The days of the learning events, in order, each once; a month that one of the days lies in is that day."""
    told: dict[PartialDate, list[Span]] = {}
    how: dict[PartialDate, str] = {}
    for claim in claims:
        if claim.role is not Role.LEARNING_EVENT:
            continue
        for date in claim.dates:
            for value in _days(date):
                if value.at_least_month:
                    told.setdefault(value, []).append(date.span)
                    how.setdefault(value, "label" if claim.labelled else "passage")
    days = [value for value in told if value.precision is calendar.Precision.DAY]
    kept = [value for value in sorted(told) if value in days or not any(value.overlaps(day) for day in days)]
    return tuple(Fact(value, tuple(dict.fromkeys(told[value])), how[value]) for value in kept)


def _learning_lag(review: Review, claims: Iterable[Claim]) -> Fact[float] | None:
    """How long after the event the learning event is said to have been, in its sentence or the next of the paragraph."""
    after = dict(zip(review.statements, review.statements[1:], strict=False))
    for claim in claims:
        if claim.role is not Role.LEARNING_EVENT:
            continue
        following = after.get(claim.statement)
        beside = [following] if following is not None and following.block == claim.statement.block else []
        for statement in (claim.statement, *beside):
            for length in numbers.lengths(statement.text):
                link = _SINCE.match(statement.text, length.end)
                if link and incident.tells_harm(statement.text[link.end() : link.end() + _NEAR]):
                    return Fact(length.months, statement.spans[:1], "words")
    return None


_SINCE = compile_pattern(r"\s+(?:\w+\s+){0,3}?(?:after|since|following|on\s+from)\b", re.IGNORECASE)
_NEAR = 40
"""Characters after 'since' or 'after' in which the event is named."""


def _days(date: Dated) -> list[PartialDate]:
    """An event over some days has its first and its last."""
    if date.value is None:
        return []
    if date.until is not None and (date.until.last - date.value.first).days <= 31:
        return [date.value, date.until]
    return [date.value]


def _signoff(review: Review) -> Fact[PartialDate] | None:
    dated = [(signature.date, signature.spans) for signature in review.signoff.signatures if signature.date is not None]
    if not dated:
        return None
    latest, spans = max(dated, key=lambda pair: (pair[0].last, pair[0].first))
    return Fact(latest, _date_spans(review, spans, latest), "signature block")


def _date_spans(review: Review, spans: tuple[Span, ...], latest: PartialDate) -> tuple[Span, ...]:
    """Of a signature's spans, the date's own where it can be told."""
    exact = [
        Span(span.block, written.start, written.end)
        for span in spans
        for written in calendar.find(review.document.blocks[span.block].text)
        if written.value == latest
    ]
    return tuple(dict.fromkeys(exact)) or spans


def _cover_date(review: Review, publication: Step) -> Fact[PartialDate] | None:
    """A date on the title page that no label gives another role."""
    published = set(publication.date.spans) if publication.date else set()
    for statement in review.statements:
        if review.outline.kind(statement.block) is not SectionKind.TITLE or len(statement.text) > 120:
            continue
        if statement.label and roles.label_role(statement.label):
            continue
        for date in statement.dates:
            if date.value is None or date.until is not None or not date.value.at_least_month:
                continue
            if date.span not in published:
                return Fact(date.value, (date.span,), "title page", Confidence.MEDIUM)
    return None


def _publication_unset(claims: Iterable[Claim]) -> tuple[Span, ...]:
    return tuple(
        span
        for claim in claims
        if claim.role is Role.PUBLICATION and claim.labelled and not claim.dates
        for span in claim.statement.spans
    )


# ------------------------------------------------------------------ all in one place


def _summary(claims: Iterable[Claim], event: incident.Incident) -> tuple[tuple[Span, ...], frozenset[str]]:
    """The table, run of lines or paragraph that gives the most of the four key dates, if it gives two or more."""
    places: dict[int, dict[str, Span]] = {}
    paragraphs: dict[int, int] = {}
    for claim in claims:
        name = _KEY_ROLES.get(claim.role)
        date = next((date for date in claim.dates if date.value and date.value.at_least_month), None)
        if name and date:
            places.setdefault(claim.group, {}).setdefault(name, date.span)
            paragraphs.setdefault(claim.statement.block, claim.group)
    for span in event.date.spans if event.date and event.date.value.at_least_month else ():
        if span.block in paragraphs:
            places[paragraphs[span.block]].setdefault("incident", span)
    if not places:
        return (), frozenset()
    best = max(places.values(), key=len)
    return (tuple(best.values()), frozenset(best)) if len(best) >= 2 else ((), frozenset())


# ------------------------------------------------------------------ what is left out, and why


def _withheld(review: Review) -> tuple[Span, ...]:
    """Sentences that say that dates are left out, with a reason in them or in the next sentence."""
    found = []
    for sentences in review.prose.by_block.values():
        if review.outline.within(sentences[0].block, *_LATER) if sentences else True:
            continue
        for index, sentence in enumerate(sentences):
            if _words("withheld").search(sentence.text) and "date" in sentence.text.lower():
                following = sentences[index + 1].text if index + 1 < len(sentences) else ""
                if _reasoned(sentence.text) or _reasoned(following):
                    found.append(sentence.span)
    return tuple(found)


def _reasoned(text: str) -> bool:
    return bool(_words("reasons").search(text) or _words("identity").search(text))


def _no_learning_event(review: Review) -> tuple[Span, ...]:
    """Where it is said that no learning event was held, with the reason in that sentence or the next."""
    found: list[Span] = []
    for sentences in review.prose.by_block.values():
        for index, sentence in enumerate(sentences):
            if _words("not_held", "learning").search(sentence.text):
                following = sentences[index + 1] if index + 1 < len(sentences) else None
                if _words("reasons").search(sentence.text):
                    found.append(sentence.span)
                elif following and _words("reasons").search(following.text):
                    found += [sentence.span, following.span]
    return tuple(found)
