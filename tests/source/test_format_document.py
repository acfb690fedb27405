"""``docs/FORMAT.md`` is true: its examples load, and its tables have the keys of the schema."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING

import pytest

from reader.model.magazine import RELATIONS, ROLES
from reader.source import load_text
from reader.source.schema import blocks, issue
from reader.source.source_file import MAX_FILE_BYTES
from reader.source.yaml_parser import MAX_DEPTH, MAX_NODES

if TYPE_CHECKING:
    from reader.source.schema.records import RecordType

DOCUMENT = (Path(__file__).parent.parent.parent / "docs" / "FORMAT.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml (\w+)\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL)
ISSUE = """\
format: 1
id: example
languages: [zh-Hans, en]
magazine: {zh-Hans: 泉城, en: City of Springs}
label: {zh-Hans: 8月刊, en: August issue}
"""
SECTIONS = "sections:\n"
ARTICLES = "  - id: focus\n    title: {zh-Hans: 专题, en: Focus}\n    articles:\n"
ARTICLE = "      - id: springs\n        title: {zh-Hans: 泉水, en: Springs}\n"
BODY = "        body:\n          - {zh-Hans: 泉水四季如常。, en: The springs keep one temperature.}\n"


def entry(fragment: str, columns: int) -> str:
    """The fragment as one entry of a list."""
    return " " * columns + "- " + indent(fragment, " " * (columns + 2)).lstrip()


def whole(tag: str, fragment: str) -> str:
    """An issue around a fragment."""
    match tag:
        case "issue":
            return fragment
        case "section":
            return ISSUE + SECTIONS + entry(fragment, 2)
        case "article":
            return ISSUE + SECTIONS + ARTICLES + entry(fragment, 6)
        case "text":
            return ISSUE + SECTIONS + ARTICLES + ARTICLE + BODY + "        deck:\n" + indent(fragment, " " * 10)
        case "blocks":
            return ISSUE + SECTIONS + ARTICLES + ARTICLE + "        body:\n" + indent(fragment, " " * 10)
        case "free":
            start = (
                ISSUE + SECTIONS + ARTICLES + ARTICLE + "        relation: adapted\n        body:\n          zh-Hans:\n"
            )
            return start + indent(fragment, " " * 12) + "          en: [Words.]\n"
        case "glossary":
            return ISSUE + SECTIONS + ARTICLES + ARTICLE + BODY + "glossary:\n" + indent(fragment, "  ")
    raise ValueError(tag)


@pytest.mark.parametrize(("tag", "fragment"), EXAMPLES, ids=[f"{tag}-{i}" for i, (tag, _) in enumerate(EXAMPLES, 1)])
def test_every_example_loads(tag: str, fragment: str) -> None:
    loaded = load_text(whole(tag, fragment))
    assert [str(d) for d in loaded.diagnostics if d.code not in ("R406", "R415")] == []
    assert loaded.issue is not None


def test_every_sort_of_example_is_found() -> None:
    assert {tag for tag, _ in EXAMPLES} == {"issue", "section", "article", "text", "blocks", "free", "glossary"}
    assert DOCUMENT.count("```yaml") == len(EXAMPLES)


def keys_under(heading: str) -> set[str]:
    """The keys in the first column of the table under a heading."""
    part = re.split(r"^## ", DOCUMENT, flags=re.MULTILINE)
    [text] = [text for text in part if text.startswith(heading + "\n")]
    return set(re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE))


@pytest.mark.parametrize(
    ("heading", "record"),
    [
        ("The issue", issue.ISSUE),
        ("Sections", issue.SECTION),
        ("Articles", issue.ARTICLE),
        ("Sources and licences", issue.SOURCE),
        ("Figures", issue.FIGURE),
        ("Glossary", issue.GLOSSARY_ENTRY),
    ],
)
def test_every_key_is_in_its_table_and_marked_if_required(heading: str, record: RecordType[object]) -> None:
    assert keys_under(heading) == set(record.keys)
    for name, key in record.keys.items():
        row = next(
            line for line in DOCUMENT.split(f"\n## {heading}\n")[1].splitlines() if line.startswith(f"| `{name}` |")
        )
        assert ("| required |" in row) == key.required, name


def test_every_kind_of_block_is_in_the_table_with_its_keys() -> None:
    assert keys_under("Blocks") == set(blocks.BLOCKS)
    for name, kind in blocks.BLOCKS.items():
        row = next(line for line in DOCUMENT.split("\n## Blocks\n")[1].splitlines() if line.startswith(f"| `{name}` |"))
        if name == "paragraph":
            assert all(f"`{key}`" in row for key in kind.keys)
        else:
            assert all(re.search(rf"`{key}[`:]", row) for key in kind.keys), name


def test_words_and_bounds_are_the_same_as_in_the_code() -> None:
    for word in (*ROLES, *RELATIONS):
        assert f"`{word}`" in DOCUMENT
    assert f"Bounds: {MAX_FILE_BYTES // 1_000_000} MB and {MAX_NODES:,} nodes a file, {MAX_DEPTH} levels" in DOCUMENT
    assert f"{issue.MAX_LANGUAGES} at most" in DOCUMENT
    assert f"`format: {issue.FORMAT_VERSION}`" in DOCUMENT
