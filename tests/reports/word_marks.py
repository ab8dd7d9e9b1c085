"""What a Word file's comments are about, read from its markup alone: no reader of the product takes part."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ID = f"{W}id"
SPACES = {f"{W}tab", f"{W}br", f"{W}cr", f"{W}ptab"}
RUN_PROPERTIES = f"{W}rPr"


def part(data: bytes, name: str) -> etree._Element | None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name)) if name in archive.namelist() else None


def letters(element: etree._Element) -> str:
    """What one element shows."""
    if element.tag in {f"{W}t", f"{M}t"}:
        return element.text or ""
    if element.tag in SPACES and element.getparent().tag == f"{W}r":
        return " "
    return {f"{W}noBreakHyphen": "-", f"{W}sym": "?"}.get(element.tag, "")


def unseen(element: etree._Element) -> bool:
    hidden = {f"{W}txbxContent", f"{W}rt", f"{W}del", f"{W}moveFrom"}
    return any(holder.tag in hidden for holder in element.iterancestors())


def commented_words(document: etree._Element) -> dict[str, str]:
    """For each comment, the words between its marks."""
    opened: dict[str, list[str]] = {}
    closed: dict[str, str] = {}
    for element in document.iter():
        if element.tag == f"{W}commentRangeStart":
            opened[element.get(ID)] = []
        elif element.tag == f"{W}commentRangeEnd":
            closed[element.get(ID)] = "".join(opened.pop(element.get(ID)))
        elif isinstance(element.tag, str) and not unseen(element):
            for heard in opened.values():
                heard.append(letters(element))
    return closed


def formatted(document: etree._Element) -> list[tuple[str, str]]:
    """Every character of the text with the formatting and the wrappers that it stands in."""
    found = []
    for element in document.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br"):
        run = element.getparent()
        if run.tag != f"{W}r":
            continue
        look = run.find(RUN_PROPERTIES)
        told = "" if look is None else etree.tostring(look, method="c14n").decode()
        around = [holder.tag for holder in run.iterancestors()]
        found += [(character, told + str(around)) for character in (element.text or "\n")]
    return found


ALLOWED = {
    f"{W}{name}"
    for name in ("p", "body", "tc", "hyperlink", "ins", "del", "moveFrom", "moveTo", "sdtContent", "smartTag",
                 "customXml", "fldSimple", "dir", "bdo")
}  # fmt: skip


def assert_sound(data: bytes) -> None:
    """Paired ranges, unique numbers, a reference behind each range, marks only where the schema has them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == len(set(archive.namelist()))
    document, comments = part(data, "word/document.xml"), part(data, "word/comments.xml")
    assert document is not None and comments is not None
    numbers = [comment.get(ID) for comment in comments]
    assert len(numbers) == len(set(numbers))
    order = {element: at for at, element in enumerate(document.iter())}
    marks = {}
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found = list(document.iter(f"{W}{name}"))
        assert sorted(mark.get(ID) for mark in found) == sorted(numbers), name
        marks[name] = {mark.get(ID): order[mark] for mark in found}
        for mark in found:
            parent = mark.getparent()
            assert parent.tag == f"{W}r" if name == "commentReference" else parent.tag in ALLOWED
    for number in numbers:
        assert marks["commentRangeStart"][number] < marks["commentRangeEnd"][number] < marks["commentReference"][number]
    for paragraph in document.iter(f"{W}p"):
        assert all(child.tag != f"{W}pPr" for child in list(paragraph)[1:])
    types, relations = part(data, "[Content_Types].xml"), part(data, "word/_rels/document.xml.rels")
    assert types is not None and relations is not None
    assert sum(told.get("PartName") == "/word/comments.xml" for told in types) == 1
    assert sum(relation.get("Type", "").endswith("/comments") for relation in relations) == 1
