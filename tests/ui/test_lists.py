"""The entries of lists, without a screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.layout.runs import width_of
from reader.library import Library, LibraryEntry, bundled_issues
from reader.marks.mark import BOOKMARK, HIGHLIGHT, NOTE, PLACE, WORD, Mark, TextQuote, edited, new_mark
from reader.model.magazine import AlignedBody, Article, Figure, Footnote, GlossaryEntry
from reader.model.markup import parse
from reader.model.record import replace
from reader.model.text import Text, text_of
from reader.reading.links import Link
from reader.reading.mark_targets import MarkTarget
from reader.reading.memory import Memory
from reader.ui.commands.command import FIGURE, READING
from reader.ui.commands.table import COMMANDS
from reader.ui.lists.captions import caption_entries
from reader.ui.lists.card import Card, card_rows
from reader.ui.lists.contents import contents_entries
from reader.ui.lists.entry import ListEntry, laid_out
from reader.ui.lists.first_steps import shelf_keys
from reader.ui.lists.footnotes import footnote_entries
from reader.ui.lists.glossary import term_entries
from reader.ui.lists.help import GAP_CELLS, help_rows
from reader.ui.lists.hits import hit_count, search_names
from reader.ui.lists.links import link_entries
from reader.ui.lists.marks import MarkFilter, WordFacts, mark_entries, mark_rows
from reader.ui.lists.palette import choices, palette_entries
from reader.ui.lists.rows import ListRows
from reader.ui.lists.shelf import Shelved, first_to_open, last_read, shelf_entries
from reader.ui.lists.shelf_content import issues_content
from reader.ui.strings import counted, strings_in

if TYPE_CHECKING:
    from reader.model.magazine import Issue
    from reader.settings.table import InterfaceLanguage
    from reader.ui.commands.command import Keys, Scope
    from reader.ui.lists.shelf import Detail

EN = strings_in("en")
BOTH = ("zh-Hans", "en")


def help_texts(scope: Scope, query: str, width: int, keys: Keys | None = None) -> list[str]:
    rows = help_rows(scope, query, width, EN, keys or {})
    return ["".join(text for text, _ in row).rstrip() for row in rows]


class Places:
    """The reader's places, as a memory has them."""

    def __init__(self, *places: Mark) -> None:
        self._places = places

    def last_places(self) -> tuple[Mark, ...]:
        return self._places

    def places(self, issue: str) -> dict[str, Mark]:
        return {place.article: place for place in self._places if place.issue == issue}


@pytest.fixture(scope="module")
def entry(library: Library) -> LibraryEntry:
    return library.entry("lanes-and-rivers-03")


@pytest.fixture(scope="module")
def issue(entry: LibraryEntry) -> Issue:
    assert entry.issue
    return entry.issue


def lines(entry: ListEntry[object]) -> list[str]:
    return ["".join(text for text, _ in paragraph) for paragraph in entry.paragraphs]


def place(issue: Issue, index: int, *, finished: bool = False, done: int = 420) -> Mark:
    article = [article for _, article in issue.articles()][index]
    return edited(new_mark(PLACE, issue.id, article.id, ()), finished=finished, done=done)


def test_contents_show_which_articles_are_open_begun_and_read(entry: LibraryEntry, issue: Issue) -> None:
    articles = [article for _, article in issue.articles()]
    places = {articles[0].id: place(issue, 0, finished=True), articles[1].id: place(issue, 1)}
    found = contents_entries(entry, issue, EN, places, articles[-1].id)
    of_articles = [listed for listed in found if listed.value]
    assert [listed.value.article for listed in of_articles if listed.value] == articles
    assert [lines(listed)[0][0] for listed in of_articles[:2]] == ["✓", "◐"]
    assert of_articles[0].right[0].startswith("read")
    assert of_articles[1].right[0].startswith("42%")
    assert lines(of_articles[-1])[0][0] == "●"
    assert lines(found[0]) == ["专题 Focus"]


