"""The JSON Schema accepts and refuses the same files as the loader, as far as a schema can."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import Phase, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from reader.source import load_text
from reader.source.json_schema import json_schema
from reader.source.rules import RULES
from reader.source.schema.blocks import BLOCKS
from reader.source.source_file import SourceFile
from reader.source.writer import dump
from reader.source.yaml_parser import parse
from tests.drawing import examples
from tests.model.strategies import issues
from tests.source.test_bad_files import FILES
from tests.source.test_format_document import EXAMPLES, whole
from tests.source.test_loading import ISSUES
from tests.source.test_yaml_parser import plain

if TYPE_CHECKING:
    from reader.source.diagnostic import Diagnostic

VALIDATOR = Draft7Validator(json_schema())
STRUCTURAL = {"S301", "S302", "S303", "S304", "S305", "S306", "S310", "S311"}
"""The rules that a schema can check. It knows neither the languages of an issue nor its version."""


def is_structural(diagnostic: Diagnostic) -> bool:
    return diagnostic.code in STRUCTURAL or (
        diagnostic.code == "S307" and diagnostic.message.endswith("is not a language tag")
    )


def refuses(text: str) -> bool:
    """Whether the loader finds a fault that a schema can find."""
    return any(map(is_structural, load_text(text).diagnostics))


def data_of(text: str) -> Any:
    return plain(parse(SourceFile("x", text)))


def test_the_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(json_schema())


def test_an_editor_offers_every_kind_of_block_and_says_what_a_form_is() -> None:
    body = json_schema()["definitions"]["article"]["properties"]["body"]
    aligned, free = body["anyOf"][0]["items"], body["anyOf"][1]["additionalProperties"]["items"]
    for entry in (aligned, free):
        snippets = {snippet["label"]: snippet["body"] for snippet in entry["defaultSnippets"]}
        assert set(snippets) == set(BLOCKS)
        for snippet in snippets.values():
            text = re.sub(r"\$\{\d+:([^}]*)\}|\$\d+", lambda stop: stop[1] or "x", json.dumps(snippet))
            schema = {**json_schema(), "$ref": "#/definitions/article/properties/body"}
            data = [json.loads(text)]
            assert Draft7Validator(schema).is_valid(data if entry is aligned else {"en": data})
    code = json_schema()["definitions"]["code-block"]["properties"]["language"]
    assert code["patternErrorMessage"] == "write it as python, sh or c++"
    doi = json_schema()["definitions"]["source"]["properties"]["doi"]
    assert doi["patternErrorMessage"] == "write it as 10.1000/182, without doi: or https://doi.org/"


@pytest.mark.parametrize("path", ISSUES, ids=lambda path: path.stem)
def test_the_bundled_issues_are_accepted(path: Path) -> None:
    assert list(VALIDATOR.iter_errors(data_of(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_bad_files_are_refused_if_a_schema_can_find_the_fault(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "replace")
    codes = {diagnostic.code for diagnostic in load_text(text).diagnostics}
    source = SourceFile("x", text)
    node = parse(source)
    if node is None or source.diagnostics or codes & {"S308", "S309"} or "alias" in path.stem:
        assert codes & {*(code for code in RULES if code[0] in "FY"), "S308", "S309"}
        return
    assert VALIDATOR.is_valid(plain(node)) == (not refuses(text))


@pytest.mark.parametrize(("tag", "fragment"), EXAMPLES)
def test_the_documents_examples_are_accepted(tag: str, fragment: str) -> None:
    assert VALIDATOR.is_valid(data_of(whole(tag, fragment)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format: 1", "format: 1"),
        ("date: 2018-08", "date: 2018"),
        ("level: 2", "level: 2"),
        ("ordered: yes", "ordered: true"),
    ],
)
def test_numbers_and_booleans_as_editors_read_them_are_accepted(old: str, new: str) -> None:
    import yaml

    text = Path(ISSUES[0]).read_text(encoding="utf-8").replace(old, new)
    assert VALIDATOR.is_valid(json.loads(json.dumps(yaml.safe_load(text), default=str)))


OTHERS = st.one_of(
    st.sampled_from(
        ["", " ", "water", "60", "60-61", "p12", "yes", "abridged", "text", "zh-Hans", "1", "Springs!", "a.png"]
    ),
    st.just([]),
    st.just({}),
    st.just(["water"]),
    st.just([[]]),
    st.just({"en": "Water", "zh-Hans": "水"}),
    st.just({"en": "", "zh-Hans": " "}),
    st.just({"figure": "valley"}),
    st.just({"paragraph": "Water", "id": "water"}),
    st.just({"heading": "Water", "level": "7"}),
    st.just({"aside": {"body": [{"aside": {"body": ["Water"]}}]}}),
    st.just({"zh-Hans": ["水"], "en": ["Water"]}),
    st.just({"not a tag": "Water"}),
)
NAMES = [
    "id",
    "title",
    "body",
    "figures",
    "note",
    "by",
    "level",
    "relation",
    "zh-Hans",
    "dek",
    "page",
    "placed",
    "not a tag",
]


def places(tree: Any) -> list[tuple[Any, Any]]:
    """Every container with every key or index in it."""
    items = list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree)) if isinstance(tree, list) else []
    found = [(tree, key) for key, _ in items]
    for _, value in items:
        found += places(value)
    return found


@st.composite
def damaged(draw: Any) -> Any:
    """An issue's data with a few values removed, added or replaced."""
    tree = data_of(dump(draw(issues())))
    for _ in range(draw(st.integers(0, 2))):
        options = [place for place in places(tree) if not (place[0] is tree and place[1] in ("format", "languages"))]
        container, key = draw(st.sampled_from(options))
        match draw(st.sampled_from(["take out", "replace", "add", "copy"])):
            case "take out":
                del container[key]
            case "replace":
                container[key] = draw(OTHERS)
            case "add" if isinstance(container, dict):
                container.setdefault(draw(st.sampled_from(NAMES)), draw(OTHERS))
            case _:
                container[key] = json.loads(json.dumps(draw(st.sampled_from(options))[0]))
    return tree


@examples(80, phases=[Phase.reuse, Phase.generate])  # to shrink a whole issue takes minutes
@given(damaged())
def test_schema_and_loader_agree(tree: Any) -> None:
    text = json.dumps(tree, ensure_ascii=False)
    found = load_text(text).diagnostics
    reported = [str(diagnostic) for diagnostic in found if is_structural(diagnostic)]
    if any(diagnostic.code == "S307" for diagnostic in found) and not reported:
        return  # what stands under a language that is none of the issue's is not read
    errors = [error.message[:200] for error in VALIDATOR.iter_errors(data_of(text))]
    assert bool(errors) == bool(reported), (reported, errors)
