"""The invented pages that imports are measured on: the same ones each time, and with a truth of the same text."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import yaml

MAKER = Path(__file__).parents[2] / "benchmarks" / "make_pages.py"
FOLDED = str.maketrans("，：；！？（）", ",:;!?()")


def make_pages(folder: Path, pages: int, seed: int) -> None:
    subprocess.run([sys.executable, MAKER, folder, "--pages", str(pages), "--seed", str(seed)], check=True)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_seed_gives_the_same_pages(tmp_path: Path) -> None:
    for name, seed in (("one", 3), ("again", 3), ("other", 4)):
        make_pages(tmp_path / name, 2, seed)
    one = files(tmp_path / "one")
    assert sorted(one) == [f"page00{page}/{name}" for page in (1, 2) for name in ("page.pdf", "page.txt", "truth.yaml")]
    assert one == files(tmp_path / "again")
    other = files(tmp_path / "other")
    assert all(one[name] != other[name] for name in one)


def test_what_a_truth_says_stands_on_its_page(tmp_path: Path) -> None:
    make_pages(tmp_path, 8, 5)
    for folder in sorted(tmp_path.iterdir()):
        truth = yaml.safe_load((folder / "truth.yaml").read_text("utf-8"))
        page = Counter((folder / "page.txt").read_text("utf-8").translate(FOLDED))
        told = [block["text"] for side in ("zh", "en") for block in truth[side]]
        told += [text for figure in truth["figures"] for text in figure.values()]
        assert len(told) > 3
        wanted = Counter(char for char in "".join(told).translate(FOLDED) if not char.isspace())
        assert not wanted - page
