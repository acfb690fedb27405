"""Translation memories (TMX) as documents."""

from __future__ import annotations

import re

from reader.importing.documents.archives import attribute, local, parse_xml
from reader.importing.documents.document import Document, SourceUnit
from reader.importing.documents.languages import declared_tag
from reader.importing.documents.prose_building import ProseBuilder, plain
from reader.importing.documents.xliff import add_inline
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TAG = re.compile(r"</?[a-z]{1,3}[0-9]{1,4}/?>")


def read_tmx(data: bytes | str, name: str) -> Document:
    """Returns a translation memory as a document; ``name`` is its name in messages."""
    root = parse_xml(data, name)
    header = next((each for each in root if local(each) == "header"), None)
    language = declared_tag(attribute(header, "srclang")) if header is not None else ""
    has_tags = header is not None and attribute(header, "creationtool") == "OmegaT"
    units: list[SourceUnit] = []
    comments: list[str] = []
    for number, element in enumerate((each for each in root.iter() if local(each) == "tu"), 1):
        key = f"{number} {attribute(element, 'tuid')}"
        for variant in element:
            if local(variant) == "tuv":
                found = [_unit(segment, variant, key) for segment in variant if local(segment) == "seg"]
                units += [_without_tags(unit) if has_tags else unit for unit in found if unit]
            elif local(variant) == "note" and variant.text:
                comments.append(" ".join(variant.text.split()))
    return Document("tmx", tuple(units), language=language, unplaced=tuple(dict.fromkeys(comments)))


def _without_tags(unit: SourceUnit) -> SourceUnit:
    """Returns a text without the signs of OmegaT for the markup of the translated file, such as ``<b0>``."""
    return replace(unit, text=plain(_TAG.sub("", unit.text.text))) if _TAG.search(unit.text.text) else unit


def _unit(segment: Element, variant: Element, key: str) -> SourceUnit | None:
    builder = ProseBuilder()
    add_inline(segment, builder)
    prose = builder.prose()
    tag = declared_tag(attribute(variant, "lang"))
    return SourceUnit("paragraph", prose, tag, key=key) if prose.text else None
