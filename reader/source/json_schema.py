"""The table of keys as a JSON Schema, from which editors complete keys and mark faults.

A schema knows neither the issue's languages nor its ids; :mod:`reader.source.checks` checks those. Editors read ``60``
as a number and ``true`` as a truth value, where the loader reads only text; the schema accepts all three.
"""

from __future__ import annotations

from reader.model.address import ID_PATTERN
from reader.source.block_snippets import block_snippets
from reader.source.schema import blocks, footnotes, issue, lists, recordings, tables, values
from reader.source.schema.records import ListType, RecordType
from reader.source.schema.texts import TextType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reader.source.block_snippets import JsonSchema, JsonValue
    from reader.source.schema.values import ValueType

    AnyType = ValueType[Any]
    AnyRecord = RecordType[Any]
    """The types of a table are of many values."""

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The version of JSON Schema that the YAML plugin of every editor knows."""
_TAG = "[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8}){0,3}"
_TAG_KEYS = f"^({_TAG})$"
_NOT_BLANK = "[^ \\t\\r\\n]"
_SCALARS = ["string", "number", "boolean"]
_LETTER = "0-9A-Za-z\\u00aa-\\uffff"  # of a page as printed; \\w means less to editors than to Python
_PAGE = f"[{_LETTER}]{{1,8}}"
_PAGE_RANGE = f"{_PAGE}(\\s*[-–]\\s*{_PAGE})?"
_YES = "[Yy][Ee][Ss]|[Tt][Rr][Uu][Ee]|[Oo][Nn]"
_NO = "[Nn][Oo]|[Ff][Aa][Ll][Ss][Ee]|[Oo][Ff][Ff]"


def json_schema() -> JsonSchema:
    """Returns the schema of an issue file."""
    builder = _SchemaBuilder()
    root = builder.record(issue.ISSUE, "")
    return {
        "$schema": DIALECT,
        "title": "An issue of a bilingual magazine",
        "description": "The format of bilingual-magazine-reader; reader check finds faults that a schema cannot.",
        **root,
        "definitions": dict(sorted(builder.definitions.items())),
    }


class _SchemaBuilder:
    """Makes the schemas of value types; each record becomes one definition.

    A ``side`` is the prefix of definitions inside a free body, where texts have one language; else it is empty.
    """

    def __init__(self) -> None:
        self.definitions: JsonSchema = {}

    def of(self, value_type: AnyType, side: str) -> JsonSchema:
        """Returns the schema of a value."""
        match value_type:
            case TextType():
                return self.text(value_type, side)
            case lists.ParagraphsType():
                return {"anyOf": [self.text(lists.MARKED, side), self.of(value_type.of, side)]}
            case lists.ItemType():
                return {"anyOf": [self.text(lists.MARKED, side), self.reference(value_type.record, side)]}
            case tables.CellType():
                return {"anyOf": [self.text(tables.CELL_TEXT, side), self.reference(tables.CELL, side)]}
            case ListType():
                items = self.of(value_type.of, side)
                most: JsonSchema = {"maxItems": value_type.most} if value_type.most else {}
                return {"type": "array", "items": items, "minItems": 0 if value_type.may_be_empty else 1, **most}
            case blocks.BlocksType():
                return {"type": "array", "items": self.block(value_type, side), "minItems": 1}
            case blocks.BodyType():
                aligned = self.of(blocks.BODY_BLOCKS, "")
                sides = self.of(blocks.BODY_BLOCKS, "side-")
                return {"anyOf": [aligned, _by_language(sides, minProperties=1)]}
            case issue.TranslatedType():
                return _by_language(_scalar(issue.HASHES_PATTERN))
            case footnotes.FootnotesType():
                return self.footnotes()
            case recordings.RecordingsType():
                recording = self.reference(recordings.RECORDING, "")
                return {"anyOf": [recording, _by_language(recording, minProperties=1)]}
            case recordings.StartsType():
                anchors: JsonSchema = {"pattern": f"^\\s*({recordings.ANCHOR_PATTERN})\\s*$"}
                bounds: JsonSchema = {"minProperties": 1, "maxProperties": recordings.MAX_STARTS}
                return {**_by_language(_word(recordings.TIME)), "propertyNames": anchors, **bounds}
            case RecordType():
                return self.reference(value_type, side)
        return _word(value_type)

    def text(self, text_type: TextType, side: str) -> JsonSchema:
        """Returns the schema of a text: a string, or strings by language where the side does not say it."""
        plain: JsonSchema = {"type": _SCALARS} if text_type.may_be_empty else {"type": _SCALARS, "pattern": _NOT_BLANK}
        return plain if side else {"anyOf": [plain, _strings_by_language(_TAG_KEYS)]}

    def footnotes(self) -> JsonSchema:
        """Returns the schema of an article's notes: texts by their ids."""
        ids: JsonSchema = {**_word(blocks.BLOCK_ID), "patternErrorMessage": "the id of a note: a-z, 0-9 and -, not p1"}
        return {
            "type": "object",
            "propertyNames": ids,
            "additionalProperties": self.text(lists.MARKED, ""),
            "minProperties": 1,
            "maxProperties": footnotes.MAX_FOOTNOTES,
            "defaultSnippets": [{"label": "note", "body": {"${1:id}": "${2:text}"}}],
        }

    def block(self, blocks_type: blocks.BlocksType, side: str) -> JsonSchema:
        """Returns the schema of one entry of a body."""
        names = [name for name in blocks.BLOCKS if not (blocks_type.in_aside and name == "aside")]
        keys = "|".join(sorted(key for key in blocks.BLOCK_KEYS if len(key) in (2, 3)))  # might be language tags
        texts = [] if side else [_strings_by_language(f"^(?!({keys})$)({_TAG})$")]
        plain: JsonSchema = {"type": _SCALARS, "pattern": _NOT_BLANK}
        kinds = [self.reference(blocks.BLOCKS[name], side) for name in names]
        return {"anyOf": [plain, *texts, *kinds], "defaultSnippets": block_snippets(names, in_one_language=bool(side))}

    def reference(self, record_type: AnyRecord, side: str) -> JsonSchema:
        """Returns a reference to the definition of a record, which is made when it is first needed."""
        block_name = next((f"{key}-block" for key, block in blocks.BLOCKS.items() if block is record_type), "")
        name = side + (block_name or record_type.noun.partition(" ")[2].replace(" ", "-"))
        if name not in self.definitions:
            self.definitions[name] = {}  # before its keys: an aside holds blocks, whose definitions refer to others
            self.definitions[name] = self.record(record_type, side)
        return {"$ref": f"#/definitions/{name}"}

    def record(self, record_type: AnyRecord, side: str) -> JsonSchema:
        """Returns the schema of a mapping with known keys."""
        keys = record_type.keys.items()
        required = [name for name, key in keys if key.required]
        return {
            "type": "object",
            "properties": {name: {"description": key.doc, **self.of(key.type, side)} for name, key in keys},
            "required": required,
            **({} if required else {"minProperties": 1}),
            "additionalProperties": False,
            **({"dependencies": {"ordered": ["list"]}} if {"ordered", "list"} <= record_type.keys.keys() else {}),
        }


