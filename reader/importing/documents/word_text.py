"""The running text of Word: runs with their formatting as marks over a text, and pictures, boxes and notes in them."""

from __future__ import annotations

import re
from urllib.parse import quote

from reader.importing.documents.archives import attribute, local
from reader.importing.documents.word_parts import child, is_mono, is_on, value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from reader.importing.documents.prose_building import ProseBuilder
    from reader.importing.documents.word_parts import WordParts
    from reader.model.text import SpanKind

_SKIPPED_WORDS = """del moveFrom pPr rPr instrText delText commentRangeStart commentRangeEnd proofErr bookmarkEnd sectPr
    footnoteRef endnoteRef separator continuationSeparator annotationRef lastRenderedPageBreak fldChar"""
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
_FIELD_LINK = re.compile(r"HYPERLINK\s+\"([^\"]+)\"")
_FIELD_PLACE = re.compile(r"HYPERLINK\s+\\l\s+\"([^\"]+)\"")
"""A link of a field to a bookmark."""
_WEB = re.compile(r"(?:https?://|mailto:)\S+\Z", re.IGNORECASE)


class InlinePicture:
    """A picture in a paragraph: the name of its part, and its description."""

    __slots__ = ("alt", "part")

    def __init__(self, part: str, alt: str) -> None:
        self.part, self.alt = part, alt


