"""Names of languages in a text that say no more than the language of the words after them, and units without them."""

from __future__ import annotations

import re

from reader.importing.documents.languages import has_letters, side_of
from reader.importing.documents.splitting import sliced
from reader.importing.documents.tables import is_language_label
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.documents.document import SourceUnit

LABEL_WORDS = (
    "中文?|英文?|日文?|法文?|德文?|韩文?|韓文?|俄文?|西文?|原文|译文|譯文|汉语|英语|日语|法语|德语|ZH|CN|CH|EN|ENG|JA|JP|FR|DE|KO|RU|UK|ES|AR"
    "|Chinese|English|Japanese|French|German|Russian|Ukrainian|Arabic|Korean|Spanish|Français|Deutsch|Original|Translation"
)
"""Names of languages and of parts of a translation, as an alternative of a pattern."""
_FLAG = "(?:[\U0001f1e6-\U0001f1ff]{2})"
_LABEL = re.compile(
    rf"[\s\u3000]*(?:[\[【(（<]?({LABEL_WORDS})(?:[\]】)）>]\s*[:：]?|\s*[:：])|(?://+|#|--+|@|\|)\s*({LABEL_WORDS})\b\s*[:：]?"
    rf"|({_FLAG}))\s*(?=\S)",
    re.IGNORECASE,
)
"""A name of a language before words in it: in brackets, before a colon, after the sign of a comment; or a flag."""
MIN_LABELLED = 2
"""Number of texts that have the same label at least."""
LABELLED_SHARE = 0.6
"""Share of the texts that have labels of two languages, from which on these are labels."""
ONE_LABEL_SHARE = 0.3
"""Share of the texts that have the label of one language, if the others are in another script."""


def without_labels(units: list[SourceUnit]) -> list[SourceUnit]:
    """Returns units without the names of languages: those that are a unit, and those before the words of a unit."""
    if any(unit.key for unit in units):
        return units
    labels = [unit for unit in units if unit.kind in ("heading", "paragraph") and is_language_label(unit.text.text)]
    rest = [unit for unit in units if unit not in labels] if len(labels) > 1 else units
    found = {at: match for at, unit in enumerate(rest) if (match := _LABEL.match(unit.text.text))}
    return (
        [_after(unit, found[at].end()) if at in found else unit for at, unit in enumerate(rest)]
        if _are_labels(rest, found)
        else rest
    )


def _after(unit: SourceUnit, start: int) -> SourceUnit:
    return replace(unit, text=sliced(unit.text, start, len(unit.text.text)))


def _are_labels(units: Sequence[SourceUnit], found: dict[int, re.Match[str]]) -> bool:
    """Whether names of languages before words are labels: two of them nearly throughout, or one in one language."""
    names = [next(filter(None, match.groups())).lower() for match in found.values()]
    lettered = [at for at, unit in enumerate(units) if unit.kind != "code" and has_letters(unit.text.text)]
    counts = sorted(map(names.count, set(names)), reverse=True)
    if len(counts) == 2 and counts[1] >= MIN_LABELLED:
        return len(found) >= LABELLED_SHARE * len(lettered)
    if len(counts) != 1 or counts[0] < max(MIN_LABELLED, ONE_LABEL_SHARE * len(lettered)):
        return False
    inside = {side_of(units[at].text.text[match.end() :]) for at, match in found.items()}
    outside = [side_of(units[at].text.text) for at in lettered if at not in found]
    return len(inside) == 1 and bool(outside) and not inside & set(outside)
