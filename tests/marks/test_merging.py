"""Marks as JSON, and the merging of sets of marks."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.gate import clean
from reader.marks.json_form import from_line, from_object, to_line, to_object
from reader.marks.mark import KINDS, Mark, TextQuote, deleted, edited, new_mark, now_ms, place_id
from reader.marks.merging import later, merged
from reader.model.bounds import MAX_MARK_TEXT_CHARS
from reader.model.record import replace
from tests.drawing import examples
from tests.marks.made import mark

texts = st.text(max_size=8).map(clean)
quotations = st.builds(TextQuote, texts, texts, texts, texts, texts, st.integers(0, 9))
marks = st.builds(
    Mark,
    st.sampled_from(["a", "b", "c", place_id("rivers", "bridges")]),
    st.sampled_from(KINDS),
    st.just("rivers"),
    st.sampled_from(["bridges", "boats"]),
    st.integers(0, 3),
    st.integers(0, 3),
    st.booleans(),
    st.lists(quotations, max_size=2).map(tuple),
    st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
    texts,
    texts,
    texts,
    st.integers(0, 1000),
    st.booleans(),
)
sets = st.lists(marks, max_size=6)


@given(sets, sets)
def test_it_does_not_matter_which_is_merged_into_which(one: list[Mark], other: list[Mark]) -> None:
    assert merged(one, other) == merged(other, one) == merged(reversed([*other, *one]))


@given(sets, sets, sets)
def test_it_does_not_matter_in_which_order(one: list[Mark], other: list[Mark], third: list[Mark]) -> None:
    assert merged(merged(one, other), third) == merged(one, merged(other, third)) == merged(one, other, third)


@given(sets, sets)
def test_it_does_not_matter_how_often(one: list[Mark], other: list[Mark]) -> None:
    both = merged(one, other)
    assert merged(both, both) == merged(both, one) == merged(both, other) == both


@given(sets, sets)
def test_every_mark_is_there_once_in_its_last_state(one: list[Mark], other: list[Mark]) -> None:
    both = merged(one, other)
    assert [m.id for m in both] == sorted({m.id for m in (*one, *other)})
    for kept in both:
        states = [m for m in (*one, *other) if m.id == kept.id]
        assert kept in states
        assert kept.changed == max(m.changed for m in states)


@examples(300)
@given(marks)
def test_a_mark_is_read_as_it_was_written(one: Mark) -> None:
    assert from_line(to_line(one)) == one
    assert "\n" not in to_line(one)


def test_a_deletion_holds_against_what_was_before_and_not_against_what_comes_after() -> None:
    first = mark(note="x")
    gone = deleted(first)
    assert later(first, gone) == later(gone, first) == gone
    back = edited(replace(first, changed=gone.changed))
    assert later(gone, back) == later(back, gone) == back


def test_a_change_is_later_than_the_state_it_was_made_of_though_the_clock_goes_back() -> None:
    future = now_ms() + 1_000_000
    assert edited(mark(changed=future), note="now").changed == future + 1


def test_new_marks_have_ids_of_their_own() -> None:
    assert len({new_mark("note", "a", "b", ()).id for _ in range(100)}) == 100


def test_the_address_and_the_text_of_a_mark() -> None:
    one = mark(quotations=(TextQuote("p1", "zh", "甲"), TextQuote("p1", "en", "A"), TextQuote("p2", "zh", "乙")))
    assert (one.address, one.text) == ("rivers/bridges#p1", "甲\n\n乙")
    assert (mark(quotations=()).address, mark(quotations=()).text) == ("rivers/bridges", "")


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"kind": "wish"}, "kind is none of"),
        ({"id": ""}, "id is invalid"),
        ({"id": "a b"}, "id is invalid"),
        ({"id": 3}, "id is invalid"),
        ({"made": -1}, "made is not from 0"),
        ({"made": True}, "made is invalid"),
        ({"changed": 1.5}, "changed is invalid"),
        ({"done": 1001}, "done is not from 0 to 1000"),
        ({"deleted": 0}, "deleted is invalid"),
        ({"note": "x" * (MAX_MARK_TEXT_CHARS + 1)}, "note is longer"),
        ({"quotations": [[]]}, "it is no object"),
        ({"quotations": [{}]}, "anchor is missing"),
        ({"beside": [{}] * 1001}, "beside has more"),
        ({"name": None}, "name is missing"),
    ],
)
def test_what_is_no_mark_is_refused_and_says_why(changes: dict[str, object], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        from_object(to_object(mark()) | changes)


@pytest.mark.parametrize("value", [None, [], "x", 3, {}])
def test_what_is_not_even_an_object_is_refused(value: object) -> None:
    with pytest.raises(ValueError):
        from_object(value)


def test_a_bottomless_line_is_refused() -> None:
    with pytest.raises(ValueError):
        from_line("[" * 100_000)


def test_keys_of_a_later_version_are_passed_over() -> None:
    assert from_object(to_object(mark()) | {"colour": "red"}) == mark()


def test_texts_go_through_the_gate() -> None:
    hostile = to_object(mark()) | {"note": "a\x1b]52;c;x\x07\u202eb\nc"}
    assert from_object(json.loads(json.dumps(hostile))).note == "a\ufffd]52;c;x\ufffd\ufffdb\nc"
