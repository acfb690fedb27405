"""Display formulas: the parts of a formula that is set apart, with its number, as one line."""

from __future__ import annotations

import re

from reader.importing.pdf.text_lines.text_line import are_in_row
from reader.importing.pdf.weights import text_lines as weights
from reader.importing.scripts import count_han
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.text_lines.text_line import TextLine

_RELATION = re.compile(r"[=≈≡≅∝∈⊂⊆→⇒⇔≜≔]")
"""A sign between the sides of a formula."""
_NUMBER = re.compile(r"(?:公?式\s*)?[(（]\s*(?:[A-Z]\s*[.-]?\s*)?\d{1,3}(?:\s*[.．–−-]\s*\d{1,3})?\s*[a-z]?\s*[)）]\Z")
"""Number of a formula, at the right edge of its column."""
_OPERATORS = frozenset("=+−×÷<>≤≥≠≈∈→⇒⊗⊙⊕·⋅/)]}|,")
_WORD = re.compile(r"[^\W\d_]{5,}")
_SMALL_WORD = re.compile(
    r"(?<![^\W\d_])(?:the|and|for|with|that|this|then|from|are|und|der|die|das|est|les|des|una|que|of|is|to)(?![^\W\d_])"
)
"""A word of sentences; letters with others under them are no words."""
_FUNCTIONS = frozenset({"softmax", "sigmoid", "arcsin", "arccos", "arctan", "argmax", "argmin", "trace"})
_MAX_FORMULAS = 200
"""Number of formulas of a page above which it is a table or a drawing."""


def with_formulas_whole(lines: Sequence[TextLine]) -> list[TextLine]:
    """Returns the lines of a page, each display formula as one line in the script of the text over it.

    It is indented or has a number at the right, and is signs and letters, not words.
    """
    ordered = sorted(lines, key=lambda line: (line.baseline, line.left))
    seeds = [line for line in ordered if is_formula_text(line.text)]
    if not seeds or len(seeds) > _MAX_FORMULAS:
        return list(lines)
    texts = [line for line in ordered if _is_text(line)]
    taken: set[int] = set()
    found: dict[int, TextLine] = {}
    for seed in seeds:
        if id(seed) in taken:
            continue
        number = _number_of(seed, ordered, texts)
        if number is None and not _is_indented(seed, texts):
            continue
        parts = _parts_of(seed, [line for line in ordered if id(line) not in taken and line is not number], texts)
        whole = [*parts, *([number] if number else [])]
        taken.update(map(id, whole))
        found[id(seed)] = _joined(seed, parts, number, texts)
    rows = _with_systems_joined(_with_rows_joined(list(found.values())))
    return [*(line for line in lines if id(line) not in taken), *rows]


def _with_rows_joined(formulas: Iterable[TextLine]) -> list[TextLine]:
    """Returns formulas; one that begins with a relation, under one without a number, goes on with that."""
    found: list[TextLine] = []
    for line in formulas:
        last = found[-1] if found else None
        if last and _RELATION.match(line.text) and not _NUMBER.search(last.text) and _is_next_row(last, line):
            left, right = min(last.left, line.left), max(last.right, line.right)
            found[-1] = replace(last, text=f"{last.text} {line.text}", left=left, right=right, baseline=line.baseline)
        else:
            found.append(line)
    return found


def _with_systems_joined(formulas: Iterable[TextLine]) -> list[TextLine]:
    """Returns formulas; those close under each other with one number for all are one, and end with it."""
    systems: list[list[TextLine]] = []
    for line in formulas:
        if systems and _is_next_row(systems[-1][-1], line):
            systems[-1].append(line)
        else:
            systems.append([line])
    return [
        joined
        for system in systems
        for joined in ([_as_one(system)] if sum(bool(_NUMBER.search(line.text)) for line in system) == 1 else system)
    ]


def _is_next_row(last: TextLine, line: TextLine) -> bool:
    is_close = 0 < line.baseline - last.baseline <= weights.FORMULA_ROW_STEP_EM * line.size
    return is_close and _is_over_or_under(last, line)


def _as_one(rows: Sequence[TextLine]) -> TextLine:
    """Returns rows of one formula as a line, their number at its end."""
    number = next(found[0] for row in rows if (found := _NUMBER.search(row.text)))
    text = " ".join([*(_NUMBER.sub("", row.text).strip() for row in rows), number])
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    return replace(rows[0], text=text, left=left, right=right, baseline=rows[-1].baseline)


def is_formula_part(text: str) -> bool:
    """Whether a text is a formula, or begins inside one: with a sign between its parts."""
    return text[0] in _OPERATORS or is_formula_text(text)


