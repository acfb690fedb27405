"""Links inside the magazine are followed, and every leap can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.library import Library
from reader.ui.lists.shelf_content import FEW_ISSUES
from reader.ui.screens.list import ListScreen
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.search import SearchScreen
from tests.ui.screen import opened, press, screen_text, settled

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

ISSUE = """\
format: 1
id: {name}
languages: [zh-Hans, en]
magazine: M
label: L
sections:
  - id: s
    title: S
    articles:
      - id: springs
        title: Springs
        body:
{filling}
          - "See [the wells]({name}/wells#deep)."
{filling}
          - "See [the third](#p3) and [the other](other/wells#p1) and [none](other/rivers)."
      - id: wells
        title: Wells
        body:
{filling}
          - paragraph: Deep wells.
            id: deep
"""
FILLING = "\n".join(f"          - Words {number} of the filling." for number in range(1, 13))


@pytest.fixture
def two_issues(tmp_path: Path) -> Library:
    for name in ("one", "other"):
        (tmp_path / f"{name}.yaml").write_text(ISSUE.format(name=name, filling=FILLING), encoding="utf-8")
    return Library([str(tmp_path)])


def reading(pilot: Pilot[None]) -> ReadingScreen:
    assert isinstance(pilot.app.screen, ReadingScreen)
    return pilot.app.screen


def here(pilot: Pilot[None]) -> str:
    """The address of the current paragraph."""
    assert isinstance(pilot.app.screen, ReadingScreen)
    opened_, item = pilot.app.screen.context.opened, pilot.app.screen.view.window.item
    return f"{opened_.issue.id}/{opened_.article.id}#{item.anchor if item else ''}"


async def test_the_way_back_leads_to_the_same_current_paragraph(library: Library) -> None:
    async with opened(library, "lanes-and-rivers-03/old-bridges", (100, 30)) as pilot:
        await press(pilot, "G")
        window = reading(pilot).view.window
        assert window.index != window.spread.index_at(window.place)
        left = here(pilot)
        await press(pilot, "g", "ctrl+o")
        assert here(pilot) == left
        await press(pilot, "right_square_bracket", "left_square_bracket")
        assert here(pilot) == left


async def test_the_way_back_from_a_hit_leads_to_the_search(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s", *"bridge", "enter")
        assert isinstance(pilot.app.screen, ReadingScreen)
        await press(pilot, "ctrl+o")
        assert isinstance(pilot.app.screen, SearchScreen)


async def test_an_article_that_was_opened_by_its_address_is_no_place_to_leave(library: Library) -> None:
    async with opened(library, "lanes-and-rivers-03/old-bridges") as pilot:
        await press(pilot, "ctrl+o")
        assert "There is no place to go back to." in screen_text(pilot)[-1]


async def test_links_are_followed_within_an_issue_and_to_another_and_back(two_issues: Library) -> None:
    async with opened(two_issues, "one/springs#p13", (100, 12)) as pilot:
        await press(pilot, "o")  # the only one in sight
        assert here(pilot) == "one/wells#deep"
        await press(pilot, "ctrl+o")
        assert here(pilot) == "one/springs#p13"
        row, text = next((k, row) for k, row in enumerate(screen_text(pilot)) if "the wells" in row)
        await pilot.click(offset=(text.index("the wells") + 2, row))
        await settled(pilot)
        assert here(pilot) == "one/wells#deep"
        await press(pilot, "ctrl+o", "G", "o")
        assert isinstance(pilot.app.screen, ListScreen)
        shown = "\n".join(screen_text(pilot))
        assert "Words 3 of the filling." in shown
        assert "Wells · Words 1 of the filling." in shown
        assert "no article 'rivers'" in shown
        await press(pilot, "j", "enter")
        assert here(pilot) == "other/wells#p1"
        await press(pilot, "ctrl+o", "o", "G", "enter")
        assert here(pilot).startswith("one/springs#")
        assert "no article 'rivers'" in screen_text(pilot)[-1]


@pytest.mark.parametrize(
    "keys", [("s", *"deep", "enter"), ("S", "j", "enter"), ("m", "g", "M", "enter"), ("slash", *"wells", "enter")]
)
async def test_the_way_back_outlives_screens(two_issues: Library, keys: tuple[str, ...]) -> None:
    async with opened(two_issues, "one/springs#p5", (100, 12)) as pilot:
        await press(pilot, *keys)
        for _ in range(4):
            if here(pilot) == "one/springs#p5":
                break
            await press(pilot, "ctrl+o")
        assert here(pilot) == "one/springs#p5"


async def test_a_long_shelf_tells_which_issue_is_under_the_cursor(tmp_path: Path) -> None:
    for number in range(FEW_ISSUES + 1):
        (tmp_path / f"i{number:02}.yaml").write_text(ISSUE.format(name=f"i{number:02}", filling=FILLING), "utf-8")
    async with opened(Library([str(tmp_path)]), "", (100, 24)) as pilot:
        assert screen_text(pilot)[-1].startswith(f" 1/{FEW_ISSUES + 1} issues")
        await press(pilot, "G")
        assert screen_text(pilot)[-1].startswith(f" {FEW_ISSUES + 1}/{FEW_ISSUES + 1} issues")
        await press(pilot, "enter", "enter", "J", "S")  # an article to continue is before them
        assert screen_text(pilot)[-1].startswith(f" {FEW_ISSUES + 1}/{FEW_ISSUES + 1} issues")
