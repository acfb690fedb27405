"""Selecting by keys and by the mouse: one side, or pairs; what is copied is the text, and nothing only drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from reader.ui.screens.lookup import LookupScreen
from tests.ui.screen import commit, opened, press, settled
from tests.ui.test_reading import cell_of, reading, window

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.library import Library

BRIDGES, DRIVERS = "lanes-and-rivers-03/old-bridges", "city-of-springs-08/new-drivers"
SIZES = [(160, 45), (100, 30), (60, 24)]


def selected(pilot: Pilot[None]) -> str:
    selection = reading(pilot).context.selection
    return selection.text(window(pilot).spread.columns[selection.column]) if selection else ""


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(offset=start)
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)
    await settled(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_drag_selects_what_it_goes_over(library: Library, size: tuple[int, int]) -> None:
    async with opened(library, f"{BRIDGES}#p1", size) as pilot:
        x, y = cell_of(pilot, "洨河不宽")
        await drag(pilot, (x - 1, y), (x + 7, y))
        assert selected(pilot) == "洨河不宽"
        await press(pilot, "y")
        assert pilot.app.clipboard == "洨河不宽"
        assert selected(pilot) == ""


async def test_a_drag_to_the_other_side_takes_whole_pairs(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (160, 45)) as pilot:
        (x, y), (to_x, to_y) = cell_of(pilot, "洨河不宽"), cell_of(pilot, "Xiao River")
        await drag(pilot, (x, y), (to_x, to_y))
        chinese, english = selected(pilot).split("\n\n")
        assert chinese.startswith("洨河不宽")
        assert english.startswith("The Xiao River is not wide")


async def test_sides_that_flow_apart_have_no_pairs(library: Library) -> None:
    async with opened(library, DRIVERS, (160, 45)) as pilot:
        (x, y), (to_x, to_y) = cell_of(pilot, "高新区把自己"), cell_of(pilot, "groundwork")
        await drag(pilot, (x, y), (to_x, to_y))
        assert selected(pilot) == ""


async def clicked_again(pilot: Pilot[None], place: tuple[int, int], chain: int) -> None:
    """Clicks on a place of the look-up's screen, the third or fourth time in a row."""
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, LookupScreen)
    screen.post_message(
        events.Click(screen, *place, 0, 0, 1, False, False, False, screen_x=place[0], screen_y=place[1], chain=chain)
    )
    await settled(pilot)


async def test_a_click_selects_nothing_two_look_up_three_take_the_paragraph_and_four_the_pair(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (160, 45)) as pilot:
        place = cell_of(pilot, "洨河不宽")
        await pilot.click(offset=place)
        assert selected(pilot) == ""
        await pilot.click(offset=place, times=2)
        await settled(pilot)
        assert isinstance(pilot.app.screen, LookupScreen)
        assert pilot.app.screen.word == "洨河"
        await clicked_again(pilot, place, 3)
        paragraph = selected(pilot)
        assert paragraph.startswith("洨河不宽")
        assert "River" not in paragraph
        await pilot.click(offset=place, times=2)
        await clicked_again(pilot, place, 4)
        assert selected(pilot).startswith(paragraph + "\n\nThe Xiao River")


async def test_what_is_drawn_beside_the_text_is_not_copied(library: Library) -> None:
    async with opened(library, "city-of-springs-08/new-drivers#p1", (160, 45)) as pilot:
        await press(pilot, "A", "V", "J", "J", "y")  # justified: with blanks that are not the text's
        copied = pilot.app.clipboard
        article = reading(pilot).context.opened.article
        texts = [block.text.plain("zh-Hans") for block in article.body.sides[0][1][:3]]
        assert copied == "\n\n".join(texts)


async def test_keys_move_the_end_of_a_selection(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (100, 30)) as pilot:
        await press(pilot, "V")
        whole = selected(pilot)
        await press(pilot, "h")
        assert selected(pilot) == whole[:-1]
        await press(pilot, "l", "l")
        assert selected(pilot).startswith(whole)
        await press(pilot, "escape", "V", "k")
        assert 0 < len(selected(pilot)) < len(whole)
        assert whole.startswith(selected(pilot))
        await press(pilot, "escape")
        assert selected(pilot) == ""
        assert reading(pilot).view.has_focus


async def test_a_long_selection_comes_into_sight(library: Library) -> None:
    async with opened(library, BRIDGES, (60, 24)) as pilot:
        before = window(pilot).place
        await press(pilot, "J", "V", *["j"] * 30)
        assert window(pilot).place != before
        head = reading(pilot).context.selection.head
        assert any(row.at[0] == head.item for row in window(pilot).rows)


async def test_a_selection_outlives_a_resize(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (160, 45)) as pilot:
        await press(pilot, "V", "h", "h")
        before = selected(pilot)
        for size in ((60, 24), (1, 1), (100, 30)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert selected(pilot) == before


# -- two sides ------------------------------------------------------------------------------------------


async def test_sides_are_parted_and_linked_again(library: Library) -> None:
    async with opened(library, DRIVERS, (160, 45)) as pilot:
        await press(pilot, "d")
        linked = window(pilot).places
        await press(pilot, "L")
        assert window(pilot).places == linked  # to part them moves neither
        side = window(pilot).place.side
        await press(pilot, "j", "j")
        assert window(pilot).places[1 - side] == linked[1 - side]
        assert window(pilot).places[side] != linked[side]
        assert any("apart" in part for part, _ in pilot.app.screen.query_one("#status").parts)
        await press(pilot, "left" if side else "right", "j")
        assert window(pilot).places[1 - side] != linked[1 - side]
        await pilot.resize_terminal(120, 36)
        await settled(pilot)
        assert window(pilot).loose is not None  # a resize does not link them
        await press(pilot, "L", "G")
        assert window(pilot).loose is None
        for side, place in enumerate(window(pilot).places):
            last = window(pilot).spread.columns[side].last(window(pilot).height)
            assert (place.item, place.row) == (last.item, last.row)


async def test_the_wheel_scrolls_the_side_under_it_where_they_are_apart(library: Library) -> None:
    from textual import events

    async with opened(library, DRIVERS, (160, 45)) as pilot:
        await press(pilot, "L")
        x, y = cell_of(pilot, "It was in 2018")
        before = window(pilot).places
        await pilot._post_mouse_events([events.MouseScrollDown], offset=(x, y))
        await settled(pilot)
        assert window(pilot).places[0] == before[0]
        assert window(pilot).places[1] != before[1]


async def test_the_split_is_dragged(library: Library) -> None:
    async with opened(library, BRIDGES, (160, 45)) as pilot:
        geometry = window(pilot).geometry
        view = reading(pilot).view
        x = view.region.x + geometry.gutter.start
        await drag(pilot, (x, 10), (x - 12, 10))
        left, right = window(pilot).geometry.columns_cells
        assert left + right == sum(geometry.columns_cells)
        assert abs(left - (geometry.columns_cells[0] - 12)) <= 1
        assert abs(window(pilot).geometry.gutter.start - (geometry.gutter.start - 12)) <= 1


async def test_another_language_keeps_the_paragraph(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p3", (160, 45)) as pilot:
        for _ in range(3):
            await press(pilot, "X")
            assert window(pilot).item.anchor == "p3"


async def test_a_match_in_a_hidden_text_reveals_its_paragraph(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "r", "slash")
        await commit(pilot, "Xiao River")
        item = window(pilot).spread.columns[0].items[reading(pilot).context.viewport.match.item]
        assert item.anchor in reading(pilot).view.shown.revealed
        assert any("Xiao River" in row.left.text for row in window(pilot).rows)