def is_formula_text(text: str) -> bool:
    """Whether a text is signs and letters with a relation between them."""
    return bool(_RELATION.search(text)) and len(text) <= weights.FORMULA_MAX_LENGTH and _is_wordless(text)


def _is_wordless(text: str) -> bool:
    if _SMALL_WORD.search(text):
        return False
    words = [word for word in _WORD.findall(text) if word.lower() not in _FUNCTIONS and not count_han(word)]
    return len(words) <= weights.FORMULA_MAX_WORDS and count_han(text) <= weights.FORMULA_MAX_CHARACTERS


def _is_text(line: TextLine) -> bool:
    return len(line.text) >= weights.FORMULA_TEXT_MIN_LETTERS and not _is_wordless(line.text)


def _is_over_or_under(one: TextLine, other: TextLine) -> bool:
    return min(one.right, other.right) > max(one.left, other.left)


def _near(line: TextLine, texts: Iterable[TextLine]) -> list[TextLine]:
    """Returns the lines of text over and under a line, in its column."""
    reach = weights.FORMULA_TEXT_REACH_EM * line.size
    return [text for text in texts if _is_over_or_under(text, line) and abs(text.baseline - line.baseline) <= reach]


def _is_indented(line: TextLine, texts: Sequence[TextLine]) -> bool:
    """Whether a line begins clearly right of the text of its column, with nothing else in its row."""
    near = _near(line, texts)
    is_alone = not any(are_in_row(line, text) and text.right <= line.left + line.size for text in texts if text in near)
    return (
        bool(near)
        and is_alone
        and line.left - min(text.left for text in near) >= weights.FORMULA_MIN_INDENT_EM * line.size
    )


def _number_of(seed: TextLine, lines: Iterable[TextLine], texts: Sequence[TextLine]) -> TextLine | None:
    """Returns the number at the right of a formula; its column ends there."""
    column = _near(seed, texts)
    right = max((text.right for text in column), default=float("inf"))
    numbers = [
        line
        for line in lines
        if _NUMBER.match(line.text)
        and are_in_row(seed, line)
        and seed.right <= line.left
        and line.right <= right + line.size
    ]
    return min(numbers, key=lambda line: line.left, default=None)


def _parts_of(seed: TextLine, lines: Sequence[TextLine], texts: Iterable[TextLine]) -> list[TextLine]:
    """Returns a formula's line with the other parts of the formula: beside it, over it and under it."""
    near = _near(seed, texts)
    others = [
        line
        for line in lines
        if line is not seed
        and len(line.text) <= weights.FORMULA_PART_MAX_LENGTH
        and _is_wordless(line.text)
        and not count_han(line.text)
        and not any(abs(text.baseline - line.baseline) < abs(seed.baseline - line.baseline) for text in near)
    ]
    found = [seed]
    for line in sorted(others, key=lambda line: abs(line.left - seed.left)):
        left, right = min(part.left for part in found), max(part.right for part in found)
        beside = weights.FORMULA_PART_BESIDE_EM * seed.size
        if are_in_row(seed, line) and left - beside <= line.right and line.left <= right + beside:
            found.append(line)
    left, right = min(part.left for part in found), max(part.right for part in found)
    return found + [
        line
        for line in others
        if line not in found
        and not is_formula_text(line.text)
        and abs(line.baseline - seed.baseline) <= weights.FORMULA_PART_REACH_EM * seed.size
        and left - seed.size <= line.left
        and line.right <= right + weights.FORMULA_OVERHANG_EM * seed.size
    ]


def _joined(seed: TextLine, parts: Sequence[TextLine], number: TextLine | None, texts: Sequence[TextLine]) -> TextLine:
    """Returns the parts of a formula as one line: from the left, and from the top where they are over each other."""
    stacks: list[list[TextLine]] = []
    for part in sorted(parts, key=lambda line: line.left):
        if stacks and part.left < max(other.right for other in stacks[-1]) - part.size / 2:
            stacks[-1].append(part)
        else:
            stacks.append([part])
    ordered = [part for stack in stacks for part in sorted(stack, key=lambda line: line.baseline)]
    text = " ".join(part.text for part in [*ordered, *([number] if number else [])])
    above = [line for line in _near(seed, texts) if line.script]
    nearest = min(above, key=lambda line: abs(line.baseline - seed.baseline), default=seed)
    right = max(part.right for part in [*parts, *([number] if number else [])])
    left = min(part.left for part in parts)
    return replace(
        seed, text=text, left=left, right=right, script=nearest.script, bold=False, is_formula=True, is_mixed=False
    )
