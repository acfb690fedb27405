"""The one place that catches the faults of the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.catalogue.access import CatalogueAccess
from reader.catalogue.file import Catalogue, CatalogueError


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue((str(tmp_path),), str(tmp_path / "cache" / "file.sqlite"))


def test_without_a_catalogue_or_its_file_the_given_answer_is_returned(catalogue: Catalogue) -> None:
    assert CatalogueAccess(None).ask(lambda c: c.languages(), ["none"]) == ["none"]
    assert CatalogueAccess(catalogue).ask(lambda c: c.languages(), ["none"]) == ["none"]


def test_an_answer_of_the_catalogue_goes_before_the_given_one(catalogue: Catalogue) -> None:
    catalogue.open(writing=True)
    assert CatalogueAccess(catalogue).ask(lambda c: c.languages(), ["none"]) == []


def test_a_fault_gives_the_given_answer_or_is_handed_over(catalogue: Catalogue) -> None:
    Path(catalogue.path).parent.mkdir()
    Path(catalogue.path).write_text("no database " * 1000)
    access = CatalogueAccess(catalogue)
    assert access.ask(lambda c: c.languages(), ["none"]) == ["none"]
    answer, error = access.attempt(Catalogue.open)
    assert answer is None
    assert isinstance(error, CatalogueError)
    assert error.damaged


def test_faults_of_the_program_are_not_caught(catalogue: Catalogue) -> None:
    catalogue.open(writing=True)
    with pytest.raises(KeyError):
        CatalogueAccess(catalogue).ask(lambda _: {}["missing"], None)
