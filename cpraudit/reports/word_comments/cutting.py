"""Cuts runs of a Word file where a comment begins or ends, with their formatting, and puts the comment's marks there.

First every cut is made, then the marks are put in: so no cut parts a mark from the words it belongs to.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from cpraudit.readers.word.names import PPR, RPR, RUN, W14, P, T, W
from cpraudit.readers.word.tracing import Spot, Stretch

_TEXTS = {T, f"{W}delText"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ID = f"{W}id"
_HOLDERS = {P} | {
    f"{W}{name}"
    for name in ("hyperlink", "ins", "del", "moveFrom", "moveTo", "sdtContent", "smartTag", "customXml", "fldSimple",
                 "dir", "bdo")
}  # fmt: skip
"""What may hold the marks of a comment beside runs."""
_FIELDS = [f"{W}{name}" for name in ("text", "date", "dropDownList", "comboBox")] + [f"{W14}checkbox"]
"""Properties of a content control that holds one value: a comment is about the whole of it."""


class Cutter:
    """Puts comments into the main part of one Word file."""

    def __init__(self, root: etree._Element, reference: etree._Element | None = None) -> None:
        """`reference` is the look of a reference mark, where the file has a style for it."""
        self._root = root
        self._look = reference
        self._fragments: dict[etree._Element, list[tuple[int, etree._Element]]] = {}
        """For a text element that was cut, its pieces, each with the number of characters before it."""
        self._behind: dict[etree._Element, etree._Element] = {}
        """The last mark that was put behind an element."""
        self._opened: dict[etree._Element, etree._Element] = {}
        """The last mark that was put at the beginning of a paragraph."""
        self._last_id: int | None = None

    def mark(self, stretches: Sequence[tuple[int, Stretch]]) -> None:
        """Put in the marks of comments, each a number and what it is about; at one place the first stands first."""
        for _, stretch in stretches:
            for spot, opening in ((stretch.start, True), (stretch.end, False)):
                if spot is not None:
                    self._cut(spot, opening=opening)
        for number, stretch in stretches:
            if stretch.start is None or stretch.end is None:
                self._around_paragraph(number, stretch.paragraph)
            else:
                self._around(
                    number, self._host(self._piece(stretch.start, opening=True)),
                    self._host(self._piece(stretch.end, opening=False)),
                )  # fmt: skip

    def _piece(self, spot: Spot, *, opening: bool) -> etree._Element:
        """The piece of a text element that begins at a spot, or ends there."""
        pieces = self._fragments.get(spot.element, [(0, spot.element)])
        return [piece for at, piece in pieces if at <= spot.offset - (not opening) or at == 0][-1]

    def _cut(self, spot: Spot, *, opening: bool) -> None:
        """Let a run begin at a spot, or end there."""
        piece = self._piece(spot, opening=opening)
        run = self._host(piece)
        if run.tag != RUN:
            return
        begun = next(at for at, known in self._fragments.get(spot.element, [(0, spot.element)]) if known is piece)
        inside = spot.offset - begun
        behind = not opening
        if piece.tag in _TEXTS and 0 < inside < len(piece.text or ""):
            pieces = self._fragments.setdefault(spot.element, [(0, spot.element)])
            pieces.append((spot.offset, _cut_text(piece, inside)))
            pieces.sort(key=lambda known: known[0])
            behind = True
        child = _child_of(run, piece)
        following = child.getnext() if behind else child
        if following is not None:
            self._cut_run(run, following)

    def _cut_run(self, run: etree._Element, first: etree._Element) -> None:
        """Put a child of a run and what follows it into a run of its own that looks the same."""
        before = list(first.itersiblings(preceding=True))
        if all(child.tag == RPR for child in before):
            return
        rest = _like(run)
        properties = run.find(RPR)
        if properties is not None:
            copied = deepcopy(properties)
            for change in copied.iter(f"{W}rPrChange"):
                change.set(_ID, self._next_id())
            rest.append(copied)
        rest.extend([first, *first.itersiblings()])
        run.addnext(rest)

    def _next_id(self) -> str:
        """A number that no tracked change has."""
        if self._last_id is None:
            told = [element.get(_ID, "") for element in self._root.iter("{*}*")]
            self._last_id = max((int(number) for number in told if number.isdecimal()), default=0)
        self._last_id += 1
        return str(self._last_id)

    def _host(self, element: etree._Element) -> etree._Element:
        """The run, or what stands for one, beside which the marks of a comment on an element may stand."""
        lineage = [element]
        for holder in element.iterancestors():
            if holder.tag == P:
                break
            lineage.append(holder)
        runs = [at for at, holder in enumerate(lineage) if holder.tag == RUN]
        controls = [at for at, holder in enumerate(lineage) if _is_field(holder)]
        at = max([0, *runs, *controls])
        while at + 1 < len(lineage) and lineage[at + 1].tag not in _HOLDERS:
            at += 1
        return lineage[at]

    def _around(self, number: int, first: etree._Element, last: etree._Element) -> None:
        first.addprevious(_mark("commentRangeStart", number))
        end = _mark("commentRangeEnd", number)
        self._behind.get(last, last).addnext(end)
        self._behind[last] = end
        outermost = last
        for holder in last.iterancestors():
            if holder.tag == P:
                break
            outermost = holder
        reference = self._reference(number)
        self._behind.get(outermost, outermost).addnext(reference)
        self._behind[outermost] = reference

    def _around_paragraph(self, number: int, paragraph: etree._Element) -> None:
        start = _mark("commentRangeStart", number)
        properties = paragraph.find(PPR)
        before = self._opened.get(paragraph, properties)
        if before is None:
            paragraph.insert(0, start)
        else:
            before.addnext(start)
        self._opened[paragraph] = start
        paragraph.extend([_mark("commentRangeEnd", number), self._reference(number)])

    def _reference(self, number: int) -> etree._Element:
        run = etree.Element(RUN)
        if self._look is not None:
            run.append(deepcopy(self._look))
        run.append(_mark("commentReference", number))
        return run


def _mark(name: str, number: int) -> etree._Element:
    mark = etree.Element(f"{W}{name}")
    mark.set(_ID, str(number))
    return mark


def _like(element: etree._Element) -> etree._Element:
    """An element of the same name and attributes, with nothing in it."""
    alike = etree.Element(element.tag)
    for name, value in element.items():
        alike.set(name, value)
    return alike


def _cut_text(text: etree._Element, at: int) -> etree._Element:
    """Cut a text element in two; the second part, which stands behind the first."""
    words = text.text or ""
    rest = _like(text)
    text.text, rest.text = words[:at], words[at:]
    for part in (text, rest):
        part.set(_SPACE, "preserve")
    text.addnext(rest)
    return rest


def _child_of(run: etree._Element, element: etree._Element) -> etree._Element:
    """The child of a run that an element is or stands in."""
    child = element
    for holder in element.iterancestors():
        if holder is run:
            break
        child = holder
    return child


def _is_field(holder: etree._Element) -> bool:
    """Whether an element is a content control that holds one value."""
    properties = holder.find(f"{W}sdtPr") if holder.tag == f"{W}sdt" else None
    return properties is not None and any(properties.find(name) is not None for name in _FIELDS)
