"""Finding the passages of marks again in an issue as it is now. Pure.

A quotation is looked for where it was; then anywhere in the article and in the others of the issue, as it is, told
from its like by what stands around it; then for what comes near to it in its article. What is not found is lost: it
is better to say so than to point at another text.
"""

from __future__ import annotations

from reader.marks.ground import Ground, Stretch, squeezed
from reader.model.language import choose
from reader.model.magazine import FreeBody
from reader.model.passage import find
from reader.model.scripts import is_unspaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from difflib import Match

    from reader.marks.mark import Mark, Quotation
    from reader.model.magazine import Article, Issue

    Span = tuple[int, int]

TELLING_WEIGHT = 16
"""A text of this weight does not stand twice by chance: a Chinese character weighs 2, any other 1."""
MIN_AROUND = 0.4
"""Of what stood around a short text so much must still be there."""
MUCH_ALIKE = 0.8
"""Of a long text that was changed so much must still be there."""
LONG_WEIGHT = 80
MIN_ALIKE, MIN_ALIKE_AROUND = 0.6, 0.5
"""Of any other, and of it together with what was around it."""
ALIKE_WEIGHT = 40
"""What is only alike, with what is around it, weighs at least so much where it is the same."""
MOST_BETWEEN = 1.5
"""What is alike may be so much longer than what of it is the same."""
MIN_BLOCK_WEIGHT = 4
"""Lighter bits stand anywhere by chance."""
MARGIN = 0.1
"""So much more than the next best."""
MAX_PLACES = 1_000
"""So many of the places are looked at where a text stands in an article."""
MAX_COMPARED_CHARS = 400
SEED_WEIGHT = 8
BUCKET_CHARS = 64
SHIFT_CHARS = 8
"""What was around a text is not further from it than that by now."""
MAX_SEEDS = 24
MAX_SEED_PLACES = 20
CANDIDATES = 4


class Anchoring:
    """Looks for quotations in one issue; what it learns of the issue's texts it keeps."""

    def __init__(self, issue: Issue) -> None:
        self.issue = issue
        self._grounds: dict[tuple[str, str], Ground] = {}
        self._articles: dict[str, Article] = {}

    def of_mark(self, mark: Mark) -> tuple[Stretch, ...]:
        """Returns where what is marked stands now; nothing if all of it is lost."""
        return tuple(stretch for quotation in mark.quotations for stretch in self.find(mark.article, quotation))

    def find(self, article_id: str, quotation: Quotation) -> tuple[Stretch, ...]:
        """Returns where a quotation of an article stands now: in one passage, in several, or (lost) in none."""
        if not quotation.exact.strip():
            return ()
        own = self._article(article_id)
        if own and (found := self._where_it_was(own, quotation)):
            return found
        for ground in self._around(own, quotation.language):
            if span := _as_it_is(ground, quotation):
                return ground.stretches(*span)
        for ground in self._in(own, quotation.language) if own else self._around(own, quotation.language):
            if span := _alike(ground, quotation):
                return ground.stretches(*span)
        return ()

    def _where_it_was(self, article: Article, quotation: Quotation) -> tuple[Stretch, ...]:
        passage = find(article, quotation.anchor)
        if passage is None:
            return ()
        start, end = quotation.start, quotation.start + len(quotation.exact)
        for language in (quotation.language,) if quotation.language else passage.text.languages:
            text = passage.text.plain(language)
            if text[start:end] != quotation.exact:
                continue
            if _weight(quotation.exact) < TELLING_WEIGHT:
                before, after = squeezed(text[:start]), squeezed(text[end:])
                prefix, suffix = squeezed(quotation.prefix), squeezed(quotation.suffix)
                same = _same_end(before, prefix), _same_beginning(after, suffix)
                told = _weight(quotation.exact) + _weight(prefix[len(prefix) - same[0] :]) + _weight(suffix[: same[1]])
                whole = min(len(before), len(prefix)), min(len(after), len(suffix))
                if same != whole or told < TELLING_WEIGHT:
                    continue
            return (Stretch(article.id, passage.anchor, language, start, end),)
        return ()

    def _article(self, article_id: str) -> Article | None:
        if not self._articles:
            self._articles = {article.id: article for _, article in self.issue.articles()}
        return self._articles.get(article_id)

    def _around(self, own: Article | None, language: str) -> Iterator[Ground]:
        """Yields the texts in which it may stand: those of its article first."""
        if own:
            yield from self._in(own, language)
        for article in self._articles.values():
            if article is not own:
                yield from self._in(article, language)

    def _in(self, article: Article, language: str) -> Iterator[Ground]:
        body = article.body
        own = tuple(tag for tag, _ in body.sides) if isinstance(body, FreeBody) else self.issue.languages_of(article)
        tags = own if isinstance(body, FreeBody) else tuple(dict.fromkeys((*own, *self.issue.languages)))
        for tag in tags if not language else filter(None, (choose(language, tags),)):
            yield self._ground(article, tag)

    def _ground(self, article: Article, language: str) -> Ground:
        key = article.id, language
        if key not in self._grounds:
            self._grounds[key] = Ground(article, language)
        return self._grounds[key]


