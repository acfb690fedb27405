"""New sides of texts in an issue file: comments and everything else stay, any text can be written."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.errors import UnusableError
from reader.model.markup import parse
from reader.source.loading import load_source
from reader.source.source_file import SourceFile
from reader.source.text_editing import NewSide, with_sides, with_sides_written
from reader.source.writer import dump
from reader.translation.one_language import with_aligned_bodies
from reader.translation.text_forms import settled, written
from reader.translation.units import all_units
from tests.drawing import examples
from tests.model.strategies import issues, raw_texts

if TYPE_CHECKING:
    from reader.model.magazine import Issue

HEAD = """format: 1
id: a-1
languages: [zh-Hans, en]
magazine: M
label: L
sections:
  - id: s
    title: S
    articles:
      - id: a
        title: {zh-Hans: 题, en: Title}  # of the cover
        body:
"""


def edited(body: str, new: str, end: str = "\n") -> str:
    text = (HEAD + indent(body, INDENT)).replace("\n", end)
    loaded, context = load_source(SourceFile("a.yaml", text))
    assert loaded.issue
    (unit,) = (unit for unit in all_units(loaded.issue, "en") if unit.address == "a-1/a#p1")
    side = NewSide(unit.held.text, "en", "zh-Hans", parse(new, unspaced=False), new)
    changed = with_sides_written(text, context, with_sides(loaded.issue, [side]), [side])
    assert changed.startswith(HEAD.replace("\n", end))
    return dedent(changed.replace(end, "\n").removeprefix(HEAD))


INDENT = " " * 10
LONG = "word " * 12 + "end"


@pytest.mark.parametrize(
    ("body", "new", "after"),
    [
        ("- {zh-Hans: 文}", "new", "- {zh-Hans: 文, en: new}"),
        ("- {zh-Hans: 文, en: }", "new", "- {zh-Hans: 文, en: new}"),
        ("- {zh-Hans: 文, en}", "new", "- {zh-Hans: 文, en: new}"),
        ("- zh-Hans: 文\n  en:", "new", "- zh-Hans: 文\n  en: new"),
        ("- zh-Hans: 文\n  en: # later", LONG, f"- zh-Hans: 文\n  en: {LONG} # later"),
        ("- zh-Hans: 文\n  en:  \n- x", LONG, f"- zh-Hans: 文\n  en: |\n    {LONG}\n- x"),
        ("- {zh-Hans: 文, en: old}  # seen", "new: it's", "- {zh-Hans: 文, en: 'new: it''s'}  # seen"),
        (
            "- zh-Hans: 文  # a\n  en: old  # b",
            LONG,
            f"- zh-Hans: 文  # a\n  en: {LONG}  # b",
        ),
        ("- zh-Hans: 文  # a", LONG, f"- zh-Hans: 文  # a\n  en: |\n    {LONG}\n"),
        (
            "- zh-Hans: |\n    文\n  # c\n  en: | # b\n    old\n# d\n",
            "x",
            "- zh-Hans: |\n    文\n  # c\n  en: x # b\n# d\n",
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_rest_stays(body: str, new: str, after: str, end: str) -> None:
    assert edited(body, new, end) == after


def test_a_side_that_would_be_an_error_is_refused() -> None:
    with pytest.raises(UnusableError, match="the note 'zz' is not defined"):
        edited("- {zh-Hans: 文}\n", "a[^zz]")


@examples(60)
@given(issues(), raw_texts, st.integers(0, 50))
def test_any_text_can_be_written(drawn: Issue, words: str, number: int) -> None:
    text = dump(drawn)
    loaded, context = load_source(SourceFile("a.yaml", text))
    assume(loaded.issue)
    assert loaded.issue
    units = all_units(loaded.issue, "en")
    assume(units)
    unit = units[number % len(units)]
    if unit.held.in_body:
        text = with_aligned_bodies(text, loaded.issue, {unit.article}, "en")
        loaded, context = load_source(SourceFile("a.yaml", text))
        assert loaded.issue
        unit = all_units(loaded.issue, "en")[number % len(units)]
    prose = settled(words, unit.form, "en")
    assume(prose and prose.text and all(span.kind not in ("footnote", "link") for span in prose.spans))
    assert prose
    side = NewSide(unit.held.text, "en", unit.source_language, prose, written(prose, unit.form))
    changed = with_sides(loaded.issue, [side])
    again = load_source(SourceFile("a.yaml", with_sides_written(text, context, changed, [side])))[0].issue
    assert again == changed
    assert all_units(again, "zh-Hans") is not None
