"""The size of a picture is known without decoding it, and is that of the decoder."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from reader.pictures.decoding import decoded
from reader.pictures.headers import picture_file, size_in

if TYPE_CHECKING:
    from pathlib import Path


def saved(form: str, size: tuple[int, int], orientation: int = 0, **options: object) -> bytes:
    file = BytesIO()
    exif = Image.Exif()
    if orientation:
        exif[0x0112] = orientation
        options["exif"] = exif
    Image.effect_noise(size, 60).convert("RGB").save(file, form, **options)
    return file.getvalue()


CASES = {
    "PNG": saved("PNG", (37, 21)),
    "GIF": saved("GIF", (37, 21)),
    "WebP with loss": saved("WEBP", (37, 21)),
    "WebP without loss": saved("WEBP", (37, 21), lossless=True),
    "JPEG": saved("JPEG", (37, 21)),
    "progressive JPEG": saved("JPEG", (37, 21), progressive=True),
    **{f"JPEG turned {turn}": saved("JPEG", (37, 21), turn) for turn in range(1, 9)},
}


@pytest.mark.parametrize("name", CASES)
def test_the_size_is_that_of_the_decoder(name: str) -> None:
    data = CASES[name]
    assert size_in(BytesIO(data)) == decoded(data, 37, 37).size


def test_a_picture_is_turned_as_its_camera_noted() -> None:
    upright = Image.new("RGB", (40, 20), (255, 0, 0))
    upright.paste((0, 0, 255), (0, 0, 20, 20))  # blue at the left
    exif = Image.Exif()
    exif[0x0112] = 6
    file = BytesIO()
    upright.transpose(Image.Transpose.ROTATE_90).save(file, "JPEG", exif=exif, quality=95)
    seen = decoded(file.getvalue(), 40, 20)
    assert seen.size == (40, 20)
    red, _, blue, _ = seen.getpixel((5, 10))
    assert blue > 200 > red


@given(st.sampled_from([*CASES.values()]), st.integers(0, 80), st.binary(max_size=12))
def test_any_bytes_have_a_size_or_none(data: bytes, at: int, other: bytes) -> None:
    broken = data[:at] + other + data[at + len(other) :]
    for piece in (broken, broken[:at]):
        size = size_in(BytesIO(piece))
        assert size is None or (size.width >= 0 and size.height >= 0)


def test_a_file_that_is_no_picture_or_leads_out_has_no_size(tmp_path: Path) -> None:
    folder = tmp_path / "issue"
    folder.mkdir()
    (tmp_path / "out.png").write_bytes(CASES["PNG"])
    (folder / "link.png").symlink_to(tmp_path / "out.png")
    (folder / "text.png").write_text("no picture", encoding="utf-8")
    (folder / "none.png").write_bytes(CASES["PNG"][:16] + bytes(8))
    (folder / "good.png").write_bytes(CASES["JPEG"])
    none = {
        name: picture_file(str(folder), name) for name in ("link.png", "text.png", "none.png", "no.png", "../out.png")
    }
    assert set(none.values()) == {None}
    found = picture_file(str(folder), "good.png")
    assert found
    assert found.size == (37, 21)
