from __future__ import annotations

import io
import re

from hypothesis import given
from hypothesis import strategies as st

from reader.cli.output import Output
from tests.drawing import examples

PIECES = st.sampled_from(["", " ", "  ", "a", "泉", "\u3000", "\u00ad", "\t", "\n", "\x1b[31m", "é", "\u200d", "b "])
RUNS = st.lists(st.tuples(st.lists(PIECES, max_size=4).map("".join), st.sampled_from(["", "title", "muted odd"])))
CODES = re.compile(r"\x1b\[[0-9;]*m")


def written(runs: list[tuple[str, str]], *, colour: bool) -> str:
    stream = io.StringIO()
    output = Output(stream, colour)
    output.line(runs)
    output.flush()
    return stream.getvalue()


@examples(200)
@given(RUNS)
def test_a_line_is_the_same_with_colours_and_without(runs: list[tuple[str, str]]) -> None:
    plain = written(runs, colour=False)
    assert CODES.sub("", written(runs, colour=True)) == plain
    assert "\x1b" not in plain
    assert plain == plain[:-1].rstrip(" ") + "\n"


def test_styles_are_codes_around_the_cleaned_text() -> None:
    assert written([("a\x1b[2J", "title"), (" b ", "")], colour=True) == "\x1b[1ma\ufffd[2J\x1b[0m b\n"
