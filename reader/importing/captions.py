"""Captions with their credits, pull quotes and sidebars, out of the lines that belong to no column."""

from __future__ import annotations

import itertools
import re

from reader.importing import following
from reader.importing.following import is_han
from reader.importing.page import CHINESE, Aside, Caption
from reader.importing.pieces import Piece

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.runs import Run

CREDIT = re.compile(
    r"(?:图片|图|圖片|圖|摄影|攝影|摄|攝|供图|供圖)\s*[/／|:：]\s*[^\s，。,.]+(?:\s(?=[A-Z])[A-Za-z. ]+)?"
    r"|(?:Photographs?|Photos?|Photography|Images?|Pictures?|Courtesy)(?:\s+(?:by|of)\b|\s*[/／|:])\s*"
    r"[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*)*",
)


Key = tuple[int, int, int]
"""A line, a place of a run in it, and the word a piece begins with."""


class Taken:
    """What was taken out before columns are searched, what is left, and how doubtful that is."""

    def __init__(self, hint: dict[Key, float], left: list[Run], out: list[Piece], boxes: list[Aside]) -> None:
        self.hint = hint
        self.left = left
        self.out = out
        self.boxes = boxes


SURE = 5.0
"""From so many nats on a piece is taken out without being weighed."""


class _Part:
    """A piece of a line that is sure, as far as gutters between Chinese and the change of script tell."""

    def __init__(self, run: Run, start: int, end: int, width: float) -> None:
        self.run = run
        self.start, self.end = start, end
        self.key = (run.line, run.place, start)
        self.line = run.line
        self.text = " ".join(run.words[start:end])
        self.chinese = run.language == CHINESE
        self.share = run.width(start, end) / width if width else 1.0
        self.credit = bool(CREDIT.search(self.text))
        self.closed = bool(re.search("[。！？.?!]\\Z", self.text))
        self.only_credit = self.credit and not CREDIT.sub("", self.text).strip()

    @property
    def titled(self) -> bool:
        """Whether it may be a heading."""
        return self.share < 0.6 and not re.search(r"[,;.，；。、：:]", self.text) and not self.text[0].islower()

    @property
    def small_but_wide(self) -> bool:
        """Whether there is nothing in it that a caption has not, however wide."""
        return not re.search(r"[,;.?!，；、：:]\Z", self.text) and self.text[0].isupper()

    @property
    def small(self) -> bool:
        """Whether it is short enough for a caption and has nothing in it that one has not."""
        return self.share < 0.8 and not re.search(r"[,;，；、：:]\Z", self.text) and not self.text[0].islower()


def hints(runs: list[Run], widths: dict[str, float]) -> Taken:
    """Returns how much speaks for a piece being in no column: a credit, short lines of both languages stacked.

    What is sure is taken out of the runs.
    """
    hint: dict[Key, float] = {}
    lines: dict[int, list[_Part]] = {}
    for run in runs:
        edges = [0, *sorted(run.gutters), len(run.words)]
        for start, end in itertools.pairwise(edges):
            lines.setdefault(run.line, []).append(_Part(run, start, end, widths[run.language]))
    numbers = sorted(lines)

    def raise_to(part: _Part, nats: float) -> None:
        hint[part.key] = max(hint.get(part.key, 0.0), nats)

    for here in lines.values():
        for place, part in enumerate(here):
            if part.credit:
                raise_to(part, 7.0)
                before = here[place - 1] if place else None
                if not part.chinese and not part.only_credit and before and before.chinese and before.small:
                    raise_to(before, 5.0 if len(here) < 3 else 3.0)
                alone = len(here) == 3 and here[0].chinese and here[0].small  # all of a caption in one line
                if (
                    part.only_credit
                    and before
                    and not before.chinese
                    and (before.small or (alone and before.small_but_wide))
                ):
                    raise_to(before, 5.0)
                    if place > 1 and here[place - 2].chinese and here[place - 2].share < 0.8:
                        raise_to(here[place - 2], 5.0)
    for order, number in enumerate(numbers):
        here = lines[number]
        below = lines[numbers[order + 1]] if order + 1 < len(numbers) else []
        chinese = [part for part in here if part.chinese]
        english = [part for part in below if not part.chinese]
        if (
            len(chinese) == len(here)
            and len(english) == len(below) == 1
            and all(part.small and not part.only_credit for part in chinese)
        ):
            third = lines[numbers[order + 2]] if order + 2 < len(numbers) else []
            credited = bool(third) and all(part.only_credit for part in third)
            nats = (
                7.0 if credited else 5.0 if english[0].credit else 4.0 if len(chinese) > 1 or chinese[0].credit else 2.5
            )
            if (
                len(chinese) == 1
                and not chinese[0].closed
                and 0.8 <= english[0].share < 1.05
                and english[0].small_but_wide
            ):
                for part in (*chinese, *english):
                    raise_to(part, max(1.5, nats - 1.0))
                continue
            if english[0].share < (0.8 if len(chinese) < 2 else 1.05 * len(chinese)) and english[0].text[0].isupper():
                for part in (*chinese, *english):
                    raise_to(part, nats)
                continue
        if len(here) == 1 and here[0].chinese and here[0].credit and not english:  # a line of a column between
            after = [part for part in lines[numbers[order + 2]] if not part.chinese] if order + 2 < len(numbers) else []
            if after and after[0].small_but_wide and after[0].share < 0.8:
                raise_to(after[0], SURE)
        for place, part in enumerate(here):
            if not part.chinese or not (part.small or part.credit):
                continue
            beside = [each for each in here[place + 1 : place + 2] if not each.chinese]
            for each in (beside + english)[:2]:
                if hint.get(each.key, 0.0) >= SURE:
                    continue
                if each.small:
                    alone = len(here) == 1 or (len(below) == 1 and not part.closed)
                    for one in (part, each):
                        raise_to(one, 3.5 if part.credit else 2.5 if alone else 1.0)
                elif part.credit and not part.only_credit and each.text[0].isupper():
                    raise_to(each, 3.0)
    boxes = _boxes(lines)
    boxed = {part.key for box in boxes for part in box}
    left: list[Run] = []
    out: list[Piece] = []
    for some in lines.values():
        for part in some:
            if part.key in boxed:
                continue
            if hint.get(part.key, 0.0) >= SURE and not (part.credit and part.share > 1.0):
                out.append(Piece(part.run, part.start, part.end))
            elif (
                left and left[-1].line == part.line and left[-1].place == part.run.place and left[-1].end == part.start
            ):
                left[-1] = part.run.part(left[-1].start, part.end)
            else:
                left.append(part.run.part(part.start, part.end))
    return Taken(hint, left, out, [_boxed([(part.text, part.chinese) for part in box]) for box in boxes])


