"""Issues whose translations were accepted are in the catalogue like all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.catalogue.records import decode_article, encode_article
from reader.cli.main import main
from reader.library import Library
from reader.model.magazine import AcceptedTranslation
from reader.model.record import replace
from tests.marks.made import article

if TYPE_CHECKING:
    from pathlib import Path


def test_an_accepted_translation_is_encoded() -> None:
    accepted = replace(article(), translated=(AcceptedTranslation("en", ("0123abcd", "4567ef01")),))
    head, _ = encode_article(accepted)
    assert decode_article(head, lambda _number: ()).translated == accepted.translated


def test_a_library_with_an_accepted_issue_is_read(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "small")]) == 0
    path = tmp_path / "small.yaml"
    text = path.read_text(encoding="utf-8").replace("Here the first paragraph is written.", "A spring.")
    path.write_text(text.replace("这里写第一段。", "泉水。"), encoding="utf-8")
    assert main(["status", str(tmp_path), "--accept"]) == 0
    library = Library([str(tmp_path)], str(tmp_path / "catalogue.sqlite"))
    library.update()
    stored = Library([str(tmp_path)], str(tmp_path / "catalogue.sqlite")).entry("small")
    assert stored.is_known
    assert stored.issue
    assert stored.issue.article("first-article").translated
