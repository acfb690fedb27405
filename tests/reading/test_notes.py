"""The mark that is kept after a note was written."""

from __future__ import annotations

import pytest

from reader.marks.mark import HIGHLIGHT, NOTE, Mark, edited, new_mark
from reader.reading.notes import finished_note


def mark(kind: str, note: str = "") -> Mark:
    return edited(new_mark(kind, "issue", "article", ()), note=note)


@pytest.mark.parametrize("kind", [NOTE, HIGHLIGHT])
def test_a_new_text_is_kept_without_the_blanks_at_its_end(kind: str) -> None:
    before = mark(kind, "old")
    kept = finished_note(before, before, "new \n", is_new=False, is_drafted=False)
    assert kept
    assert (kept.id, kept.note, kept.deleted) == (before.id, "new", False)


@pytest.mark.parametrize("kind", [NOTE, HIGHLIGHT])
@pytest.mark.parametrize("text", ["old", None])
def test_where_nothing_has_changed_nothing_is_kept(kind: str, text: str | None) -> None:
    before = mark(kind, "old")
    assert finished_note(before, before, text, is_new=False, is_drafted=False) is None


def test_a_new_mark_whose_note_stays_empty_or_is_dropped_is_not_kept() -> None:
    new = mark(NOTE)
    assert finished_note(new, new, " ", is_new=True, is_drafted=False) is None
    assert finished_note(new, new, None, is_new=True, is_drafted=False) is None


@pytest.mark.parametrize("is_new", [True, False])
def test_an_emptied_note_is_deleted_and_a_highlight_only_loses_it(is_new: bool) -> None:
    note, highlight = mark(NOTE, "old"), mark(HIGHLIGHT, "old")
    emptied = finished_note(note, note, "", is_new=is_new, is_drafted=True)
    assert emptied
    assert emptied.deleted
    plain = finished_note(highlight, highlight, " ", is_new=False, is_drafted=False)
    assert plain
    assert (plain.note, plain.deleted) == ("", False)


@pytest.mark.parametrize("kind", [NOTE, HIGHLIGHT])
def test_dropping_takes_a_draft_back(kind: str) -> None:
    before = mark(kind, "old")
    draft = edited(before, note="half a sent")
    restored = finished_note(before, draft, None, is_new=False, is_drafted=True)
    assert restored
    assert (restored.note, restored.deleted) == ("old", False)
    assert restored.changed > draft.changed
    dropped = finished_note(before, draft, None, is_new=True, is_drafted=True)
    assert dropped
    assert dropped.deleted
