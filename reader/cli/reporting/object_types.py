"""Types of the JSON objects, described in ``docs/COMMANDS.md``; imported by type checkers only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

if TYPE_CHECKING:
    from reader.cli.reporting.recording_types import RecordingObject
    from reader.model.magazine import ColumnAlign, Relation, Role
    from reader.model.passage import PassageKind
    from reader.model.text import SpanKind
    from reader.model.translation_status import TranslationState
    from reader.search.terms import TextField
    from reader.settings.table import SettingValue
    from reader.source.diagnostic import Severity

PlainText = dict[str, str]
"""A text in several languages, by their tags."""


class SpanObject(TypedDict):
    """Markup of a stretch of a text; offsets in characters, half-open."""

    start: int
    end: int
    kind: SpanKind
    target: str


Spans = dict[str, list[SpanObject]]
"""Markup of a text in several languages, by their tags."""


class DiagnosticObject(TypedDict):
    """A diagnostic; ``mark`` is the index in ``excerpt`` of the marked character."""

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str
    excerpt: str
    mark: int


class BrokenFileObject(TypedDict):
    """A file that cannot be opened."""

    path: str
    errors: list[DiagnosticObject]


class CreditObject(TypedDict):
    """A credit of an article."""

    role: Role
    name: PlainText
    about: PlainText


class SourceObject(TypedDict):
    """The publication that a text is taken from; empty values where nothing is known."""

    title: PlainText
    url: str
    doi: str
    isbn: str
    published: str


class ArticleHeadObject(TypedDict):
    """An article without its texts, as in the contents of an issue."""

    address: str
    kicker: PlainText
    title: PlainText
    deck: PlainText
    credits: list[CreditObject]
    date: str
    licence: PlainText
    source: SourceObject
    pages: list[str]
    languages: list[str]
    original: str
    relation: Relation | Literal[""]
    tags: list[str]


class SectionObject(TypedDict):
    """A section with its articles."""

    id: str
    title: PlainText
    articles: list[ArticleHeadObject]


class IssueObject(TypedDict):
    """An issue with its contents."""

    address: str
    path: str
    languages: list[str]
    magazine: PlainText
    label: PlainText
    title: PlainText
    cover: str
    date: str
    licence: PlainText
    source: SourceObject
    sections: list[SectionObject]
    subscription: NotRequired[str]
    """The id of the subscription that it is of, on the shelf."""
    withdrawn: NotRequired[bool]


class ParagraphObject(TypedDict):
    """A passage; the keys that are not required belong to one kind of passage."""

    address: str
    number: int
    kind: PassageKind
    page: str
    side: str
    in_aside: bool
    texts: PlainText
    spans: Spans
    level: NotRequired[int]
    pull: NotRequired[bool]
    by: NotRequired[PlainText]
    continued_from: NotRequired[str]
    continued_on: NotRequired[str]
    speaker: NotRequired[PlainText]
    printed_number: NotRequired[str]
    caption: NotRequired[PlainText]
    align: NotRequired[list[ColumnAlign]]
    cell_spans: NotRequired[list[list[int]]]
    header: NotRequired[list[PlainText]]
    rows: NotRequired[list[list[PlainText]]]
    ordinal: NotRequired[int]
    ordered: NotRequired[bool]
    paragraph: NotRequired[int]
    code_language: NotRequired[str]


class FigureObject(TypedDict):
    """A figure; ``after`` is the address of the paragraph before it, ``path`` the path of its file."""

    address: str
    number: int
    page: str
    after: str
    caption: PlainText
    spans: Spans
    credit: PlainText
    alt: PlainText
    file: str
    path: str


class ArticleObject(ArticleHeadObject):
    """A whole article."""

    issue: str
    section: str
    paragraphs: list[ParagraphObject]
    figures: list[FigureObject]
    audio: list[RecordingObject]


class CounterpartObject(TypedDict, total=False):
    """The text in the other language beside a hit; empty if there is none."""

    language: str
    text: str
    about: bool


class HitObject(TypedDict):
    """A hit; ``matches`` are pairs of offsets into ``texts[language]``."""

    address: str
    field: TextField
    page: str
    language: str
    matches: list[list[int]]
    snippet: str
    snippet_matches: list[list[int]]
    texts: PlainText
    counterpart: CounterpartObject


class ClassifierObject(TypedDict):
    """A word that counts others."""

    simplified: str
    traditional: str
    reading: str


class DictionaryEntryObject(ClassifierObject):
    """An entry of a dictionary; ``reading`` is written as ``--readings`` says."""

    dictionary: str
    senses: list[str]
    classifiers: list[ClassifierObject]


class JudgedWordObject(TypedDict):
    """A word that the reader has judged; ``changed`` is in milliseconds since 1970, in UTC."""

    word: str
    known: bool
    changed: int


class WorkPlaceObject(TypedDict):
    """A text that needs work, with its line in the file."""

    address: str
    part: str
    language: str
    line: int
    problem: str
    count: int
    old: str | None
    """Of a stale text, the source that its translation was made from, if git has it."""
    new: str | None
    """Of a stale text, its source as it is."""


class TranslationStatusObject(TypedDict):
    """The state of an article in one language."""

    language: str
    state: TranslationState
    texts: int
    missing: int
    accepted: bool
    stale: list[str]
    gone: int
    places: list[WorkPlaceObject]


class ArticleStatusObject(TypedDict):
    """The states of an article in the languages of its issue."""

    address: str
    languages: list[TranslationStatusObject]


class IssueStatusObject(TypedDict):
    """The states of the articles of an issue, and the texts outside them that need work."""

    address: str
    path: str
    places: list[WorkPlaceObject]
    articles: list[ArticleStatusObject]


class UpdateObject(TypedDict):
    """Numbers of files, and the path of the catalogue."""

    files: int
    read: int
    broken: int
    gone: int
    catalogue: str


class SettingObject(TypedDict):
    """A setting with its value and the source of the value."""

    name: str
    value: SettingValue
    source: str


class KeysObject(TypedDict):
    """A command with its keys and their source."""

    command: str
    keys: tuple[str, ...]
    source: str


class SettingFaultObject(TypedDict):
    """A fault of the settings file."""

    path: str
    line: int
    column: int
    message: str


class SettingsObject(TypedDict):
    """The settings in force."""

    path: str
    settings: list[SettingObject]
    commands: list[KeysObject]
    faults: list[SettingFaultObject]


class FactObject(TypedDict):
    """A fact that ``reader doctor`` found."""

    topic: str
    name: str
    value: str
    problem: str


class SarifText(TypedDict):
    """A text of a SARIF log."""

    text: str


class SarifLevel(TypedDict):
    """The level of a rule."""

    level: Severity


class SarifRule(TypedDict):
    """A rule of a SARIF log."""

    id: str
    shortDescription: SarifText
    fullDescription: SarifText
    defaultConfiguration: SarifLevel


class SarifDriver(TypedDict):
    """The program that made a SARIF log."""

    name: str
    version: str
    rules: list[SarifRule]


class SarifTool(TypedDict):
    """The tool of a SARIF log."""

    driver: SarifDriver


class SarifFile(TypedDict):
    """The file of a result."""

    uri: str


class SarifRegion(TypedDict):
    """The place of a result in its file; line and column count from 1."""

    startLine: int
    startColumn: int


class SarifPlace(TypedDict):
    """The file of a result, and its place there if the file as a whole is not meant."""

    artifactLocation: SarifFile
    region: NotRequired[SarifRegion]


class SarifLocation(TypedDict):
    """A location of a result."""

    physicalLocation: SarifPlace


class SarifResult(TypedDict):
    """A diagnostic of a SARIF log."""

    ruleId: str
    ruleIndex: int
    level: Severity
    message: SarifText
    locations: list[SarifLocation]


class SarifRun(TypedDict):
    """The only run of a SARIF log."""

    tool: SarifTool
    columnKind: Literal["unicodeCodePoints"]
    results: list[SarifResult]


SarifLog = TypedDict("SarifLog", {"$schema": str, "version": str, "runs": list[SarifRun]})
"""A SARIF log, version 2.1.0."""
