"""The pictures that a terminal can draw: the question, its answers, and the decision. Pure.

A yes to kitty's question alone is no proof: some terminals that give it ignore the crop of a picture. So the name and
the version count, too (XTVERSION).
"""

from __future__ import annotations

import re

from reader.model.record import record, replace
from reader.pictures.fitting import USUAL_CELL, CellPixels, PixelSize
from reader.pictures.half_blocks import BlockForm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from reader.settings.table import PicturesSetting

    Protocol = Literal["kitty", "placeholders", "sixel", "iterm2", "blocks"]
    """A way to draw pictures; ``placeholders`` are kitty's in the cells of a text, ``blocks`` are half blocks."""

ASKED_IMAGE = 2_130_303
"""The number of the picture in kitty's question, which no picture of ours has."""
FENCE = "\x1b[c"
"""The request for the attributes (DA1), which every terminal answers: behind its answer no other one is missing."""
_CELL_SIZES = "\x1b[14t\x1b[16t"
CELL_QUESTION = f"{_CELL_SIZES}{FENCE}"
"""Requests for the size of the text and of a cell in pixels."""
QUESTION = f"\x1b[>q\x1b_Gi={ASKED_IMAGE},s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\{_CELL_SIZES}\x1b[?2;1;0S\x1b[?1;1;0S{FENCE}"
"""The name, kitty's pictures, sizes, the largest sixel picture and its colours; last the fence."""
ANSWER_SECONDS = 0.3
"""Time for the answers, after which pictures are half blocks until they come."""
LATE_SECONDS = 1.0
"""Time in which answers are awaited before the terminal is given back: later ones would be typed into the shell."""
BLOCKS = BlockForm()
"""The form of half blocks on most terminals."""
LEAST_COLOURS, MOST_COLOURS = 16, 256
_MOST_PIXELS = 20_000
"""Greatest size that is believed."""
_SIXEL = "4"
"""The attribute of a terminal that draws sixel pictures."""
_CROPPING = ("kitty", "ghostty")
"""The beginnings of the names of terminals that crop kitty's pictures."""
_MULTIPLEXERS = ("tmux", "screen", "zellij")
_NAME = re.compile(r"\x1bP>\|([ -~]{1,100})")
_KITTY = re.compile(rf"\x1b_G(?:[^;]*,)?i={ASKED_IMAGE}(?:,[^;]*)?;OK")
_ATTRIBUTES = re.compile(r"\x1b\[\?([0-9;]{0,100})c")
_FENCED = re.compile(r"\x1b\[\?[0-9;]*c")
_SIZE = re.compile(r"\x1b\[([46]);([0-9]{1,5});([0-9]{1,5})t")
_LARGEST = re.compile(r"\x1b\[\?2;0;([0-9]{1,5});([0-9]{1,5})S")
_COLOURS = re.compile(r"\x1b\[\?1;0;([0-9]{1,5})S")


@record
class PictureAnswers:
    """The answers of a terminal so far."""

    name: str = ""
    kitty: bool = False
    attributes: tuple[str, ...] | None = None
    """Its attributes (DA1); None before the answer, which is the last one."""
    cell: PixelSize | None = None
    text: PixelSize | None = None
    """The size of all its text."""
    largest: PixelSize | None = None
    """The largest sixel picture."""
    colours: int = MOST_COLOURS

    @property
    def is_complete(self) -> bool:
        """Whether no answer is missing."""
        return self.attributes is not None


def with_answer(answers: PictureAnswers, sequence: str) -> PictureAnswers:
    """Returns the answers with one more; the same ones for a sequence that is none, or is not to be believed.

    Args:
        answers: The answers so far.
        sequence: A whole sequence from the terminal, a string without its end.
    """
    if name := _NAME.fullmatch(sequence):
        return replace(answers, name=name[1])
    if _KITTY.fullmatch(sequence):
        return replace(answers, kitty=True)
    if attributes := _ATTRIBUTES.fullmatch(sequence):
        return replace(answers, attributes=tuple(attributes[1].split(";")))
    if size := _SIZE.fullmatch(sequence):
        found = PixelSize(int(size[3]), int(size[2]))
        if 0 < found.width <= _MOST_PIXELS and 0 < found.height <= _MOST_PIXELS:
            return replace(answers, text=found) if size[1] == "4" else replace(answers, cell=found)
    if (largest := _LARGEST.fullmatch(sequence)) and int(largest[1]) and int(largest[2]):
        return replace(answers, largest=PixelSize(int(largest[1]), int(largest[2])))
    if colours := _COLOURS.fullmatch(sequence):
        return replace(answers, colours=max(LEAST_COLOURS, min(int(colours[1]), MOST_COLOURS)))
    return answers


