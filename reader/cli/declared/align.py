"""The declaration of ``reader align``."""

from reader.cli.declaration import Form, Option, Positional, Verb
from reader.cli.declared.shared import LIBRARY, PLAIN

VERB = Verb(
    "align",
    "an article's two languages paired anew, text by text",
    """
    Pairs the headings, paragraphs, verse, code and quotations of the article that TARGET names (ISSUE/ARTICLE, or a
    file with the id of its ARTICLE) anew: by lengths, numbers and names, and
    in Chinese and English by the words of the dictionary. Prints the difference that this makes to the issue file,
    and the pairs to look at; --write writes it. An article with a text of its own for each language becomes an
    aligned one. Comments stay with their texts. Exits with 1 if the pairs would be others, or the two languages do not
    correspond.
    """,
    (
        Option("--write", "write the new pairs into the file; the rest of it stays as it is"),
        Option(
            "--languages", "the two languages (TAG,TAG); if not given, the first two of the article", "TAG", "language"
        ),
        PLAIN,
        LIBRARY,
    ),
    (
        Form(
            (Positional("TARGET", "target"), Positional("ARTICLE", optional=True)),
            ("--write", "--languages", "--plain", "--library"),
        ),
    ),
    ("reader align city-of-springs-08/springs", "reader align issues/spring-09.yaml old-bridges --write"),
)