def test_an_article_that_is_begun_is_continued_and_after_a_finished_one_comes_the_next(
    library: Library, issue: Issue
) -> None:
    articles = [article for _, article in issue.articles()]
    begun = last_read(library.entries, Places(place(issue, 0)), False)
    assert begun
    assert (begun.destination.article, begun.place and begun.place.done) == (articles[0], 420)
    after = last_read(library.entries, Places(place(issue, 0, finished=True)), False)
    assert after
    assert (after.destination.article, after.place) == (articles[1], None)
    finished = Places(place(issue, 0, finished=True), place(issue, 1, finished=True))
    further = last_read(library.entries, finished, False)
    assert further is None or further.destination.article is articles[2]
    end = Places(place(issue, len(articles) - 1, finished=True))
    assert last_read(library.entries, end, False) is None


def test_the_shelf_begins_with_the_article_to_continue(library: Library, issue: Issue) -> None:
    to_continue = last_read(library.entries, Places(place(issue, 0)), False)
    facts = Shelved(False, {issue.id: (1, 2)}, lambda entry: entry.name == issue.id)
    found = shelf_entries(library.entries, to_continue, facts, EN)
    assert len(found) == len(library.entries) + 1
    assert lines(found[0])[0] == "▶ Continue · 42%"
    mine = next(listed for listed in found if getattr(listed.value, "name", "") == issue.id)
    assert mine.right == ("new", "strong")
    known = shelf_entries(library.entries, None, Shelved(False, {issue.id: (1, 2)}, lambda _entry: False), EN)
    assert ("━━━╌╌╌╌╌", "muted") in [listed.right for listed in known]
    counts, sections = mine.names
    assert counts == ("7 articles", "✓ 2 read", "◐ 1 begun")
    assert "专题 Focus" in sections
    assert len(shelf_entries(library.entries, None, facts, EN)) == len(library.entries)


def test_an_issue_has_fewer_rows_where_there_are_few(library: Library, issue: Issue) -> None:
    counts = {}
    details: tuple[Detail, ...] = ("whole", "names", "line")
    for detail in details:
        facts = Shelved(False, {issue.id: (1, 2)}, lambda _: False, detail)
        found = shelf_entries(library.entries, last_read(library.entries, Places(place(issue, 0)), False), facts, EN)
        mine = next(listed for listed in found if getattr(listed.value, "name", "") == issue.id)
        counts[detail] = [len(laid_out(mine, 36)), len(laid_out(found[0], 36))]
    assert counts["line"] == [1, 1]
    assert counts["whole"] > counts["names"] > counts["line"]


@pytest.mark.parametrize("detail", ["whole", "names", "line"])
def test_a_file_that_cannot_be_opened_is_short_and_never_first_under_the_cursor(tmp_path: Path, detail: Detail) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text("format: 1\ntitle: {zh: [\n", encoding="utf-8")
    (tmp_path / "c.yaml").write_bytes(Path(bundled_issues(), "city-of-springs-08.yaml").read_bytes())
    library = Library([tmp_path])
    facts = Shelved(False, {}, lambda _: False, detail)
    entries = shelf_entries(library.entries, None, facts, EN)
    assert len(laid_out(entries[0], 60)) <= (1 if detail == "line" else 3)
    assert all("close the bracket" not in line for line in lines(entries[0]))
    assert library.entries[first_to_open(entries.sources, False)].issue
    broken = [entry for entry in library.entries if not entry.issue]
    assert first_to_open(broken, False) == -1


def test_a_shelf_without_issues_lists_the_commands_that_bring_some(tmp_path: Path) -> None:
    for name, strings in (("en", EN), ("zh", strings_in("zh"))):
        library = Library([str(tmp_path)])
        content = issues_content(library, Memory(), Shelved(False, {}, lambda _: False), strings, None)
        shown = [line for entry in content.entries for line in lines(entry)]
        assert shown[0] == strings.empty_library, name
        assert shown[2] == f"reader new {tmp_path}/first-issue"
        assert shown[-1] == "reader subscribe URL"
        assert content.cursor == -1
    (tmp_path / "a.yaml").write_text("format: [", encoding="utf-8")
    content = issues_content(Library([str(tmp_path)]), Memory(), Shelved(False, {}, lambda _: False), EN, None)
    assert lines(content.entries[-1]) == [EN.nothing_opens]


