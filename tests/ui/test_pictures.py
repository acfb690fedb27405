"""Golden pictures: whole screens and spreads as text.

``REWRITE_PICTURES=1 pytest tests/ui/test_pictures.py`` writes them anew; look at each before you keep it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.layout.column import Place
from reader.layout.flow import flow
from reader.layout.geometry import Geometry
from reader.layout.spread import Spread
from reader.layout.width import cell_width
from reader.marks.mark import TextQuote, default_path, new_mark
from reader.marks.store import MarkStore
from reader.settings import Settings
from tests.ui.screen import commit, compare, opened, press, screen_text

if TYPE_CHECKING:
    from reader.library import Library

SIZES = ((160, 45), (120, 36), (100, 30), (60, 24), (40, 12))
SIZES_OF_LISTS = ((160, 45), (100, 30), (60, 24), (40, 12))
SCREENS = {
    "abridged": ("city-of-springs-08/new-drivers", ()),
    "abridged-below": ("city-of-springs-08/new-drivers", ("space", "space")),
    "aligned": ("lanes-and-rivers-03/old-bridges", ()),
    "aligned-table": ("lanes-and-rivers-03/old-bridges", ("TABLE",)),
    "traditional": ("lanes-and-rivers-03/cut-in-wood", ()),
    "interleaved": ("lanes-and-rivers-03/grand-canal", ("J", "v")),
    "left-only": ("lanes-and-rivers-03/grand-canal", ("J", "WAY:left")),
    "right-only": ("lanes-and-rivers-03/grand-canal", ("J", "WAY:right")),
    "reveal": ("lanes-and-rivers-03/grand-canal", ("J", "r", "r", "J")),
    "apart": ("city-of-springs-08/new-drivers", ("L", "l", "d")),
    "split": ("lanes-and-rivers-03/grand-canal", ("comma", "comma", "comma")),
    "selected": ("lanes-and-rivers-03/grand-canal", ("J", "V", "J")),
    "links": ("lanes-and-rivers-03/grand-canal", ("slash", "TYPE:世界遗产", "enter", "o")),
    "shelf": ("", ()),
    "help": ("city-of-springs-08/new-drivers", ("question_mark",)),
    "search": ("", ("s", "TYPE:泉水")),
    "search-two-words": ("", ("s", "TYPE:water spring")),
    "find": ("city-of-springs-08/springs", ("slash", "TYPE:泉")),
    "figure-words": ("city-of-springs-08/springs", ("f", "NO-PICTURE")),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_equals_its_picture(library: Library, name: str, size: tuple[int, int]) -> None:
    address, steps = SCREENS[name]
    if "TABLE" in steps:
        address = table_address(library, address)
    async with opened(library, address, size) as pilot:
        for step in steps:
            if step.startswith("TYPE:"):
                await commit(pilot, step[5:])
            elif step == "NO-PICTURE":
                picture = pilot.app.screen.query_one("#picture")
                picture.cells = []
                picture.words = "words instead of a picture"
                await pilot.pause()
            elif step.startswith("WAY:"):
                while pilot.app.screen.view.viewport.window.geometry.shown_mode != step[4:]:
                    await press(pilot, "v")
            elif step != "TABLE":
                await press(pilot, step)
        compare(f"{name}-{size[0]}x{size[1]}", screen_text(pilot))


@pytest.mark.parametrize("size", [(100, 30), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", ["abridged", "shelf", "help"])
async def test_a_screen_in_chinese_equals_its_picture(library: Library, name: str, size: tuple[int, int]) -> None:
    address, steps = SCREENS[name]
    async with opened(library, address, size, interface="zh") as pilot:
        await press(pilot, *steps)
        compare(f"{name}-zh-{size[0]}x{size[1]}", screen_text(pilot))


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (60, 24), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_search_in_chinese_equals_its_picture(library: Library, size: tuple[int, int]) -> None:
    async with opened(library, "", size, interface="zh") as pilot:
        await press(pilot, "s")
        await commit(pilot, "Baotu spring")
        await press(pilot, "ctrl+n", "down")
        compare(f"search-zh-{size[0]}x{size[1]}", screen_text(pilot))


@pytest.mark.parametrize("interface", ["en", "zh"])
async def test_the_marks_equal_their_pictures(library: Library, interface: str) -> None:
    found = "lanes-and-rivers-03/old-bridges"
    async with opened(library, f"{found}#p4", (160, 45), interface=interface) as pilot:
        await press(pilot, "V", "p", "J", "m", "J", "a")
        await commit(pilot, "第一行：这里要再读一遍。\nA second line, in English.")
        await press(pilot, "ctrl+s", "K", "w")
        pilot.app.screen.query_one("#query").value = "小拱"
        await press(pilot, "enter")
        compare(f"marked-{interface}-160x45", screen_text(pilot)[:-1])
    lost = TextQuote("p3", "zh-Hans", "这段话从来没有印在这本刊物里，谁也找不到它。")
    MarkStore(default_path()).put([new_mark("highlight", "lanes-and-rivers-03", "old-bridges", (lost,))])
    for size in SIZES_OF_LISTS:
        async with opened(library, "", size, interface=interface) as pilot:
            await press(pilot, "M", "j", "j", "j")
            compare(f"marks-{interface}-{size[0]}x{size[1]}", screen_text(pilot))
            await press(pilot, "e")
            compare(f"writing-{interface}-{size[0]}x{size[1]}", screen_text(pilot))
            await press(pilot, "ctrl+g")


async def test_the_shelf_with_read_articles_equals_its_pictures(library: Library) -> None:
    async with opened(library, "lanes-and-rivers-03/old-bridges", (160, 45)) as pilot:
        await press(pilot, "G", "right_square_bracket", "J", "J", "J")
    for interface in ("en", "zh"):
        for size in SIZES_OF_LISTS:
            async with opened(library, "", size, interface=interface) as pilot:
                compare(f"shelf-read-{interface}-{size[0]}x{size[1]}", screen_text(pilot))


def table_address(library: Library, address: str) -> str:
    from reader.library import resolve
    from reader.model.passage import passages

    article = resolve(library, address).article
    assert article is not None
    return f"{address}#{next(p.anchor for p in passages(article) if p.kind == 'table')}"


def spread_rows(spread: Spread) -> list[str]:
    """Returns a whole spread as text: the margin, the left column, the gutter, the right column."""
    geometry = spread.geometry
    width = geometry.columns_cells[0]
    place, rows = spread.first(), []
    height = (
        10_000
        if len(spread.columns) == 1
        else max(sum(len(c.rows(k)) for k in range(len(c.items))) for c in spread.columns)
    )
    for row in spread.window(spread.places(Place(0, 0, place.side), height), height):
        text = row.page.rjust(geometry.margin_cells - 2) + "  " if geometry.margin_cells else ""
        text += row.left.text
        if geometry.shown_mode == "parallel":
            text += " " * (width - cell_width(row.left.text)) + " │ " + row.right.text
        rows.append(text)
    return rows


@pytest.mark.parametrize("width", [159, 99, 59, 39])
@pytest.mark.parametrize(
    "address", ["city-of-springs-08/new-drivers", "lanes-and-rivers-03/old-bridges", "lanes-and-rivers-03/cut-in-wood"]
)
def test_a_spread_equals_its_picture(library: Library, address: str, width: int) -> None:
    from reader.library import resolve

    target = resolve(library, address)
    assert target.article is not None
    languages = target.issue.languages_of(target.article)[:2]
    rows = spread_rows(Spread(flow(target.article, languages), Geometry(width)))
    compare(f"spread-{target.article.id}-{width}", rows)


@pytest.mark.parametrize("size", SIZES_OF_LISTS, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_page_of_words_and_reading_aloud_equal_their_pictures(
    library: Library, size: tuple[int, int]
) -> None:
    settings = Settings()
    settings.apply({"speak": ["zh: sleep 600", "en: sleep 600"]}, {})
    async with opened(library, "lanes-and-rivers-03/old-bridges#p4", size, settings=settings) as pilot:
        await press(pilot, "O")
        compare(f"aloud-{size[0]}x{size[1]}", screen_text(pilot))
        await press(pilot, "escape", "w")
        pilot.app.screen.query_one("#query").value = "桥台"
        await press(pilot, "enter", "D")
        compare(f"words-{size[0]}x{size[1]}", screen_text(pilot))
