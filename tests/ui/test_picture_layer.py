"""Pictures beside the cells: drawn in their places, moved with the text, and gone without a trace, by their streams."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rich.segment import Segment
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from reader.model.record import replace
from reader.pictures.abilities import PictureAbility
from reader.pictures.fitting import CellBox, CellPixels, PixelSize
from reader.pictures.headers import PictureFile
from reader.pictures.placeholders import PLACEHOLDER, marks
from reader.pictures.sights import PictureJob, PlacedDrawing, Sight, free_rows, placed
from reader.ui.terminal.cell_rows import RESERVED
from reader.ui.terminal.frame_writer import FrameWriter
from reader.ui.terminal.picture_layer import MAX_IMAGES, MAX_LOST, PictureLayer
from tests.e2e.emulator import Emulator
from tests.pictures.streams import KittyScreen, graphics

if TYPE_CHECKING:
    from reader.pictures.abilities import Protocol

WIDTH, HEIGHT = 30, 12
CELL = CellPixels(10, 20)
FILE = PictureFile("folder", "a.png", PixelSize(100, 80))


class Screen:
    """A terminal with our writer before it: cells, and pictures of one protocol."""

    def __init__(self, protocol: Protocol, *, crops: bool = True) -> None:
        self.ability = PictureAbility(protocol, CELL, crops, in_tmux=True)
        self.frames, self.emulator, self.kitty = FrameWriter(), Emulator(WIDTH, HEIGHT), KittyScreen()
        self.is_made = True
        self.gone: PictureJob | None = None
        self.layer = PictureLayer(self.drawn, self.ability)
        self.last = ""

    def drawn(self, job: PictureJob) -> str | bytes | tuple[str, ...] | None:
        if not self.is_made or job == self.gone:
            return None
        if job.protocol == "blocks":
            return tuple(f"\x1b[0m{'▀' * 9}{row}\x1b[m" for row in range(4))
        data = f"\x1bP0;1;0q#0;2;0;0;0#0~{'?' * (job.part.top // 20)}\x1b\\"
        return bytes(job.part) if job.protocol in ("kitty", "placeholders") else data

    def show(self, rows: list[str], *sights: Sight) -> str:
        strips = [[Strip([Segment(row.ljust(WIDTH))], WIDTH)] for row in rows]
        self.frames.take(LayoutUpdate(strips, Region(0, 0, WIDTH, HEIGHT)))
        return self.draw(*sights)

    def draw(self, *sights: Sight, with_new: bool = True) -> str:
        found = [drawing for sight in sights if (drawing := self.placed(sight))]
        self.has_more = self.layer.begin(found, self.frames, with_new=with_new)
        cells = self.frames.output((0, 0))
        self.last = self.layer.end(self.frames) + "".join(iter(self.layer.next_portion, ""))
        self.emulator.feed(cells + (self.last if self.ability.protocol == "blocks" else ""))
        self.kitty.feed(self.last)
        return cells

    def placed(self, sight: Sight) -> PlacedDrawing | None:
        rows = range(sight.y, sight.y + sight.rows[1] - sight.rows[0])
        free = free_rows(sight, [self.frames.is_reserved(sight.x, y, sight.box.columns) for y in rows])
        return placed(sight, self.ability, free)


def page(top: int, *, over: tuple[int, int] | None = None) -> tuple[list[str], Sight]:
    """A text with a picture of 10 by 4 cells whose first row is ``top``; something may lie over some rows of it."""
    rows = [f"line {number}" for number in range(HEIGHT)]
    first, end = max(0, top), min(HEIGHT, top + 4)
    for y in range(first, end):
        rows[y] = "        notice" if over and over[0] <= y < over[1] else "     " + RESERVED * 10
    return rows, Sight(FILE, 5, first, CellBox(10, 4), (first - top, end - top))


def puts(screen: Screen) -> list[tuple[int, int, str, str]]:
    return [(column, row, keys["y"], keys["h"]) for column, row, keys in screen.kitty.placements.values()]


def test_kitty_gets_the_data_once_and_moves_and_crops_it() -> None:
    screen = Screen("kitty")
    for top, shown in ((5, (5, 5, "0", "80")), (9, (5, 9, "0", "60")), (-1, (5, 0, "20", "60"))):
        rows, sight = page(top)
        screen.show(rows, sight)
        assert puts(screen) == [shown]
        assert len(screen.kitty.images) == 1
        assert screen.last.count("a=t") == (top == 5)
        assert not any(RESERVED in row for row in screen.emulator.text())
    rows, sight = page(-1)
    screen.show(rows, sight)
    assert screen.last == ""
    screen.show([""] * HEIGHT)
    assert puts(screen) == []
    assert screen.last.count("a=d,d=i") == 1
    rows, sight = page(2)
    screen.show(rows, sight)
    assert "a=t" not in screen.last
    assert screen.layer.cleared().count("d=I") == 1


def test_a_terminal_that_does_not_crop_gets_the_part_in_sight() -> None:
    screen = Screen("kitty", crops=False)
    rows, sight = page(-1)
    screen.show(rows, sight)
    assert list(screen.kitty.images.values()) == [bytes((0, 20, 100, 80))]
    assert puts(screen) == [(5, 0, "0", "60")]


def test_old_pictures_are_freed() -> None:
    screen = Screen("kitty")
    for number in range(MAX_IMAGES + 10):
        rows, sight = page(3)
        screen.show(rows, sight._replace(ground=(number, 0, 0)))
    assert len(screen.kitty.images) == MAX_IMAGES
    assert len(puts(screen)) == 1


@pytest.mark.parametrize(
    ("over", "shown"), [((5, 6), (5, 6, "20", "60")), ((8, 9), (5, 5, "0", "60")), ((0, 12), None)]
)
def test_what_lies_over_a_picture_is_seen(over: tuple[int, int], shown: tuple[int, int, str, str] | None) -> None:
    screen = Screen("kitty")
    for between in (None, over, None):
        rows, sight = page(5, over=between)
        screen.show(rows, sight)
        wanted = shown if between else (5, 5, "0", "80")
        assert puts(screen) == ([wanted] if wanted else [])


@pytest.mark.parametrize("protocol", ["sixel", "iterm2"])
def test_painted_pictures_are_painted_over_when_they_go_and_again_when_text_was_over_them(protocol: Protocol) -> None:
    screen = Screen(protocol)
    rows, sight = page(5)
    screen.show(rows, sight)
    assert [(g.column, g.row) for g in graphics(screen.last)] == [(5, 5)]
    screen.show(rows, sight)
    assert screen.last == ""
    cells = screen.show(["another", *rows[1:]], sight)
    assert "another" in cells
    assert screen.last == "", "nothing was written over it"
    rows, sight = page(3)
    cells = screen.show(rows, sight)
    assert all(f"\x1b[{row};" in cells for row in (8, 9)), "its old rows are painted over"
    assert [(g.column, g.row) for g in graphics(screen.last)] == [(5, 3)]
    rows, sight = page(3, over=(4, 5))
    screen.show(rows, sight)
    assert [(g.column, g.row) for g in graphics(screen.last)] == [(5, 5)]
    cells = screen.show([""] * HEIGHT)
    assert screen.last == ""
    assert all(row == " " * WIDTH for row in screen.emulator.text())
    assert all(f"\x1b[{row};" in cells for row in (6, 7))


@pytest.mark.parametrize("protocol", ["sixel", "kitty"])
def test_a_picture_comes_when_it_is_made_and_again_where_the_screen_is_not_known(protocol: Protocol) -> None:
    screen = Screen(protocol)
    screen.is_made = False
    rows, sight = page(5)
    screen.show(rows, sight)
    assert screen.last == ""
    screen.is_made = True
    assert screen.draw(sight) == ""
    assert len(graphics(screen.last)) == (2 if protocol == "kitty" else 1)
    screen.frames.forget()
    screen.layer.forget()
    screen.draw(sight)
    assert len(graphics(screen.last)) == 1


def test_a_picture_of_which_a_part_is_gone_meanwhile_is_painted_whole_when_it_comes_again() -> None:
    screen = Screen("sixel")
    screen.ability = replace(screen.ability, largest=PixelSize(100, 40))
    rows, sight = page(5)
    take(screen, rows)
    drawing = screen.placed(sight)
    assert drawing
    assert len(drawing.tiles) == 2
    screen.layer.begin([drawing], screen.frames)
    screen.gone = drawing.tiles[1].job
    assert screen.layer.next_portion() == ""
    screen.gone = None
    screen.draw(sight)
    assert len(graphics(screen.last)) == 2


def rows_of(screen: Screen) -> list[str]:
    """Returns the rows of the screen with half blocks, each with the number of the picture's row."""
    return [f"{y} {row.strip()[9:]}" for y, row in enumerate(screen.emulator.text()) if "▀" in row]


