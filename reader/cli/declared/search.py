"""The declaration of ``reader search``."""

from __future__ import annotations

from reader.cli.declaration import Form, LegendEntry, Option, Positional, Verb
from reader.cli.declared.shared import LIBRARY, WIDTH
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Order = Literal["best", "newest"]

ORDERS: tuple[Order, ...] = ("best", "newest")
DEFAULT_HITS = 100
MAX_HITS = 1_000_000

VERB = Verb(
    "search",
    "every place that holds the words, in either language",
    """
    Prints every title, paragraph, caption and credit that holds all the words, in either language; letter case,
    width, accents, and simplified or traditional characters make no difference. On a terminal hits are grouped
    by article, with the same place in the other language; in a pipe, or with --plain, each is one line: its
    address, a tab, and the text around the match. Exits with 1 if nothing was found.
    """,
    (
        Option("--lang", "find in this language only: zh, en, zh-Hant …", "TAG", "language"),
        Option("--limit", f"print at most N hits; {DEFAULT_HITS} if not given", "N", "number", least=1, most=MAX_HITS),
        Option(
            "--sort",
            "best: titles and captions first, the exact word before its inflections (the default); newest: the hits of "
            "the newest issues first",
            kind="choice",
            choices=ORDERS,
        ),
        replace(WIDTH, about="cells in a line, on a terminal"),
        Option("--plain", "one line for each hit, no colour"),
        Option("--json", "print JSON: a list of hits"),
        LIBRARY,
    ),
    (
        Form(
            (Positional("QUERY", many=True),),
            ("--lang", "--limit", "--sort", "--width", "--json", "--plain", "--library"),
        ),
    ),
    (
        "reader search 泉水",
        "reader search '\"famed springs\"' --lang en",
        "reader search --sort newest title:water",
        "reader search spring | fzf | reader open -",
    ),
    (
        LegendEntry("泉水", "any Chinese characters, next to each other"),
        LegendEntry("spring", "a word with its inflections; spr* finds words with this beginning"),
        LegendEntry('"famed springs"', "exactly these words"),
        LegendEntry("spring -market", "not with that word"),
        LegendEntry("spring OR river", "one of the two"),
        LegendEntry("spring NEAR market", "both, with at most ten words between them"),
        LegendEntry("title:spring", "only titles; also caption: credit: deck: text:"),
        LegendEntry("tag:water", "only there; also section: issue: page: lang:"),
        LegendEntry("jinan yaogu", "titles, captions and names by their pinyin"),
    ),
)
