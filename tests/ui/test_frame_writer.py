"""Frames as differences: after each of them a terminal shows the same as after a frame drawn whole."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from reader.ui.terminal.frame_writer import FrameWriter
from reader.ui.terminal.straight_rows import straightened
from tests.drawing import examples
from tests.e2e.emulator import Emulator

if TYPE_CHECKING:
    from collections.abc import Callable

    Draw = Callable[[st.SearchStrategy[object]], object]

STYLES = [
    Style.parse(each)
    for each in (
        "#112233 on #445566",
        "#998877 on #445566",
        "bold #112233 on #445566",
        "underline red on blue",
        "reverse",
        "on #445566",
        "#112233 on #445566 link https://a.example/",
    )
]
PLAIN_TEXTS = ["", " ", "    ", "a", "word", "two words ", "泉", "泉城。", "a泉", "“—”", "e\u0301", "│", "▐"]
DRIFTING = ["👨\u200d👩\u200d👧", "🇨🇳", "👍🏽x", "☂\ufe0f"]
SIZES = [(12, 3), (9, 4), (20, 2)]


def strip(parts: list[tuple[str, Style]], width: int) -> Strip:
    """Returns a strip of exactly a width."""
    return Strip([Segment(*part) for part in parts]).adjust_cell_length(width, STYLES[0])


def strips(width: int, texts: list[str]) -> st.SearchStrategy[Strip]:
    part = st.tuples(st.sampled_from(texts), st.sampled_from(STYLES))
    return st.lists(part, max_size=4).map(lambda parts: strip(parts, width))


@st.composite
def frames(draw: Draw, texts: list[str]) -> list[LayoutUpdate | ChopsUpdate | str]:
    """Returns updates of a screen: whole ones in several sizes, parts of them, and moments of another's output."""
    made: list[LayoutUpdate | ChopsUpdate | str] = []
    size = SIZES[0]
    for kind in ["whole", *draw(st.lists(st.sampled_from(["whole", "part", "part", "size", "foreign"]), max_size=5))]:
        if kind == "foreign":
            made.append(draw(st.sampled_from(["\x1b[2J", "\x1b[1;1H\x1b[0;7m泉x泉", "\x1b[2;3Hnoise"])))
            continue
        if kind == "size":
            size = draw(st.sampled_from(SIZES))
        width, height = size
        if kind != "part":
            rows = [[draw(strips(width, texts))] for _ in range(height)]
            made.append(LayoutUpdate(rows, Region(0, 0, width, height)))
            continue
        begin = draw(st.integers(0, width - 1))
        end = draw(st.integers(begin + 1, width))
        edges = sorted({0, begin, end, width})
        chops = [
            {x: draw(strips(stop - x, texts)) if x == begin else None for x, stop in pairwise(edges)}
            for _ in range(height)
        ]
        spans = [(y, begin, end) for y in sorted(draw(st.sets(st.integers(0, height - 1), min_size=1)))]
        made.append(ChopsUpdate(chops, spans, [edges[1:]] * height))
    return made


def resized(screen: Emulator, update: LayoutUpdate | ChopsUpdate) -> Emulator:
    """Returns the screen, or another one if an update is for another size; the terminal's cells are lost with it."""
    if isinstance(update, LayoutUpdate) and update.region.size != (screen.columns, screen.rows):
        return Emulator(*update.region.size)
    return screen


@examples(120)
@given(frames(PLAIN_TEXTS))
def test_a_terminal_shows_what_the_framework_would_draw(updates: list[LayoutUpdate | ChopsUpdate | str]) -> None:
    console, writer = Console(color_system="truecolor"), FrameWriter()
    shown, wanted = Emulator(*SIZES[0]), Emulator(*SIZES[0])
    for update in updates:
        if isinstance(update, str):
            shown.feed(update + "\x1b[m")
            writer.forget()
            continue
        shown, wanted = resized(shown, update), resized(wanted, update)
        shown.feed(writer.frame(update, (1, 1)))
        wanted.feed(update.render_segments(console).replace("\n", ""))
        assert shown.seen() == wanted.seen()
        assert (shown.x, shown.y) == (1, 1)
        assert writer.frame(update, (1, 1)) == ""  # nothing of it is written twice


@examples(60)
@given(frames([*PLAIN_TEXTS, *DRIFTING]), st.booleans())
def test_characters_that_take_other_cells_leave_nothing_behind(
    updates: list[LayoutUpdate | ChopsUpdate | str], joins: bool
) -> None:
    by_difference, whole = FrameWriter(), FrameWriter()
    screens = [Emulator(*SIZES[0], joins=joins) for _ in range(2)]
    for update in updates:
        if isinstance(update, str):
            continue
        if isinstance(update, LayoutUpdate) and update.region.size != (screens[0].columns, screens[0].rows):
            screens = [Emulator(*update.region.size, joins=joins) for _ in range(2)]
        whole.forget()
        for screen, writer in zip(screens, (by_difference, whole), strict=True):
            screen.feed(straightened(writer.frame(update, (0, 0))))
        assert screens[0].seen() == screens[1].seen()


def test_a_row_that_the_framework_has_not_composed_is_left_as_it_is() -> None:
    rows: Any = [[Strip([Segment("ab")])], [None], [Strip([Segment("cd")]), None]]
    written = FrameWriter().frame(LayoutUpdate(rows, Region(0, 0, 4, 3)), (0, 0))
    assert "ab" in written
    assert "cd" in written


def test_a_frame_of_another_size_is_drawn_whole() -> None:
    writer = FrameWriter()
    for width in (12, 13, 12):
        rows = [[strip([("same", STYLES[0])], width)]]
        output = writer.frame(LayoutUpdate(rows, Region(0, 0, width, 1)), (0, 0))
        assert "same" + " " * (width - 4) in output
    assert writer.frame(LayoutUpdate(rows, Region(0, 0, width, 1)), (3, 0)) == "\x1b[1;4H"
