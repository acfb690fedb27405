"""The invented pages of kinds that real documents have: the same ones each time, each with its text in the truth."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from reader.importing.pdf.pipeline import read_pdf

MAKER = Path(__file__).parents[2] / "benchmarks" / "make_kinds.py"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kinds")
    for name in ("one", "again"):
        subprocess.run([sys.executable, MAKER, folder / name, "--seed", "3"], check=True)
    return folder


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_seed_gives_the_same_pages_of_kinds(made):
    assert files(made / "one") == files(made / "again")


def test_each_kind_is_read_as_its_truth(made):
    """Paragraphs of every kind come whole, but for blanks."""
    lost = {}
    for folder in sorted((made / "one").iterdir()):
        truth = yaml.safe_load((folder / "truth.yaml").read_text("utf-8"))
        blocks = [block for article in read_pdf(str(folder / "page.pdf")).articles for block in article.body.values()]
        found = {block.text.replace(" ", "") for side in blocks for block in side}
        missing = [each["text"] for each in truth["en"] if each["text"].replace(" ", "") not in found]
        if missing:
            lost[folder.name] = missing
    assert lost == {}
