"""The words of an issue file are only text on the screen, and nothing in it stops the reader."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reader.library import Library
from reader.ui.screens.figure import FigureScreen
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.shelf import ShelfScreen
from tests.ui.hostile import FORBIDDEN, hostile_issue, small_issue
from tests.ui.screen import commit, opened, press, screen_text, settled

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

STEPS = (
    *("tab", "enter", "space", "c", "t", "v", "v", "v", "v", "x", "m", "y", "f", "question_mark", "escape", "escape"),
    *("slash", "r", "e", "d", "enter", "n", "escape", "right_square_bracket", "I", "ctrl+p", "escape", "T"),
)

BLOCK = "▀"


def assert_clean(pilot: Pilot[None]) -> None:
    """Looks at every strip that is drawn, of every screen there is."""
    for row in screen_text(pilot):
        found = FORBIDDEN.search(row)
        assert found is None, (row, found)
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip:
            assert not (segment.style and segment.style.meta.get("@click")), segment
            assert not (segment.style and segment.style.link) or segment.style.link.startswith("https://"), segment


@pytest.mark.parametrize("size", [(160, 45), (60, 24), (40, 12)])
async def test_hostile_texts_are_only_texts_on_every_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    hostile_issue(tmp_path)
    async with opened(Library([str(tmp_path)]), "", size) as pilot:
        assert_clean(pilot)
        assert any("[red]" in row for row in screen_text(pilot))
        for key in STEPS:
            await press(pilot, key)
            assert_clean(pilot)
        assert pilot.app.is_running
        assert "\x1b" not in pilot.app.clipboard


async def test_square_brackets_are_shown_as_written(tmp_path: Path) -> None:
    hostile_issue(tmp_path)
    async with opened(Library([str(tmp_path)]), "hostile/one", (200, 60)) as pilot:
        text = " ".join(" ".join(screen_text(pilot)).split())
        for words in ("[red]red[/red]", "[/x]", "[a=b:", "{title}", "%s"):
            assert words in text


@pytest.mark.parametrize(
    "query",
    ["[red]", "[/x]", "[@click=app.quit]", '"', '"[', "\u202eabc", "\x1b]52;c;x\x07", "* OR NEAR(", "'; --", "\\"],
)
async def test_a_hostile_query_is_only_a_query(tmp_path: Path, query: str) -> None:
    hostile_issue(tmp_path)
    async with opened(Library([str(tmp_path)]), "", (100, 30)) as pilot:
        await press(pilot, "s")
        await commit(pilot, query)
        assert_clean(pilot)
        await press(pilot, "enter")
        assert_clean(pilot)
        assert pilot.app.is_running
    async with opened(Library([str(tmp_path)]), "hostile/one", (100, 30)) as pilot:
        await press(pilot, "slash")
        await commit(pilot, query)
        assert_clean(pilot)
        await press(pilot, "enter", "n")
        assert_clean(pilot)


async def test_a_click_on_what_looks_like_an_action_does_nothing(tmp_path: Path) -> None:
    hostile_issue(tmp_path)
    async with opened(Library([str(tmp_path)]), "hostile/two", (160, 45)) as pilot:
        screen = pilot.app.screen
        for y, row in enumerate(screen_text(pilot)):
            if "quit" in row and y > 1:
                await pilot.click(offset=(row.index("quit"), y))
                await settled(pilot)
        assert pilot.app.is_running
        assert screen.is_attached


# -- the shelf ----------------------------------------------------------------------------------------


async def test_a_broken_file_is_reported_and_the_others_open(tmp_path: Path) -> None:
    (tmp_path / "a-broken.yaml").write_text("format: 1\nid: a-broken\nlanguages: [zh-Hans\n", encoding="utf-8")
    (tmp_path / "b-good.yaml").write_text(small_issue("b-good"), encoding="utf-8")
    (tmp_path / "c-bad.yaml").write_text(small_issue("c-bad").replace("magazine:", "magazin:"), encoding="utf-8")
    library = Library([str(tmp_path)])
    async with opened(library, "", (160, 40)) as pilot:
        rows = screen_text(pilot)
        assert any("✗ a-broken — cannot be opened" in row for row in rows)
        for entry in library:
            if not entry.issue:
                first = entry.loaded.errors[0]
                assert any(f"{first.line}:{first.column} {first.code}" in row for row in rows)
        assert any("Magazine b-good" in row for row in rows)
        assert pilot.app.screen.issues.value.name == "b-good"  # the first that opens
        await press(pilot, "up", "enter", "enter")  # nothing to open in it
        assert isinstance(pilot.app.screen, ShelfScreen)
        pilot.app.screen.issues.focus()
        await press(pilot, "down", "enter", "enter")
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.screen.context.opened.issue.id == "b-good"


@pytest.mark.parametrize("interface", ["en", "zh"])
@pytest.mark.parametrize("size", [(100, 30), (40, 12), (1, 1)])
async def test_an_empty_library_says_what_to_do(tmp_path: Path, interface: str, size: tuple[int, int]) -> None:
    async with opened(Library([str(tmp_path)]), "", size, interface) as pilot:
        if size[0] > 1:
            text = "".join("".join(screen_text(pilot)).split())
            assert "readernew" in text
        for key in ("j", "k", "G", "g", "space", "enter", "tab", "s", "escape", "question_mark", "escape", "T", "I"):
            await press(pilot, key)
        assert pilot.app.is_running


async def test_two_issues_with_one_id_are_both_on_the_shelf(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(small_issue("one"), encoding="utf-8")
    async with opened(Library([str(tmp_path)]), "", (100, 30)) as pilot:
        await press(pilot, "down", "enter", "enter")
        assert pilot.app.screen.context.opened.entry.name == "two"


# -- pictures -----------------------------------------------------------------------------------------


def picture_library(folder: Path) -> Library:
    from PIL import Image

    pictures = folder / "issue"
    pictures.mkdir()
    Image.new("RGB", (40, 20), "red").save(pictures / "good.png")
    good = (pictures / "good.png").read_bytes()
    (pictures / "corrupt.png").write_bytes(good[:60])
    (pictures / "text.png").write_text("no picture", encoding="utf-8")
    header = bytearray(good)
    header[16:24] = (60_000).to_bytes(4, "big") * 2
    (pictures / "huge.png").write_bytes(header)
    outside = folder / "outside.png"
    outside.write_bytes(good)
    os.symlink(outside, pictures / "linked.png")
    os.mkfifo(pictures / "pipe.png")
    (pictures / "folder.png").mkdir()
    names = ("good.png", "missing.png", "corrupt.png", "text.png", "huge.png", "linked.png", "pipe.png", "folder.png")
    (folder / "issue.yaml").write_text(small_issue("issue", names), encoding="utf-8")
    return Library([str(folder)])


@pytest.mark.parametrize("size", [(100, 30), (40, 12), (2, 2)])
async def test_a_picture_that_cannot_be_shown_is_described_in_words(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(picture_library(tmp_path), "issue/article-0", size, pictures="blocks") as pilot:
        await press(pilot, "f")
        screen = pilot.app.screen
        assert isinstance(screen, FigureScreen)
        shown = {}
        for _ in range(8):
            drawn = any(BLOCK in row for row in screen_text(pilot))
            shown[screen.figure.file] = drawn
            if not drawn and size == (100, 30):
                assert any("Words instead" in row for row in screen_text(pilot)), screen.figure.file
            await press(pilot, "n")
        assert [name for name, drawn in shown.items() if drawn] == (["good.png"] if size[1] > 2 else [])
        assert len(shown) == 8
        assert pilot.app.is_running


async def test_a_picture_keeps_its_proportions_at_each_size(tmp_path: Path) -> None:
    async with opened(picture_library(tmp_path), "issue/article-0#f0", (100, 30), pictures="blocks") as pilot:
        await press(pilot, "f")
        for width, height in ((100, 30), (50, 14), (160, 45)):
            await pilot.resize_terminal(width, height)
            await settled(pilot)
            room = pilot.app.screen.query_one("#picture").size
            counts = [count for row in screen_text(pilot) if (count := row.count(BLOCK))]
            rows, columns = len(counts), max(counts)
            assert columns <= room.width
            assert rows <= room.height
            assert abs(columns / (2 * rows) - 2) < 0.35


# -- the palette and help -----------------------------------------------------------------------------


@pytest.mark.parametrize("interface", ["en", "zh"])
@pytest.mark.parametrize("address", ["", "city-of-springs-08/springs"])
async def test_the_palette_bears_any_sign(library: Library, interface: str, address: str) -> None:
    async with opened(library, address, (120, 40), interface) as pilot:
        await press(pilot, "ctrl+p")
        for key in ("?", "[", "T"):
            await commit(pilot, key)
            assert_clean(pilot)


async def test_a_command_of_the_palette_is_done_on_its_screen(library: Library) -> None:
    async with opened(library, "city-of-springs-08/springs", (120, 40)) as pilot:
        await press(pilot, "ctrl+p")
        await commit(pilot, "Swap the languages")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.screen.context.opened.languages == ("en", "zh-Hans")
