"""The declaration of ``reader preview``."""

from reader.cli.declaration import Form, Positional, Verb
from reader.cli.declared.shared import INTERFACE, NO_MOUSE, PICTURES, PLAIN, THEME

VERB = Verb(
    "preview",
    "the screen beside your editor, renewed at each save",
    """
    Opens an issue file on the reading screen, at an article if its id is given, and reads it again whenever it
    is saved: the page is the new one, at the same paragraph. The problems of the file are listed below it;
    Enter goes to the paragraph of a problem, D shows and hides the list, e opens your editor (VISUAL, EDITOR)
    at the line. When a file is saved half written, the last good page stays, above its problems.

    A file that cannot be opened yet shows its problems alone; the page opens at the first save without errors.
    Without a terminal its problems are printed, and the exit code is 1.
    """,
    (NO_MOUSE, INTERFACE, THEME, PICTURES, PLAIN),
    (
        Form(
            (Positional("FILE", "issue file"), Positional("ARTICLE", optional=True)),
            ("--no-mouse", "--interface", "--theme", "--pictures", "--plain"),
        ),
    ),
    ("reader preview my-issue.yaml", "reader preview issues/spring-09.yaml old-bridges"),
)
