"""TBX (ISO 30042:2008, TBX-Basic): the terms of a glossary; the notes on them are not in it."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from reader.translation.translation_file import FileFaultError, FileUnit, checked, hash_or_none
from reader.translation.xml_reading import XML_LANG, read_xml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.translation.translation_file import TranslationFile
    from reader.translation.units import TranslationUnit
    from reader.translation.xml_reading import XmlElement


def tbx(units: Sequence[TranslationUnit], issue_id: str) -> str:
    """Returns the terms among units as a terminology."""
    first = units[0]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<martif type="TBX-Basic" xml:lang={quoteattr(first.source_language)}>',
        f"  <martifHeader><fileDesc><sourceDesc><p>{escape(issue_id)}</p></sourceDesc></fileDesc></martifHeader>",
        "  <text><body>",
    ]
    for number, unit in enumerate((unit for unit in units if not unit.address.endswith(":note")), 1):
        lines += _entry_lines(unit, number)
    return "\n".join([*lines, "  </body></text>", "</martif>", ""])


def _entry_lines(unit: TranslationUnit, number: int) -> Iterator[str]:
    yield f'    <termEntry id="t{number}">'
    for kind, value in (
        ("x-address", unit.address),
        ("x-source-hash", unit.source_hash),
        ("x-target-hash", unit.target_hash),
        ("x-source-language", unit.source_language),
        ("x-target-language", unit.language),
    ):
        yield f'      <admin type="{kind}">{escape(value)}</admin>'
    for language, text in ((unit.source_language, unit.source.text), (unit.language, unit.target.text)):
        if text:
            yield (f"      <langSet xml:lang={quoteattr(language)}><tig><term>{escape(text)}</term></tig></langSet>")
    yield "    </termEntry>"


def read_tbx(data: bytes) -> TranslationFile:
    """Returns the terms of a terminology.

    Raises:
        FileFaultError: If it is none, or a term has no address.
    """
    root = read_xml(data)
    if root.name != "martif":
        raise FileFaultError(f"is no TBX: its outermost element is {root.name}", root.line, root.column)
    language = ""
    units = []
    for element in root.all("termEntry"):
        facts = {each.get("type"): each.text.strip() for each in element.elements if each.name == "admin"}
        own = facts.get("x-target-language", "")
        if language not in ("", own):
            raise FileFaultError(f"has translations into {language} and {own}", element.line, element.column)
        language = own
        terms = {
            each.get(XML_LANG): next(each.all("term"), None) for each in element.elements if each.name == "langSet"
        }
        source, target = terms.get(facts.get("x-source-language", "")), terms.get(language)
        units.append(
            FileUnit(
                facts.get("x-address", ""),
                element.line,
                element.column,
                _text(source),
                _text(target),
                True,
                hash_or_none(facts.get("x-source-hash", "")),
                hash_or_none(facts.get("x-target-hash", "")),
            )
        )
    return checked(language, units)


def _text(term: XmlElement | None) -> str:
    return term.text.strip() if term else ""
