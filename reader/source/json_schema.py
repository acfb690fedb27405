"""The table of keys as a JSON Schema, for completion and faults in editors.

A schema knows neither the issue's languages nor its ids: what it cannot say is left to :mod:`reader.source.checks`.
Editors read ``60`` as a number and ``true`` as a truth value, where the loader has texts only; both are let through.
"""

from __future__ import annotations

from reader.model.address import ID_PATTERN
from reader.source import kinds, schema

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The one that every editor's YAML plugin knows."""
_TAG = "[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8}){0,3}"
_NOT_BLANK = "[^ \\t\\r\\n]"
_SCALARS = ["string", "number", "boolean"]
_LETTER = "0-9A-Za-z\\u00aa-\\uffff"  # of a page as it is printed; \\w means less to editors than to Python
_WORDS = {"page": f"[{_LETTER}]{{1,8}}", "range": f"[{_LETTER}]{{1,8}}(\\s*[-–]\\s*[{_LETTER}]{{1,8}})?"}
_YES = "[Yy][Ee][Ss]|[Tt][Rr][Uu][Ee]|[Oo][Nn]"
_NO = "[Nn][Oo]|[Ff][Aa][Ll][Ss][Ee]|[Oo][Ff][Ff]"


def json_schema() -> Schema:
    """Returns the schema of an issue file."""
    book = _Book()
    root = book.record(schema.ISSUE, "")
    return {
        "$schema": DIALECT,
        "title": "An issue of a bilingual magazine",
        "description": "The format of bilingual-magazine-reader; reader check tells what a schema cannot.",
        **root,
        "definitions": dict(sorted(book.definitions.items())),
    }


class _Book:
    """Describes kinds; records stand once, as definitions. A ``side`` is where texts are of one language."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def of(self, kind: kinds.Kind, side: str) -> Schema:
        match kind:
            case schema.Languages():
                tags = {"type": "array", "items": _word(_TAG), "minItems": 2, "uniqueItems": True}
                return {**tags, "maxItems": schema.MAX_LANGUAGES, "default": ["zh-Hans", "en"]}
            case kinds.Language():
                return _word(_TAG)
            case kinds.BlockId():
                return _word(f"(?!p[0-9]+\\s*$){ID_PATTERN}")
            case kinds.Word() if kind is schema.VERSION:
                return {"enum": [schema.FORMAT_VERSION, int(schema.FORMAT_VERSION)]}
            case kinds.Word() if kind.pattern == ".+":
                return {"type": _SCALARS, "pattern": "\\S"}
            case kinds.Word():
                return _word(kind.pattern)
            case kinds.Choice():
                numbers = [int(word) for word in kind.words if word.isdigit()]
                return {"enum": [*kind.words, *numbers]}
            case kinds.Flag():
                return {"anyOf": [{"enum": ["yes", "no"]}, _word(f"{_YES}|{_NO}")]}
            case kinds.Page():
                return _word(_WORDS["page"] + (f"|{_YES}" if kind.continuation else ""))
            case kinds.PageRange():
                return _word(_WORDS["range"])
            case kinds.TextKind():
                return self.text(kind, side)
            case kinds.ListOf():
                return {
                    "type": "array",
                    "items": self.of(kind.kind, side),
                    "minItems": 0 if kind.may_be_empty else 1,
                }
            case schema.Blocks():
                return {"type": "array", "items": self.block(kind, side), "minItems": 1}
            case schema.Body():
                free = {"type": "object", "propertyNames": {"pattern": f"^({_TAG})$"}, "minProperties": 1}
                aligned = self.of(schema.BODY_BLOCKS, "")
                return {"anyOf": [aligned, {**free, "additionalProperties": self.of(schema.BODY_BLOCKS, "side-")}]}
            case schema.Translated():
                hashes = _word(schema.HASHES_PATTERN)
                return {
                    "type": "object",
                    "propertyNames": {"pattern": f"^({_TAG})$"},
                    "additionalProperties": hashes,
                }
            case kinds.Record():
                return self.reference(kind, side)
        raise AssertionError(kind)

    def text(self, kind: kinds.TextKind, side: str) -> Schema:
        """Returns a text: one for all languages, or one for each, of which one is not empty."""
        plain = {"type": _SCALARS} if kind.may_be_empty else {"type": _SCALARS, "pattern": _NOT_BLANK}
        if side:
            return plain
        return {"anyOf": [plain, _each_language(f"^({_TAG})$")]}

    def block(self, kind: schema.Blocks, side: str) -> Schema:
        """Returns one entry of a body."""
        names = [name for name in schema.BLOCKS if not (kind.in_aside and name == "aside")]
        keys = "|".join(sorted(key for key in schema.BLOCK_KEYS if len(key) in (2, 3)))
        texts = [] if side else [_each_language(f"^(?!({keys})$)({_TAG})$")]
        plain = {"type": _SCALARS, "pattern": _NOT_BLANK}
        return {"anyOf": [plain, *texts, *(self.reference(schema.BLOCKS[name], side) for name in names)]}

    def reference(self, kind: kinds.Record, side: str) -> Schema:
        called = next((f"{key}-block" for key, block in schema.BLOCKS.items() if block is kind), "")
        name = side + (called or kind.noun.partition(" ")[2].replace(" ", "-"))
        if name not in self.definitions:
            self.definitions[name] = {}  # an aside holds blocks, which hold no aside
            self.definitions[name] = self.record(kind, side)
        return {"$ref": f"#/definitions/{name}"}

    def record(self, kind: kinds.Record, side: str) -> Schema:
        return {
            "type": "object",
            "properties": {
                name: {"description": key.doc, **self.of(key.kind, side)} for name, key in kind.keys.items()
            },
            "required": [name for name, key in kind.keys.items() if key.required],
            "additionalProperties": False,
        }


def _word(pattern: str) -> Schema:
    return {"type": _SCALARS, "pattern": f"^\\s*({pattern})\\s*$"}


def _each_language(pattern: str) -> Schema:
    texts = {"type": "object", "minProperties": 1, "additionalProperties": {"type": _SCALARS}}
    some = {"not": {"additionalProperties": {"type": "string", "pattern": "^[ \\t\\r\\n]*$"}}}
    return {**texts, "propertyNames": {"pattern": pattern}, **some}
