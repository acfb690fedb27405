"""Very long texts are set in parts, and no character of them is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.flow import flow
from reader.layout.geometry import Geometry
from reader.layout.graphemes import boundaries
from reader.layout.item import Cell, Item
from reader.layout.parts import PART_CHARS, count_of_parts, in_parts
from reader.layout.spread import Spread
from reader.model.magazine import AlignedBody, Article, Paragraph
from reader.model.text import Prose, Span, text_of
from tests.drawing import examples

CHINESE, ENGLISH = LANGUAGES = ("zh-Hans", "en")
words = st.sampled_from(["泉水", "从石缝里来。", "water ", "springs. ", "——", "1999 年", "e\u0301", "👨‍👩‍👧", "\n"])
texts = st.builds(
    lambda piece, times: piece * times, st.lists(words, min_size=1, max_size=9).map("".join), st.integers(1, 3000)
)


def item(left: str, right: str, spans: tuple[Span, ...] = ()) -> Item:
    return Item("paragraph", (Cell(CHINESE, Prose(left, spans)), Cell(ENGLISH, Prose(right))), "p1", 1, indented=True)


@given(texts, texts)
@examples(60)
def test_the_parts_together_are_the_text(left: str, right: str) -> None:
    parts = list(in_parts(item(left, right)))
    assert len(parts) == count_of_parts(max(len(left), len(right)))
    for side, text in enumerate((left, right)):
        cells = [cell for part in parts if (cell := part.cells[side])]
        assert "".join(cell.prose.text for cell in cells) == text
        for cell in cells:
            assert text[cell.offset : cell.offset + len(cell.prose.text)] == cell.prose.text
            assert len(cell.prose.text) <= PART_CHARS + 400
    assert [part.part for part in parts] == list(range(len(parts)))


@given(texts)
@examples(30)
def test_no_grapheme_cluster_is_cut(text: str) -> None:
    edges = set(boundaries(text))
    for part in in_parts(item(text, "")):
        if cell := part.cells[0]:
            assert cell.offset in edges


def test_a_part_begins_after_a_sentence_if_one_ends_near() -> None:
    sentence = "泉水从石缝里来，" * 20 + "流到街上。"
    parts = list(in_parts(item(sentence * 40, "x")))
    assert len(parts) > 1
    for part in parts[:-1]:
        assert part.cells[0] is not None
        assert part.cells[0].prose.text.endswith("。")


def test_marks_go_on_over_the_parts() -> None:
    text = "水" * (2 * PART_CHARS)
    parts = list(in_parts(item(text, "", (Span(10, len(text) - 10, "strong"),))))
    spans = [(span.start, span.end) for part in parts if (cell := part.cells[0]) for span in cell.prose.spans]
    lengths = [len(cell.prose.text) for part in parts if (cell := part.cells[0])]
    assert spans == [(10, lengths[0]), (0, lengths[1] - 10)]


def test_a_short_text_is_one_part_and_the_same_item() -> None:
    short = item("水", "water")
    assert list(in_parts(short)) == [short]


def test_only_the_visible_part_of_a_very_long_paragraph_is_set() -> None:
    article = Article(
        "a", text_of("t"), AlignedBody((Paragraph(text_of({CHINESE: "水" * 500_000, ENGLISH: "w " * 9})),))
    )
    spread = Spread(flow(article, LANGUAGES), Geometry(100))
    (column,) = spread.columns
    spread.window(spread.places(spread.first(), 40), 40)
    end = spread.last(40)
    spread.window(spread.places(end, 40), 40)
    assert len(column.items) > 100
    assert len(column._rows) < 8
    locus = spread.locus(end)
    assert spread.find(locus) == end
    assert locus.offset > 490_000
