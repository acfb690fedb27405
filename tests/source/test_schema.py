"""The table of keys: every type of value writes what it reads, and every kind of block is in the table once."""

from __future__ import annotations

from typing import Any

import pytest

from reader.model import magazine
from reader.model.magazine import AcceptedTranslation, Heading, ItemList, ListItem, Paragraph, Quotation, Table, Verse
from reader.model.text import Text, text_of
from reader.source.schema import issue, values
from reader.source.schema.blocks import BLOCK_KEYS, BLOCKS, BODY_BLOCKS, OTHER_NAMES, PLAIN
from reader.source.schema.lists import FLAG, MARKED
from reader.source.schema.load_context import LoadContext
from reader.source.schema.records import ListType, RecordType
from reader.source.schema.write_context import WriteContext
from reader.source.source_file import SourceFile
from reader.source.yaml_parser import parse


def read(value_type: values.ValueType[Any], written: str) -> tuple[Any, list[str]]:
    """Returns the value of a text of YAML, and the codes of the diagnostics."""
    source = SourceFile("x", written)
    node = parse(source)
    assert node is not None
    context = LoadContext(source)
    context.languages = ("zh-Hans", "en")
    value = value_type.read(node, context)
    return value, [diagnostic.code for diagnostic in source.diagnostics]


def write(value_type: values.ValueType[Any], value: object) -> Any:
    return value_type.write(value, WriteContext({}, ""))


@pytest.mark.parametrize(
    ("value_type", "written", "value", "plain"),
    [
        (issue.ID, "springs-08", "springs-08", "springs-08"),
        (values.LanguageType(), "ZH-hans", "zh-Hans", "zh-Hans"),
        (issue.ROLE, "text", "text", "text"),
        (FLAG, "True", True, "yes"),
        (FLAG, "off", False, "no"),
        (values.PageType(), "A3", "A3", "A3"),
        (values.PageType(continuation=True), "Yes", "yes", "yes"),
        (values.PageRangeType(), "60 – 61", ("60", "61"), "60-61"),
        (values.PageRangeType(), "60", ("60", "60"), "60"),
        (PLAIN, "'*Springs*'", text_of("*Springs*"), "*Springs*"),
        (MARKED, "{en: Springs}", text_of({"en": "Springs"}), {"en": "Springs"}),
        (ListType(issue.LINE, "a list"), "[a, b]", ("a", "b"), ["a", "b"]),
        (
            issue.TranslatedType(),
            "{en: 0123abcd 0123abce}",
            (AcceptedTranslation("en", ("0123abcd", "0123abce")),),
            None,
        ),
        (BODY_BLOCKS, "[a, {heading: b}]", (Paragraph(text_of("a")), Heading(text_of("b"))), ["a", {"heading": "b"}]),
    ],
)
def test_a_value_is_written_as_it_is_read(
    value_type: values.ValueType[Any], written: str, value: object, plain: object
) -> None:
    assert read(value_type, written) == (value, [])
    assert write(value_type, value) == (plain or {"en": "0123abcd 0123abce"})


@pytest.mark.parametrize(
    ("value_type", "written", "code"),
    [
        (issue.ID, "Springs 08", "S305"),
        (issue.ID, "[a]", "S301"),
        (issue.ID, "''", "S306"),
        (issue.ROLE, "cook", "S305"),
        (FLAG, "maybe", "S305"),
        (values.LanguageType(), "fr", "S307"),
        (values.PageRangeType(), "60 to 61", "S305"),
        (ListType(issue.LINE, "a list"), "[]", "S306"),
        (PLAIN, "{en: a, EN: b}", "Y202"),
        (issue.TranslatedType(), "{en: 0123abcd, EN: 0123abcd}", "Y202"),
        (BODY_BLOCKS, "[[a]]", "S301"),
    ],
)
def test_an_invalid_value_is_reported(value_type: values.ValueType[Any], written: str, code: str) -> None:
    assert read(value_type, written)[1] == [code]


def test_every_block_of_the_model_has_one_kind() -> None:
    assert {kind.model for kind in BLOCKS.values()} == set(magazine.BLOCK_TYPES)
    assert len({kind.model for kind in BLOCKS.values()}) == len(BLOCKS)
    assert all(name in kind.keys for name, kind in BLOCKS.items())
    assert set(OTHER_NAMES.values()) <= set(BLOCKS)
    assert set(BLOCKS) <= BLOCK_KEYS


@pytest.mark.parametrize(
    ("name", "block", "plain"),
    [
        ("heading", Heading(text_of("a"), 2, "x"), {"heading": "a", "level": "2", "id": "x"}),
        ("heading", Heading(text_of("a")), {"heading": "a"}),
        ("quotation", Quotation(text_of("a"), text_of("b"), pull=True), {"quotation": "a", "by": "b", "pull": "yes"}),
        ("quotation", Quotation(text_of("a"), more=(text_of("b"),)), {"quotation": ["a", "b"]}),
        ("verse", Verse(text_of("a"), "x", text_of("b")), {"verse": "a", "id": "x", "by": "b"}),
        ("list", ItemList((text_of("a"),), ordered=True), {"list": ["a"], "ordered": "yes"}),
        (
            "list",
            ItemList((ListItem((text_of("a"),), (text_of("b"),), ordered=True), ListItem((text_of("c"),) * 2))),
            {"list": [{"item": "a", "list": ["b"], "ordered": "yes"}, {"item": ["c", "c"]}]},
        ),
        ("table", Table((), ((text_of("a"), Text(())),), id="x"), {"table": {"rows": [["a", ""]]}, "id": "x"}),
    ],
)
def test_a_block_leaves_out_what_is_the_default(name: str, block: object, plain: object) -> None:
    assert write(BLOCKS[name], block) == plain


def test_every_attribute_of_the_model_has_a_key() -> None:
    records: list[RecordType[Any]] = [issue.ISSUE, issue.SECTION, issue.ARTICLE, issue.FIGURE, issue.CREDIT]
    for record in (*records, issue.GLOSSARY_ENTRY):
        attributes = {key.attribute for key in record.keys.values() if not key.whole}
        assert attributes == set(record.model.__slots__)
