"""``reader translation``: an issue's texts to the files of translators, and back."""

from __future__ import annotations

from reader.cli.arguments import UsageError
from reader.cli.counts import counted
from reader.cli.declared.translation import TRANSLATION_ACTIONS, TRANSLATION_FORMATS
from reader.cli.exits import ExitCode
from reader.cli.export_files import ending_of, exported_target, no_format, refuse_issue_file
from reader.cli.fixing import difference, in_layout_of, write_changed
from reader.cli.opening import check_is_in_library, fault, library_of
from reader.errors import NotFoundError, NothingFoundError, UnusableError
from reader.file_writing import replace_file
from reader.gate import shown_path
from reader.library import resolve
from reader.model.language import canonical
from reader.source.loading import load_source
from reader.source.source_file import SourceFile, read_source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.library import Target
    from reader.model.magazine import Issue
    from reader.source.schema.load_context import LoadContext
    from reader.translation.formats import TranslationFormat
    from reader.translation.matching import RefusalReason, RefusedUnit
    from reader.translation.units import TranslationUnit

REASONS: dict[RefusalReason, str] = {
    "stale": "its source was changed or removed since the export; the translation was not written",
    "conflict": "the issue's own translation was changed since the export, and stays; --overwrite replaces it",
    "unwritable": "a text of its kind cannot hold these characters and marks; it was not written",
}
_OWN_TEXTS = (
    "the body has a text of its own in each language; only titles,"
    " captions and credits were exported (reader align makes it aligned where the two correspond)"
)
MAX_NAMED = 3
"""Number of articles that one line names."""


def run(given: Arguments, console: Console) -> ExitCode:
    """Exports texts for translators, or imports their file."""
    action, *rest = given.words or ("",)
    if action not in TRANSLATION_ACTIONS or len(rest) != 1:
        raise UsageError("translation takes export ISSUE|ISSUE/ARTICLE --to TAG -o OUT, or import FILE")
    return _export(rest[0], given, console) if action == "export" else _import(rest[0], given, console)


def _export(word: str, given: Arguments, console: Console) -> ExitCode:
    from reader.translation.formats import written_file

    out = given.value("--output")
    form = _format(given, out)
    wanted = given.value("--to")
    language = canonical(wanted) or wanted
    target = exported_target(word, given, console)
    _, issue, _ = _loaded(read_source(target.entry.path))
    if language not in issue.languages:
        raise NotFoundError(f"{issue.id}: has no language {language}; it has {', '.join(issue.languages)}")
    units = _units(issue, target, language, form == "tbx" or given.flag("--glossary"))
    if not units:
        raise NothingFoundError(f"{word}: has no texts to translate into {language}")
    refuse_issue_file(out, given, target.entry.path)
    replace_file(out, [written_file(form, units, issue.id)])
    console.out.line(shown_path(out))
    states = [unit.state for unit in units]
    counts = ", ".join(
        f"{states.count(state):,} {state}" for state in ("new", "stale", "translated") if state in states
    )
    console.err.line(f"{counted(len(units), 'text')}: {counts}")
    if not (form == "tbx" or given.flag("--glossary")):
        _tell_of_free_bodies(issue, target, language, console)
    return ExitCode.GOOD


def _tell_of_free_bodies(issue: Issue, target: Target, language: str, console: Console) -> None:
    """Names the articles whose bodies are not in the file: each language has a text of its own there."""
    from reader.model.magazine import FreeBody
    from reader.model.translation_status import source_language

    free = [
        f"{issue.id}/{article.id}"
        for _, article in issue.articles()
        if (target.article is None or article.id == target.article.id)
        and isinstance(article.body, FreeBody)
        and len(article.body.sides) > 1
        and language != source_language(issue, article)
    ]
    if free:
        more = f" and {len(free) - MAX_NAMED:,} more" if len(free) > MAX_NAMED else ""
        console.report(f"{', '.join(free[:MAX_NAMED])}{more}: {_OWN_TEXTS}")


def _units(issue: Issue, target: Target, language: str, is_glossary: bool) -> list[TranslationUnit]:
    from reader.translation.units import article_units, glossary_units, outer_units

    if is_glossary:
        return glossary_units(issue, language)
    articles = [each for _, each in issue.articles() if target.article is None or each.id == target.article.id]
    found = [] if target.article else outer_units(issue, language)
    return found + [unit for article in articles for unit in article_units(issue, article, language)]


def _format(given: Arguments, out: str) -> TranslationFormat:
    from reader.translation.formats import ENDINGS

    ending = ending_of(out)
    form = given.choice("--format", TRANSLATION_FORMATS) or ENDINGS.get(ending)
    if not form:
        raise no_format(out, TRANSLATION_FORMATS)
    return form


def _loaded(source: SourceFile) -> tuple[SourceFile, Issue, LoadContext]:
    """Returns an issue file's source, its issue, and the context that knows its places."""
    loaded, context = load_source(source, only_errors=True)
    if loaded.issue is None:
        raise UnusableError(fault(loaded))
    return source, loaded.issue, context


def _import(name: str, given: Arguments, console: Console) -> ExitCode:
    from reader.translation.formats import read_file
    from reader.translation.importing import with_translations
    from reader.translation.matching import issue_of, matched
    from reader.translation.one_language import with_aligned_bodies
    from reader.translation.translation_file import FileFaultError, read_bytes

    data = read_bytes(name)
    try:
        file = read_file(data)
        library = library_of(given, console)
        check_is_in_library(library, issue_of(file))
        path = resolve(library, issue_of(file)).entry.path
        source, issue, context = _loaded(read_source(path))
        language = canonical(file.language) or file.language
        if language not in issue.languages:
            raise FileFaultError(f"is in {language}; {issue.id} has {', '.join(issue.languages)}")
        found = matched(issue, file, language, given.flag("--overwrite"))
    except FileFaultError as error:
        raise error.at(name) from error
    try:
        bodies = {each.unit.article for each in found.taken if each.is_changed and each.unit.held.in_body}
        text = with_aligned_bodies(source.text, issue, bodies, language)
        if text != source.text:
            _, issue, context = _loaded(SourceFile(path, text))
            found = matched(issue, file, language, given.flag("--overwrite"))
        text = with_translations(text, issue, context, found.taken)
        text = in_layout_of(source, text)
    except UnusableError as error:
        raise UnusableError(f"{shown_path(name)}: {error}") from error
    _report(name, found.refused, console)
    is_same = text == source.text
    if given.flag("--diff"):
        console.out.lines(difference(path, source.text, text))
    elif not is_same:
        write_changed(path, source.text, text)
        console.out.line(shown_path(path))
    changed = sum(each.is_changed for each in found.taken)
    verb = "would be written" if given.flag("--diff") else "written"
    console.err.line(f"{counted(changed, 'text')} {verb}, {len(found.refused):,} not")
    return ExitCode.PROBLEMS if found.refused or (given.flag("--diff") and not is_same) else ExitCode.GOOD


def _report(name: str, refused: Sequence[RefusedUnit], console: Console) -> None:
    for each in refused:
        place = f"{shown_path(name)}:{each.unit.line}:{each.unit.column}"
        console.report(f"{place}: {each.unit.address}: {REASONS[each.reason]}")
