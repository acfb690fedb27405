"""Brings marks within the bounds of ``model/bounds``, and reports those that are beyond. Pure functions."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from reader.gate import clean
from reader.marks.mark import WHOLE, Mark, TextQuote
from reader.model.bounds import MAX_MARK_CHARS, MAX_MARK_ID_CHARS, MAX_MARK_PARTS, MAX_MARK_TEXT_CHARS, MAX_NUMBER
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

SHORT_CHARS = 20 * MAX_MARK_PARTS
"""Length of the JSON of a mark that has no long text, and fewer parts than are allowed: each takes 25 characters."""


@cache  # compiled when first used
def _id_pattern() -> re.Pattern[str]:
    return re.compile(rf"[A-Za-z0-9][A-Za-z0-9:/._-]{{0,{MAX_MARK_ID_CHARS - 1}}}\Z")


def breach(mark: Mark, line_chars: int = MAX_MARK_CHARS) -> str:
    """Returns the first bound that a mark breaks, with its name in the file of marks; empty if there is none.

    Args:
        mark: The mark.
        line_chars: Length of its JSON, if that is known: a short one has no long text, and not many of them.
    """
    if reason := _breach_of_ids(mark) or _breach_of_numbers(mark):
        return reason
    return _breach_of_texts(mark) if line_chars > SHORT_CHARS else ""


def _breach_of_ids(mark: Mark) -> str:
    is_id = _id_pattern().match
    if is_id(mark.id) and is_id(mark.issue) and is_id(mark.article):
        return ""
    texts = {"id": mark.id, "issue": mark.issue, "article": mark.article}
    name, text = next((name, text) for name, text in texts.items() if not is_id(text))
    is_long = len(text) > MAX_MARK_ID_CHARS
    return f"{name} is longer than {MAX_MARK_ID_CHARS} characters" if is_long else f"{name} is invalid"


def _breach_of_numbers(mark: Mark) -> str:
    if not 0 <= mark.made <= MAX_NUMBER:
        return f"made is not from 0 to {MAX_NUMBER}"
    if not 0 <= mark.changed <= MAX_NUMBER:
        return f"changed is not from 0 to {MAX_NUMBER}"
    if not 0 <= mark.done <= WHOLE:
        return f"done is not from 0 to {WHOLE}"
    for quote in mark.quotations:
        if not 0 <= quote.start <= MAX_NUMBER:
            return f"start is not from 0 to {MAX_NUMBER}"
    return ""


def _breach_of_texts(mark: Mark) -> str:
    for name, parts in (("quotations", mark.quotations), ("beside", mark.beside)):
        if len(parts) > MAX_MARK_PARTS:
            return f"{name} has more than {MAX_MARK_PARTS:,} entries"
    chars = 0
    for name, text in _texts(mark):
        if len(text) > MAX_MARK_TEXT_CHARS:
            return f"{name} is longer than {MAX_MARK_TEXT_CHARS:,} characters"
        chars += len(text)
    return f"its texts are longer than {MAX_MARK_CHARS:,} characters" if chars > MAX_MARK_CHARS else ""


def _texts(mark: Mark) -> Iterator[tuple[str, str]]:
    """Yields the texts of a mark, each with its name."""
    yield "name", mark.name
    yield "note", mark.note
    yield "citation", mark.citation
    for quote in mark.quotations:
        yield "anchor", quote.anchor
        yield "language", quote.language
        yield "exact", quote.exact
        yield "prefix", quote.prefix
        yield "suffix", quote.suffix
    for language, text in mark.beside:
        yield "language", language
        yield "text", text


def fitted(mark: Mark) -> Mark:
    """Returns a mark with clean texts, and within the bounds as far as nothing is lost that the reader wrote.

    Texts of the magazine that are too long are cut off, numbers that are out of range become the nearest one.
    """
    return replace(
        mark,
        made=_within(mark.made),
        changed=_within(mark.changed),
        quotations=tuple(map(_fitted_quote, mark.quotations)),
        beside=tuple((_cut(language), _cut(text)) for language, text in mark.beside[:MAX_MARK_PARTS]),
        name=clean(mark.name),
        note=clean(mark.note),
        citation=_cut(mark.citation),
        done=_within(mark.done, WHOLE),
    )


def _fitted_quote(quote: TextQuote) -> TextQuote:
    return TextQuote(
        _cut(quote.anchor),
        _cut(quote.language),
        _cut(quote.exact),
        _cut(quote.prefix),
        _cut(quote.suffix),
        _within(quote.start),
    )


def _cut(text: str) -> str:
    return clean(text[:MAX_MARK_TEXT_CHARS])


def _within(number: int, most: int = MAX_NUMBER) -> int:
    return max(0, min(number, most))


def divided(mark: Mark) -> tuple[Mark, ...]:
    """Returns a mark that an older version kept as one or several within the bounds; nothing of it is lost."""
    mark = fitted(mark)
    quotations = [mark.quotations[k : k + MAX_MARK_PARTS] for k in range(0, len(mark.quotations), MAX_MARK_PARTS)]
    notes = [mark.note[k : k + MAX_MARK_TEXT_CHARS] for k in range(0, len(mark.note), MAX_MARK_TEXT_CHARS)]
    count = max(len(quotations), len(notes), 1)
    return tuple(
        replace(
            mark,
            id=f"{mark.id}-{number + 1}" if number else mark.id,
            quotations=next(chain(quotations[number:], quotations[-1:]), ()),
            note=next(chain(notes[number:]), ""),
        )
        for number in range(count)
    )
