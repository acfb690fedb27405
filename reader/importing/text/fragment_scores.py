"""Fragment scores: scores of a fragment in each role, and outside all columns, by its width and its words."""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

from reader.importing.text import weights
from reader.importing.text.fragments import BEGINNING, CONTINUATION, HEADING_LINE
from reader.importing.text.speakers import begins_with_label
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.importing.text.column_layout import ColumnLayout
    from reader.importing.text.fragments import Fragment, FragmentRole
    from reader.importing.text.text_runs import WordSpan

    ScoredRole = tuple[FragmentRole, float]
    """A role that a fragment may have, and the score of that in nats."""


class LastFragment(NamedTuple):
    """The last fragment of a column so far, and its role."""

    fragment: Fragment
    role: FragmentRole


@record
class LineWidths:
    """The widths of lines that fill their column, as a first search found them."""

    middle_em: float
    spread_em: float
    """Spread: the difference of most of them from the median."""


class _Alone(NamedTuple):
    """The scores of a fragment in a column that do not depend on the fragment before it."""

    hint: float
    """Score by its width, and by the likelihood that it is outside all columns."""
    beginning: float
    """Score of a paragraph that begins with it; the hint is added."""
    may_be_heading: bool
    is_speaker: bool
    """Whether it begins with the label of a speaker."""


