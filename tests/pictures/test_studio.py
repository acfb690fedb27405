"""Drawings are made in the order in which they are wanted, kept within a bound, and faults are told once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.confined import InterruptedRequestError
from reader.errors import UnusableError
from reader.pictures.confined_pictures import Drawn, PictureDecoder
from reader.pictures.fitting import WHOLE, DrawingPart, PixelSize
from reader.pictures.headers import PictureFile
from reader.pictures.sights import PictureJob
from reader.pictures.studio import Studio

if TYPE_CHECKING:
    from reader.pictures.abilities import Protocol
    from reader.pictures.fitting import Excerpt
    from reader.pictures.half_blocks import BlockForm, BlockRows, Colour

SIZE = PixelSize(4, 4)


class Decoder(PictureDecoder):
    """Draws nothing, and keeps the order in which it was asked."""

    def __init__(self) -> None:
        self.drawn: list[str] = []
        self.given_up = 0

    def draw(
        self, folder: str, name: str, size: PixelSize, ground: Colour, view: Excerpt = WHOLE, colours: int = 0
    ) -> Drawn:
        self.drawn.append(name)
        if name.startswith("bad"):
            raise UnusableError(f"{name}: damaged, or not whole")
        return Drawn(size, bytes(3 * size.width * size.height))

    def png(self, drawn: Drawn, part: DrawingPart) -> bytes:
        return bytes(1000)

    def blocks(self, drawn: Drawn, form: BlockForm) -> BlockRows:
        return ("row",) * (drawn.size.height // 2)

    def give_up(self) -> None:
        self.given_up += 1

    def close(self) -> None:
        pass


def job(name: str, protocol: Protocol = "kitty", part: DrawingPart | None = None) -> PictureJob:
    return PictureJob(
        PictureFile("folder", name, SIZE), SIZE, WHOLE, (0, 0, 0), protocol, part or DrawingPart(0, 0, *SIZE)
    )


def test_what_is_wanted_is_made_once_in_its_order_and_faults_are_kept() -> None:
    decoder, ready = Decoder(), []
    studio = Studio(decoder)
    jobs = [job("b.png"), job("bad.png"), job("a.png")]
    assert studio.want(jobs)
    assert not studio.want(jobs), "it is at work"
    studio.work(lambda: ready.append(1))
    assert decoder.drawn == ["b.png", "bad.png", "a.png"]
    assert len(ready) == 3
    assert studio.made(jobs[0]) == bytes(1000)
    assert studio.made(jobs[1]) is None
    assert studio.fault(jobs[1].file) == "bad.png: damaged, or not whole"
    assert not studio.want(jobs), "nothing is missing"


def test_parts_of_a_picture_and_its_half_blocks_are_made_of_one_drawing() -> None:
    decoder = Decoder()
    studio = Studio(decoder)
    parts = [job("a.png", "kitty", DrawingPart(0, row, 4, row + 1)) for row in range(4)]
    studio.want([*parts, job("a.png", "blocks")])
    studio.work(lambda: None)
    assert decoder.drawn == ["a.png"]
    assert studio.made(job("a.png", "blocks")) == ("row", "row")


def test_drawings_are_kept_within_a_bound_the_last_ones_longest() -> None:
    studio = Studio(Decoder(), most_bytes=5000)
    jobs = [job(f"{number}.png") for number in range(20)]
    for each in jobs:
        studio.want([each])
        studio.work(lambda: None)
    kept = [number for number, each in enumerate(jobs) if studio.made(each) is not None]
    assert kept
    assert kept == list(range(kept[0], 20))
    assert studio._bytes <= 5000


def test_drawings_that_may_come_next_are_kept_as_far_as_there_is_room_and_those_in_sight_always() -> None:
    decoder = Decoder()
    studio = Studio(decoder, most_bytes=5000)
    jobs = [job(f"{number}.png") for number in range(20)]
    studio.want(jobs, 3)
    studio.work(lambda: None)
    assert [studio.made(each) is not None for each in jobs] == [True] * 5 + [False] * 15
    assert len(decoder.drawn) < 7, "those for which there is no room are not tried"
    assert studio._bytes <= 5000
    studio.want([job("last.png"), *jobs[:2]], 1)
    studio.work(lambda: None)
    assert all(studio.made(each) for each in (job("last.png"), *jobs[:2]))
    assert studio._bytes <= 5000


class NoiseDecoder(Decoder):
    """Makes drawings that take a byte for each pixel and colour."""

    def draw(
        self, folder: str, name: str, size: PixelSize, ground: Colour, view: Excerpt = WHOLE, colours: int = 0
    ) -> Drawn:
        self.drawn.append(f"{name} in {colours}")
        return Drawn(size, bytes([colours % 256, colours // 256]), bool(colours))

    def png(self, drawn: Drawn, part: DrawingPart) -> bytes:
        return bytes(part.size.width * part.size.height * (drawn.data[0] + 256 * drawn.data[1] or 1000))

    def sixel(self, drawn: Drawn, part: DrawingPart) -> str:
        return self.png(drawn, part).decode()


@pytest.mark.parametrize(("protocol", "colours"), [("kitty", 0), ("iterm2", 0), ("sixel", 256), ("placeholders", 0)])
def test_drawings_in_sight_that_would_take_more_than_the_bound_have_fewer_colours(
    protocol: Protocol, colours: int
) -> None:
    for most, expected in ((70_000, colours), (9000, 64), (3000, 16), (600, 4)):
        decoder = NoiseDecoder()
        studio = Studio(decoder, most_bytes=most)
        jobs = [job(f"{number}.png", protocol)._replace(colours=colours) for number in range(3)]
        studio.want(jobs)
        studio.work(lambda: None)
        assert all(studio.made(each) for each in jobs)
        assert studio._bytes <= most
        tried = [int(each.split()[-1]) for each in decoder.drawn if each.startswith("0.png")]
        assert tried[-1] <= expected or expected == 0
        assert (tried == [colours]) == (expected == colours)


def test_drawings_that_were_large_alone_are_made_smaller_when_others_come_beside_them() -> None:
    studio = Studio(NoiseDecoder(), most_bytes=9000)
    first = [job("0.png", "sixel")._replace(colours=256)]
    studio.want(first)
    studio.work(lambda: None)
    assert len(studio.made(first[0]) or "") == 256 * 16
    both = [*first, *(job(f"{number}.png", "sixel")._replace(colours=256) for number in (1, 2, 3))]
    for _ in range(2):
        studio.want(both)
        studio.work(lambda: None)
    assert all(studio.made(each) for each in both)
    assert studio._bytes <= 9000


class InterruptedDecoder(Decoder):
    """Is interrupted while it draws, the first time."""

    def draw(self, *given: object, **more: object) -> Drawn:
        drawn = super().draw(*given, **more)
        if len(self.drawn) == 1:
            raise InterruptedRequestError("was interrupted")
        return drawn


@pytest.mark.parametrize("is_wanted", [True, False])
def test_a_drawing_that_was_given_up_for_another_is_made_again_if_it_is_wanted(is_wanted: bool) -> None:
    decoder = InterruptedDecoder()
    studio = Studio(decoder)
    studio.want([job("a.png")])
    if not is_wanted:
        studio._current = studio._next()
        studio.want([job("b.png")])
        studio._wanted.insert(0, job("a.png"))
    studio.work(lambda: None)
    assert decoder.drawn == (["a.png", "a.png"] if is_wanted else ["a.png", "b.png"])
    assert (studio.made(job("a.png")) is None) == (not is_wanted)
    assert not studio.fault(job("a.png").file)


def test_a_picture_that_is_not_wanted_any_more_is_given_up_without_a_fault() -> None:
    decoder = Decoder()
    studio = Studio(decoder)
    wanted = [job("bad.png")]
    studio.want(wanted)
    studio._current = studio._next()
    studio.want([job("a.png")])
    studio._give_up(wanted[0])
    assert decoder.given_up == 1
    studio._give_up(wanted[0])
    assert decoder.given_up == 1


def test_a_closed_studio_begins_nothing() -> None:
    studio = Studio(Decoder())
    studio.close()
    assert not studio.want([job("a.png")])


@pytest.mark.parametrize("name", ["bridge.png", "none.png"])
def test_a_real_picture_is_drawn_or_its_fault_is_one_line(name: str) -> None:
    folder = str(Path(__file__).parents[2] / "issues" / "lanes-and-rivers-03")
    studio = Studio()
    wanted = PictureJob(
        PictureFile(folder, name, PixelSize(480, 320)), SIZE, WHOLE, (0, 0, 0), "sixel", DrawingPart(0, 0, 4, 4), 16
    )
    studio.want([wanted])
    studio.work(lambda: None)
    studio.close()
    assert (studio.made(wanted) is None) == (name == "none.png")
    told = "" if name == "bridge.png" else "none.png: missing, or no file that can be read"
    assert studio.fault(wanted.file) == told
