"""Readings, glosses and the script of the screen: no text is lost, moved or copied otherwise."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from reader.layout.flow import flow
from reader.learning.cedict import DictionaryEntry
from reader.learning.dictionaries import Dictionaries
from reader.learning.text_words import TextWord
from reader.learning.vocabulary import ReaderLevel, ReaderVocabulary
from reader.model.magazine import Paragraph
from reader.model.markup import parse
from reader.model.record import replace
from reader.model.spoken import spoken_text
from reader.model.terms import Terms
from reader.model.text import Prose, text_of
from reader.reading.display import Display, ViewSize
from reader.reading.dressing import HelpStyle, helped, in_script
from reader.reading.word_help import TEXTS_AT_ONCE, Learning, WordHelp, around
from reader.search.query import phrase
from tests.drawing import seeds
from tests.reading.opening import look, open_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.layout.runs import Run
    from reader.library import Library

SIZE = ViewSize(60, 16)
NOBODY = ReaderVocabulary({}, ReaderLevel(0, 0))
SPELLINGS = {"marks": "quánshuǐ", "numbers": "quan2shui3", "zhuyin": "ㄑㄩㄢˊ ㄕㄨㄟˇ", "none": ""}


class Held:
    """A dictionary in which every character is a word."""

    def entries_of(self, words: Iterable[str]) -> dict[str, Sequence[DictionaryEntry]]:
        return {word: [DictionaryEntry(word, word, "yi1", ("a word",))] for word in words if len(word) == 1}

    def answers_of(self, _words: Iterable[str]) -> dict[str, Sequence[DictionaryEntry]]:
        return {}


def display(library: Library, **changes: object) -> Display:
    opened = open_article(library)
    shown = Display(flow(opened.article, opened.languages), replace(look(), mode="left", **changes))
    shown.help = WordHelp(lambda: Dictionaries([("held", Held())]))
    shown.help.take(HelpStyle("all"), Learning(chinese=True, english=False), None)
    shown.help.vocabulary = NOBODY
    shown.viewport(SIZE)
    return shown


def look_up(shown: Display) -> None:
    assert shown.help
    names = frozenset(item.name for item in shown.viewport(SIZE).window.column.items)
    shown.help.want(shown.viewport(SIZE).window.column.items)
    while not shown.help.is_complete:
        shown.help.work()
    shown.take_words(names)


def drawn(shown: Display) -> str:
    window = shown.viewport(SIZE).window
    return "".join(p.text for row in window.rows for p in row.left.pieces if p.start >= 0)


def rows_of(shown: Display) -> list[list[Run]]:
    return [shown.row(SIZE, y) for y in range(SIZE.height)]


def has_readings(shown: Display) -> bool:
    return any(row.left.is_annotation for row in shown.viewport(SIZE).window.rows)


def whole(shown: Display) -> str:
    return "".join(shown.flow.sides[0].texts(0))


@pytest.mark.parametrize("where", ["paragraph", "article"])
def test_page_by_page_all_text_is_seen_in_both_directions(library: Library, where: str) -> None:
    shown = display(library, readings="all", readings_in=where)
    look_up(shown)
    for by, begin in ((1, "go_to_share"), (-1, "go_to_end")):
        shown.go(SIZE, lambda v, b=begin: getattr(v.window, b)(*([0.0] if b == "go_to_share" else [])))
        seen, is_helped = set(), False
        for _ in range(400):
            window = shown.viewport(SIZE).window
            seen |= {
                (row.at[0], p.start + k)
                for row in window.rows
                for p in row.left.pieces
                if p.start >= 0
                for k in range(len(p.text))
            }
            before, is_helped = window.place, is_helped or has_readings(shown)
            shown.go(SIZE, lambda viewport, by=by: viewport.window.move_pages(by))
            if shown.viewport(SIZE).window.place == before:
                break
        items = shown.viewport(SIZE).window.column.items
        texts = [(k, item.cells[0]) for k, item in enumerate(items)]
        visible = {(k, i) for k, cell in texts if cell for i, c in enumerate(cell.prose.text) if not c.isspace()}
        assert visible <= seen
        assert is_helped


def test_readings_follow_the_current_paragraph_and_the_text_at_the_top_stays(library: Library) -> None:
    shown = display(library, readings="all")
    look_up(shown)
    for _ in range(40):
        shown.go(SIZE, lambda viewport: viewport.window.move(1))
        window = shown.viewport(SIZE).window
        current = window.item
        assert current
        annotated = {row.left_item.name for row in window.rows if row.left.is_annotation and row.left_item}
        assert annotated <= {current.name}
    shown.go(SIZE, lambda viewport: viewport.window.move_passages(1))
    chosen = shown.viewport(SIZE).window.item
    shown.look = replace(shown.look, script="traditional")
    assert shown.viewport(SIZE).window.item == chosen
    assert has_readings(shown)


def test_nothing_is_above_the_text_before_its_words_are_known_and_the_place_stays_then(library: Library) -> None:
    shown = display(library, readings="all", readings_in="article")
    shown.go(SIZE, lambda viewport: viewport.window.move_pages(2))
    assert not has_readings(shown)
    before = shown.viewport(SIZE).window.locus
    look_up(shown)
    assert has_readings(shown)
    assert shown.viewport(SIZE).window.locus == before
    shown.help = None
    assert not has_readings(shown)
    assert shown.viewport(SIZE).window.locus == before


def test_find_and_selections_see_the_text_alone(library: Library) -> None:
    plain, shown = display(library), display(library, readings="all", readings_in="article", script="traditional")
    plain.help = None
    look_up(shown)
    for words in ("泉水", "一百多年", "說"):
        counts = []
        for each in (plain, shown):
            each.go(SIZE, lambda viewport, words=words: viewport.find(phrase(words)))
            matches = each.viewport(SIZE).matches
            assert matches
            matches.finish()
            counts.append((list(matches.spans), each.viewport(SIZE).match_locus))
        assert counts[0] == counts[1]
    assert "說" in drawn(shown)
    assert "說" not in whole(shown)


def test_the_texts_around_a_window_are_those_in_sight_first(library: Library) -> None:
    shown = display(library, readings="all")
    window = shown.viewport(SIZE).window
    found = list(around(window))
    visible = [row.left_item for row in window.rows if row.left_item]
    assert {item.name for item in visible} <= {item.name for item in found}
    assert found[0].name == visible[0].name
    assert len(found) > len({item.name for item in visible})


def test_the_author_s_readings_come_before_those_of_the_dictionary() -> None:
    prose = parse("{井|jǐng}圈与{全长|quán cháng}")
    words = [
        TextWord(0, 2, "井圈", "井圈", "jing1 quan1", "well curb"),
        TextWord(2, 3, "与", "与", "yu3", "and"),
        TextWord(3, 5, "全长", "全长", "quan2 zhang3"),
    ]
    found = helped(prose, words, NOBODY, HelpStyle("all"))
    assert [(s.start, s.end, s.kind, s.target) for s in found.spans] == [
        (0, 2, "reading", "jǐng quān"),
        (0, 2, "gloss", "well curb"),
        (2, 3, "reading", "yǔ"),
        (2, 3, "gloss", "and"),
        (3, 5, "reading", "quán cháng"),
    ]
    crossing = [TextWord(1, 4, "圈与全", "圈与全", "a1 b2 c3", "no word")]
    assert helped(prose, crossing, NOBODY, HelpStyle("all")).spans == prose.spans


def test_a_text_after_the_name_of_its_speaker_has_readings() -> None:
    text = spoken_text(Paragraph(text_of({"zh": "泉水"}), speaker=text_of({"zh": "编者"}))).get("zh")
    assert text
    found = helped(text, [TextWord(3, 5, "泉水", "泉水", "quan2 shui3", "spring water")], NOBODY, HelpStyle("all"))
    assert [(span.start, span.kind) for span in found.spans] == [(0, "speaker"), (3, "reading"), (3, "gloss")]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_known_words_have_nothing_above_them(spelling: str) -> None:
    words = [TextWord(0, 2, "泉水", "泉水", "quan2 shui3", "spring water"), TextWord(2, 3, "大", "大", "da4", "big")]
    style = HelpStyle("unknown", spelling)
    spans = helped(Prose("泉水大"), words, ReaderVocabulary({}, ReaderLevel(4, 4)), style).spans
    found = {span.kind: span.target.replace("\u200b", "") for span in spans}
    assert (
        found == {"reading": SPELLINGS[spelling], "gloss": "spring water"} | {}
        if spelling != "none"
        else {"gloss": "spring water"}
    )
    everything = helped(
        Prose("泉水大"), words, ReaderVocabulary({}, ReaderLevel(9, 4)), HelpStyle("all", glosses=False)
    )
    assert [span.kind for span in everything.spans] == ["reading", "reading"]


def test_a_glossary_s_words_are_fixed(library: Library) -> None:
    opened = open_article(library)
    shown = display(library)
    assert shown.help
    terms = Terms(opened.issue.glossary)
    shown.help.take(HelpStyle("all"), Learning(chinese=True, english=True), terms)
    look_up(shown)
    drawn_texts = [shown.help.helped(item, item) for item in shown.viewport(SIZE).window.column.items]
    glosses = {
        span.target
        for item in drawn_texts
        for cell in item.cells
        if cell
        for span in cell.prose.spans
        if span.kind == "gloss"
    }
    assert any(entry.term.plain("en") in glosses for entry in opened.issue.glossary)
    assert any(entry.term.plain("zh-Hans") in glosses for entry in opened.issue.glossary)


def test_code_and_other_languages_stay_in_every_script(library: Library) -> None:
    for item in display(library).viewport(SIZE).window.column.items:
        converted = in_script(item, "taiwan")
        for before, after in zip(item.cells, converted.cells, strict=True):
            assert bool(before) == bool(after)
            if before and after:
                assert len(before.prose.text) == len(after.prose.text)
                assert before.language.startswith("zh") or before == after
        assert in_script(item, "as-written") is item


@pytest.mark.parametrize("where", ["paragraph", "article"])
def test_a_page_down_shows_the_page_that_was_drawn_ahead_with_its_readings(library: Library, where: str) -> None:
    ahead, plain = (display(library, readings="all", readings_in=where) for _ in range(2))
    for shown in (ahead, plain):
        look_up(shown)
    for _ in range(6):
        drawn = ahead.draw_ahead(SIZE)
        for shown in (ahead, plain):
            shown.go(SIZE, lambda viewport: viewport.window.move_pages(1))
            shown.redraw()
        assert rows_of(ahead) == rows_of(plain)
        assert all(ahead.row(SIZE, y) is row for y, row in enumerate(drawn))
        assert has_readings(ahead)


STEPS: tuple[Callable[[Display], object], ...] = (
    *(lambda shown: shown.go(SIZE, lambda viewport: viewport.window.move_pages(1)),) * 3,
    lambda shown: shown.go(SIZE, lambda viewport: viewport.window.move_pages(-1)),
    lambda shown: shown.go(SIZE, lambda viewport: viewport.window.move(1)),
    lambda shown: shown.go(SIZE, lambda viewport: viewport.window.move_passages(1)),
    lambda shown: shown.go(SIZE, lambda viewport: viewport.window.move_passages(-1)),
    lambda shown: shown.go(SIZE, lambda viewport: viewport.window.go_to_end()),
    lambda shown: setattr(shown, "look", replace(shown.look, script="traditional")),
    lambda shown: setattr(shown, "look", replace(shown.look, readings_in="article")),
    lambda shown: setattr(shown, "look", replace(shown.look, readings_in="paragraph")),
    lambda shown: setattr(shown.help, "vocabulary", ReaderVocabulary({}, ReaderLevel(0, 0))),
    look_up,
)


@pytest.mark.parametrize("seed", seeds(12))
def test_a_page_that_was_drawn_ahead_changes_nothing_in_another_state(library: Library, seed: int) -> None:
    chance = Random(seed)
    ahead, plain = (display(library, readings="all") for _ in range(2))
    for _ in range(12):
        step = chance.choice(STEPS)
        ahead.draw_ahead(SIZE)
        plain.viewport(SIZE).window.lay_ahead()
        for shown in (ahead, plain):
            step(shown)
            shown.redraw()
        assert rows_of(ahead) == rows_of(plain)


def test_texts_in_sight_are_looked_up_before_those_of_earlier_pages(library: Library) -> None:
    shown = display(library, readings="all")
    assert shown.help
    items = [
        item for item in shown.viewport(SIZE).window.column.items if item.cells[0] and not shown.help.is_ready(item)
    ]
    assert len(items) > 2 * TEXTS_AT_ONCE
    shown.help.want(items)
    shown.help.want(items[-2:])
    shown.help.work()
    assert [shown.help.is_ready(item) for item in items[-2:]] == [True, True]
    assert sum(map(shown.help.is_ready, items)) <= TEXTS_AT_ONCE
