"""The model to an issue file: what :func:`dump` writes, the loader reads as an equal issue."""

from __future__ import annotations

import re
from functools import partial

from reader.model.language import canonical
from reader.model.magazine import (
    AlignedBody,
    Aside,
    FreeBody,
    Heading,
    ItemList,
    PageBreak,
    Paragraph,
    Placement,
    Quotation,
    Table,
)
from reader.model.markup import render
from reader.model.text import EVERY_LANGUAGE
from reader.source.schema import FORMAT_VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from reader.model.magazine import Article, Block, Figure, Issue
    from reader.model.text import Text

    Notes = Mapping[int | str, str]

LITERAL_FROM_CHARS = 60
"""From this length on a text is written as a literal block."""


_SIGN = "\ue000"
"""Begins what becomes a comment; longer where a text holds it."""


class _Literal(str):
    """A string to be written as a literal block."""


def dump(issue: Issue, notes: Notes | None = None) -> str:
    """Returns the issue as the text of an issue file.

    ``notes`` are comments, by the ``id()`` of the article, block or figure over which each stands, or by the name of
    an issue's key.
    """
    return _written(_issue, issue, notes or {})


def dump_article(article: Article, notes: Notes | None = None) -> list[str]:
    """Returns the lines of an article's keys, as :func:`dump` writes them."""
    return _written(_article, article, notes or {}).splitlines()


def _written(shape: Callable[[Any, _Notes], Any], value: Any, notes: Notes) -> str:
    """Writes a value as YAML; each note is a sign in the shape first, then a comment."""
    bare = _yaml(shape(value, _Notes({}, "")))
    sign = _SIGN
    while sign in bare:
        sign += _SIGN
    held = _Notes(notes, sign)
    text = _yaml(shape(value, held)) if notes else bare

    def comment(found: re.Match[str]) -> str:
        return f"{found[1]}# {held.told[int(found[2])]}"

    return re.sub(rf"^( *)(?:- )?{sign}([0-9]+)(?:: '')?$", comment, text, flags=re.MULTILINE)


class _Notes:
    """Comments that are still to be written; each is a sign and a number until then."""

    def __init__(self, notes: Notes, sign: str) -> None:
        self._notes, self._sign = notes, sign
        self.told: list[str] = []

    def over(self, values: Iterable[Any], written: Callable[[Any], Any]) -> list[Any]:
        """Returns values as they are written, each after the sign of its note."""
        return [entry for value in values for entry in (*self._signs(id(value)), written(value))]

    def keyed(self, values: dict[str, Any]) -> dict[str, Any]:
        """Returns a mapping with signs before the keys that have notes."""
        kept: dict[str, Any] = {}
        for key, value in values.items():
            kept |= dict.fromkeys(self._signs(key), "")
            kept[key] = value
        return kept

    def _signs(self, key: int | str) -> list[str]:
        note = self._notes.get(key)
        if not note:
            return []
        self.told.append(" ".join(note.split()))
        return [f"{self._sign}{len(self.told) - 1}"]


def _yaml(shape: Any) -> str:
    import yaml

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 (an alias would surprise a maintainer)
            return True

    def literal(dumper: yaml.SafeDumper, data: _Literal) -> yaml.ScalarNode:
        return dumper.represent_scalar("tag:yaml.org,2002:str", str(data), style="|")

    Dumper.add_representer(_Literal, literal)
    written: str = yaml.dump(shape, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)
    return written


def _issue(issue: Issue, notes: _Notes) -> dict[str, Any]:
    values = _filled(
        {
            "format": FORMAT_VERSION,
            "id": issue.id,
            "languages": list(issue.languages),
            "magazine": _text(issue.magazine),
            "label": _text(issue.label),
            "title": _text(issue.title),
            "date": issue.date,
            "sections": [
                {
                    "id": section.id,
                    "title": _text(section.title),
                    "articles": notes.over(section.articles, lambda article: _article(article, notes)),
                }
                for section in issue.sections
            ],
            "glossary": [
                _filled(
                    {
                        "term": _text(entry.term),
                        "pinyin": entry.pinyin,
                        "also": list(entry.also),
                        "note": _text(entry.note, marked=True),
                        "strict": "" if entry.strict else "no",
                    }
                )
                for entry in issue.glossary
            ],
        }
    )
    return notes.keyed(values)