@pytest.mark.parametrize("height", range(4, 14))
def test_the_keys_of_the_shelf_are_below_its_issues_where_there_is_room(height: int) -> None:
    rows: ListRows[int] = ListRows()
    rows.title, rows.foot = "Issues", lambda cells: shelf_keys(cells, EN, {"search": ("S",), "marks": ()})
    rows.show([ListEntry((((f"Issue {number}", ""),),), number) for number in range(4)])
    rows.resize(38, height)
    drawn = ["".join(text for text, _ in rows.row(y, has_keys=True).runs).strip() for y in range(height)]
    keys = ["Enter   Open what is under the…", "S       Search the library", "A       Add issues, or subscribe"]
    whole = ["Issues", *(f"{'▌ ' if not number else ''}Issue {number}" for number in range(4))]
    if height < 10:
        assert drawn == [*whole, *[""] * 9][:height]
    else:
        assert drawn == [*whole, *[""] * (height - 9), *keys, "?       Help"]  # no key of marks is set


def test_a_card_has_titles_facts_deck_and_credits(library: Library) -> None:
    springs = library.entry("city-of-springs-08").issue
    assert springs
    section, article = next(found for found in springs.articles() if found[1].id == "springs")
    mark = edited(new_mark(PLACE, springs.id, article.id, ()), done=420)
    card = Card(section, article, BOTH, 3.2, mark)
    rows = ["".join(text for text, _ in row) for row in card_rows(card, 60, EN)]
    assert rows[:2] == ["水从石缝里来", "Water from the Stones"]
    assert rows[3] == "城市 City · P.74–75 · 3 min  ━━━╌╌╌╌╌ 42%"
    assert any("译 / 翻译组" in row for row in rows)
    low = ["".join(text for text, _ in row) for row in card_rows(card, 60, EN, is_low=True, has_title=False)]
    assert low[0] == rows[3]
    assert "" not in low


@pytest.mark.parametrize("width", [16, 24, 40, 90])
def test_a_card_is_never_wider_than_its_panel(library: Library, width: int) -> None:
    for entry in library.entries:
        assert entry.issue
        for section, article in entry.issue.articles():
            for place in (None, edited(new_mark(PLACE, entry.issue.id, article.id, ()), done=420)):
                card = Card(section, article, entry.issue.languages_of(article), 1, place)
                rows = card_rows(card, width, EN)
                assert all(width_of(row) <= width for row in rows)
                assert place is None or any(row[-1][0] == " 42%" for row in rows if row)


def test_notes_stand_before_the_figures(library: Library) -> None:
    springs = library.entry("city-of-springs-08").issue
    assert springs
    article = springs.article("new-drivers")
    assert article
    note = edited(new_mark(NOTE, springs.id, article.id, ()), note="first\n\nsecond")
    found = caption_entries(article, BOTH, article.figures[-1].id, EN, [note])
    assert lines(found[0]) == ["✎ first", "  second"]
    assert [listed.value for listed in found[1:]] == [*article.figures]
    assert [lines(listed)[0][0] for listed in found[1:]] == ["▢"] * (len(article.figures) - 1) + ["▣"]


def test_a_caption_follows_its_number_and_what_belongs_to_it_hangs_below(library: Library) -> None:
    springs = library.entry("city-of-springs-08").issue
    assert springs
    article = springs.article("springs")
    assert article
    (figure,) = article.figures
    (listed,) = caption_entries(article, BOTH, figure.id, EN)
    first, *below = lines(listed)
    assert first == f"▣ 1 {figure.caption.plain(BOTH[0])}"
    assert len(below) == 2
    assert {line[: listed.hang_cells] for line in below} == {" " * listed.hang_cells}
    assert listed.hang_cells == 2


