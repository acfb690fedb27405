"""Setting of an item in a column: indents, signs, bars."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.graphemes import boundaries
from reader.layout.item import Cell, Item
from reader.layout.piece import ORNAMENT, Line
from reader.layout.setting import set_cell
from reader.layout.typesetting import Typesetting
from reader.layout.width import cell_width
from reader.model.text import Prose, Span
from tests.drawing import examples
from tests.layout.articles import LANGUAGES, proses

HOW = Typesetting()
KINDS = ("title", "heading", "paragraph", "quotation", "pull", "by", "item", "figure", "aside")
CHINESE, ENGLISH = LANGUAGES


def setting(prose: Prose, width: int, kind: str = "paragraph", language: str = CHINESE, **fields: object) -> list[str]:
    cell = Cell(language, prose)
    return [line.text for line in set_cell(Item(kind, (cell, None), **fields), cell, width, HOW)]


def words(lines: list[Line]) -> str:
    """Returns the article's text in lines, without its spaces."""
    return "".join(piece.text for line in lines for piece in line.pieces if piece.start != ORNAMENT)


def without_spaces(text: str) -> str:
    return "".join(c for c in text if c not in " \n\t")


def fits(line: str, width: int) -> bool:
    return cell_width(line) <= width or len(boundaries(line.strip(" "))) <= 2


@given(proses, st.sampled_from(KINDS), st.integers(4, 200), st.booleans(), st.booleans(), st.integers(0, 120))
@examples(120)
def test_running_text_is_whole_and_in_its_column(
    prose: Prose, kind: str, width: int, in_aside: bool, chinese: bool, ordinal: int
) -> None:
    cell = Cell(CHINESE if chinese else ENGLISH, prose)
    item = Item(kind, (cell, None), in_aside=in_aside, ordinal=ordinal, indented=kind == "paragraph")
    lines = list(set_cell(item, cell, width, HOW))
    assert all(fits(line.text, width) for line in lines), [line.text for line in lines]
    assert without_spaces(words(lines)) == without_spaces(prose.text)
    for line in lines:
        for piece in line.pieces:
            assert piece.start == ORNAMENT or prose.text[piece.start :].startswith(piece.text)


def test_a_chinese_paragraph_begins_two_characters_in() -> None:
    assert setting(Prose("一二三四五六七八九十"), 16, indented=True) == ["    一二三四五六", "七八九十"]
    assert setting(Prose("一二三四五六七八九十"), 15, indented=True)[0].startswith("一")
    assert setting(Prose("one two"), 16, language=ENGLISH, indented=True) == ["one two"]


def test_an_indent_is_left_out_before_a_word_that_would_be_torn_by_it() -> None:
    assert setting(Prose("extraordinarily"), 16, indented=True) == ["extraordinarily"]


def test_code_in_a_text_is_not_divided() -> None:
    how = Typesetting(hyphenated=True)
    for span, first in (((), "the municip-"), ((Span(4, 16, "code"),), "the")):
        cell = Cell(ENGLISH, Prose("the municipality catalogued springs", span))
        assert set_cell(Item("paragraph", (None, cell)), cell, 12, how)[0].text == first


def test_signs_hang_before_their_text() -> None:
    assert setting(Prose("one two three"), 9, "item", ENGLISH) == ["• one two", "  three"]
    assert setting(Prose("one two"), 10, "item", ENGLISH, ordinal=12) == ["12. one", "    two"]
    assert setting(Prose("1 一二三"), 8, "figure") == ["▣ 1 一二", "  三"]
    assert setting(Prose("one"), 4, "item", ENGLISH) == ["one"]


def test_lists_in_lists_are_indented_and_further_paragraphs_have_no_sign() -> None:
    assert setting(Prose("one two"), 12, "item", ENGLISH, list_level=2) == ["   ◦ one two"]
    assert setting(Prose("one two"), 12, "item", ENGLISH, list_level=3, ordinal=2) == ["    2. one", "       two"]
    assert setting(Prose("one two"), 12, "item", ENGLISH, list_level=1, paragraph=1) == ["  one two"]


def test_bars_are_before_every_line_of_quotations_and_asides() -> None:
    assert setting(Prose("一二三四五六七"), 14, "quotation") == ["│ 一二三四五六", "│ 七"]
    assert setting(Prose("一"), 14, "quotation", in_aside=True) == ["┃ │ 一"]
    assert setting(Prose("一"), 12, "quotation", in_aside=True) == ["一"]


def test_the_source_of_a_quotation_is_at_the_right() -> None:
    assert setting(Prose("民谚"), 16, "by") == ["│ " + " " * 10 + "民谚"]
