"""Figures: the captions on a page, and asides made of the other words outside all columns."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import NamedTuple

from reader.importing.credits import WOVEN_CREDIT
from reader.importing.extraction import ExtractedAside, ExtractedFigure
from reader.importing.scripts import HAN, LATIN, count_han
from reader.importing.text import weights
from reader.importing.text.score_margins import CAPTION, COLUMN
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.extraction import AsideKind
    from reader.importing.scripts import Script
    from reader.importing.text.caption_candidates import CaptionCandidate
    from reader.importing.text.facing_pages import FacingPages
    from reader.importing.text.fragments import Fragment
    from reader.importing.text.languages import LanguagePair
    from reader.importing.text.score_margins import ScoreMargins

_UNSURE_CAPTION = "unsure of the caption"
_UNSURE_CREDIT = "unsure whose credit this is"
_INCOMPLETE = "unsure of the caption: what goes with it was not found"
_LOOSE_CONFIDENCE = 0.6
"""Confidence of a text that is in no caption candidate."""
_MOST_LENGTH = 60
"""Maximum length of a caption in one language, in Han characters or English words."""


@record
class _PlacedFigure:
    """A figure, and the line that its caption begins in."""

    line: int
    figure: ExtractedFigure


class FiguresAndAsides(NamedTuple):
    """The figures in the order of the page, and the asides."""

    figures: list[ExtractedFigure]
    asides: list[ExtractedAside]


class OutsideWords:
    """The words of a page outside all columns, divided into captions and asides."""

    def __init__(self, fragments: Iterable[Fragment], body: str, *, is_one_language: bool) -> None:
        """Takes these words, in the order of the page, and the text of the body, which pull quotes repeat."""
        self.left = {fragment.span: fragment for fragment in fragments}
        self.is_one_language = is_one_language
        self._body = re.sub(r"\W", "", body)

    def take(self, candidates: Iterable[CaptionCandidate]) -> list[CaptionCandidate]:
        """Removes the captions, the likeliest first: candidates that are outside as a whole."""
        taken: list[CaptionCandidate] = []
        for candidate in sorted(candidates, key=attrgetter("score"), reverse=True):
            if all(segment.span in self.left for segment in candidate.segments):
                for segment in candidate.segments:
                    del self.left[segment.span]
                taken.append(candidate)
        return taken

    def groups(self) -> list[list[Fragment]]:
        """Returns the words that are left, those in the same line or in neighbouring ones together."""
        groups: list[list[Fragment]] = []
        for fragment in self.left.values():
            last = groups[-1][-1] if groups else None
            if last and fragment.line - last.line <= 1 + (fragment.is_han != last.is_han):
                groups[-1].append(fragment)
            else:
                groups.append([fragment])
        return groups

    def is_quoted(self, text: str) -> bool:
        """Whether the letters of a text are in the body, too."""
        bare = re.sub(r"\W", "", text)
        return bool(bare) and bare in self._body


def make_figures(
    words: OutsideWords,
    candidates: Iterable[CaptionCandidate],
    margins: Sequence[ScoreMargins],
    pages: FacingPages,
    languages: LanguagePair,
) -> FiguresAndAsides:
    """Returns the figures and the asides; ``margins`` are those of the searches that left their words outside."""
    captions = words.take(candidates)
    placed: list[_PlacedFigure] = []
    asides: list[ExtractedAside] = []
    for candidate in captions:
        spans = [] if candidate.is_sure else [segment.span for segment in candidate.segments]
        confidence = min(each.least(spans, CAPTION, COLUMN).confidence for each in margins)
        first = candidate.segments[0]
        figure = ExtractedFigure(
            languages.texts({HAN: candidate.han_text, LATIN: candidate.latin_text}),
            candidate.credit_text,
            pages.page_of_words(first.span),
            confidence=min(weights.SUREST, confidence),
            doubt=_caption_doubt(candidate, confidence, captions),
        )
        placed.append(_PlacedFigure(first.line, figure))
    for group in words.groups():
        page = pages.page_of_words(group[0].span)
        for text in _texts_of(group):
            if text.credit or text.may_be_caption(words):
                figure = text.figure(page, languages)
                placed.append(_PlacedFigure(group[0].line, figure))
            else:
                asides.append(text.aside(page, words, languages))
    return FiguresAndAsides([each.figure for each in sorted(placed, key=attrgetter("line"))], asides)


def _caption_doubt(candidate: CaptionCandidate, confidence: float, captions: Sequence[CaptionCandidate]) -> str:
    """Returns a few words on the doubt about a caption; an empty string if there is none."""
    if any(rival in captions and not rival.credit for rival in candidate.rivals):
        return _UNSURE_CREDIT
    return _UNSURE_CAPTION if confidence < weights.DOUBTFUL else ""


class _LooseText:
    """A text outside all columns in one or both languages, and the credit beside it."""

    def __init__(self) -> None:
        self.texts: dict[Script, str] = {}
        self.credit = ""

    @property
    def main_text(self) -> str:
        return self.texts.get(HAN) or self.texts.get(LATIN, "")

    def may_be_caption(self, words: OutsideWords) -> bool:
        """Whether it may be a caption without a credit: it is short, and the page is in one language."""
        length = max(count_han(self.texts.get(HAN, "")), len(self.texts.get(LATIN, "").split()))
        is_short = length <= _MOST_LENGTH
        return words.is_one_language and is_short and not words.is_quoted(self.main_text)

    def figure(self, page: str, languages: LanguagePair) -> ExtractedFigure:
        texts = languages.texts(self.texts)
        return ExtractedFigure(texts, self.credit, page, confidence=_LOOSE_CONFIDENCE, doubt=_INCOMPLETE)

    def aside(self, page: str, words: OutsideWords, languages: LanguagePair) -> ExtractedAside:
        texts = {tag: (text,) for tag, text in languages.texts(self.texts).items()}
        kind: AsideKind = "pullquote" if words.is_quoted(self.main_text) else "sidebar"
        return ExtractedAside(kind, texts, page=page, confidence=_LOOSE_CONFIDENCE)


def _texts_of(group: Iterable[Fragment]) -> list[_LooseText]:
    """Returns the texts in a group of words, each with its translation and its credit."""
    made: list[_LooseText] = []
    for fragment in group:
        credits_ = [found.group() for found in WOVEN_CREDIT.finditer(fragment.text)]
        text = WOVEN_CREDIT.sub(" ", fragment.text).strip()
        if text:
            _add_text(made, text)
        for credit in credits_:
            without = [each for each in made if not each.credit]
            if len(credits_) == 1 and without:
                without[-1 if text else 0].credit = credit
            elif without:
                without[0].credit = credit
            elif made:
                made[-1].credit += " " + credit
            else:
                made.append(_LooseText())
                made[-1].credit = credit
    return made


def _add_text(made: list[_LooseText], text: str) -> None:
    """Adds a text: English goes to the first Chinese text, or credit, that has none."""
    script: Script = HAN if count_han(text) else LATIN
    without = [each for each in made if LATIN not in each.texts] if script == LATIN else []
    if not without:
        made.append(_LooseText())
        without = made[-1:]
    without[0].texts[script] = text
