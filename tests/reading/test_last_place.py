"""The place in an article, over runs of the program and versions of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.record import replace
from reader.reading.last_place import LastPlace, Start
from reader.reading.memory import Memory
from reader.reading.versions import Version
from tests.reading.opening import open_article, window_on

if TYPE_CHECKING:
    from reader.library import Library


def test_an_article_that_was_never_open_begins_at_the_beginning(library: Library) -> None:
    opened = open_article(library)
    assert LastPlace(Memory(), opened).start(opened) == Start()


def test_it_opens_where_it_was_left_in_either_order_of_languages(library: Library) -> None:
    opened, memory = open_article(library), Memory()
    window = window_on(opened, "p4")
    window.move(2)
    mark = LastPlace(memory, opened).unsaved(opened, window)
    assert mark is not None
    assert memory.keep(mark)
    again = LastPlace(memory, opened).start(opened)
    shown = window_on(opened)
    assert again.at is not None
    assert not isinstance(again.at, str)
    shown.resume(again.at)
    assert shown.rows[0] == window.rows[0]
    swapped = replace(opened, languages=(opened.languages[1], opened.languages[0]))
    other = LastPlace(memory, opened).start(swapped).at
    assert not isinstance(other, str)
    assert other is not None
    assert (other.anchor, other.side) == (again.at.anchor, 1 - again.at.side)


def test_a_place_is_written_at_each_visit_and_at_each_change(library: Library) -> None:
    opened, memory = open_article(library), Memory()
    window = window_on(opened, "p2")
    place = LastPlace(memory, opened)
    mark = place.unsaved(opened, window)
    assert mark is not None
    memory.keep(mark)
    assert place.unsaved(opened, window) is None
    window.move_pages(1)
    assert place.unsaved(opened, window) is not None
    assert LastPlace(memory, opened).unsaved(opened, window_on(opened, "p2")) is not None


def test_the_same_text_in_another_version(library: Library) -> None:
    opened = open_article(library)
    window = window_on(opened, "p4")
    place = LastPlace(Memory(), opened)
    same = place.start_in(Version(opened.issue, opened.article), opened, window)
    assert same == Start(window.kept)
    assert place.start_in(Version(opened.issue, opened.article), opened, window_on(opened)) == Start()
