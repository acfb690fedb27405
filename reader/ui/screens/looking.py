"""How the article is looked at: the ways to read, the languages, the columns."""

from __future__ import annotations

from itertools import combinations

from reader.layout.column import Locus
from reader.layout.flow import flow
from reader.layout.geometry import MODES
from reader.layout.spaces import SIDES
from reader.model.record import replace
from reader.ui.screens.article import ArticleScreen
from reader.ui.widgets.spread_view import EVEN, SPLIT_STEP

MIN_MEASURE_CELLS, MAX_MEASURE_CELLS, MEASURE_STEP_CELLS = 24, 120, 4
MIN_SPLIT = 0.2


class Looking(ArticleScreen):
    """The part of the reading screen that sets how the article is shown; the place stays."""

    def action_mode(self) -> None:
        """Goes to the next way to read that the width allows."""
        shown = self.view.viewport.geometry.shown_mode
        modes = [m for m in MODES if m != "parallel" or self.view.parallel_fits or shown == "parallel"]
        self.view.mode = modes[(modes.index(shown) + 1) % len(modes)]
        self.say(self.strings.mode[self.view.mode])

    def action_reveal(self) -> None:
        """Shows the other language of the current paragraph, or hides it again."""
        item = self.view.viewport.item
        if self.view.mode != "reveal":
            self.view.mode = "reveal"
            self.say(self.strings.mode["reveal"])
        elif self.view.viewport.flow.free:
            self.say(self.strings.no_counterpart)
        elif item and item.anchor:
            self.view.reveal(item.anchor)

    def action_swap(self) -> None:
        """Puts the left language at the right."""
        self._show_in((self.languages[1], self.languages[0]))

    def action_languages(self) -> None:
        """Goes to the next two of the issue's languages."""
        known = tuple(dict.fromkeys((*self.issue.languages_of(self.article), *self.issue.languages)))
        pairs = list(combinations(known, 2))
        if len(pairs) < 2:
            self.say(self.strings.two_languages)
            return
        here = next((k for k, pair in enumerate(pairs) if {*pair} == {*self.languages}), 0)
        self._show_in(pairs[(here + 1) % len(pairs)])

    def _show_in(self, languages: tuple[str, str]) -> None:
        """Shows the article in other languages, or in the same ones the other way round, at the same paragraph."""
        locus = self.view.viewport.kept
        language = self.languages[locus.side] if locus else ""
        if locus and language in languages:
            locus = Locus(locus.kind, locus.anchor, SIDES[languages.index(language)], locus.offset)
        elif locus:
            locus = Locus(locus.kind, locus.anchor, locus.side)
        self.languages = languages
        self.view.show(flow(self.article, languages), locus, self.view.sought)
        self.measure_time()
        self.follow()

    def measure_time(self) -> None:
        """Works out how long the article takes to read."""
        raise NotImplementedError

    def action_link(self) -> None:
        """Lets two sides that flow apart scroll by themselves, or links them again."""
        viewport = self.view.viewport
        if not viewport.can_unlink:
            self.say(self.strings.always_linked)
            return
        linked = viewport.loose is not None
        self.go(lambda viewport: viewport.link(linked))
        self.say(self.strings.linked if linked else self.strings.unlinked)

    def action_split_left(self) -> None:
        """Makes the left column narrower."""
        self._move_split(-SPLIT_STEP)

    def action_split_right(self) -> None:
        """Makes the left column wider."""
        self._move_split(SPLIT_STEP)

    def _move_split(self, by: float) -> None:
        if self.view.viewport.geometry.parallel:
            split = round(max(MIN_SPLIT, min(self.view.split + by, 1 - MIN_SPLIT)), 2)
            self.view.split = EVEN if abs(split - EVEN) < SPLIT_STEP / 2 else split
        else:
            self.say(self.strings.no_split)

    def action_justify(self) -> None:
        """Makes the lines of paragraphs equally wide, or ragged."""
        self.view.typesetting = replace(self.view.typesetting, justified=not self.view.typesetting.justified)
        self.say(self.strings.justified if self.view.typesetting.justified else self.strings.ragged)

    def action_hyphenate(self) -> None:
        """Lets words be divided at the ends of lines, or not."""
        self.view.typesetting = replace(self.view.typesetting, hyphenated=not self.view.typesetting.hyphenated)
        self.say(self.strings.hyphenated if self.view.typesetting.hyphenated else self.strings.not_hyphenated)

    def action_measure_wider(self) -> None:
        """Makes the columns of text wider."""
        self._set_measure(MEASURE_STEP_CELLS)

    def action_measure_narrower(self) -> None:
        """Makes the columns of text narrower."""
        self._set_measure(-MEASURE_STEP_CELLS)

    def _set_measure(self, by: int) -> None:
        column = sum(self.view.viewport.geometry.columns_cells) // 2
        self.view.measure_cells = max(MIN_MEASURE_CELLS, min(column + by, MAX_MEASURE_CELLS))
