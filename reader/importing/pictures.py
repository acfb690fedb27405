"""Pictures of an extraction, written into the folder beside a draft."""

from __future__ import annotations

import os
import re
from urllib.parse import unquote

from reader.errors import ReaderError
from reader.file_writing import TakenError, write_new
from reader.gate import shown_path
from reader.importing.documents.confined_documents import extension_of
from reader.importing.extraction import renamed_pictures
from reader.importing.formats import pictures_of
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.extraction import Extraction
    from reader.importing.sources import PageSource

MAX_STEM_CHARS = 60


def with_saved_pictures(extraction: Extraction, source: PageSource, folder: str, prefix: str) -> Extraction:
    """Writes the pictures of a source into a folder, and returns its extraction with the names of their files there.

    Without a folder, and for a picture that cannot be read, a figure has none. Each of the latter is among the parts
    that were skipped.

    Raises:
        ReaderError: A file cannot be written.
    """
    names = [figure.picture for article in extraction.articles for figure in article.figures if figure.picture]
    names += [figure.file for each in extraction.prepared for figure in each.article.figures if figure.file]
    names = list(dict.fromkeys(names))
    saved: dict[str, str] = {}
    left_out: list[str] = []
    if names and folder:
        try:
            for name, data in pictures_of(source, names):
                if isinstance(data, str):
                    left_out.append(data)
                    continue
                os.makedirs(folder, exist_ok=True)
                saved[name] = _written(folder, f"{prefix}-{_file_name(name, data)}", data)
        except OSError as error:
            raise ReaderError(f"{shown_path(folder)}: pictures cannot be written: {error.strerror}") from error
    found = renamed_pictures(extraction, saved)
    return replace(found, notes=(*found.notes, *left_out), skipped=(*found.skipped, *left_out))


def _file_name(name: str, data: bytes) -> str:
    """Returns the name of a picture's file: letters, digits and hyphens of its own name, the ending of its format."""
    stem = os.path.splitext(os.path.basename(unquote(name).replace("\\", "/")))[0]
    made = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:MAX_STEM_CHARS] or "picture"
    return made + (extension_of(data) or ".png")


def _written(folder: str, name: str, data: bytes) -> str:
    """Writes a file, and returns its name: with a number before its extension if the folder has one of that name."""
    stem, extension = os.path.splitext(name)
    made, number = name, 1
    while True:
        try:
            write_new(os.path.join(folder, made), [data])
        except TakenError:
            number += 1
            made = f"{stem}-{number}{extension}"
        else:
            return made
