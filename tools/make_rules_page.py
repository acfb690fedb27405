"""Writes ``docs/RULES.md`` from the pages of the rules."""

from pathlib import Path

from reader.source.pages import document

Path(__file__).parent.parent.joinpath("docs", "RULES.md").write_text(document(), encoding="utf-8")