class FragmentScorer:
    """Scores fragments of one language; remembers the scores of each after the same fragment."""

    def __init__(
        self,
        layout: ColumnLayout,
        outside: Mapping[WordSpan, float],
        *,
        measured: LineWidths | None = None,
        speakers: frozenset[str] = frozenset(),
    ) -> None:
        """Takes the columns, the scores of words outside all columns, and the labels of an interview's speakers."""
        self._width_em, self._tolerance_em = layout.width_em, layout.tolerance_em
        self._full_em = self._width_em - self._tolerance_em
        self._is_indented = layout.is_indented
        han_indent_em = weights.HAN_INDENT_EM if layout.is_indented else 0.0
        self._indent_em = han_indent_em if layout.is_han else weights.LATIN_INDENT_EM
        self._outside, self._measured, self._speakers = outside, measured, speakers
        self._known_alone: dict[Fragment, _Alone] = {}
        self._known: dict[tuple[LastFragment | None, Fragment], list[ScoredRole]] = {}

    def outside(self, fragment: Fragment) -> float:
        """Returns the score of a fragment outside all columns."""
        hint = self._outside.get(fragment.span, 0.0)
        score = hint + weights.OUTSIDE
        if hint >= weights.OUTSIDE_LIKELY:
            return score
        share = fragment.width_em / self._width_em if self._width_em else 1.0
        if share > weights.OUTSIDE_FULL_SHARE:
            return score + weights.OUTSIDE_FULL
        return score + (weights.OUTSIDE_WIDE if share > weights.OUTSIDE_WIDE_SHARE else 0.0)

    def roles(self, last: LastFragment | None, fragment: Fragment) -> list[ScoredRole]:
        """Returns the roles of a fragment after the last one of a column, the likeliest first."""
        key = last, fragment
        if key not in self._known:
            found = self._after(last, fragment) if last else self._at_head(fragment)
            self._known[key] = sorted(found, key=itemgetter(1), reverse=True)
        return self._known[key]

    def _at_head(self, fragment: Fragment) -> Iterator[ScoredRole]:
        """Yields the roles of the first fragment of a column."""
        hint, beginning, may_be_heading, _ = self._alone(fragment)
        yield BEGINNING, beginning + weights.HEAD_BEGINNING
        is_full = fragment.width_em >= self._full_em
        yield CONTINUATION, (weights.HEAD_CONTINUATION if is_full else weights.HEAD_SHORT) + hint
        if may_be_heading:
            yield HEADING_LINE, weights.HEAD_HEADING + hint

    def _after(self, last: LastFragment, fragment: Fragment) -> Iterator[ScoredRole]:
        """Yields the roles of a fragment after another."""
        before, role = last
        hint, beginning, may_be_heading, is_speaker = self._alone(fragment)
        if is_speaker:
            is_likely = before.is_closed or role == HEADING_LINE
            yield BEGINNING, weights.SPEAKER if is_likely else weights.SPEAKER_IN_SENTENCE
            return
        if role == HEADING_LINE:
            yield BEGINNING, beginning
            if may_be_heading:
                yield HEADING_LINE, weights.HEADING_GOES_ON + hint
            return
        room_em = self._full_em - before.width_em - before.drop_cap_em - fragment.first_em
        if role == BEGINNING:
            room_em -= self._indent_em
        follows = fragment.continuation_score(before)
        if before.is_closed:
            is_full = room_em + self._tolerance_em / 2 < 0
            yield BEGINNING, beginning + (weights.BEGINNING_AFTER_FULL if is_full else 0.0)
            if is_full:
                yield CONTINUATION, follows + weights.CONTINUATION_AFTER_CLOSED + hint
            if may_be_heading:
                yield HEADING_LINE, weights.HEADING_AFTER_CLOSED + hint
        elif room_em >= 0:
            follows = min(follows, weights.CONTINUATION_ROOM_MOST)
            yield CONTINUATION, follows + weights.CONTINUATION_AFTER_ROOM + hint
        else:
            is_full = fragment.width_em + fragment.drop_cap_em > self._full_em or fragment.is_closed
            full = weights.CONTINUATION_FULL if is_full else weights.CONTINUATION_SHORT
            yield CONTINUATION, follows + weights.CONTINUATION_AFTER_OPEN + hint + full

    def _alone(self, fragment: Fragment) -> _Alone:
        """Returns the scores of a fragment that do not depend on the one before it."""
        if fragment not in self._known_alone:
            hint = self._hint(fragment)
            is_short = fragment.width_em < weights.HEADING_LINE_MOST_SHARE * self._width_em
            self._known_alone[fragment] = _Alone(
                hint,
                beginning=self._beginning(fragment) + hint,
                may_be_heading=is_short and not fragment.is_closed,
                is_speaker=begins_with_label(fragment.text, self._speakers),
            )
        return self._known_alone[fragment]

    def _hint(self, fragment: Fragment) -> float:
        """Returns the score of a fragment in a column by its width, and by the likelihood that it is outside."""
        outside = max(0.0, self._outside.get(fragment.span, 0.0))
        return self._unusual(fragment) - weights.INSIDE_HINTED * outside

    def _unusual(self, fragment: Fragment) -> float:
        """Returns the penalty for a continuation line that is wider or narrower than such lines usually are."""
        if (
            not self._measured
            or fragment.is_closed
            or fragment.drop_cap_em
            or fragment.width_em < weights.UNUSUAL_LEAST_SHARE * self._width_em
        ):
            return 0.0
        deviation = (fragment.width_em - self._measured.middle_em) / self._measured.spread_em
        return -min(weights.UNUSUAL_MOST, weights.UNUSUAL * deviation**2)

    def _beginning(self, fragment: Fragment) -> float:
        """Returns the score of a paragraph that begins with a fragment."""
        first = fragment.text.lstrip("\"'“‘「『(（《")[:1]
        if not fragment.is_han and first.islower():
            return weights.BEGINNING_SMALL_LETTER
        lacking_em = self._width_em - fragment.width_em - fragment.drop_cap_em
        if lacking_em >= self._tolerance_em + weights.BEGINNING_INDENT_MOST_EM:
            return weights.BEGINNING_SHORT_CLOSED if fragment.is_closed else weights.BEGINNING_SHORT
        if not self._is_indented:
            return weights.BEGINNING_FULL
        is_indented = lacking_em > self._tolerance_em
        return weights.BEGINNING_INDENTED if is_indented else weights.BEGINNING_NOT_INDENTED