def _as_it_is(ground: Ground, quotation: Quotation) -> Span | None:
    """Returns where a quotation stands letter by letter; of several places the one with the most of what was around."""
    exact, prefix, suffix = map(squeezed, (quotation.exact, quotation.prefix, quotation.suffix))
    weight, around = _weight(exact), len(prefix) + len(suffix)
    whole = ground.text.find(prefix + exact + suffix)
    if whole >= 0 and weight + around >= TELLING_WEIGHT and ground.text.find(prefix + exact + suffix, whole + 1) < 0:
        return whole + len(prefix), whole + len(prefix) + len(exact)
    places: list[tuple[int, int]] = []
    looked_at = 0
    start = ground.text.find(exact)
    while start >= 0 and looked_at < MAX_PLACES:
        looked_at += 1
        end = start + len(exact)
        before = ground.text[max(0, start - len(prefix)) : start]
        after = ground.text[end : end + len(suffix)]
        same = _same_end(before, prefix), _same_beginning(after, suffix)
        told = weight + _weight(before[len(before) - same[0] :]) + _weight(after[: same[1]])
        near = sum(same) >= MIN_AROUND * around and told >= TELLING_WEIGHT
        if weight >= TELLING_WEIGHT or near or (sum(same) == around and len(before) + len(after) == around):
            places.append((sum(same), start))
        start = ground.text.find(exact, start + 1)
    if not places:
        return None
    best = max(places)[0]
    starts = [start for same, start in places if same == best]
    if len(starts) > 1:
        here = ground.before(quotation.anchor)
        starts.sort(key=lambda start: abs(start - here))
    return starts[0], starts[0] + len(exact)


def _alike(ground: Ground, quotation: Quotation) -> Span | None:
    """Returns what comes near enough to a quotation, and nearer than anything else."""
    exact, prefix, suffix = map(squeezed, (quotation.exact, quotation.prefix, quotation.suffix))
    compared = exact[:MAX_COMPARED_CHARS]
    suffix = suffix if compared == exact else ""
    needle = prefix + compared + suffix
    first, last = len(prefix), len(prefix) + len(compared)
    found: list[tuple[float, Span]] = []
    from difflib import SequenceMatcher  # most marks are where they were

    for diagonal in _candidates(ground.text, needle):
        origin = max(0, diagonal - BUCKET_CHARS)
        window = ground.text[origin : diagonal + len(needle) + 2 * BUCKET_CHARS]
        blocks = SequenceMatcher(None, needle, window, autojunk=False).get_matching_blocks()
        blocks = [b for b in blocks if _weight(needle[b.a : b.a + b.size]) >= MIN_BLOCK_WEIGHT]
        held = [(max(b.a, first), min(b.a + b.size, last), b.b - b.a) for b in blocks]
        held = [(start, end, shift) for start, end, shift in held if start < end]
        held = _together(held)
        if not held:
            continue
        share = sum(end - start for start, end, _ in held) / len(compared)
        told = sum(_weight(needle[b.a : b.a + b.size]) for b in blocks)
        all_around = _in_line(blocks, held) / len(needle)
        if _weight(compared) < TELLING_WEIGHT:
            enough = len(held) == 1 and share == 1 and all_around >= MIN_AROUND
        else:
            alone = share >= MUCH_ALIKE and share * _weight(compared) >= LONG_WEIGHT
            enough = alone or (share >= MIN_ALIKE and all_around >= MIN_ALIKE_AROUND)
        if enough and told >= ALIKE_WEIGHT:
            span = origin + held[0][0] + held[0][2], origin + held[-1][1] + held[-1][2]
            found.append((share, (span[0], _end(ground.text, span[1], exact[len(compared) :]))))
    if not found:
        return None
    best, span = max(found)
    rivals = [share for share, (start, end) in found if (end <= span[0] or start >= span[1]) and share > best - MARGIN]
    return None if rivals else span


