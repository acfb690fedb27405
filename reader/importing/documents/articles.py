"""Articles made of documents: of one in one language or two, or of two documents, one in each language."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.alignment.pairing import relation
from reader.importing.documents import weights
from reader.importing.documents.blocks import blocks_of
from reader.importing.documents.building import BlockBuilder
from reader.importing.documents.document import MEMORIES, OF_SECOND
from reader.importing.documents.mixed_pairing import paired_in_place
from reader.importing.documents.note_pairing import with_notes
from reader.importing.documents.pair_objects import objects_of
from reader.importing.documents.pairs import UnitPair
from reader.importing.documents.places import as_second
from reader.importing.documents.source_pairing import paired_sources
from reader.importing.documents.tagging import tagged, tagged_as_one
from reader.importing.documents.titles import top_bylines, with_titles
from reader.importing.documents.wanted_languages import doubt_of_languages
from reader.importing.extraction import Extraction, PreparedArticle
from reader.model.language import is_right_to_left, matches
from reader.model.magazine import AlignedBody, Article, Credit, FreeBody, Source
from reader.model.record import record, replace
from reader.model.text import EVERY_LANGUAGE, Prose, Text, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.importing.documents.document import Document, SourceUnit
    from reader.model.magazine import Block, Figure, Relation

CHINESE, ENGLISH = "zh-Hans", "en"
_ISBN = re.compile(r"(?:97[89])?[0-9]{9}[0-9X]\Z")


@record
class _Content:
    """The pairs of a whole source, or of two, and the documents that they come from."""

    languages: tuple[str, ...]
    pairs: list[UnitPair]
    notes: list[UnitPair]
    documents: tuple[Document, ...]
    unplaced: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    """Lines of two sources that say who wrote and translated them."""


def extracted(document: Document, wanted: Sequence[str] = ()) -> Extraction:
    """Returns the content of one source; ``wanted`` are the tags of its languages if they are known."""
    found = tagged(document, wanted)
    body = [unit for unit in found.units if unit.kind != "note"]
    notes = [unit for unit in found.units if unit.kind == "note"]
    if len(found.languages) == 2:
        languages = (found.languages[0], found.languages[1])
        pairs = paired_in_place(body, languages)
        left = [unit for unit in notes if unit.tag != languages[1]]
        right = [unit for unit in notes if unit.tag == languages[1]]
    else:
        pairs, left, right = [UnitPair(unit, None) for unit in body], notes, []
    noted = with_notes(pairs, left, right, found.languages)
    made = _extraction(_Content(found.languages, noted.body, noted.notes, (document,), found.others))
    return _doubted(made, (document,), wanted)


def extracted_pair(first: Document, second: Document, wanted: Sequence[str] = ()) -> Extraction:
    """Returns the content of two sources, one in each language; ``wanted`` are the tags of both if they are known."""
    sides = _sides(first, second, wanted)
    (one, left), (other, right) = sides
    languages = (one, other)
    right = [
        replace(unit, name=OF_SECOND + unit.name) if unit.kind == "figure" and unit.name else unit
        for unit in map(as_second, right)
    ]
    texts = [[unit for unit in side if unit.kind != "note"] for side in (left, right)]
    notes = [[unit for unit in side if unit.kind == "note"] for side in (left, right)]
    bylines: tuple[str, ...] = ()
    for at, tag in enumerate(languages):
        texts[at], own = top_bylines(texts[at], tag)
        bylines += own
    pairs = paired_sources(texts[0], texts[1], languages)
    noted = with_notes(pairs, notes[0], notes[1], languages)
    made = _extraction(_Content(languages, noted.body, noted.notes, (first, second), bylines=bylines))
    return _doubted(made, (first, second), wanted)


def _doubted(made: Extraction, documents: Sequence[Document], wanted: Sequence[str]) -> Extraction:
    """Returns the content with a doubt about the languages that were told, if the texts show others."""
    doubt = doubt_of_languages(documents, wanted)
    return replace(made, doubted=(*made.doubted, doubt)) if doubt else made


def _sides(first: Document, second: Document, wanted: Sequence[str]) -> list[tuple[str, list[SourceUnit]]]:
    """Returns the language and the units of each of two sources.

    A file of translations has two languages: the one that the other source has not is taken.
    """
    found = []
    for at, document in enumerate((first, second)):
        tag = wanted[at] if len(wanted) == 2 else ""
        if document.kind in MEMORIES:
            own = tagged(document)
            others = set(tagged((second, first)[at]).languages)
            languages = [each for each in own.languages if matches(tag, each)] if tag else own.languages
            chosen = next(
                (each for each in reversed(languages) if each not in others), (languages or own.languages)[-1]
            )
            if len(own.languages) > 1:
                units = [unit for unit in own.units if unit.tag == chosen]
                found.append((chosen, [replace(unit, key=unit.key.partition(" ")[2]) for unit in units]))
                continue
        if any(unit.is_target for unit in document.units):
            document = replace(document, units=tuple(unit for unit in document.units if unit.is_target))
        one = tagged_as_one(document, tag)
        units = [replace(unit, key=unit.key.partition(" ")[2]) for unit in one.units]
        found.append((one.languages[0], units))
    if found[0][0] == found[1][0]:
        tag = ENGLISH if found[0][0] != ENGLISH else CHINESE
        found[1] = (tag, [replace(unit, tag=tag) for unit in found[1][1]])
    return found


def _extraction(content: _Content) -> Extraction:
    languages = content.languages
    if len(languages) < 2:
        second = ENGLISH if not matches(ENGLISH, languages[0]) else CHINESE
        languages = (languages[0], second) if languages[0] != ENGLISH else (second, languages[0])
    articles = []
    notes = list(content.notes)
    for pairs in _chapters(content.pairs):
        marked = _marked(pairs)
        own = [pair for pair in notes if pair.units[0].name in marked]
        notes = [pair for pair in notes if pair not in own]
        articles.append((pairs, own))
    if articles and notes:
        articles[-1] = (articles[-1][0], articles[-1][1] + notes)
    contents = [content, *[replace(content, bylines=())] * len(articles)]
    prepared = tuple(
        _article(of_article, pairs, own, len(articles) > 1)
        for of_article, (pairs, own) in zip(contents, articles, strict=False)
    )
    unplaced = tuple(text for document in content.documents for text in document.unplaced) + content.unplaced
    return Extraction(
        languages,
        unplaced=unplaced,
        notes=(
            *dict.fromkeys(note for document in content.documents for note in document.notes),
            *_right_to_left(content.languages),
        ),
        prepared=prepared,
    )


def _right_to_left(languages: Sequence[str]) -> Iterator[str]:
    """Yields a sentence on the languages that are written from right to left: a terminal may draw them otherwise."""
    tags = [tag for tag in languages if is_right_to_left(tag)]
    if tags:
        yield f"the text in {' and '.join(tags)} is written from right to left: the screen sets it from the left"


def _marked(pairs: Sequence[UnitPair]) -> set[str]:
    from reader.importing.documents.note_pairing import marks_of

    return {mark for pair in pairs for unit in pair.units for mark in marks_of(unit)}


def _chapters(pairs: Sequence[UnitPair]) -> Iterator[list[UnitPair]]:
    """Yields the pairs of each chapter: one begins where the heads of chapters go together."""
    starts = [
        at for at, pair in enumerate(pairs) if all(unit.is_head and unit.kind == "heading" for unit in pair.units)
    ]
    is_two = any(pair.left for pair in pairs) and any(pair.right for pair in pairs)
    starts = [at for at in starts if not is_two or len(pairs[at].units) == 2]
    starts = [at for at in starts if at - 1 not in starts]
    for start, end in pairwise([0, *(at for at in starts if at), len(pairs)]):
        if start < end:
            yield list(pairs[start:end])


def _article(
    content: _Content, pairs: Sequence[UnitPair], notes: Sequence[UnitPair], is_chapter: bool
) -> PreparedArticle:
    """Returns an article of pairs, whole but for its id."""
    documents = () if is_chapter and any(pair.units[0].is_head for pair in pairs[:1]) else content.documents
    titled = with_titles(pairs, content.languages, documents)
    is_aligned = len(content.languages) == 2 and _are_linked(titled.pairs)
    doubts: dict[int, str] = {}
    if is_aligned:
        builder = _builder(content.languages, titled.pairs, is_aligned=True)
        body: AlignedBody | FreeBody = AlignedBody(tuple(builder.blocks(titled.pairs)))
        builders = [builder]
        footnotes = builder.footnotes(notes)
    else:
        sides = []
        builders = []
        ids: set[str] = set()
        for at, tag in enumerate(content.languages):
            own = [UnitPair(unit, None) for pair in titled.pairs if (unit := (pair.left, pair.right)[at])]
            if own:
                builder = _builder(
                    (tag,), own, is_aligned=False, ids=ids, figures=[f for each in builders for f in each.figures]
                )
                blocks: tuple[Block, ...] = tuple(builder.blocks(own))
                builders.append(builder)
                sides.append((tag, blocks))
        body = FreeBody(tuple(sides))
        footnotes = _builder(content.languages, (), is_aligned=len(content.languages) == 2).footnotes(notes)
    for builder in builders:
        doubts |= builder.doubts
    figures = tuple(builders[-1].figures) if builders else ()
    article = Article(
        "",
        text_of({tag: titled.titles[tag] for tag in content.languages if titled.titles.get(tag)}),
        body,
        credits=_credits(content.documents),
        original=_original(content),
        relation=_relation(titled.pairs, content.languages)
        if isinstance(body, FreeBody) and len(body.sides) > 1
        else "",
        date=next((document.date for document in content.documents if document.date), ""),
        licence=_licence(content.documents),
        source=_source(content),
        figures=figures,
        footnotes=footnotes,
        unplaced=tuple(text for builder in builders for text in builder.unplaced),
    )
    objects = objects_of([*titled.pairs, *notes], content.languages)
    places = {name: "" for pair in pairs for unit in pair.units for name in unit.places}
    for builder in reversed(builders):
        places |= builder.places
    return PreparedArticle(article, doubts, (*content.bylines, *titled.bylines), tuple(objects), places)


def _builder(
    languages: Sequence[str],
    pairs: Sequence[UnitPair],
    *,
    is_aligned: bool,
    figures: Sequence[Figure] = (),
    ids: set[str] | None = None,
) -> BlockBuilder:
    levels = sorted({unit.level for pair in pairs for unit in pair.units[:1] if unit.kind == "heading"})
    builder = BlockBuilder(languages, is_aligned, levels, ids)
    builder.figures += figures
    return builder


def _are_linked(pairs: Sequence[UnitPair]) -> bool:
    """Whether the two sides correspond: most units of the shorter one have a counterpart."""
    sides = [[pair for pair in pairs if getattr(pair, side)] for side in ("left", "right")]
    if not sides[0] or not sides[1]:
        return False
    linked = [sum(len(pair.units) == 2 or pair.goes_on for pair in side) for side in sides]
    return max(linked[at] / len(side) for at, side in enumerate(sides)) >= weights.LINKED_SHARE


def _relation(pairs: Sequence[UnitPair], languages: Sequence[str]) -> Relation:
    left = [pair.left for pair in pairs if pair.left]
    right = [pair.right for pair in pairs if pair.right]
    return relation(*blocks_of(left, right), (languages[0], languages[1]))


def _credits(documents: Sequence[Document]) -> tuple[Credit, ...]:
    authors = dict.fromkeys(each for document in documents for each in document.authors)
    translators = dict.fromkeys(each for document in documents for each in document.translators)
    found = [Credit("text", _in_every(each)) for each in authors]
    return (*found, *(Credit("translation", _in_every(each)) for each in translators))


def _in_every(text: str) -> Text:
    return Text(((EVERY_LANGUAGE, Prose(text)),))


def _licence(documents: Sequence[Document]) -> Text | None:
    found = next((document.licence for document in documents if document.licence), "")
    return _in_every(found) if found else None


def _original(content: _Content) -> str:
    document = content.documents[0]
    known = [tag for tag in content.languages if document.language and matches(document.language, tag)]
    return known[0] if known and document.kind in ("xliff", "tmx") and len(content.languages) == 2 else ""


def _source(content: _Content) -> Source | None:
    """Returns the publication that books and pages are of."""
    documents = content.documents
    url = next((document.url for document in documents if document.url), "")
    isbn = next((document.isbn for document in documents if _ISBN.match(re.sub("[ -]", "", document.isbn))), "")
    titles = {
        tag: document.titles[0].text
        for tag, document in zip(content.languages, documents, strict=False)
        if document.kind == "epub" and document.titles
    }
    return Source(text_of(titles) if titles else None, url, isbn=isbn) if url or isbn or titles else None
