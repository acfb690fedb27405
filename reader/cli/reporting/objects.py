"""The model as JSON for other programs. ``docs/COMMANDS.md`` describes the keys; they keep their meaning.

A text is an object with a key for each of its languages; a text that is the same in every language has all of them, so
that programs need no special case. Keys are always there, with empty values for unknown facts; only the keys of a kind
of paragraph (``level`` of a heading) are limited to that kind.
"""

from __future__ import annotations

import json
import os
import re

from reader.gate import FIRST_BYTE, LAST_BYTE, in_json, path_for_programs, shown_byte
from reader.model.magazine import Code, Footnote, Heading, Paragraph, Quotation, Source, Table, Verse
from reader.model.passage import FigurePlace, Passage, entries
from reader.model.provenance import licence_of, source_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.cli.reporting.object_types import (
        ArticleHeadObject,
        ArticleObject,
        BrokenFileObject,
        FigureObject,
        HitObject,
        IssueObject,
        ParagraphObject,
        PlainText,
        SourceObject,
        Spans,
    )
    from reader.cli.reporting.recording_types import RecordingObject
    from reader.library import LibraryEntry, Target
    from reader.model.magazine import Article, Figure, Issue
    from reader.model.recording import Recording
    from reader.model.text import Text
    from reader.search import Hit


def to_json(value: object) -> str:
    """Returns a value as JSON text, non-ASCII characters as themselves unless a terminal could take them for commands.

    Bytes that are no UTF-8 are as the gate has them.
    """
    text = in_json(json.dumps(value, ensure_ascii=False, indent=2))
    return re.sub(f"[{FIRST_BYTE}-{LAST_BYTE}]", lambda found: "\\" + shown_byte(found[0]), text)


def shelf_object(entries: Iterable[LibraryEntry]) -> list[IssueObject | BrokenFileObject]:
    """Returns the issues of a shelf; for a file that cannot be opened, its path and errors."""
    from reader.cli.reporting.status_objects import diagnostic_object
    from reader.library.files import subscribed_folders

    shelved = None
    if subscribed_folders():  # few readers have any, and the room is one more to import
        from reader.subscriptions.shelved import SubscribedShelf

        shelved = SubscribedShelf()
    found: list[IssueObject | BrokenFileObject] = []
    for entry in entries:
        if entry.issue is None:
            errors = [diagnostic_object(each) for each in entry.loaded.errors]
            found.append({"path": path_for_programs(entry.path), "errors": errors})
            continue
        told = issue_object(entry, entry.issue)
        if shelved and (subscription := shelved.subscription_of(entry)):
            told["subscription"], told["withdrawn"] = subscription, shelved.is_withdrawn(entry)
        found.append(told)
    return found


def target_object(
    target: Target, languages: tuple[str, ...] = ()
) -> IssueObject | ArticleObject | ParagraphObject | FigureObject:
    """Returns the content that an address names; texts in the given languages only, if there are any."""
    article = target.article
    if article is None:
        return issue_object(target.entry, target.issue, languages)
    tags = languages or _every_language(target.issue, article)
    if target.figure:
        return figure_object(target, article, target.figure, tags)
    if target.passage:
        return paragraph_object(target.issue, article, target.passage, tags)
    return article_object(target, article, tags)


def issue_object(entry: LibraryEntry, issue: Issue, languages: tuple[str, ...] = ()) -> IssueObject:
    """Returns an issue with its contents, without the texts of its articles."""
    tags = languages or issue.languages
    return {
        "address": issue.id,
        "path": path_for_programs(entry.path),
        "languages": list(issue.languages),
        "magazine": _plain(issue.magazine, tags),
        "label": _plain(issue.label, tags),
        "title": _plain(issue.title, tags),
        "cover": issue.cover,
        "date": issue.date,
        "licence": _plain(issue.licence, tags),
        "source": _source(issue.source, tags),
        "sections": [
            {
                "id": section.id,
                "title": _plain(section.title, tags),
                "articles": [_article_head(issue, a, languages or _every_language(issue, a)) for a in section.articles],
            }
            for section in issue.sections
        ],
    }


def article_object(target: Target, article: Article, tags: tuple[str, ...]) -> ArticleObject:
    """Returns a whole article, its texts in the given languages."""
    issue = target.issue
    paragraphs = [p for p in entries(article) if isinstance(p, Passage) and (not p.side or p.side in tags)]
    return {
        **_article_head(issue, article, tags),
        "issue": issue.id,
        "section": next(section.id for section, held in issue.articles() if held is article),
        "paragraphs": [paragraph_object(issue, article, passage, tags) for passage in paragraphs],
        "figures": [figure_object(target, article, figure, tags) for figure in article.figures],
        "audio": [recording_object(target.entry.pictures, recording) for recording in article.audio],
    }


def exported_object(target: Target, languages: tuple[str, ...] = ()) -> dict[str, object]:
    """Returns the content of an issue or an article for another machine: whole articles, and no paths."""
    if target.article:
        return _without_paths(article_object(target, target.article, _tags(target, target.article, languages)))
    issue = target.issue
    found = issue_object(target.entry, issue, languages)
    sections = [
        {
            **head,
            "articles": [
                _without_paths(article_object(target, article, _tags(target, article, languages)))
                for article in section.articles
            ],
        }
        for section, head in zip(issue.sections, found["sections"], strict=True)
    ]
    return {**_without_paths(found), "sections": sections}


def _without_paths(value: Mapping[str, object]) -> dict[str, object]:
    found = {key: held for key, held in value.items() if key != "path"}
    for key in ("figures", "audio"):
        if isinstance(held := value.get(key), list):
            found[key] = [_without_paths(each) for each in held]
    return found