def test_a_caption_and_a_note_show_the_text_below_its_readings() -> None:
    prose = parse("{井圈|jǐng quān}")
    text = Text((("zh-Hans", prose),))
    article = Article("a", text_of("T"), AlignedBody(()), figures=(Figure("f", text),))
    [caption] = caption_entries(article, ("zh-Hans", "en"), "", strings_in("en"))
    [note] = footnote_entries([Footnote("n", text, 1)], ("zh-Hans", "en"))
    assert lines(caption) == ["▢ 1 井圈"]
    assert [line.split()[-1] for line in lines(note)] == ["井圈"]


def test_terms_in_sight_come_first() -> None:
    glossary = [GlossaryEntry(text_of({"zh-Hans": name, "en": name.upper()})) for name in ("a", "b", "c")]
    assert [listed.value for listed in term_entries(glossary, BOTH, [glossary[2]])] == ["c", "a", "b"]
    assert term_entries(glossary, BOTH, [])[0].paragraphs == ((("a · A", ""),),)


def test_an_entry_of_the_glossary_is_brief_where_there_are_few_rows() -> None:
    note = text_of({"zh-Hans": "石桥", "en": "A bridge of stone"})
    entry = GlossaryEntry(text_of({"zh-Hans": "桥", "en": "bridge"}), also=("Ch’iao",), note=note)
    assert lines(term_entries([entry], BOTH, [])[0]) == ["桥 · bridge", "Ch’iao", "石桥", "A bridge of stone"]
    assert lines(term_entries([entry], BOTH, [], "en")[0]) == ["桥 · bridge", "A bridge of stone"]
    assert lines(term_entries([entry], BOTH, [], "zh")[0]) == ["桥 · bridge", "石桥"]


def test_a_link_shows_its_whole_target() -> None:
    (listed,) = link_entries([Link("the river", "https://example.org/river?a=1")], {})
    assert lines(listed) == ["the river", "https://example.org/river?a=1"]
    assert listed.value == "https://example.org/river?a=1"


def test_a_link_is_shown_once_and_as_one_reads_it() -> None:
    river = "https://example.org/%E6%B3%89%E5%9F%8E?q=%20a%2Fb"
    found = [Link("the river", river), Link("泉城", river), Link("the river", river), Link(f"{river}", river)]
    (listed,) = link_entries(found, {})
    assert lines(listed) == ["the river · 泉城", "https://example.org/泉城?q=%20a%2Fb"]
    (listed,) = link_entries([Link("https://example.org/泉", "https://example.org/%E6%B3%89")], {})
    assert lines(listed) == ["https://example.org/泉"]
    assert listed.value == "https://example.org/%E6%B3%89"


def test_help_shows_the_keys_that_the_reader_has_set() -> None:
    assert help_texts(READING, "", 72, {"find": ("ctrl+f",)}).index("Ctrl+F        Find in this article") > 0
    assert "n             Next match" in help_texts(READING, "", 72)
    assert not any("Find in this article" in row for row in help_texts(FIGURE, "", 72))


def test_keys_are_shown_as_on_a_keyboard() -> None:
    shown = [key for command in COMMANDS for key in command.shown_keys({})]
    assert [key for key in shown if "_" in key] == []


def test_help_is_filtered_by_words_of_either_language_and_by_keys() -> None:
    assert help_texts(READING, "half up", 72) == ["Moving", "u             Up half a page"]
    assert help_texts(READING, "半屏", 72)[1:] == ["d             Down half a page", "u             Up half a page"]
    assert "Ctrl+P        All commands" in help_texts(READING, "ctrl+p", 72)
    assert help_texts(READING, "no such thing", 72) == []


@pytest.mark.parametrize(("width", "columns"), [(156, 3), (96, 2), (56, 1), (36, 1)])
@pytest.mark.parametrize("code", ["en", "zh"])
def test_help_has_as_many_columns_as_fit_and_all_commands(width: int, columns: int, code: InterfaceLanguage) -> None:
    rows = help_rows(READING, "", width, strings_in(code), {})
    shown = "".join("".join(text for text, _ in row).replace(" ", "") for row in rows)
    assert all(width_of(row) <= width + GAP_CELLS for row in rows)
    assert all(c.shown_keys({})[0] in shown for c in COMMANDS if c.is_in(READING))
    heads = sum(text in strings_in(code).groups.values() for text, _ in rows[0])
    assert heads == columns


