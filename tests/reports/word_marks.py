"""What a Word file's comments are about, read from its markup alone: no reader of the product takes part."""

from __future__ import annotations

import io
import posixpath
import re
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
    for root in (document, comments):
        for holder, first in (("p", "pPr"), ("r", "rPr")):
            for element in root.iter(f"{W}{holder}"):
                assert all(child.tag != f"{W}{first}" for child in list(element)[1:])
    for comment in comments:
        _assert_comment(comment)
    _assert_package(data)
    _assert_threads(data, comments)


def _assert_comment(comment: etree._Element) -> None:
    """CT_Comment of ECMA-376, part 1, 17.13.4.2: a number, an author, a date of xsd:dateTime, and blocks of text."""
    assert comment.tag == f"{W}comment"
    assert set(comment.attrib) <= {f"{W}{name}" for name in ("id", "author", "date", "initials")}
    assert re.fullmatch(r"\d+", comment.get(ID, ""))
    assert comment.get(f"{W}author")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", comment.get(f"{W}date", "2020-01-01T00:00:00Z"))
    assert len(comment) and all(child.tag in {f"{W}p", f"{W}tbl", f"{W}sdt"} for child in comment)
    for text in comment.iter(f"{W}t"):
        kept = text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        assert kept or (text.text or "") == (text.text or "").strip(), "a space at the edge would be lost"


def _assert_package(data: bytes) -> None:
    """Every part has a type, every relation leads to a part, and the comments have one of each."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
    types, relations = part(data, "[Content_Types].xml"), part(data, "word/_rels/document.xml.rels")
    assert types is not None and relations is not None
    typed = {told.get("PartName"): told.get("ContentType", "") for told in types if told.get("PartName")}
    endings = {told.get("Extension", "").lower() for told in types if told.get("Extension")}
    for name in names - {"[Content_Types].xml"}:
        assert f"/{name}" in typed or name.rpartition(".")[2].lower() in endings, name
    assert typed["/word/comments.xml"].endswith("wordprocessingml.comments+xml")
    assert sum(told.get("PartName") == "/word/comments.xml" for told in types) == 1
    assert len({relation.get("Id") for relation in relations}) == len(relations)
    told = [relation.get("Target") for relation in relations if relation.get("Type", "").endswith("/comments")]
    assert told in (["comments.xml"], ["/word/comments.xml"])
    for relation in relations:
        if relation.get("TargetMode") != "External":
            target = relation.get("Target", "")
            assert posixpath.normpath(target.lstrip("/") if target.startswith("/") else f"word/{target}") in names, target


def _assert_threads(data: bytes, comments: etree._Element) -> None:
    """What is told of threads is told of paragraphs that are there."""
    for name in ("word/commentsExtended.xml", "word/commentsIds.xml"):
        told = part(data, name)
        if told is None:
            continue
        known = {value for p in comments.iter(f"{W}p") for key, value in p.items() if key.endswith("}paraId")}
        for thread in told:
            for key, value in thread.items():
                assert not key.endswith(("}paraId", "}paraIdParent")) or value in known
