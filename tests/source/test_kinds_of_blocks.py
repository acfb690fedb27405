"""A file with every kind of block goes the whole way: read, written, laid out anew, fixed, searched, translated."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.translation_status import translation_statuses
from reader.search.query import parse_query
from reader.search.scan import scan
from reader.source import load, load_text
from reader.source.fixing import fixed
from reader.source.formatting import formatted
from reader.source.source_file import SourceFile
from reader.source.writer import dump

FILE = Path(__file__).parents[1] / "data" / "kinds" / "blocks.yaml"
LOADED = load(str(FILE))


def test_it_has_no_fault_and_is_written_and_laid_out_without_loss() -> None:
    assert LOADED.issue is not None
    assert LOADED.diagnostics == ()
    assert load_text(dump(LOADED.issue)).issue == LOADED.issue
    once = formatted(SourceFile("blocks.yaml", FILE.read_text("utf-8")))
    assert once is not None
    assert load_text(once).issue == LOADED.issue
    assert formatted(SourceFile("blocks.yaml", once)) == once


@pytest.mark.parametrize("code", ['"a\\tb"', "|-\n                a\tb\n", '"a\\tb\\n"'])
def test_a_tab_is_laid_out_as_a_literal_block(code: str) -> None:
    head = FILE.read_text("utf-8").partition("          - ")[0]
    once = formatted(SourceFile("blocks.yaml", f"{head}          - code: {code}\n"))
    assert once == f"{head}          - code: |\n              a\tb\n"


def test_a_translation_of_it_is_complete_though_code_has_hardly_a_word() -> None:
    assert LOADED.issue is not None
    [(_, article)] = LOADED.issue.articles()
    assert [status.state for status in translation_statuses(LOADED.issue, article)] == ["original", "complete"]


@pytest.mark.parametrize(
    ("query", "anchor"),
    [
        ("flowers", "poem"),
        ("花落", "poem"),
        ("count", "p2"),
        ("打印", "p4"),
        ("potatoes", "p7"),
        ("stir", "p11"),
        ("dwells", "p14"),
        ("keeper", "p16"),
        ("measured", "p17"),
    ],
)
def test_each_is_found_at_its_place(query: str, anchor: str) -> None:
    assert LOADED.issue is not None
    assert anchor in {hit.anchor for hit in scan([LOADED.issue], parse_query(query))}


def test_a_fix_keeps_the_lines_of_verse_and_leaves_code_alone() -> None:
    text = FILE.read_text("utf-8").replace("处处闻啼鸟。", "处处,闻啼鸟。").replace('print("泉")', 'print("泉,水")')
    changed = fixed(text)
    assert changed == text.replace("处处,闻", "处处，闻")