def test_the_palette_ranks_beginnings_of_titles_before_other_words() -> None:
    offered = choices(READING, EN, {})
    assert palette_entries(offered, "next par", [], EN)[0].value == "run('pair_down')"
    assert palette_entries(offered, "下一段", [], EN)[0].value == "run('pair_down')"
    assert palette_entries(offered, "no such thing", [], EN) == []


def test_the_palette_has_the_last_choices_first_and_each_choice_once() -> None:
    offered = choices(READING, EN, {})
    listed = [entry.value for entry in palette_entries(offered, "", ["run('swap')", "run('gone')"], EN) if entry.value]
    assert listed[0] == "run('swap')"
    assert sorted(listed) == sorted(choice.action for choice in offered)


def test_a_search_has_shorter_names_for_narrow_screens() -> None:
    from reader.library.searching import SearchResult
    from reader.search.narrowing import Narrowing

    assert search_names(Narrowing(), "best", EN) == ("Search",)
    names = search_names(Narrowing("en", "title", "issue-03", "Lanes · No 3"), "newest", EN)
    assert names[0] == "Search · newest first · English · titles · Lanes · No 3"
    assert names[-1] == "Search"
    assert hit_count(SearchResult(()), EN) == ""


def test_marks_are_filtered_by_words_in_any_case_and_script() -> None:
    quotation = TextQuote("p1", "zh-Hans", "洨河不宽")
    noted = edited(new_mark(HIGHLIGHT, "i", "a", (quotation,)), note="Ask about the RIVER")
    plain = new_mark(HIGHLIGHT, "i", "a", (TextQuote("p2", "en", "the arch"),))
    marks = MarkFilter([noted, plain])
    assert marks.of("river", "") == (noted,)
    assert marks.of("不寬", "") == (noted,)
    assert marks.of("", NOTE) == (noted,)
    assert marks.of("", HIGHLIGHT) == (noted, plain)


def test_the_passage_of_a_bookmark_has_nothing_lit(library: Library) -> None:
    entry = library.entry("lanes-and-rivers-03")
    assert entry.issue
    target = MarkTarget(entry, entry.issue.article("old-bridges"), "p1")
    quotation = TextQuote("p1", "en", "The Xiao River")
    kinds = (BOOKMARK, PLACE, HIGHLIGHT)
    marks = [new_mark(kind, entry.issue.id, "old-bridges", (quotation,)) for kind in kinds]
    styles = [{style for row in mark_rows(mark, target, 60) for _, style in row} for mark in marks]
    assert ["match" in each for each in styles] == [False, False, True]


def test_a_lost_mark_says_so_and_keeps_its_quotation() -> None:
    mark = new_mark(HIGHLIGHT, "i", "a", (TextQuote("p1", "en", "the arch"),))
    name, listed = mark_entries([mark], lambda _mark: "lost", 60, EN)
    assert name.value is None
    assert "lost: the text is not found any more" in lines(listed)[0]
    assert "the arch" in lines(listed)[1]


def test_the_reading_of_a_kept_word_is_shown_once() -> None:
    mark = replace(new_mark(WORD, "i", "a", (TextQuote("p1", "zh", "八月"),)), note="Bā yuè August")
    facts = WordFacts("Bā yuè", "August", 1)
    _, listed = mark_entries([mark], lambda _mark: "found", 60, EN, lambda _mark: facts)
    assert [line.strip() for line in lines(listed)[1:]] == ["八月  Bā yuè", "✎ August"]


@pytest.mark.parametrize(("count", "words"), [(0, "0 articles"), (1, "1 article"), (2, "2 articles")])
def test_a_number_agrees_with_its_noun(count: int, words: str) -> None:
    assert counted(EN.articles, count) == words


def test_no_counted_phrase_of_one_is_a_plural() -> None:
    forms = [value for name in EN.__slots__ if isinstance(value := getattr(EN, name), tuple) and len(value) == 2]
    assert len(forms) >= 4
    for one, others in forms:
        assert one.format(count=1, file="f") != others.format(count=1, file="f")
