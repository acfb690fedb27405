"""The text of a frame is behind no more than a portion of the pictures, and these come whole in the end."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from rich.segment import Segment
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from reader.pictures import iterm2, sixel
from reader.pictures.abilities import PictureAbility
from reader.pictures.fitting import CellBox, CellPixels, PixelSize
from reader.pictures.headers import PictureFile
from reader.pictures.portions import PORTION_CHARS
from reader.pictures.sights import PictureJob, Sight, placed
from reader.ui.terminal import frame_output
from reader.ui.terminal.cell_rows import RESERVED
from reader.ui.terminal.frame_output import FrameOutput
from reader.ui.terminal.picture_layer import MAX_CUTS, PictureLayer
from tests.pictures.streams import KittyScreen, graphics

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.pictures.abilities import Protocol

WIDTH, HEIGHT = 60, 20
PICTURE = CellBox(40, 10)
CELL = CellPixels(10, 20)
FILE = PictureFile("folder", "a.png", PixelSize(400, 200))
PIXELS = random.Random(1).randbytes(400 * 200)
SIXEL = sixel.encoded(PIXELS, 400, bytes(range(256)) * 3).decode()
PROTOCOLS: tuple[Protocol, ...] = ("kitty", "sixel", "iterm2", "blocks")


class Terminal:
    """A terminal that takes its output when it is told to, with frames of a text and a picture."""

    def __init__(self, protocol: Protocol, *, in_one: bool = False) -> None:
        self.ability, self.in_one = PictureAbility(protocol, CELL, crops=True), in_one
        self.taken, self.waiting = "", ""
        self.later: list[Callable[[], object]] = []
        """The functions that are called when their time has come."""
        self.output = FrameOutput(self.give, lambda: not self.waiting, lambda _, call: self.later.append(call))
        self.output.pictures = PictureLayer(self.made, self.ability)

    def made(self, job: PictureJob) -> str | bytes | tuple[str, ...]:
        if job.protocol == "blocks":
            return tuple(f"{row:02}{'▀' * 3000}" for row in range(PICTURE.rows))
        if job.protocol == "iterm2":
            return iterm2.inline(PIXELS, FILE.size)
        return PIXELS if job.protocol == "kitty" else SIXEL

    def give(self, output: str) -> None:
        self.waiting += output

    def take(self) -> bool:
        """Takes what waits; returns whether there was some."""
        came, self.waiting = self.waiting, ""
        self.taken += came
        self.output.go_on()
        return bool(came)

    def show(self, text: str, top: int = 2, *, is_away: bool = False) -> None:
        """Draws a frame as a key does: the text, and what is new behind it."""
        rows = [text] + [" " * 5 + RESERVED * 40 if top <= y < top + 10 else "" for y in range(1, HEIGHT)]
        strips = [[Strip([Segment("" if is_away and y else row.ljust(WIDTH))], WIDTH)] for y, row in enumerate(rows)]
        self.output.frames.take(LayoutUpdate(strips, Region(0, 0, WIDTH, HEIGHT)))
        drawing = placed(Sight(FILE, 5, top, PICTURE, (0, 10)), self.ability, (0, HEIGHT))
        assert drawing
        drawings = [] if is_away else [drawing]
        if self.output.show(drawings, (0, 0), in_one=self.in_one, with_new=False):
            self.output.show(drawings, (0, 0), in_one=self.in_one, with_new=True)

    def take_all(self) -> str:
        """Takes all output; returns it, of this time only."""
        self.taken = ""
        while self.take():
            pass
        return self.taken


def is_whole(stream: str, protocol: Protocol, row: int) -> bool:
    """Whether the picture is in a stream from its beginning to its end, at a row."""
    if protocol == "kitty":
        screen = KittyScreen()
        screen.feed(stream)
        return list(screen.images.values()) == [PIXELS] and [at[1] for at in screen.placements.values()] == [row]
    if protocol == "blocks":
        last = [stream.rfind(f"\x1b[{row + number + 1};6H{number:02}▀") for number in range(PICTURE.rows)]
        return last == sorted(last) and last[0] >= 0
    found = graphics(stream)[-1]
    whole = SIXEL if protocol == "sixel" else iterm2.inline(PIXELS, FILE.size)
    return found.row == row and found.text in whole and len(found.text) > len(whole) - 10


def is_written(terminal: Terminal, rows: range) -> bool:
    """Whether the cells of some rows are in the output that waits, from the column of the picture or before."""
    return all(re.search(f"\x1b\\[{row + 1};[1-6]H", terminal.waiting) for row in rows)


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("in_one", [False, True])
def test_a_picture_comes_whole_whenever_texts_come_and_none_waits_for_more_than_a_piece(
    protocol: Protocol, in_one: bool
) -> None:
    for taken in (0, 1, 2, 5, 9):
        terminal = Terminal(protocol, in_one=in_one)
        terminal.show("first")
        stream = ""
        for number in range(MAX_CUTS + 2):
            for _ in range(taken):
                terminal.take()
            stream, terminal.taken = stream + terminal.taken, ""
            terminal.show(text := str(number) * 9)
            before = terminal.waiting[: terminal.waiting.index(text)]
            # kitty's parts are of a length of their own, and iTerm2's pictures are not divided
            most = 2 * PORTION_CHARS if protocol != "iterm2" else 2 * len(PIXELS)
            assert len(before) < most or (number >= MAX_CUTS and protocol == "sixel")
        stream += terminal.take_all()
        assert is_whole(stream, protocol, 2)
        assert stream.count("\x1b[?2026h") == stream.count("\x1b[?2026l")
        assert not terminal.output.is_drawing
        terminal.show("the same picture")
        assert len(terminal.take_all()) < 200


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("taken", [0, 1, 3])
def test_a_picture_that_goes_or_moves_while_it_comes_leaves_no_trace(protocol: Protocol, taken: int) -> None:
    terminal = Terminal(protocol)
    terminal.show("first")
    for _ in range(taken + 1):
        terminal.take()
    stream, terminal.taken = terminal.taken + terminal.waiting, ""
    terminal.waiting = ""
    terminal.show("moved", 7)
    assert protocol == "kitty" or is_written(terminal, range(2, 7))
    stream += terminal.take_all()
    assert is_whole(stream, protocol, 7)
    terminal.show("gone", is_away=True)
    assert protocol == "kitty" or is_written(terminal, range(7, 17))
    assert not graphics(terminal.take_all()) or protocol == "kitty"
    assert not terminal.output.is_drawing


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_what_is_written_between_pieces_is_outside_of_any_picture(protocol: Protocol) -> None:
    terminal = Terminal(protocol)
    terminal.show("first")
    terminal.take()
    terminal.take()
    terminal.output.write("\x1b]2;a title\x07")
    stream = terminal.taken + terminal.take_all()
    assert is_whole(stream, protocol, 2)
    strings = re.findall(r"\x1b[P_][^\x1b]*\x1b\\", stream)
    assert not any("title" in each for each in strings)
    assert "\x1b" not in re.sub(r"\x1b[P_][^\x1b]*\x1b\\|\x1b\][^\x07]*\x07|\x1b\[[0-9;?]*[a-zA-Z]", "", stream)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_at_the_end_what_was_begun_is_ended(protocol: Protocol) -> None:
    terminal = Terminal(protocol, in_one=True)
    terminal.show("first")
    terminal.take_all()
    terminal.show("moved", 5)
    terminal.take()
    terminal.output.take_pictures_away()
    stream = terminal.taken + terminal.waiting
    assert not terminal.output.is_drawing
    assert stream.count("\x1b[?2026h") == stream.count("\x1b[?2026l")
    assert "\x1b" not in re.sub(r"\x1b[P_][^\x1b]*\x1b\\|\x1b\][^\x07]*\x07|\x1b\[[0-9;?]*[a-zA-Z]", "", stream)
    assert ("d=I" in stream) == (protocol == "kitty")


def test_pictures_wait_for_the_text_of_a_key_or_for_their_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(frame_output.time, "monotonic", lambda: now)
    terminal = Terminal("sixel")
    terminal.show("first")
    terminal.take()
    terminal.output.expect_text()
    assert terminal.take()
    assert not terminal.take()
    assert len(terminal.later) == 1
    now += frame_output.KEY_SECONDS
    terminal.later.pop()()
    assert terminal.take()
    terminal.output.expect_text()
    assert terminal.take()
    assert not terminal.waiting
    terminal.show("the text")
    assert is_whole(terminal.take_all(), "sixel", 2), "nothing is waited for any more"
