"""Drawings of pictures, made beside the screen in the order in which they are wanted, and kept within a bound."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock, Timer
from typing import TYPE_CHECKING

from reader.confined import InterruptedRequestError
from reader.errors import UnusableError
from reader.pictures import iterm2
from reader.pictures.confined_pictures import Drawn, PictureDecoder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.pictures.half_blocks import BlockRows
    from reader.pictures.headers import PictureFile
    from reader.pictures.sights import PictureJob

    Made = str | bytes | BlockRows
    """A text for the terminal (sixel, iTerm2), the bytes of a PNG (kitty), or rows of half blocks."""

MAX_KEPT_BYTES = 32_000_000
"""Bytes of the drawings that are kept. Those in sight have shares by their pixels, and fewer colours to fit in."""
FEWER_COLOURS = (256, 64, 16, 4)
"""Numbers of colours of a drawing that would take more than its share, one after the other until it does not."""
MAX_FAULTS = 200
"""Number of pictures of which it is kept why they cannot be drawn."""
PATIENCE_SECONDS = 0.5
"""Time that the decoding of a picture may still take when nobody wants it any more."""
_PHOTOGRAPHS = (".jpg", ".jpeg", ".jpe", ".jfif")


class Studio:
    """Makes drawings in one thread, the first that is wanted first. Its methods may be called from any thread."""

    def __init__(self, decoder: PictureDecoder | None = None, most_bytes: int = MAX_KEPT_BYTES) -> None:
        self._decoder = decoder or PictureDecoder()
        self._kept: OrderedDict[object, tuple[Made | Drawn, int]] = OrderedDict()
        self._bytes, self._most_bytes = 0, most_bytes
        self._faults: OrderedDict[PictureFile, str] = OrderedDict()
        self._wanted: list[PictureJob] = []
        self._in_want: dict[PictureJob, int] = {}
        """The drawings that are wanted, made or not, each with its number in their order."""
        self._shares: dict[PictureJob, float] = {}
        """The most bytes for each of the drawings in sight."""
        self._current: PictureJob | None = None
        self._lock = Lock()
        self._is_at_work = self._is_closed = False

    def made(self, job: PictureJob) -> Made | None:
        """Returns a drawing; None if it is not made yet."""
        found = self._found(job)
        return None if isinstance(found, Drawn) else found

    def fault(self, file: PictureFile) -> str:
        """Returns why a picture cannot be drawn; an empty string if that is not known."""
        return self._faults.get(file, "")

    def want(self, jobs: Sequence[PictureJob], in_sight: int | None = None) -> bool:
        """Takes the drawings that are wanted now, the most urgent first, in place of those before.

        Args:
            jobs: The drawings.
            in_sight: The number of the first ones that are in sight, of which none is dropped; all of them for None.

        Returns:
            Whether :meth:`work` has to be started.
        """
        with self._lock:
            self._in_want = {job: number for number, job in enumerate(dict.fromkeys(jobs))}
            self._share_out(list(dict.fromkeys(jobs[:in_sight])))
            self._wanted = [job for job in self._in_want if job not in self._kept and job.file not in self._faults]
            current = self._current
            if current and current.file not in {job.file for job in jobs}:
                patience = Timer(PATIENCE_SECONDS, self._give_up, (current,))
                patience.daemon = True
                patience.start()
            starts = bool(self._wanted) and not self._is_at_work and not self._is_closed
            self._is_at_work = self._is_at_work or starts
        return starts

    def _share_out(self, jobs: Sequence[PictureJob]) -> None:
        """Gives each drawing in sight its share; drops those that have more, if together they have more than all."""
        pixels = {job: job.part.size.width * job.part.size.height for job in jobs}
        whole = sum(pixels.values())
        self._shares = {job: self._most_bytes * pixels[job] / whole for job in jobs}
        kept = {job: self._kept[job][1] for job in jobs if job in self._kept}
        if sum(kept.values()) > self._most_bytes:
            for job, length in kept.items():
                if length > self._shares[job]:
                    self._drop(job)

    def work(self, ready: Callable[[], object]) -> None:
        """Makes drawings until none is wanted; ``ready`` is called after each, in this thread."""
        while job := self._next():
            try:
                made = self._make(job)
            except InterruptedRequestError:
                self._make_again(job)
            except UnusableError as error:
                self._keep_fault(job.file, str(error))
                ready()
            except BaseException:
                with self._lock:
                    self._is_at_work, self._current = False, None
                raise
            else:
                self._keep(job, made, _bytes_of(made))
                ready()

    def close(self) -> None:
        """Ends the decoding for good, whatever it is doing."""
        with self._lock:
            self._is_closed, self._wanted, self._in_want = True, [], {}
        self._decoder.close()

    def _make_again(self, job: PictureJob) -> None:
        """Puts a drawing that was given up back if it is wanted: another one was meant, or it is wanted again."""
        with self._lock:
            if job in self._in_want and not self._is_closed:
                self._wanted.insert(0, job)

    def _next(self) -> PictureJob | None:
        """Returns the next job; None if there is none, and the work ends."""
        with self._lock:
            while self._wanted:
                job = self._wanted.pop(0)
                if job not in self._kept and job.file not in self._faults:
                    self._current = job
                    return job
            self._current, self._is_at_work = None, False
            return None

    def _give_up(self, job: PictureJob) -> None:
        with self._lock:
            is_unwanted = self._current == job and job.file not in {each.file for each in self._wanted}
            if is_unwanted:
                self._current = None
        if is_unwanted:
            self._decoder.give_up()

    def _make(self, job: PictureJob) -> Made:
        """Returns a drawing that takes no more than its share, if fewer colours make it so."""
        with self._lock:
            most = self._shares.get(job, self._most_bytes)
        made = self._encoded(job, job.colours)
        for colours in FEWER_COLOURS:
            if _bytes_of(made) <= most or job.protocol == "blocks":
                break
            if not job.colours or colours < job.colours:
                made = self._encoded(job, colours)
        return made

    def _encoded(self, job: PictureJob, colours: int) -> Made:
        drawn = self._drawn(job, colours)
        if job.protocol == "sixel":
            return self._decoder.sixel(drawn, job.part)
        if job.protocol == "blocks":
            return self._decoder.blocks(drawn, job.blocks)
        if job.protocol in ("kitty", "placeholders"):
            return self._decoder.png(drawn, job.part)
        is_photograph = job.file.name.lower().endswith(_PHOTOGRAPHS) and not colours
        make = self._decoder.jpeg if is_photograph else self._decoder.png
        return iterm2.inline(make(drawn, job.part), job.part.size)

    def _drawn(self, job: PictureJob, colours: int) -> Drawn:
        """Returns the whole drawing of which a job has a part."""
        key = (job.file, job.size, job.excerpt, job.ground, colours)
        found = self._found(key)
        if isinstance(found, Drawn):
            return found
        folder, name, *_ = job.file
        drawn = self._decoder.draw(folder, name, job.size, job.ground, job.excerpt, colours)
        self._keep(key, drawn, len(drawn.data))
        return drawn

    def _found(self, key: object) -> Made | Drawn | None:
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                return None
            self._kept.move_to_end(key)
            return found[0]

    def _keep(self, key: object, made: Made | Drawn, length: int) -> None:
        """Keeps a drawing, and drops others beyond the bound: first those not wanted, then those that may come next."""
        with self._lock:
            self._drop(key)
            self._bytes += length
            self._kept[key] = made, length
            ahead = sorted(self._in_want.keys() - self._shares.keys(), key=self._in_want.__getitem__, reverse=True)
            unwanted = [each for each in self._kept if each not in self._in_want]
            for old in (*unwanted, *(each for each in ahead if each in self._kept)):
                if self._bytes <= self._most_bytes:
                    return
                self._drop(old)
                if old in self._in_want:  # there is no room for those behind it either
                    self._wanted = [job for job in self._wanted if job in self._shares]

    def _drop(self, key: object) -> None:
        _, length = self._kept.pop(key, (None, 0))
        self._bytes -= length

    def _keep_fault(self, file: PictureFile, fault: str) -> None:
        with self._lock:
            self._faults[file] = fault
            if len(self._faults) > MAX_FAULTS:
                self._faults.popitem(last=False)


def _bytes_of(made: Made) -> int:
    """Returns about the number of bytes that a drawing takes."""
    return sum(map(len, made)) if isinstance(made, tuple) else len(made)
