"""A changed file: the new version of the article, or the fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.reading.versions import first_fault, version_of, version_or_first
from reader.source import load

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """format: 1
id: live
languages: [zh-Hans, en]
magazine: Live
label: One
sections:
  - id: s
    title: S
    articles:
      - id: a
        title: The article
        body:
          - {paragraph: {zh-Hans: 一段, en: A paragraph}, id: n1}
      - id: b
        title: Another
        body:
          - {paragraph: {zh-Hans: 二段, en: Another one}, id: n2}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "live.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_an_article_that_is_still_there(path: Path) -> None:
    loaded = load(str(path))
    version = version_of(loaded, "b")
    assert version is not None
    assert (version.issue, version.article.id) == (loaded.issue, "b")
    assert first_fault(loaded) == ""


def test_an_article_that_is_gone(path: Path) -> None:
    loaded = load(str(path))
    assert version_of(loaded, "c") is None
    first = version_or_first(loaded, "c")
    assert first is not None
    assert first.article.id == "a"


def test_a_file_with_an_error(path: Path) -> None:
    path.write_text(GOOD[:60] + "\n\t- x", encoding="utf-8")
    loaded = load(str(path))
    assert version_of(loaded, "a") is None
    assert version_or_first(loaded, "a") is None
    assert first_fault(loaded).startswith("live.yaml:")
    path.unlink()
    assert first_fault(load(str(path))).startswith("live.yaml: ")
