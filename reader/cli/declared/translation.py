"""The declaration of ``reader translation``."""

from __future__ import annotations

from reader.cli.declaration import Form, LegendEntry, Option, Positional, Verb
from reader.cli.declared.shared import LIBRARY, PLAIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from reader.translation.formats import TranslationFormat

    TranslationAction = Literal["export", "import"]

TRANSLATION_ACTIONS: tuple[TranslationAction, ...] = ("export", "import")
TRANSLATION_FORMATS: tuple[TranslationFormat, ...] = ("xliff", "po", "tmx", "csv", "tbx")

VERB = Verb(
    "translation",
    "an issue's texts to the files of translators, and back",
    """
    Export writes the texts of an issue or an article with their translations for a program of translators. Import
    reads such a file back into the issue of the library that it names, by address and by the hash of each source; of
    the issue file only the translations change. It names the texts whose source or translation was changed in the
    issue meanwhile, leaves them as they are, and exits with 1. Translations that are not fuzzy or in need of a
    review are recorded as up to date.
    """,
    (
        Option("--to", "the language of the translation", "TAG", "language"),
        Option(
            "--format", "the format; if not given, by the ending of OUT", kind="choice", choices=TRANSLATION_FORMATS
        ),
        Option("--glossary", "the issue's glossary, not its texts; tbx is always the glossary"),
        Option("--output", "the file to write", "OUT", "file", short="-o"),
        Option("--diff", "show the difference to the issue file, and write nothing; exits with 1 if there is one"),
        Option("--overwrite", "take translations also where the issue's own was changed since the export"),
        PLAIN,
        LIBRARY,
    ),
    (
        Form(
            (Positional(choices=("export",)), Positional("TARGET", "target")),
            ("--format", "--glossary", "--plain", "--library"),
            ("--to", "--output"),
        ),
        Form(
            (Positional(choices=("import",)), Positional("FILE", "file")),
            ("--diff", "--overwrite", "--plain", "--library"),
        ),
    ),
    (
        "reader translation export city-of-springs-08 --to en -o springs.xlf",
        "reader translation export city-of-springs-08/springs --to en --format po -o springs.po",
        "reader translation import springs.xlf --diff",
    ),
    (
        LegendEntry("ISSUE, FILE", "the whole issue"),
        LegendEntry("ISSUE/ARTICLE", "one article"),
    ),
)
