"""Keys as a Chinese input method commits them: on a page they do as their half-width twins, in a box they are text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from reader.settings import Settings
from reader.ui.commands.keys import half_width, named
from reader.ui.commands.table import COMMANDS
from reader.ui.screens.help import HelpScreen
from tests.ui.screen import app_of, opened, press, screen_text

if TYPE_CHECKING:
    from reader.library import Library

ARTICLE = "lanes-and-rivers-03/old-bridges"
FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
CHINESE = {"\u3000": " ", "【": "[", "】": "]", "《": "<", "》": ">", "。": ".", "、": "/", "‘": "'", "’": "'"}


def test_every_full_width_form_has_its_twin() -> None:
    assert all(half_width(char) == twin for char, twin in (FULL_WIDTH | CHINESE).items())
    assert [half_width(char) for char in ("a", "/", "字", "", "…"[:0])] == ["a", "/", "字", "", ""]


def test_every_key_of_the_table_can_be_pressed_in_full_width() -> None:
    marks = {key for command in COMMANDS for key in command.keys if len(key) == 1}
    assert marks <= {named(half_width(char)) for char in FULL_WIDTH}


@pytest.mark.parametrize(
    ("typed", "twin"),
    [*zip("／？ｊｋＪ！Ｇ：】【，", "/?jkJ!G:][,", strict=True), ("\u3000", "space"), ("、", "/"), ("《", "<")],
)
async def test_a_key_of_an_input_method_does_as_its_twin(library: Library, typed: str, twin: str) -> None:
    seen = []
    for key in (twin, typed):
        async with opened(library, ARTICLE, (100, 30)) as pilot:
            await press(pilot, "g", "J", "J", key)
            seen.append((type(pilot.app.screen), screen_text(pilot)))
    assert seen[0] == seen[1]


async def test_in_a_box_it_is_text(library: Library) -> None:
    async with opened(library, ARTICLE, (100, 30)) as pilot:
        await press(pilot, "／", "／", "ｊ", "？")
        assert pilot.app.screen.query_one(Input).value == "／ｊ？"


async def test_a_key_that_the_reader_has_set_keeps_its_meaning(library: Library) -> None:
    settings = Settings()
    settings.keys["help"] = ("ｊ",)
    async with opened(library, ARTICLE, (100, 30), settings=settings) as pilot:
        await press(pilot, "ｊ")
        assert isinstance(app_of(pilot).screen, HelpScreen)
