"""XLIFF 1.2: a ``file`` for each article, a ``trans-unit`` for each text, spans as ``g`` and ``x``.

The hashes are in ``extradata``. A mark has its kind in ``ctype`` and its target in an attribute of this program's own
namespace; a program that drops either leaves the ``id``, by which the mark in the source gives them.
"""

from __future__ import annotations

import re
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from reader.translation.inline_marks import KINDS, MarkedProse
from reader.translation.inline_xml import InlineElements, inline_xml
from reader.translation.translation_file import FileFaultError, FileUnit, checked
from reader.translation.xml_reading import read_xml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model.text import Prose, SpanKind
    from reader.translation.inline_marks import InlineMark
    from reader.translation.translation_file import TranslationFile
    from reader.translation.units import TranslationUnit, UnitState
    from reader.translation.xml_reading import XmlElement

    KnownMarks = dict[str, tuple[SpanKind, str]]
    """Kinds and targets of the marks of a source, by their ids."""

_NAMESPACE = "urn:bilingual-magazine-reader:marks"
_TARGET = f"{_NAMESPACE} target"
_STATES: dict[UnitState, str] = {
    "new": "needs-translation",
    "stale": "needs-review-translation",
    "translated": "translated",
}
_CTYPES: dict[SpanKind, str] = {"strong": "bold", "emphasis": "italic", "link": "link"}
_BY_CTYPE: dict[str, SpanKind] = {
    **{f"x-{kind}": kind for kind in KINDS},
    **{ctype: kind for kind, ctype in _CTYPES.items()},
}
_HASHES = re.compile(r"(source|target)=([0-9a-f]{8})\b")
_UNSURE = ("new", "needs-")


def xliff(units: Sequence[TranslationUnit], issue_id: str) -> str:
    """Returns units as XLIFF."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:r="{_NAMESPACE}">',
    ]
    for (article, source, language), held in groupby(units, lambda u: (u.article, u.source_language, u.language)):
        original = f"{issue_id}/{article}" if article else issue_id
        lines += [
            (
                f"  <file original={quoteattr(original)} source-language={quoteattr(source)}"
                f' target-language={quoteattr(language)} datatype="plaintext">'
            ),
            "    <body>",
        ]
        for unit in held:
            lines += _unit_lines(unit)
        lines += ["    </body>", "  </file>"]
    return "\n".join([*lines, "</xliff>", ""])


def _unit_lines(unit: TranslationUnit) -> Iterator[str]:
    approved = ' approved="yes"' if unit.state == "translated" else ""
    hashes = f"source={unit.source_hash} target={unit.target_hash}"
    yield f'      <trans-unit id={quoteattr(unit.address)}{approved} extradata="{hashes}" xml:space="preserve">'
    yield f"        <source>{_inline(unit.source, None)}</source>"
    yield f'        <target state="{_STATES[unit.state]}">{_inline(unit.target, unit.source)}</target>'
    for remark in unit.remarks:
        yield f'        <note from="reader">{escape(remark)}</note>'
    yield "      </trans-unit>"


def _inline(prose: Prose, source: Prose | None) -> str:
    return inline_xml(prose, source, InlineElements("g", "x", _attributes))


def _attributes(mark: InlineMark) -> str:
    kind, target = mark.span.kind, mark.span.target
    own = f" r:target={quoteattr(target)}" if target else ""
    return f'id="{mark.number}" ctype="{_CTYPES.get(kind, f"x-{kind}")}"{own}'


def read_xliff(data: bytes) -> TranslationFile:
    """Returns the units of a file of XLIFF 1.2.

    Raises:
        FileFaultError: If it is none.
    """
    root = read_xml(data)
    if root.name != "xliff":
        raise FileFaultError(f"is no XLIFF: its outermost element is {root.name}", root.line, root.column)
    if not root.get("version").startswith("1."):
        raise FileFaultError("is XLIFF of another version than 1.2", root.line, root.column)
    language = ""
    units = []
    for file in root.all("file"):
        own = file.get("target-language")
        if language and own and own != language:
            raise FileFaultError(f"has translations into {language} and {own}", file.line, file.column)
        language = own or language
        units += [_unit(element) for element in file.all("trans-unit")]
    return checked(language, units)


def _unit(element: XmlElement) -> FileUnit:
    source, target = element.find("source"), element.find("target")
    if source is None:
        raise FileFaultError("the trans-unit has no source", element.line, element.column)
    known: KnownMarks = {}
    original = _prose(source, known)
    translation = _prose(target, known) if target else ""
    state = target.get("state") if target else ""
    hashes = dict(_HASHES.findall(element.get("extradata")))
    is_reviewed = not state.startswith(_UNSURE) and element.get("approved") != "no"
    return FileUnit(
        element.get("id"),
        element.line,
        element.column,
        original,
        translation,
        is_reviewed,
        hashes.get("source", ""),
        hashes.get("target", ""),
    )


def _prose(element: XmlElement, known: KnownMarks) -> Prose:
    builder = MarkedProse()
    _add(element, builder, known)
    return builder.prose()


def _add(element: XmlElement, builder: MarkedProse, known: KnownMarks) -> None:
    for part in element.parts:
        if isinstance(part, str):
            builder.add(part)
            continue
        kind = _BY_CTYPE.get(part.get("ctype"))
        target = part.get(_TARGET)
        known_kind, known_target = known.get(part.get("id"), (None, ""))
        if kind is None or (kind == known_kind and not target):
            kind, target = known_kind, known_target
        if kind and part.get("id"):
            known.setdefault(part.get("id"), (kind, target))
        start = builder.length
        if part.name in ("g", "mrk", "sub"):
            _add(part, builder, known)
        if kind and (part.name == "g") == (kind != "footnote"):
            builder.mark(start, kind, target)
        elif part.name not in ("mrk", "sub"):
            raise FileFaultError(f"a mark {part.name} that the source does not have", part.line, part.column)
