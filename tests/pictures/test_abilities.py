"""The answers of terminals, as they were recorded in their windows, decide how pictures are drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.pictures.abilities import ASKED_IMAGE, QUESTION, PictureAnswers, ability, cell_size, with_answer
from reader.pictures.fitting import USUAL_CELL, CellPixels, PixelSize

YES = f"\x1b_Gi={ASKED_IMAGE};OK"
TERMINALS = {
    "kitty": (["\x1bP>|kitty(0.26.5)", YES, "\x1b[6;19;10t", "\x1b[?62;c"], "kitty"),
    "ghostty": (["\x1bP>|ghostty 1.1.3", YES, "\x1b[?62;22c"], "kitty"),
    "xterm": (["\x1bP>|XTerm(379)", "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c"], "blocks"),
    "xterm with sixel": (["\x1bP>|XTerm(379)", "\x1b[?2;0;1000;1000S", "\x1b[?63;1;2;4;6;9;15;16;22;28c"], "sixel"),
    "foot": (["\x1bP>|foot(1.13.1)", "\x1b[6;19;10t", "\x1b[?62;4;22c"], "sixel"),
    "xterm.js": (["\x1bP>|xterm.js(6.1.0-beta)", YES, "\x1b[6;19;10t", "\x1b[?62;4;9;22c"], "sixel"),
    "Windows Terminal": (["\x1b[?61;4;6;7;14;21;22;23;24;28;32;42c"], "sixel"),
    "iTerm2": (["\x1bP>|iTerm2 3.5.14", "\x1b[?64;1;2;4;6;17;18;21;22c"], "iterm2"),
    "Konsole": (["\x1bP>|Konsole 23.04.1", YES, "\x1b[?62;1;4c"], "sixel"),
    "kitty's protocol only": (["\x1bP>|other 1", YES, "\x1b[?62;c"], "kitty"),
    "tmux": (["\x1bP>|tmux 3.3a", "\x1b[?1;2c"], "blocks"),
    "tmux with sixel": (["\x1bP>|tmux 3.5a", "\x1b[?1;2;4c"], "sixel"),
    "no": ([f"\x1b_Gi={ASKED_IMAGE};EINVAL:no", "\x1b[?62;c"], "blocks"),
    "silent": ([], "blocks"),
}


def answered(sequences: list[str]) -> PictureAnswers:
    answers = PictureAnswers()
    for sequence in sequences:
        assert not answers.is_complete
        answers = with_answer(answers, sequence)
    return answers


@pytest.mark.parametrize("name", TERMINALS)
def test_a_terminal_draws_in_the_way_that_was_seen_in_its_window(name: str) -> None:
    sequences, protocol = TERMINALS[name]
    answers = answered(sequences)
    assert answers.is_complete == bool(sequences)
    found = ability(answers, "auto", in_tmux=False, cell=USUAL_CELL)
    assert found.protocol == protocol
    assert found.crops == (name in ("kitty", "ghostty"))
    assert found.largest == (PixelSize(1000, 1000) if name == "xterm with sixel" else None)
    assert ability(answers, "iterm2", in_tmux=False, cell=USUAL_CELL).protocol == "iterm2"
    assert ability(answers, "blocks", in_tmux=False, cell=USUAL_CELL).protocol == "blocks"


def test_in_tmux_only_the_attributes_count() -> None:
    answers = answered(["\x1bP>|kitty(0.38)", YES, "\x1b[?62;c"])
    assert ability(answers, "auto", in_tmux=True, cell=USUAL_CELL).protocol == "blocks"


@pytest.mark.parametrize(
    ("sequences", "told", "cell"),
    [
        (["\x1b[4;855;1541t", "\x1b[6;19;10t"], None, CellPixels(1541 / 160, 19)),
        (["\x1b[4;859;1604t", "\x1b[6;19;10t"], PixelSize(1600, 855), CellPixels(10, 19)),
        (["\x1b[6;19;10t"], None, CellPixels(10, 19)),
        ([], PixelSize(1604, 904), CellPixels(10, 20)),
        ([], PixelSize(160, 45), USUAL_CELL),
        (["\x1b[6;0;10t", "\x1b[4;99999;99999t"], None, USUAL_CELL),
        ([], None, USUAL_CELL),
    ],
)
def test_the_size_of_a_cell_is_the_best_that_is_known(
    sequences: list[str], told: PixelSize | None, cell: CellPixels
) -> None:
    assert cell_size(answered(sequences), 160, 45, told) == cell


@given(
    st.text(max_size=30),
    st.sampled_from(["\x1bP>|", "\x1b_G", "\x1b[?", "\x1b[4;", "\x1b[?2;0;", ""]),
    st.sampled_from("ctS;m"),
)
def test_any_sequence_is_an_answer_or_nothing(text: str, begin: str, end: str) -> None:
    answers = with_answer(PictureAnswers(), begin + text + end)
    found = cell_size(answers, 80, 24, None)
    assert 1 < found.width < 20_000
    assert 16 <= answers.colours <= 256


def test_the_question_ends_with_the_one_that_all_terminals_answer() -> None:
    assert QUESTION.endswith("\x1b[c")
