"""The fields of the strings of the interface, each with the values that it takes."""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from reader.layout.geometry import Mode
    from reader.marks.mark import MarkKind, MarkState
    from reader.reading.dressing import ReadingsFor, ReadingsIn, Script
    from reader.reading.first_steps import StepName
    from reader.search.terms import TextField
    from reader.settings.table import InterfaceLanguage
    from reader.ui.commands.command import Group
    from reader.ui.theme.palettes import ThemeName

    Forms = tuple[str, str]
    """The forms of a phrase with ``count``: for one, and for any other number."""
    Certainty = Literal["copied", "sent", "handed on", "in tmux", "by hand"]
    """Whether a text is on the clipboard, was sent to a terminal that may ignore it, is in tmux's buffer and was sent
    to the terminal around it, is in that buffer and perhaps nowhere else, or surely is nowhere."""


@record
class TourStep:
    """A step of the tour."""

    title: str
    text: str
    """The id of a command in braces is its key."""


@record
class Strings:
    """Every string of the interface, in one language."""

    code: InterfaceLanguage
    contents: str
    captions: str
    shelf: str
    issues: str
    figure: str
    help: str
    search: str
    empty_library: str
    """Before the commands that bring issues."""
    nothing_opens: str
    """Said below the files of a shelf."""
    in_a_shell: str
    """Heading of these commands."""
    first_steps: dict[StepName, str]
    """The purposes of these commands."""
    first_steps_title: str
    step_copied: str
    """Takes ``command``."""
    step_by_hand: str
    """Takes ``command``."""
    broken: str
    issue_count: Forms
    articles: Forms
    minutes: str
    """Takes ``minutes``."""
    hours: str
    """Takes ``hours``."""
    time_to_read: str
    """Takes ``time``, that of a whole article."""
    time_left: str
    """Takes ``time``, that to an article's end."""
    finished: str
    next: str
    """Takes ``title``."""
    page: str
    """Takes ``page``."""
    no_figures: str
    no_picture: str
    picture_unreadable: str
    find_prompt: str
    search_prompt: str
    palette_prompt: str
    recent: str
    """Heading of the commands that were chosen last."""
    help_prompt: str
    no_match: str
    no_hits: str
    no_hits_by_pinyin: str
    """Where the words may be pinyin."""
    no_hits_in: str
    """Takes ``held``, the names of what is searched, and ``keys``, which search in more."""
    matches: str
    """Takes ``position`` and ``count``."""
    hits: Forms
    hits_in: str
    """Takes ``hits`` and ``articles``, both with their numbers."""
    more_hits: str
    """Takes ``limit``."""
    by_date: str
    kinds: dict[TextField, str]
    """Names of the kinds of texts that a search may be narrowed to."""
    no_issue: str
    no_history: str
    hit_article: str
    """Takes ``position``, ``count`` and ``title``."""
    reading_issues: str
    """Takes ``done`` and ``total``."""
    being_read: str
    type_to_search: str
    copying: dict[Certainty, str]
    """Takes ``address`` and ``way``."""
    selecting: str
    links: str
    no_links: str
    notes_of_article: str
    no_place_before: str
    page_prompt: str
    no_such_page: str
    glossary: str
    no_terms: str
    terms_hint: str
    faults: str
    """Takes ``count``."""
    mending: str
    """Takes ``count``."""
    no_place: str
    no_editor: str
    no_shell: str
    editor_failed: str
    """Takes ``editor``."""
    opened: str
    """Takes ``target``."""
    no_opener: str
    """Takes ``target``."""
    no_counterpart: str
    two_languages: str
    linked: str
    unlinked: str
    apart: str
    always_linked: str
    justified: str
    ragged: str
    hyphenated: str
    not_hyphenated: str
    no_pictures: str
    with_pictures: str
    without_pictures: str
    readings: dict[ReadingsFor, str]
    readings_in: dict[ReadingsIn, str]
    readings_where: str
    """Takes ``readings`` and ``where``, two sentences."""
    script: dict[Script, str]
    word_known: str
    """Takes ``word``."""
    annotated: str
    not_annotated: str
    split_fitted: str
    no_split: str
    bookmarked: str
    """Takes ``address``."""
    unmarked: str
    """Takes ``address``."""
    no_bookmark: str
    marks: str
    marks_prompt: str
    no_marks: str
    no_marks_of_kind: str
    """Takes ``key``, which shows the next kind."""
    mark_kinds: dict[MarkKind, str]
    mark_states: dict[MarkState, str]
    """Why a mark is not found."""
    mark_lost: str
    issue_elsewhere: str
    """Takes ``issue``."""
    mark_deleted: str
    mark_back: str
    nothing_deleted: str
    name_title: str
    note_title: str
    word_title: str
    meaning_title: str
    note_kept: str
    note_gone: str
    no_note_here: str
    """Empty state of the reader's notes beside an article without figures."""
    highlighted: str
    highlight_gone: str
    not_markable: str
    too_much_to_mark: str
    note_too_long: str
    unreadable_marks: Forms
    """Takes ``file`` and ``count``."""
    unreadable_rows: str
    word_kept: str
    """Takes ``word``."""
    no_word: str
    looking_up: str
    no_text_here: str
    not_in_dictionary: str
    """Takes ``word``."""
    no_voice: str
    speak_wrong: str
    """Takes ``entry``."""
    nothing_to_read: str
    read_to_the_end: str
    no_pace: str
    """Takes ``program``."""
    no_sound: str
    endless: str
    """Takes ``program``."""
    speech_reading: str
    recording_playing: str
    no_seek: str
    """Takes ``program``."""
    play_wrong: str
    speech_paused: str
    classifiers: str
    go_on: str
    read: str
    new: str
    withdrawn: str
    """Of an issue that its publisher has withdrawn."""
    no_subscriptions: str
    asking_publishers: str
    fetching_issues: str
    """Takes ``done`` and ``total``."""
    new_issues: Forms
    issues_apart: Forms
    """Of new issues whose id another issue has."""
    changed_issues: Forms
    nothing_new: str
    begun_articles: str
    """Takes ``count``."""
    read_articles: str
    """Takes ``count``."""
    all_read: str
    first_article: str
    last_article: str
    nothing_to_close: str
    """Takes ``keys``."""
    theme_title: str
    mode: dict[Mode, str]
    theme_auto: str
    theme: dict[ThemeName, str]
    groups: dict[Group, str]
    fields: dict[TextField, str]
    file_unusable: str
    """Takes ``fault``."""
    library_away: str
    """Takes ``folders``."""
    work_failed: str
    """Takes ``fault``."""
    article_gone: str
    tour: tuple[TourStep, ...]
    settings_wrong: str
    """Takes ``fault``."""


def counted(forms: Forms, count: int) -> str:
    """Returns a phrase with a number, in the form that goes with it."""
    return forms[count != 1].format(count=count)
