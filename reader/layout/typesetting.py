"""The choices for setting paragraphs, apart from the width."""

from __future__ import annotations

from reader.model.record import record


@record
class Typesetting:
    """The choices for setting an article."""

    justified: bool = False
    """Whether lines of running text are made equally wide."""
    hanging: bool = True
    """Whether a closing mark may hang beside a column, where the geometry leaves room for it."""
    hyphenated: bool = False
    """Whether a word may be divided where a line would otherwise be much narrower than its column."""
    spaced: bool = True
    """Whether a blank is drawn between ideographs and Latin where the text has none."""
    indented: bool = True
    """Whether paragraphs in ideographs begin with an indent."""
    annotated: bool = True
    """Whether readings are shown above the text."""
    scrolled_tables: bool = False
    """Whether a table that does not fit its column is scrolled sideways instead of set as a list."""
