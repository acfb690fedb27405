"""Weights: each is a number with a meaning, and is read where it is used."""

import ast
from pathlib import Path

import pytest

from reader.importing.text import fragments, weights
from reader.importing.text.column_layout import ColumnLayout
from reader.importing.text.fragment_scores import FragmentScorer
from reader.importing.text.languages import chinese_and_english
from reader.importing.text.text_runs import split_line

FOLDER = Path(weights.__file__).parent


def test_each_weight_is_a_number_with_a_docstring() -> None:
    body = ast.parse(Path(weights.__file__).read_text("utf-8")).body[1:]
    for assignment, meaning in zip(body[::2], body[1::2], strict=True):
        assert isinstance(assignment, ast.Assign)
        assert isinstance(getattr(weights, assignment.targets[0].id), int | float)
        assert isinstance(meaning, ast.Expr)
        assert isinstance(meaning.value.value, str)


def test_each_weight_is_read_by_a_module() -> None:
    names = {name for name in vars(weights) if name.isupper()}
    read = {
        node.attr
        for path in FOLDER.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "weights"
    }
    assert read == names


def test_a_changed_weight_counts_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "the old harbour"
    (run,) = split_line(0, text, chinese_and_english(text), 0)
    fragment = fragments.Fragment(run, 0, 3)
    layout = ColumnLayout(20.0, 1)
    before = FragmentScorer(layout, {}).outside(fragment)
    monkeypatch.setattr(weights, "OUTSIDE", weights.OUTSIDE - 1)
    assert FragmentScorer(layout, {}).outside(fragment) == pytest.approx(before - 1)
