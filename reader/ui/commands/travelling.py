"""Going to a place of the magazine: by a link, to a printed page, and back to the place before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.library import resolve
from reader.library.resolving import resolve_in
from reader.model.address import Address, of_link
from reader.model.naming import both
from reader.model.pages import place_of_page
from reader.reading import links as linked
from reader.ui.lists.links import link_entries
from reader.ui.screens.list import ListPage, ListScreen
from reader.ui.widgets.page_box import PageBox

if TYPE_CHECKING:
    from reader.library import Target
    from reader.ui.screens.reading_context import ReadingContext
    from reader.ui.strings import Strings


# -- links ------------------------------------------------------------------------------------------------


def links(context: ReadingContext) -> None:
    """Shows the links in sight and follows the chosen one; follows one inside the magazine that is alone at once."""
    found = linked.in_sight(context.window)
    if not found:
        context.say(context.strings.no_links)
        return
    if len(found) == 1 and linked.is_inside(found[0]):
        follow(context, found[0].target)
        return
    names = {link.target: _name(context, link.target) for link in found if linked.is_inside(link)}

    def page(strings: Strings) -> ListPage:
        return ListPage(strings.links, "", link_entries(found, names))

    def follow_chosen(target: str | None) -> None:
        if target:
            follow(context, target)

    context.host.push_screen(ListScreen(page), follow_chosen)


def follow(context: ReadingContext, target: str) -> None:
    """Goes to a place of the magazine, or opens an address with the platform's own program."""
    address = of_link(target, context.opened.issue.id, context.opened.article.id)
    if address is None:
        message = context.strings.opened if linked.open_target(target) else context.strings.no_opener
        context.say(message.format(target=target))
        return
    try:
        found = _target(context, address)
    except ReaderError as error:
        context.say(str(error))
        return
    context.leave_place()
    context.open_target(found)


def _target(context: ReadingContext, address: Address) -> Target:
    """Returns the target of an address: of the issue as it is open, else of the library.

    Raises:
        ReaderError: If it names nothing, or a file with errors.
    """
    opened = context.opened
    if address.issue == opened.issue.id:
        return resolve_in(opened.entry, opened.issue, address)
    return resolve(context.host.library, str(address))


def _name(context: ReadingContext, target: str) -> str:
    """Returns the name of the place that a link leads to: the article, and the beginning of the text there."""
    opened = context.opened
    address = of_link(target, opened.issue.id, opened.article.id)
    assert address
    try:
        found = _target(context, address)
    except ReaderError as error:
        return str(error)
    assert found.article
    text = found.passage.text if found.passage else found.figure.caption if found.figure else None
    title = both(found.article.title, found.issue.languages_of(found.article))
    words = text.best(opened.languages) if text and address.anchor else ""
    return " · ".join(filter(None, ("" if found.article is opened.article and words else title, words)))


# -- pages ------------------------------------------------------------------------------------------------


async def ask_for_page(context: ReadingContext, begun: str = "") -> None:
    """Opens the box for the number of a printed page, which may have begun."""
    if not context.screen.query(PageBox):
        box = PageBox(placeholder=context.strings.page_prompt, id="page", compact=True)
        await context.screen.mount(box, before="#status")
    box = context.screen.query_one(PageBox)
    context.screen.set_focus(box)
    if begun:
        box.value, box.cursor_position = begun, len(begun)


async def take_page(context: ReadingContext) -> None:
    """Closes the box, and goes to the page that is written in it."""
    for box in context.screen.query(PageBox):
        page = box.value.strip()
        await close_page_box(context)
        if page:
            go_to_page(context, page)


async def close_page_box(context: ReadingContext) -> None:
    """Closes the box."""
    await context.screen.query(PageBox).remove()
    context.screen.set_focus(context.view)


def go_to_page(context: ReadingContext, page: str) -> None:
    """Goes to the beginning of a printed page of the issue, in the open article if it is there."""
    opened = context.opened
    place = place_of_page(opened.issue, page, opened.article)
    if place is None:
        context.say(context.strings.no_such_page.format(page=page))
        return
    context.leave_place()
    context.open(place.article, place.passage.anchor if place.passage else "")


# -- back -------------------------------------------------------------------------------------------------


def previous_place(context: ReadingContext) -> None:
    """Goes back to the place that was left last, to the one before if it is gone, at last to the screen before."""
    while left := context.host.trail.back(context.place):
        try:
            found = _target(context, Address(left.issue, left.article))
        except ReaderError:
            continue
        context.open_target(found, left)
        return
    context.remember()
    if not context.screen.is_current or not context.host.leave_reading():
        context.say(context.strings.no_place_before)
