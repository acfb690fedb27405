"""The mark that a command is about, and the mark that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.marks.mark import BOOKMARK, HIGHLIGHT, NOTE, edited
from reader.model.record import replace
from reader.reading import marked
from reader.reading.memory import Whereabouts
from reader.reading.overlays import FoundMark
from reader.reading.selecting import of_paragraph
from reader.search.query import phrase
from tests.reading.opening import open_article, viewport_on, window_on

if TYPE_CHECKING:
    from reader.library import Library


def test_a_bookmark_is_found_again(library: Library) -> None:
    opened = open_article(library)
    window = window_on(opened, "p2")
    mark = marked.mark_on_passage(BOOKMARK, opened, opened.passage(window))
    assert mark is not None
    assert [quotation.language for quotation in mark.quotations] == list(opened.languages)
    found = [FoundMark(mark, Whereabouts(opened.issue).of(mark))]
    assert marked.bookmark_of(found, opened.passage(window)) is mark
    assert marked.bookmark_of(found, opened.passage(window_on(opened, "p3"))) is None
    assert marked.bookmark_of(found, None) is None
    assert marked.mark_on_passage(BOOKMARK, opened, None) is None


def test_a_passage_without_the_languages_on_the_screen_is_marked_in_its_own(library: Library) -> None:
    opened = replace(open_article(library), languages=("fr", "de"))
    mark = marked.mark_on_passage(BOOKMARK, opened, opened.passage(window_on(opened, "p1")))
    assert mark is not None
    assert {"zh-Hans", "en"} <= {quotation.language for quotation in mark.quotations}


def test_a_highlight_covers_the_selection_or_the_pair(library: Library) -> None:
    opened = open_article(library)
    window = window_on(opened, "p1")
    pair = marked.stretches(opened, window, None)
    assert [stretch.language for stretch in pair] == list(opened.languages)
    left = marked.stretches(opened, window, of_paragraph(window))
    assert left == pair[:1]
    mark = marked.mark_on_stretches(HIGHLIGHT, opened, pair)
    assert mark is not None
    found = [FoundMark(mark, Whereabouts(opened.issue).of(mark))]
    assert marked.highlight_over(found, left) is mark
    assert marked.highlight_over(found, marked.stretches(opened, window_on(opened, "p2"), None)) is None


def test_the_note_of_a_passage(library: Library) -> None:
    opened = open_article(library)
    passage = opened.passage(window_on(opened, "p1"))
    made = marked.mark_on_passage(NOTE, opened, passage)
    assert made is not None
    note = edited(made, note="a note")
    found = [FoundMark(note, Whereabouts(opened.issue).of(note))]
    assert marked.note_of(found, opened, passage) is note
    assert marked.note_of(found, opened, None) is None


def test_a_word_is_a_single_stretch(library: Library) -> None:
    opened = open_article(library)
    window = window_on(opened, "p1")
    passage = opened.passage(window)
    assert passage is not None
    mark = marked.mark_on_word(opened, marked.stretches_of_word(opened, passage, "洨河"))
    assert mark is not None
    assert mark.text == "洨河"
    assert marked.stretches_of_word(opened, passage, "not in it") == []
    assert marked.mark_on_word(opened, []) is None
    assert marked.mark_on_word(opened, marked.stretches(opened, window, None)) is None


def test_the_likely_word_is_lit_or_in_the_glossary(library: Library) -> None:
    opened = open_article(library)
    viewport = viewport_on(opened, "p1")
    assert marked.likely_word(opened, viewport) == "赵州桥"
    viewport.find(phrase("洨河"))
    assert marked.likely_word(opened, viewport) == "洨河"
