"""Sequences that the framework fails on, or takes for characters, on a real terminal."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest

from tests.drawing import seeds
from tests.e2e.terminal import patient
from tests.ui.terminal_input import eight_bits, endless, half, kitty_key, no_utf8, pieces

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.terminal import Start

ARTICLE = "lanes-and-rivers-03/old-bridges"
SEED = 4117
NO_KEYS = (
    *(b"\x1b[97;5:3u", b"\x1b[113;1:3u", b"\x1b[99~", b"\x1b[1114112u", b"\x1b[55296u", b"\x1b[57345u", b"\x1b[;;;u"),
    *(
        b"\x1b[48;0;0;0;0t",
        b"\x1b[48;9999;9999;1;1t",
        b"\x1b[?62;22c",
        b"\x1b[7;3R",
        b"\x1b[?2026;9$y",
        b"\x1b[12345;q",
    ),
    *(b"\x1b]11;rgb:0/0/0\x1b\\", b"\x1b]52;c;cXFxcQ==\x07", b"\x1bP>|term q\x1b\\", b"\x1b_Gi=1;OK\x1b\\", b"\x1b(B"),
    *(b"\x9b?1;2c", b"\xc2\x9b?1;2c", b"\x9d4;q\x9c", b"\xff\xfe\xe6\xb3", b"\x1b]" + b"q" * 20_000 + b"\x07"),
)
"""Sequences that are no keys, each of which once ended the program, or was typed into the box."""


def test_no_sequence_is_typed_into_a_box(start: Start) -> None:
    terminal = start(ARTICLE, program=patient("reader.ui.terminal.cutting.HALF_SECONDS"))
    terminal.wait_for("¶1/")
    terminal.press("/")
    terminal.wait_for("find in this article")
    for begin in range(0, len(NO_KEYS), 4):
        os.write(terminal.descriptor, b"".join(NO_KEYS[begin : begin + 4]))
        terminal.read_what_came()
    os.write(terminal.descriptor, "石".encode() + b"\x1b[97;1:3u\x1b[26725;;26725u")
    terminal.wait_for("1/2")
    terminal.press("\x1b[13u\x1b[110u")
    terminal.wait_for("2/2")
    terminal.press("\x1b[113;1:3u\x1b[103u")
    terminal.wait_for("¶1/")
    terminal.press("\x1b[113;1:1u")
    assert terminal.wait() == 0
    terminal.assert_given_back()


@pytest.mark.parametrize("seed", seeds(3, SEED))
def test_any_sequences_leave_it_alive(start: Start, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    terminal = start(ARTICLE)
    terminal.wait_for("¶1/")
    sent = [piece.sent for piece in pieces(chance, 200)]
    sent += [make(chance).sent for make in (kitty_key, eight_bits, no_utf8, half, endless) for _ in range(20)]
    chance.shuffle(sent)
    for piece in sent:
        if b"\x03" in piece or b"q" in piece or b"y" in piece.lower():  # it is not to end yet, nor to copy
            continue
        os.write(terminal.descriptor, piece)
        terminal.read_what_came()
    if not terminal.has_ended:  # Quit stands in the lists of help and of the palette, too
        terminal.press("\x18\x1b[201~\x1b\\\x03")
    assert terminal.wait() in (0, 130)
    terminal.assert_given_back()
    assert [path.read_text("utf-8") for path in tmp_path.rglob("reader.log")] == []
