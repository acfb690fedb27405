"""Pictures on the screens in half blocks: in the text, beside the captions, on the shelf; bad ones are a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.library import Library
from reader.settings.colour_depth import TerminalColours
from reader.ui.widgets.pictured import _spliced
from tests.ui.screen import app_of, opened, press, reading, screen_text, settled

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

ISSUE = """format: 1
id: springs
languages: [zh-Hans, en]
magazine: {zh-Hans: 泉城, en: City of Springs}
label: {zh-Hans: 8月刊, en: August issue}
cover: a.png
sections:
  - id: focus
    title: {zh-Hans: 专题, en: Focus}
    articles:
      - id: water
        title: {zh-Hans: 泉水, en: Springs}
        body:
          - figure: one
          - {zh-Hans: 泉水从石缝里涌出来。, en: Spring water wells up between the stones.}
        figures:
          - {id: one, caption: {zh-Hans: 谷, en: Valley}, file: a.png}
"""
BLOCK = "▀"


@pytest.fixture
def springs(tmp_path: Path) -> Library:
    (tmp_path / "springs").mkdir()
    (tmp_path / "springs.yaml").write_text(ISSUE, encoding="utf-8")
    Image.new("RGB", (60, 40), (200, 30, 30)).save(tmp_path / "springs" / "a.png")
    return Library([str(tmp_path / "springs.yaml")])


def blocks(pilot: Pilot[None], first: int = 0, end: int = 1000) -> int:
    """Returns the number of rows with half blocks between two cells."""
    strips = pilot.app.screen._compositor.render_strips()[: pilot.app.size.height]
    return sum(BLOCK in strip.crop(first, min(end, pilot.app.size.width)).text for strip in strips)


async def test_a_picture_is_in_the_text_and_beside_its_caption_and_large(springs: Library) -> None:
    async with opened(springs, "springs/water", (160, 45), pictures="blocks") as pilot:
        text = reading(pilot).view.region
        captions = reading(pilot).context.panels.captions.region
        assert blocks(pilot, text.x, text.right) == 4  # twice as large as its 60 by 40 pixels, and no larger
        assert blocks(pilot, captions.x) == 4
        await press(pilot, "F")
        assert blocks(pilot, text.x, text.right) == 0
        assert blocks(pilot, captions.x) == 4
        await press(pilot, "F", "question_mark")
        assert blocks(pilot) == 0
        await press(pilot, "escape", "f")
        assert blocks(pilot) > 30
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert 10 < blocks(pilot) < 24


async def test_the_cover_is_on_the_shelf_where_there_is_room(springs: Library) -> None:
    for size, shown in (((160, 45), True), ((100, 30), False), ((40, 12), False)):
        async with opened(springs, "", size, pictures="blocks") as pilot:
            assert (blocks(pilot) > 3) == shown


@pytest.mark.parametrize("terminal", [TerminalColours("none"), TerminalColours("true")])
async def test_without_colours_or_when_off_nothing_is_decoded_and_no_row_is_left(
    springs: Library, terminal: TerminalColours
) -> None:
    pictures = "blocks" if terminal.depth == "none" else "off"
    async with opened(springs, "springs/water", (160, 45), terminal=terminal, pictures=pictures) as pilot:
        assert app_of(pilot).pictures._studio is None
        assert reading(pilot).view.viewport.window.geometry.figures is None
        assert reading(pilot).context.panels.captions.shown.pictures() == []
        await press(pilot, "F", "f")
        assert blocks(pilot) == 0


@pytest.mark.parametrize("name", ["cut off", "bomb"])
async def test_a_picture_that_cannot_be_drawn_is_one_line_in_its_room(
    springs: Library, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "springs" / "a.png"
    if name == "bomb":
        Image.new("L", (16_000, 2000)).save(path)
    else:
        path.write_bytes(path.read_bytes()[:60])
    async with opened(springs, "springs/water", (160, 45), pictures="blocks") as pilot:
        rows = screen_text(pilot)
        assert any("(the picture" in row for row in rows)
        assert blocks(pilot) == 0
        assert any("Spring water wells up" in row for row in rows)
        await press(pilot, "f")
        assert any("the picture cannot be shown" in row for row in screen_text(pilot))


async def test_a_picture_has_the_ground_of_the_theme_as_it_is_now(springs: Library) -> None:
    async with opened(springs, "springs/water", (160, 45), pictures="blocks") as pilot:
        grounds = set()
        for theme in ("dark", "paper", "dark"):
            pilot.app.theme = theme
            await settled(pilot)
            for panel in (reading(pilot).view, reading(pilot).context.panels.captions):
                [sight] = panel.picture_sights()
                assert sight.ground == panel.background_colors[1].rgb
                grounds.add(sight.ground)
        assert len(grounds) == 4


LINES = [[" " * 10], ["  ", " " * 6, "  "], ["ab", " " * 8], ["春天", " ", " " * 5], ["abcdefghij"]]


@pytest.mark.parametrize("texts", LINES)
@pytest.mark.parametrize("x", [0, 2, 4, 6])
def test_cells_in_a_line_take_the_place_of_its_own(texts: list[str], x: int) -> None:
    strip = Strip([Segment(text, Style(bold=bool(number))) for number, text in enumerate(texts)])
    cells = Strip([Segment("####")], 4)
    found = _spliced(strip, x, cells)
    assert found.text == strip.crop(0, x).text + "####" + strip.crop(x + 4).text
    assert found.cell_length == strip.cell_length
    styles = [[segment.style for segment in line for _ in range(segment.cell_length)] for line in (strip, found)]
    assert styles[0][:x] + styles[0][x + 4 :] == styles[1][:x] + styles[1][x + 4 :]
