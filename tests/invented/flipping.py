"""Bits of a file that are flipped at random."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def flip(path: Path, bits: int, seed: int) -> None:
    """Flips some bits of a file."""
    drawn = random.Random(seed)
    with path.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        for _ in range(bits):
            file.seek(at := drawn.randrange(size))
            byte = file.read(1)[0]
            file.seek(at)
            file.write(bytes([byte ^ 1 << drawn.randrange(8)]))