def _word(value_type: AnyType) -> JsonSchema:
    """Returns the schema of a value that is one line of text, or of the list of languages."""
    match value_type:
        case issue.LanguagesType():
            tags: JsonSchema = {"type": "array", "items": _scalar(_TAG), "minItems": 2, "uniqueItems": True}
            return {**tags, "maxItems": issue.MAX_LANGUAGES, "default": list(issue.DEFAULT_LANGUAGES)}
        case issue.VersionType():
            return {"enum": [issue.FORMAT_VERSION, int(issue.FORMAT_VERSION)]}
        case values.LanguageType():
            return _scalar(_TAG)
        case values.BlockIdType():
            bounds: JsonSchema = {"maxLength": value_type.max_chars, "patternErrorMessage": value_type.form}
            return _scalar(f"(?!p[0-9]+\\s*$){ID_PATTERN}", **bounds)
        case values.WordType():
            if value_type is issue.LINE:
                return {"type": _SCALARS, "pattern": "\\S"}
            bound = {"maxLength": value_type.max_chars} if value_type is issue.ID else {}
            said = {"patternErrorMessage": value_type.form} if value_type.form else {}
            return _scalar(value_type.pattern, **bound, **said)
        case values.ChoiceType():
            return {"enum": [*value_type.values, *(int(word) for word in value_type.values if word.isdigit())]}
        case values.FlagType():
            return {"anyOf": [{"enum": ["yes", "no"]}, _scalar(f"{_YES}|{_NO}")]}
        case values.PageType():
            return _scalar(f"{_PAGE}|{_YES}" if value_type.continuation else _PAGE)
        case recordings.TimeType():
            return _scalar(recordings.TIME_PATTERN, patternErrorMessage=recordings.TIME_FORM)
        case values.PageRangeType():
            return _scalar(_PAGE_RANGE)
    raise AssertionError(value_type)


def _scalar(pattern: str, **bounds: JsonValue) -> JsonSchema:
    return {"type": _SCALARS, "pattern": f"^\\s*({pattern})\\s*$", **bounds}


def _by_language(value: JsonSchema, **bounds: JsonValue) -> JsonSchema:
    return {"type": "object", "propertyNames": {"pattern": _TAG_KEYS}, **bounds, "additionalProperties": value}


def _strings_by_language(keys: str) -> JsonSchema:
    """Returns the schema of strings by language; at least one is not empty."""
    strings: JsonSchema = {"type": "object", "minProperties": 1, "additionalProperties": {"type": _SCALARS}}
    some = {"not": {"additionalProperties": {"type": "string", "pattern": "^[ \\t\\r\\n]*$"}}}
    return {**strings, "propertyNames": {"pattern": keys}, **some}