class RunReader:
    """Adds the runs of a paragraph to a text; collects its pictures and boxes."""

    def __init__(self, parts: WordParts) -> None:
        """Takes the parts that runs refer to."""
        self._parts = parts
        self.linked: frozenset[str] = frozenset()
        """Names of bookmarks that links lead to."""
        self.places: list[str] = []
        """Those of them that began so far; whoever uses them empties the list."""
        self.note_ids: dict[str, str] = {}
        """Ids of notes by their kind and their ids in the file, in the order of their marks."""
        self.pictures: list[InlinePicture] = []
        self.boxes: list[Element] = []
        self._link = ""
        self._field: list[str] = []

    def add(self, element: Element, builder: ProseBuilder) -> None:
        """Adds an element and the runs in it."""
        name = local(element)
        if name == "fldChar":
            self._begin_or_end_field(element, builder)
        elif name == "instrText" and self._field:
            self._field[-1] += element.text or ""
        if name in _SKIPPED:
            return
        match name:
            case "r":
                self._add_run(element, builder)
            case "t" | "tab" | "ptab" | "br" | "cr" | "noBreakHyphen" | "sym":
                _add_characters(element, builder)
            case "bookmarkStart":
                self.places += [each for each in [attribute(element, "name")] if each in self.linked]
            case "hyperlink":
                target = self._parts.targets.get(attribute(element, "id"), "")
                self._add_linked(element, target or f"#{attribute(element, 'anchor')}", builder)
            case "footnoteReference" | "endnoteReference":
                key = f"{name.removesuffix('Reference')} {attribute(element, 'id')}"
                if key in self._parts.notes:
                    builder.mark(self.note_ids.setdefault(key, str(len(self.note_ids) + 1)))
            case "ruby":
                self._add_ruby(element, builder)
            case "drawing" | "pict" | "object":
                self._add_drawing(element)
            case "AlternateContent":
                chosen = child(element, "Choice")
                self._add_all(chosen if chosen is not None else element, builder)
            case "oMath" | "oMathPara":
                builder.add("".join(each.text or "" for each in element.iter() if local(each) == "t"))
            case _:
                self._add_all(element, builder)

    def _add_all(self, element: Element, builder: ProseBuilder) -> None:
        for each in element:
            self.add(each, builder)

    def _add_run(self, run: Element, builder: ProseBuilder) -> None:
        properties = child(run, "rPr")
        if is_on(properties, "vanish") or is_on(properties, "webHidden"):
            return
        marks = self._marks(properties)
        for kind in marks:
            builder.begin(kind)
        self._add_all(run, builder)
        for _ in marks:
            builder.end()

    def _marks(self, properties: Element | None) -> list[SpanKind]:
        style = self._parts.styles.get(value(properties, "rStyle"))
        if is_mono(properties) or (style and style.is_mono):
            return ["code"]
        marks: list[SpanKind] = []
        if is_on(properties, "b"):
            marks.append("strong")
        if is_on(properties, "i"):
            marks.append("emphasis")
        align = value(properties, "vertAlign")
        if align in ("superscript", "subscript"):
            marks.append("superior" if align == "superscript" else "inferior")
        return marks

    def _add_linked(self, element: Element, target: str, builder: ProseBuilder) -> None:
        is_inside = target[1:] in self.linked and target.startswith("#")
        if not _WEB.match(target) and not is_inside:
            self._add_all(element, builder)
            return
        builder.begin("link", target if is_inside else quote(target, safe="!#$%&'*+,/:;=?@[]~-._"))
        self._add_all(element, builder)
        builder.end()

    def _begin_or_end_field(self, element: Element, builder: ProseBuilder) -> None:
        """Follows a field over its runs: that of a link is one over the runs of its result."""
        match attribute(element, "fldCharType"):
            case "begin":
                self._field.append("")
            case "separate" if self._field:
                target = self._target_of_field(self._field[-1])
                if target and not self._link:
                    self._link = target
                    builder.begin_apart("link", self._link)
                    self._field[-1] = "link"
            case "end" if self._field:
                if self._field.pop() == "link":
                    builder.end_apart()
                    self._link = ""

    def _target_of_field(self, code: str) -> str:
        """Returns the target of a field that is a link to the web or to a bookmark; empty for other fields."""
        if (place := _FIELD_PLACE.search(code)) and place[1] in self.linked:
            return f"#{place[1]}"
        found = _FIELD_LINK.search(code)
        return quote(found[1], safe="!#$%&'*+,/:;=?@[]~-._") if found and _WEB.match(found[1]) else ""

    def _add_ruby(self, element: Element, builder: ProseBuilder) -> None:
        reading, base = child(element, "rt"), child(element, "rubyBase")
        words = "".join(each.text or "" for each in reading.iter() if local(each) == "t") if reading is not None else ""
        if words.strip():
            builder.begin("reading", words.strip())
        if base is not None:
            self._add_all(base, builder)
        if words.strip():
            builder.end()

    def _add_drawing(self, element: Element) -> None:
        boxes = [each for each in element.iter() if local(each) == "txbxContent"]
        self.boxes += boxes
        alt = next((attribute(each, "descr") for each in element.iter() if local(each) == "docPr"), "")
        for each in element.iter():
            target = (
                attribute(each, "embed")
                if local(each) == "blip"
                else attribute(each, "id")
                if local(each) == "imagedata"
                else ""
            )
            if part := self._parts.targets.get(target, ""):
                self.pictures.append(InlinePicture(part, " ".join(alt.split())))
                return


def _add_characters(element: Element, builder: ProseBuilder) -> None:
    """Adds an element that is characters."""
    match local(element):
        case "t":
            builder.add(element.text or "")
        case "tab" | "ptab":
            builder.add("\t")
        case "noBreakHyphen":
            builder.add("-")
        case "sym":
            builder.add(_symbol(attribute(element, "char")))
        case _ if attribute(element, "type") not in ("page", "column"):
            builder.end_line()


def _symbol(code: str) -> str:
    """Returns the character of a symbol; fonts of symbols number theirs in the private use area."""
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ue000" <= character <= "\uf8ff" else character


def places_in_fields(body: Element) -> Iterator[str]:
    """Yields the names of bookmarks that fields of a text lead to; Word divides the code of a field into runs."""
    code = "".join(each.text or "" for each in body.iter() if local(each) == "instrText")
    yield from (found[1] for found in _FIELD_PLACE.finditer(code))
