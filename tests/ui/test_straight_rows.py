"""Rows in which no cluster moves the text behind it, on terminals that give it any number of cells."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.graphemes import boundaries
from reader.layout.width import cell_width
from reader.ui.terminal.straight_rows import MAY_DRIFT, straightened

COLUMN = re.compile(r"\x1b\[\d+G")
TEXTS = st.lists(st.sampled_from(["👨‍👩‍👧", "👍🏽", "🇨🇳", "🇨", "🧑🏽‍🚀", "a", "泉", "é", "\x1b[1m", "क्‍ष", "☂️"]))


def test_the_column_behind_a_cluster_is_stated() -> None:
    assert (
        straightened("\x1b[3;5H👨‍👩‍👧家\x1b[1mA👍🏽🇨🇳。") == "\x1b[3;5H👨‍👩‍👧\x1b[7G家\x1b[1mA👍🏽\x1b[12G🇨🇳\x1b[14G。"
    )


def test_what_cannot_drift_or_has_no_place_is_unchanged() -> None:
    for output in ("", "\x1b[1;1H石 spring ☂️ 🏠", "👍🏽", "\x1b[1;1H石\n👍🏽", "\x1b]8;;https://a.b/\x1b\\"):
        assert straightened(output) == output


@given(st.integers(1, 90), TEXTS)
def test_the_columns_are_those_of_the_layout_and_nothing_else_is_added(column: int, texts: list[str]) -> None:
    output = f"\x1b[2;{column}H" + "".join(texts)
    straight = straightened(output)
    assert COLUMN.sub("", straight) == output
    place = column
    for part in re.findall(r"\x1b\[\d+G|\x1b\[[^a-zA-Z]*[a-zA-Z]|[^\x1b]+", straight):
        if COLUMN.fullmatch(part):
            assert part == f"\x1b[{place}G"
        elif not part.startswith("\x1b"):
            place += cell_width(part)
            assert not any(MAY_DRIFT.search(part[a:b]) for a, b in pairwise(boundaries(part)[:-1]))
