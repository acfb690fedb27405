"""The declaration of ``reader dictionary``."""

from __future__ import annotations

from reader.cli.declaration import Form, LegendEntry, Option, Positional, Verb
from reader.cli.declared.shared import PLAIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    DictionaryAction = Literal["list", "add", "remove"]

DICTIONARY_ACTIONS: tuple[DictionaryAction, ...] = ("list", "add", "remove")

VERB = Verb(
    "dictionary",
    "the dictionaries that answer: list, add and remove them",
    """
    Prints the dictionaries in the order in which they answer. The setting dictionaries puts some first; CC-CEDICT,
    which comes with the program, answers after yours. A dictionary that you add is copied, and replaces one of its
    name.
    """,
    (PLAIN, Option("--json", "print JSON: a list of names")),
    (
        Form((Positional(optional=True, choices=("list",)),), ("--plain", "--json")),
        Form((Positional(choices=("add",)), Positional("FILE", "file"))),
        Form((Positional(choices=("remove",)), Positional("NAME"))),
    ),
    (
        "reader dictionary add cantonese.u8.gz",
        "reader dictionary add ~/dic/xdict.ifo",
        "reader dictionary remove xdict",
    ),
    (
        LegendEntry("add", "a StarDict dictionary by its .ifo file, or a text in the format of CC-CEDICT (.u8, .gz)"),
        LegendEntry("remove", "deletes the copy; the file that it was made from stays"),
    ),
)
