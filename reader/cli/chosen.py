"""The files, articles and passages that the words of ``reader status`` name."""

from __future__ import annotations

import os

from reader.cli.exits import ExitCode
from reader.errors import NotFoundError, ReaderError
from reader.gate import quoted
from reader.model.address import parse
from reader.model.passage import find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.library import Library
    from reader.model.address import Address
    from reader.model.magazine import Article, Issue
    from reader.model.translatable import TranslatableText

PARTS = ("kicker", "title", "deck", "credits", "source", "licence")
"""Texts above a body, which an address may name as it does passages."""


class ChosenFile:
    """A file, with the articles and anchors in it that are meant; all of it if there are none."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.articles: dict[str, set[str]] = {}
        """The anchors that are meant, by the id of the article; none for the whole article."""

    def check(self, issue: Issue) -> None:
        """Checks that the issue has the articles and passages.

        Raises:
            NotFoundError: If it lacks one.
        """
        for article_id, anchors in self.articles.items():
            article = issue.article(article_id)
            if article is None:
                names = ", ".join(article.id for _, article in issue.articles())
                raise NotFoundError(f"no article {quoted(article_id)} in {issue.id}; there are: {names}")
            for anchor in sorted(anchors):
                if not _has(article, anchor):
                    raise NotFoundError(f"no paragraph or figure {quoted(anchor)} in {issue.id}/{article_id}")

    def choice(self, article: Article) -> Callable[[TranslatableText], bool] | None:
        """Returns whether a text of an article is meant; None if all are."""
        anchors = self.articles.get(article.id)
        if not anchors:
            return None
        named = {passage.anchor for anchor in anchors if (passage := find(article, anchor))} | anchors
        return lambda text: text.anchor in named


def chosen_files(given: Arguments, console: Console) -> tuple[list[ChosenFile], int]:
    """Returns the files that the words name, each once, or those of the library.

    A word is a file or folder if there is one of this name, else an address. The second value is the exit code so
    far: words that name nothing are reported, and so is an empty library.

    Raises:
        NotFoundError: If a folder of the library is not there or cannot be read.
    """
    from reader.cli.opening import check_is_in_library, files_of_word, library_at, named_files

    if not given.words:
        paths, code = named_files(given, console)
        return [ChosenFile(path) for path in paths], code
    found: dict[str, ChosenFile] = {}
    whole: set[str] = set()
    code = int(ExitCode.GOOD)
    library: Library | None = None
    for word in given.words:
        try:
            address = None if os.path.lexists(word) else parse(word)
            if address is None:
                paths = files_of_word(word)
                found |= {path: ChosenFile(path) for path in paths}
                whole |= set(paths)
                continue
            library = library or library_at(given)
            check_is_in_library(library, address.issue)
            _add(address, library, found, whole)
        except ReaderError as error:
            console.report(error)
            code = max(code, error.exit_code)
    return list(found.values()), code


def _add(address: Address, library: Library, found: dict[str, ChosenFile], whole: set[str]) -> None:
    path = library.entry(address.issue).path
    chosen = found.setdefault(path, ChosenFile(path))
    if not address.article:
        whole.add(path)
    if path in whole:
        chosen.articles.clear()
        return
    anchors = chosen.articles.get(address.article)
    if not address.anchor:
        chosen.articles[address.article] = set()
    elif anchors is None:
        chosen.articles[address.article] = {address.anchor}
    elif anchors:
        anchors.add(address.anchor)


def _has(article: Article, anchor: str) -> bool:
    return anchor in PARTS or find(article, anchor) is not None or article.figure(anchor) is not None
