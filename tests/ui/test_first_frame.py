"""The frame that is drawn before Textual is imported is the one that Textual draws, cell for cell."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pytest

from reader.layout.flow import flow
from reader.layout.geometry import MODES
from reader.layout.width import ambiguous_are_wide
from reader.library import Library, resolve
from reader.marks.mark import BOOKMARK, HIGHLIGHT, NOTE
from reader.model.record import replace
from reader.reading.last_place import Start
from reader.reading.marked import mark_on_passage
from reader.reading.memory import Memory
from reader.settings import Settings
from reader.settings.colour_depth import DEPTHS, TerminalColours
from reader.ui.app.app import ReaderApp
from reader.ui.app.autosave import Autosave
from reader.ui.app.picturing import Picturing
from reader.ui.frames.first import MIN_CELLS, MIN_ROWS, first_frame
from reader.ui.frames.output import drawn, safe_cells
from reader.ui.interface import interface_language
from reader.ui.theme.names import first_name_for, name_for
from reader.ui.theme.paint import tokens_of
from reader.ui.theme.palettes import NAMES
from tests.e2e.emulator import Emulator
from tests.ui.screen import app_of, nothing_after_a_while, opened, press, settled

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from reader.settings.colour_depth import Ground
    from reader.settings.table import PicturesSetting
    from reader.ui.frames.first import FirstFrame
    from tests.e2e.emulator import Style

    Cells = list[list[tuple[str, Style]]]
    Shown = tuple[Cells, tuple[int, int]]

SIZES = ((160, 45), (120, 36), (90, 30), (60, 24), (40, 12))
ALIGNED, FREE = "lanes-and-rivers-03/old-bridges", "city-of-springs-08/new-drivers"
SHELVES = ("", "lanes-and-rivers-03")
TRUE = TerminalColours("true", "dark")
LANGUAGES = ("en", "zh")


def emulated(output: str, size: tuple[int, int]) -> Cells:
    emulator = Emulator(*size)
    emulator.feed(output)
    return emulator.seen()


def painted(first: FirstFrame, theme: str, colours: TerminalColours = TRUE) -> Shown:
    """Returns the cells of a frame as it is written, and the place of the cursor."""
    frame = first.frame
    rows = frame.rows(tokens_of(name_for(theme, colours), colours))
    output = drawn(frame, rows, colours.depth, in_ascii=ambiguous_are_wide())
    return emulated(output, (frame.width_cells, frame.height)), frame.cursor


def on_screen(pilot: Pilot[None]) -> Shown:
    """Returns the cells as Textual writes them, and the place of the cursor."""
    app, (width, height) = pilot.app, pilot.app.size
    strips = app.screen._compositor.render_strips()[:height]
    output = "".join(f"\x1b[{y + 1};1H{strip.render(app.console)}" for y, strip in enumerate(strips))
    x, y = app.cursor_position
    return emulated(output, (width, height)), (x, y)


def different(one: Shown, other: Shown) -> list[object]:
    """Returns the first cells that are not the same, and the places of the cursor if they are not."""
    cells = (
        (x, y, a, b)
        for y, rows in enumerate(zip(one[0], other[0], strict=True))
        for x, (a, b) in enumerate(zip(*rows, strict=True))
        if a != b
    )
    return [*islice(cells, 3), *([one[1], other[1]] if one[1] != other[1] else [])]


def made(
    library: Library,
    address: str,
    size: tuple[int, int],
    settings: Settings | None = None,
    language: str = "en",
    pictures: PicturesSetting = "off",
) -> FirstFrame:
    target = resolve(library, address) if address else None
    settings = settings or Settings()
    settings.take("pictures", pictures)
    first = first_frame(library, target, settings, interface_language(language), size)
    assert first
    return first


def settings_of(**values: object) -> Settings:
    settings = Settings()
    settings.apply(values, {})
    return settings


@pytest.mark.parametrize("address", [ALIGNED, FREE])
async def test_an_article_in_each_size_language_theme_and_way_to_read(
    library: Library, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Autosave, "soon", lambda _self: None)  # the place would be in the frame before it is on screen
    themes = iter(NAMES * 20)
    async with opened(library, address, terminal=TRUE) as pilot:
        app, view, opened_ = app_of(pilot), pilot.app.screen.view, pilot.app.screen.context.opened
        for size in SIZES:
            await pilot.resize_terminal(*size)
            for language in LANGUAGES:
                app.interface = interface_language(language)
                for mode in MODES:
                    app.theme = theme = next(themes)
                    view.look = replace(view.look, mode=mode)
                    view.show(flow(opened_.article, opened_.languages), Start())
                    await settled(pilot)
                    first = made(library, address, size, settings_of(mode=mode), language)
                    assert not different(on_screen(pilot), painted(first, theme)), (size, language, mode, theme)


async def test_the_room_for_pictures_before_any_is_drawn(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Autosave, "soon", lambda _self: None)
    monkeypatch.setattr(Picturing, "seen", lambda *_: None)  # a terminal that has not answered yet
    for size in SIZES:
        async with opened(library, f"{ALIGNED}#arch", size, terminal=TRUE, pictures="auto") as pilot:
            first = made(library, f"{ALIGNED}#arch", size, pictures="auto")
            assert not different(on_screen(pilot), painted(first, app_of(pilot).theme)), size
            rooms = first.opening.display.viewport(pilot.app.screen.view.view_size).window.geometry.figures
            assert (rooms is None) == (size == (40, 12))


@pytest.mark.parametrize("address", SHELVES)
async def test_a_shelf_in_each_size_language_and_theme(library: Library, address: str) -> None:
    themes = iter(NAMES * 2)
    async with opened(library, address, terminal=TRUE) as pilot:
        app = app_of(pilot)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            for language in LANGUAGES:
                app.interface, app.theme = interface_language(language), next(themes)
                await settled(pilot)
                first = made(library, address, size, language=language)
                assert not different(on_screen(pilot), painted(first, app.theme)), (size, language, app.theme)


@pytest.mark.parametrize("address", ["", ALIGNED])
async def test_the_tour_in_each_size_and_language(
    library: Library, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Autosave, "soon", lambda _self: None)  # a place that is kept is shown in the contents
    themes = iter(NAMES * 2)
    target = resolve(library, address) if address else None
    async with opened(library, address, terminal=TRUE, tour=True) as pilot:
        app = app_of(pilot)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            for language in LANGUAGES:
                app.interface, app.theme = interface_language(language), next(themes)
                await settled(pilot)
                shown = interface_language(language)
                first = first_frame(library, target, settings_of(pictures="off"), shown, size, tour=True)
                assert first
                assert not different(on_screen(pilot), painted(first, app.theme)), (size, language, app.theme)


@pytest.mark.parametrize("depth", DEPTHS)
async def test_every_theme_in_every_number_of_colours(library: Library, depth: str) -> None:
    colours = TerminalColours(DEPTHS[DEPTHS.index(depth)], "light")
    first = made(library, f"{ALIGNED}#p3", (120, 36))
    async with opened(library, f"{ALIGNED}#p3", terminal=colours) as pilot:
        for theme in NAMES:
            app_of(pilot).theme = theme
            await settled(pilot)
            assert not different(on_screen(pilot), painted(first, theme, colours)), theme


async def test_a_library_without_issues_and_one_with_a_broken_file(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "no.yaml").write_text("issue: [", encoding="utf-8")
    for folder in ("empty", "broken"):
        library = Library((str(tmp_path / folder),))
        async with opened(library, terminal=TRUE) as pilot:
            for size in SIZES:
                await pilot.resize_terminal(*size)
                await settled(pilot)
                assert not different(on_screen(pilot), painted(made(library, "", size), "dark")), (folder, size)


async def started(library: Library, address: str, size: tuple[int, int]) -> tuple[Shown, list[object]]:
    """Starts the app with a frame that is drawn already; returns the frame, and the cells that the app changes."""
    first = made(library, address, size)
    target = resolve(library, address) if address else None
    settings = settings_of(pictures="off")
    app = ReaderApp(library, target, interface="en", terminal=TRUE, theme="dark", first=first, settings=settings)
    shown = painted(first, "dark")
    with nothing_after_a_while():
        async with app.run_test(size=size) as pilot:
            changed = different(on_screen(pilot), shown)
            await settled(pilot)
            changed += different(on_screen(pilot), shown)
    return shown, changed


@pytest.mark.parametrize("address", [ALIGNED, FREE, *SHELVES, f"{FREE}#p4"])
async def test_the_app_goes_on_with_the_frame(library: Library, address: str) -> None:
    _, changed = await started(library, address, (120, 36))
    assert not changed


async def test_the_place_and_the_marks_are_in_the_frame(library: Library) -> None:
    size = (120, 36)
    async with opened(library, FREE, size, terminal=TRUE) as pilot:
        context = pilot.app.screen.context
        context.go_in_window(lambda window: window.move_passages(1))
        await press(pilot, "space")
        memory, opened_, window = Memory(), context.opened, context.window
        passage = opened_.passage(window)
        for kind in (BOOKMARK, HIGHLIGHT, NOTE):
            mark = mark_on_passage(kind, opened_, passage)
            assert mark
            assert memory.keep(replace(mark, note="a note") if kind == NOTE else mark)
    (cells, _), changed = await started(library, FREE, size)
    text = "\n".join("".join(char for char, _ in row) for row in cells)
    assert "⚑" in text
    assert "✎ a note" in text
    assert not changed
    (cells, _), changed = await started(library, "", size)
    assert "▶" in "".join(char for row in cells for char, _ in row)
    assert not changed


def test_no_frame_is_made_for_a_screen_that_is_too_small(library: Library) -> None:
    target = resolve(library, ALIGNED)
    for size in ((MIN_CELLS - 1, MIN_ROWS), (MIN_CELLS, MIN_ROWS - 1), (0, 0)):
        assert first_frame(library, target, Settings(), "en", size) is None


def test_text_is_written_without_commands_in_as_many_cells() -> None:
    assert safe_cells("a\x1bb", in_ascii=False) == "a\ufffd"
    assert safe_cells("─│桥", in_ascii=True) == "-|桥"
    assert safe_cells("─│桥", in_ascii=False) == "─│桥"


@pytest.mark.parametrize(
    ("wanted", "ground", "is_new", "name"),
    [
        ("auto", "", True, "ansi"),  # a white terminal would flash
        ("", "", True, "ansi"),
        ("auto", "", False, "dark"),  # it was asked before and told no ground
        ("auto", "light", True, "light"),  # the environment tells it
        ("paper", "", True, "paper"),
    ],
)
def test_a_new_terminal_keeps_its_own_colours_until_it_has_told_its_ground(
    wanted: str, ground: Ground, is_new: bool, name: str
) -> None:
    assert first_name_for(wanted, TerminalColours("true", ground), is_new=is_new) == name
