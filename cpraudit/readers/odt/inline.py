"""The words of one paragraph of an OpenDocument text, with what stands among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import prod

from lxml import etree

from cpraudit.document.clean import tidy
from cpraudit.document.model import Look, Mark, MarkKind
from cpraudit.readers.odt.changes import Change
from cpraudit.readers.odt.names import (
    DC,
    DRAW,
    FIELD,
    FORM,
    LIST,
    LOEXT,
    NOTE,
    OFFICE,
    STYLE_NAME,
    SVG,
    TABLE,
    TEXT,
    XLINK,
    XML_ID,
    H,
    P,
    letters_of,
)
from cpraudit.readers.odt.styles import Styled, Styles
from cpraudit.readers.pictured import points_of

BREAK = "\x1e"
"""Parts two paragraphs within the words of one: a deletion that is undone may hold several."""
_SKIPPED = {
    f"{TEXT}ruby-text", f"{OFFICE}annotation-end", f"{TEXT}tracked-changes", f"{OFFICE}event-listeners",
    f"{SVG}title", f"{SVG}desc", f"{TEXT}script",
}  # fmt: skip
_MOST_OPEN = 20
"""Changes that are open at once and are told their words."""
_TICKS = ("☐", "☒")


@dataclass
class Words:
    """What a paragraph holds."""

    letters: list[str] = field(default_factory=list)
    looks: Counter[Styled] = field(default_factory=Counter)
    """Letters by their look."""
    pictures: int = 0
    area: float = 0.0
    """Square points that the pictures take."""
    unfilled: list[str] = field(default_factory=list)
    """What fields show until somebody fills them in."""
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    """Numbers of the marks that are anchored here."""

    @property
    def text(self) -> str:
        """The words, untidied; tabs are tabs."""
        return "".join(self.letters)

    def look(self, base: Styled, *, shaded: bool) -> Look:
        """How the letters look: bold or italic where all of them are; the size of most of them."""
        shaded = shaded or bool(base.shaded)
        if not self.looks:
            return Look(shaded=shaded, centred=bool(base.centred))
        sizes: Counter[float | None] = Counter()
        for look, number in self.looks.items():
            sizes[look.size] += number
        return Look(
            bold=all(look.bold for look in self.looks),
            italic=all(look.italic for look in self.looks),
            size=sizes.most_common(1)[0][0],
            shaded=shaded,
            centred=bool(base.centred),
        )


class Inline:
    """Reads paragraphs, keeping account of the tracked changes that are open across them."""

    def __init__(self, styles: Styles, changes: dict[str, Change], controls: dict[str, str], *, final: bool) -> None:
        self._marks: list[Mark] = []
        self._texts: list[list[str]] = []
        self.embedded = 0
        self.left_out: set[str] = set()
        """Insertions that are being left out."""
        self._styles = styles
        self._changes = changes
        self._controls = controls
        """What form controls show, by their id."""
        self._final = final
        self._open: dict[str, int] = {}
        """The marks whose text is being read, by the id of their change."""
        self._handlers: dict[object, Callable[[etree._Element, Styled, Words], None]] = {
            f"{TEXT}span": self._span,
            f"{TEXT}s": self._spaces,
            f"{TEXT}tab": lambda _e, look, words: self.put("\t", look, words),
            f"{TEXT}line-break": lambda _e, look, words: self.put("\t", look, words),
            f"{TEXT}change-start": lambda e, _l, words: self.start(e, words),
            f"{TEXT}change-end": lambda e, _l, _w: self.end(e),
            f"{TEXT}change": self._change,
            f"{TEXT}hidden-text": self._hidden,
            f"{TEXT}hidden-paragraph": self._hidden,
            f"{OFFICE}annotation": self._comment,
            f"{LOEXT}content-control": self._control,
            f"{FIELD}fieldmark": self._field,
            f"{DRAW}control": self._form_control,
            f"{TEXT}placeholder": self._placeholder,
            f"{DRAW}image": self._picture,
            f"{DRAW}object": self._embedded,
            f"{DRAW}object-ole": self._embedded,
            f"{DRAW}text-box": lambda e, _l, words: words.boxes.append(e),
            NOTE: lambda e, _l, words: None if self.left_out else words.notes.append(e),
        }

    @property
    def marks(self) -> list[Mark]:
        """Every mark so far, with its words."""
        told = zip(self._marks, self._texts, strict=True)
        return [replace(mark, text=tidy("".join(texts))) for mark, texts in told]

    def read(self, paragraph: etree._Element, base: Styled) -> Words:
        """The words of a paragraph."""
        words = Words()
        self._children(paragraph, base, words)
        return words

    def put(self, text: str | None, look: Styled, words: Words) -> None:
        """Take letters as they are met, unless they are hidden or left out."""
        if not text:
            return
        for at in list(self._open.values())[:_MOST_OPEN]:
            self._texts[at].append(text)
        if self.left_out:
            return
        if look.hidden:
            self._mark(MarkKind.HIDDEN, text, words)
            return
        if look.highlighted and text.strip():
            self._mark(MarkKind.HIGHLIGHT, text, words)
        words.letters.append(text)
        if any(map(str.isalnum, text)):
            words.looks[look] += len(text)

    def start(self, element: etree._Element, words: Words) -> None:
        """An insertion (or a change of look) begins."""
        name = element.get(f"{TEXT}change-id", "")
        change = self._changes.get(name)
        if change is None:
            return
        self._add(Mark(change.kind, "", change.author, change.date), "", words)
        self._open[name] = len(self._marks) - 1
        if change.kind is MarkKind.INSERTION and not self._final:
            self.left_out.add(name)

    def end(self, element: etree._Element) -> None:
        """An insertion ends."""
        name = element.get(f"{TEXT}change-id", "")
        self._open.pop(name, None)
        self.left_out.discard(name)

    def hide(self, text: str, words: Words) -> None:
        """Note hidden text."""
        if text.strip():
            self._mark(MarkKind.HIDDEN, text, words)

    def _children(self, parent: etree._Element, look: Styled, words: Words) -> None:
        self.put(parent.text, look, words)
        for child in parent:
            handler = self._handlers.get(child.tag)
            if handler is not None:
                handler(child, look, words)
            elif child.tag not in _SKIPPED:
                if _is_written_shape(child):
                    words.boxes.append(child)
                else:
                    self._children(child, look, words)
            self.put(child.tail, look, words)

    def _span(self, span: etree._Element, look: Styled, words: Words) -> None:
        own = self._styles.of("text", span.get(STYLE_NAME))
        self._children(span, own.over(look), words)

    def _spaces(self, _: etree._Element, look: Styled, words: Words) -> None:
        self.put(" ", look, words)

    def _change(self, point: etree._Element, look: Styled, words: Words) -> None:
        """A place where text was deleted."""
        change = self._changes.get(point.get(f"{TEXT}change-id", ""))
        if change is None or change.kind is not MarkKind.DELETION:
            return
        paragraphs = list(change.content.iter(P, H))
        deleted = BREAK.join(tidy(letters_of(paragraph)) for paragraph in paragraphs)
        self._mark(MarkKind.DELETION, deleted.replace(BREAK, " "), words, change)
        if self._final:
            return
        for number, paragraph in enumerate(paragraphs):
            if number:
                words.letters.append(BREAK)
            self._children(paragraph, look, words)

    def _hidden(self, hidden: etree._Element, look: Styled, words: Words) -> None:
        if hidden.get(f"{TEXT}is-hidden") == "true":
            self._mark(MarkKind.HIDDEN, hidden.get(f"{TEXT}string-value") or letters_of(hidden), words)
        else:
            self._children(hidden, look, words)

    def _comment(self, comment: etree._Element, _: Styled, words: Words) -> None:
        text = " ".join(letters_of(paragraph) for paragraph in comment.iter(P))
        author, date = comment.findtext(f"{DC}creator") or "", comment.findtext(f"{DC}date") or ""
        self._add(Mark(MarkKind.COMMENT, "", author, date), text, words)

    def _control(self, control: etree._Element, look: Styled, words: Words) -> None:
        if control.get(f"{LOEXT}checkbox") == "true":
            self.put(_TICKS[control.get(f"{LOEXT}checked") == "true"], look, words)
        else:
            self._children(control, look, words)

    def _field(self, mark: etree._Element, look: Styled, words: Words) -> None:
        """A tick box of an older form."""
        if mark.get(f"{FIELD}type", "").endswith("FORMCHECKBOX"):
            ticked = any(
                parameter.get(f"{FIELD}value") == "true"
                for parameter in mark
                if parameter.get(f"{FIELD}name") == "Checkbox_Checked"
            )
            self.put(_TICKS[ticked], look, words)

    def _placeholder(self, placeholder: etree._Element, _: Styled, words: Words) -> None:
        """What a field shows until somebody fills it in."""
        if not self.left_out and (shown := tidy(letters_of(placeholder))):
            words.unfilled.append(shown)

    def _form_control(self, control: etree._Element, look: Styled, words: Words) -> None:
        self.put(self._controls.get(control.get(f"{DRAW}control", "")), look, words)

    def _picture(self, image: etree._Element, _: Styled, words: Words) -> None:
        frame = image.getparent()
        if self.left_out or frame is None or frame.find(f"{DRAW}image") is not image:
            return  # a frame may hold the same picture in several forms
        words.pictures += 1
        words.area = max(words.area, prod(points_of(frame.get(f"{SVG}{side}", "")) for side in ("width", "height")))

    def _embedded(self, element: etree._Element, _: Styled, _words: Words) -> None:
        self.embedded += bool(element.get(f"{XLINK}href"))

    def _mark(self, kind: MarkKind, text: str, words: Words, change: Change | None = None) -> None:
        author, date = (change.author, change.date) if change else ("", "")
        if change is None and words.marks and self._marks[words.marks[-1]].kind is kind:
            self._texts[words.marks[-1]].append(text)
            return
        self._add(Mark(kind, "", author, date), text, words)

    def _add(self, mark: Mark, text: str, words: Words) -> None:
        words.marks.append(len(self._marks))
        self._marks.append(mark)
        self._texts.append([text])


def _is_written_shape(element: etree._Element) -> bool:
    """Whether a drawing has words on it, without a text box to hold them."""
    return any(child.tag in {P, H, LIST} for child in element) and element.tag.startswith(DRAW)


def controls_of(body: etree._Element) -> dict[str, str]:
    """What the form controls of a text show: the state of tick boxes, the words of fields and lists."""
    found: dict[str, str] = {}
    for form in body.iter(f"{FORM}checkbox", f"{FORM}text", f"{FORM}textarea", f"{FORM}combobox", f"{FORM}date"):
        name = form.get(f"{FORM}id") or form.get(XML_ID) or ""
        if form.tag == f"{FORM}checkbox":
            state = form.get(f"{FORM}current-state") or form.get(f"{FORM}state")
            found[name] = f"{_TICKS[state == 'checked']} {form.get(f'{FORM}label', '')}"
        else:
            found[name] = form.get(f"{FORM}current-value") or form.get(f"{FORM}value") or ""
    return found


def is_table(element: etree._Element) -> bool:
    """Whether an element is a table."""
    return element.tag == f"{TABLE}table"
