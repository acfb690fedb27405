"""Names of files that Windows cannot have, and those that it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.model.file_names import windows_fault
from reader.source import load
from tests.source.test_loading import SMALL

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "name",
    [
        *("con", "CON", "Aux.png", "nul.tar.gz", "com1", "LPT9.webp", "com¹.png", "con .png", "CONIN$"),
        *("a:b.png", "what?.png", "a*.png", 'said "so".png', "<a>.png", "a|b.png", "a\x07.png", "back\\slash.png"),
        *("end.", "end ", "x" * 241),
    ],
)
def test_windows_cannot_have(name: str) -> None:
    assert windows_fault(name)


@pytest.mark.parametrize(
    "name", ["icon.png", "console", "com", "com10", "lpt", "auxiliary.png", "泉水.png", ".hidden", "a b.png", "x" * 240]
)
def test_windows_can_have(name: str) -> None:
    assert windows_fault(name) == ""


@pytest.mark.parametrize(
    ("file_name", "told"),
    [("con.yaml", True), ("springs..yaml", True), ("a b.yaml", False), ("springs .yaml", True), ("s:1.yaml", True)],
)
def test_the_name_of_the_issue_file_is_checked(tmp_path: Path, file_name: str, told: bool) -> None:
    path = tmp_path / file_name
    path.write_text(SMALL, encoding="utf-8")
    assert ("R419" in {diagnostic.code for diagnostic in load(str(path)).diagnostics}) is told


def test_two_names_that_differ_in_case_only(tmp_path: Path) -> None:
    figures = "        figures:\n" + "".join(
        f"          - {{id: {word}, caption: {{zh-Hans: 泉, en: Spring}}, file: {name}}}\n"
        for word, name in (("one", "Map.png"), ("two", "map.png"), ("three", "map.png"))
    )
    path = tmp_path / "springs.yaml"
    path.write_text(SMALL + figures, encoding="utf-8")
    found = [diagnostic for diagnostic in load(str(path)).diagnostics if diagnostic.code == "R419"]
    message = "the names 'Map.png' and 'map.png' are one on Windows and macOS"
    assert [each.message for each in found] == [message] * 2
