"""Bad issue files and their diagnostics: ``NAME.yaml`` beside ``NAME.expected`` in ``tests/data/bad``.

A line of ``NAME.expected`` is a diagnostic without the path: ``line:column: CODE message; hint``. After an
intended change, read every line that differs: is the position right for a maintainer, and does the hint help?
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.cli.checking import checked
from reader.gate import first_forbidden
from reader.source import load
from reader.source.diagnostic import MAX_EXCERPT_CHARS
from reader.source.loading import load_source
from reader.source.rules import RULES
from reader.source.source_file import read_source

BAD = Path(__file__).parent.parent / "data" / "bad"
FILES = sorted(BAD.glob("*.yaml"))
MADE_ELSEWHERE = {"F101", "F102", "F103", "F106", "F107", "R407", "R416", "R424"}
"""Rules that only the disk can break: see ``test_loading.py``, ``test_rule_pages.py`` and ``test_bounds.py``."""


def reported(path: Path) -> list[str]:
    prefix = f"{path}:"
    return [str(diagnostic).removeprefix(prefix).strip() for diagnostic in checked([str(path)])[0].diagnostics]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_all_faults_are_reported_in_one_run(path: Path) -> None:
    expected = path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    assert expected
    assert reported(path) == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_diagnostics_show_the_line_and_mark_the_position(path: Path) -> None:
    lines = path.read_bytes().decode("utf-8-sig", "replace").split("\n")
    for diagnostic in checked([str(path)])[0].diagnostics:
        assert len(diagnostic.excerpt) <= MAX_EXCERPT_CHARS + 2
        assert first_forbidden(str(diagnostic) + diagnostic.excerpt) == -1
        if 0 < diagnostic.line <= len(lines) and diagnostic.excerpt:
            line = lines[diagnostic.line - 1]
            column = diagnostic.column - 1
            marked = diagnostic.excerpt[diagnostic.mark : diagnostic.mark + 1]
            if column < len(line) and first_forbidden(line) == -1:
                assert marked == (" " if line[column] == "\t" else line[column])


def test_an_issue_with_an_error_is_not_opened_and_one_with_warnings_is() -> None:
    for path in FILES:
        loaded = load(str(path))
        assert (loaded.issue is None) == bool(loaded.errors), path.name
        assert set(loaded.errors) <= set(loaded.diagnostics)
        quick, _ = load_source(read_source(str(path)), only_errors=True)
        assert quick.errors == loaded.errors, path.name


def test_every_rule_has_a_bad_file() -> None:
    shown = {
        code
        for path in FILES
        for code in re.findall(r"\b[A-Z]\d{3}\b", path.with_suffix(".expected").read_text("utf-8"))
    }
    assert {*RULES} - MADE_ELSEWHERE <= shown


def test_every_expectation_has_its_file() -> None:
    assert {path.stem for path in BAD.glob("*.expected")} == {path.stem for path in FILES}


def test_without_checks_only_the_shape_is_checked() -> None:
    path = str(BAD / "figure-not-defined.yaml")
    assert {diagnostic.code for diagnostic in load(path).diagnostics} == {"R402"}
    unchecked = load(path, checked=False)
    assert unchecked.issue is not None
    assert unchecked.diagnostics == ()
