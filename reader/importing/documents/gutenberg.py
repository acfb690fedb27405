"""Texts of Project Gutenberg: the lines that it puts around a work, and the facts in them."""

from __future__ import annotations

import re

from reader.model.record import record

_START = re.compile(
    r"^\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG EBOOK[^\n]*(?:\n[^\n]+)?\*{3}[ \t]*$", re.MULTILINE
)
_END = re.compile(
    r"^(?:\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG EBOOK|End of (?:the |this )?Project Gutenberg(?:'s)? )",
    re.MULTILINE,
)
_FACT = re.compile(r"^(Title|Author|Translator):[ \t]*(\S[^\n]*)", re.MULTILINE)
_PRODUCED = re.compile(r"\A\s*(?:Produced by|E-text prepared by)[^\n]*(?:\n[^\n]+)*\n")


@record
class GutenbergText:
    """A work without the lines around it; the facts are empty if the text is not of Project Gutenberg."""

    text: str
    title: str = ""
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()


def without_gutenberg_lines(text: str) -> GutenbergText:
    """Returns a text without the header, the licence and the producer's line of Project Gutenberg."""
    start = _START.search(text)
    if not start:
        return GutenbergText(text)
    end = _END.search(text, start.end())
    facts: dict[str, list[str]] = {}
    for name, value in _FACT.findall(text[: start.start()]):
        facts.setdefault(name, []).append(value.strip())
    return GutenbergText(
        _PRODUCED.sub("", text[start.end() : end.start() if end else len(text)]),
        next(iter(facts.get("Title", ())), ""),
        tuple(facts.get("Author", ())),
        tuple(facts.get("Translator", ())),
    )
