"""TMX 1.4: a ``tu`` for each text, spans as ``hi`` and ``ph``; hashes, state and address are ``prop``."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from reader.translation.inline_marks import KINDS, MarkedProse
from reader.translation.inline_xml import InlineElements, inline_xml
from reader.translation.translation_file import FileFaultError, FileUnit, checked, hash_or_none
from reader.translation.xml_reading import XML_LANG, read_xml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model.text import Prose
    from reader.translation.inline_marks import InlineMark
    from reader.translation.translation_file import TranslationFile
    from reader.translation.units import TranslationUnit
    from reader.translation.xml_reading import XmlElement


def tmx(units: Sequence[TranslationUnit], issue_id: str) -> str:
    """Returns units as a translation memory."""
    first = units[0]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tmx version="1.4">',
        (
            '  <header creationtool="reader" creationtoolversion="1" segtype="paragraph" o-tmf="reader" adminlang="en"'
            f' srclang={quoteattr(first.source_language)} datatype="plaintext">'
        ),
        f'    <prop type="x-issue">{escape(issue_id)}</prop>',
        f'    <prop type="x-target-language">{escape(first.language)}</prop>',
        "  </header>",
        "  <body>",
    ]
    for unit in units:
        lines += _unit_lines(unit)
    return "\n".join([*lines, "  </body>", "</tmx>", ""])


def _unit_lines(unit: TranslationUnit) -> Iterator[str]:
    yield f"    <tu tuid={quoteattr(unit.address)} srclang={quoteattr(unit.source_language)}>"
    for remark in unit.remarks:
        yield f"      <note>{escape(remark)}</note>"
    yield f'      <prop type="x-source-hash">{unit.source_hash}</prop>'
    yield f'      <prop type="x-target-hash">{unit.target_hash}</prop>'
    yield f'      <prop type="x-state">{unit.state}</prop>'
    yield from _side_lines(unit.source_language, _inline(unit.source, None))
    if unit.target.text:
        yield from _side_lines(unit.language, _inline(unit.target, unit.source))
    yield "    </tu>"


def _side_lines(language: str, segment: str) -> Iterator[str]:
    yield f'      <tuv xml:lang={quoteattr(language)} xml:space="preserve"><seg>{segment}</seg></tuv>'


def _inline(prose: Prose, source: Prose | None) -> str:
    return inline_xml(prose, source, InlineElements("hi", "ph", _attributes))


def _attributes(mark: InlineMark) -> str:
    kind = f"{mark.span.kind} {mark.span.target}".rstrip()
    return f'x="{mark.number}" type={quoteattr(kind)}'


def read_tmx(data: bytes) -> TranslationFile:
    """Returns the units of a translation memory.

    Raises:
        FileFaultError: If it is none, or has more than two languages.
    """
    root = read_xml(data)
    if root.name != "tmx":
        raise FileFaultError(f"is no TMX: its outermost element is {root.name}", root.line, root.column)
    header = root.find("header")
    language = _properties(header).get("x-target-language", "") if header else ""
    default = header.get("srclang") if header else ""
    units = []
    for element in root.all("tu"):
        source_tag = element.get("srclang") or default
        sides = {_language(tuv): tuv for tuv in element.all("tuv")}
        source = sides.pop(source_tag, None)
        if source is None:
            raise FileFaultError(
                f"the tu has no text in its source language, {source_tag}", element.line, element.column
            )
        language = language or next(iter(sides), "")
        if others := [tag for tag in sides if tag != language]:
            raise FileFaultError(f"has translations into {language} and {others[0]}", element.line, element.column)
        units.append(_unit(element, source, sides.get(language)))
    return checked(language, units)


def _language(tuv: XmlElement) -> str:
    return tuv.get(XML_LANG) or tuv.get("lang")


def _properties(element: XmlElement) -> dict[str, str]:
    return {each.get("type"): each.text.strip() for each in element.elements if each.name == "prop"}


def _unit(element: XmlElement, source: XmlElement, target: XmlElement | None) -> FileUnit:
    properties = _properties(element)
    return FileUnit(
        element.get("tuid"),
        element.line,
        element.column,
        _prose(source),
        _prose(target) if target else "",
        properties.get("x-state") != "stale",
        hash_or_none(properties.get("x-source-hash", "")),
        hash_or_none(properties.get("x-target-hash", "")),
    )


def _prose(tuv: XmlElement) -> Prose:
    segment = tuv.find("seg")
    if segment is None:
        raise FileFaultError("the tuv has no seg", tuv.line, tuv.column)
    builder = MarkedProse()
    _add(segment, builder)
    return builder.prose()


def _add(element: XmlElement, builder: MarkedProse) -> None:
    for part in element.parts:
        if isinstance(part, str):
            builder.add(part)
            continue
        name, _, target = part.get("type").partition(" ")
        kind = next((each for each in KINDS if each == name), None)
        start = builder.length
        if part.name == "hi":
            _add(part, builder)
        if kind is None or (part.name == "hi") != (kind != "footnote") or part.name not in ("hi", "ph"):
            raise FileFaultError(f"a mark {part.name} of an unknown type", part.line, part.column)
        builder.mark(start, kind, target)
