"""The search screen: hits while typing, opening them, and going back to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.library.live_search import once
from reader.library.searching import search
from reader.search import parse_query, scan
from reader.search.narrowing import Narrowing
from reader.search.ranking import grouped
from reader.ui.lists.hits import LABEL_CELLS
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.search import MAX_HITS, SearchScreen
from reader.ui.widgets.legend import Legend
from reader.ui.widgets.status import Banner, Status
from tests.ui.screen import commit, found, opened, press, screen_text, settled

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.layout.runs import Run
    from reader.library import Library
    from reader.search import Hit

SIZES = ((160, 45), (100, 30), (60, 24), (40, 12))
ALL = Narrowing()


def searching(pilot: Pilot[None]) -> SearchScreen:
    assert isinstance(pilot.app.screen, SearchScreen)
    return pilot.app.screen


def hits(pilot: Pilot[None]) -> list[str]:
    return [e.value.anchor for e in searching(pilot).hits.entries if e.value]


def expected(library: Library, written: str, narrowing: Narrowing = ALL, sort: str = "best") -> list[str]:
    found = search(library, narrowing.of(parse_query(written, typing=True)), sort, MAX_HITS)
    return [hit.anchor for hit in once(grouped(found.hits))]


async def test_results_follow_every_letter(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s")
        typed = ""
        for letter in "spring":
            typed += letter
            await press(pilot, letter)
            assert hits(pilot) == expected(library, typed)
        await press(pilot, "backspace")
        assert hits(pilot) == expected(library, "sprin")


@pytest.mark.parametrize("text", ["泉", "泉水", "趵突泉水温", "趵突", "“泉水”", "water 18", "2019 年"])
async def test_an_input_method_commits_any_number_of_characters_at_once(library: Library, text: str) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s")
        await commit(pilot, text)
        assert searching(pilot).box.value == text
        assert hits(pilot) == expected(library, text)


async def test_traditional_characters_find_simplified_ones_and_back(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s")
        await commit(pilot, "濟南")
        assert hits(pilot) == expected(library, "济南") != []


@pytest.mark.parametrize("query", ["門上的紙條", "credit:slip", "zhitiao"])
async def test_the_source_of_a_quotation_is_found_and_lit_where_it_is(library: Library, query: str) -> None:
    async with opened(library, size=(100, 30)) as pilot:
        await press(pilot, "s")
        await commit(pilot, query)
        assert hits(pilot) == ["p8"]
        await press(pilot, "enter", "slash")
        await commit(pilot, "編輯部門")
        await press(pilot, "enter")
        columns = pilot.app.screen.view.viewport.window.spread.columns
        assert [columns[match.column].items[match.item].kind for match in found(pilot)] == ["by"]
        assert pilot.app.screen.view.viewport.match


async def test_an_outdated_search_shows_nothing(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s")
        box = searching(pilot).box
        for value in ("a", "ab", "泉", "", "趵突"):
            box.value = value
        await settled(pilot)
        assert hits(pilot) == expected(library, "趵突")
        box.value = ""
        await settled(pilot)
        assert hits(pilot) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("interface", ["en", "zh"])
async def test_a_hit_opens_its_paragraph_with_the_matches_lit(
    library: Library, size: tuple[int, int], interface: str
) -> None:
    async with opened(library, "", size, interface) as pilot:
        await press(pilot, "s")
        await commit(pilot, "趵突泉")
        await press(pilot, "down", "down")
        chosen = searching(pilot).hits.value
        listed, cursor = screen_text(pilot), searching(pilot).hits.cursor
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        assert screen.context.opened.article.id == chosen.article.id
        view = screen.view.viewport
        seen = {item.anchor for row in view.window.rows for item in (row.left_item, row.right_item) if item}
        assert chosen.anchor in seen
        assert found(pilot)
        match = view.match
        assert view.window.spread.columns[match.column].items[match.item].anchor == chosen.anchor
        await press(pilot, "escape")
        assert searching(pilot).hits.cursor == cursor
        assert screen_text(pilot) == listed  # as it was
        assert searching(pilot).box.value == "趵突泉"


async def test_the_banner_counts_hits_and_articles(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s")
        await commit(pilot, "趵突泉")
        found = once(list(scan((issue for _, issue in library.issues()), parse_query("趵突泉", typing=True))))
        articles = len({hit.article.id for hit in found})
        assert articles == 1
        assert pilot.app.screen.query_one(Banner).asides == (f"{len(found)} hits in 1 article",)


async def test_both_languages_of_a_hit_are_shown(library: Library) -> None:
    async with opened(library, "", (120, 36)) as pilot:
        await press(pilot, "s")
        await commit(pilot, "at every house a spring")
        text = "\n".join(screen_text(pilot))
        assert "At every house a spring" in text
        assert "家家泉水" in text


async def test_a_search_without_hits_says_so(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s")
        assert any("Type words in either language" in row for row in screen_text(pilot))
        await commit(pilot, "zzzz")
        assert any("No match. Other words" in row for row in screen_text(pilot))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SearchScreen)
        assert "Enter" not in screen_text(pilot)[-1]
        await press(pilot, "ctrl+t")
        assert any("No match in titles. Ctrl+T searches in more." in row for row in screen_text(pilot))


@pytest.mark.parametrize(
    ("words", "told"), [("qiaoliang", True), ("xi an", True), ("zzzz", False), ("strengths", False)]
)
async def test_pinyin_without_hits_is_told_the_texts_that_it_finds(library: Library, words: str, told: bool) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s")
        await commit(pilot, f"{words} ")
        assert any("Pinyin finds titles" in row for row in screen_text(pilot)) == told


async def test_a_narrow_search_shows_the_keys_before_the_article(library: Library) -> None:
    async with opened(library, "", (40, 12)) as pilot:
        await press(pilot, "s")
        await commit(pilot, "桥")
        assert screen_text(pilot)[-1].endswith("Enter open  Esc back  F1 help ")


async def test_the_status_line_tells_which_hit_is_under_the_cursor(library: Library) -> None:
    async with opened(library, "", (100, 30)) as pilot:
        await press(pilot, "s")
        assert "/" not in screen_text(pilot)[-1]
        await commit(pilot, "桥")
        await press(pilot, "down")
        hit = searching(pilot).hits.value
        assert hit
        place = f" 2/{len(shown(pilot))} · {hit.article.title.plain('zh-Hans')} · P.{hit.page}"
        assert screen_text(pilot)[-1].startswith(place)
        assert "Enter open" in screen_text(pilot)[-1]


async def test_letters_are_typed_and_arrows_move(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s", "q", "question_mark", "j")
        assert searching(pilot).box.value == "q?j"
        await press(pilot, *["backspace"] * 3)
        await commit(pilot, "水")
        before = searching(pilot).hits.cursor
        await press(pilot, "down", "pagedown", "up")
        assert searching(pilot).hits.cursor > before
        assert searching(pilot).box.has_focus


async def test_a_search_from_an_article_goes_back_to_it(library: Library) -> None:
    async with opened(library, "city-of-springs-08/springs") as pilot:
        await press(pilot, "space")
        place = pilot.app.screen.view.viewport.window.place
        await press(pilot, "s")
        await commit(pilot, "桥")
        await press(pilot, "enter", "escape", "escape")
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.screen.view.viewport.window.place == place


def shown(pilot: Pilot[None]) -> list[Hit]:
    return [entry.value for entry in searching(pilot).hits.entries if entry.value]


async def test_filters_narrow_the_search_and_are_shown_in_the_banner(library: Library) -> None:
    async with opened(library, "", (160, 45)) as pilot:
        await press(pilot, "s")
        await commit(pilot, "水")
        everything = hits(pilot)
        banner = pilot.app.screen.query_one(Banner)
        await press(pilot, "ctrl+l")
        assert {hit.language for hit in shown(pilot)} == {"en"}  # in code only, which all languages have
        await press(pilot, "ctrl+l", "ctrl+l")  # past Japanese
        assert {hit.language for hit in shown(pilot)} == {"zh-Hans"}
        assert banner.names[0] == "Search · 中文（简体）" or "·" in banner.names[0]
        await press(pilot, "ctrl+l", "ctrl+l")
        assert hits(pilot) == everything
        await press(pilot, "ctrl+t")
        assert hits(pilot) == expected(library, "水", Narrowing(field="title"))
        assert {hit.field for hit in shown(pilot)} == {"title"}
        assert banner.names[0] == "Search · titles"
        await press(pilot, "ctrl+t")
        assert {hit.field for hit in shown(pilot)} == {"caption"}
        await press(pilot, "ctrl+t", "ctrl+t", "ctrl+t", "ctrl+n")
        assert banner.names == ("Search · newest first", "Search")
        assert hits(pilot) == expected(library, "水", sort="newest")


async def test_one_issue_alone_is_searched_and_then_all_again(library: Library) -> None:
    async with opened(library, "city-of-springs-08/springs") as pilot:
        await press(pilot, "s", "ctrl+o")
        await commit(pilot, "水")
        assert {hit.issue.id for hit in shown(pilot)} == {"city-of-springs-08"}
        assert any("City of Springs" in part for part in pilot.app.screen.query_one(Banner).names)
        await press(pilot, "ctrl+o")
        assert {hit.issue.id for hit in shown(pilot)} == {entry.name for entry in library}


async def test_an_empty_box_brings_back_earlier_searches(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s", "up")
        assert searching(pilot).box.value == ""
        for words in ("泉水", "bridge"):
            searching(pilot).box.value = words
            await settled(pilot)
            await press(pilot, "enter", "escape")
        await press(pilot, "escape", "s", "up")
        assert searching(pilot).box.value == "bridge"
        assert hits(pilot) == expected(library, "bridge")
        await press(pilot, "ctrl+r")
        assert searching(pilot).box.value == "泉水"


@pytest.mark.parametrize("words", ["雨", "spring"])
async def test_n_goes_through_all_articles_with_hits_and_around(library: Library, words: str) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s")
        await commit(pilot, words)
        articles = list(dict.fromkeys((hit.issue.id, hit.article.id) for hit in shown(pilot)))
        assert len({issue for issue, _ in articles}) > 1
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        seen = [(screen.context.opened.issue.id, screen.context.opened.article.id)]
        for _ in range(400):
            last = screen.view.viewport.is_last_match(1)
            await press(pilot, "n")
            here = screen.context.opened.issue.id, screen.context.opened.article.id
            if here != seen[-1]:
                assert last
                assert screen.view.viewport.is_last_match(-1) or not found(pilot)
                assert pilot.app.screen.query_one(Status).message.startswith("Article ")
                seen.append(here)
            if len(seen) > len(articles):
                break
        assert seen == [*articles, articles[0]]
        await press(pilot, "g")
        while not screen.view.viewport.is_last_match(-1):
            await press(pilot, "N")
        await press(pilot, "N")
        assert (screen.context.opened.issue.id, screen.context.opened.article.id) == articles[-1]
        assert screen.view.viewport.is_last_match(1)
        await press(pilot, "escape")
        assert searching(pilot).box.value == words


async def test_finding_in_the_article_stays_in_it(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s")
        await commit(pilot, "趵突泉")
        await press(pilot, "enter")
        article = pilot.app.screen.context.opened.article
        await press(pilot, "slash")
        await commit(pilot, "泉")
        await press(pilot, "enter", *["n"] * (len(found(pilot)) + 1))
        assert pilot.app.screen.context.opened.article is article


async def test_selected_words_are_searched_for(library: Library) -> None:
    async with opened(library, "lanes-and-rivers-03/old-bridges") as pilot:
        await press(pilot, "J", "V", *["h"] * 12)
        words = pilot.app.screen.chosen_words()
        assert words
        await press(pilot, "s")
        assert searching(pilot).box.value == f'"{words}"'
        assert hits(pilot)[0] == "p1"


async def test_a_hit_shows_the_text_at_about_the_same_place_of_a_free_translation(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s")
        await commit(pilot, "药谷")
        assert any("≈" in row for row in screen_text(pilot))


def shown_in(row: list[Run]) -> str:
    return "".join(text for text, _ in row)


async def test_a_wide_screen_shows_the_hit_in_full_with_the_other_name_lit(library: Library) -> None:
    async with opened(library, size=(160, 45)) as pilot:
        await press(pilot, "s")
        await commit(pilot, "Baotu Spring")
        hit = searching(pilot).hits.value
        assert hit
        rows = searching(pilot).query_one("#beside", Legend).lines
        assert hit.text.plain(hit.language).replace(" ", "") in "".join(map(shown_in, rows)).replace(" ", "")
        lit = {text for row in rows for text, style in row if style == "match"}
        assert {"Baotu", "Spring", "趵突泉"} <= lit
        await pilot.resize_terminal(100, 30)
        await settled(pilot)
        assert not searching(pilot).query_one("#beside").display


@pytest.mark.parametrize("interface", ["en", "zh"])
async def test_the_lines_of_a_hit_hang_below_its_first_letter(library: Library, interface: str) -> None:
    async with opened(library, size=(100, 30), interface=interface) as pilot:
        await press(pilot, "s")
        await commit(pilot, "泉")
        listed = searching(pilot).hits
        for index, entry in enumerate(listed.entries[:12]):
            if entry.value:
                below = [shown_in(row) for row in listed.shown._rows(index)[1:] if row]
                assert {len(row) - len(row.lstrip()) for row in below} == {2 + LABEL_CELLS}