def _article(article: Article, notes: _Notes) -> dict[str, Any]:
    body: Any
    if isinstance(article.body, AlignedBody):
        body = notes.over(article.body.blocks, _block)
    else:
        assert isinstance(article.body, FreeBody)
        body = {tag: notes.over(blocks, partial(_block, side=tag)) for tag, blocks in article.body.sides}
    pages = article.pages
    return _filled(
        {
            "id": article.id,
            "kicker": _text(article.kicker),
            "title": _text(article.title),
            "deck": _text(article.deck),
            "credits": [{"role": credit.role, "name": _text(credit.name)} for credit in article.credits],
            "pages": "" if not pages else pages[0] if pages[0] == pages[1] else "-".join(pages),
            "tags": list(article.tags),
            "languages": list(article.languages),
            "original": article.original,
            "relation": article.relation,
            "body": body,
            "figures": notes.over(article.figures, _figure),
            "translated": {tag: " ".join(hashes) for tag, hashes in article.translated},
            "unplaced": list(article.unplaced),
        }
    )


def _figure(figure: Figure) -> dict[str, Any]:
    return _filled(
        {
            "id": figure.id,
            "page": figure.page,
            "caption": _text(figure.caption, marked=True),
            "credit": _text(figure.credit),
            "alt": _text(figure.alt),
            "file": figure.file,
            "placed": "" if figure.placed else "no",
        }
    )


def _block(block: Block, side: str = "") -> Any:
    def text(value: Text | None) -> Any:
        return _text(value, side, marked=True)

    def plain(value: Text | None) -> Any:
        return _text(value, side)

    match block:
        case Paragraph(content, "", "", ""):
            written = text(content)
            bare = isinstance(written, str) or all(canonical(key) for key in written)
            return written if bare else {"paragraph": written}
        case Paragraph():
            return _filled(
                {
                    "paragraph": text(block.text),
                    "id": block.id,
                    "continued-from": block.continued_from,
                    "continued-on": block.continued_on,
                }
            )
        case Heading():
            level = "" if block.level == 1 else str(block.level)
            return _filled({"heading": text(block.text), "level": level, "id": block.id})
        case Quotation():
            pull = "yes" if block.pull else ""
            return _filled({"quotation": text(block.text), "by": plain(block.by), "pull": pull, "id": block.id})
        case ItemList():
            ordered = "yes" if block.ordered else ""
            return _filled({"list": [text(item) for item in block.items], "ordered": ordered, "id": block.id})
        case Table():
            table = {
                "caption": text(block.caption),
                "header": [text(cell) for cell in block.header],
                "rows": [[text(cell) for cell in row] for row in block.rows],
            }
            return _filled({"table": _filled(table), "id": block.id})
        case Aside():
            aside = {"title": plain(block.title), "body": [_block(inner, side) for inner in block.body]}
            return _filled({"aside": _filled(aside), "id": block.id})
        case Placement():
            return {"figure": block.figure}
        case PageBreak():
            return {"page": block.page}


def _text(text: Text | None, side: str = "", marked: bool = False) -> Any:
    """Returns a text as a string or a mapping; a language that has none on purpose is written empty."""
    if text is None:
        return None
    sides = {tag: _string(render(prose) if marked else prose.text) for tag, prose in text.sides}
    bare = not sides or (len(sides) == 1 and next(iter(sides)) in (EVERY_LANGUAGE, side))
    return next(iter(sides.values()), "") if bare else sides


def _string(text: str) -> str:
    if text.endswith("\\"):  # before a line end it would be a mark
        return text
    return _Literal(text + "\n") if len(text) >= LITERAL_FROM_CHARS or "\n" in text else text


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
