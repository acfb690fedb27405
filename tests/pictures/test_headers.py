"""The size of a picture is known without decoding it, and is that of the decoder."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from reader.errors import UnusableError
from reader.pictures.decoding import decoded, inspect
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


FORMS_WITH_EXIF = ("JPEG", "PNG", "WEBP")
CASES = {
    "PNG": saved("PNG", (37, 21)),
    "GIF": saved("GIF", (37, 21)),
    "WebP with loss": saved("WEBP", (37, 21)),
    "WebP without loss": saved("WEBP", (37, 21), lossless=True),
    "JPEG": saved("JPEG", (37, 21)),
    "progressive JPEG": saved("JPEG", (37, 21), progressive=True),
    **{f"{form} turned {turn}": saved(form, (37, 21), turn) for form in FORMS_WITH_EXIF for turn in range(1, 9)},
}


@pytest.mark.parametrize("name", CASES)
def test_the_size_is_that_of_the_decoder(name: str) -> None:
    data = CASES[name]
    assert size_in(BytesIO(data)) == decoded(data, 37, 37).size


@pytest.mark.parametrize("form", FORMS_WITH_EXIF)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_as_its_camera_noted(form: str, orientation: int) -> None:
    held = Image.new("RGB", (40, 24), (255, 0, 0))
    held.paste((0, 0, 255), (0, 0, 20, 12))
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = BytesIO()
    held.save(file, form, exif=exif, quality=95)
    seen = decoded(file.getvalue(), 40, 40).convert("RGB")
    wanted = ImageOps.exif_transpose(Image.open(BytesIO(file.getvalue()))).convert("RGB")
    assert seen.size == wanted.size
    width, height = seen.size
    for at in ((5, 5), (width - 5, 5), (5, height - 5), (width - 5, height - 5)):
        assert all(abs(a - b) < 30 for a, b in zip(seen.getpixel(at), wanted.getpixel(at), strict=True))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP"])
@pytest.mark.parametrize("tenths", range(10))
def test_a_picture_that_is_cut_off_is_told_wherever(form: str, tenths: int) -> None:
    data = saved(form, (90, 60))
    with pytest.raises(UnusableError, match="damaged"):
        decoded(data[: len(data) * tenths // 10], 90, 60)


BRANDS = [b"\0\0\0\x18ftyp%s\0\0\0\0mif1" % brand for brand in (b"heic", b"avif")]


@pytest.mark.parametrize("data", [b"", b"<svg/>", *BRANDS, saved("BMP", (9, 9))])
def test_other_formats_are_told(data: bytes) -> None:
    assert size_in(BytesIO(data)) is None
    with pytest.raises(UnusableError, match="no PNG, JPEG, GIF or WebP"):
        decoded(data, 9, 9)


def test_a_picture_whose_head_gives_no_size_is_reported_by_the_check_as_on_the_screen() -> None:
    data = saved("GIF", (9, 9))
    with pytest.raises(UnusableError, match="no size"):
        inspect({"decoded": 100}, data[:6] + bytes(4) + data[10:])


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