@record
class PictureAbility:
    """The way in which a terminal draws pictures."""

    protocol: Protocol
    cell: CellPixels = USUAL_CELL
    crops: bool = False
    """Whether it draws a part of a picture that it has (kitty)."""
    largest: PixelSize | None = None
    """The largest sixel picture; None for any."""
    colours: int = MOST_COLOURS
    """Number of colours of a sixel picture."""
    blocks: BlockForm = BlockForm()
    """The form of half blocks."""
    in_tmux: bool = False
    """Whether the sequences of placeholders are wrapped, so that tmux passes them on."""


def ability(
    answers: PictureAnswers, wanted: PicturesSetting, *, in_tmux: bool, cell: CellPixels, blocks: BlockForm = BLOCKS
) -> PictureAbility:
    """Returns the way in which a terminal draws pictures.

    Args:
        answers: Its answers, or those that came in time.
        wanted: The setting; ``auto`` decides by the answers.
        in_tmux: Whether the terminal is tmux's.
        cell: The size of a cell.
        blocks: The form of half blocks that it shows.
    """
    crops = answers.name.lower().startswith(_CROPPING)
    protocol: Protocol = "blocks"
    if wanted in ("kitty", "placeholders", "sixel", "iterm2"):
        protocol = wanted
    elif wanted == "auto":
        protocol = _protocol(answers, crops=crops, in_tmux=in_tmux)
    return PictureAbility(protocol, cell, crops, answers.largest, answers.colours, blocks, in_tmux)


def _protocol(answers: PictureAnswers, *, crops: bool, in_tmux: bool) -> Protocol:
    name = answers.name.lower()
    has_sixel = _SIXEL in (answers.attributes or ())
    if in_tmux or name.startswith(_MULTIPLEXERS):
        return "sixel" if has_sixel else "blocks"
    if answers.kitty and crops:
        return "kitty"
    if name.startswith("iterm2"):
        return "iterm2"
    if has_sixel:
        return "sixel"
    return "kitty" if answers.kitty else "blocks"


def is_alike(one: PictureAbility, other: PictureAbility) -> bool:
    """Whether two abilities are one way of drawing, apart from the size of the cells and the bounds of a picture."""
    return (one.protocol, one.crops) == (other.protocol, other.crops)


def is_fence(sequence: str) -> bool:
    """Whether a sequence is the answer to the fence."""
    return _FENCED.match(sequence) is not None


def is_multiplexed(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is that of a multiplexer, which passes only some sequences on."""
    return bool(environ.get("TMUX") or environ.get("STY"))


def cell_size(answers: PictureAnswers, columns: int, rows: int, told: PixelSize | None) -> CellPixels:
    """Returns the size of a cell: as the terminal answers it, else by the pixels of its window.

    A terminal may answer whole numbers for cells that are a fraction narrower: the text's size by its columns is exact.

    Args:
        answers: The answers of the terminal.
        columns: Its number of columns.
        rows: Its number of rows.
        told: The size of its text in pixels, as the system knows it; None if it does not.
    """
    cell, text = answers.cell, answers.text
    if cell and text:
        return CellPixels(_exact(text.width / columns, cell.width), _exact(text.height / rows, cell.height))
    if cell:
        return CellPixels(cell.width, cell.height)
    if found := text or told:
        width, height = found.width // columns, found.height // rows
        if width > 1 and height > 1:
            return CellPixels(width, height)
    return USUAL_CELL


def _exact(quotient: float, answered: int) -> float:
    """Returns the quotient where it is the answer before it was rounded up."""
    return quotient if answered - 1 < quotient < answered else float(answered)
