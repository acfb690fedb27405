"""Marks are listed in reading order, and a highlight with a note once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from reader.marks.anchoring import Anchoring
from reader.marks.listing import Location, in_reading_order, without_doubles
from reader.marks.mark import Mark, TextQuote
from reader.model.record import replace
from tests.marks.made import EN, ZH, article, issue, mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model.magazine import Issue

BRIDGES = issue(article(), article(*zip(ZH, EN, strict=True), name="gates"))
OLDER = replace(issue(article()), id="wells", date="2019-06")
NEWER = replace(BRIDGES, date="2020-01")


def locate_in(*issues: Issue) -> Callable[[Mark], Location]:
    held = {one.id: Anchoring(one) for one in issues}

    def locate(one: Mark) -> Location:
        anchoring = held.get(one.issue)
        return Location(anchoring.issue, anchoring.of_mark(one)) if anchoring else Location(None)

    return locate


def on(number: int, start: int = 0, language: str = "zh-Hans") -> tuple[TextQuote, ...]:
    """Quotes the passage with a number, from 1, from an offset to its end."""
    text = (ZH if language == "zh-Hans" else EN)[number - 1]
    return (TextQuote(f"p{number}", language, text[start:], text[:start], "", start),)


def ids(marks: list[Mark]) -> str:
    return " ".join(one.id for one in marks)


MARKS = [
    mark("wells", issue="wells", quotations=on(5)),
    mark("first", quotations=on(1), made=9),
    mark("later", quotations=on(1, 12), made=1),
    mark("english", quotations=on(2, 4, "en"), kind="note", note="n"),
    mark("fifth", quotations=on(5), made=3),
    mark("lost", quotations=(TextQuote("p1", "zh-Hans", "谁也没有写过的一句话，说得很长，长得没有第二句。"),), made=2),
    mark("lost-too", quotations=(TextQuote("p10", "zh-Hans", "另外一句没有人写过的话，也很长，说的是别的事情。"),)),
    mark("gate", article="gates", quotations=on(1)),
    mark("no-such-article", article="walls", quotations=()),
    mark("dated", issue="away", citation="Mag · No 1 · 2021-03 · Sec · Title · away/a"),
    mark("undated", issue="aside", quotations=on(2)),
    mark("undated-ten", issue="aside", quotations=(TextQuote("p10", "zh-Hans", "雪"),)),
]
WANTED = "wells first later english fifth lost lost-too gate no-such-article dated undated undated-ten"


@given(st.permutations(MARKS))
def test_they_are_in_reading_order_whatever_the_order_of_their_making(marks: list[Mark]) -> None:
    assert ids(in_reading_order(marks, locate_in(OLDER, NEWER))) == WANTED


def test_a_mark_is_where_its_text_is_now() -> None:
    moved = replace(issue(article(*zip(reversed(ZH), reversed(EN), strict=True))), date="2020-01")
    marks = [mark("first", quotations=on(1)), mark("second", quotations=on(2)), mark("fifth", quotations=on(5))]
    assert ids(in_reading_order(marks, locate_in(moved))) == "fifth second first"


def test_a_passage_with_an_id_is_in_its_place() -> None:
    blocks = list(article().body.blocks)
    blocks[1] = replace(blocks[1], id="zebra")
    named = issue(replace(article(), body=replace(article().body, blocks=tuple(blocks))))
    at_zebra = mark("b", quotations=(replace(on(2)[0], anchor="zebra"),))
    marks = [mark("c", quotations=on(3)), at_zebra, mark("a", quotations=on(1))]
    assert ids(in_reading_order(marks, locate_in(named))) == "a b c"


def test_a_highlight_is_not_listed_again_beside_its_note() -> None:
    plain, noted = mark("h", quotations=on(1)), mark("n", "note", quotations=on(1), note="of it")
    locate = locate_in(NEWER)
    assert ids(without_doubles([plain, noted], locate)) == "n"
    assert ids(without_doubles([noted, plain], locate)) == "n"
    assert ids(without_doubles([plain], locate)) == "h"
    same = replace(plain, note="of it")
    assert ids(without_doubles([same, noted], locate)) == "n"
    assert ids(without_doubles([same], locate)) == "h"
    other = replace(plain, note="another")
    assert ids(without_doubles([other, noted], locate)) == "h n"
    elsewhere = mark("e", quotations=on(2))
    assert ids(without_doubles([elsewhere, noted], locate)) == "e n"


def test_marks_of_an_issue_that_is_not_here_are_not_listed_twice_either() -> None:
    plain, noted = mark("h", quotations=on(1)), mark("n", "note", quotations=on(1), note="of it")
    assert ids(without_doubles([plain, noted], locate_in())) == "n"


def test_words_and_bookmarks_stay_beside_a_note() -> None:
    marks = [mark(kind, kind, quotations=on(1), note="x") for kind in ("word", "bookmark", "note")]
    assert without_doubles(marks, locate_in(NEWER)) == marks
