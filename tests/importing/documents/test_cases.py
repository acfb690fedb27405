"""Stories in many forms: each comes back in pairs, with its kinds and titles."""

import pytest

from reader.importing.drafting import drafted
from reader.importing.extraction import renamed_pictures
from reader.model.magazine import AlignedBody
from reader.source import load_text
from reader.source.writer import dump
from tests.importing.documents.cases import CASES
from tests.importing.documents.reading import differences, extraction

NAMES = [
    *("md-alternating-gaps", "md-joint-headings", "md-halves-code", "md-divisions", "md-soft-lines-2"),
    *("md-pair-big5", "md-pair-shift-jis", "html-bare", "html-blog", "html-columns-gaps", "html-parallel-table"),
    *("html-word", "epub-pair", "epub-mixed-hant", "word-pair-gaps", "word-mixed", "word-table", "srt-wrapped"),
    *("srt-pair", "srt-latin", "vtt", "po-latin", "po-pair", "xliff-2", "tmx", "csv-bare", "tsv", "csv-pair"),
    *("txt-wrapped", "txt-halves-latin", "txt-pair-indented", "txt-verses-mixed"),
]
"""A case of each form; ``benchmarks/run.py import digital`` has the others."""


@pytest.mark.parametrize("name", NAMES)
def test_a_story_comes_back_in_pairs(name):
    case = CASES[name]()
    assert differences(case, extraction(case)) == []


@pytest.mark.parametrize("name", ["md-alternating-code", "epub-pair-gaps", "word-mixed", "txt-verses"])
def test_a_draft_of_it_has_no_error_and_loads_as_it_was_made(name):
    draft = drafted(renamed_pictures(extraction(CASES[name]()), {}), "story")
    (article,) = draft.issue.sections[0].articles
    assert isinstance(article.body, AlignedBody)
    loaded = load_text(dump(draft.issue, draft.notes), "story.yaml")
    assert [each for each in loaded.diagnostics if each.severity == "error"] == []
    assert loaded.issue
    again = loaded.issue.sections[0].articles[0]
    assert again.body == article.body
    assert [(note.id, note.text) for note in again.footnotes] == [(note.id, note.text) for note in article.footnotes]
