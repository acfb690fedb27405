"""PDF files read in a confined process: a page that goes beyond a bound is skipped, and reported in a line.

This module knows neither PDFium nor the analysis of pages: both run in the process, by the requests of
:mod:`reader.importing.pdf.requests`.
"""

from __future__ import annotations

import re
from functools import cache

from reader.confined import Confined, ConfinedError, Limits
from reader.errors import ReaderError, UnusableError
from reader.gate import shown_path
from reader.importing.extraction_data import extraction_from
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.importing.extraction import Extraction

HANDLER = "reader.importing.pdf.requests:answer"
LIMITS = Limits(memory_bytes=512_000_000, cpu_seconds=20, reply_bytes=64_000_000)
MAX_PAGES = 5000
"""Maximum number of pages that are read at a time."""
MAX_SKIPPED = 20
"""Maximum number of pages that are skipped before the rest is given up."""
MAX_ALL_BYTES = 256_000_000
"""Maximum size of all pages as data."""
_PNG = b"\x89PNG\r\n\x1a\n"
_PICTURE_PLACE = re.compile(r"page-([0-9]{1,9})-([0-9]{1,9})\.png")


@cache
def _process() -> Confined:
    """Returns the one process, which keeps the last file open."""
    import atexit

    process = Confined(HANDLER, LIMITS)
    atexit.register(process.close)
    return process


def read_confined_pdf(
    path: str, pages: Sequence[int] = (), progress: Callable[[int, int], None] | None = None
) -> Extraction:
    """Extracts pages of a PDF file, counted from 1; all pages if none is given.

    ``progress`` takes the number of pages that are done, and of all pages.

    Raises:
        ReaderError: The file is encrypted, damaged or no PDF, lacks a page, or its pages have no text; or no page of
            it, or the file itself, can be read within the bounds.
    """
    numbers = _numbers(path, pages)
    found: list[bytes] = []
    skipped: list[str] = []
    for done, number in enumerate(numbers):
        if progress:
            progress(done, len(numbers))
        try:
            found.append(_process().ask({"wanted": "page", "path": path, "number": number}).data)
        except ConfinedError as error:
            skipped.append(f"page {number}: {error}; skipped")
        except ReaderError as error:
            skipped.append(f"{error}; skipped")
        if sum(map(len, found)) > MAX_ALL_BYTES:
            raise UnusableError(
                f"{shown_path(path)}: "
                f"its pages have more than {MAX_ALL_BYTES // 10**6} MB; give some of them by --pages"
            )
        if len(skipped) == MAX_SKIPPED and done + 1 < len(numbers):
            skipped.append(f"the pages after page {number} are not read, as {MAX_SKIPPED} were skipped")
            break
    if not found:
        more = f" (and {len(skipped) - 1} more)" if len(skipped) > 1 else ""
        raise UnusableError(f"{shown_path(path)}: {skipped[0]}{more}")
    try:
        seconds = LIMITS.cpu_seconds + len(found)
        extraction = extraction_from(
            _process().ask({"wanted": "articles", "path": path}, b"\n".join(found), seconds).value
        )
    except ConfinedError as error:
        raise UnusableError(f"{shown_path(path)}: putting its pages together {error}") from None
    return replace(extraction, notes=(*skipped, *extraction.notes), skipped=tuple(skipped))


def _numbers(path: str, pages: Sequence[int]) -> Sequence[int]:
    """Returns the numbers of the pages to read."""
    try:
        count = _process().ask({"wanted": "count", "path": path}).value
    except ConfinedError as error:
        raise UnusableError(f"{shown_path(path)}: {error}") from None
    if not isinstance(count, int):
        raise UnusableError(f"{shown_path(path)} is no PDF, or a damaged one")
    if wrong := next((number for number in pages if number > count), None):
        raise ReaderError(f"{shown_path(path)} has no page {wrong}: it has {count}")
    if not pages and count > MAX_PAGES:
        told = f"has {count:,} pages, more than {MAX_PAGES:,}; give some of them by --pages"
        raise UnusableError(f"{shown_path(path)} {told}")
    return pages or range(1, count + 1)


def pictures_of(path: str, names: Iterable[str]) -> Iterator[tuple[str, bytes | str]]:
    """Yields the pictures of a PDF file by their names in its extraction, as PNG; or a sentence on one left out."""
    for name in names:
        place = _PICTURE_PLACE.fullmatch(name)
        if not place:
            yield name, f"{name}: is no picture of a page; left out"
            continue
        try:
            data = (
                _process()
                .ask({"wanted": "picture", "path": path, "number": int(place[1]), "index": int(place[2])})
                .data
            )
        except (ConfinedError, ReaderError) as error:
            yield name, f"page {place[1]}: a picture {error}; left out"
            continue
        yield name, data if data.startswith(_PNG) else f"page {place[1]}: a picture gives no PNG; left out"