def _boxed(texts: list[tuple[str, bool]]) -> Aside:
    return Aside(
        "sidebar", tuple(t for t, chinese in texts if chinese), tuple(t for t, chinese in texts if not chinese)
    )


def _boxes(lines: dict[int, list[_Part]]) -> list[list[_Part]]:
    """Tells the lines of boxes: a heading in both languages on one line, then lines of their own, none of them full."""
    numbers = sorted(lines)
    boxes: list[list[_Part]] = []
    for order, number in enumerate(numbers):
        here = lines[number]
        if len(here) != 2 or here[0].chinese == here[1].chinese or not all(part.titled for part in here):
            continue
        inside = []
        for follow in numbers[order + 1 :]:
            if len(lines[follow]) > 1 or lines[follow][0].share > 0.85:
                break
            inside.append(lines[follow][0])
        if len(inside) >= 2 and any(part.chinese for part in inside) and any(not part.chinese for part in inside):
            boxes.append([*here, *inside])
    return boxes


def collect(outs: list[Piece], body: str, page: str) -> tuple[list[Caption], list[Aside], list[str]]:
    """Returns the captions, the asides and what is neither, out of pieces in the order of the page."""
    groups: list[list[Piece]] = []
    for piece in outs:
        if groups and piece.line - groups[-1][-1].line <= 1 + (piece.language != groups[-1][-1].language):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    figures: list[Caption] = []
    asides: list[Aside] = []
    rest: list[str] = []
    for group in groups:
        _deal(group, body, page, figures, asides)
    return figures, asides, rest


def _deal(group: list[Piece], body: str, page: str, figures: list[Caption], asides: list[Aside]) -> None:
    """Makes figures and asides of pieces that stand together."""
    made: list[dict[str, str]] = []
    for piece in group:
        credited = [found.group() for found in CREDIT.finditer(piece.text)]
        text = CREDIT.sub(" ", piece.text).strip()
        side = "zh" if any(map(is_han, text)) else "en"
        if text:
            lacking = [each for each in made if not each.get(side) and side == "en"]
            if len(lacking) > 1 and side == "en":
                for each, part in zip(lacking, parted(text.split(), len(lacking)), strict=True):
                    each[side] = part
            elif lacking:
                lacking[0][side] = text
            else:
                made.append({side: text})
        for credit in credited:
            lacking = [each for each in made if not each.get("credit")]
            if len(credited) == 1 and lacking:
                lacking[-1 if text else 0]["credit"] = credit
            elif lacking:
                lacking[0]["credit"] = credit
            elif made:
                made[-1]["credit"] += " " + credit
            else:
                made.append({"credit": credit})
    for each in made:
        chinese, english = each.get("zh", ""), each.get("en", "")
        bare = re.sub(r"\W", "", chinese or english)
        if not each.get("credit") and not (chinese and english):
            kind = "pullquote" if bare and bare in re.sub(r"\W", "", body) else "sidebar"
            asides.append(
                Aside(kind, (chinese,) if chinese else (), (english,) if english else (), page=page, confidence=0.6)
            )
        else:
            figures.append(Caption(chinese, english, each.get("credit", ""), page, confidence=0.8))


def parted(words: list[str], number: int) -> list[str]:
    """Returns words of several captions side by side as that many texts, cut before capitals."""
    if number < 2 or len(words) < number:
        return [" ".join(words), *[""] * (number - 1)]
    best = max(
        range(1, len(words) - number + 2),
        key=lambda cut: (
            words[cut][0].isupper(),
            -following.english(words[cut - 1], words[cut]) - abs(cut - len(words) / number) / 4,
        ),
    )
    return [" ".join(words[:best]), *parted(words[best:], number - 1)]
