"""``reader new``: a new issue file, or one more article in it."""

from __future__ import annotations

import os
import re
from contextlib import suppress

from reader.cli.exits import ExitCode
from reader.errors import NotFoundError, ReaderError, UnusableError
from reader.gate import quoted, shown_path
from reader.library.files import EXTENSIONS
from reader.model.address import ID_PATTERN
from reader.model.bounds import MAX_ID_CHARS
from reader.model.language import canonical

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console


def run(given: Arguments, console: Console) -> ExitCode:
    """Makes an issue file, or adds an article."""
    from reader.cli.arguments import UsageError

    words = given.words
    if words[:1] == ("article",):
        if len(words) != 3:
            raise UsageError("new article takes an issue file and an id: reader new article FILE ID")
        console.out.line(_add_article(words[1], words[2], given.value("--section")))
        return ExitCode.GOOD
    if len(words) != 1:
        raise UsageError("new takes an id or a path: reader new ISSUE")
    console.out.line(shown_path(_make_issue(words[0], given)))
    return ExitCode.GOOD


def _make_issue(word: str, given: Arguments) -> str:
    """Writes an issue file, its folder and the schema, and returns the path of the file."""
    from reader.file_writing import TakenError, write_new
    from reader.source.json_schema import json_schema
    from reader.source.template import SCHEMA_FILE

    folder, name = os.path.split(word)
    stem = os.path.splitext(name)[0] if name.endswith(EXTENSIONS) else name
    issue_id = _id(stem)
    path = os.path.join(folder, name if name.endswith(EXTENSIONS) else f"{name}.yaml")
    text = _text(issue_id, path, given)
    try:
        os.makedirs(os.path.join(folder, stem), exist_ok=True)
    except FileExistsError as error:
        raise ReaderError(f"{shown_path(os.path.join(folder, stem))}: is there already, and is no folder") from error
    except OSError as error:
        raise ReaderError(f"{shown_path(path)}: cannot be written: {error.strerror}") from error
    write_new(path, [text.encode()])
    schema = os.path.join(folder, SCHEMA_FILE)
    if not os.path.lexists(schema):
        from reader.cli.reporting.objects import to_json

        with suppress(TakenError):  # another program was faster
            write_new(schema, [f"{to_json(json_schema())}\n".encode()])
    return path


def _text(issue_id: str, path: str, given: Arguments) -> str:
    """Returns the text of the new issue file: commented keys, or the template with the new id."""
    from reader.source.schema.issue import DEFAULT_LANGUAGES
    from reader.source.template import new_issue

    template = given.value("--from-template")
    if not template:
        languages = given.value("--languages")
        return new_issue(issue_id, _languages(languages) if languages else DEFAULT_LANGUAGES)
    if given.flag("--languages"):
        from reader.cli.arguments import UsageError

        raise UsageError("a template has languages of its own: give --languages or --from-template")
    return _text_of_template(template, issue_id, path)


def _text_of_template(template: str, issue_id: str, path: str) -> str:
    from reader.cli.opening import fault
    from reader.source import load_text
    from reader.source.editing import Edit, apply_edits
    from reader.source.source_file import read_source
    from reader.source.syntax_tree import parse_syntax

    source = read_source(template)
    loaded = load_text(source.text, template)
    if source.diagnostics:
        raise NotFoundError(str(source.diagnostics[0]))
    if loaded.issue is None:
        raise UnusableError(fault(loaded))
    entry = parse_syntax(source.text).get("id")
    assert entry
    text = apply_edits(source.text, [Edit(entry.value.start, entry.value.end, issue_id)])
    made = load_text(text, path)
    if made.issue is None:
        raise UnusableError(fault(made))
    return text


def _add_article(path: str, article_id: str, section: str) -> str:
    """Adds an article at the end of a section, the last one if ``section`` is empty, and returns its address."""
    from reader.cli.opening import fault
    from reader.source.editing import with_article
    from reader.source.loading import load_source
    from reader.source.snapshot import Snapshot
    from reader.source.source_file import read_source
    from reader.source.template import article_lines

    article_id = _id(article_id)
    snapshot = Snapshot(path)
    source = read_source(path)
    loaded, _ = load_source(source)
    issue = loaded.issue
    if issue is None:
        raise UnusableError(fault(loaded))
    if not snapshot.is_of(source.text):
        raise ReaderError(f"{shown_path(path)}: was changed meanwhile, and is left as it is")
    if issue.article(article_id):
        raise ReaderError(f"{shown_path(path)}: there is an article {quoted(article_id)} already")
    section = _section(section, [one.id for one in issue.sections], path)
    lines = article_lines(article_id, issue.languages[:2])
    try:
        snapshot.replace(_in_its_layout(source.text, with_article(source.text, issue, section, lines)))
    except UnusableError as error:
        raise UnusableError(f"{shown_path(path)}: {error}") from error
    return f"{issue.id}/{article_id}"


def _in_its_layout(before: str, after: str) -> str:
    """Returns the new text of a file: in the one layout if the old text is in it, else as it is."""
    from reader.source.formatting import formatted
    from reader.source.source_file import SourceFile
    from reader.source.wrapping import WRAPS

    for wrap in WRAPS:
        if formatted(SourceFile("", before), wrap, compared=False) == before:
            return formatted(SourceFile("", after), wrap) or after
    return after


def _section(named: str, sections: Sequence[str], path: str) -> str:
    section = named or sections[-1]
    if section not in sections:
        from reader.nearest import nearest

        meant = nearest(section, sections)
        hint = f"did you mean {meant}?" if meant else f"there are {', '.join(sections)}"
        raise NotFoundError(f"{shown_path(path)}: there is no section {quoted(section)}; {hint}")
    return section


def _id(word: str) -> str:
    from reader.cli.arguments import UsageError

    if len(word) > MAX_ID_CHARS:
        raise UsageError(f"an id has at most {MAX_ID_CHARS} characters; this has {len(word):,}")
    if not re.fullmatch(ID_PATTERN, word):
        raise UsageError(f"{quoted(word)} is not an id: lower-case letters, digits and - between them")
    return word


def _languages(written: str) -> tuple[str, ...]:
    from reader.cli.arguments import UsageError

    tags = tuple(canonical(tag.strip()) or "" for tag in written.split(","))
    if not all(tags) or len(set(tags)) < 2 or len(set(tags)) < len(tags):
        raise UsageError("--languages takes two or more different tags, such as zh-Hans,en")
    return tags
