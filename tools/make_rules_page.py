"""Writes ``docs/RULES.md`` from the pages of the rules."""

from pathlib import Path

from reader.source.rule_pages import rules_markdown

Path(__file__).parent.parent.joinpath("docs", "RULES.md").write_text(rules_markdown(), encoding="utf-8")