def _tags(target: Target, article: Article, languages: tuple[str, ...]) -> tuple[str, ...]:
    return languages or _every_language(target.issue, article)


def _article_head(issue: Issue, article: Article, tags: tuple[str, ...]) -> ArticleHeadObject:
    return {
        "address": f"{issue.id}/{article.id}",
        "kicker": _plain(article.kicker, tags),
        "title": _plain(article.title, tags),
        "deck": _plain(article.deck, tags),
        "credits": [
            {"role": credit.role, "name": _plain(credit.name, tags), "about": _plain(credit.about, tags)}
            for credit in article.credits
        ],
        "date": article.date or issue.date,
        "licence": _plain(licence_of(issue, article), tags),
        "source": _source(source_of(issue, article), tags),
        "pages": list(article.pages or ()),
        "languages": list(issue.languages_of(article)),
        "original": article.original,
        "relation": article.relation,
        "tags": list(article.tags),
    }


def paragraph_object(issue: Issue, article: Article, passage: Passage, tags: tuple[str, ...]) -> ParagraphObject:
    """Returns a passage: its texts without markup, and the markup as spans of characters, half-open."""
    block = passage.block
    found: ParagraphObject = {
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
        found["pull"] = block.pull
        found["by"] = _plain(block.by, tags)
        found["paragraph"] = passage.paragraph
    elif isinstance(block, Paragraph):
        found["continued_from"] = block.continued_from
        found["continued_on"] = block.continued_on
        found["speaker"] = _plain(block.speaker, tags)
        found["printed_number"] = block.number
    elif isinstance(block, Verse):
        found["by"] = _plain(block.by, tags)
    elif isinstance(block, Code):
        found["code_language"] = block.language
    elif isinstance(block, Table):
        found["caption"] = _plain(block.caption, tags)
        found["align"] = list(block.align)
        found["cell_spans"] = [[span.row, span.column, span.columns] for span in block.spans]
        found["header"] = [_plain(cell, tags) for cell in block.header]
        found["rows"] = [[_plain(cell, tags) for cell in row] for row in block.rows]
    elif isinstance(block, Footnote):
        found["ordinal"] = passage.ordinal
    elif passage.kind == "item":
        found["ordinal"] = passage.ordinal
        found["ordered"] = passage.is_numbered
        found["level"] = passage.level
        found["paragraph"] = passage.paragraph
    return found


def figure_object(target: Target, article: Article, figure: Figure, tags: tuple[str, ...]) -> FigureObject:
    """Returns a figure, its texts in the given languages."""
    address = f"{target.issue.id}/{article.id}"
    before = _anchor_before(article, figure)
    return {
        "address": f"{address}#{figure.id}",
        "number": article.figures.index(figure) + 1,
        "page": figure.page,
        "after": f"{address}#{before}" if before else "",
        "caption": _plain(figure.caption, tags),
        "spans": _spans(figure.caption, tags),
        "credit": _plain(figure.credit, tags),
        "alt": _plain(figure.alt, tags),
        "file": figure.file,
        "path": path_for_programs(os.path.join(target.entry.pictures, figure.file)) if figure.file else "",
    }


def recording_object(folder: str, recording: Recording) -> RecordingObject:
    """Returns a recording of an article, whose file is in a folder."""
    return {
        "language": recording.language,
        "file": recording.file,
        "path": path_for_programs(os.path.join(folder, recording.file)),
        "starts": [{"anchor": start.anchor, "seconds": start.milliseconds / 1000} for start in recording.starts],
    }


def _anchor_before(article: Article, figure: Figure) -> str:
    """Returns the anchor of the paragraph before a figure; empty if the text does not place the figure."""
    before = ""
    for found in entries(article):
        if isinstance(found, FigurePlace) and found.figure == figure.id:
            return before
        if isinstance(found, Passage):
            before = found.anchor
    return ""


def hit_object(hit: Hit) -> HitObject:
    """Returns a hit: the texts in every language, and the matches in the language of the hit."""
    tags = _every_language(hit.issue, hit.article)
    snippet, spans = hit.snippet()
    across = hit.counterpart()
    return {
        "address": hit.address,
        "field": hit.field,
        "page": hit.page,
        "language": hit.language or tags[0],
        "matches": [list(span) for span in hit.spans],
        "snippet": snippet,
        "snippet_matches": [list(span) for span in spans],
        "texts": _plain(hit.text, tags),
        "counterpart": {"language": across.language, "text": across.text, "about": across.about} if across else {},
    }


def _every_language(issue: Issue, article: Article) -> tuple[str, ...]:
    """Returns the article's languages, then the issue's others."""
    return tuple(dict.fromkeys((*issue.languages_of(article), *issue.languages)))


def _plain(text: Text | None, tags: tuple[str, ...]) -> PlainText:
    return {tag: prose.text for tag in tags if (prose := text.get(tag))} if text else {}


def _source(source: Source | None, tags: tuple[str, ...]) -> SourceObject:
    known = source or Source()
    return {
        "title": _plain(known.title, tags),
        "url": known.url,
        "doi": known.doi,
        "isbn": known.isbn,
        "published": known.published,
    }


def _spans(text: Text, tags: tuple[str, ...]) -> Spans:
    return {
        tag: [{"start": s.start, "end": s.end, "kind": s.kind, "target": s.target} for s in prose.spans]
        for tag in tags
        if (prose := text.get(tag)) and prose.spans
    }
