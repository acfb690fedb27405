"""The reading screen: the place, the panels, the status line, finding, the mouse."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from reader.settings import Settings
from reader.ui.app.app import ReaderApp
from reader.ui.screens.figure import FigureScreen
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.shelf import ShelfScreen
from reader.ui.strings.english import EN
from reader.ui.theme.palettes import NAMES
from reader.ui.widgets.status import Status
from tests.ui.screen import app_of, commit, found, opened, press, reading, screen_text, settled

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.library import Library
    from reader.reading.window import Window

SPRINGS, BRIDGES = "city-of-springs-08/springs", "lanes-and-rivers-03/old-bridges"
DRIVERS = "city-of-springs-08/new-drivers"  # a free body
SIZES = ((160, 45), (100, 30), (60, 24), (40, 12))
INTERFACES = ("en", "zh")


def window(pilot: Pilot[None]) -> Window:
    return reading(pilot).context.window


def parts(pilot: Pilot[None]) -> tuple[str, ...]:
    return tuple(text for text, _ in pilot.app.screen.query_one(Status).parts)


def top(pilot: Pilot[None]) -> Any:
    item = window(pilot).item
    assert item is not None
    return item.kind, item.anchor


async def resize(pilot: Pilot[None], width: int, height: int) -> None:
    await pilot.resize_terminal(width, height)
    await settled(pilot)


# -- every size, both languages ---------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("interface", INTERFACES)
async def test_an_article_can_be_read_to_its_end(library: Library, size: tuple[int, int], interface: str) -> None:
    async with opened(library, DRIVERS, size, interface) as pilot:
        seen = set(screen_text(pilot))
        for _ in range(200):
            if window(pilot).at_end:
                break
            await press(pilot, "space")
            seen.update(screen_text(pilot))
        assert window(pilot).at_end
        assert any(("100%" in row) for row in seen)
        text = "".join("".join(row.split()) for row in seen)
        assert "底蕴。" in text
        await press(pilot, "g")
        assert window(pilot).place == window(pilot).spread.first()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("interface", INTERFACES)
async def test_every_screen_fits_its_size(library: Library, size: tuple[int, int], interface: str) -> None:
    async with opened(library, SPRINGS, size, interface) as pilot:
        for key in ("f", "escape", "question_mark", "escape", "s", "escape", "t", "escape", "c", "escape", "down"):
            assert len(screen_text(pilot)) == size[1]
            await press(pilot, key)


async def test_where_it_is_narrow_the_languages_stand_under_each_other(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        assert window(pilot).geometry.shown_mode == "parallel"
        await resize(pilot, 60, 24)
        assert window(pilot).geometry.shown_mode == "interleaved"
        assert not reading(pilot).context.panels.captions.display
        assert not reading(pilot).context.panels.contents.display
        await resize(pilot, 160, 45)
        assert window(pilot).geometry.shown_mode == "parallel"
        assert reading(pilot).context.panels.captions.display
        assert reading(pilot).context.panels.contents.display


# -- the place --------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [BRIDGES + "#p9", DRIVERS + "#p9", DRIVERS + "#en.p3", BRIDGES + "#p18"])
async def test_an_address_is_opened_at_its_paragraph(library: Library, address: str) -> None:
    async with opened(library, address, (100, 24)) as pilot:
        anchor = address.split("#")[1]
        shown = {item.anchor for row in window(pilot).rows for item in (row.left_item, row.right_item) if item}
        assert anchor in shown


@pytest.mark.parametrize("address", [BRIDGES, DRIVERS, SPRINGS])
@pytest.mark.parametrize("pages", [1, 3])
async def test_a_storm_of_sizes_keeps_the_passage_at_the_top(library: Library, address: str, pages: int) -> None:
    chance = random.Random(7)
    async with opened(library, address, (120, 36)) as pilot:
        await press(pilot, *["d"] * pages)
        before, locus = top(pilot), window(pilot).locus
        sizes = [(1, 1), (2, 2), (500, 200), (40, 12), (66, 18), (67, 17), (110, 30), (69, 5), (5, 60)]
        sizes += [(chance.randrange(1, 220), chance.randrange(1, 70)) for _ in range(8)]
        for size in sizes:
            await resize(pilot, *size)
        await resize(pilot, 120, 36)
        assert window(pilot).locus == locus
        assert top(pilot) == before


@pytest.mark.parametrize("address", [BRIDGES, DRIVERS])
async def test_the_beginning_stays_the_beginning(library: Library, address: str) -> None:
    async with opened(library, address, (160, 45)) as pilot:
        for size in ((60, 24), (1, 1), (500, 200), (40, 12), (160, 45)):
            await resize(pilot, *size)
            assert window(pilot).place == window(pilot).spread.first()
        for _ in range(5):
            await press(pilot, "v")
            assert window(pilot).place == window(pilot).spread.first()
        await press(pilot, "v", "x")
        assert window(pilot).place == window(pilot).spread.first()


@pytest.mark.parametrize("address", [BRIDGES, DRIVERS])
async def test_every_way_to_read_keeps_the_passage(library: Library, address: str) -> None:
    async with opened(library, address, (160, 30)) as pilot:
        await press(pilot, "space", "space")
        before = top(pilot)
        for _ in range(5):
            await press(pilot, "v")
            if address == BRIDGES or window(pilot).geometry.shown_mode != "right":
                assert top(pilot) == before
        assert top(pilot) == before
        await press(pilot, "x")
        assert top(pilot)[1] == before[1]
        await press(pilot, "minus", "minus", "plus")
        assert top(pilot)[1] == before[1]


async def test_an_article_is_opened_again_where_it_was_left(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "space", "space")
        left = window(pilot).place
        await press(pilot, "right_square_bracket", "left_square_bracket")
        assert window(pilot).place == left
        await press(pilot, "S")
        assert isinstance(pilot.app.screen, ShelfScreen)
        await press(pilot, "enter")
        assert reading(pilot).context.opened.article.id == "old-bridges"
        assert window(pilot).place == left


# -- the status line and the captions ---------------------------------------------------------------


async def test_the_status_line_tells_where_the_reader_is(library: Library) -> None:
    async with opened(library, SPRINGS, (160, 30)) as pilot:
        assert parts(pilot)[:3] == ("P.74", "¶1/15", "0%")
        assert parts(pilot)[3].endswith("min left")
        await press(pilot, "J", "J", "J")
        page, paragraph, percent = parts(pilot)[:3]
        assert (page, paragraph) == ("P.74", "¶3/15")
        assert 0 < int(percent.rstrip("%")) < 100
        await press(pilot, "G")
        assert parts(pilot)[2:4] == ("100%", "at the end")
        assert window(pilot).at_end


async def test_beside_a_figure_the_status_line_keeps_the_paragraph_s_number(library: Library) -> None:
    async with opened(library, SPRINGS, (100, 12)) as pilot:
        numbers = []
        while not window(pilot).at_end:
            numbers.append(int(next(p for p in parts(pilot) if p.startswith("¶"))[1:].split("/")[0]))
            await press(pilot, "j")
        assert numbers == sorted(numbers)


async def test_the_next_article_is_named_but_not_after_the_last(library: Library) -> None:
    async with opened(library, DRIVERS, (160, 30)) as pilot:
        assert parts(pilot)[-1] == "next: 水从石缝里来 Water from the Stones"
        await press(pilot, "right_square_bracket")
        assert not any("next" in part for part in parts(pilot))


async def test_the_captions_follow_the_reading_place(library: Library) -> None:
    async with opened(library, DRIVERS, (160, 30)) as pilot:
        captions = reading(pilot).context.panels.captions
        assert captions.value.id == "zone"
        await press(pilot, "G")
        assert captions.value.id == "valley"
        assert any("▣ 2" in row for row in screen_text(pilot))
        await press(pilot, "g")
        assert captions.value.id == "zone"


async def test_an_article_without_figures_says_so(library: Library) -> None:
    async with opened(library, "city-of-springs-08/listening-for-water", (160, 30)) as pilot:
        assert not reading(pilot).query_one("#captions").display
        for key in ("c", "f"):
            await press(pilot, key)
            assert any("no figures" in row for row in screen_text(pilot))
            assert not reading(pilot).query_one("#captions").display
        assert isinstance(pilot.app.screen, ReadingScreen)


# -- find in article --------------------------------------------------------------------------------


async def test_find_lights_every_match_in_both_languages_and_counts_them(library: Library) -> None:
    async with opened(library, SPRINGS, (160, 45)) as pilot:
        await press(pilot, "slash", "b", "a", "o", "t", "u")
        all_found = found(pilot)
        texts = [p.prose.text for item in window(pilot).spread.columns[0].items for p in item.cells if p and not p.note]
        assert len(all_found) == sum(text.lower().count("baotu") for text in texts)
        assert parts(pilot)[0] == f"1/{len(all_found)}"
        await press(pilot, "enter")
        assert not reading(pilot).query("#find")
        assert found(pilot) == all_found
        for k in range(2, len(all_found) + 1):
            await press(pilot, "n")
            assert parts(pilot)[0] == f"{k}/{len(all_found)}"
        await press(pilot, "n")
        assert parts(pilot)[0] == f"1/{len(all_found)}"
        await press(pilot, "N")
        assert parts(pilot)[0] == f"{len(all_found)}/{len(all_found)}"


@pytest.mark.parametrize("size", SIZES)
async def test_the_current_match_is_always_in_sight(library: Library, size: tuple[int, int]) -> None:
    async with opened(library, BRIDGES, size) as pilot:
        await press(pilot, "slash")
        await commit(pilot, "桥")
        await press(pilot, "enter")
        for _ in range(len(found(pilot)) + 1):
            match = reading(pilot).context.viewport.match
            column = window(pilot).spread.columns[match.column]
            target = column.row_of(match.item, match.side, match.start)
            row = column.rows(match.item)[target.row]
            assert any(row is seen for seen in window(pilot).rows)
            await press(pilot, "n")


async def test_matches_are_found_in_each_language(library: Library) -> None:
    async with opened(library, DRIVERS, (160, 45)) as pilot:
        await press(pilot, "slash")
        await commit(pilot, "2019")
        assert {match.side for match in found(pilot)} == {0, 1}


async def test_escape_puts_the_light_out_and_goes_back_to_where_the_reader_was(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "d")
        before = window(pilot).place
        await press(pilot, "slash")
        await commit(pilot, "泸定")
        assert window(pilot).place != before
        await press(pilot, "escape")
        assert window(pilot).place == before
        assert found(pilot) == []
        await press(pilot, "slash")
        await commit(pilot, "泸定")
        await press(pilot, "enter")
        kept = window(pilot).place
        assert kept != before
        await press(pilot, "escape")
        assert window(pilot).place == before
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_what_is_not_there_is_told_and_moves_nothing(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "d", "slash")
        before = window(pilot).place
        await commit(pilot, "[/nowhere][@click=app.quit]")
        assert parts(pilot)[0] == "no match"
        assert window(pilot).place == before
        await press(pilot, "enter", "n", "N")
        assert window(pilot).place == before


async def test_typing_on_searches_from_where_find_began(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "slash")
        await commit(pilot, "泸定")
        far = window(pilot).place
        await press(pilot, *["backspace"] * 2)
        await commit(pilot, "石")
        assert reading(pilot).context.viewport.match == found(pilot)[0]
        assert window(pilot).place != far


async def test_what_find_lit_does_not_follow_back_into_another_article(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "slash")
        await commit(pilot, "桥")
        await press(pilot, "enter", "right_square_bracket")
        assert found(pilot)
        await press(pilot, "escape")
        assert found(pilot) == []


async def test_escape_never_leaves_the_article_that_the_program_was_opened_at(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        first = pilot.app.screen
        for key in ("slash", "question_mark", "f", "M", "V", "c"):
            await press(pilot, key, "escape", "escape", "escape")
            assert pilot.app.screen is first, key
        status = pilot.app.screen.query_one("#status")
        assert "S" in status.message
        await press(pilot, "slash")
        assert status.message == ""  # the line counts the matches


async def test_the_keys_that_lead_away_are_those_of_the_reader(library: Library) -> None:
    settings = Settings()
    settings.keys.update(shelf=("f9",), quit=())
    async with opened(library, BRIDGES, (100, 30), settings=settings, interface="zh") as pilot:
        await press(pilot, "escape")
        assert pilot.app.screen.query_one("#status").message == "没有可关闭的内容：F9 书架"


# -- the mouse --------------------------------------------------------------------------------------


def cell_of(pilot: Pilot[None], words: str, right: bool = False) -> tuple[int, int]:
    """Returns the cell at which words stand on the screen."""
    from reader.layout.width import cell_width

    for y, row in enumerate(screen_text(pilot)):
        if words in row:
            before = row[: row.rindex(words) if right else row.index(words)]
            return cell_width(before) + 1, y
    raise AssertionError(f"{words} is not on the screen")


async def test_the_wheel_scrolls(library: Library) -> None:
    from textual import events

    async with opened(library, BRIDGES, (160, 30)) as pilot:
        x, y = cell_of(pilot, "洨河不宽")
        for kind, rows in ((events.MouseScrollDown, 3), (events.MouseScrollUp, 0)):
            await pilot._post_mouse_events([kind], offset=(x, y))
            await settled(pilot)
            spread = window(pilot).spread
            assert window(pilot).place == spread.move(spread.first(), rows, window(pilot).height)


async def test_a_click_in_the_contents_opens_the_article(library: Library) -> None:
    async with opened(library, BRIDGES, (160, 40)) as pilot:
        await pilot.click(offset=cell_of(pilot, "往北走的水"))
        await settled(pilot)
        assert reading(pilot).context.opened.article.id == "grand-canal"


async def test_a_click_on_a_figure_s_mark_opens_it(library: Library) -> None:
    async with opened(library, SPRINGS, (160, 60)) as pilot:
        await pilot.click(offset=cell_of(pilot, "▣ 1 三股水"))
        await settled(pilot)
        assert isinstance(pilot.app.screen, FigureScreen)


async def test_a_click_on_a_caption_opens_its_figure(library: Library) -> None:
    async with opened(library, DRIVERS, (160, 45)) as pilot:
        await pilot.click(offset=cell_of(pilot, "▢ 2"))
        await settled(pilot)
        assert isinstance(pilot.app.screen, FigureScreen)
        assert pilot.app.screen.figure.id == "valley"


async def test_the_scroll_bar_is_dragged(library: Library) -> None:
    async with opened(library, BRIDGES, (160, 30)) as pilot:
        view = reading(pilot).view
        x = view.size.width - 1
        await pilot.mouse_down(view, offset=(x, 3))
        await pilot.hover(view, offset=(x, view.size.height - 1))
        await settled(pilot)
        assert window(pilot).at_end
        await pilot.hover(view, offset=(x, 0))
        await pilot.mouse_up(view, offset=(x, 0))
        await settled(pilot)
        assert window(pilot).progress == 0
        await pilot.hover(view, offset=(x, 20))
        assert window(pilot).progress == 0  # let go


@pytest.mark.parametrize("panel", ["contents", "captions"])
async def test_a_panel_s_edge_is_dragged_and_nothing_is_chosen_by_it(library: Library, panel: str) -> None:
    async with opened(library, DRIVERS, (160, 45)) as pilot:
        screen = reading(pilot)
        widget = getattr(screen.context.panels, panel)
        before, width, article = screen, widget.size.width, screen.context.opened.article
        edge = widget.region.right - 1 if panel == "contents" else widget.region.x
        by = 8 if panel == "contents" else -8
        await pilot.mouse_down(offset=(edge, 9))
        await pilot.hover(offset=(edge + by, 9))
        await settled(pilot)
        await pilot.mouse_up(offset=(edge + by, 9))
        await settled(pilot)
        assert widget.size.width == width + 8
        assert pilot.app.screen is before
        assert screen.context.opened.article is article


# -- panels -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(100, 30), (60, 24), (40, 12)])
async def test_where_it_is_narrow_the_contents_lie_over_the_text(library: Library, size: tuple[int, int]) -> None:
    async with opened(library, BRIDGES, size) as pilot:
        width = reading(pilot).view.size.width
        await press(pilot, "t")
        assert reading(pilot).context.panels.contents.has_focus
        assert reading(pilot).view.size.width == width
        await press(pilot, "down", "enter")
        assert reading(pilot).context.opened.article.id == "grand-canal"
        assert not reading(pilot).context.panels.contents.display
        await press(pilot, "t", "escape")
        assert not reading(pilot).context.panels.contents.display
        assert reading(pilot).view.has_focus


async def test_panels_are_shown_again_where_there_is_room(library: Library) -> None:
    async with opened(library, BRIDGES, (160, 30)) as pilot:
        await press(pilot, "t")
        await resize(pilot, 100, 30)
        await resize(pilot, 160, 30)
        assert not reading(pilot).context.panels.contents.display  # as the reader left it


async def test_the_interface_speaks_chinese(library: Library) -> None:
    async with opened(library, SPRINGS, (160, 45), "zh") as pilot:
        text = "\n".join(screen_text(pilot))
        for words in ("目录", "图注", "第 74 页", "约剩", "查找", "帮助"):
            assert words in text
        for words in ("Contents", "Captions", "min left"):
            assert words not in text


@pytest.mark.parametrize("theme", ["dark", "ansi"])
async def test_every_theme_draws_the_same_text(library: Library, theme: str) -> None:
    async with opened(library, SPRINGS, (100, 30), theme=theme) as pilot:
        *drawn, _ = screen_text(pilot)
        for _ in NAMES:
            await press(pilot, "T")
            *anew, status = screen_text(pilot)
            assert anew == drawn
            assert status.strip() == f"Theme: {EN.theme[app_of(pilot).theme]}"


async def test_every_passage_can_be_the_current_one(library: Library) -> None:
    async with opened(library, BRIDGES, (160, 45)) as pilot:
        seen = []
        for _ in range(window(pilot).passages):
            await press(pilot, "J")
            seen.append(window(pilot).passage_number)
        assert seen == list(range(1, window(pilot).passages + 1))
        await press(pilot, "K", "K")
        assert window(pilot).passage_number == window(pilot).passages - 2
        await press(pilot, "g", "G")
        assert window(pilot).passage_number == window(pilot).passages


async def test_a_fault_of_the_program_ends_it_without_a_traceback(library: Library) -> None:
    app = ReaderApp(library)

    def fail() -> None:
        raise RuntimeError("a fault")

    async def run() -> None:
        async with app.run_test() as pilot:
            app.call_later(fail)
            await pilot.pause()

    with pytest.raises(RuntimeError, match="a fault"):
        await run()
    assert isinstance(app.fault, RuntimeError)
    assert app._exit_renderables == []


async def test_the_palette_bears_page_moves_before_it_has_a_list(library: Library) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(80, 4)) as pilot:
        await pilot.press("ctrl+p", "pagedown", "pageup", "end", "down")
        await pilot.pause()
        assert app.fault is None


async def test_a_long_message_is_shown_in_pieces_one_after_the_other(library: Library) -> None:
    async with opened(library, BRIDGES, (40, 12)) as pilot:
        status = pilot.app.screen.query_one(Status)
        status.say("No editor is set: set VISUAL or EDITOR, for example EDITOR=nano", 600)
        assert status.render_line(0).text.strip() == "No editor is set: set VISUAL or…"
        status.go_on()
        assert status.render_line(0).text.strip() == "EDITOR, for example EDITOR=nano"
        status.go_on()
        assert status.message == ""
        status.say("Kept.", 600)
        assert status.render_line(0).text.strip() == "Kept."


async def test_the_last_row_in_sight_of_a_help_that_goes_on_has_a_sign(library: Library) -> None:
    async with opened(library, BRIDGES, (40, 12)) as pilot:
        await press(pilot, "question_mark")
        assert screen_text(pilot)[-2].endswith("…")
        await press(pilot, *["pagedown"] * 20)
        assert not screen_text(pilot)[-2].rstrip().endswith("…")
