"""The issue format as a table: every key, the type of its value, whether it is required, and its description.

Reading, writing, messages and the JSON Schema follow from the table; a test compares ``docs/FORMAT.md`` with it.
"""

from __future__ import annotations

from reader.model.address import ID_PATTERN
from reader.model.bounds import MAX_ID_CHARS
from reader.model.footnotes import numbered
from reader.model.magazine import (
    RELATIONS,
    ROLES,
    AcceptedTranslation,
    AlignedBody,
    Article,
    Credit,
    Figure,
    GlossaryEntry,
    Issue,
    Section,
)
from reader.model.text import Text
from reader.source.nodes import Mapping, Sequence
from reader.source.schema.blocks import BLOCK_ID, PLAIN, BodyType
from reader.source.schema.footnotes import FootnotesType
from reader.source.schema.lists import FLAG, MARKED
from reader.source.schema.provenance import DATE, SOURCE
from reader.source.schema.recordings import RecordingsType
from reader.source.schema.records import Key, ListType, RecordType
from reader.source.schema.texts import LiteralText
from reader.source.schema.values import (
    ChoiceType,
    LanguageType,
    PageRangeType,
    PageType,
    ValueType,
    WordType,
    by_language,
    noun_of,
)
from reader.source.source_file import MAX_FILE_BYTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence as SequenceOf
    from typing import Any

    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext
    from reader.source.schema.write_context import Plain, WriteContext

    Translations = tuple[AcceptedTranslation, ...]

FORMAT_VERSION = "1"
MAX_LANGUAGES = 32
MAX_SPELLINGS = 200
"""Maximum number of other spellings of a term: a search for one of them looks for all."""
DEFAULT_LANGUAGES = ("zh-Hans", "en")
"""The languages of a new issue, unless others are given."""
NO_TEXT = Text(())
"""The text that is missing in a record with faults."""
HASHES_PATTERN = r"[0-9a-f]{8}(?:\s+[0-9a-f]{8})*"
MAX_HASHES_IN_LINE = 3
"""Largest number of hashes on one line: those of a title and two paragraphs, which are neighbours anyway."""


class VersionType(ValueType[object]):
    """The format's version; the model does not hold it."""

    noun = "the format's version"

    def read(self, node: Node, context: LoadContext) -> object | None:
        return _VERSION_WORD.read(node, context)

    def write(self, value: object, context: WriteContext) -> Plain:
        return FORMAT_VERSION


class LanguagesType(ValueType["tuple[str, ...]"]):
    """The issue's languages. Reading them sets the tags that the rest of the issue may use."""

    noun = "a list of languages"

    def read(self, node: Node, context: LoadContext) -> tuple[str, ...] | None:
        tags = _TAGS.read(node, context)
        if tags is None or not isinstance(node, Sequence) or len(tags) < len(node.items):
            return None  # not all are known, so no other tag can be wrong
        if len(tags) > MAX_LANGUAGES:
            context.report("S308", node, f"an issue has at most {MAX_LANGUAGES} languages", "remove some")
            return None
        different = tuple(dict.fromkeys(tags))
        if len(different) < max(2, len(tags)):
            message = "an issue needs two or more different languages"
            context.report("S308", node, message, f"write them as [{', '.join(DEFAULT_LANGUAGES)}]")
            if len(different) < 2:
                return None
        context.languages = different
        return different

    def write(self, value: tuple[str, ...], context: WriteContext) -> Plain:
        return _TAGS.write(value, context)


class TranslatedType(ValueType["Translations"]):
    """For each language the hashes of the texts that its translation was made from, separated by blanks."""

    noun = "a mapping of languages"

    def read(self, node: Node, context: LoadContext) -> Translations | None:
        if not isinstance(node, Mapping):
            context.report("S301", node, f"expected {self.noun}, found {noun_of(node)}", HASHES.form)
            return None
        read = []
        for tag, value in by_language(node, context, lambda *_: HASHES.form):
            hashes = HASHES.read(value, context)
            if hashes is not None:
                read.append(context.built(AcceptedTranslation(tag, tuple(hashes.split())), value))
        return tuple(read)

    def write(self, value: Translations, context: WriteContext) -> Plain:
        return {translation.language: _written(translation) for translation in value}


def hash_lines(hashes: SequenceOf[str]) -> list[str]:
    """Returns the lines of hashes: one line of a few, else a line for each with an empty line between two.

    Versions that change neighbouring texts then merge, since a line between their hashes is the same in both.
    """
    if len(hashes) <= MAX_HASHES_IN_LINE:
        return [" ".join(hashes)]
    return [line for each in hashes for line in (each, "")][:-1]


def _written(translation: AcceptedTranslation) -> Plain:
    lines = hash_lines(translation.hashes)
    return lines[0] if len(lines) == 1 else LiteralText("\n".join(lines) + "\n")


ID = WordType("an id", ID_PATTERN, "write lower-case letters, digits and - between them", MAX_ID_CHARS)
LINE = WordType("a line of text", r".+", "", MAX_FILE_BYTES)
REST = WordType("a text", r"[\s\S]+", "", MAX_FILE_BYTES)
_VERSION_WORD = WordType(VersionType.noun, r".+", "")
HASHES = WordType("a list of hashes", HASHES_PATTERN, "reader status --accept writes it", MAX_FILE_BYTES)
_TAGS = ListType(LanguageType(), LanguagesType.noun)
PICTURE = WordType(
    "a picture's name",
    r"[^/\\.][^/\\]*\.([Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg]|[Gg][Ii][Ff]|[Ww][Ee][Bb][Pp])",
    "name a PNG, JPEG, GIF or WebP file in the issue's own folder, without a path",
)
ROLE = ChoiceType("a role", {role: role for role in ROLES})
RELATION = ChoiceType("a relation", {relation: relation for relation in RELATIONS})

