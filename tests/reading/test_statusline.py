"""The parts of the status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.record import record
from reader.reading.statusline import status_parts
from reader.search.query import phrase
from tests.reading.opening import open_article, viewport_on

if TYPE_CHECKING:
    from reader.layout.runs import Run
    from reader.library import Library


@record
class Strings:
    matches: str = "{position}/{count}"
    no_match: str = "no match"
    apart: str = "apart"
    page: str = "P.{page}"
    minutes: str = "{minutes} min"
    hours: str = "{hours} h"
    time_left: str = "{time} left"
    finished: str = "at the end"
    next: str = "next: {title}"


STRINGS = Strings()


def texts(parts: tuple[Run, ...]) -> tuple[str, ...]:
    return tuple(text for text, _ in parts)


def test_only_the_place_is_bold(library: Library) -> None:
    opened = open_article(library)
    viewport = viewport_on(opened)
    viewport.find(phrase("桥"))
    parts = status_parts(opened, viewport, STRINGS, minutes=10, note="a note")
    assert [text for text, style in parts if style == "strong"] == [next(t for t in texts(parts) if t.startswith("P."))]


def test_from_the_beginning_to_the_end(library: Library) -> None:
    opened = open_article(library)
    viewport = viewport_on(opened)
    parts = texts(status_parts(opened, viewport, STRINGS, minutes=10))
    assert parts[1:4] == (f"¶1/{viewport.window.passages}", "0%", "10 min left")
    assert parts[0].startswith("P.")
    assert parts[4].startswith("next: ")
    assert texts(status_parts(opened, viewport, STRINGS, minutes=80))[3] == "1 h 20 min left"
    viewport.window.go_to_end()
    parts = texts(status_parts(opened, viewport, STRINGS, minutes=10))
    assert parts[2:4] == ("100%", "at the end")


def test_faults_matches_and_notes_come_first(library: Library) -> None:
    opened = open_article(library)
    viewport = viewport_on(opened)
    viewport.find(phrase("桥"))
    assert viewport.matches is not None
    viewport.matches.finish()
    parts = status_parts(opened, viewport, STRINGS, minutes=1, fault="a fault", note=" \nfirst line\nsecond")
    assert parts[0] == ("a fault", "warning")
    assert texts(parts)[:3] == ("a fault", f"1/{len(viewport.matches.spans)}", "✎ first line")
    viewport.find(phrase("没有这句话"))
    assert status_parts(opened, viewport, STRINGS, minutes=1)[0][0] == "no match"


def test_matches_without_a_current_one_are_counted(library: Library) -> None:
    opened = open_article(library)
    viewport = viewport_on(opened)
    viewport.light(phrase("桥"))
    assert viewport.matches is not None
    viewport.matches.finish()
    assert status_parts(opened, viewport, STRINGS, minutes=1)[0][0] == f"–/{len(viewport.matches.spans)}"


def test_a_count_that_is_not_known_yet_says_so(library: Library) -> None:
    opened = open_article(library)
    viewport = viewport_on(opened)
    viewport.find(phrase("桥"))
    assert viewport.matches is not None
    viewport.matches._searched = 0
    viewport.matches.spans.clear()
    assert status_parts(opened, viewport, STRINGS, minutes=1)[0][0] == "…/0+"


def test_the_title_of_the_next_article_is_in_the_script_of_the_screen(library: Library) -> None:
    opened = open_article(library, "city-of-springs-08/new-drivers")
    viewport = viewport_on(opened)
    titles = [
        texts(status_parts(opened, viewport, STRINGS, minutes=10, script=script))[-1]
        for script in ("as-written", "traditional")
    ]
    assert titles == ["next: 水从石缝里来 Water from the Stones", "next: 水從石縫裏來 Water from the Stones"]