def test_half_blocks_are_rows_that_move_are_cropped_and_go_without_a_trace() -> None:
    screen = Screen("blocks")
    for top, shown in ((5, "5 0, 6 1, 7 2, 8 3"), (6, "6 0, 7 1, 8 2, 9 3"), (-1, "0 1, 1 2, 2 3")):
        rows, sight = page(top)
        screen.show(rows, sight)
        assert ", ".join(rows_of(screen)) == shown
        screen.show(rows, sight)
        assert screen.last == ""
    screen.show([""] * HEIGHT)
    assert all(row == " " * WIDTH for row in screen.emulator.text())


def take(screen: Screen, rows: list[str]) -> None:
    strips = [[Strip([Segment(row.ljust(WIDTH))], WIDTH)] for row in rows]
    screen.frames.take(LayoutUpdate(strips, Region(0, 0, WIDTH, HEIGHT)))


@pytest.mark.parametrize("protocol", ["kitty", "sixel", "blocks", "placeholders"])
def test_a_frame_of_text_moves_pictures_that_are_there_and_leaves_new_ones_to_the_next(protocol: Protocol) -> None:
    screen = Screen(protocol)
    rows, sight = page(5)
    take(screen, rows)
    assert "line 0" in screen.draw(sight, with_new=False)
    assert (screen.last, screen.has_more) == ("", True)
    screen.draw(sight)
    assert screen.last
    rows, sight = page(4)
    take(screen, rows)
    screen.draw(sight, with_new=False)
    assert screen.last
    assert "a=t" not in screen.last
    assert not screen.has_more


def test_a_picture_that_the_terminal_has_lost_is_sent_again_but_not_for_ever() -> None:
    screen = Screen("kitty")
    rows, sight = page(5)
    screen.show(rows, sight)
    sent = []
    for _ in range(4):
        [image] = screen.kitty.images
        if screen.layer.lost(image):
            screen.kitty = KittyScreen()
            screen.draw(sight)
            sent.append(len(puts(screen)))
    assert sent == [1] * MAX_LOST
    assert not screen.layer.lost(1)


def test_through_tmux_a_picture_is_sent_once_and_its_cells_move() -> None:
    screen = Screen("placeholders")
    for top in (5, 6, -1):
        rows, sight = page(top)
        screen.show(rows, sight)
        assert screen.last.count("a=t") == (top == 5)
        at = [int(row) for row in re.findall(f"\x1b\\[([0-9]+);6H\x1b\\[38;5;100m{PLACEHOLDER}", screen.last)]
        assert at == [row + 1 for row in range(max(0, top), top + 4)]
    assert PLACEHOLDER + marks()[1] + marks()[0] in screen.last
    assert PLACEHOLDER + marks()[0] + marks()[0] not in screen.last
    assert screen.layer.cleared().count("d=I") == 1
