"""Pictures decoded in this process, for the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UnusableError
from reader.pictures.decoding import decoded
from reader.pictures.picture_files import picture_bytes

if TYPE_CHECKING:
    from PIL.Image import Image


def open_picture(folder: str, name: str, width_pixels: int, height_pixels: int) -> Image:
    try:
        return decoded(picture_bytes(folder, name), width_pixels, height_pixels)
    except UnusableError as error:
        raise UnusableError(f"{name}: {error}") from error
