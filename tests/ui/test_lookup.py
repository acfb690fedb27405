"""The look-up in the article: the panel at each size, where it begins and ends, bursts of keys, faults."""

from __future__ import annotations

import sys
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast
from unittest.mock import patch

import pytest
from textual import events
from textual.geometry import Region, Size

from reader.layout.spaces import LEFT, RIGHT
from reader.learning import dictionaries
from reader.learning.dictionary import Dictionary
from reader.library import Library
from reader.model.passage import find
from reader.model.record import replace
from reader.settings import Settings
from reader.ui.screens.lookup import LookupScreen
from reader.ui.widgets.status import Status
from tests.ui.screen import compare, opened, press, reading, screen_text, settled
from tests.ui.test_reading import cell_of
from tests.ui.test_speaking import until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

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


def panel_text(pilot: Pilot[None]) -> str:
    """Returns the text of the panel, as if it had one row."""
    screen = pilot.app.screen
    assert isinstance(screen, LookupScreen)
    return " ".join("".join(text for text, _ in row).strip() for row in screen.listing._rows)


def lit(pilot: Pilot[None]) -> str:
    """Returns the lit sentence of the article below the panel."""
    context = pilot.app.screen_stack[-2].context
    sentence = context.view.shown.overlays.sentence
    passage = find(context.opened.article, sentence.anchor) if sentence else None
    return passage.text.plain(sentence.language)[sentence.start : sentence.end] if passage and sentence else ""


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


def test_keys_wait_until_the_dictionaries_are_open() -> None:
    seeker, done = SimpleNamespace(is_open=False, opens_at_once=False), list[str]()
    screen = SimpleNamespace(_acts=[], _seeker=seeker, _is_opening=True, _is_dismissed=False)
    screen._go_on = lambda: LookupScreen._go_on(cast("LookupScreen", screen))
    for key in ("l", "w"):
        LookupScreen.afterwards(cast("LookupScreen", screen), partial(done.append, key))
    assert not done
    seeker.is_open = True
    screen._go_on()
    assert done == ["l", "w"]


@pytest.mark.parametrize(
    ("interface", "wanted", "language"), [("zh", "auto", "en"), ("zh", "both", "zh-Hans"), ("en", "en", "en")]
)
async def test_it_begins_in_the_language_that_is_learnt(
    library: Library, interface: str, wanted: str, language: str
) -> None:
    settings = Settings()
    settings.apply({"learning": wanted}, {})
    async with opened(library, BRIDGES, (100, 30), interface=interface, settings=settings) as pilot:
        await press(pilot, "z")
        context = pilot.app.screen_stack[-2].context
        assert context.opened.languages[context.selection.side] == language


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
        shown = panel_text(pilot)
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


async def test_a_click_moves_the_cursor_and_the_counterpart_of_its_sentence_is_lit(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (120, 36)) as pilot:
        await press(pilot, "z")
        assert lit(pilot).startswith("The Xiao River is not wide")
        place = cell_of(pilot, "bridge: one")
        await pilot.click(offset=place)
        await settled(pilot)
        assert pilot.app.screen.word == "bridge"
        assert "桥" in panel_text(pilot)
        assert lit(pilot).startswith("站在岸上的人")
        panel = pilot.app.screen.query_one("#lookup").region
        await pilot.click(offset=(panel.x + 3, panel.y))
        await settled(pilot)
        assert pilot.app.screen.word == "bridge"  # the panel is no text of the article
        await press(pilot, "escape")
        assert reading(pilot).view.shown.overlays.sentence is None


async def test_the_counterpart_is_in_the_panel_where_the_article_shows_one_language(library: Library) -> None:
    settings = Settings()
    settings.apply({"mode": "left", "reading-style": "zhuyin"}, {})
    async with opened(library, f"{BRIDGES}#p1", (100, 30), settings=settings) as pilot:
        await press(pilot, "z")
        assert "The Xiao River is not wide" in panel_text(pilot)
        assert "ㄒㄧㄠˊ ㄏㄜˊ" in panel_text(pilot)
        await press(pilot, "w")
        (mark,) = pilot.app.memory.all()
        assert "ㄒㄧㄠˊ ㄏㄜˊ" in mark.note


@pytest.mark.parametrize(
    ("code", "told"),
    [("print('<' + sys.argv[1] + '>\\n\\x1b[31mred')", "<洨河> �[31mred"), ("sys.exit('x' * 99)", "洨河 Xiáo Hé")],
)
async def test_the_program_of_the_reader_answers_too(library: Library, code: str, told: str) -> None:
    settings = Settings()
    settings.apply({"dictionary-command": [sys.executable, "-c", f"import sys; {code}", "{word}"]}, {})
    async with opened(library, f"{BRIDGES}#p1", (160, 45), settings=settings) as pilot:
        await press(pilot, "z")
        shown = panel_text(pilot)
        assert " ".join(shown.split()).count(told) == 1
        await press(pilot, "l", "l")
        assert ("<宽>" in panel_text(pilot)) == ("<" in told)


async def test_a_program_that_hangs_ends_with_the_look_up(library: Library, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    code = "import pathlib, sys, time; pathlib.Path(sys.argv[1]).write_text('x'); time.sleep(600)"
    settings = Settings()
    settings.apply({"dictionary-command": [sys.executable, "-c", code, str(begun), "{word}"]}, {})
    async with opened(library, f"{BRIDGES}#p1", (100, 30), settings=settings) as pilot:
        driver = pilot.app._driver
        assert driver
        driver.send_message(events.Key("z", "z"))
        await until(pilot, lambda: begun.exists() and "Xiáo Hé" in panel_text(pilot))
        driver.send_message(events.Key("escape", None))
        await settled(pilot)  # waits for the thread that waits for the program
        assert reading(pilot)


async def test_the_panel_follows_its_word_when_readings_move_it(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "J", "z", "tab", "l", "l")
        screen = pilot.app.screen
        assert isinstance(screen, LookupScreen)
        view, context = screen._article.view, screen._article
        before = view.window.row_of_spot(LEFT, RIGHT, screen._at.head)
        view.look = replace(view.look, readings="all")
        context.helping.follow()
        await settled(pilot)
        row = view.window.row_of_spot(LEFT, RIGHT, screen._at.head)
        assert before is not None
        assert row is not None
        assert row > before
        assert screen.query_one("#lookup").region.y == view.region.y + view.view_size.head_rows + row + 1


async def test_a_box_is_drawn_while_the_screen_below_has_its_old_size(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "J", "z")
        below = pilot.app.screen_stack[-2]
        with patch.object(below._compositor, "size", Size(80, 20)):
            strips = pilot.app.screen.render_lines(Region(0, 0, 100, 30))
        assert [strip.cell_length for strip in strips] == [100] * 30
