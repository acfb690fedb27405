"""Readings, glosses and scripts on the screen: keys, sizes, both interface languages, copies, known words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.errors import UnusableError
from reader.learning.bundled import bundled_dictionary
from reader.learning.known_words import KnownWords
from reader.reading.word_help import WordHelp
from reader.settings import read_settings
from tests.ui.screen import compare, found, opened, press, reading, screen_text

if TYPE_CHECKING:
    from reader.library import Library

# A message in the last row goes after a while: pictures are without it.
SIZES = ((120, 36), (100, 30), (60, 24), (40, 12))
BRIDGES, CANAL = "lanes-and-rivers-03/old-bridges", "lanes-and-rivers-03/grand-canal"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def _one_dictionary(cache: str, _own_home: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the dictionary made once for all tests: it can be made again at any time."""
    monkeypatch.setenv("XDG_CACHE_HOME", cache)
    bundled_dictionary.cache_clear()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_one_key_shows_readings_and_glosses_above_words(library: Library, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with opened(library, BRIDGES, size) as pilot:
        await press(pilot, "J")
        before = [row[:-1] for row in screen_text(pilot)[:-1]]  # the scroll bar follows what was laid out
        await press(pilot, "P")
        compare(f"readings-unknown-{name}", screen_text(pilot)[:-1])
        await press(pilot, "P")
        compare(f"readings-all-{name}", screen_text(pilot)[:-1])
        await press(pilot, "P")
        assert [row[:-1] for row in screen_text(pilot)[:-1]] == before


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_reader_of_chinese_has_glosses_above_english_words(library: Library, size: tuple[int, int]) -> None:
    async with opened(library, CANAL, size, interface="zh") as pilot:
        await press(pilot, "J", "W")
        compare(f"readings-english-{size[0]}x{size[1]}", screen_text(pilot)[:-1])


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_an_article_and_the_names_beside_it_are_in_the_script_that_is_set(
    library: Library, tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('script = "traditional"\n', "utf-8")
    async with opened(library, BRIDGES, size, settings=read_settings(str(path))) as pilot:
        compare(f"script-traditional-{size[0]}x{size[1]}", screen_text(pilot)[:-1])


async def test_one_key_shows_each_script_in_turn(library: Library) -> None:
    async with opened(library, BRIDGES, (60, 24)) as pilot:
        before = screen_text(pilot)[:-1]
        await press(pilot, "Z", "Z")
        assert any("一座扁扁的石橋" in row for row in screen_text(pilot))
        await press(pilot, "Z", "Z", "Z")
        assert screen_text(pilot)[:-1] == before


async def test_readings_follow_the_paragraph_and_page_moves_stay_in_the_text(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "P", "J", "J", "J")
        window = reading(pilot).view.viewport.window
        annotated = {row.left_item.name for row in window.rows if row.left.is_annotation}
        assert annotated == {window.item.name}
        locus = window.locus
        await press(pilot, "W")
        annotated = {row.left_item.name for row in reading(pilot).view.viewport.window.rows if row.left.is_annotation}
        assert len(annotated) >= 1
        assert reading(pilot).view.viewport.window.locus == locus
        await press(pilot, "space", "space", "b", "b")
        assert any(row.left.is_annotation for row in reading(pilot).view.viewport.window.rows)


async def test_find_copies_and_addresses_see_the_source_in_every_script(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "J", "P", "Z", "Z")
        assert any("橋" in row for row in screen_text(pilot))
        await press(pilot, "slash", *"赵州桥", "enter")
        simplified = len(found(pilot))
        await press(pilot, "escape", "slash", *"趙州橋", "enter")
        assert len(found(pilot)) == simplified > 1
        await press(pilot, "escape", "V", "y")
        context = reading(pilot).context
        assert context.opened.passage(context.window).text.plain("zh-Hans") in pilot.app.clipboard
        await press(pilot, "m")
        assert context.opened.passage(context.window).anchor in context.view.shown.overlays.marks.bookmarked


async def test_copies_are_as_shown_where_that_is_set(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('copy-script = "as-shown"\nscript = "traditional"\n', "utf-8")
    async with opened(library, BRIDGES, (100, 30), settings=read_settings(str(path))) as pilot:
        await press(pilot, "J", "V", "y")
        assert "趙州橋" in pilot.app.clipboard
        await press(pilot, "y")
        assert "趙州橋" in pilot.app.clipboard
        assert "Zhaozhou Bridge" in pilot.app.clipboard


async def test_a_word_that_one_knows_loses_its_help_and_a_kept_one_gets_it(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "J", "P")
        assert any("duōbàn" in row for row in screen_text(pilot))
        assert not any("dìfang" in row for row in screen_text(pilot))
        await press(pilot, "slash", *"多半", "enter", "z", "K")
        assert [(word.word, word.is_known) for word in KnownWords().all().values()] == [("多半", True)]
        await press(pilot, "escape", "slash", *"地方", "enter", "z", "w", "escape")
        assert any("dìfang" in row for row in screen_text(pilot))
        await press(pilot, "escape", "g", "J")
        assert not any("duōbàn" in row for row in screen_text(pilot))


async def test_a_damaged_file_of_words_is_told_and_the_level_holds(library: Library) -> None:
    path = Path(KnownWords().path)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database" * 1000)
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "J", "P")
        assert any("bank" in row for row in screen_text(pilot))
        assert KnownWords().all() == {}
        assert list(path.parent.glob("words.sqlite.damaged-*"))


async def test_a_damaged_part_of_the_program_is_told_and_the_text_stays(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_self: WordHelp) -> None:
        raise UnusableError("a part of the program is missing")

    monkeypatch.setattr(WordHelp, "work", broken)
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "J", "P")
        assert "a part of the program is missing" in screen_text(pilot)[-1]
        assert any("洨河不宽" in row for row in screen_text(pilot))


async def test_nothing_is_imported_before_readings_are_wanted(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "J", "space")
        assert reading(pilot).view.shown.help is None
