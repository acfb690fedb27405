"""``reader show``: an issue's contents, an article, a paragraph or a figure."""

from __future__ import annotations

import os

from reader.cli.declared.shared import MIN_WIDTH_CELLS
from reader.cli.declared.show import SCRIPTS
from reader.cli.exits import ExitCode
from reader.cli.opening import only_word, opened
from reader.errors import NotFoundError
from reader.gate import shown_path
from reader.library import resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.cli.opening import LibraryPlace
    from reader.cli.reporting.page import View
    from reader.layout.flow import Flow
    from reader.layout.runs import Run
    from reader.learning.conversion import Script
    from reader.library import Target
    from reader.model.magazine import Article, Issue


def run(given: Arguments, console: Console) -> ExitCode:
    """Prints the content that the address, file or folder names."""
    target = only_word(given.words)
    if not target:
        from reader.cli.arguments import UsageError

        raise UsageError("show needs an address or a file: reader show ISSUE/ARTICLE (reader list prints addresses)")
    return print_place(opened(target, given, console), given, console)


def print_place(place: LibraryPlace, given: Arguments, console: Console) -> ExitCode:
    """Prints a place of a library."""
    if not place.address:
        from reader.cli.verbs.list import print_shelf

        return print_shelf(place.library, given, console)
    target = resolve(place.library, place.address)
    if script := given.choice("--script", SCRIPTS):
        target = target_in_script(target, script)
    tags = chosen_languages(target, given.value("--lang"))
    if given.flag("--json"):
        from reader.cli.reporting.objects import target_object, to_json

        console.out.text(to_json(target_object(target, tags)))
    elif target.article is None:
        from reader.cli.reporting.shelf import contents
        from reader.cli.verbs.list import contents_width

        console.out.lines(contents(target.issue, contents_width(given, console), tags))
    else:
        _print_text(target, target.article, _view(target, target.article, tags), given, console)
    return ExitCode.GOOD


def target_in_script(target: Target, script: Script) -> Target:
    """Returns a target with the Chinese texts of its issue in a script."""
    from reader.learning.conversion import in_script
    from reader.model.passage import passages
    from reader.model.record import replace

    issue = in_script(target.issue, script)
    article = issue.article(target.article.id) if target.article else None
    passage, figure = target.passage, target.figure
    if article and passage:
        anchor = passage.anchor
        passage = next(each for each in passages(article) if each.anchor == anchor)
    if article and figure:
        figure = article.figure(figure.id)
    return replace(target, issue=issue, article=article, passage=passage, figure=figure)


def _print_text(target: Target, article: Article, view: View, given: Arguments, console: Console) -> None:
    from reader.cli.reporting.page import page_lines

    flows = _flows(target, article, view)
    width = given.number("--width")
    if console.piped and not view.both and not width:
        _print_paragraphs(flows, console)
        return
    width = width or max(MIN_WIDTH_CELLS, console.width_cells())
    console.out.lines(_citation(target, article, width))
    for shown in flows:
        console.out.line()
        console.out.lines(page_lines(shown, view, width, given.flag("--plain")))
    if target.figure and target.figure.file:
        console.out.line()
        console.out.line(
            [("file: ", "muted"), (shown_path(os.path.join(target.entry.pictures, target.figure.file)), "")]
        )


def _flows(target: Target, article: Article, view: View) -> list[Flow]:
    """Returns the flows of a target: of a figure, a passage, or a whole article and its figures."""
    from reader.cli.reporting.page import article_flows, figure_flow, passage_flow

    if target.figure:
        return [figure_flow(article, target.figure, view)]
    if target.passage:
        return [passage_flow(article, target.passage, view)]
    return list(article_flows(target.issue, article, view))


def _print_paragraphs(flows: list[Flow], console: Console) -> None:
    """Prints the left side of flows as whole paragraphs, which are not broken into lines."""
    from reader.cli.reporting.page import paragraphs

    for number, shown in enumerate(flows):
        if number:
            console.out.line()
        for line in paragraphs(shown):
            console.out.line(line)


def _citation(target: Target, article: Article, width_cells: int) -> Iterator[list[Run]]:
    """Yields the lines above a text: magazine, issue, section, pages; then the address."""
    from reader.layout.runs import wrap
    from reader.model.naming import both, issue_name, pages_of

    issue = target.issue
    section = next(section for section, held in issue.articles() if held is article)
    anchor, page = "", ""
    if target.passage:
        anchor, page = target.passage.anchor, target.passage.page
    elif target.figure:
        anchor, page = target.figure.id, target.figure.page
    pages = page or pages_of(article)
    parts = [issue_name(issue), issue.date, both(section.title, issue.languages)]
    if anchor:
        parts.append(both(article.title, issue.languages_of(article)))
    parts.append(f"P.{pages}" if pages else "")
    yield from wrap([(" · ".join(filter(None, parts)), "muted")], width_cells)
    yield from wrap([(f"{issue.id}/{article.id}" + (f"#{anchor}" if anchor else ""), "accent")], width_cells)


def chosen_languages(target: Target, wanted: str) -> tuple[str, ...]:
    """Returns the one or two languages of an option; none if the option was not given.

    Raises:
        NotFoundError: If the article or the issue has no such language.
    """
    from reader.gate import quoted
    from reader.model.language import choose

    known = _known(target.issue, target.article)
    names = [name for name in wanted.split(",") if name]
    chosen = [choose(name, known) for name in names]
    found = tuple(dict.fromkeys(tag for tag in chosen if tag))
    if len(found) != len(names) or len(found) > 2:
        unknown = names[chosen.index(None)] if None in chosen else wanted
        names_known = ", ".join(known)
        raise NotFoundError(f"{_address(target)} is not in {quoted(unknown)}; name one or two of {names_known}")
    return found


def _known(issue: Issue, article: Article | None) -> tuple[str, ...]:
    own = issue.languages_of(article) if article else ()
    return tuple(dict.fromkeys((*own, *issue.languages)))


def _view(target: Target, article: Article, tags: tuple[str, ...]) -> View:
    """Returns the view of the languages asked for, or of the article's first two.

    A passage that only one language has is shown alone.
    """
    from reader.cli.reporting.page import View

    issue = target.issue
    left, right, *_ = dict.fromkeys((*tags, *issue.pair_of(article), *issue.languages))
    side = target.passage.side if target.passage else ""
    if side:
        return View((side, right if left == side else left), both=False)
    return View((left, right), both=len(tags) != 1)


def _address(target: Target) -> str:
    return target.issue.id + (f"/{target.article.id}" if target.article else "")
