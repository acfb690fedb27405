"""Every kind of block on the screen: verse, code, lists in lists, speakers, numbers, cells over several columns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.library import Library
from reader.source import load
from tests.ui.screen import commit, compare, opened, press, screen_text

if TYPE_CHECKING:
    from textual.pilot import Pilot

FILE = Path(__file__).parents[1] / "data" / "kinds" / "blocks.yaml"
CODE = load(str(FILE)).issue.article("springs").body.blocks[2]
SIZES = ((130, 66), (90, 66), (60, 84), (40, 110))


@pytest.fixture
def kinds(tmp_path: Path) -> Library:
    (tmp_path / "blocks.yaml").write_bytes(FILE.read_bytes())
    return Library([str(tmp_path / "blocks.yaml")])


def styles_of(pilot: Pilot[None], words: str) -> set[tuple[bool, bool]]:
    """Returns whether the characters of words on the screen are bold and italic."""
    view = pilot.app.screen.view
    strips = (view.render_line(y) for y in range(view.size.height))
    segments = (segment for strip in strips if words in strip.text for segment in strip)
    return {(bool(s.style.bold), bool(s.style.italic)) for s in segments if s.style and s.text.strip() in words.split()}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_kinds_of_blocks_equal_their_picture(kinds: Library, size: tuple[int, int]) -> None:
    async with opened(kinds, "blocks/springs", size) as pilot:
        compare(f"blocks-{size[0]}x{size[1]}", screen_text(pilot))


async def test_code_is_coloured_scrolled_found_and_copied_as_it_is(kinds: Library) -> None:
    async with opened(kinds, "blocks/springs#prog", (90, 30)) as pilot:
        assert "longer than all" not in "".join(screen_text(pilot))
        assert styles_of(pilot, "def count(text):") >= {(True, False)}
        await press(pilot, "y")
        assert pilot.app.clipboard == CODE.text.plain("en")
        assert "\t" in pilot.app.clipboard
        for _ in range(8):
            await press(pilot, "right")
        assert "longer than all" in "".join(screen_text(pilot))
        await press(pilot, "slash")
        await commit(pilot, "flowers fell")
        assert any("Who knows how many flowers fell?" in row for row in screen_text(pilot))
