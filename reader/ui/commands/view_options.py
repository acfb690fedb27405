"""The look of the article: mode, languages, columns, typesetting. The place stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.fitting import SPLIT_STEP
from reader.model.record import replace
from reader.reading import look as looks
from reader.reading.dressing import READINGS_FOR, READINGS_IN, SCRIPTS

if TYPE_CHECKING:
    from typing import TypeVar

    from reader.ui.screens.reading_context import ReadingContext

    Name = TypeVar("Name", bound=str)


def mode(context: ReadingContext) -> None:
    """Goes to the next mode that the width allows."""
    view = context.view
    view.look = replace(view.look, mode=looks.next_mode(context.window.geometry, view.view_size.parallel_fits))
    context.say(context.strings.mode[view.look.mode])


def reveal(context: ReadingContext) -> None:
    """Shows the other language of the current paragraph, or hides it again."""
    view, item = context.view, context.window.item
    if view.look.mode != "reveal":
        view.look = replace(view.look, mode="reveal")
        context.say(context.strings.mode["reveal"])
    elif context.window.flow.free:
        context.say(context.strings.no_counterpart)
    elif item and item.anchor:
        view.reveal(item.anchor)


def swap(context: ReadingContext) -> None:
    """Swaps the languages."""
    left, right = context.opened.languages
    context.show_in((right, left))


def languages(context: ReadingContext) -> None:
    """Goes to the next two of the issue's languages."""
    pair = context.opened.next_languages()
    if pair:
        context.show_in(pair)
    else:
        context.say(context.strings.two_languages)


def link(context: ReadingContext) -> None:
    """Lets two sides in columns of their own scroll by themselves, or links them again."""
    if not context.window.can_unlink:
        context.say(context.strings.always_linked)
        return
    is_linked = context.window.loose is not None
    context.go_in_window(lambda window: window.link(is_linked))
    context.say(context.strings.linked if is_linked else context.strings.unlinked)


def split_left(context: ReadingContext) -> None:
    """Narrows the left column."""
    _move_split(context, -SPLIT_STEP)


def split_right(context: ReadingContext) -> None:
    """Widens the left column."""
    _move_split(context, SPLIT_STEP)


def split_fitted(context: ReadingContext) -> None:
    """Lets the split follow the lengths of the texts again."""
    if context.window.geometry.parallel:
        _set(context, split=None)
        context.say(context.strings.split_fitted)
    else:
        context.say(context.strings.no_split)


def justify(context: ReadingContext) -> None:
    """Makes the lines of paragraphs equally wide, or ragged."""
    typesetting = context.view.look.typesetting
    _set(context, typesetting=replace(typesetting, justified=not typesetting.justified))
    context.say(context.strings.ragged if typesetting.justified else context.strings.justified)


def hyphenate(context: ReadingContext) -> None:
    """Divides words at the ends of lines, or not."""
    typesetting = context.view.look.typesetting
    _set(context, typesetting=replace(typesetting, hyphenated=not typesetting.hyphenated))
    context.say(context.strings.not_hyphenated if typesetting.hyphenated else context.strings.hyphenated)


def annotate(context: ReadingContext) -> None:
    """Shows the readings above the text, or hides them."""
    typesetting = context.view.look.typesetting
    _set(context, typesetting=replace(typesetting, annotated=not typesetting.annotated))
    context.say(context.strings.not_annotated if typesetting.annotated else context.strings.annotated)


def figures(context: ReadingContext) -> None:
    """Shows pictures in the text, or captions only."""
    if context.host.pictures.mode == "none":
        context.say(context.strings.no_pictures)
        return
    shown = not context.view.look.figures
    _set(context, figures=shown)
    context.say(context.strings.with_pictures if shown else context.strings.without_pictures)


def readings(context: ReadingContext) -> None:
    """Shows readings and glosses above the words that the reader does not know, above all words, or above none."""
    look = context.view.look
    context.view.look = replace(look, readings=_next(look.readings, READINGS_FOR))
    look, strings = context.view.look, context.strings
    shown, where = strings.readings[look.readings], strings.readings_in[look.readings_in]
    context.say(shown if look.readings == "off" else strings.readings_where.format(readings=shown, where=where))
    context.helping.follow()


def readings_in(context: ReadingContext) -> None:
    """Shows these in the current paragraph alone, or in the whole article."""
    look = context.view.look
    wanted = look.readings if look.readings != "off" else "unknown"
    context.view.look = replace(look, readings=wanted, readings_in=_next(look.readings_in, READINGS_IN))
    context.say(context.strings.readings_in[context.view.look.readings_in])
    context.helping.follow()


def script(context: ReadingContext) -> None:
    """Shows Chinese texts in the next script; the text itself stays as it is."""
    look = context.view.look
    context.view.look = replace(look, script=_next(look.script, SCRIPTS))
    context.relabel()
    context.say(context.strings.script[context.view.look.script])


def measure_wider(context: ReadingContext) -> None:
    """Widens the columns of text."""
    _set(context, measure_cells=looks.measure_beside(context.window.geometry, looks.MEASURE_STEP_CELLS))


def measure_narrower(context: ReadingContext) -> None:
    """Narrows the columns of text."""
    _set(context, measure_cells=looks.measure_beside(context.window.geometry, -looks.MEASURE_STEP_CELLS))


def _next(name: Name, names: tuple[Name, ...]) -> Name:
    return names[(names.index(name) + 1) % len(names)]


def _move_split(context: ReadingContext, by: float) -> None:
    if context.window.geometry.parallel:
        _set(context, split=looks.split_beside(context.window.geometry.split, by))
    else:
        context.say(context.strings.no_split)


def _set(context: ReadingContext, **changes: object) -> None:
    context.view.look = replace(context.view.look, **changes)
