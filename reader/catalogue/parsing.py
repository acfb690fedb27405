"""An issue file to all that the catalogue keeps of it, as plain data; alone, or as a process that is given files.

As a process, :func:`main` reads requests from the standard input, a line of JSON each, and answers each on the standard
output with a length of eight bytes and a parcel of so many. It ends with its input: whoever started it may be killed at
any moment.
"""

from __future__ import annotations

import os
import sys

from reader.catalogue import records as rows
from reader.catalogue.update import LENGTH_BYTES
from reader.library.files import state_of
from reader.search.folding import fold
from reader.search.readings import read
from reader.search.texts import READ_FIELDS, names, sources, spellings, tags
from reader.search.tokens import field_token, neighbours, place_token, reading_tokens, tokens_of
from reader.source import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from reader.model.magazine import Article, Issue, Section

    Row = tuple[int, bool, str]

OBJECTS_BEFORE_COLLECTION = 500_000
"""More than a file is: a file's nodes and records go as soon as they are not used, so looking for cycles is rare."""


def parcel(path: str, known_hash: str = "") -> dict[str, Any]:
    """Returns what the catalogue keeps of a file.

    The keys: ``state`` and ``hash`` of the file; ``fault``, the first diagnostic's fields, if it cannot be opened;
    ``same`` if its content has the hash that is known already; else ``issue``, ``date``, ``head``, ``articles``,
    ``names``, ``words`` and ``spellings``.
    """
    state = state_of(path) or (0, 0, 0, 0)
    digest = _hash(path, state[0])
    if digest and digest == known_hash:
        return {"state": state, "hash": digest, "same": True}
    loaded = load(path, checked=False)
    if state_of(path) != state:
        state = (0, 0, 0, 0)  # it was changed meanwhile: whoever looks next reads it again
    about: dict[str, Any] = {"state": state, "hash": digest, "same": False}
    if loaded.issue is None:
        first = loaded.errors[0]
        return about | {"fault": [getattr(first, name) for name in type(first).__slots__]}  # type: ignore[attr-defined]
    return about | _contents(loaded.issue)


def _hash(path: str, size_bytes: int) -> str:
    from hashlib import blake2b

    from reader.source.source_file import MAX_FILE_BYTES

    if not os.path.isfile(path) or size_bytes > MAX_FILE_BYTES:
        return ""
    try:
        with open(path, "rb") as file:
            return blake2b(file.read(MAX_FILE_BYTES + 1), digest_size=16).hexdigest()
    except OSError:
        return ""


def _contents(issue: Issue) -> dict[str, Any]:
    articles = []
    words: set[str] = set()
    called: set[tuple[str, str]] = set()
    for section, article in issue.articles():
        head, parts = rows.encode_article(article)
        readings = readings_of(article)
        indexed = list(index_rows(issue, section, article, readings, words, called))
        articles.append((article.id, head, parts, rows.encode(_pairs(readings)), indexed))
    return {
        "issue": issue.id,
        "date": issue.date,
        "head": rows.encode_issue(issue),
        "articles": articles,
        "names": sorted(called),
        "words": sorted(words),
        "spellings": [sorted(spellings(entry, read)) for entry in issue.glossary],
    }


def _pairs(readings: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(readings.items())


def readings_of(article: Article) -> dict[str, str]:
    """Returns the pinyin of the titles, captions and names of an article, by text."""
    texts = {prose.text for source in sources(article) if source.field in READ_FIELDS for _, prose in source.text.sides}
    return {text: reading for text in sorted(texts) if (reading := read(text))}


def index_rows(
    issue: Issue,
    section: Section,
    article: Article,
    readings: dict[str, str],
    words: set[str],
    called: set[tuple[str, str]],
) -> Iterator[Row]:
    """Yields the rows of an article in the index: the text's number, whether it is none of the passages, its tokens.

    Words and names that stand in them are added to ``words`` and ``called``.
    """
    place = names(issue, section) | tags(article)
    here = [("issue", "\n".join(place["issue"])), ("section", "\n".join(place["section"]))]
    here += [("tag", tag) for tag in place["tag"]]
    common = [place_token(*name) for name in here]
    called.update(here)
    token_of: dict[tuple[str, str], str] = {}
    for number, source in enumerate(sources(article)):
        tokens = [*common]
        for name in (("page", fold(source.page)), *(("lang", tag) for tag, _ in source.text.sides)):
            if name not in token_of:
                token_of[name] = place_token(*name)
            tokens.append(token_of[name])
        is_head = source.field != "text"
        for _, prose in source.text.sides:
            text = prose.text
            found, pairs = tokens_of(text)
            words.update(found)
            tokens += found
            tokens += neighbours(found)
            tokens.append(pairs)
            if is_head and (reading := readings.get(text)):
                tokens += reading_tokens(text, reading)
        if is_head:
            tokens.append(field_token(source.field))
        yield number, is_head, " ".join(tokens)
    called.update(token_of)


def serve(receive: Callable[[], bytes], send: Callable[[bytes], object]) -> None:
    """Answers requests until there are no more."""
    import json
    import marshal

    while request := receive():
        path, known_hash = json.loads(request)
        answer = marshal.dumps(parcel(path, known_hash))
        send(len(answer).to_bytes(LENGTH_BYTES, "big"))
        send(answer)


def main() -> None:
    """Serves on the standard streams; an interrupt is for whoever gives the requests."""
    import gc
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(OBJECTS_BEFORE_COLLECTION)

    def send(data: bytes) -> None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    try:
        serve(sys.stdin.buffer.readline, send)
    except BrokenPipeError:
        os._exit(0)