def _end(text: str, end: int, rest: str) -> int:
    """Returns where a long text ends whose beginning is found: where its last words stand, if that is not far on."""
    if not rest:
        return end
    last = rest[-BUCKET_CHARS:]
    found = text.find(last, end, end + 2 * len(rest) + BUCKET_CHARS)
    return found + len(last) if found >= 0 else end


def _in_line(blocks: list[Match], held: list[tuple[int, int, int]]) -> int:
    """Returns how many characters are the same of a text and of what is around it, where that still adjoins it."""
    (first, _, before), (_, last, after) = held[0], held[-1]
    around = [
        min(b.a + b.size, first) - b.a if b.a < first else b.a + b.size - max(b.a, last)
        for b in blocks
        if (b.a < first and abs(b.b - b.a - before) <= SHIFT_CHARS)
        or (b.a + b.size > last and abs(b.b - b.a - after) <= SHIFT_CHARS)
    ]
    return sum(end - start for start, end, _ in held) + sum(around)


def _together(held: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Returns what of some matches stands together: what was put between them is less than half of them."""
    while len(held) > 1:
        whole = held[-1][1] + held[-1][2] - held[0][0] - held[0][2]
        if whole <= MOST_BETWEEN * sum(end - start for start, end, _ in held):
            break
        first, last = (end - start for start, end, _ in (held[0], held[-1]))
        held = held[1:] if first < last else held[:-1]
    return held


def _candidates(text: str, needle: str) -> list[int]:
    """Returns where a needle may begin that stands in a text with changes: where several bits of it stand in line."""
    votes: dict[int, int] = {}
    firsts: dict[int, int] = {}
    step = SEED_WEIGHT // 4 if _weight(needle) > len(needle) * 1.5 else SEED_WEIGHT // 2
    size = 2 * step
    step = max(step, len(needle) // MAX_SEEDS)
    for offset in range(0, max(1, len(needle) - size + 1), step):
        seed = needle[offset : offset + size]
        start = text.find(seed)
        places = 0
        while start >= 0 and places < MAX_SEED_PLACES:
            bucket = (start - offset) // BUCKET_CHARS
            votes[bucket] = votes.get(bucket, 0) + 1
            firsts[bucket] = min(firsts.get(bucket, start - offset), start - offset)
            places += 1
            start = text.find(seed, start + 1)
    ranked = sorted(votes, key=lambda bucket: (-votes[bucket], bucket))[:CANDIDATES]
    return [firsts[bucket] for bucket in ranked]


def _weight(text: str) -> int:
    return sum(1 + is_unspaced(character) for character in text if not character.isspace())


def _same_end(text: str, other: str) -> int:
    """Returns how many characters at the ends of two texts are the same."""
    return _same_beginning(text[::-1], other[::-1])


def _same_beginning(text: str, other: str) -> int:
    """Returns how many characters at the beginnings of two texts are the same."""
    return next((k for k, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), min(len(text), len(other)))
