"""Pictures are bounded by the memory they take, not by the size of their file."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from reader.errors import UnusableError
from reader.pictures.decoding import drawn
from reader.pictures.fitting import WHOLE, CellBox, Excerpt, PixelSize
from reader.pictures.half_blocks import BLOCK, BlockForm, Pixels, block_rows, size_in_blocks
from reader.pictures.picture_files import picture_bytes
from tests.pictures.opening import open_picture


@pytest.mark.parametrize("size", [(20_000, 1), (1, 20_000), (6000, 6000)])
def test_a_picture_that_is_too_large_is_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    Image.new("L", size).save(tmp_path / "big.png")
    with pytest.raises(UnusableError, match=r"big\.png: more than"):
        open_picture(str(tmp_path), "big.png", 80, 60)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "1", "I;16"])
@pytest.mark.parametrize("size", [(1, 1), (480, 320), (4000, 10), (10, 4000), (3000, 2000)])
def test_any_picture_fits_into_the_room(tmp_path: Path, mode: str, size: tuple[int, int]) -> None:
    Image.new(mode, size).save(tmp_path / "a.png")
    room = size_in_blocks(PixelSize(*size), CellBox(80, 30), WHOLE)
    picture = drawn(picture_bytes(str(tmp_path), "a.png"), room, WHOLE, (0, 0, 0))
    rows = block_rows(Pixels(room.width, picture.tobytes()), BlockForm())
    assert 1 <= len(rows) <= 30
    assert {row.count(BLOCK) for row in rows} == {room.width}


def test_the_largest_picture_stays_within_the_promised_memory(tmp_path: Path) -> None:
    Image.new("RGBA", (4800, 4800), (200, 100, 50, 128)).save(tmp_path / "a.png")
    program = (
        "import sys\n"
        "from reader.pictures.decoding import drawn\n"
        "from reader.pictures.fitting import WHOLE, PixelSize\n"
        "from reader.pictures.picture_files import picture_bytes\n"
        "drawn(picture_bytes(sys.argv[1], 'a.png'), PixelSize(1600, 900), WHOLE, (0, 0, 0))\n"
        "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1])"
    )
    if not Path("/proc/self/status").exists():
        pytest.skip("no /proc to read the peak from")
    result = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert int(result.stdout) < 250_000


def test_a_folder_of_pictures_may_be_a_link_only_to_one_beside_the_issue(tmp_path: Path) -> None:
    for folder in ("library/beside", "elsewhere"):
        (tmp_path / folder).mkdir(parents=True)
        Image.new("RGB", (8, 8)).save(tmp_path / folder / "one.png")
    issue = tmp_path / "library" / "issue"
    issue.symlink_to("beside")
    assert open_picture(str(issue), "one.png", 8, 8).size == (8, 8)
    issue.unlink()
    issue.symlink_to("../elsewhere")
    with pytest.raises(UnusableError, match="not in the issue's folder"):
        open_picture(str(issue), "one.png", 8, 8)


def pixel(
    tmp_path: Path, picture: Image.Image, form: str, at: tuple[int, int] = (5, 5), **options: object
) -> tuple[int, ...]:
    """Returns a pixel of a picture of 10 by 10 that was saved in a form, on a ground of 10, 20, 30."""
    picture.save(tmp_path / "a.png", form, **options)
    return drawn((tmp_path / "a.png").read_bytes(), PixelSize(10, 10), WHOLE, (10, 20, 30)).getpixel(at)


def test_colours_are_right_whatever_the_mode(tmp_path: Path) -> None:
    cmyk = pixel(tmp_path, Image.new("CMYK", (10, 10), (0, 255, 255, 0)), "JPEG", quality=95)
    assert cmyk[0] > 200 > 80 > cmyk[1]
    deep = pixel(tmp_path, Image.new("I;16", (10, 10), 0x8080), "PNG")
    assert deep == (128, 128, 128)
    clear = pixel(tmp_path, Image.new("RGBA", (10, 10), (255, 0, 0, 0)), "PNG")
    assert clear == (10, 20, 30)
    half = pixel(tmp_path, Image.new("LA", (10, 10), (255, 128)), "PNG")
    assert all(abs(a - b) < 3 for a, b in zip(half, (133, 138, 143), strict=True))
    keyed = pixel(tmp_path, Image.new("RGB", (10, 10), (9, 9, 9)), "PNG", transparency=(9, 9, 9))
    assert keyed == (10, 20, 30)
    frames = [Image.new("RGB", (10, 10), colour) for colour in ("red", "blue")]
    assert pixel(tmp_path, frames[0], "GIF", save_all=True, append_images=frames[1:]) == (255, 0, 0)


def test_a_part_of_a_picture_is_drawn_as_sharp_as_the_picture_is(tmp_path: Path) -> None:
    picture = Image.new("RGB", (800, 400))
    picture.putpixel((601, 301), (255, 255, 255))
    picture.save(tmp_path / "a.png")
    near = drawn((tmp_path / "a.png").read_bytes(), PixelSize(200, 100), Excerpt(0.75, 0.75, 1.0, 1.0), (0, 0, 0))
    assert near.getpixel((1, 1)) == (255, 255, 255)
    assert near.getpixel((3, 3)) == (0, 0, 0)
