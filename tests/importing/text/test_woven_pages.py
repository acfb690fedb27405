"""Woven pages of invented stories read back: how much of what was set is found again, paragraph by paragraph."""

import pytest

from reader.importing.extraction import Extraction
from reader.importing.text.pipeline import read_text
from tests.importing.text.lost_text import lost
from tests.importing.text.weaving import HELD_OUT, LEARNED, make

FOLDED = str.maketrans("，；：？！（）", ",;:?!()")


def bare(text: str) -> str:
    return "".join(text.split()).translate(FOLDED)


def found_again(truth: dict, found: Extraction) -> float:
    """The share of the paragraphs and headings, with all their characters, that were found as such."""
    wanted = {(block["type"], bare(block["text"])) for side in ("zh", "en") for block in truth[side]}
    article = found.articles[0]
    given = {(block.kind, bare(block.text)) for blocks in article.body.values() for block in blocks}
    return len(wanted & given) / len(wanted)


@pytest.mark.parametrize(("story", "layout", "seed"), LEARNED[:9])
def test_what_was_set_is_found(story: str, layout: str, seed: int) -> None:
    text, truth = make(story, layout, seed)
    found = read_text(text)
    assert not lost(text, found)
    assert found_again(truth, found) >= 0.6
    captions = {bare(caption.caption.get(found.languages[0], "")) for caption in found.articles[0].figures}
    assert captions >= {bare(figure["zh"]) for figure in truth["figures"]}


def test_pages_that_were_not_looked_at_are_read_well_on_the_whole() -> None:
    shares = []
    for story, layout, seed in HELD_OUT[::2]:
        text, truth = make(story, layout, seed)
        found = read_text(text)
        assert not lost(text, found)
        shares.append(found_again(truth, found))
    assert sum(shares) / len(shares) >= 0.65, shares
