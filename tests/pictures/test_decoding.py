"""Pictures are bounded by the memory they take, not by the size of their file."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from reader.errors import UnusableError
from reader.pictures.half_blocks import half_blocks, scaled
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
    cells = half_blocks(scaled(open_picture(str(tmp_path), "a.png", 80, 60), 80, 30, (0, 0, 0)))
    assert 1 <= len(cells) <= 30
    assert 1 <= len(cells[0]) <= 80


def test_the_largest_picture_stays_within_the_promised_memory(tmp_path: Path) -> None:
    Image.new("RGBA", (4800, 4800), (200, 100, 50, 128)).save(tmp_path / "a.png")
    program = (
        "import sys\n"
        "from reader.pictures.decoding import decoded\n"
        "from reader.pictures.half_blocks import half_blocks, scaled\n"
        "from reader.pictures.picture_files import picture_bytes\n"
        "picture = decoded(picture_bytes(sys.argv[1], 'a.png'), 160, 90)\n"
        "half_blocks(scaled(picture, 160, 45, (0, 0, 0)))\n"
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
