"""``reader read``: an article line by line, in a conversation on a terminal, or the whole of it in a pipe."""

from __future__ import annotations

from reader.cli.declared.shared import INTERFACES
from reader.cli.declared.show import SCRIPTS
from reader.cli.exits import ExitCode
from reader.cli.opening import only_word, opened
from reader.errors import NotFoundError
from reader.library import resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.library import Target
    from reader.model.magazine import Article
    from reader.reading.linear.session import LinearReading
    from reader.reading.linear.words import LinearWords


def run(given: Arguments, console: Console) -> ExitCode:
    """Reads the article that the address names, part by part if someone can answer."""
    from reader.cli.arguments import UsageError
    from reader.reading.linear.words import LINEAR_WORDS
    from reader.ui.interface import interface_language

    wanted = given.choice("--interface", INTERFACES) or given.settings.text("interface")
    words = LINEAR_WORDS[interface_language(wanted)]
    given.number("--width")  # a wrong value is reported before a wrong word
    script = given.choice("--script", SCRIPTS)
    word = only_word(given.words)
    if not word:
        raise UsageError("read needs an address: reader read ISSUE/ARTICLE (reader list prints addresses)")
    console.plain()
    place = opened(word, given, console)
    target = resolve(place.library, place.address) if place.address else None
    article = target.article if target else None
    if target is None or article is None:
        raise NotFoundError("read needs an article: reader read ISSUE/ARTICLE (reader list prints addresses)")
    if script:
        from reader.cli.verbs.show import target_in_script

        target = target_in_script(target, script)
        article = target.article or article
    reading = _reading(target, article, given, words)
    if console.converses or given.flag("--linear"):
        _converse(reading, target, given, console)
    else:
        _write(reading.whole(), given.number("--width"), console)
    return ExitCode.GOOD


def _reading(target: Target, article: Article, given: Arguments, words: LinearWords) -> LinearReading:
    from reader.cli.verbs.show import chosen_languages
    from reader.reading.linear.parts import part_lists
    from reader.reading.linear.session import LinearReading

    issue = target.issue
    tags = chosen_languages(target, given.value("--lang")) or issue.pair_of(article)
    lists = part_lists(issue, article, tags, words, given.choice("--script", SCRIPTS) or None)
    if not lists:
        raise NotFoundError(f"{issue.id}/{article.id} is not written in {' or '.join(tags)}")
    return LinearReading(lists, words, f"{issue.id}/{article.id}")


def _converse(reading: LinearReading, target: Target, given: Arguments, console: Console) -> None:
    """Answers each line that is typed, until the reader or the input ends."""
    from reader.cli.standard_input import next_line

    passage, figure = target.passage, target.figure
    anchor = passage.anchor if passage else figure.id if figure else ""
    lines = reading.start(anchor, passage.side if passage else "")
    while True:
        _write(lines, given.number("--width") or console.width_cells(), console)
        console.out.flush()
        if reading.has_ended or (typed := next_line()) is None:
            return
        lines = reading.answer(typed)


def _write(lines: Iterable[str], width_cells: int, console: Console) -> None:
    """Writes lines, broken between words at a width; as they are if it is 0."""
    from reader.layout.runs import wrap

    for line in lines:
        if not width_cells:
            console.out.line(line)
        else:
            indent = len(line) - len(line.lstrip(" "))
            console.out.lines(wrap([(line.lstrip(" "), "")], width_cells, indent, 0))
