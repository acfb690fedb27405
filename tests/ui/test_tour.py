"""The tour of the first start: its rows, its keys and those of the screen below it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.folders import state_folder
from reader.layout.runs import width_of
from reader.marks.mark import BOOKMARK, default_path, new_mark
from reader.reading.first_start import is_first_start
from reader.reading.memory import Memory
from reader.ui.commands.table import BY_ID
from reader.ui.lists.tour import keys_of_tour, tour_lines, tour_rows
from reader.ui.screens.help import HelpScreen
from reader.ui.screens.search import SearchScreen
from reader.ui.screens.shelf import ShelfScreen
from reader.ui.screens.tour import TourScreen
from reader.ui.strings import strings_in
from tests.ui.screen import app_of, opened, press, screen_text, settled

if TYPE_CHECKING:
    from reader.library import Library
    from reader.settings.table import InterfaceLanguage


def texts(step: int, width: int, code: InterfaceLanguage) -> list[str]:
    rows = tour_rows(step, width, strings_in(code), {})
    assert all(width_of(row) <= width for row in rows)
    return ["".join(text for text, _ in row) for row in rows]


@pytest.mark.parametrize("code", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 60, 100, 160])
def test_each_step_fits_the_smallest_screen_with_its_keys(code: InterfaceLanguage, width: int) -> None:
    steps = [texts(step, width, code) for step in range(5)]
    assert len({len(rows) for rows in steps}) == 1
    assert len(steps[0]) <= 7  # of twelve rows: head line and status line, and issues above it
    for number, (_, head, *_rest) in enumerate(steps, 1):
        assert f"· {number}/5" in head
        assert "Esc" in head
        assert ("Space" in head) == (number < 5)
    assert not any(row.rstrip().endswith("--") for rows in steps for row in rows)


def test_the_keys_that_the_reader_has_set_are_in_the_tour() -> None:
    lines = "\n".join(tour_lines(strings_in("en"), {"find": ("f",), "search": ()}))
    assert "f finds in the article, – in all issues" in lines
    assert keys_of_tour({"tour_next": ("n",)}) == {"n", "left", "backspace", "escape", "ctrl+l", "ctrl+z"}
    assert not {name for name in BY_ID if f"{{{name}}}" in lines}


@pytest.mark.parametrize("size", [(120, 36), (40, 12)])
async def test_a_key_of_the_shelf_ends_the_tour_and_does_its_work(library: Library, size: tuple[int, int]) -> None:
    for keys, shown in ((("j",), ShelfScreen), (("s", *"泉水"), SearchScreen), (("question_mark",), HelpScreen)):
        async with opened(library, "", size, tour=True) as pilot:
            below = pilot.app.screen_stack[-2]
            assert isinstance(pilot.app.screen, TourScreen)
            assert isinstance(below, ShelfScreen)
            await press(pilot, *keys)
            assert isinstance(pilot.app.screen, shown)
            assert below.issues.cursor == int(keys == ("j",))
            if isinstance(pilot.app.screen, SearchScreen):
                assert pilot.app.screen.box.value == "泉水"


async def test_the_cursor_is_on_its_text_and_a_message_in_the_status_line_below(library: Library) -> None:
    async with opened(library, "", (100, 30), tour=True) as pilot:
        app = app_of(pilot)
        x, y = app.cursor_position
        assert screen_text(pilot)[y][x:].startswith("Here are the issues")
        app._say("something")
        await press(pilot, "right")
        assert screen_text(pilot)[-1].startswith(" something")
        await pilot.click(offset=(5, 26))
        await settled(pilot)
        assert isinstance(app.screen, TourScreen)
        assert app.screen.step == 2
        await pilot.click(offset=(5, 3))
        await settled(pilot)
        assert isinstance(app.screen, ShelfScreen)


def test_the_first_start_is_remembered_and_marks_tell_of_an_earlier_one() -> None:
    assert is_first_start()
    assert not is_first_start()
    Path(state_folder(), "tour").unlink()
    assert is_first_start()
    Path(state_folder(), "tour").unlink()
    memory = Memory()
    memory.keep(new_mark(BOOKMARK, "springs", "water", ()))
    assert Path(default_path()).exists()
    assert not is_first_start()


def test_a_start_that_cannot_be_remembered_is_no_first_one() -> None:
    Path(state_folder()).parent.mkdir(parents=True, exist_ok=True)
    Path(state_folder()).write_text("no folder", "utf-8")
    assert not is_first_start()
