from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.model.magazine import Paragraph
from reader.model.passage import passages
from reader.source.line_index import AddressLine, LineIndex, load_with_lines
from tests.source.test_loading import ISSUES


@pytest.mark.parametrize("path", ISSUES, ids=lambda path: path.stem)
def test_every_passage_of_the_bundled_issues_begins_at_its_line(path: Path) -> None:
    loaded, index = load_with_lines(str(path))
    assert loaded.issue
    lines = path.read_text(encoding="utf-8").splitlines()
    for _, article in loaded.issue.articles():
        assert f"id: {article.id}" in lines[index.line_of(article.id) - 1]
        for passage in passages(article):
            line = index.line_of(article.id, passage.anchor)
            assert index.at(line) == (article.id, passage.anchor)
            if passage.kind != "table":
                text = passage.block.text if isinstance(passage.block, Paragraph) else passage.text  # without a speaker
                first = text.best(loaded.issue.languages_of(article))[:4]
                written = re.sub(r"\{([^{|}]+)\|[^}]+\}", r"\1", "\n".join(lines[line - 1 : line + 2]))
                assert first in written.replace("*", ""), passage
        for figure in article.figures:
            assert f"id: {figure.id}" in lines[index.line_of(article.id, figure.id) - 1]


def test_an_unknown_passage_has_the_line_of_its_article_or_the_first() -> None:
    index = LineIndex([AddressLine(10, "water", ""), AddressLine(12, "water", "p1"), AddressLine(20, "rivers", "")])
    assert index.line_of("water", "p9") == 10
    assert index.line_of("lakes") == 1
    assert index.at(5) is None
    assert index.at(15) == ("water", "p1")
    assert index.at(99) == ("rivers", "")


def test_a_file_with_faults_has_lines_as_far_as_it_could_be_read(tmp_path: Path) -> None:
    path = tmp_path / "springs.yaml"
    path.write_text(Path(ISSUES[0]).read_text(encoding="utf-8").replace("label:", "lable:", 1), encoding="utf-8")
    loaded, index = load_with_lines(str(path))
    assert loaded.issue is None
    assert index.lines
    path.write_text("a: [", encoding="utf-8")
    assert load_with_lines(str(path))[1].lines == []
