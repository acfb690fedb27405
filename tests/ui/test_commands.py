"""Every command of the table is pressed by each of its keys on each of its screens, and what changed is looked at."""

from __future__ import annotations

import tempfile
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from textual import events
from textual.widget import MountError

from reader.learning.known_words import KnownWords
from reader.library import Library
from reader.model.passage import passages
from reader.reading import links as linked
from reader.reading.headings import source_forms, title_forms
from reader.settings import Settings
from reader.ui.commands import finding, program
from reader.ui.commands.command import (
    EVERYWHERE,
    FIGURE,
    HELP,
    LIST,
    LOOKUP,
    MARKS,
    MENDING,
    PALETTE,
    PREVIEW,
    READING,
    SEARCH,
    SHELF,
    SPEAKING,
    TOUR,
    TYPED,
    WRITING,
)
from reader.ui.commands.table import COMMANDS, FOOTER
from reader.ui.screens.figure import FigureScreen
from reader.ui.screens.help import HelpScreen
from reader.ui.screens.list import ListScreen
from reader.ui.screens.lookup import LookupScreen
from reader.ui.screens.marks import MarksScreen
from reader.ui.screens.mending import MendingScreen
from reader.ui.screens.palette import PaletteScreen
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.search import SearchScreen
from reader.ui.screens.shelf import ShelfScreen
from reader.ui.screens.speaking import SpeakingScreen
from reader.ui.screens.tour import TourScreen
from reader.ui.theme.palettes import NAMES
from reader.ui.widgets.status import Banner, Status
from tests.ui.editors import recorded
from tests.ui.screen import app_of, commit, found, opened, press, reading, screen_text, settled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from textual.pilot import Pilot

    from reader.settings.table import PicturesSetting

    Check = Callable[[Pilot[None], str], Awaitable[None]]

CHECKS: dict[tuple[str, str], Check] = {}
LINKS, GLOSSARY = "links", "glossary"
"""Lists of one scope, each opened and chosen from by itself."""
START = {
    READING: ("lanes-and-rivers-03/old-bridges", ()),
    SHELF: ("", ()),
    SEARCH: ("", ("s",)),
    FIGURE: ("city-of-springs-08/new-drivers", ("f",)),
    HELP: ("city-of-springs-08/new-drivers", ("question_mark",)),
    PALETTE: ("city-of-springs-08/new-drivers", ("ctrl+p",)),
    LINKS: ("words-and-tools-01/counting#LINK", ("o",)),
    MARKS: ("lanes-and-rivers-03/old-bridges", ("J", "m", "J", "p", "J", "m", "J", "p", "M")),
    WRITING: ("lanes-and-rivers-03/old-bridges", ("J", "a")),
    GLOSSARY: ("lanes-and-rivers-03/old-bridges", ("J", "i")),
    PREVIEW: ("lanes-and-rivers-03/old-bridges", ("J",)),
    MENDING: ("", ("j", "j")),
    LOOKUP: ("lanes-and-rivers-03/old-bridges", ("J", "z")),
    SPEAKING: ("lanes-and-rivers-03/old-bridges", ("J", "O")),
    TOUR: ("", ()),
}
TEXT_KEYS = {"j", "k", "space", "b", "g", "G", "question_mark"}
"""Keys that a box takes for itself; and so it does with Home and End."""


PLACES = {place: LIST if place in (LINKS, GLOSSARY) else place for place in START}
"""The scopes of the places in which commands are checked."""


def check(command: str, *places: str) -> Callable[[Check], Check]:
    def register(function: Check) -> Check:
        for place in places:
            CHECKS[command, place] = function
        return function

    return register


def moving(pilot: Pilot[None]) -> Any:
    """Returns the part of the screen that the moves move: a number that grows downwards."""
    screen = pilot.app.screen
    match screen:
        case ReadingScreen():
            return (screen.view.viewport.window.place.item, screen.view.viewport.window.place.row)
        case ShelfScreen():
            return screen.issues.cursor
        case SearchScreen():
            return screen.hits.cursor
        case ListScreen() | MarksScreen() | PaletteScreen() | MendingScreen():
            return screen.listing.cursor
        case HelpScreen():
            return screen.listing.top
    raise AssertionError(screen)


async def to_an_end(pilot: Pilot[None], last: bool) -> None:
    match pilot.app.screen:
        case ReadingScreen() as screen:
            screen.context.go_in_window(lambda window: window.go_to_share(float(last)))
        case ShelfScreen() as screen:
            screen.issues.move_to_end(last)
        case SearchScreen() as screen:
            screen.hits.move_to_end(last)
        case ListScreen() | MarksScreen() | PaletteScreen() | MendingScreen() | HelpScreen() as screen:
            screen.listing.move_to_end(last)
    await settled(pilot)


LISTS = (SHELF, SEARCH, HELP, PALETTE, LINKS, MARKS, GLOSSARY, MENDING)


@check("line_down", READING, *LISTS)
@check("page_down", READING, *LISTS)
@check("half_down", READING)
@check("pair_down", READING)
@check("bottom", READING, *LISTS)
async def goes_down(pilot: Pilot[None], key: str) -> None:
    await to_an_end(pilot, last=False)
    before = moving(pilot)
    await press(pilot, key)
    assert moving(pilot) > before


@check("line_up", READING, *LISTS)
@check("page_up", READING, *LISTS)
@check("half_up", READING)
@check("pair_up", READING)
@check("top", READING, *LISTS)
async def goes_up(pilot: Pilot[None], key: str) -> None:
    await to_an_end(pilot, last=True)
    before = moving(pilot)
    await press(pilot, key)
    assert moving(pilot) < before


