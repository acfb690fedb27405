"""Reads an issue file into the form that the catalogue keeps of it: encoded records, and rows of the index."""

from __future__ import annotations

from reader.catalogue import records
from reader.catalogue.file_state import NO_STATE, FileState, state_of
from reader.model.equivalence import fold
from reader.model.magazine import MIN_LANGUAGES, FreeBody
from reader.model.record import field_values, record, replace
from reader.regular_files import read_regular
from reader.search.readings import toneless_pinyin
from reader.search.spellings import spellings
from reader.search.terms import READ_FIELDS
from reader.search.texts import article_names, issue_names, search_texts
from reader.search.tokens import facet_token, field_token, reading_tokens, tokens_of, word_pair_tokens
from reader.source import load
from reader.source.source_file import UnforeseenError, is_of_disk, survivable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.model.magazine import Article, Issue, Section

    IndexRow = tuple[int, bool, bytes]
    """The number of a text in its article, whether it is no passage, and its tokens with spaces between, as UTF-8."""
    FacetName = tuple[str, str]
    """A facet, and a folded name in it; the names of one issue or section are joined by line feeds."""


@record
class ParsedArticle:
    """An article as the catalogue keeps it."""

    id: str
    head: bytes
    chunks: list[bytes]
    """Its blocks."""
    readings: bytes
    """The pinyin of its titles, captions and names."""
    rows: list[IndexRow]


@record
class ParsedIssue:
    """An issue as the catalogue keeps it."""

    id: str
    date: str
    head: bytes
    articles: list[ParsedArticle]
    names: list[FacetName]
    words: list[str]
    """Words of its texts in scripts with spaces between words, folded, each once."""
    spellings: list[list[str]]
    """For each term of its glossary the ways to write it."""


@record
class ParsedFile:
    """An issue file as the catalogue keeps it."""

    state: FileState
    hash: str
    """The hash of its content; empty if it is too large or cannot be read."""
    is_same: bool = False
    """Whether its content is that of the last time, so that all else is left out."""
    issue: ParsedIssue | None = None
    fault: list[object] | None = None
    """Fields of the first diagnostic, if it cannot be opened."""
    is_unread: bool = False
    """Whether the disk gave no content, so that the content of the last time is kept."""


@record
class ParseRequest:
    """A file to read, and the hash of its content at the last time, if any."""

    path: str
    known_hash: str = ""


def parse(request: ParseRequest, send: Callable[[ParsedFile], object]) -> None:
    """Reads a file and sends the result; the function of the workers."""
    send(parsed_file(request))


def parsed_file(request: ParseRequest) -> ParsedFile:
    """Returns the form of a file that the catalogue keeps.

    A fault of the program itself is the file's fault, with an entry in the log: it costs no other file.
    """
    path = request.path
    try:
        with survivable(path):
            return _parsed_file(request)
    except UnforeseenError as error:
        state = state_of(path) or NO_STATE
        return ParsedFile(state, _hash(path, state.size_bytes) or "", fault=field_values(error.fault))


def _parsed_file(request: ParseRequest) -> ParsedFile:
    path = request.path
    state = state_of(path) or NO_STATE
    content_hash = _hash(path, state.size_bytes)
    if content_hash and content_hash == request.known_hash:
        return ParsedFile(state, content_hash, is_same=True)
    loaded = load(path, checked=False)
    is_unread = is_of_disk(loaded.errors) or content_hash is None
    if state_of(path) != state or is_unread:
        state = NO_STATE  # it has changed meanwhile: the next update reads it again
    if loaded.issue is None:
        return ParsedFile(state, content_hash or "", fault=field_values(loaded.errors[0]), is_unread=is_unread)
    return ParsedFile(state, content_hash or "", issue=_parsed_issue(loaded.issue), is_unread=is_unread)


def _hash(path: str, size_bytes: int) -> str | None:
    """Returns the hash of a file's content; an empty string if it is too large, None if it cannot be read."""
    from hashlib import blake2b

    from reader.source.source_file import MAX_FILE_BYTES

    if size_bytes > MAX_FILE_BYTES:
        return ""
    try:
        return blake2b(read_regular(path, MAX_FILE_BYTES + 1), digest_size=16).hexdigest()
    except (OSError, ValueError):
        return None


def _parsed_issue(issue: Issue) -> ParsedIssue:
    articles = []
    words: set[str] = set()
    names: set[FacetName] = set()
    for section, article in issue.articles():
        head, chunks = records.encode_article(with_languages(issue, article))
        readings = readings_of(article)
        rows = list(index_rows(issue, section, article, readings, words=words, names=names))
        encoded_readings = records.encode(tuple(readings.items()))
        articles.append(ParsedArticle(article.id, head, chunks, encoded_readings, rows))
    return ParsedIssue(
        issue.id,
        issue.date,
        records.encode_issue(issue),
        articles,
        sorted(names),
        sorted(words),
        [sorted(spellings(entry, toneless_pinyin)) for entry in issue.glossary],
    )


def with_languages(issue: Issue, article: Article) -> Article:
    """Returns an article that names its languages, where they would have to be read off its blocks."""
    if article.languages or isinstance(article.body, FreeBody) or len(issue.languages) == MIN_LANGUAGES:
        return article
    return replace(article, languages=issue.languages_of(article))


def readings_of(article: Article) -> dict[str, str]:
    """Returns the toneless pinyin of the titles, captions and names of an article, by text."""
    read = (text for text in search_texts(article) if text.field in READ_FIELDS)
    texts = sorted({prose.text for text in read for _, prose in text.text.sides})
    return {text: reading for text in texts if (reading := toneless_pinyin(text))}


def index_rows(
    issue: Issue,
    section: Section,
    article: Article,
    readings: dict[str, str],
    *,
    words: set[str],
    names: set[FacetName],
) -> Iterator[IndexRow]:
    """Yields the rows of an article in the index, in the order of its texts.

    Args:
        issue: The issue.
        section: The section of the article.
        article: The article.
        readings: The pinyin of its texts, by text.
        words: Gets the words of the texts added.
        names: Gets the facets of the texts added.
    """
    facets = issue_names(issue, section) | article_names(article)
    common: list[FacetName] = [("issue", "\n".join(facets["issue"])), ("section", "\n".join(facets["section"]))]
    common += [("tag", tag) for tag in facets["tag"]]
    common_tokens = [facet_token(*name) for name in common]
    names.update(common)
    own_tokens: dict[FacetName, str] = {}
    for number, text in enumerate(search_texts(article)):
        tokens = [*common_tokens]
        for name in (("page", fold(text.page)), *(("lang", tag) for tag, _ in text.text.sides)):
            if name not in own_tokens:
                own_tokens[name] = facet_token(*name)
            tokens.append(own_tokens[name])
        is_head = text.field != "text"
        for _, prose in text.text.sides:
            found = tokens_of(prose.text)
            words.update(found.words)
            tokens += found.words
            tokens += word_pair_tokens(found.words)
            tokens.append(found.bigrams)
            tokens += found.symbols
            if is_head and (reading := readings.get(prose.text)):
                tokens += reading_tokens(prose.text, reading)
        if is_head:
            tokens.append(field_token(text.field))
        yield number, is_head, " ".join(tokens).encode()
    names.update(own_tokens)