FIGURE = RecordType(
    "a figure",
    Figure,
    (
        Key("id", BLOCK_ID, "the id that a figure block names", required=True, stand_in=""),
        Key("page", PageType(), "the printed page"),
        Key("caption", MARKED, "the caption in each language", required=True, stand_in=NO_TEXT),
        Key("credit", PLAIN, "the picture's source"),
        Key("alt", PLAIN, "a description of the picture"),
        Key("file", PICTURE, "a picture in the issue's folder"),
        Key("placed", FLAG, "no for a figure without a place in the body", default=True),
    ),
)


CREDIT = RecordType(
    "a credit",
    Credit,
    (
        Key("role", ROLE, "the kind of work", required=True, stand_in="text"),
        Key("name", PLAIN, "the person or group", required=True, stand_in=NO_TEXT),
        Key("about", MARKED, "a few words on them, shown at the article's end"),
    ),
)
ARTICLE = RecordType(
    "an article",
    Article,
    (
        Key("id", ID, "the article's id in addresses", required=True, stand_in=""),
        Key("kicker", PLAIN, "the line over the title"),
        Key("title", PLAIN, "the article's title", required=True, stand_in=NO_TEXT),
        Key("deck", PLAIN, "the lines under the title"),
        Key("credits", ListType(CREDIT, "a list of credits"), "people and their roles"),
        Key("pages", PageRangeType(), "the printed pages"),
        Key("tags", ListType(LINE, "a list of words"), "words that searches find it by"),
        Key("languages", ListType(LanguageType(), "a list of languages"), "the article's own languages"),
        Key("original", LanguageType(), "the language it was written in"),
        Key("relation", RELATION, "how the sides of a free body relate to each other", default=""),
        Key("date", DATE, "as far as it is known; the issue's if not given", default=""),
        Key("licence", MARKED, "an SPDX identifier, or a text; the issue's if not given"),
        Key("source", SOURCE, "the publication that it is taken from; the issue's if not given"),
        Key("body", BodyType(), "its blocks", required=True, stand_in=AlignedBody(())),
        Key("figures", ListType(FIGURE, "a list of figures"), "its figures"),
        Key("notes", FootnotesType(), "its notes: the text of each under its id", attribute="footnotes", default=()),
        Key("audio", RecordingsType(), "the article read aloud: a file, and where passages begin in it", default=()),
        Key("translated", TranslatedType(), "written by reader status --accept"),
        Key("unplaced", ListType(REST, "a list of texts"), "texts that reader import could not place"),
    ),
    lambda **values: numbered(Article(**values)),
)
SECTION = RecordType(
    "a section",
    Section,
    (
        Key("id", ID, "the section's id", required=True, stand_in=""),
        Key("title", PLAIN, "the section's title", required=True, stand_in=NO_TEXT),
        Key("articles", ListType(ARTICLE, "a list of articles"), "its articles", required=True, stand_in=()),
    ),
)
GLOSSARY_ENTRY = RecordType(
    "a glossary entry",
    GlossaryEntry,
    (
        Key("term", PLAIN, "the term in each language", required=True, stand_in=NO_TEXT),
        Key("pinyin", LINE, "its pronunciation"),
        Key("also", ListType(LINE, "a list of spellings", most=MAX_SPELLINGS), "other spellings"),
        Key("note", MARKED, "an explanation"),
        Key("strict", FLAG, "no if translations may use other words", default=True),
    ),
)


def _issue(format: object, **values: Any) -> Issue:  # noqa: ARG001 (the loader has checked the version)
    return Issue(**values)


ISSUE = RecordType(
    "an issue",
    Issue,
    (
        Key("format", VersionType(), "1, the format's version", required=True, stand_in=FORMAT_VERSION, whole=True),
        Key("id", ID, "the issue's id in addresses", required=True, stand_in=""),
        Key("languages", LanguagesType(), "two or more language tags", required=True, stand_in=()),
        Key("magazine", PLAIN, "the magazine's name", required=True, stand_in=NO_TEXT),
        Key("label", PLAIN, "the name of the issue on its cover", required=True, stand_in=NO_TEXT),
        Key("title", PLAIN, "the cover line"),
        Key("cover", PICTURE, "the picture on the cover, in the issue's folder"),
        Key("date", DATE, "as far as it is known"),
        Key("licence", MARKED, "an SPDX identifier, or a text, for articles without one"),
        Key("source", SOURCE, "the publication that the articles without one are taken from"),
        Key("sections", ListType(SECTION, "a list of sections"), "the issue's sections", required=True, stand_in=()),
        Key("glossary", ListType(GLOSSARY_ENTRY, "a list of glossary entries"), "terms in each language"),
    ),
    _issue,
)

KEY_HOMES = {
    key: record.noun for record in (CREDIT, GLOSSARY_ENTRY, FIGURE, ARTICLE, SECTION, ISSUE) for key in record.keys
}
"""The outermost record that has each key, for the message on a key that is in another one."""
