"""Subtitles (SubRip and WebVTT) as documents: a paragraph for each, in both languages if it has both."""

from __future__ import annotations

import re

from reader.errors import UnusableError
from reader.importing.documents.document import Document, SourceUnit
from reader.importing.documents.html_text import InlineReader
from reader.importing.documents.html_tree import parse_html
from reader.importing.documents.languages import latin_evidence, tag_by_content
from reader.importing.documents.prose_building import ProseBuilder, ProseLine, joined
from reader.importing.documents.splitting import units_of_lines
from reader.model.record import replace
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?"
_TIMES = re.compile(rf"{_TIME}[ \t]*-->[ \t]*{_TIME}")
_STYLES = re.compile(r"\{\\[^}]*\}|\{[yYcCfFsS]:[^}]*\}")
_HARD = re.compile(r"\\[Nn]")
_VOICE = re.compile(r"<v(?:\.[^\s>]+)?\s+([^>]+)>")
_WEBVTT_TAGS = re.compile(r"</?(?:c|v|lang)(?:\.[^>\s]*)?(?:\s[^>]*)?>|<\d+:[\d:.]+>|</?font[^>]*>")
_LANG = re.compile(r"<lang\s+([A-Za-z-]+)>")
_BLOCKS = ("NOTE", "STYLE", "REGION")
_BAR = re.compile(r"\s+[/|｜／]{1,2}\s+|\t+")
BARRED_SHARE = 0.9
"""Share of the subtitles that are one line with a bar between two languages, from which on all are."""
_SAME_SECONDS = 0.15
"""Difference of the times of two subtitles up to which they are shown together."""


def read_subtitles(text: str, name: str) -> Document:
    """Returns subtitles as a document; ``name`` is the source's name in messages.

    Raises:
        UnusableError: No line has the times of a subtitle.
    """
    language = next(iter(re.findall(r"\A(?:WEBVTT[^\n]*\n)(?:[^\n]+\n)*?Language:[ \t]*(\S+)", text)), "")
    cues = list(_cues(text))
    if not cues:
        raise UnusableError(f"{name} has no times of subtitles (00:00:01,000 --> 00:00:05,000)")
    _part_at_bars(cues)
    made = [_units(cue, number) for number, cue in enumerate(cues)]
    if all(len(each) < 2 for each in made) and (tags := upper_and_lower([cue.lines for cue in cues])):
        made = [_parts_of_both(cue, number, tags) for number, cue in enumerate(cues)]
    units = [unit for each in made for unit in each]
    return Document("subtitles", tuple(_keyed(units)), language=language)


class _Cue:
    """The lines of a subtitle, and the seconds from and to which it is shown."""

    __slots__ = ("begin", "end", "lines")

    def __init__(self, begin: float, end: float) -> None:
        self.begin, self.end = begin, end
        self.lines: list[str] = []


def _cues(text: str) -> Iterator[_Cue]:
    """Yields the subtitles with words; the number or name above the times is left out."""
    cue: _Cue | None = None
    is_between = True
    lines = text.lstrip("\ufeff").split("\n")
    for at, line in enumerate(lines):
        if found := _TIMES.search(line):
            if cue and cue.lines and not is_between and cue.lines[-1].strip().isdigit():
                cue.lines.pop()
            if cue and any(each.strip() for each in cue.lines):
                yield cue
            cue = _Cue(_seconds(found.groups()[:4]), _seconds(found.groups()[4:]))
            is_between = False
        elif not line.strip():
            following = next((each for each in lines[at + 1 :] if each.strip()), "")
            after = lines[at + 1 : at + 4]
            is_over = (
                not following
                or following.strip().isdigit()
                or bool(_TIMES.search(following))
                or following.startswith(_BLOCKS)
                or any(_TIMES.search(each) for each in after[:3])
            )
            is_between = is_between or is_over
        elif not is_between and cue:
            cue.lines.append(line)
    if cue and any(each.strip() for each in cue.lines):
        yield cue


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + int(fraction.ljust(3, "0")) / 1000


def _lines(cue: _Cue) -> tuple[list[ProseLine], str]:
    """Returns the lines of a subtitle with their marks, and its speaker."""
    text = "\n".join(cue.lines)
    voice = _VOICE.search(text)
    text = _HARD.sub("\n", _STYLES.sub("", text))
    text = _WEBVTT_TAGS.sub("", text)
    text = re.sub(r"<(?![/a-zA-Z])", "&lt;", text)
    builder = ProseBuilder()
    inline = InlineReader({})
    inline.add_all(parse_html(text.replace("\n", "<br>"), ""), builder)
    return [replace(line, is_hard=True) for line in builder.lines()], voice[1].strip() if voice else ""


