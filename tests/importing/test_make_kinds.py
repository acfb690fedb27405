"""The invented pages of kinds that real documents have: the same ones each time, each with its text in the truth."""

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
import yaml

from reader.importing.pdf.pipeline import read_pdf

MAKER = Path(__file__).parents[2] / "benchmarks" / "make_kinds.py"
NOT_YET = {"formula_system", "pull_quote", "verses"}
"""Kinds that are not read whole yet.

They have a number between two formulas, a column whose lines give way to a quotation, a name that nothing marks as one.
"""


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


def tight(text):
    """Returns a text without blanks, signs of one meaning as one: superior figures are figures."""
    return unicodedata.normalize("NFKC", text).replace(" ", "")


def lost_of(truth, found):
    """Returns the texts of a truth that an import lacks: blocks, captions, writers, tables, notes and languages."""
    articles = found.articles
    texts = [block.text for article in articles for side in article.body.values() for block in side]
    texts += [title for article in articles for title in article.title.values()]
    texts = {tight(text) for text in texts}
    lost = [each["text"] for side in ("zh", "en") for each in truth[side] if tight(each["text"]) not in texts]
    captions = {caption for article in articles for each in article.figures for caption in each.caption.values()}
    lost += [each["en"] for each in truth["figures"] if each["en"] not in captions]
    lost += set(truth.get("byline", ())) - {name for article in articles for name in article.byline}
    rows = [[list(row) for row in aside.rows] for article in articles for aside in article.asides]
    lost += [each for each in truth["asides"] if each["type"] == "table" and each["rows"] not in rows]
    return lost + [tag for tag in truth.get("languages", ()) if tag not in found.languages]


def test_each_kind_is_read_as_its_truth(made):
    """Paragraphs of every kind come whole, but for blanks; so do captions, writers and tables."""
    lost = {}
    for folder in sorted(path for path in (made / "one").iterdir() if path.name not in NOT_YET):
        truth = yaml.safe_load((folder / "truth.yaml").read_text("utf-8"))
        if missing := lost_of(truth, read_pdf(str(folder / "page.pdf"))):
            lost[folder.name] = missing
    assert lost == {}
