"""``reader align``: an article's two languages paired anew."""

from __future__ import annotations

from reader.cli.arguments import UsageError
from reader.cli.counts import counted
from reader.cli.exits import ExitCode
from reader.cli.fixing import difference, in_layout_of, write_changed
from reader.cli.opening import opened
from reader.cli.verbs.show import chosen_languages
from reader.errors import NotFoundError, UnusableError
from reader.gate import shown_path
from reader.library import resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.alignment.repairing import PairDoubt, Reason
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.library import Target

DOUBTS: dict[Reason, str] = {
    "alone": "has no counterpart",
    "shared": "has one text together with the one before it",
    "few words": "has few words in common with its counterpart",
}
BEGINNING_CHARS = 24


def run(given: Arguments, console: Console) -> ExitCode:
    """Shows or writes the pairs of an article."""
    from reader.alignment.repairing import repaired
    from reader.importing.pair_doubts import ALONE, SHARED
    from reader.source.loading import load_text
    from reader.source.new_body import with_body
    from reader.source.source_file import read_source

    if len(given.words) not in (1, 2):
        raise UsageError("align takes an article: reader align ISSUE/ARTICLE, or reader align FILE ARTICLE")
    target = _target(given, console)
    assert target.article
    languages = _languages(target, given.value("--languages"))
    path = target.entry.path
    source = read_source(path)
    issue = load_text(source.text, path).issue
    article = issue.article(target.article.id) if issue else None
    if issue is None or article is None:
        raise UnusableError(f"{shown_path(path)}: was changed meanwhile; try again")
    try:
        found = repaired(article, languages)
        if found.article == article:
            console.err.line(f"{issue.id}/{article.id}: the pairs are the same")
            _print_doubts(found.doubts, console)
            return ExitCode.GOOD
        text = with_body(source.text, issue, found.article, {f"# {ALONE}", f"# {SHARED}"})
        text = in_layout_of(source, text)
    except UnusableError as error:
        raise UnusableError(f"{issue.id}/{article.id}: {error}") from error
    if given.flag("--write"):
        write_changed(path, source.text, text)
        console.out.line(shown_path(path))
    else:
        console.out.lines(difference(path, source.text, text))
    _print_doubts(found.doubts, console)
    return ExitCode.GOOD if given.flag("--write") else ExitCode.PROBLEMS


def _target(given: Arguments, console: Console) -> Target:
    """Returns the article that the words name.

    Raises:
        NotFoundError: If they name none.
    """
    word, article = given.words[0], (*given.words, "")[1]
    place = opened(word, given, console)
    target = resolve(place.library, place.address) if place.address else None
    if target and article:
        target = resolve(place.library, f"{target.issue.id}/{article}")
    if target is None or target.article is None:
        names = ", ".join(each.id for _, each in target.issue.articles()) if target else ""
        raise NotFoundError(f"{shown_path(word)}: align takes one article" + (f"; there are: {names}" if names else ""))
    return target


def _languages(target: Target, wanted: str) -> tuple[str, str]:
    """Returns the two languages that are paired.

    Raises:
        NotFoundError: If there are not two.
    """
    assert target.article
    found = chosen_languages(target, wanted) if wanted else target.issue.languages_of(target.article)[:2]
    if len(found) < 2:
        raise NotFoundError(f"{target.issue.id}/{target.article.id}: is in one language, {found[0]}")
    return found[0], found[1]


def _print_doubts(doubts: tuple[PairDoubt, ...], console: Console) -> None:
    """Prints the pairs to look at, each by the beginning of its text."""
    for doubt in doubts:
        beginning = doubt.text[:BEGINNING_CHARS] + ("…" if len(doubt.text) > BEGINNING_CHARS else "")
        console.err.line(f"{beginning} {DOUBTS[doubt.reason]}")
    if doubts:
        console.err.line(f"{counted(len(doubts), 'pair')} to look at")
