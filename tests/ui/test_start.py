from __future__ import annotations

import gc
import subprocess
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from textual.css.stylesheet import Stylesheet

from reader.ui.commands.table import COMMANDS
from tests.ui.screen import opened

if TYPE_CHECKING:
    from reader.library import Library


@pytest.mark.parametrize("address", ["", "city-of-springs-08/new-drivers"])
async def test_the_style_sheet_is_read_once_before_the_first_screen(
    library: Library, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Stylesheet] = []
    monkeypatch.setattr(Stylesheet, "reparse", lambda self: read.append(self))
    async with opened(library, address):
        assert not read


async def test_panels_are_styled_once_as_they_are_mounted(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    styled: list[str] = []
    apply = Stylesheet.apply

    def count(self: Stylesheet, node: object, **rest: object) -> None:
        styled.append(getattr(node, "id", None) or "")
        apply(self, node, **rest)

    monkeypatch.setattr(Stylesheet, "apply", count)
    async with opened(library, "city-of-springs-08/new-drivers", size=(160, 45)):
        assert styled.count("contents") == 2  # as it is mounted, and as Textual shows the screen


async def test_garbage_is_collected_again_once_the_first_screen_is_drawn(library: Library) -> None:
    gc.disable()
    try:
        async with opened(library):
            assert gc.isenabled()
            assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
        gc.enable()


PROGRAM = """
import sys
from reader.ui.app import app
from reader.ui.screens import preview, reading, shelf
print(*(name for name in sys.modules if name.startswith("reader.ui.commands.")))
"""


def test_no_module_of_commands_is_imported_for_the_first_screen() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=300)
    names = {name.removeprefix("reader.ui.commands.") for name in done.stdout.split()}
    assert names == {"calling", "command", "hints", "keys", "table", "moves_table", "looks_table"}
    subjects = {function.partition(":")[0] for command in COMMANDS for function in command.functions.values()}
    assert not names & subjects


RARE = (
    *("reader.search", "reader.model.equivalence", "reader.model.markup", "reader.model.terms", "reader.layout.table"),
    *("reader.layout.turns", "reader.layout.annotations", "reader.marks.salvage", "reader.file_writing"),
    *("reader.reading.links", "reader.reading.code_colours", "reader.ui.strings.chinese"),
)
"""Modules that an article needs only with a glossary, a table, links, code or readings, for a search or for a fault."""
ARTICLE = """
import sys
from reader.ui.frames import first, reading
from reader.ui.app import app
from reader.ui.screens import reading
print(*sys.modules)
"""


def test_no_module_for_rare_content_is_imported_for_an_article() -> None:
    done = subprocess.run([sys.executable, "-c", ARTICLE], capture_output=True, text=True, check=True, timeout=300)
    assert not set(RARE) & set(done.stdout.split())


def test_each_function_of_the_table_is_there() -> None:
    for command in COMMANDS:
        for function in command.functions.values():
            module, _, name = function.partition(":")
            assert callable(getattr(import_module(f"reader.ui.commands.{module}"), name)), function
