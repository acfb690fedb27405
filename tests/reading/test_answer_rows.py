"""The rows of the look-up's panel, and the meaning that a kept word has."""

from __future__ import annotations

from reader.layout.runs import width_of
from reader.learning.bundled import ATTRIBUTION, NAME
from reader.learning.cedict import DictionaryEntry, entry_of
from reader.learning.dictionaries import Answer
from reader.learning.dictionary import FoundWord
from reader.model.magazine import GlossaryEntry
from reader.model.text import Prose, Text
from reader.reading.answer_rows import Labels, answer_rows, meaning_of

LABELS = Labels("classifiers:", "none has {word}")


def entry(line: str) -> DictionaryEntry:
    found = entry_of(line)
    assert found
    return found


LONG = (
    entry("長 长 [chang2] /long/length/see 長短|长短[chang2 duan3]/CL:條|条[tiao2]/"),
    entry("長 长 [zhang3] /chief/"),
)
GROWN = entry("生長 生长 [sheng1 zhang3] /to grow/")


def drawn(answer: Answer, term: GlossaryEntry | None = None, width_cells: int = 60) -> list[str]:
    rows = answer_rows(answer, term, ("zh-Hans", "en"), width_cells, LABELS)
    assert all(width_of(row) <= width_cells for row in rows)
    return ["".join(text for text, _ in row) for row in rows]


def test_a_word_has_both_scripts_its_readings_numbered_senses_and_classifiers() -> None:
    assert drawn(Answer("长", LONG, NAME)) == [
        "长 長  cháng",
        "  1. long",
        "  2. length",
        "  3. see 長短|长短[cháng duǎn]",
        "  classifiers: 条 tiáo",
        "长 長  zhǎng",
        "  chief",
        ATTRIBUTION,
    ]


def test_the_parts_are_read_as_in_the_word() -> None:
    parts = (FoundWord("生", (entry("生 生 [sheng1] /life/"),)), FoundWord("长", LONG))
    assert drawn(Answer("生长", (GROWN,), "own", parts))[2:] == ["生  shēng  life", "长 長  zhǎng  chief"]


def test_an_english_word_has_a_row_for_each_word_that_means_it() -> None:
    answer = Answer("grow", (GROWN, LONG[1]), "own")
    assert drawn(answer) == ["生长 生長  shēng zhǎng  to grow", "长 長  zhǎng  chief"]
    assert meaning_of(answer) == "生长 生長 shēng zhǎng; 长 長 zhǎng"


def test_the_glossary_comes_first_and_a_missing_word_and_a_fault_are_told() -> None:
    names = Text((("zh-Hans", Prose("长江")), ("en", Prose("Yangtze"))))
    term = GlossaryEntry(names, "Cháng Jiāng", note=Text((("en", Prose("A river.")),)))
    answer = Answer("长江", fault="own.sqlite cannot be read")
    assert drawn(answer, term) == [
        "长江 · Yangtze  Cháng Jiāng",
        "  A river.",
        "none has 长江",
        "own.sqlite cannot be read",
    ]
    assert meaning_of(answer) == ""


def test_a_kept_word_has_each_reading_with_its_first_sense() -> None:
    assert meaning_of(Answer("长", LONG)) == "cháng long; zhǎng chief"


def test_rows_fit_narrow_panels() -> None:
    assert len(drawn(Answer("长", LONG, NAME), width_cells=12)) > 8
