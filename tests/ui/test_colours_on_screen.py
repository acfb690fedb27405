"""The theme in use, its styles, and the colours that are left in terminals with fewer of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color, ColorType
from rich.style import Style

from reader.library import Library
from reader.pictures.indexed_colours import index_of
from reader.settings.colour_depth import TerminalColours
from reader.ui.app.colouring import Colouring
from reader.ui.screens.figure import FigureScreen
from reader.ui.terminal.driver import GroundReported
from reader.ui.theme.depths import in_16, in_256, without_colour
from reader.ui.theme.names import name_for
from reader.ui.theme.palette import style
from reader.ui.theme.palettes import NAMES, SIXTEEN, hex_of, palette
from reader.ui.theme.themes import theme
from tests.ui.screen import app_of, opened, press, screen_text, settled

if TYPE_CHECKING:
    from reader.settings.colour_depth import ColourDepth, Ground

WELLS = Path(__file__).parent.parent / "data" / "old-wells-01.yaml"
PART = st.integers(0, 255)
DEPTHS: tuple[ColourDepth, ...] = ("true", "256", "16", "none")


@given(st.integers(16, 255))
def test_a_colour_of_the_256_is_taken_exactly(index: int) -> None:
    taken = in_256(Style(color=hex_of(index), bgcolor=hex_of(index)))
    assert taken.color
    assert taken.color.number
    assert hex_of(taken.color.number) == hex_of(index)
    assert taken.color == taken.bgcolor


@given(PART, PART, PART)
def test_no_other_of_the_256_is_closer(red: int, green: int, blue: int) -> None:
    def distance(index: int) -> int:
        other = [int(hex_of(index)[at : at + 2], 16) for at in (1, 3, 5)]
        return sum(k * (a - b) ** 2 for k, a, b in zip((2, 4, 3), (red, green, blue), other, strict=True))

    assert distance(index_of(red, green, blue)) <= min(map(distance, range(16, 232)))


@given(st.integers(0, 255))
def test_greys_stay_grey(part: int) -> None:
    colour = hex_of(index_of(part, part, part))
    assert colour[1:3] == colour[3:5] == colour[5:7]


@pytest.mark.parametrize("number", range(16))
def test_a_colour_of_the_sixteen_is_sent_by_its_number(number: int) -> None:
    taken = in_16(Style(color=[*SIXTEEN.values()][number]))
    assert taken.color
    assert (taken.color.type, taken.color.number) == (ColorType.STANDARD, number)


def test_attributes_and_links_stay_without_colours() -> None:
    linked = Style(color="#ff0000", bgcolor="blue", bold=True, reverse=True, link="https://example.org/")
    for function in (in_16, in_256, without_colour):
        assert function(linked).link == linked.link
        assert function(linked).bold
        assert function(linked).reverse
    assert without_colour(linked).color is without_colour(linked).bgcolor is None


@pytest.mark.parametrize("name", ["muted", "accent", "faint", "warning", "heading", "link"])
def test_quiet_text_on_a_selection_bar_has_colours_of_its_own(name: str) -> None:
    tokens = theme("dark", TerminalColours()).variables
    role = {"heading": "accent", "link": "accent"}.get(name, name)
    bar = style(f"here {name}", Style(), tokens)
    assert bar.color == Color.parse(tokens[f"{role}-here"])
    assert bar.bgcolor == Color.parse(tokens["here"])
    assert style(name, Style(), tokens).color == Color.parse(tokens[role])


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("name", NAMES)
def test_no_state_is_told_by_colour_alone(name: str, depth: ColourDepth) -> None:
    tokens = theme(name_for(name, TerminalColours(depth)), TerminalColours(depth)).variables

    def attributes(names: str) -> tuple[bool | None, ...]:
        made = style(names, Style(), tokens)
        return made.bold, made.underline, made.reverse, made.italic

    plain = attributes("")
    assert attributes("match") != plain
    assert attributes("match-here") not in (plain, attributes("match"))
    assert attributes("highlight") != plain
    assert attributes("here match") != attributes("here")
    for names in ("heading", "link", "term", "warning"):
        assert attributes(names) != plain
    if depth == "none" or name == "ansi":
        assert attributes("here") != plain
        assert attributes("selection") != plain
        assert attributes("highlight") not in (attributes("match"), attributes("term"))


@pytest.mark.parametrize(
    ("wanted", "depth", "ground", "name"),
    [
        ("auto", "true", "", "dark"),
        ("auto", "256", "dark", "dark"),
        ("", "true", "light", "light"),
        ("auto", "16", "light", "ansi"),
        ("auto", "none", "dark", "ansi"),
        ("paper", "16", "dark", "paper"),
    ],
)
def test_auto_is_the_theme_that_suits(wanted: str, depth: ColourDepth, ground: Ground, name: str) -> None:
    assert name_for(wanted, TerminalColours(depth, ground)) == name


def test_the_ground_is_followed_until_a_theme_is_chosen() -> None:
    colouring = Colouring("auto", TerminalColours())
    assert not colouring.take_ground("dark")  # as it was taken for
    assert colouring.take_ground("light")
    colouring.choose(colouring.name)
    assert (colouring.name, colouring.follows) == ("light", True)
    colouring.choose("paper")
    assert not colouring.take_ground("dark")
    assert colouring.name == "paper"


def test_the_own_colours_take_an_accent_for_the_ground() -> None:
    colouring = Colouring("ansi", TerminalColours("16"))
    assert colouring.themes["ansi"].accent == "ansi_default"
    assert colouring.take_ground("light")
    assert (colouring.name, colouring.themes["ansi"].accent) == ("ansi", "ansi_red")
    assert colouring.themes["ansi"].dark is False


@pytest.mark.parametrize("depth", ["true", "16"])
async def test_the_screen_is_drawn_in_the_colours_of_the_ground(library: Library, depth: ColourDepth) -> None:
    async with opened(library, terminal=TerminalColours(depth, "dark")) as pilot:
        before = pilot.app.screen.query_one("#issue-contents").style("accent")
        pilot.app.post_message(GroundReported("light"))
        await settled(pilot)
        assert pilot.app.theme == ("light" if depth == "true" else "ansi")
        after = pilot.app.screen.query_one("#issue-contents").style("accent")
        assert before != after


async def test_auto_follows_the_terminal_again_after_another_theme(library: Library) -> None:
    async with opened(library, terminal=TerminalColours("true", "dark")) as pilot:
        await press(pilot, "ctrl+p", *"paper", "enter")
        assert pilot.app.theme == "paper"
        pilot.app.post_message(GroundReported("light"))
        await settled(pilot)
        assert pilot.app.theme == "paper"
        await press(pilot, "ctrl+p", *"auto", "enter")
        assert pilot.app.theme == "light"
        pilot.app.post_message(GroundReported("dark"))
        await settled(pilot)
        assert pilot.app.theme == "dark"


async def test_the_first_theme_is_there_before_the_style_sheet_is_read(library: Library) -> None:
    async with opened(library, terminal=TerminalColours("256", "light")) as pilot:
        assert pilot.app.theme == "light"
        assert app_of(pilot).theme_variables["muted"] == palette("light", "256")["muted"]


async def test_without_colours_words_are_shown_in_place_of_a_picture(library: Library) -> None:
    for depth in ("true", "none"):
        terminal = TerminalColours("none" if depth == "none" else "true")
        async with opened(library, "city-of-springs-08/springs", terminal=terminal, pictures="blocks") as pilot:
            await press(pilot, "f")
            assert isinstance(pilot.app.screen, FigureScreen)
            picture = pilot.app.screen.query_one("#picture")
            assert any("▀" in row for row in screen_text(pilot)) == (depth == "true")
            assert picture.words


async def test_the_current_pair_has_a_tint_and_not_the_ground_of_a_selection_bar(library: Library) -> None:
    colours = palette("dark", "true")
    async with opened(library, "lanes-and-rivers-03/old-bridges", (120, 36)) as pilot:
        await press(pilot, "J", "J")
        view = pilot.app.screen.query_one("#spread")
        styles = [segment.style for y in range(view.size.height) for segment in view.render_line(y)]
        grounds = {each.bgcolor.get_truecolor().hex for each in styles if each and each.bgcolor}
        assert colours["current"] in grounds
        assert colours["here"] not in grounds


@pytest.mark.parametrize("depth", ["true", "16", "none"])
@pytest.mark.parametrize(
    ("key", "begins"), [("ctrl+p", "a command"), ("a", "Note"), ("i", "Notes"), ("z", "巷  xiàng")]
)
async def test_a_box_lies_over_the_article_at_any_depth(depth: ColourDepth, key: str, begins: str) -> None:
    wells = Library([str(WELLS)])
    async with opened(wells, "old-wells-01/wells", (100, 30), terminal=TerminalColours(depth)) as pilot:
        await press(pilot, "J", key)
        rows = screen_text(pilot)
        assert "Old wells" in rows[0]
        assert any("its rim" in row for row in rows)
        before = next(row.partition(begins)[0].rstrip() for row in rows if begins in row)
        assert before.endswith("│") == (depth != "true")
