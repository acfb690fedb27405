"""XLIFF (1.2 and 2) and TMX as documents: units of translation, each with its text in the languages that have it."""

from __future__ import annotations

import re

from reader.importing.documents.archives import attribute, local, parse_xml
from reader.importing.documents.document import Document, SourceUnit
from reader.importing.documents.languages import declared_tag
from reader.importing.documents.prose_building import ProseBuilder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from reader.model.text import SpanKind

_MARKUP = frozenset({"bpt", "ept", "ph", "it", "ut", "x", "bx", "ex", "sc", "ec", "cp", "hi-code"})
"""Elements whose content is markup of the translated file, or that stand for some."""
_KINDS: dict[str, SpanKind] = {
    "bold": "strong",
    "b": "strong",
    "strong": "strong",
    "italic": "emphasis",
    "i": "emphasis",
    "em": "emphasis",
}
_UNSURE = frozenset({"needs-translation", "needs-review-translation", "new", "needs-adaptation", "initial"})
_BREAK = re.compile(r"\b(?:lb|x-br|br)\b")


def read_xliff(data: bytes | str, name: str) -> Document:
    """Returns a file of XLIFF as a document; ``name`` is its name in messages."""
    root = parse_xml(data, name)
    units: list[SourceUnit] = []
    comments: list[str] = []
    is_two = attribute(root, "version").startswith("2")
    languages = (attribute(root, "srcLang"), attribute(root, "trgLang"))
    number = 0
    for element in root.iter():
        if local(element) == "file" and not is_two:
            languages = (attribute(element, "source-language"), attribute(element, "target-language"))
        if local(element) in ("trans-unit", "unit"):
            number += 1
            comments += [
                words
                for note in element.iter()
                if local(note) == "note" and (words := " ".join("".join(note.itertext()).split()))
            ]
            units += (
                _of_segments(element, f"{number} {attribute(element, 'id')}") if is_two else _of_unit(element, number)
            )
    tags = tuple(declared_tag(language) for language in languages)
    units = [_with_tag(unit, tags) for unit in units]
    return Document("xliff", tuple(units), language=tags[0], unplaced=tuple(dict.fromkeys(comments)))


def _with_tag(unit: SourceUnit, tags: tuple[str, ...]) -> SourceUnit:
    from reader.model.record import replace

    own = declared_tag(unit.name)
    return replace(unit, tag=own or tags[unit.level], level=0, name="", is_target=unit.level == 1)


def _of_unit(element: Element, number: int) -> Iterator[SourceUnit]:
    """Yields the source and the target of a unit; ``level`` is 0 for the source and 1 for the target."""
    key = f"{number} {attribute(element, 'id')}"
    state = ""
    for child in element:
        name = local(child)
        if name in ("source", "target"):
            state = attribute(child, "state") if name == "target" else ""
            doubt = f"its translation is marked {state}" if state in _UNSURE else ""
            yield from _texts(child, key, int(name == "target"), doubt)


def _of_segments(element: Element, key: str) -> Iterator[SourceUnit]:
    """Yields the sources and targets of the segments of a unit of XLIFF 2, each segment by itself."""
    for at, segment in enumerate(each for each in element.iter() if local(each) == "segment"):
        for child in segment:
            if local(child) in ("source", "target"):
                yield from _texts(child, f"{key} {at}", int(local(child) == "target"), "")


def _texts(element: Element, key: str, level: int, doubt: str) -> Iterator[SourceUnit]:
    builder = ProseBuilder()
    add_inline(element, builder)
    prose = builder.prose()
    if prose.text:
        yield SourceUnit("paragraph", prose, level=level, key=key, name=attribute(element, "lang"), doubt=doubt)


def add_inline(element: Element, builder: ProseBuilder) -> None:
    """Adds the text of a segment: elements that are markup of the translated file are left out, marks are kept."""
    builder.add(element.text or "")
    for child in element:
        name = local(child)
        kind = _KINDS.get(
            (attribute(child, "ctype") or attribute(child, "type")).lower().removeprefix("x-").removeprefix("fmt:")
        )
        if name in _MARKUP:
            if _BREAK.search(f"{attribute(child, 'ctype')} {attribute(child, 'type')}"):
                builder.end_line()
            for sub in child.iter():
                if local(sub) == "sub":
                    builder.add(" " + "".join(sub.itertext()) + " ")
        elif kind and name in ("g", "hi", "pc", "mrk"):
            builder.begin(kind)
            add_inline(child, builder)
            builder.end()
        elif name not in ("note", "alt-trans"):
            add_inline(child, builder)
        builder.add(child.tail or "")