def _units(cue: _Cue, number: int) -> list[SourceUnit]:
    lines, speaker = _lines(cue)
    own = SourceUnit("paragraph", begin=cue.begin, end=cue.end, by=Prose(speaker))
    tag = next(iter(_LANG.findall("\n".join(cue.lines))), "")
    parts = units_of_lines(lines, own)
    soft = [replace(unit, text=_softened(unit.text)) for unit in parts]
    key = f"cue {number}" if len(soft) > 1 else ""
    return [replace(unit, key=key, tag=tag if len(soft) == 1 else "") for unit in soft]


def _softened(prose: Prose) -> Prose:
    """Returns the lines of a subtitle as one: their ends are those of the screen, but for lines of two speakers."""
    lines: list[ProseLine] = []
    at = 0
    for line in prose.text.split("\n"):
        spans = tuple(
            replace(span, start=max(span.start - at, 0), end=min(span.end - at, len(line)))
            for span in prose.spans
            if span.start < at + len(line) and span.end > at
        )
        lines.append(ProseLine(Prose(line, spans)))
        at += len(line) + 1
    is_dialogue = len(lines) > 1 and all(re.match(r"[-–—]\s*\S", line.prose.text) for line in lines)
    return joined([replace(line, is_hard=is_dialogue) for line in lines])


def _part_at_bars(cues: Sequence[_Cue]) -> None:
    """Makes two lines of the line of each subtitle, where nearly all have one with one bar in it."""
    found = [_BAR.split(cue.lines[0]) if len(cue.lines) == 1 else [] for cue in cues]
    if sum(len(parts) == 2 for parts in found) < BARRED_SHARE * len(cues):
        return
    for cue, parts in zip(cues, found, strict=True):
        cue.lines = parts if len(parts) == 2 else cue.lines


def _parts_of_both(cue: _Cue, number: int, tags: tuple[str, str]) -> list[SourceUnit]:
    """Returns the upper and the lower lines of a subtitle as texts of their own."""
    lines, _ = _lines(cue)
    at = _change(lines, tags)
    parts = [(lines[:at], tags[0]), (lines[at:], tags[1])] if at else [(lines, "")]
    key = f"cue {number}"
    return [
        SourceUnit("paragraph", _softened(joined(own)), tag, key=key, begin=cue.begin, end=cue.end)
        for own, tag in parts
    ]


def _change(lines: Sequence[ProseLine], tags: tuple[str, str]) -> int:
    """Returns the number of the upper lines of a subtitle: those in the first language; 0 without a lower line.

    Words and accents of the languages tell them; where these are even, both have about the same length.
    """
    evidence = [latin_evidence(line.prose.text) for line in lines]
    total = sum(len(line.prose.text) for line in lines)

    def fit(at: int) -> tuple[float, float]:
        own = sum(each[tags[0]] - each[tags[1]] for each in evidence[:at])
        other = sum(each[tags[1]] - each[tags[0]] for each in evidence[at:])
        return own + other, -abs(2 * sum(len(line.prose.text) for line in lines[:at]) - total)

    return max(range(1, len(lines)), key=fit, default=0)


def _keyed(units: Sequence[SourceUnit]) -> Iterator[SourceUnit]:
    """Yields subtitles; two of different languages that are shown together have the same key."""
    at = 0
    while at < len(units):
        one = units[at]
        other = units[at + 1] if at + 1 < len(units) else None
        is_both = other and not one.key and not other.key and abs(one.begin - other.begin) < _SAME_SECONDS
        if other and is_both and tag_by_content(one.text.text) != tag_by_content(other.text.text):
            yield replace(one, key=f"time {at}")
            yield replace(other, key=f"time {at}")
            at += 2
            continue
        yield one
        at += 1


def upper_and_lower(cues: Sequence[Sequence[str]]) -> tuple[str, str] | None:
    """Returns the languages of the upper and lower lines of subtitles, if they are two in Latin letters."""
    both = [lines for lines in cues if len(lines) > 1]
    if len(both) * 2 < len(cues):
        return None
    upper = "\n".join("\n".join(lines[: len(lines) // 2]) for lines in both)
    lower = "\n".join("\n".join(lines[(len(lines) + 1) // 2 :]) for lines in both)
    counts = [latin_evidence(upper), latin_evidence(lower)]
    best = [max(count, key=lambda tag: count[tag]) for count in counts]
    is_clear = all(
        count[tag] >= len(both) and count[tag] > count[other]
        for count, tag, other in zip(counts, best, reversed(best), strict=True)
    )
    return (best[0], best[1]) if best[0] != best[1] and is_clear else None
