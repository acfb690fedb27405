"""Parcels into the catalogue, and issues out of it, with their rows in the index."""

from __future__ import annotations

import json

from reader.catalogue import records as rows
from reader.catalogue.file import body_id
from reader.catalogue.ordering import ROW_BITS, place
from reader.catalogue.parsing import index_rows
from reader.search.stemming import stem

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from typing import Any

    from reader.catalogue.file import Catalogue
    from reader.model.magazine import Article


class Writer:
    """Writes to a catalogue within a transaction of the caller's; it remembers the words it has written."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._words: set[str] = set()
        self._names: set[tuple[str, str]] = set()

    def forget(self) -> None:
        """Forgets what it has written: the transaction was undone."""
        self._words.clear()
        self._names.clear()

    def put(self, to: sqlite3.Connection, path: str, parcel: dict[str, Any]) -> None:
        """Writes what a file holds in the place of what it held before."""
        state = tuple(parcel["state"])
        if self._catalogue.state(path) == state and any(state):
            return  # another program was faster
        if parcel["same"]:
            to.execute("UPDATE files SET size = ?, modified = ?, changed = ?, inode = ? WHERE path = ?", (*state, path))
            return
        self.remove(to, path)
        fault = json.dumps(parcel["fault"]) if "fault" in parcel else None
        issue = None if fault else self._put_issue(to, path, parcel)
        to.execute("INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (path, *state, parcel["hash"], issue, fault))

    def remove(self, to: sqlite3.Connection, path: str) -> None:
        """Takes a file out, and its texts out of the index."""
        found = to.execute("SELECT id, head, first, last FROM issues WHERE path = ?", (path,)).fetchone()
        if found:
            issue, head, first, last = found
            self._rewrite_rows(to, issue, head, delete=True)
            to.execute("DELETE FROM articles WHERE id BETWEEN ? AND ?", (first, last))
            to.execute(
                "DELETE FROM bodies WHERE id BETWEEN ? AND ?", (body_id(issue, 0, 0), body_id(issue + 1, 0, 0) - 1)
            )
            to.execute("DELETE FROM spellings WHERE issue = ?", (issue,))
            to.execute("DELETE FROM issues WHERE id = ?", (issue,))
        to.execute("DELETE FROM files WHERE path = ?", (path,))

    def _move(self, to: sqlite3.Connection, issue: int, by: int) -> None:
        """Moves an issue so many blocks on."""
        head = to.execute("SELECT head FROM issues WHERE id = ?", (issue,)).fetchone()[0]
        self._rewrite_rows(to, issue, head, delete=True)
        # by way of below zero, because a number that another article still has is refused
        to.execute("UPDATE articles SET id = -(id + ?) WHERE issue = ?", (by, issue))
        to.execute("UPDATE articles SET id = -id WHERE issue = ?", (issue,))
        to.execute("UPDATE issues SET first = first + ?, last = last + ? WHERE id = ?", (by, by, issue))
        self._rewrite_rows(to, issue, head)

    def _rewrite_rows(self, to: sqlite3.Connection, number: int, head: bytes, delete: bool = False) -> None:
        """Writes an issue that is in the catalogue into the index, or out of it, which wants to be told the tokens."""
        ids: dict[int, int] = {}
        readings: dict[int, dict[str, str]] = {}
        for row, article, written in to.execute("SELECT id, number, readings FROM articles WHERE issue = ?", (number,)):
            ids[article], readings[article] = row, dict(rows.decode(written))

        def blocks(article: int, part: int) -> Any:
            return self._catalogue.blocks(number, article, part) or ()

        def articles(part: int) -> list[Article]:
            return self._catalogue.articles(number, part, blocks)

        issue = self._catalogue.head(head, articles)
        for ordinal, (section, article) in enumerate(issue.articles()):
            found = index_rows(issue, section, article, readings[ordinal], set(), set())
            self._index(to, ids[ordinal], found, delete)

    def _put_issue(self, to: sqlite3.Connection, path: str, parcel: dict[str, Any]) -> int:
        articles = parcel["articles"]
        sizes = [(len(indexed) >> ROW_BITS) + 1 for *_, indexed in articles]
        first = place(to, parcel["date"], path, sum(sizes), lambda moved, by: self._move(to, moved, by))
        inserted = to.execute(
            "INSERT INTO issues (name, date, path, first, last, head) VALUES (?, ?, ?, ?, ?, ?)",
            (parcel["issue"], parcel["date"], path, first, first + sum(sizes) - 1, parcel["head"]),
        )
        issue = inserted.lastrowid
        assert issue is not None
        for number, ((name, head, parts, readings, indexed), size) in enumerate(zip(articles, sizes, strict=True)):
            heads = sum(is_head for _, is_head, _ in indexed)
            row = (first, issue, number, name, head, readings, heads)
            to.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            bodies = [(body_id(issue, number, part), blocks) for part, blocks in enumerate(parts)]
            to.executemany("INSERT INTO bodies VALUES (?, ?)", bodies)
            self._index(to, first, indexed)
            first += size
        known = [(issue, entry, word) for entry, words in enumerate(parcel["spellings"]) for word in words]
        to.executemany("INSERT INTO spellings VALUES (?, ?, ?)", known)
        fresh_names = set(map(tuple, parcel["names"])) - self._names
        to.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", sorted(fresh_names))
        fresh = sorted(set(parcel["words"]) - self._words)
        to.executemany("INSERT OR IGNORE INTO words VALUES (?, ?)", [(word, stem(word)) for word in fresh])
        self._names |= fresh_names
        self._words.update(fresh)
        return issue

    def _index(self, to: sqlite3.Connection, block: int, found: Any, delete: bool = False) -> None:
        """Writes rows of an article, whose numbers begin at a block, into the index, or takes them out."""
        start = block << ROW_BITS
        both: dict[bool, list[tuple[int, str]]] = {True: [], False: []}
        for number, is_head, tokens in found:
            both[is_head].append((start + number, tokens))
        for is_head, table in ((True, "heads"), (False, "texts")):
            what, value = (f"{table}, ", "'delete', ") if delete else ("", "")
            statement = f"INSERT INTO {table} ({what}rowid, tokens) VALUES ({value}?, ?)"  # noqa: S608 (our own names)
            to.executemany(statement, both[is_head])
