"""``reader words``: the words that the reader knows, listed, judged, exported and imported."""

from __future__ import annotations

from reader.cli.counts import counted
from reader.cli.declared.words import WORDS_ACTIONS
from reader.cli.exits import ExitCode
from reader.cli.output import STANDARD_OUTPUT
from reader.errors import UnusableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.cli.reporting.object_types import JudgedWordObject
    from reader.learning.known_words import JudgedWord, KnownWords

MAX_FILE_BYTES = 64 << 20
"""Largest list that is imported."""
MAX_REPORTED = 5
"""Number of lines without a word that are reported one by one."""


def run(given: Arguments, console: Console) -> ExitCode:
    """Lists, judges, exports or imports words."""
    from reader.cli.arguments import UsageError
    from reader.learning.known_words import KnownWords

    action, *rest = given.words or ("list",)
    takes = {"known": len(rest) > 0, "unknown": len(rest) > 0, "import": len(rest) == 1}
    if action not in WORDS_ACTIONS or not takes.get(action, not rest):
        raise UsageError("words takes list, known WORD…, unknown WORD…, export, or import FILE")
    if not all(word.strip() for word in rest):
        raise UsageError(f"words {action} does not take an empty word")
    held = KnownWords()
    bad = 0
    try:
        if action in ("known", "unknown"):
            _judge(rest, held, console, is_known=action == "known")
        elif action == "import":
            bad = _import(rest[0], held, console)
        elif action == "export":
            _export(given, held, console)
        else:
            _list(given, held, console)
    finally:
        if held.notice:
            console.report(held.notice)
    return ExitCode.PROBLEMS if bad or held.notice else ExitCode.GOOD


def _judge(words: Sequence[str], held: KnownWords, console: Console, *, is_known: bool) -> None:
    from reader.learning.known_words import JudgedWord
    from reader.marks.mark import now_ms

    held.put(JudgedWord(word, is_known, now_ms()) for word in words)
    console.report(f"{counted(len(words), 'word')} {'known' if is_known else 'unknown'}")


def _all(held: KnownWords) -> list[JudgedWord]:
    """Returns the judged words and those that were kept in articles."""
    from reader.learning.vocabulary import with_kept
    from reader.marks.mark import WORD, default_path
    from reader.marks.store import MarkStore

    return list(with_kept(held.all(), MarkStore(default_path()).all(kinds=(WORD,))).values())


def _list(given: Arguments, held: KnownWords, console: Console) -> None:
    from reader.learning.word_list_text import judgement

    words = _all(held)
    if given.flag("--json"):
        from reader.cli.reporting.objects import to_json

        console.out.text(to_json([_object(word) for word in words]))
        return
    for word in words:
        console.out.fields(word.word, judgement(word))
    if not words:
        console.report("no words; reader words known WORD…, and in an article w keeps a word")


def _object(word: JudgedWord) -> JudgedWordObject:
    return {"word": word.word, "known": word.is_known, "changed": word.changed}


def _export(given: Arguments, held: KnownWords, console: Console) -> None:
    from reader.learning.word_list_text import to_lines

    text = to_lines(_all(held))
    output = given.value("--output")
    if given.flag("--output") and output not in STANDARD_OUTPUT:
        from reader.cli.export_files import refuse_issue_file, refuse_issue_name
        from reader.file_writing import replace_file

        refuse_issue_name(output)
        refuse_issue_file(output, given)
        replace_file(output, [text.encode()], private=True)
    else:
        console.out.file(text)


def _import(path: str, held: KnownWords, console: Console) -> int:
    """Takes in the words of a file; returns the number of its lines that have none."""
    from reader.gate import clean_line, shown_path
    from reader.learning.word_list_text import from_lines
    from reader.marks.mark import now_ms

    read = from_lines(_content(path), now_ms())
    changed = held.put(read.words)
    left = f", {len(read.bad):,} left out" if read.bad else ""
    console.out.line(f"{counted(len(read.words), 'word')}: {changed} taken in{left}")
    for number, reason in read.bad[:MAX_REPORTED]:
        console.report(f"{shown_path(path)}:{number}: {clean_line(reason)}; left out")
    return len(read.bad)


def _content(path: str) -> str:
    """Returns the text of a file, or of the standard input.

    Raises:
        UnusableError: If it cannot be read, is too large, or no UTF-8.
    """
    from reader.gate import shown_path
    from reader.regular_files import open_regular

    if path == "-":
        from reader.cli.standard_input import whole_input

        data = whole_input(MAX_FILE_BYTES)
    else:
        try:
            with open(open_regular(path), "rb") as file:
                data = file.read(MAX_FILE_BYTES + 1)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise UnusableError(f"{shown_path(path)} cannot be read: {reason}") from error
        if len(data) > MAX_FILE_BYTES:
            raise UnusableError(f"{shown_path(path)} is larger than {MAX_FILE_BYTES:,} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableError(f"{shown_path(path)} is not in UTF-8: byte {error.start}") from error