@check("next_article", READING)
async def next_article(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert reading(pilot).context.opened.article.id == "grand-canal"
    assert any("●" in row and "往北走的水" in row for row in screen_text(pilot))


@check("previous_article", READING)
async def previous_article(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "right_square_bracket", key)
    assert reading(pilot).context.opened.article.id == "old-bridges"
    await press(pilot, key)
    assert reading(pilot).context.opened.article.id == "old-bridges"  # the first


@check("contents", READING)
async def contents(pilot: Pilot[None], key: str) -> None:
    assert reading(pilot).context.panels.contents.display
    await press(pilot, key)
    assert not reading(pilot).context.panels.contents.display
    await press(pilot, key)
    assert reading(pilot).context.panels.contents.display


@check("captions", READING)
async def captions(pilot: Pilot[None], key: str) -> None:
    shown = reading(pilot).context.panels.captions.display
    await press(pilot, key)
    assert reading(pilot).context.panels.captions.display != shown


@check("panel", READING)
async def panel(pilot: Pilot[None], key: str) -> None:
    screen = reading(pilot)
    assert screen.view.has_focus
    order = []
    for _ in range(3):
        await press(pilot, key)
        order.append(pilot.app.focused)
    assert order == [screen.context.panels.captions, screen.context.panels.contents, screen.view]


@check("panel_back", READING)
async def panel_back(pilot: Pilot[None], key: str) -> None:
    screen = reading(pilot)
    await press(pilot, key)
    assert screen.context.panels.contents.has_focus


@check("panel", SHELF)
@check("panel_back", SHELF)
async def shelf_panel(pilot: Pilot[None], key: str) -> None:
    screen = pilot.app.screen
    await press(pilot, key)
    assert screen.contents.has_focus
    await press(pilot, key)
    assert screen.issues.has_focus


@check("panel", SEARCH)
@check("panel_back", SEARCH)
async def search_panel(pilot: Pilot[None], key: str) -> None:
    screen = pilot.app.screen
    screen.box.focus()
    await settled(pilot)
    await press(pilot, key)
    assert screen.hits.has_focus
    await press(pilot, key)
    assert screen.box.has_focus


@check("wider", READING)
async def wider(pilot: Pilot[None], key: str) -> None:
    before = reading(pilot).context.panels.contents.size.width
    await press(pilot, key)
    assert reading(pilot).context.panels.contents.size.width == before + 2
    await press(pilot, "tab", key)
    assert reading(pilot).context.panels.captions.size.width == 34


@check("narrower", READING)
async def narrower(pilot: Pilot[None], key: str) -> None:
    for _ in range(20):
        await press(pilot, key)
    assert reading(pilot).context.panels.contents.size.width == 16


@check("open", READING)
async def open_in_panel(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert isinstance(pilot.app.screen, FigureScreen)
    await press(pilot, "escape", "shift+tab", "down", key)
    assert reading(pilot).context.opened.article.id == "grand-canal"
    assert reading(pilot).view.has_focus


@check("open", SHELF)
async def open_on_shelf(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert pilot.app.screen.contents.has_focus
    await press(pilot, key)
    assert reading(pilot).context.opened.article.id == "listening-for-water"


@check("open", SEARCH)
async def open_hit(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert found(pilot)


@check("open", PALETTE)
async def open_from_palette(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "down", "down", key)  # a page down
    assert reading(pilot).view.viewport.window.place != reading(pilot).view.viewport.window.spread.first()


@check("open", LINKS)
async def open_a_link(pilot: Pilot[None], key: str) -> None:
    target = pilot.app.screen.listing.value
    assert any(target in row for row in screen_text(pilot))  # shown whole before anything is opened
    await press(pilot, key)
    assert isinstance(pilot.app.screen, ReadingScreen)
    assert pilot.app.screen.query_one(Status).message.startswith("There is no program here to open")


@check("figure", READING)
async def figure(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    screen = pilot.app.screen
    assert isinstance(screen, FigureScreen)
    assert screen.query_one("#picture").file


@check("next_figure", FIGURE)
@check("previous_figure", FIGURE)
async def turn_figures(pilot: Pilot[None], key: str) -> None:
    before = pilot.app.screen.figure
    await press(pilot, key)
    assert pilot.app.screen.figure is not before
    assert any("Figure 2/2" in row for row in screen_text(pilot))
    await press(pilot, key)
    assert pilot.app.screen.figure is before


@check("zoom_in", FIGURE)
@check("zoom_out", FIGURE)
@check("zoom_whole", FIGURE)
async def zoom(pilot: Pilot[None], key: str) -> None:
    picture = pilot.app.screen.query_one("#picture")
    await press(pilot, "plus", "plus")
    near = picture.excerpt.shares
    await press(pilot, key)
    if key == "0":
        assert picture.excerpt == (0, 0, 1, 1)
    else:
        assert (picture.excerpt.shares < near) == (key != "minus")
    assert pilot.app.screen.query_one(Status).message == {"0": "100%", "minus": "150%"}.get(key, "300%")


@check("pan_left", FIGURE)
@check("pan_right", FIGURE)
@check("pan_up", FIGURE)
@check("pan_down", FIGURE)
async def pan(pilot: Pilot[None], key: str) -> None:
    picture = pilot.app.screen.query_one("#picture")
    await press(pilot, "plus", "plus", "plus")
    before = picture.excerpt
    await press(pilot, key)
    moved = [round(after - at, 9) for at, after in zip(before, picture.excerpt, strict=True)]
    across, down = {"h": (-1, 0), "l": (1, 0), "k": (0, -1), "up": (0, -1)}.get(key, (0, 1))
    assert [(step > 0) - (step < 0) for step in moved] == [across, down, across, down]
    for _ in range(9):
        await press(pilot, key)
    assert {"h": picture.excerpt.left == 0, "l": picture.excerpt.right == 1}.get(key, True)


@check("open_viewer", FIGURE)
async def open_viewer(pilot: Pilot[None], key: str) -> None:
    started: list[str] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(linked, "_is_started", lambda path: bool(started.append(path) or True))
        await press(pilot, key)
    file = pilot.app.screen.file
    assert started == [str(Path(file.folder) / file.name)]
    assert pilot.app.screen.query_one(Status).message.startswith(f"Opening {file.name}")


@check("find", READING)
async def find(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert reading(pilot).query_one("#find").has_focus


@check("next_match", READING)
async def next_match(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "slash")
    await commit(pilot, "桥")
    await press(pilot, "enter", key)
    assert reading(pilot).view.viewport.match == found(pilot)[1]


@check("previous_match", READING)
async def previous_match(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "slash")
    await commit(pilot, "桥")
    await press(pilot, "enter", key)
    assert reading(pilot).view.viewport.match == found(pilot)[-1]


@check("search", READING, SHELF)
async def search(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert isinstance(pilot.app.screen, SearchScreen)
    assert pilot.app.screen.box.has_focus


@check("language", SEARCH)
@check("kind", SEARCH)
@check("issue", SEARCH)
@check("sort", SEARCH)
async def narrow(pilot: Pilot[None], key: str) -> None:
    banner = pilot.app.screen.query_one(Banner)
    assert banner.names == ("Search",)
    await press(pilot, key)
    told = {"ctrl+l": "English", "ctrl+t": "titles", "ctrl+o": "·", "ctrl+n": "newest first"}[key]
    assert told in banner.names[0].removeprefix("Search · ")


@check("history", SEARCH)
async def history(pilot: Pilot[None], key: str) -> None:
    box = pilot.app.screen.box
    await press(pilot, "enter", "escape", "backspace", key)
    assert box.value == "水"


@check("mode", READING)
async def mode(pilot: Pilot[None], key: str) -> None:
    view = reading(pilot).view
    seen = []
    for _ in range(5):
        await press(pilot, key)
        seen.append(view.viewport.window.spread.geometry.shown_mode)
    assert seen == ["interleaved", "left", "right", "reveal", "parallel"]


@check("swap", READING)
async def swap(pilot: Pilot[None], key: str) -> None:
    assert reading(pilot).context.opened.languages == ("zh-Hans", "en")
    await press(pilot, key)
    assert reading(pilot).context.opened.languages == ("en", "zh-Hans")
    head = next(row for row in screen_text(pilot) if "English" in row and "中文" in row)
    assert head.index("English") < head.index("中文")
    banner = pilot.app.screen.query_one(Banner)
    opened_ = reading(pilot).context.opened
    assert banner.names == title_forms(opened_.article, ("en", "zh-Hans"))
    assert banner.asides == source_forms(opened_.issue, opened_.section, ("en", "zh-Hans"))


@check("measure_wider", READING)
@check("measure_narrower", READING)
async def measure(pilot: Pilot[None], key: str) -> None:
    view = reading(pilot).view
    await press(pilot, "minus", "minus")
    before = max(view.viewport.window.spread.geometry.columns_cells)
    await press(pilot, key)
    assert max(view.viewport.window.spread.geometry.columns_cells) == before + (-4 if key == "minus" else 4)


@check("theme", READING, SHELF, MENDING)
async def theme(pilot: Pilot[None], key: str) -> None:
    seen = []
    for _ in NAMES:
        colours = pilot.app.screen.query_one("#banner").rich_style
        await press(pilot, key)
        assert pilot.app.screen.query_one("#banner").rich_style != colours
        seen.append(pilot.app.theme)
    assert seen == [*NAMES[1:], NAMES[0]]


@check("copy", READING)
async def copy(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "J", key)
    chinese, english = pilot.app.clipboard.split("\n\n")[:2]
    assert chinese.startswith("洨河不宽")
    assert english.startswith("The Xiao River is not wide")


@check("cite", READING)
async def cite(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "J", key)
    assert pilot.app.clipboard.startswith("洨河不宽")
    citation = pilot.app.clipboard.split("\n\n")[-1]
    for part in ("— ", "巷陌河川", "2024-03", "P.", "lanes-and-rivers-03/old-bridges#p1"):
        assert part in citation


@check("select", READING)
async def select(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "J", key)
    seen = []
    for _ in range(3):
        selection = reading(pilot).context.selection
        seen.append(selection.text(reading(pilot).view.viewport.window.column))
        await press(pilot, key)
    chinese, english, both = seen
    assert chinese.startswith("洨河不宽")
    assert english.startswith("The Xiao River is not wide")
    assert both == f"{chinese}\n\n{english}"
    await press(pilot, "y")
    assert pilot.app.clipboard == chinese
    assert reading(pilot).context.selection is None


@check("left", READING)
@check("right", READING)
async def sideways(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "J", "V")
    before = reading(pilot).context.selection.head
    await press(pilot, "left", "left", key)
    moved = 3 if key in ("left", "h") else 1
    assert reading(pilot).context.selection.head == (before.item, before.offset - moved)


@check("go_to_page", READING)
async def goes_to_a_page(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key, "8", "escape")
    assert not reading(pilot).query("#page")
    await press(pilot, key, *"12", "enter")
    assert (reading(pilot).issue_in_sight().id, reading(pilot).context.opened.article.id) == (
        "lanes-and-rivers-03",
        "grand-canal",
    )
    assert reading(pilot).view.window.item.page == "12"
    await press(pilot, key, "P", *"1", "escape", *"4P")
    assert reading(pilot).view.window.item.page == "4"
    await press(pilot, *"12P")
    assert not reading(pilot).query("#page")
    assert reading(pilot).view.window.item.page == "12"
    await press(pilot, key, *"99", "enter")
    assert any("99" in row for row in screen_text(pilot)[-1:])
    assert reading(pilot).view.window.item.page == "12"


@check("previous_place", READING)
async def goes_back(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "J", "J")
    first = reading(pilot).context.place
    await press(pilot, "G", "right_square_bracket", "J", "colon", *"16", "enter", key)
    assert reading(pilot).context.opened.article.id == "grand-canal"
    await press(pilot, key, key)
    assert reading(pilot).context.place == first
    await press(pilot, key)
    assert reading(pilot).context.place == first


@check("links", READING)
async def links(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert isinstance(pilot.app.screen, ReadingScreen)  # there is none in sight
    await press(pilot, "right_square_bracket", "G", key)
    assert isinstance(pilot.app.screen, ListScreen)
    assert pilot.app.screen.listing.value.startswith("https://")


@check("terms", READING)
async def terms(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "J", key)
    screen = pilot.app.screen
    assert isinstance(screen, ListScreen)
    assert screen.listing.value == "赵州桥"  # it stands in the first paragraph
    assert any("Zhàozhōu Qiáo" in row for row in screen_text(pilot))


@check("open", GLOSSARY)
async def find_a_term(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert reading(pilot).view.viewport.match == found(pilot)[0]
    assert any("赵州桥" in row for row in screen_text(pilot))


@check("edit", READING)
@check("edit_here", PREVIEW)
async def edit(pilot: Pilot[None], key: str) -> None:
    with tempfile.TemporaryDirectory() as folder, recorded(pilot, Path(folder)) as told:
        await press(pilot, "J", key)
        line, path = told()
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    anchor = reading(pilot).view.viewport.window.item.anchor
    start = next(p for p in passages(reading(pilot).context.opened.article) if p.anchor == anchor).text.plain(
        "zh-Hans"
    )[:8]
    assert start in "".join(lines[int(line.removeprefix("+")) - 1 :][:2])


@check("open", MENDING)
@check("edit_here", MENDING)
async def edit_at_a_fault(pilot: Pilot[None], key: str) -> None:
    screen = pilot.app.screen
    assert isinstance(screen, MendingScreen)
    with tempfile.TemporaryDirectory() as folder, recorded(pilot, Path(folder)) as told:
        await press(pilot, "down", key)
        assert told() == [f"+{screen.listing.value.line}", screen.path]


@check("faults", PREVIEW)
async def no_faults(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert not pilot.app.screen.context.faults.list.display  # there are none: see test_preview.py


@check("reveal", READING)
async def reveal(pilot: Pilot[None], key: str) -> None:
    def english() -> bool:
        return any("The Xiao River is not wide" in row for row in screen_text(pilot))

    await press(pilot, "J", key)
    assert reading(pilot).view.look.mode == "reveal"
    assert not english()
    await press(pilot, key)
    assert english()
    await press(pilot, key)
    assert not english()


@check("languages", READING)
async def languages(pilot: Pilot[None], key: str) -> None:
    seen = []
    for _ in range(3):
        await press(pilot, key)
        seen.append(reading(pilot).context.opened.languages)
    assert len(set(seen)) == 3
    assert seen[-1] == ("zh-Hans", "en")


@check("link", READING)
async def link(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert reading(pilot).view.viewport.window.loose is None  # pairs are never parted


@check("split_left", READING)
@check("split_right", READING)
async def split(pilot: Pilot[None], key: str) -> None:
    left, right = reading(pilot).view.viewport.window.geometry.columns_cells
    await press(pilot, key)
    now = reading(pilot).view.viewport.window.geometry.columns_cells
    assert sum(now) == left + right
    assert (now[0] < left) == (key == "comma")


@check("split_fitted", READING)
async def split_fitted(pilot: Pilot[None], key: str) -> None:
    fitted = reading(pilot).view.viewport.window.geometry
    await press(pilot, "comma", "comma")
    assert reading(pilot).view.viewport.window.geometry.columns_cells != fitted.columns_cells
    await press(pilot, key)
    assert reading(pilot).view.viewport.window.geometry == fitted


@check("justify", READING)
@check("hyphenate", READING)
async def typesetting(pilot: Pilot[None], key: str) -> None:
    def lines() -> list[str]:
        return [line.text for row in reading(pilot).view.viewport.window.rows for line in (row.left, row.right)]

    await press(pilot, *["minus"] * 12, "J")
    ragged = lines()
    await press(pilot, key)
    assert lines() != ragged
    await press(pilot, key)
    assert lines() == ragged


@check("annotate", READING)
async def readings(pilot: Pilot[None], key: str) -> None:
    for is_shown in (False, True):
        await press(pilot, key)
        assert reading(pilot).view.look.typesetting.annotated is is_shown
        assert reading(pilot).view.viewport.window.geometry.typesetting.annotated is is_shown


@check("figures", READING)
async def pictures_in_the_text(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "J", "J")
    view = reading(pilot).view
    before, place = view.viewport.window.geometry.figures, view.viewport.window.locus
    assert before
    await press(pilot, key)
    assert view.viewport.window.geometry.figures is None
    assert view.viewport.window.locus == place
    await press(pilot, key)
    assert view.viewport.window.geometry.figures == before
    assert view.viewport.window.locus == place


@check("bookmark", READING)
async def bookmark(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "J", key)
    (mark,) = app_of(pilot).memory.all()
    assert (mark.kind, mark.address) == ("bookmark", "lanes-and-rivers-03/old-bridges#p1")
    assert any("⚑" in row for row in screen_text(pilot))
    await press(pilot, key)
    assert app_of(pilot).memory.all() == ()
    assert not any("⚑" in row for row in screen_text(pilot))


@check("next_bookmark", READING)
async def next_bookmark(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "J", "J", "J")
    marked = reading(pilot).view.viewport.window.place
    await press(pilot, "m", "g", key)
    assert reading(pilot).view.viewport.window.place == marked


@check("name_bookmark", READING)
async def name_bookmark(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "J", key)
    await commit(pilot, "拱桥")
    await press(pilot, "enter")
    (mark,) = app_of(pilot).memory.all()
    assert (mark.kind, mark.name) == ("bookmark", "拱桥")
    await press(pilot, key, "escape")
    assert app_of(pilot).memory.all() == (mark,)


@check("highlight", READING)
async def highlight(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "J", key)
    (mark,) = app_of(pilot).memory.all()
    assert [quotation.language for quotation in mark.quotations] == ["zh-Hans", "en"]
    assert set(reading(pilot).view.shown.overlays.marks.highlights) == {"p1"}
    await press(pilot, key)
    assert app_of(pilot).memory.all() == ()
    assert not reading(pilot).view.shown.overlays.marks.highlights


@check("note", READING)
async def note(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "J", key)
    await commit(pilot, "第一行\nsecond [line]")
    await press(pilot, "ctrl+s")
    (mark,) = app_of(pilot).memory.all()
    assert (mark.kind, mark.note) == ("note", "第一行\nsecond [line]")
    assert any("✎" in row and "第一行" in row for row in screen_text(pilot))


@check("readings", READING)
async def readings_of_words(pilot: Pilot[None], key: str) -> None:
    for wanted in ("unknown", "all", "off"):
        await press(pilot, "J", key)
        assert reading(pilot).view.look.readings == wanted
        rows = reading(pilot).view.viewport.window.rows
        assert any(row.left.is_annotation for row in rows) is (wanted != "off")


@check("readings_in", READING)
async def readings_in(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert (reading(pilot).view.look.readings, reading(pilot).view.look.readings_in) == ("unknown", "article")
    await press(pilot, key)
    assert reading(pilot).view.look.readings_in == "paragraph"


@check("script", READING)
async def script(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "J", key, key)
    assert any("趙州橋" in row.replace(" ", "") for row in screen_text(pilot))


@check("know", LOOKUP)
async def know(pilot: Pilot[None], key: str) -> None:
    word = pilot.app.screen_stack[-2].chosen_words()
    await press(pilot, key)
    assert [(each.word, each.is_known) for each in KnownWords().all().values()] == [(word, True)]
    assert word in pilot.app.screen.query_one(Status).message


@check("word", READING)
async def word(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "J", key)
    pilot.app.screen.query_one("#query").value = ""
    await commit(pilot, "洨河")
    await press(pilot, "enter")
    (mark,) = app_of(pilot).memory.all()
    assert (mark.kind, mark.text) == ("word", "洨河")
    sentences = dict(mark.beside)
    assert sentences["zh-Hans"].startswith("洨河不宽")
    assert sentences["en"].startswith("The Xiao River is not wide")


def looked_up(pilot: Pilot[None]) -> tuple[str, str]:
    """Returns the word under the word cursor, and the first row of its panel."""
    screen = pilot.app.screen
    assert isinstance(screen, LookupScreen)
    below = pilot.app.screen_stack[-2]
    assert isinstance(below, ReadingScreen)
    return below.chosen_words(), screen_text(pilot)[screen.query_one("#lookup").region.y].split("▕")[0]


@check("look_up", READING)
async def look_up(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "J", key)
    word, row = looked_up(pilot)
    assert word == "洨河"
    assert "洨河  Xiáo Hé" in row


@check("look_up", SEARCH)
async def look_up_a_hit(pilot: Pilot[None], key: str) -> None:
    pilot.app.screen.box.value = "洨河"
    await settled(pilot)
    await press(pilot, "tab", key)
    assert looked_up(pilot)[0] == "洨河"
    await press(pilot, "escape", "escape")
    assert isinstance(pilot.app.screen, SearchScreen)


@check("open", LOOKUP)
async def the_word_stays_selected(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "l", "l", "l", key)
    assert reading(pilot).chosen_words() == "平日"
    await press(pilot, "enter")
    assert looked_up(pilot)[0] == "平日"


@check("find", LOOKUP)
async def find_the_word(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "l", "l", "l", key)
    assert isinstance(pilot.app.screen, SearchScreen)
    assert pilot.app.screen.box.value == '"平日"'
    await press(pilot, "escape")
    assert reading(pilot).context.selection is None


@check("read_aloud", READING)
async def read_aloud(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "J", key)
    assert spoken(pilot).startswith("洨河不宽")


def spoken(pilot: Pilot[None]) -> str:
    """Returns the sentence that is being read aloud, or that pauses."""
    screen = pilot.app.screen
    assert isinstance(screen, SpeakingScreen)
    return screen._here.text


@check("pause", SPEAKING)
async def pause(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert pilot.app.screen._speech is None
    await press(pilot, key)
    await pilot.pause(0)
    assert pilot.app.screen._speech


@check("next_sentence", SPEAKING)
async def next_sentence(pilot: Pilot[None], key: str) -> None:
    before = spoken(pilot)
    await press(pilot, key)
    assert spoken(pilot) != before


@check("previous_sentence", SPEAKING)
async def previous_sentence(pilot: Pilot[None], key: str) -> None:
    first = spoken(pilot)
    await press(pilot, "l", "l", key, key)
    assert spoken(pilot) == first


@check("slower", SPEAKING)
@check("faster", SPEAKING)
async def pace(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert pilot.app.screen.query_one(Status).message == "sh takes no pace."


@check("read_languages", SPEAKING)
async def read_languages(pilot: Pilot[None], key: str) -> None:
    shown = []
    for _ in range(3):
        await press(pilot, key)
        shown.append(pilot.app.screen._sides)
    assert shown == [(0,), (1,), (0, 1)]


@check("next_word", LOOKUP)
async def next_word(pilot: Pilot[None], key: str) -> None:
    words = []
    for _ in range(3):
        await press(pilot, key)
        words.append(looked_up(pilot)[0])
    assert words == ["不", "宽", "平日"]
    assert "平日  píng rì" in looked_up(pilot)[1]


@check("previous_word", LOOKUP)
async def previous_word(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "l", "l", key)
    assert looked_up(pilot)[0] == "不"
    await press(pilot, key, key)
    assert looked_up(pilot)[0] == "洨河"  # nothing is before the first paragraph


@check("line_down", LOOKUP)
async def word_below(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert looked_up(pilot)[0] in ("站", "大", "岸上", "在")


@check("line_up", LOOKUP)
async def word_above(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "j", key)
    assert looked_up(pilot)[0] in ("洨河", "不", "宽")


@check("page_down", LOOKUP)
@check("page_up", LOOKUP)
async def panel_scrolls(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "tab", "l", "l")
    sheet = pilot.app.screen.listing
    before = sheet.top = 0 if key in ("space", "pagedown") else 10
    await press(pilot, key)
    assert (sheet.top > before) is (before == 0)


@check("other_language", LOOKUP)
async def other_language(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key, "l", "l")
    word, row = looked_up(pilot)
    assert word == "River"
    assert "河  hé  river" in row
    await press(pilot, key)
    assert looked_up(pilot)[0] == "洨河"


@check("word", LOOKUP)
async def keep_looked_up(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "l", "l", "l", key)
    (mark,) = app_of(pilot).memory.all()
    assert (mark.kind, mark.text) == ("word", "平日")
    assert mark.note.startswith("píng rì ")
    assert dict(mark.beside)["en"].startswith("The Xiao River")
    assert "平日" in pilot.app.screen.query_one(Status).message


@check("marks", READING, SHELF)
async def marks(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert isinstance(pilot.app.screen, MarksScreen)


@check("words", READING)
async def words_page(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "J", "w")
    pilot.app.screen.query_one("#query").value = ""
    await commit(pilot, "平日")
    await press(pilot, "enter", "m", key)
    assert isinstance(pilot.app.screen, MarksScreen)
    shown = "\n".join(screen_text(pilot))
    for told in ("×1", "平日  píng rì", "ordinary day", "The Xiao River is not wide"):
        assert told in shown
    assert "⚑" not in shown


@check("words", SHELF)
async def words_of_the_shelf(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert isinstance(pilot.app.screen, MarksScreen)


@check("first_steps", SHELF)
async def first_steps(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert "Enter open" not in screen_text(pilot)[-1]
    await press(pilot, "j", "j", "j", "enter")
    assert isinstance(pilot.app.screen, ShelfScreen)
    assert pilot.app.clipboard == "reader subscribe URL"
    assert pilot.app.screen.query_one(Status).message == "Copied: reader subscribe URL"


def marks_screen(pilot: Pilot[None]) -> MarksScreen:
    assert isinstance(pilot.app.screen, MarksScreen)
    return pilot.app.screen


@check("filter", MARKS)
async def filter_(pilot: Pilot[None], key: str) -> None:
    listed = len(marks_screen(pilot).listing.entries)
    await press(pilot, key)
    assert marks_screen(pilot).box.has_focus
    await commit(pilot, "XIAO river")
    assert marks_screen(pilot).listing.value.quotations[0].anchor == "p1"
    assert len(marks_screen(pilot).listing.entries) == 2
    await press(pilot, "escape")
    assert len(marks_screen(pilot).listing.entries) == listed


@check("next_kind", MARKS)
@check("previous_kind", MARKS)
async def kinds(pilot: Pilot[None], key: str) -> None:
    seen = []
    for _ in range(6):
        await press(pilot, key)
        listed = [entry.value.kind for entry in marks_screen(pilot).listing.entries if entry.value]
        seen.append((pilot.app.screen.query_one(Banner).names[0].removeprefix("Marks"), listed))
    wanted = [
        (" · bookmark", ["bookmark"] * 2),
        (" · highlight", ["highlight"] * 2),
        (" · note", []),
        (" · word", []),
        (" · reading history", ["place"]),
    ]
    assert seen[:5] == (wanted if key == "tab" else wanted[::-1])
    assert sorted(seen[5][1]) == ["bookmark"] * 2 + ["highlight"] * 2


@check("open", MARKS)
async def open_a_mark(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "down", "down", key)
    assert reading(pilot).view.viewport.window.item.anchor == "p3"


@check("edit_mark", MARKS)
async def edit_mark(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    await commit(pilot, "named so")
    await press(pilot, "enter", "down", key)
    await commit(pilot, "noted so")
    await press(pilot, "ctrl+s")
    first, second, *_ = app_of(pilot).memory.all()
    assert (first.kind, first.name) == ("bookmark", "named so")
    assert (second.kind, second.note) == ("highlight", "noted so")
    assert sum("named so" in row or "noted so" in row for row in screen_text(pilot)) == 2


@check("delete", MARKS)
async def delete(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "down", key)
    assert [mark.quotations[0].anchor for mark in app_of(pilot).memory.all()] == ["p1", "p3", "p4"]
    assert marks_screen(pilot).listing.value.quotations[0].anchor == "p3"


@check("undo", MARKS)
async def undo(pilot: Pilot[None], key: str) -> None:
    before = app_of(pilot).memory.all()
    await press(pilot, "d", "d", key, key)
    after = app_of(pilot).memory.all()
    assert [(mark.id, mark.quotations) for mark in after] == [(mark.id, mark.quotations) for mark in before]
    await press(pilot, key)
    assert pilot.app.screen.query_one(Status).message == "Nothing was deleted here."


@check("keep_written", WRITING)
async def keep_written(pilot: Pilot[None], key: str) -> None:
    await commit(pilot, "kept")
    await press(pilot, key)
    assert isinstance(pilot.app.screen, ReadingScreen)
    assert [mark.note for mark in app_of(pilot).memory.all()] == ["kept"]


@check("drop_written", WRITING)
async def drop_written(pilot: Pilot[None], key: str) -> None:
    await commit(pilot, "dropped")
    await press(pilot, key)
    assert isinstance(pilot.app.screen, ReadingScreen)
    assert app_of(pilot).memory.all() == ()
    await press(pilot, "a")
    await commit(pilot, "kept")
    await press(pilot, "ctrl+s", "a")
    await commit(pilot, "changed")
    app_of(pilot).autosave.now()  # as it is done every now and then
    await press(pilot, key)
    assert [mark.note for mark in app_of(pilot).memory.all()] == ["kept"]


@check("back", WRITING)
async def back_from_writing(pilot: Pilot[None], key: str) -> None:
    await commit(pilot, "not lost")
    await press(pilot, key)
    assert isinstance(pilot.app.screen, ReadingScreen)
    assert [mark.note for mark in app_of(pilot).memory.all()] == ["not lost"]


@check("interface", READING, SHELF, MENDING)
async def interface(pilot: Pilot[None], key: str) -> None:
    before = screen_text(pilot)
    await press(pilot, key)
    assert app_of(pilot).interface == "zh"
    assert screen_text(pilot) != before
    words = "处错误后即可打开" if isinstance(pilot.app.screen, MendingScreen) else "目录"
    assert any(words in row for row in screen_text(pilot))
    await press(pilot, key)
    assert screen_text(pilot) == before


@check("update", READING, SHELF)
async def update(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert "There are no subscriptions." in screen_text(pilot)[-1]


@check("redraw", *(place for place in START if place not in (SEARCH, PREVIEW)))
async def redraw(pilot: Pilot[None], key: str) -> None:
    frames: Any = Recorder()
    output = SimpleNamespace(frames=frames, pictures=None, show=lambda *_, **__: False)
    vars(pilot.app._driver)["frame_output"] = output
    await press(pilot, key)
    assert frames.forgotten == 1


@check("suspend", *(place for place in START if place not in (WRITING, PREVIEW)))
async def suspend(pilot: Pilot[None], key: str) -> None:
    told: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pilot.app, "suspend", lambda: nullcontext(told.append("given back")))
        patch.setattr(program, "stop_for_shell", lambda: told.append("stopped"))
        await press(pilot, key)
    assert told == ["given back", "stopped"]


async def test_a_screen_that_no_shell_has_started_says_so(library: Library) -> None:
    async with opened(library, "lanes-and-rivers-03/old-bridges") as pilot:
        await press(pilot, "ctrl+z")
        assert "No shell" in screen_text(pilot)[-1]


class Recorder:
    """Takes frames, and counts how often the last one is forgotten."""

    forgotten = 0

    def forget(self) -> None:
        self.forgotten += 1

    def take(self, *_: object) -> None:
        """Takes a frame."""


def step_of(pilot: Pilot[None]) -> int:
    assert isinstance(pilot.app.screen, TourScreen)
    return pilot.app.screen.step


@check("tour_next", TOUR)
@check("tour_back", TOUR)
async def through_the_tour(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "space", "space", key)
    assert step_of(pilot) == (3 if key in ("space", "right") else 1)
    await press(pilot, *[key] * 3)
    if key in ("space", "right"):
        assert isinstance(pilot.app.screen, ShelfScreen)
    else:
        assert step_of(pilot) == 0


@check("tour_end", TOUR)
async def end_the_tour(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert isinstance(pilot.app.screen, ShelfScreen)


@check("palette", READING, SHELF, SEARCH, FIGURE, MARKS, MENDING)
async def palette(pilot: Pilot[None], key: str) -> None:
    scope = pilot.app.screen.scope
    await press(pilot, key)
    screen = pilot.app.screen
    assert isinstance(screen, PaletteScreen)
    listed = [entry.value for entry in screen.listing.entries if entry.value]
    offered = {command.action for command in COMMANDS if scope in command.scopes and command.id != "palette"}
    assert offered == {action for action in listed if not action.startswith("app.take_theme")}
    assert len(listed) == len(set(listed))


@check("help", READING, SHELF, SEARCH, FIGURE, MARKS, MENDING, LOOKUP, SPEAKING)
async def help_(pilot: Pilot[None], key: str) -> None:
    scope = pilot.app.screen.scope
    await press(pilot, key)
    screen = pilot.app.screen
    assert isinstance(screen, HelpScreen)
    shown = "".join("".join(row.split()) for row in screen_text(pilot))
    for command in COMMANDS:
        if scope in command.scopes:
            assert command.shown_keys({})[0] in shown


@check("back", READING)
async def back_from_reading(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert pilot.app.screen.query_one(Status).message == "Nothing to close here: S shelf · q quit"
    before = reading(pilot)
    await press(pilot, "s", *"洨河", "enter")
    assert reading(pilot) is not before
    await press(pilot, key)
    assert isinstance(pilot.app.screen, SearchScreen)


@check("shelf", READING)
async def shelf(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    on_shelf = pilot.app.screen
    assert isinstance(on_shelf, ShelfScreen)
    assert on_shelf.issues.value.name == "lanes-and-rivers-03"
    await press(pilot, "s", *"洨河", "enter", "f", "escape", key)
    assert pilot.app.screen is on_shelf


@check("back", SHELF)
async def back_on_shelf(pilot: Pilot[None], key: str) -> None:
    await press(pilot, "tab", key)
    assert pilot.app.screen.issues.has_focus


@check("back", SEARCH, FIGURE, HELP, PALETTE, LINKS, MARKS, GLOSSARY, LOOKUP, SPEAKING)
async def back(pilot: Pilot[None], key: str) -> None:
    before = pilot.app.screen
    await press(pilot, key)
    assert pilot.app.screen is not before


@check("quit", READING, SHELF, FIGURE, LINKS, MARKS, GLOSSARY, MENDING)
async def quit_(pilot: Pilot[None], key: str) -> None:
    await press(pilot, key)
    assert pilot.app._exit
    assert pilot.app.return_code == 0


CASES = [
    (command.id, place, key)
    for command in COMMANDS
    for place, scope in PLACES.items()
    if scope in command.scopes
    for key in command.keys
]


def test_every_command_of_the_table_has_a_check_on_each_of_its_screens() -> None:
    assert set(CHECKS) == {(command, place) for command, place, _ in CASES}
    assert set(PLACES.values()) == {scope for command in COMMANDS for scope in command.scopes}


def test_no_key_does_two_things_on_a_screen() -> None:
    for scope in (*EVERYWHERE, PREVIEW):
        keys = [key for command in COMMANDS if command.is_in(scope) for key in command.keys]
        assert len(keys) == len(set(keys)), scope


def test_the_footer_s_commands_have_short_names_in_both_languages() -> None:
    from reader.ui.commands.table import BY_ID

    for name in FOOTER:
        assert BY_ID[name].short("en")
        assert BY_ID[name].short("zh")


@asynccontextmanager
async def opened_at(
    library: Library, folder: Path, place: str, pictures: PicturesSetting = "off"
) -> AsyncIterator[Pilot[None]]:
    """Runs the app until one of the places is shown; a folder is to write in."""
    address, keys = START[place]
    if address.endswith("#LINK"):
        article = library.entry("words-and-tools-01").issue.article("counting")
        linked = (
            p for p in passages(article) for _, prose in p.text.sides if any(s.kind == "link" for s in prose.spans)
        )
        address = address.replace("LINK", next(linked).anchor)
    if place == MENDING:
        path = folder / "faulty.yaml"
        path.write_text("format: 1\nid: faulty\n" + "".join(f"key{n}: x\n" for n in range(60)), encoding="utf-8")
        library = Library([str(path)])
    size = (160, 12) if place == HELP else (160, 45)  # a help that is longer than the window
    settings = Settings()
    settings.apply({"speak": ["zh: sh -c 'sleep 600' espeak-ng {}", "en: sh -c 'sleep 600' espeak-ng {}"]}, {})
    given: dict[str, Any] = {"preview": place in (PREVIEW, MENDING), "settings": settings, "pictures": pictures}
    given["tour"] = place == TOUR
    async with opened(library, address, size, **given) as pilot:
        await press(pilot, *keys)
        if place == SEARCH:
            await commit(pilot, "水")
        yield pilot


async def check_key(pilot: Pilot[None], command: str, place: str, key: str) -> None:
    if place in TYPED and (key in TEXT_KEYS or key in ("home", "end")):
        pilot.app.screen.listing.focus()
        await settled(pilot)
    await CHECKS[command, place](pilot, key)


@pytest.mark.parametrize(
    ("command", "place", "key"), [case for case in CASES if CHECKS[case[:2]] not in (goes_down, goes_up)]
)
async def test_a_key_does_its_command(library: Library, tmp_path: Path, command: str, place: str, key: str) -> None:
    pictures: PicturesSetting = "blocks" if command == "figures" else "off"
    async with opened_at(library, tmp_path, place, pictures) as pilot:
        await check_key(pilot, command, place, key)


@pytest.mark.parametrize("place", [READING, *LISTS])
async def test_each_key_that_moves_does_so_from_the_other_end(library: Library, tmp_path: Path, place: str) -> None:
    async with opened_at(library, tmp_path, place) as pilot:
        focused = pilot.app.focused
        for command, where, key in CASES:
            if where == place and CHECKS[command, place] in (goes_down, goes_up):
                pilot.app.screen.set_focus(focused)
                await check_key(pilot, command, place, key)


@pytest.mark.parametrize("keys", [(), ("slash", "a"), ("s", "a"), ("ctrl+p", "a"), ("J", "a", "x"), ("M",), ("f1",)])
async def test_an_interrupt_ends_the_program_on_every_screen(library: Library, keys: tuple[str, ...]) -> None:
    async with opened(library, START[READING][0], (100, 30)) as pilot:
        await press(pilot, *keys, "ctrl+c")
        assert pilot.app._exit
        assert pilot.app.return_code == 130


async def test_a_key_for_a_screen_that_was_closed_meanwhile_is_dropped(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def mounts(_context: object) -> None:
        raise MountError("the screen is not mounted")

    monkeypatch.setattr(finding, "find", mounts)
    async with opened(library, "", (100, 30)) as pilot:
        await press(pilot, "enter", "enter")
        closed = reading(pilot)
        await press(pilot, "escape")
        assert not await app_of(pilot).run_action("run('find')", closed)
        await press(pilot, "enter")
        with pytest.raises(MountError):
            await app_of(pilot).run_action("run('find')", reading(pilot))


@pytest.mark.parametrize("keys", [(), ("slash", "a"), ("s", "a"), ("ctrl+p", "a"), ("M",), ("f1",)])
async def test_the_framework_s_own_key_to_quit_does_nothing(library: Library, keys: tuple[str, ...]) -> None:
    async with opened(library, START[READING][0], (100, 30)) as pilot:
        await press(pilot, *keys, "ctrl+q")
        assert not pilot.app._exit


async def test_text_that_comes_before_the_focus_is_not_selected_with_it(library: Library) -> None:
    async with opened(library, START[READING][0], (100, 30)) as pilot:
        driver = pilot.app._driver
        for key in ("slash", *"石桥"):
            driver.send_message(events.Key(key, None if len(key) > 1 else key))
        await settled(pilot)
        box = pilot.app.screen.query_one("#find")
        assert (box.value, box.selected_text) == ("石桥", "")
