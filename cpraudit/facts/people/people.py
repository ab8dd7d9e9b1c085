"""The chair of the review panel and the reviewers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cpraudit.facts.agencies import gazetteer
from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.people import names, people_labels, people_sentences, posts
from cpraudit.facts.people.people_sentences import REVIEWER
from cpraudit.facts.people.signatures import Signer
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class Person:
    """A named professional of the review; the name is None for 'an Independent Reviewer was appointed'."""

    name: str | None
    role: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class People:
    """Who led the review."""

    chair: Fact[Person] | None
    reviewers: tuple[Fact[Person], ...]


AGENCY = compile_pattern(
    r"\b(?:the )?((?:[A-ZÂÊÎÔÛŴŶ][\w'’&-]+ ){0,5}(?:(?:University )?Health Board|NHS Trust|Police|(?:County )?(?:Borough )?Council|City Council|Probation Service|"
    r"Youth Justice Service|Safeguarding Board|Education Department|Children['’]s Services|Ambulance Service[s]?|University|Public Health Wales|Housing Association|"
    r"Local Authority|Barnardo['’]s(?: Cymru)?|NSPCC(?: Cymru)?))\b"
)


_INDEPENDENT = compile_pattern(
    r"\b(?:independent (?:\w+ ){0,3}(?:consultant|adviser|chair|practitioner|social worker|nurse)|(?:a |an )?(?:charity|voluntary organisation|fostering agency|housing association|law firm))\b",
    re.IGNORECASE,
)
"""Said of somebody who belongs to no agency, or to one of a kind that is not named."""
_RANK = compile_pattern(r"\b(?:Detective |Chief |Temporary )*(?:Superintendent|Inspector|Constable|Sergeant)\b")
"""A rank that only the police have."""


def find(review: Review) -> People:
    """From the scope of the panel, the title page, the process and the signature block."""
    chair = _chair(review)
    return People(chair, _reviewers(review, chair.value.name if chair else None))


def _chair(review: Review) -> Fact[Person] | None:
    signed = next((s for s in review.signoff.by(Signer.CHAIR) if s.name), None)
    told = [*people_labels.chairs(review), *people_sentences.chairs(review)]
    by_name = [one for one in told if one.name]
    signing = [one for one in by_name if signed and signed.name and one.name and names.same(one.name, signed.name)]
    named = next(iter(signing or by_name), None)  # of two who chaired one after the other, the one who signs
    if named and named.name:
        same = [one for one in told if one.name and names.same(one.name, named.name)]
        abouts = [one.about for one in same] + _told_of(review, named.name)
        person = Person(
            _fullest([one.name for one in same if one.name]),
            next(filter(None, map(_post, abouts)), None),
            next(filter(None, map(_agency, abouts)), None),
        )
        return Fact(person, (named.span, *(signed.spans[:1] if signed else ())), named.how)
    post = told[0] if told else None
    agency = _agency(post.about) if post else None
    if signed and signed.name:
        abouts = _told_of(review, signed.name)
        agency = agency or next(filter(None, map(_agency, abouts)), None)
        return Fact(
            Person(signed.name, _post(post.about) if post else None, agency), signed.spans[:2], "signature block"
        )
    return Fact(Person(None, _post(post.about), agency), (post.span,), post.how, Confidence.MEDIUM) if post else None


def _fullest(told: list[str]) -> str:
    """The first form of a name that has a forename, else the first."""
    return next((name for name in told if len(names.plain(name)[0]) > 1), told[0])


def _told_of(review: Review, name: str) -> list[str]:
    """What stands behind a name in each sentence that has it, and the sentences after it that go on with 'She' or 'He'."""
    surname = names.plain(name)[-1]
    found = []
    for block in review.prose.blocks:
        going_on = False
        for sentence in review.prose.by_block.get(block.index, ()) if surname in block.text.lower() else ():
            at = sentence.text.lower().find(surname)
            others = [other for other, _, _ in names.names_in(sentence.text) if not names.same(other, name)]
            if at >= 0:
                found.append(sentence.text[at + len(surname) :])
            elif going_on and not others and re.match(r"(?:She|He|They)\b", sentence.text):
                found.append(sentence.text)
            going_on = (at >= 0 or going_on) and not others
    return found


def _reviewers(review: Review, chair: str | None) -> tuple[Fact[Person], ...]:
    found: list[Fact[Person]] = []
    for told in (*people_labels.reviewers(review), *people_sentences.reviewers(review)):
        if told.name and not (chair and names.same(told.name, chair)):
            person = Person(names.settled(told.name), _post(told.about), _agency(told.about))
            _add(found, Fact(person, (told.span,), told.how))
    for signature in review.signoff.by(Signer.REVIEWER):
        if signature.name and signature.spans and not (chair and names.same(signature.name, chair)):
            person = Person(names.settled(signature.name), None, None)
            _add(found, Fact(person, signature.spans[:1], "signature block"))
    unnamed = None if found else people_sentences.unnamed(review)
    if unnamed:
        return (Fact(Person(None, unnamed[0], None), (unnamed[1],), "text", Confidence.MEDIUM),)
    return tuple(found)


def _add(found: list[Fact[Person]], new: Fact[Person]) -> None:
    """Put one more telling of a reviewer to what is known of the same person."""
    for place, known in enumerate(found):
        if known.value.name and new.value.name and names.same(known.value.name, new.value.name):
            value = replace(
                known.value,
                name=max(known.value.name, new.value.name, key=len),
                role=known.value.role or new.value.role,
                agency=known.value.agency or new.value.agency,
            )
            found[place] = Fact(value, (*known.spans, *new.spans), known.how)
            return
    found.append(new)


def _post(rest: str) -> str | None:
    """The post or role that is told after a name."""
    text = re.sub(r"^[\s,;:(–-]+(?:who (?:is|was) )?|^\s*(?:is|was|who is) ", "", rest.strip("."))
    text = re.split(r"[.;)]| who | and (?=[A-Z])", text)[0].strip(" ,–-")
    if text.lower().startswith(("chaired", "was appointed", "were appointed")) or not text:
        match = re.search(REVIEWER, rest, re.IGNORECASE)
        return match.group() if match else None
    return text if len(text) > 3 and not re.search(r"\d", text) else None


def _agency(rest: str) -> str | None:
    """The agency that somebody is said to be of: a body by its form of name, one that is known, or none but 'independent'."""
    clause = rest.split(". ", maxsplit=1)[0]
    if match := AGENCY.search(clause):
        return match.group(1).strip()
    for naming in next(iter(gazetteer.namings([clause]))):
        words = clause[naming.start : naming.end]
        if words[:1].isupper() and (naming.entry.name != naming.entry.kind or not posts.posts_in(words)):
            return words
    if rank := _RANK.search(clause):
        return f"police ({rank.group()})"
    return independent.group().strip() if (independent := _INDEPENDENT.search(clause)) else None
