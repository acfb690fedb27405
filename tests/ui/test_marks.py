"""Marks are kept, shown and opened again, and never lost in silence."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.library import Library
from reader.marks.mark import BOOKMARK, HIGHLIGHT, TextQuote, default_path, edited, new_mark, place_id
from reader.marks.store import MarkStore
from reader.model.passage import find, passages
from reader.model.record import replace
from reader.reading import selecting
from reader.reading.new_marks import marked, stretches_of_passage
from reader.reading.selection import Spot
from reader.ui.host import Destination
from reader.ui.screens.marks import MarksScreen
from reader.ui.screens.reading import ReadingScreen
from reader.ui.widgets.legend import Legend
from reader.ui.widgets.status import Status
from tests.ui.hostile import FORBIDDEN, hostile_issue
from tests.ui.screen import app_of, commit, opened, press, reading, screen_text, settled

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.model.magazine import Article

BRIDGES = "lanes-and-rivers-03/old-bridges"
ABRIDGED = "city-of-springs-08/new-drivers"


def reading_below(pilot: Pilot[None]) -> ReadingScreen:
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, ReadingScreen))


def in_sight(pilot: Pilot[None]) -> list[str]:
    return [row.left.text for row in reading(pilot).view.viewport.window.rows if row.left.text.strip()]


def said(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one(Status).message


# -- places -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [BRIDGES, ABRIDGED])
@pytest.mark.parametrize("keys", [("J", "J", "J"), ("space", "j", "j"), ("G",), ("d", "j")])
async def test_an_article_opens_where_it_was_left(library: Library, address: str, keys: tuple[str, ...]) -> None:
    async with opened(library, address) as pilot:
        await press(pilot, *keys)
        before, item = in_sight(pilot), reading(pilot).view.viewport.window.item
    async with opened(library, address) as pilot:
        here = in_sight(pilot)
        assert here[0] in before[:3] or before[0] in here[:6]  # a blank row, or the figures of a side, may be less
        assert reading(pilot).view.viewport.window.item.anchor == item.anchor


async def test_it_opens_at_the_same_text_in_another_size_and_the_other_way_round(library: Library) -> None:
    async with opened(library, BRIDGES, (160, 45)) as pilot:
        await press(pilot, "J", "J", "J", "J")
    async with opened(library, BRIDGES, (60, 24)) as pilot:
        assert reading(pilot).view.viewport.window.item.anchor == "p4"
        await press(pilot, "x")
    async with opened(library, BRIDGES, (120, 36)) as pilot:
        assert reading(pilot).view.viewport.window.item.anchor == "p4"


async def test_an_address_overrides_the_place(library: Library) -> None:
    async with opened(library, BRIDGES) as pilot:
        await press(pilot, "J", "J", "J")
    async with opened(library, f"{BRIDGES}#p1") as pilot:
        assert reading(pilot).view.viewport.window.item.anchor == "p1"


async def test_the_place_is_written_after_a_moment_and_after_each_change(library: Library) -> None:
    async with opened(library, BRIDGES) as pilot:
        app = app_of(pilot)
        await press(pilot, "J", "J")
        assert MarkStore(default_path()).place("lanes-and-rivers-03", "old-bridges") is None
        app.autosave.begin()
        await settled(pilot)
        first = MarkStore(default_path()).place("lanes-and-rivers-03", "old-bridges")
        assert first
        assert first.quotations[0].anchor == "flat"
        app.autosave.begin()
        await settled(pilot)
        assert MarkStore(default_path()).place("lanes-and-rivers-03", "old-bridges") == first
        await press(pilot, "J")
        app.autosave.begin()
        await settled(pilot)
        again = MarkStore(default_path()).place("lanes-and-rivers-03", "old-bridges")
        assert again
        assert (again.quotations[0].anchor, again.made) == ("p3", first.made)


async def test_a_place_follows_its_paragraph_when_the_issue_is_edited(tmp_path: Path) -> None:
    def write(*texts: str) -> None:
        body = "".join(f"    - {{zh-Hans: '{text}中文。', en: '{text} in English'}}\n" for text in texts)
        (tmp_path / "small.yaml").write_text(
            "format: 1\nid: small\nlanguages: [zh-Hans, en]\nmagazine: M\nlabel: L\nsections:\n"
            f"- id: s\n  title: S\n  articles:\n  - id: a\n    title: T\n    body:\n{body}",
            encoding="utf-8",
        )

    texts = [f"Paragraph number {number} of this story, told at some length" for number in range(60)]
    write(*texts)
    async with opened(Library([str(tmp_path)]), "small/a") as pilot:
        await press(pilot, *["J"] * 20, "m")
    write("A new beginning", "and another one", *texts)
    async with opened(Library([str(tmp_path)]), "small/a") as pilot:
        assert reading(pilot).view.viewport.window.item.anchor == "p22"
        assert reading(pilot).view.shown.overlays.marks.bookmarked == {"p22"}


async def test_the_place_and_the_marks_follow_while_the_file_is_edited(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"

    def write(*texts: str) -> None:
        body = "".join(f"    - {{zh-Hans: '{text}中文。', en: '{text} in English'}}\n" for text in texts)
        path.write_text(
            "format: 1\nid: small\nlanguages: [zh-Hans, en]\nmagazine: M\nlabel: L\nsections:\n"
            f"- id: s\n  title: S\n  articles:\n  - id: a\n    title: T\n    body:\n{body}",
            encoding="utf-8",
        )

    texts = [f"Paragraph number {number} of this story, told at some length" for number in range(60)]
    write(*texts)
    async with opened(Library([str(tmp_path)]), "small/a") as pilot:
        await press(pilot, *["J"] * 9, "m")
        write("A new beginning", *texts[:3], *texts[4:])
        reading(pilot).context.file.look()
        await settled(pilot)
        assert reading(pilot).view.viewport.window.item.anchor == "p9"
        write("A new beginning", "and another one", *texts)
        reading(pilot).context.file.look()
        await settled(pilot)
        assert reading(pilot).view.viewport.window.item.anchor == "p11"
        assert reading(pilot).view.shown.overlays.marks.bookmarked == {"p11"}


async def test_the_shelf_offers_to_continue_and_shows_which_articles_are_read(library: Library) -> None:
    async with opened(library) as pilot:
        assert not any("Continue" in row for row in screen_text(pilot))
    async with opened(library, BRIDGES) as pilot:
        await press(pilot, "G", "right_square_bracket", "J", "J", "J", "J", "J")
    async with opened(library) as pilot:
        text = screen_text(pilot)
        assert any("▶ Continue" in row for row in text)
        assert any("✓ 1 read" in row and "◐ 1 begun" in row for row in text)
        assert any("✓ 站了一千四百年" in row and "read" in row for row in text)
        assert any("◐ 往北走的水" in row and "%" in row for row in text)
        assert pilot.app.screen.contents.value.article.id == "grand-canal"
        await press(pilot, "enter")
        assert reading(pilot).context.opened.article.id == "grand-canal"
        assert reading(pilot).view.viewport.window.item.anchor == "p5"
        await press(pilot, "escape", "j", "j", "tab", "j", "j")
        before = pilot.app.screen.contents.value.article.id
        await press(pilot, "enter", "escape")
        assert pilot.app.screen.contents.value.article.id == before


async def test_after_a_finished_article_the_next_one_is_offered(library: Library) -> None:
    async with opened(library, BRIDGES) as pilot:
        await press(pilot, "G")
    async with opened(library) as pilot:
        value = pilot.app.screen.issues.value
        assert isinstance(value, Destination)
        assert value.article.id == "grand-canal"
        await press(pilot, "j", "k", "tab")
        assert pilot.app.screen.contents.has_focus


async def test_the_shelf_shows_read_articles_when_it_comes_back(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "j", "enter", "enter", "G", "escape")
        app_of(pilot).autosave.now()
        await press(pilot, "M", "escape")
        assert any("✓ 1 read" in row for row in screen_text(pilot))


async def test_an_issue_added_since_the_last_visit_is_new(tmp_path: Path) -> None:
    hostile_issue(tmp_path, "first")
    for count in (0, 0, 1, 0):
        if count:
            hostile_issue(tmp_path, "second")
        async with opened(Library([str(tmp_path)])) as pilot:
            rows = screen_text(pilot)
            assert sum(" new " in row or row.endswith(" new") for row in rows) == count, rows


# -- marks in the text -------------------------------------------------------------------------------------------


def styles_of(pilot: Pilot[None], text: str) -> set[str]:
    """Returns the backgrounds of the segments of the article that hold a text."""
    view = reading(pilot).view
    strips = [view.render_line(y) for y in range(view.size.height)]
    return {str(segment.style.bgcolor) for strip in strips for segment in strip if text in segment.text}


async def test_a_highlight_is_drawn_in_its_language_and_under_matches(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (160, 45)) as pilot:
        plain = styles_of(pilot, "平日")
        await press(pilot, "V", "p")
        assert said(pilot) == "Highlighted. a adds a note."
        lit = styles_of(pilot, "平日")
        assert lit != plain
        english = styles_of(pilot, "is not wide")
        assert not english & lit
        await press(pilot, "slash")
        await commit(pilot, "平日")
        await press(pilot, "enter")
        assert styles_of(pilot, "平日") not in (lit, plain)
        await press(pilot, "V", "p")
        assert said(pilot) == "Highlight removed."


async def test_several_paragraphs_of_both_languages_are_one_highlight(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (160, 45)) as pilot:
        await press(pilot, "V", "V", "V", "J", "p")
        (mark,) = app_of(pilot).memory.all()
        anchors = [(quotation.anchor, quotation.language) for quotation in mark.quotations]
        assert anchors == [("p1", "zh-Hans"), ("flat", "zh-Hans"), ("p1", "en"), ("flat", "en")]
        assert set(reading(pilot).view.shown.overlays.marks.highlights) == {"p1", "flat"}


async def test_a_highlight_of_one_language_keeps_its_counterpart(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (160, 45)) as pilot:
        await press(pilot, "V", "p")
        (mark,) = app_of(pilot).memory.all()
        assert [language for language, _ in mark.beside] == ["en"]
        assert mark.beside[0][1].startswith("The Xiao River is not wide")
        assert mark.citation.endswith("P.4 · lanes-and-rivers-03/old-bridges#p1")


async def test_a_selection_can_be_given_a_note_and_the_note_another_text(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (160, 45)) as pilot:
        await press(pilot, "V", "a")
        await commit(pilot, "one\ntwo")
        await press(pilot, "escape", "a")
        await commit(pilot, "!")
        await press(pilot, "ctrl+s")
        (mark,) = app_of(pilot).memory.all()
        assert (mark.kind, mark.note) == (HIGHLIGHT, "one\ntwo!")
        assert any("✎ one" in row for row in screen_text(pilot))
        assert any("two!" in row for row in screen_text(pilot))  # the panel has all of it
        await press(pilot, "J")
        assert not any("✎ one" in row and "P." in row for row in screen_text(pilot)[-1:])


async def test_the_head_of_an_article_cannot_be_marked(library: Library) -> None:
    async with opened(library, BRIDGES, (160, 45)) as pilot:
        screen = reading(pilot)
        title = next(k for k, item in enumerate(screen.view.viewport.window.column.items) if item.kind == "title")
        screen.view.viewport.window.choose(title)
        screen.view.select(selecting.of_paragraph(screen.context.window))
        await press(pilot, "p")
        assert said(pilot) == "Only words of the article can be marked."
        assert app_of(pilot).memory.all() == ()


async def test_a_selected_word_is_kept_at_once_with_its_sentence_pair(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (160, 45)) as pilot:
        view = reading(pilot).view
        await press(pilot, "V")
        selection = view.shown.overlays.selection
        text = view.viewport.window.column.items[selection.head.item].cells[0].prose.text
        start = text.index("石弧")
        here = replace(selection, anchor=Spot(selection.head.item, start), head=Spot(selection.head.item, start + 2))
        view.select(here)
        await press(pilot, "w")
        (mark,) = app_of(pilot).memory.all()
        assert mark.text == "石弧"
        sentences = dict(mark.beside)
        assert "石弧" in sentences["zh-Hans"]
        assert len(sentences["zh-Hans"]) < len(text)
        assert "curve of stone" in sentences["en"]


async def test_a_word_of_a_free_translation_is_kept_with_the_text_at_about_the_same_place(library: Library) -> None:
    async with opened(library, f"{ABRIDGED}#p2", (160, 45)) as pilot:
        await press(pilot, "w")
        pilot.app.screen.query_one("#query").value = ""
        text = find(reading_below(pilot).context.opened.article, "p2").text.plain("zh-Hans")
        await commit(pilot, text[4:6])
        await press(pilot, "enter")
        (mark,) = app_of(pilot).memory.all()
        assert [language for language, _ in mark.beside] == ["zh-Hans", "en"]


async def test_a_word_that_is_not_in_the_paragraph_is_refused(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (160, 45)) as pilot:
        await press(pilot, "w")
        pilot.app.screen.query_one("#query").value = "hippopotamus"
        await press(pilot, "enter")
        assert said(pilot) == "Choose one word of the paragraph."
        assert app_of(pilot).memory.all() == ()


async def test_a_note_that_is_being_written_is_kept_when_the_program_ends(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1") as pilot:
        await press(pilot, "a")
        await commit(pilot, "half a thou")
        pilot.app.exit()
    (mark,) = MarkStore(default_path()).all(kinds=["note"])
    assert mark.note == "half a thou"


async def test_an_empty_note_is_not_kept_and_an_emptied_one_is_deleted(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1") as pilot:
        await press(pilot, "a", "escape")
        assert app_of(pilot).memory.all() == ()
        await press(pilot, "a", "x", "escape")
        assert len(app_of(pilot).memory.all()) == 1
        await press(pilot, "a", "backspace", "escape")
        assert app_of(pilot).memory.all() == ()


# -- the screen of marks --------------------------------------------------------------------------------------------


def lost_mark() -> None:
    texts = (TextQuote("p3", "zh-Hans", "这段话从来没有印在这本刊物里，谁也找不到它。"),)
    elsewhere = new_mark(BOOKMARK, "winter-01", "snow", (TextQuote("p1", "en", "Snow fell."),))
    lost = new_mark(HIGHLIGHT, "lanes-and-rivers-03", "old-bridges", texts)
    MarkStore(default_path()).put([lost, replace(elsewhere, made=lost.made + 1)])


async def test_a_lost_mark_is_shown_as_lost_with_its_quotation(library: Library) -> None:
    lost_mark()
    async with opened(library, "", (120, 36)) as pilot:
        await press(pilot, "M")
        text = screen_text(pilot)
        assert any("lost" in row for row in text)
        assert any("这段话从来没有印在这本刊物里" in row for row in text)
        assert any("the issue is not in this library" in row for row in text)
        await press(pilot, "enter")
        assert said(pilot).startswith("Lost:")
        await press(pilot, "j", "enter")
        assert said(pilot) == "The issue winter-01 is not in this library."
        assert isinstance(pilot.app.screen, MarksScreen)


async def test_a_mark_opens_its_article_and_back_leads_to_the_marks(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p6") as pilot:
        await press(pilot, "m", "g", "M", "enter")
        assert reading(pilot).view.viewport.window.item.anchor == "p6"
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, MarksScreen)
        await press(pilot, "d", "escape")
        assert reading(pilot).view.shown.overlays.marks.bookmarked == frozenset()


async def test_the_filter_takes_either_script_and_any_part(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (100, 30)) as pilot:
        await press(pilot, "m", "J", "a")
        await commit(pilot, "关于桥的想法")
        await press(pilot, "escape", "M", "slash")
        for words, count in (("關於", 1), ("赵州桥", 1), ("xiao WIDE", 1), ("nothing like it", 0), ("lanes", 2)):
            pilot.app.screen.box.value = words
            await settled(pilot)
            assert sum(1 for entry in pilot.app.screen.listing.entries if entry.value) == count, words


# -- faults ------------------------------------------------------------------------------------------------------


async def test_a_damaged_file_is_reported_and_reading_goes_on(library: Library) -> None:
    Path(default_path()).parent.mkdir(parents=True, exist_ok=True)
    Path(default_path()).write_bytes(b"no database, by far")
    async with opened(library, BRIDGES) as pilot:
        assert "damaged" in said(pilot)
        await press(pilot, "J", "m")
        assert said(pilot).startswith("Bookmarked")
    assert len(MarkStore(default_path()).all(kinds=[BOOKMARK])) == 1


async def test_a_newer_file_is_reported_at_every_mark_and_left_alone(library: Library) -> None:
    MarkStore(default_path()).put([new_mark(BOOKMARK, "lanes-and-rivers-03", "old-bridges", ())])
    with sqlite3.connect(default_path()) as file:
        file.execute("PRAGMA user_version = 99")
    file.close()
    async with opened(library, BRIDGES) as pilot:
        for key in ("m", "p", "m"):
            await press(pilot, "J", key)
            assert "newer version" in said(pilot)
    assert len(MarkStore(default_path()).all()) == 1


async def test_where_nothing_can_be_written_reading_goes_on(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/dev/null")
    async with opened(library, BRIDGES) as pilot:
        app_of(pilot).autosave.begin()
        await settled(pilot)
        assert "marks cannot be kept" in said(pilot)
        await press(pilot, "J", "m")
        assert "marks cannot be kept" in said(pilot)
        await press(pilot, "a")
        await commit(pilot, "x")
        await press(pilot, "escape", "M", "escape", "q")
    assert pilot.app.return_code == 0


async def test_hostile_marks_are_only_text(tmp_path: Path) -> None:
    hostile_issue(tmp_path)
    text = "[red]x[/red][@click=app.quit] [/x] \x1b]52;c;x\x07\x9b2J\u202eo\u2066 \u200f\ufeff\u2028 \U000e0041 {title}"
    mark = new_mark(HIGHLIGHT, "hostile", "one", (TextQuote("p1", "en", text), TextQuote("p9", "", text)))
    place = edited(mark, name=text, note=text + "\n" + text, citation=text, beside=(("zh-Hans", text),))
    MarkStore(default_path()).put([place])
    async with opened(Library([str(tmp_path)]), "hostile/one", (100, 30)) as pilot:
        for key in ("M", "e", "escape", "tab", "tab", "enter", "escape", "escape", "p", "a", "escape"):
            await press(pilot, key)
            for row in screen_text(pilot):
                assert FORBIDDEN.search(row) is None
        assert pilot.app.is_running


async def test_many_marks_are_looked_for_a_few_at_a_time(library: Library) -> None:
    issue = library.entry("lanes-and-rivers-03").issue
    article = issue.article("old-bridges")
    held = list(passages(article))
    made = [
        marked(HIGHLIGHT, issue, article, stretches_of_passage(held[k % len(held)], article.id, ("zh-Hans", "en")))
        for k in range(600)
    ]
    MarkStore(default_path()).put([mark for mark in made if mark])
    async with opened(library, BRIDGES) as pilot:
        assert len(reading(pilot).context.marks.found) == 600
        assert len(reading(pilot).view.shown.overlays.marks.highlights) == len(held)
        assert place_id("lanes-and-rivers-03", "old-bridges").startswith("place:")


async def test_marks_are_listed_in_reading_order_and_a_note_goes_to_the_highlight(library: Library) -> None:
    async with opened(library, BRIDGES) as pilot:
        await press(pilot, "J", "J", "J", "m", "K", "p", "a", *"seen", "ctrl+s", "K", "m", "M")
        screen = pilot.app.screen
        assert isinstance(screen, MarksScreen)
        marks = screen._filter.marks
        assert [mark.kind for mark in marks] == ["bookmark", "highlight", "bookmark"]
        assert marks[1].note == "seen"
        assert marks[0].made > marks[2].made


async def test_a_wide_screen_shows_the_passage_of_a_mark_in_both_languages(library: Library) -> None:
    async with opened(library, BRIDGES, (160, 45)) as pilot:
        await press(pilot, "J", "m", "M")
        passage = find(reading_article(library), pilot.app.screen.listing.value.quotations[0].anchor)
        assert passage
        rows = pilot.app.screen.query_one("#beside", Legend).lines
        shown = "".join(text for row in rows for text, _ in row).replace(" ", "")
        for tag in ("zh-Hans", "en"):
            assert passage.text.plain(tag).replace(" ", "") in shown


async def test_a_wide_screen_shows_where_a_term_is_used(library: Library) -> None:
    async with opened(library, BRIDGES, (160, 45)) as pilot:
        await press(pilot, "J", "i")
        rows = pilot.app.screen.query_one("#beside", Legend).lines
        assert len({text for row in rows for text, style in row if style == "match"}) >= 2  # in both languages


def reading_article(library: Library) -> Article:
    issue = library.entry("lanes-and-rivers-03").issue
    assert issue
    article = issue.article("old-bridges")
    assert article
    return article


# -- bounds, and rows that cannot be read ----------------------------------------------------------------------


def spoil(issue: str, number: int) -> None:
    """Adds rows that cannot be read to the file of marks."""
    MarkStore(default_path()).put([])
    with sqlite3.connect(default_path()) as file:
        for n in range(number):
            row = "INSERT INTO marks VALUES (?, 'note', ?, 'old-bridges', 1, 0, 0, '[[[')"
            file.execute(row, (f"bad-{n}", issue))
    file.close()


@pytest.mark.parametrize(("language", "told"), [("en", "2 unreadable (reader doctor)"), ("zh", "2 条读不出")])
async def test_marks_that_cannot_be_read_are_told_on_the_screens(library: Library, language: str, told: str) -> None:
    spoil("lanes-and-rivers-03", 2)
    async with opened(library, BRIDGES) as pilot:
        await settled(pilot)
        assert "2 marks cannot be read" in said(pilot)
        await press(pilot, "M")
        app_of(pilot).interface = language
        pilot.app.screen.relabel()
        await settled(pilot)
        assert told in " ".join(screen_text(pilot))
        await press(pilot, "escape", "m")
    assert len(MarkStore(default_path()).unreadable_rows()) == 2
    assert len(MarkStore(default_path()).all(kinds=(BOOKMARK,))) == 1


async def test_a_note_that_is_too_long_stays_in_its_box(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.ui.screens.writing.MAX_MARK_TEXT_CHARS", 5)
    async with opened(library, BRIDGES) as pilot:
        await press(pilot, "a", *"sixsix")
        await press(pilot, "escape")
        assert "6 characters of at most 5" in said(pilot)
        await press(pilot, "backspace", "escape")
        assert isinstance(pilot.app.screen, ReadingScreen)
    assert [mark.note for mark in MarkStore(default_path()).all(kinds=("note",))] == ["sixsi"]


async def test_too_many_paragraphs_are_not_marked(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.ui.commands.marking.MAX_MARK_PARTS", 1)
    async with opened(library, BRIDGES) as pilot:
        await press(pilot, "J", "p")
        assert "at most 1 paragraphs" in said(pilot)
    assert MarkStore(default_path()).all(kinds=(HIGHLIGHT,)) == ()


async def test_two_readers_that_bookmark_the_same_paragraph_leave_one_bookmark(library: Library) -> None:
    async with opened(library, BRIDGES) as pilot:
        await press(pilot, "J")
        here = reading(pilot).view.viewport.window.item.anchor
        found = find(reading(pilot).context.opened.article, here)
        assert found
        opened_here = reading(pilot).context.opened
        stretches = stretches_of_passage(found, opened_here.article.id, opened_here.languages)
        other = marked(BOOKMARK, opened_here.issue, opened_here.article, stretches)
        assert other
        MarkStore(default_path()).put([other])  # by the other reader; this one does not know
        await press(pilot, "m")
        assert len(MarkStore(default_path()).all(kinds=(BOOKMARK,))) == 1
        await press(pilot, "m")
        assert MarkStore(default_path()).all(kinds=(BOOKMARK,)) == ()


async def test_the_marks_tell_their_place_and_hint_at_what_can_be_done(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p6", (100, 30)) as pilot:
        await press(pilot, "m", "J", "m", "M", "down")
        row = screen_text(pilot)[-1]
        assert row.startswith(" 2/2 ")
        assert "d delete" in row
        await press(pilot, "tab", "tab", "tab")  # notes: there is none
        assert any("There is no mark of this kind. Tab shows the next kind." in row for row in screen_text(pilot))
        row = screen_text(pilot)[-1]
        assert "/2" not in row
        assert "d delete" not in row
        assert "Enter" not in row
