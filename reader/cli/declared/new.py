"""The declaration of ``reader new``."""

from reader.cli.declaration import Form, Option, Positional, Verb
from reader.cli.declared.shared import PLAIN

VERB = Verb(
    "new",
    "a new issue file to fill in; new article adds one to an issue",
    """
    Makes an issue file that passes reader check and explains in comments which keys go where. ISSUE is the new
    issue's id, or a path that ends in it: reader new issues/spring-09 makes issues/spring-09.yaml, the folder
    issues/spring-09 for its pictures, and beside them issue.schema.json, by which editors complete keys. No
    file is overwritten.

    With article, an article is added at the end of a section; the rest of the file, its comments and its layout
    stay as they are.
    """,
    (
        Option("--languages", "the issue's languages: zh-Hans,en if not given", "TAG,TAG…"),
        Option("--from-template", "an issue file to begin with; it gets the new id", "FILE", "issue file"),
        Option("--section", "the section that the article is added to; the last one if not given", "ID"),
        PLAIN,
    ),
    (
        Form((Positional("ISSUE", "file"),), ("--languages", "--from-template", "--plain")),
        Form(
            (Positional(choices=("article",)), Positional("FILE", "issue file"), Positional("ID")),
            ("--section", "--plain"),
        ),
    ),
    (
        "reader new spring-09",
        "reader new issues/spring-09 --languages zh-Hant,en",
        "reader new article issues/spring-09.yaml old-bridges --section focus",
    ),
)
