"""The model as JSON, for other programs. ``docs/COMMANDS.md`` describes the keys; they keep their meaning.

A text is an object of the languages that it has; what is the same in every language is told for each of them, so that
nobody has to know of that case. Keys are always there, their values empty where nothing is known; only those of a
kind of paragraph (a heading's ``level``) come with that kind.
"""

from __future__ import annotations

import json
import os

from reader.model.magazine import Heading, Paragraph, Quotation, Table
from reader.model.passage import FigurePlace, Passage, entries
from reader.settings.table import SETTINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reader.catalogue.update import Update
    from reader.cli.examining import Fact
    from reader.library import Library, LibraryEntry, Target
    from reader.model.magazine import Article, Figure, Issue
    from reader.model.text import Text
    from reader.search import Hit
    from reader.settings import Settings
    from reader.source.diagnostic import Diagnostic

    Object = dict[str, Any]

_DIAGNOSTIC_KEYS = ("path", "line", "column", "code", "severity", "message", "hint", "excerpt", "mark")


def to_json(value: object) -> str:
    """Returns a value as JSON text, its characters as themselves."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def shelf_object(library: Library) -> list[Object]:
    """Returns the issues of a library; of a file that cannot be opened its path and errors."""
    return [
        issue_object(entry, entry.issue)
        if entry.issue
        else {"path": entry.path, "errors": [diagnostic_object(d) for d in entry.loaded.errors]}
        for entry in library
    ]


def status_object(path: str, issue: Issue) -> Object:
    """Returns how the articles of an issue stand in its languages."""
    from reader.model.standing import standings

    return {
        "address": issue.id,
        "path": path,
        "articles": [
            {
                "address": f"{issue.id}/{article.id}",
                "languages": [
                    {
                        "language": standing.language,
                        "state": standing.state,
                        "passages": standing.passages,
                        "missing": standing.missing,
                        "accepted": standing.accepted,
                        "stale": [f"{issue.id}/{article.id}#{anchor}" for anchor in standing.stale],
                        "gone": standing.gone,
                    }
                    for standing in standings(issue, article)
                ],
            }
            for _, article in issue.articles()
        ],
    }


def target_object(target: Target, languages: tuple[str, ...] = ()) -> Object:
    """Returns what an address names; texts in the given languages only, if there are any."""
    article = target.article
    if article is None:
        return issue_object(target.entry, target.issue, languages)
    tags = languages or _every_language(target.issue, article)
    if target.figure:
        return figure_object(target.entry, target.issue, article, target.figure, tags)
    if target.passage:
        return paragraph_object(target.issue, article, target.passage, tags)
    return article_object(target.entry, target.issue, article, tags)


def issue_object(entry: LibraryEntry, issue: Issue, languages: tuple[str, ...] = ()) -> Object:
    """Returns an issue with its contents, without the texts of its articles."""
    tags = languages or issue.languages
    return {
        "address": issue.id,
        "path": entry.path,
        "languages": list(issue.languages),
        "magazine": _plain(issue.magazine, tags),
        "label": _plain(issue.label, tags),
        "title": _plain(issue.title, tags),
        "date": issue.date,
        "sections": [
            {
                "id": section.id,
                "title": _plain(section.title, tags),
                "articles": [_article_head(issue, a, languages or _every_language(issue, a)) for a in section.articles],
            }
            for section in issue.sections
        ],
    }


def article_object(entry: LibraryEntry, issue: Issue, article: Article, tags: tuple[str, ...]) -> Object:
    """Returns a whole article."""
    paragraphs = [p for p in entries(article) if isinstance(p, Passage) and (not p.side or p.side in tags)]
    return _article_head(issue, article, tags) | {
        "issue": issue.id,
        "section": next(section.id for section, held in issue.articles() if held is article),
        "paragraphs": [paragraph_object(issue, article, passage, tags) for passage in paragraphs],
        "figures": [figure_object(entry, issue, article, figure, tags) for figure in article.figures],
    }


def _article_head(issue: Issue, article: Article, tags: tuple[str, ...]) -> Object:
    return {
        "address": f"{issue.id}/{article.id}",
        "kicker": _plain(article.kicker, tags),
        "title": _plain(article.title, tags),
        "deck": _plain(article.deck, tags),
        "credits": [{"role": credit.role, "name": _plain(credit.name, tags)} for credit in article.credits],
        "pages": list(article.pages or ()),
        "languages": list(issue.languages_of(article)),
        "original": article.original,
        "relation": article.relation,
        "tags": list(article.tags),
    }


def paragraph_object(issue: Issue, article: Article, passage: Passage, tags: tuple[str, ...]) -> Object:
    """Returns a passage: its texts without marks, and the marks as spans of characters, half-open."""
    block = passage.block
    found: Object = {
        "address": f"{issue.id}/{article.id}#{passage.anchor}",
        "number": passage.number,
        "kind": passage.kind,
        "page": passage.page,
        "side": passage.side,
        "in_aside": passage.in_aside,
        "texts": _plain(passage.text, tags),
        "spans": _spans(passage.text, tags),
    }
    if isinstance(block, Heading):
        found["level"] = block.level
    elif isinstance(block, Quotation):
        found |= {"pull": block.pull, "by": _plain(block.by, tags)}
    elif isinstance(block, Paragraph):
        found |= {"continued_from": block.continued_from, "continued_on": block.continued_on}
    elif isinstance(block, Table):
        rows = [[_plain(cell, tags) for cell in row] for row in block.rows]
        header = [_plain(cell, tags) for cell in block.header]
        found |= {"caption": _plain(block.caption, tags), "header": header, "rows": rows}
    elif passage.kind == "item":
        found |= {"ordinal": passage.ordinal, "ordered": getattr(block, "ordered", False)}
    return found


def figure_object(entry: LibraryEntry, issue: Issue, article: Article, figure: Figure, tags: tuple[str, ...]) -> Object:
    """Returns a figure; ``after`` is the address of the paragraph after which it stands."""
    after = ""
    for found in entries(article):
        if isinstance(found, FigurePlace) and found.figure == figure.id:
            break
        if isinstance(found, Passage):
            after = f"{issue.id}/{article.id}#{found.anchor}"
    else:
        after = ""
    return {
        "address": f"{issue.id}/{article.id}#{figure.id}",
        "number": article.figures.index(figure) + 1,
        "page": figure.page,
        "after": after,
        "caption": _plain(figure.caption, tags),
        "spans": _spans(figure.caption, tags),
        "credit": _plain(figure.credit, tags),
        "alt": _plain(figure.alt, tags),
        "file": figure.file,
        "path": os.path.join(entry.pictures, figure.file) if figure.file else "",
    }


def hit_object(hit: Hit) -> Object:
    """Returns a hit: the texts in every language, and where the matches are in the one that was found."""
    tags = _every_language(hit.issue, hit.article)
    snippet, spans = hit.snippet()
    across = hit.counterpart()
    language = hit.language or tags[0]
    return {
        "address": hit.address,
        "field": hit.field,
        "page": hit.page,
        "language": language,
        "matches": [list(span) for span in hit.spans],
        "snippet": snippet,
        "snippet_matches": [list(span) for span in spans],
        "texts": _plain(hit.text, tags),
        "counterpart": {"language": across.language, "text": across.text, "about": across.about} if across else {},
    }


def update_object(done: Update, library: Library) -> Object:
    """Returns what was done to bring a catalogue up to date, and where it lies."""
    path = library.catalogue.path if library.catalogue else ""
    return {"files": done.total, "read": done.read, "broken": done.broken, "gone": done.gone, "catalogue": path}


def settings_object(settings: Settings, keys: dict[str, tuple[str, ...]]) -> Object:
    """Returns the settings and the keys of the commands as they hold, where each comes from, and what is wrong."""
    held = [{"name": s.name, "value": settings[s.name], "source": settings.source(s.name)} for s in SETTINGS]
    given = [
        {"command": name, "keys": settings.keys.get(name, own), "source": settings.source(f"keys.{name}")}
        for name, own in keys.items()
    ]
    faults = [{"path": fault.path, "line": fault.line, "message": fault.message} for fault in settings.faults]
    return {"path": settings.path, "settings": held, "commands": given, "faults": faults}


def fact_object(fact: Fact) -> Object:
    """Returns something that was seen of the program and what it runs on."""
    return {"topic": fact.topic, "name": fact.name, "value": fact.value, "problem": fact.problem}


def diagnostic_object(found: Diagnostic) -> Object:
    """Returns a diagnostic; ``mark`` is the index in ``excerpt`` of the character that is meant."""
    return {name: getattr(found, name) for name in _DIAGNOSTIC_KEYS}


def _every_language(issue: Issue, article: Article) -> tuple[str, ...]:
    """Returns the article's languages, then the issue's others."""
    return tuple(dict.fromkeys((*issue.languages_of(article), *issue.languages)))


def _plain(text: Text | None, tags: tuple[str, ...]) -> dict[str, str]:
    return {tag: prose.text for tag in tags if (prose := text.get(tag))} if text else {}


def _spans(text: Text, tags: tuple[str, ...]) -> dict[str, list[Object]]:
    return {
        tag: [{"start": s.start, "end": s.end, "kind": s.kind, "target": s.target} for s in prose.spans]
        for tag in tags
        if (prose := text.get(tag)) and prose.spans
    }
