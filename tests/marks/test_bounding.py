"""The bounds of marks: every mark that can be kept can be exported, and imported again as it was."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path  # noqa: TC003

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import UnusableError
from reader.marks.bounding import SHORT_CHARS, breach, divided, fitted
from reader.marks.interchange import MarksFile, take_in, to_text
from reader.marks.json_form import from_line, from_object, to_line, to_object
from reader.marks.mark import BOOKMARK, KINDS, Mark, TextQuote, changed_at, deleted, edited, place_id
from reader.marks.merging import later, merged
from reader.marks.store import MarkStore
from reader.model.bounds import (
    MAX_ID_CHARS,
    MAX_MARK_CHARS,
    MAX_MARK_ID_CHARS,
    MAX_MARK_PARTS,
    MAX_MARK_TEXT_CHARS,
    MAX_NUMBER,
)
from reader.model.record import replace
from tests.drawing import examples
from tests.marks.made import mark

numbers = st.one_of(st.integers(-2, 3), st.integers(MAX_NUMBER - 3, MAX_NUMBER + 3), st.integers())
texts = st.one_of(
    st.text(max_size=6), st.sampled_from(["\ud800", "a\r\nb", "\u202e", "\0", "\\ud800", '"', "\u2028\u200b"])
)
quotes = st.builds(TextQuote, texts, texts, texts, texts, texts, numbers)
ids = st.sampled_from(["a", "b", "c", "d", "", "a b", "x" * 400, "x" * 401, place_id("x" * 190, "y" * 190)])
any_marks = st.builds(
    Mark,
    ids,
    st.sampled_from(KINDS),
    ids,
    ids,
    numbers,
    numbers,
    st.booleans(),
    st.lists(quotes, max_size=2).map(tuple),
    st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
    texts,
    texts,
    texts,
    numbers,
    st.booleans(),
)
steps = st.lists(
    st.tuples(st.sampled_from(["put", "edit", "delete", "bookmark"]), any_marks, st.integers(0, 5)), max_size=12
)
BOOKMARKS = [mark(name, BOOKMARK, quotations=(TextQuote("p1", "en", "A"),)) for name in ("d", "c", "b", "e")]


def imported(text: str, folder: str) -> tuple[Mark, ...]:
    store = MarkStore(f"{folder}/elsewhere.sqlite")
    taken = take_in(MarksFile(io.BytesIO(text.encode()), "x"), store)
    assert taken.bad == 0
    return store.everything()


@examples(40)
@given(steps)
def test_whatever_is_kept_is_exported_and_imported_as_it_was(todo: list[tuple[str, Mark, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = MarkStore(f"{folder}/marks.sqlite")
        for step, given_mark, number in todo:
            known = store.everything()
            chosen = known[number % len(known)] if known else given_mark
            change = {
                "put": given_mark,
                "edit": edited(chosen, note=given_mark.note, name="n" * number),
                "delete": deleted(chosen),
                "bookmark": replace(BOOKMARKS[number % 4], name="m" * (number // 2)),
            }[step]
            if reason := breach(fitted(change)):
                with pytest.raises(UnusableError, match=reason):
                    store.put([change])
            else:
                store.put([change])
        kept = store.everything()
        assert imported(to_text(kept), folder) == kept
        assert store.unreadable_rows() == ()
        live = [each for each in kept if each.kind == BOOKMARK and not each.deleted]
        assert len([each for each in live if each.quotations == BOOKMARKS[0].quotations]) <= 1


@given(any_marks)
def test_a_mark_that_fits_is_taken_by_every_reader(one: Mark) -> None:
    mark = fitted(one)
    assert fitted(mark) == mark
    if not breach(mark):
        assert from_object(to_object(mark)) == mark
        to_line(mark).encode()


LONG = "x" * MAX_MARK_TEXT_CHARS
QUOTE = TextQuote("p1", "en", "x")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"id": "x" * MAX_MARK_ID_CHARS}, ""),
        ({"id": "x" * (MAX_MARK_ID_CHARS + 1)}, "id is longer than 400 characters"),
        ({"article": "x" * (MAX_MARK_ID_CHARS + 1)}, "article is longer than 400 characters"),
        ({"issue": "a b"}, "issue is invalid"),
        ({"note": LONG}, ""),
        ({"note": LONG + "x"}, "note is longer than 1,000,000 characters"),
        ({"name": LONG + "x"}, "name is longer than 1,000,000 characters"),
        ({"citation": LONG + "x"}, ""),
        ({"beside": (("en", LONG + "x"),) * 2}, ""),
        ({"beside": (("en", "x"),) * (MAX_MARK_PARTS + 1)}, ""),
        ({"quotations": (QUOTE,) * MAX_MARK_PARTS}, ""),
        ({"quotations": (QUOTE,) * (MAX_MARK_PARTS + 1)}, "quotations has more than 1,000 entries"),
        (
            {"quotations": (replace(QUOTE, exact=LONG),) * 16},
            f"its texts are longer than {MAX_MARK_CHARS:,} characters",
        ),
        ({"changed": MAX_NUMBER + 1}, ""),
        ({"made": -1}, ""),
        ({"done": 2000}, ""),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else value[:12],
)
def test_texts_of_the_magazine_are_cut_and_the_reader_s_own_refused(
    tmp_path: Path, changes: dict[str, object], found: str
) -> None:
    store = MarkStore(str(tmp_path / "marks.sqlite"))
    one = replace(mark(), **changes)
    if found:
        with pytest.raises(UnusableError, match=f"marks cannot be kept: {found}"):
            store.put([one, mark("other")])
        assert [each.id for each in store.all()] == ["other"]
    else:
        assert store.put([one]) == 1
        assert imported(to_text(store.everything()), str(tmp_path)) == store.everything()


def test_the_largest_mark_is_exported_and_imported(tmp_path: Path) -> None:
    store = MarkStore(str(tmp_path / "marks.sqlite"))
    quotations = tuple(TextQuote(f"p{n}", "en", '"\\\n' * 3500, '"' * 2000, "\n" * 2000) for n in range(MAX_MARK_PARTS))
    store.put([mark(note='"' * MAX_MARK_TEXT_CHARS, quotations=quotations, beside=(("\\", "\\"),) * MAX_MARK_PARTS)])
    assert imported(to_text(store.everything()), str(tmp_path)) == store.everything()


def test_a_short_line_has_no_more_parts_than_are_allowed() -> None:
    for field, part in (("beside", ("", "")), ("quotations", TextQuote("", "", ""))):
        line = to_line(replace(mark(quotations=()), **{field: (part,) * (MAX_MARK_PARTS + 1)}))
        assert len(line) > SHORT_CHARS
        with pytest.raises(ValueError, match=f"{field} has more than 1,000"):
            from_line(line)
    with pytest.raises(ValueError, match="article is longer"):
        from_line(to_line(mark(article="x" * 401)))


def test_the_id_of_every_place_is_within_the_bound() -> None:
    assert len(place_id("x" * MAX_ID_CHARS, "y" * MAX_ID_CHARS)) <= MAX_MARK_ID_CHARS


@given(st.integers(MAX_NUMBER - 2, MAX_NUMBER), st.integers(0, MAX_NUMBER - 10), st.integers(1, 4))
def test_an_edit_at_the_end_of_time_stays_in_range_and_is_kept(changed: int, made: int, times: int) -> None:
    one = mark(changed=changed, made=made)
    for number in range(times):
        after = edited(one, note=f"{9 - number}")
        assert breach(after) == ""
        assert later(one, after) == later(after, one) == after
        one = after
    gone = deleted(one)
    assert breach(gone) == ""
    assert later(one, gone) == later(gone, one) == gone
    assert changed_at(0, gone).changed <= MAX_NUMBER


def test_an_imported_mark_of_the_end_of_time_can_be_edited_and_synchronised(tmp_path: Path) -> None:
    store = MarkStore(str(tmp_path / "marks.sqlite"))
    first = mark(changed=MAX_NUMBER)
    store.put([first])
    assert store.put([edited(store.all()[0], note="now")]) == 1
    assert store.put([first]) == 0
    (kept,) = store.all()
    assert kept.note == "now"
    assert imported(to_text([kept]), str(tmp_path)) == (kept,)
    assert merged([first], [kept]) == (kept,)


def test_a_mark_of_an_older_version_is_divided_without_loss() -> None:
    quotations = tuple(TextQuote(f"p{n}", "en", "x") for n in range(2500))
    old = mark(note="é" * 1_500_000, quotations=quotations)
    parts = divided(old)
    assert [part.id for part in parts] == ["a", "a-2", "a-3"]
    assert tuple(quote for part in parts for quote in part.quotations) == quotations
    assert "".join(part.note for part in parts) == old.note
    assert not any(map(breach, parts))
    assert divided(mark()) == (mark(),)
    assert divided(mark(quotations=())) == (mark(quotations=()),)
