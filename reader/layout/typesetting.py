"""How paragraphs are set: what a reader may choose beside the width."""

from __future__ import annotations

from reader.model.record import record


@record
class Typesetting:
    """The choices for setting an article; the defaults are ragged lines without divided words."""

    justified: bool = False
    """Whether running text fills its column to the cell."""
    hanging: bool = True
    """Whether a closing mark may stand in the room beside a column, where the caller gives such a room."""
    hyphenated: bool = False
    """Whether a word may be divided where a line would otherwise end far before its column does."""
    spaced: bool = True
    """Whether a blank is drawn between Chinese and Latin where the text has none."""
    indented: bool = True
    """Whether Chinese paragraphs begin with an indent."""
    scrolled_tables: bool = False
    """Whether a table too wide for its column is set wider, to be scrolled sideways, and not as a list."""
