"""Writes parsed files into the catalogue and deletes them from it, with their rows in the index."""

from __future__ import annotations

import json

from reader.catalogue import records
from reader.catalogue.ordering import ROW_BITS, first_free_block
from reader.catalogue.parsing import index_rows
from reader.catalogue.schema import chunk_key
from reader.search.stemming import stem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.catalogue.file import Catalogue
    from reader.catalogue.parsing import FacetName, IndexRow, ParsedFile, ParsedIssue
    from reader.model.magazine import Article, Block
    from reader.sqlite import engine


class Writer:
    """Writes to a catalogue, within a transaction of the caller; it remembers the words and names it has written.

    After a transaction that was undone it must not be used again.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._words: set[str] = set()
        self._names: set[FacetName] = set()

    def put(self, to: engine.Connection, path: str, parsed: ParsedFile) -> None:
        """Writes the content of a file in the place of its earlier content."""
        columns = parsed.state.columns
        if self._catalogue.state(path) == parsed.state and any(columns):
            return  # another program was faster
        if parsed.is_same or parsed.is_unread:
            statement = "UPDATE files SET size = ?, modified = ?, changed = ?, inode = ? WHERE path = ?"
            is_there = to.execute(statement, (*columns, path)).rowcount
            if is_there or parsed.is_same:
                return
        self.remove(to, path)
        issue = self._put_issue(to, path, parsed.issue) if parsed.issue else None
        fault = json.dumps(parsed.fault) if parsed.fault else None
        to.execute("INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (path, *columns, parsed.hash, issue, fault))

    def remove(self, to: engine.Connection, path: str) -> None:
        """Deletes a file, and its rows in the index."""
        found = to.execute("SELECT id, head, first, last FROM issues WHERE path = ?", (path,)).fetchone()
        if found:
            issue, head, first, last = found
            self._rewrite_rows(to, issue, head, delete=True)
            bodies = (chunk_key(issue, 0, 0), chunk_key(issue + 1, 0, 0) - 1)
            to.execute("DELETE FROM articles WHERE id BETWEEN ? AND ?", (first, last))
            to.execute("DELETE FROM bodies WHERE id BETWEEN ? AND ?", bodies)
            to.execute("DELETE FROM spellings WHERE issue = ?", (issue,))
            to.execute("DELETE FROM issues WHERE id = ?", (issue,))
        to.execute("DELETE FROM files WHERE path = ?", (path,))

    def _move(self, to: engine.Connection, issue: int, by: int) -> None:
        """Moves an issue in the index by a number of blocks."""
        head = to.execute("SELECT head FROM issues WHERE id = ?", (issue,)).fetchone()[0]
        self._rewrite_rows(to, issue, head, delete=True)
        # by way of numbers below zero, because one that another article still has is refused
        to.execute("UPDATE articles SET id = -(id + ?) WHERE issue = ?", (by, issue))
        to.execute("UPDATE articles SET id = -id WHERE issue = ?", (issue,))
        to.execute("UPDATE issues SET first = first + ?, last = last + ? WHERE id = ?", (by, by, issue))
        self._rewrite_rows(to, issue, head)

    def _rewrite_rows(self, to: engine.Connection, issue_key: int, head: bytes, delete: bool = False) -> None:
        """Writes the rows of an issue that is in the catalogue, or deletes them: FTS5 needs the tokens for both."""
        block_of: dict[int, int] = {}
        readings: dict[int, dict[str, str]] = {}
        statement = "SELECT id, number, readings FROM articles WHERE issue = ?"
        for block, number, encoded in to.execute(statement, (issue_key,)):
            block_of[number], readings[number] = block, dict(records.decode(encoded))

        def blocks(article: int, chunk: int) -> Sequence[Block]:
            return self._catalogue.blocks(issue_key, article, chunk) or ()

        def articles(chunk: int) -> list[Article]:
            return self._catalogue.articles(issue_key, chunk, blocks)

        issue = self._catalogue.decoded_issue(head, articles)
        for number, (section, article) in enumerate(issue.articles()):
            rows = index_rows(issue, section, article, readings[number], words=set(), names=set())
            _write_rows(to, block_of[number], rows, delete)

    def _put_issue(self, to: engine.Connection, path: str, parsed: ParsedIssue) -> int:
        sizes = [(len(article.rows) >> ROW_BITS) + 1 for article in parsed.articles]
        block = first_free_block(to, parsed.date, path, sum(sizes), lambda moved, by: self._move(to, moved, by))
        inserted = to.execute(
            "INSERT INTO issues (name, date, path, first, last, head) VALUES (?, ?, ?, ?, ?, ?)",
            (parsed.id, parsed.date, path, block, block + sum(sizes) - 1, parsed.head),
        )
        issue = inserted.lastrowid
        assert issue is not None
        for number, (article, size) in enumerate(zip(parsed.articles, sizes, strict=True)):
            heads = sum(is_head for _, is_head, _ in article.rows)
            row = (block, issue, number, article.id, article.head, article.readings, heads)
            to.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            bodies = [(chunk_key(issue, number, chunk), data) for chunk, data in enumerate(article.chunks)]
            to.executemany("INSERT INTO bodies VALUES (?, ?)", bodies)
            _write_rows(to, block, article.rows)
            block += size
        spellings = [(issue, entry, word) for entry, words in enumerate(parsed.spellings) for word in words]
        to.executemany("INSERT INTO spellings VALUES (?, ?, ?)", spellings)
        self._put_names(to, parsed)
        return issue

    def _put_names(self, to: engine.Connection, parsed: ParsedIssue) -> None:
        """Writes the names and words of an issue that were not written before."""
        names = sorted(set(parsed.names) - self._names)
        to.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", names)
        words = sorted(set(parsed.words) - self._words)
        to.executemany("INSERT OR IGNORE INTO words VALUES (?, ?)", [(word, stem(word)) for word in words])
        self._names.update(names)
        self._words.update(words)


def _write_rows(to: engine.Connection, block: int, rows: Iterable[IndexRow], delete: bool = False) -> None:
    """Writes the rows of an article, numbered from the beginning of a block, or deletes them."""
    start = block << ROW_BITS
    by_table: dict[str, list[tuple[int, bytes]]] = {"heads": [], "texts": []}
    for number, is_head, tokens in rows:
        by_table["heads" if is_head else "texts"].append((start + number, tokens))
    for table, values in by_table.items():
        column, command = (f"{table}, ", "'delete', ") if delete else ("", "")
        values_of_row = f"{command}?, CAST(? AS TEXT)"
        statement = f"INSERT INTO {table} ({column}rowid, tokens) VALUES ({values_of_row})"  # noqa: S608 (our own names)
        to.executemany(statement, values)
