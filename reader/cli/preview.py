"""``reader preview``: the reading screen beside an editor."""

from __future__ import annotations

from reader.cli.check import print_found
from reader.errors import UnusableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.output import Console

OPTIONS = {"--no-mouse": "", "--interface": "zh|en", "--theme": "light|dark|paper", "--plain": ""}

HELP = """\
usage: reader preview FILE [ARTICLE] [--no-mouse] [--interface zh|en] [--theme NAME]

Opens an issue file on the reading screen, at an article if its id is given, and reads it
again whenever it is saved: the page is the new one, at the same paragraph. What is wrong
with the file is listed below it; Enter goes to the paragraph of a fault, D shows and hides
the list, e opens your editor (VISUAL, EDITOR) at the line. Of a file that was saved half
written the last good page stays, under what is wrong.

A file that cannot be opened to begin with is checked instead, and exits with 1.

  --no-mouse         leaves the mouse to the terminal
  --interface zh|en  the language of the interface; as it is set if not given
  --theme NAME       light, dark or paper
  --plain            no colour
  --help             this text
  --version          the version

examples:
  reader preview my-issue.yaml
  reader preview issues/spring-09.yaml old-bridges
"""


def run(given: Arguments, console: Console) -> int:
    """Opens the screen."""
    from reader.cli.arguments import UsageError
    from reader.library import Library
    from reader.source import load

    interface = given.choice("--interface", ("zh", "en"))
    theme = given.choice("--theme", ("light", "dark", "paper"))
    if len(given.words) not in (1, 2):
        raise UsageError("preview takes an issue file, and perhaps the id of an article in it")
    path, article = given.words[0], (*given.words, "")[1]
    loaded = load(path)
    if loaded.issue is None:
        print_found(loaded.diagnostics, "text", console)
        raise UnusableError("the file cannot be opened yet: mend these first")
    if not console.interactive:
        raise UnusableError("a preview needs a terminal; reader check tells what is wrong, reader show prints")
    from reader.ui import run as run_screen

    first = next(article for _, article in loaded.issue.articles())
    address = f"{loaded.issue.id}/{article or first.id}"
    mouse = given.settings.flag("mouse") and not given.flag("--no-mouse")
    library, settings = Library((path,)), given.settings
    return run_screen(library, address, mouse=mouse, interface=interface, theme=theme, settings=settings, preview=True)
