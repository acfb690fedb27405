"""``reader show``: an issue's contents, an article, a paragraph or a figure."""

from __future__ import annotations

import os

from reader.cli.opening import only_word, opened
from reader.errors import NotFoundError
from reader.library import resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cli.arguments import Arguments
    from reader.cli.opening import Opened
    from reader.cli.output import Console, Run
    from reader.cli.page import View
    from reader.library import Target
    from reader.model.magazine import Article, Issue

OPTIONS = {"--library": "DIR", "--lang": "TAG", "--width": "N", "--json": "", "--plain": ""}

HELP = """\
usage: reader show TARGET [--lang TAG[,TAG]] [--width N] [--plain] [--json] [--library DIR]

Prints what TARGET names:
  ISSUE, FILE        its contents, with the address of every article
  ISSUE/ARTICLE      the article, both languages side by side (under each other where the
                     width is less than 66 cells), printed pages in the margin, and its
                     figures with captions and credits
  ISSUE/ARTICLE#p12  one paragraph in both languages
  ISSUE/ARTICLE#ID   the block of that id, or a figure: captions, credit, file
  DIR                every issue in the folder

  --lang TAG         one language: zh, en, zh-Hant …; in a pipe as whole paragraphs
  --lang TAG,TAG     two languages, the first at the left
  --width N          cells in a line; the terminal's width, or 80, if not given
  --plain            no colour, no boxes
  --json             as JSON
  --library DIR      a folder of issues, or one issue file; may be given more than once
  --help             this text
  --version          the version

examples:
  reader show city-of-springs-08
  reader show city-of-springs-08/new-drivers --lang en,zh
  reader show city-of-springs-08/new-drivers#p3
  reader show city-of-springs-08/springs --lang zh | wc -m
"""


def run(given: Arguments, console: Console) -> int:
    """Prints what the address, file or folder names."""
    target = only_word(given.words)
    if not target:
        from reader.cli.arguments import UsageError

        raise UsageError("show needs an address or a file: reader show ISSUE/ARTICLE (reader list tells them)")
    return print_place(opened(target, given, console), given, console)


def print_place(place: Opened, given: Arguments, console: Console) -> int:
    """Prints a place of a library."""
    from reader.cli.list import contents_width, print_shelf

    if not place.address:
        return print_shelf(place.library, given, console)
    target = resolve(place.library, place.address)
    tags = _languages(target, given.value("--lang"))
    if given.flag("--json"):
        from reader.cli.objects import target_object, to_json

        console.out.text(to_json(target_object(target, tags)))
    elif target.article is None:
        from reader.cli.shelf import contents

        console.out.lines(contents(target.issue, contents_width(given, console), tags))
    else:
        _print_text(target, target.article, _view(target.issue, target.article, tags), given, console)
    return 0


def _print_text(target: Target, article: Article, view: View, given: Arguments, console: Console) -> None:
    from reader.cli import page
    from reader.cli.list import MAX_WIDTH_CELLS, MIN_WIDTH_CELLS

    if target.figure:
        flows = [page.figure_flow(article, target.figure, view)]
    elif target.passage:
        view = _side_of(view, target)
        flows = [page.passage_flow(article, target.passage, view)]
    else:
        flows = list(page.article_flows(article, view))
    width = given.number("--width", MIN_WIDTH_CELLS, MAX_WIDTH_CELLS)
    if console.piped and not view.both and not width:
        for number, shown in enumerate(flows):
            if number:
                console.out.line()
            for line in page.paragraphs(shown):
                console.out.line(line)
        return
    width = width or max(MIN_WIDTH_CELLS, console.width_cells())
    console.out.lines(_citation(target, article, width))
    for shown in flows:
        console.out.line()
        console.out.lines(page.page_lines(shown, view, width, given.flag("--plain")))
    if target.figure and target.figure.file:
        console.out.line()
        console.out.line([("file: ", "muted"), (os.path.join(target.entry.pictures, target.figure.file), "")])


def _citation(target: Target, article: Article, width_cells: int) -> Iterator[list[Run]]:
    """Yields the lines over a text: magazine, issue, section, pages; then the address."""
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


def _languages(target: Target, wanted: str) -> tuple[str, ...]:
    """Returns the languages that were asked for; none if all are meant.

    Raises:
        NotFoundError: If the article or the issue has no such language.
    """
    from reader.gate import clean_line
    from reader.model.language import choose

    known = _known(target.issue, target.article)
    names = [name for name in wanted.split(",") if name]
    chosen = [choose(name, known) for name in names]
    found = tuple(dict.fromkeys(tag for tag in chosen if tag))
    if len(found) != len(names) or len(found) > 2:
        unknown = names[chosen.index(None)] if None in chosen else wanted
        names_known = ", ".join(known)
        raise NotFoundError(f"{_address(target)} is not in {clean_line(unknown)!r}; name one or two of {names_known}")
    return found


def _known(issue: Issue, article: Article | None) -> tuple[str, ...]:
    own = issue.languages_of(article) if article else ()
    return tuple(dict.fromkeys((*own, *issue.languages)))


def _view(issue: Issue, article: Article, tags: tuple[str, ...]) -> View:
    """Returns the view of the languages asked for, or of the article's first two."""
    from reader.cli.page import View

    left, right, *_ = dict.fromkeys((*tags, *issue.pair_of(article), *issue.languages))
    return View((left, right), both=len(tags) != 1)


def _address(target: Target) -> str:
    return target.issue.id + (f"/{target.article.id}" if target.article else "")


def _side_of(view: View, target: Target) -> View:
    """Returns the view for a passage: one that stands in the list of one language is shown alone."""
    from reader.cli.page import View

    side = target.passage.side if target.passage else ""
    if not side:
        return view
    other = next((tag for tag in view.languages if tag != side), side)
    return View((side, other), both=False)
