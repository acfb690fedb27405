"""The font size of the running text in each script, and its emphasised lines."""

from __future__ import annotations

from collections import Counter

from reader.importing.pdf.weights import text_lines as weights
from reader.importing.scripts import HAN, count_han, count_latin_words
from reader.model.record import replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.importing.pdf.text_lines.text_line import TextLine
    from reader.importing.scripts import Script

    BodySizes = Mapping[Script, float]
    """Font size of the running text in points, by script."""


def body_sizes(lines: Sequence[TextLine]) -> dict[Script, float]:
    """Returns the size of the running text in each script: that of most characters, in lines of some length.

    Where nearly as much text is larger, that is it: small print beside it, or an abstract in a box, may be long. A
    script whose text is only in captions, heads and feet has none.
    """
    amounts: dict[Script, Counter[float]] = {}
    line_counts: Counter[tuple[Script, float]] = Counter()
    for line in lines:
        amount = _amount(line)
        if not line.script or line.bold or amount < weights.BODY_MIN_LINE_CHARACTERS:
            continue
        size = round(line.size * weights.BODY_SIZE_STEPS) / weights.BODY_SIZE_STEPS
        amounts.setdefault(line.script, Counter())[size] += amount
        line_counts[line.script, size] += 1
    found: dict[Script, float] = {}
    for script, by_size in amounts.items():
        size = _main_size(lines, script, by_size)
        if line_counts[script, size] >= weights.BODY_MIN_LINES:
            found[script] = _exact_size(lines, script, size)
    if len(found) == 2:
        _drop_caption_script(found, lines, {script: amounts[script].total() for script in found})
    return found


def _main_size(lines: Sequence[TextLine], script: Script, amounts: Counter[float]) -> float:
    """Returns the size of most text in a script, or a larger one of nearly as much text in columns."""
    usual, amount = amounts.most_common(1)[0]
    larger = [
        size
        for size, own in amounts.items()
        if size >= weights.LARGER_BODY_RATIO * usual
        and own >= weights.LARGER_BODY_SHARE * amount
        and _count_of_running_lines(lines, script, _exact_size(lines, script, size)) >= weights.LARGER_BODY_MIN_LINES
    ]
    return max(larger, key=lambda size: amounts[size], default=usual)


def sizes_of_sentences(lines: Sequence[TextLine]) -> dict[Script, float]:
    """Returns the size of most text that ends sentences in each script, on a page with few lines."""
    amounts: dict[Script, Counter[float]] = {}
    for line in lines:
        if (
            line.script
            and not line.bold
            and ends_sentence(line.text)
            and _amount(line) >= weights.SENTENCE_MIN_CHARACTERS
        ):
            amounts.setdefault(line.script, Counter())[line.size] += _amount(line)
    return {script: by_size.most_common(1)[0][0] for script, by_size in amounts.items()}


def own_sizes(lines: Sequence[TextLine], body: BodySizes, everywhere: Sequence[TextLine]) -> BodySizes:
    """Returns the sizes of one page of a spread: its own ones if hardly anything on it is in those of the whole.

    A page with little of the text of the spread, which is ``everywhere``, has none of its own: it is a picture's.
    """
    running = [line for line in lines if line.script in body and not line.bold]
    if sum(map(_amount, lines)) < weights.SPREAD_OWN_MIN_SHARE * sum(map(_amount, everywhere)):
        return body
    alike = sum(_amount(line) for line in running if line.script and _is_of_size(line, body[line.script]))
    if alike > weights.SPREAD_MIN_BODY_SHARE * sum(map(_amount, running)):
        return body
    return body_sizes(lines) or body


def _amount(line: TextLine) -> int:
    """Returns the amount of text in a line; a Latin word counts as much as two Han characters."""
    return count_han(line.text) if line.script == HAN else count_latin_words(line.text) * 2


def _exact_size(lines: Iterable[TextLine], script: Script, size: float) -> float:
    """Returns the most frequent size of lines near a rounded size."""
    near = [line.size for line in lines if line.script == script and _is_of_size(line, size)]
    return Counter(near).most_common(1)[0][0] if near else size


def _is_of_size(line: TextLine, size: float) -> bool:
    return abs(line.size - size) <= weights.BODY_SIZE_PT


def _drop_caption_script(sizes: dict[Script, float], lines: Sequence[TextLine], amounts: Mapping[Script, int]) -> None:
    """Removes the script with the smaller text if too few of its lines are running text."""
    small, large = sorted(sizes, key=lambda script: (sizes[script], amounts[script]))
    is_much = amounts[small] * weights.CAPTION_SCRIPT_AMOUNT_RATIO >= amounts[large]
    is_large = sizes[small] >= weights.CAPTION_SCRIPT_SIZE_RATIO * sizes[large]
    factor = 0 if is_much and is_large else 1 if is_large else 2 if is_much else 3
    if _count_of_running_lines(lines, small, sizes[small]) < factor * weights.CAPTION_SCRIPT_MIN_LINES:
        del sizes[small]


def _count_of_running_lines(lines: Iterable[TextLine], script: Script, size: float) -> int:
    """Returns the number of lines of a script and size in longer sequences under each other, as captions rarely are."""
    sequences: list[list[TextLine]] = []
    closed: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda line: line.baseline):
        if line.script != script or not _is_of_size(line, size):
            if line.script and line.script != script:  # lines below it are of another caption
                broken = [
                    sequence
                    for sequence in sequences
                    if line.right >= sequence[-1].left and line.left <= sequence[-1].right
                ]
                closed += broken
                sequences = [sequence for sequence in sequences if sequence not in broken]
            continue
        for sequence in sequences:
            last = sequence[-1]
            step = line.baseline - last.baseline
            is_near = abs(line.left - last.left) < weights.RUNNING_INDENT_EM * size
            if 0 < step < weights.RUNNING_STEP_EM * size and is_near:
                sequence.append(line)
                break
        else:
            sequences.append([line])
    return sum(len(sequence) for sequence in (*closed, *sequences) if len(sequence) >= weights.BODY_MIN_LINES)


def with_emphasis(lines: Sequence[TextLine], body: BodySizes) -> list[TextLine]:
    """Returns the lines; those in a font in which no full line of running text is set are marked as bold."""
    found = list(lines)
    for script, size in body.items():

        def is_own(line: TextLine, script: Script = script, size: float = size) -> bool:
            return line.script == script and abs(line.size - size) <= weights.EMPHASIS_SIZE_SHARE * size

        own = [line for line in lines if is_own(line)]
        full = max((line.width for line in own), default=0.0) * weights.EMPHASIS_FULL_SHARE
        counts = Counter(line.font for line in own if line.width >= full)
        fonts = {font for font, count in counts.items() if count >= weights.BODY_FONT_MIN_SHARE * counts.total()}
        found = [
            replace(line, bold=True)
            if is_own(line) and line.font not in fonts and not line.is_mixed and not line.is_typewritten
            else line
            for line in found
        ]
    return found
