"""The look-up in the article: the panel at each size, where it begins and ends, bursts of keys, faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from reader.learning import dictionaries
from reader.learning.dictionary import Dictionary
from reader.library import Library
from reader.ui.screens.lookup import LookupScreen
from reader.ui.widgets.status import Status
from tests.ui.screen import compare, opened, press, reading, screen_text, settled

if TYPE_CHECKING:
    from pathlib import Path

BRIDGES, CANAL = "lanes-and-rivers-03/old-bridges", "lanes-and-rivers-03/grand-canal"
TABLES = """\
format: 1
id: tables-01
languages: [zh-Hans, en]
magazine: {zh-Hans: 表, en: Tables}
label: {zh-Hans: 样刊, en: A sample}
sections:
  - id: all
    title: {zh-Hans: 全, en: All}
    articles:
      - id: tables
        title: {zh-Hans: 井深, en: Depths}
        body:
          - table:
              rows: [[{zh-Hans: 东井, en: East}, 12 m]]
"""


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (60, 24), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_panel_at_each_size(library: Library, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with opened(library, CANAL, size) as pilot:
        if size[0] == 60:
            await press(pilot, "I")  # one of them is in Chinese
        await press(pilot, "slash", *"杭州", "enter", "z")
        compare(f"look-up-term-{name}", screen_text(pilot))
        await press(pilot, "l", "l")
        compare(f"look-up-{name}", screen_text(pilot))
        await press(pilot, "tab", "l")
        compare(f"look-up-english-{name}", screen_text(pilot))


async def test_escape_leaves_the_article_as_it_was(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "J", "J")
        window = reading(pilot).view.viewport.window
        before = screen_text(pilot)[:-1], window.locus, window.item  # the last row has an estimate
        await press(pilot, "z", "l", "space", "escape")
        window = reading(pilot).view.viewport.window
        assert (screen_text(pilot)[:-1], window.locus, window.item) == before
        assert reading(pilot).context.selection is None


async def test_the_cursor_goes_on_into_the_next_paragraph_which_stays_in_sight(library: Library) -> None:
    async with opened(library, BRIDGES, (40, 12)) as pilot:
        await press(pilot, "J", "z")
        for _ in range(3):
            await press(pilot, *["j"] * 6)
            below = pilot.app.screen_stack[-2]
            assert any(below.chosen_words()[:1] in row for row in screen_text(pilot)[:8])
        await press(pilot, "escape")
        assert reading(pilot).view.viewport.window.item.anchor != "p1"


async def test_the_keys_of_a_burst_are_done_one_after_the_other(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "J", "z")
        for key in "lllhl":
            pilot.app._driver.send_message(events.Key(key, key))
        await settled(pilot)
        assert pilot.app.screen_stack[-2].chosen_words() == "平日"


async def test_it_begins_at_the_selection(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "J", "V", "V", "z")
        assert pilot.app.screen_stack[-2].chosen_words() == "The"


async def test_a_dictionary_that_cannot_be_read_is_told_in_the_panel(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "damaged").write_bytes(b"no dictionary" * 100)
    damaged = Dictionary(str(tmp_path / "damaged"), "", None)
    monkeypatch.setattr(dictionaries, "readers_dictionaries", lambda _wanted: [("damaged", damaged)])
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "J", "z", "w")
        assert isinstance(pilot.app.screen, LookupScreen)
        shown = "".join(row.strip(" ▕") for row in screen_text(pilot))
        assert "No dictionary has 洨" in shown
        assert "it is no dictionary" in shown
        assert "洨" in pilot.app.screen.query_one(Status).message


async def test_behind_the_last_text_it_begins_in_that(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        context = reading(pilot).context
        last = len(context.window.column.items) - 1
        context.go_in_window(lambda window: window.go_to(last))
        await press(pilot, "z")
        assert isinstance(pilot.app.screen, LookupScreen)  # at the last text before
        await press(pilot, "escape")


async def test_a_table_has_no_words_to_look_up(tmp_path: Path) -> None:
    path = tmp_path / "tables-01.yaml"
    path.write_text(TABLES, encoding="utf-8")
    held = Library([str(path)])
    held.update()
    async with opened(held, "tables-01/tables", (60, 24)) as pilot:
        await press(pilot, "z")
        assert pilot.app.screen.query_one(Status).message == "There is no text here to look words up in."
