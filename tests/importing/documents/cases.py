"""The table of cases: stories, changed as translations change them, in many forms."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.importing.documents import dialects as d
from tests.importing.documents.stories import CLOCK, FERRY, FRENCH, HANT, JAPANESE, SALT, Part, Story, replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.importing.documents.dialects import Case


def gaps(story: Story) -> Story:
    """Some paragraphs left out on either side."""
    places = [at for at, part in enumerate(story.parts) if part.kind == "paragraph" and not part.note]
    parts = list(story.parts)
    parts[places[1]] = replace(parts[places[1]], other=None)
    parts[places[-2]] = replace(parts[places[-2]], one=None)
    return replace(story, parts=tuple(parts))


def french_english() -> Story:
    """A text in two languages of Latin letters."""
    texts = [
        ("title", "Le jardin sous la pluie", "The Garden in the Rain"),
        (
            "paragraph",
            "Quand il pleut, le jardinier ne travaille pas ; il regarde les plantes par la fenêtre de la serre.",
            "When it rains the gardener does not work; he looks at the plants through the window of the greenhouse.",
        ),
        (
            "paragraph",
            "Il dit que la pluie est la seule collègue qui ne demande pas de congé.",
            "He says that the rain is the only colleague who does not ask for a holiday.",
        ),
        (
            "paragraph",
            "Les roses sont pour les visiteurs, les carottes pour lui et les orties pour les papillons.",
            "The roses are for the visitors, the carrots for him, and the nettles for the butterflies.",
        ),
        (
            "paragraph",
            "À la fin de la saison, il donne les graines aux enfants de l'école.",
            "At the end of the season he gives the seeds to the children of the school.",
        ),
    ]
    return Story(("fr", "en"), tuple(Part(*each) for each in texts))


def swapped(story: Story) -> Story:
    """Two neighbours in another order on the second side; the story keeps the order of the first."""
    places = [at for at, part in enumerate(story.parts) if part.kind == "paragraph"]
    at = next(one for one, other in pairwise(places) if other == one + 1 and not story.parts[one].note)
    return replace(story, swap=at)


def abridged(story: Story) -> Story:
    """Two paragraphs of five on the second side."""
    places = [
        at for at, part in enumerate(story.parts) if part.kind in ("paragraph", "item", "quotation") and not part.note
    ]
    lost = {at for number, at in enumerate(places) if number % 5 not in (0, 3)}
    return replace(
        story, parts=tuple(replace(part, other=None) if at in lost else part for at, part in enumerate(story.parts))
    )


def russian() -> Story:
    texts = [
        ("title", "Последний трамвай", "The Last Tram"),
        (
            "paragraph",
            "Последний трамвай уходит в половине первого ночи, и в нём почти всегда пусто.",
            "The last tram leaves at half past midnight, and it is nearly always empty.",
        ),
        (
            "paragraph",
            "Вагоновожатая Нина знает всех своих пассажиров по именам.",
            "Nina, the driver, knows all her passengers by name.",
        ),
        ("paragraph", "Зимой она держит для них термос с чаем.", "In winter she keeps a flask of tea for them."),
    ]
    return Story(("ru", "en"), tuple(Part(*each) for each in texts))


def korean() -> Story:
    texts = [
        ("title", "골목의 우산 가게", "The Umbrella Shop in the Alley"),
        (
            "paragraph",
            "골목 끝에 우산만 고치는 가게가 있다. 주인은 올해 일흔한 살이다.",
            "At the end of the alley there is a shop that only mends umbrellas. Its owner is seventy-one this year.",
        ),
        (
            "paragraph",
            "비가 오는 날에는 문을 닫는다. 모두가 우산을 쓰고 있기 때문이다.",
            "On rainy days it is closed, because everybody is using theirs.",
        ),
        (
            "paragraph",
            "수리비는 2000원이고, 이야기를 들려주면 받지 않는다.",
            "A repair costs 2000 won, and nothing if one tells a story.",
        ),
    ]
    return Story(("ko", "en"), tuple(Part(*each) for each in texts))


CASES: dict[str, Callable[[], Case]] = {
    "md-pair-swapped": partial(d.md_pair, swapped(SALT)),
    "md-pair-abridged": partial(d.md_pair, abridged(FERRY)),
    "txt-pair-abridged": partial(d.txt_pair, abridged(CLOCK)),
    "word-pair-abridged": partial(d.word_pair, abridged(FERRY)),
    "html-pair-swapped": partial(d.html_pair, swapped(CLOCK)),
    "epub-pair-abridged": partial(d.epub_pair, abridged(CLOCK)),
    "md-alternating-abridged": partial(d.md_alternating, abridged(FERRY)),
    "md-item-lines": partial(d.md_item_lines, FERRY),
    "md-item-lines-code": partial(d.md_item_lines, CLOCK),
    "md-quoted": partial(d.md_quoted, FERRY),
    "html-boxes": partial(d.html_boxes, FERRY),
    "html-boxes-french": partial(d.html_boxes, FRENCH),
    "html-toggled": partial(d.html_toggled, CLOCK),
    "html-articles": partial(d.html_articles, FERRY),
    "html-spans": partial(d.html_spans, FERRY),
    "epub-chapters": partial(d.epub_chapters, (FERRY, CLOCK)),
    "epub-chapters-mixed": partial(d.epub_chapters_mixed, (FERRY, SALT)),
    "word-table-numbers": partial(d.word_table, SALT, numbers=True),
    "word-table-rows": partial(d.word_whole_table, FERRY),
    "word-lines": partial(d.word_lines, CLOCK),
    "srt-pair-cuts": partial(d.srt_pair_cuts, FERRY),
    "srt-big5": partial(d.srt, HANT, "big5"),
    "vtt-pair": partial(d.vtt_pair, CLOCK),
    "po-plurals": partial(d.po_plurals, SALT),
    "tmx-three": partial(d.tmx_three, FERRY),
    "xliff-pair": partial(d.xliff_pair, SALT),
    "csv-lines": partial(d.csv_lines, FERRY),
    "txt-halves-english-first": partial(d.txt_halves_parted, FERRY),
    "txt-halves-wrapped": partial(d.txt_halves_parted, CLOCK, 64),
    "txt-same-line": partial(d.txt_same_line, SALT),
    "txt-tabs": partial(d.txt_tabs, SALT),
    "txt-verses-brackets": partial(d.txt_verses_other, SALT, "[{}] "),
    "txt-verses-colons": partial(d.txt_verses_other, FERRY, "1:{} "),
    "txt-verses-dots": partial(d.txt_verses_other, SALT, "{}. "),
    "txt-russian": partial(d.txt_alternating, russian()),
    "txt-pair-korean": partial(d.txt_pair, korean()),
    "md-alternating": partial(d.md_alternating, FERRY),
    "md-alternating-code": partial(d.md_alternating, CLOCK),
    "md-alternating-gaps": partial(d.md_alternating, gaps(FERRY)),
    "md-alternating-french": partial(d.md_alternating, FRENCH),
    "md-alternating-japanese": partial(d.md_alternating, JAPANESE),
    "md-alternating-latin": partial(d.md_alternating, french_english()),
    "md-english-first": partial(d.md_english_first, CLOCK),
    "md-english-first-gaps": partial(d.md_english_first, gaps(FERRY)),
    "md-joint-headings": partial(d.md_joint_headings, FERRY),
    "md-joint-headings-code": partial(d.md_joint_headings, CLOCK),
    "md-halves": partial(d.md_halves, FERRY),
    "md-halves-code": partial(d.md_halves, CLOCK),
    "md-halves-japanese": partial(d.md_halves, JAPANESE),
    "md-sections": partial(d.md_sections, FERRY),
    "md-sections-code": partial(d.md_sections, CLOCK),
    "md-divisions": partial(d.md_divisions, FERRY),
    "md-soft-lines": partial(d.md_soft_lines, CLOCK),
    "md-soft-lines-2": partial(d.md_soft_lines, FERRY),
    "md-table": partial(d.md_table, SALT),
    "md-pair": partial(d.md_pair, FERRY),
    "md-pair-gaps": partial(d.md_pair, gaps(FERRY), wrap=50),
    "md-pair-big5": partial(d.md_pair, HANT, ("big5", "utf-16")),
    "md-pair-shift-jis": partial(d.md_pair, JAPANESE, ("shift_jis", "cp1252")),
    "md-pair-french": partial(d.md_pair, FRENCH, ("gb18030", "cp1252")),
    "html-lang": partial(d.html_lang, FERRY),
    "html-lang-french": partial(d.html_lang, FRENCH),
    "html-bare": partial(d.html_bare, CLOCK),
    "html-blog": partial(d.html_blog, FERRY),
    "html-blog-2": partial(d.html_blog, CLOCK),
    "html-columns": partial(d.html_columns, FERRY),
    "html-columns-gaps": partial(d.html_columns, gaps(CLOCK)),
    "html-layout-table": partial(d.html_layout_table, FERRY),
    "html-parallel-table": partial(d.html_parallel_table, SALT),
    "html-breaks": partial(d.html_breaks, FERRY),
    "html-word": partial(d.html_word, CLOCK),
    "html-pair": partial(d.html_pair, FERRY),
    "html-pair-gaps": partial(d.html_pair, gaps(CLOCK)),
    "html-pair-shift-jis": partial(d.html_pair, JAPANESE, ("shift_jis", "utf-8")),
    "epub-pair": partial(d.epub_pair, FERRY),
    "epub-pair-gaps": partial(d.epub_pair, gaps(CLOCK)),
    "epub-mixed": partial(d.epub_mixed, FERRY),
    "epub-mixed-hant": partial(d.epub_mixed, HANT),
    "word-pair": partial(d.word_pair, FERRY),
    "word-pair-gaps": partial(d.word_pair, gaps(CLOCK)),
    "word-mixed": partial(d.word_mixed, FERRY),
    "word-mixed-code": partial(d.word_mixed, CLOCK),
    "word-table": partial(d.word_table, FERRY),
    "word-table-french": partial(d.word_table, FRENCH),
    "srt": partial(d.srt, SALT),
    "srt-english-first": partial(d.srt, FERRY, order=(1, 0), styles=True),
    "srt-gb18030": partial(d.srt, FERRY, "gb18030"),
    "srt-utf-16": partial(d.srt, CLOCK, "utf-16"),
    "srt-latin": partial(d.srt, french_english()),
    "srt-japanese": partial(d.srt, JAPANESE, "shift_jis"),
    "srt-wrapped": partial(d.srt_wrapped, FERRY),
    "srt-pair": partial(d.srt_pair, FERRY),
    "srt-turns": partial(d.srt_turns, SALT),
    "vtt": partial(d.vtt, FERRY),
    "po": partial(d.po, SALT),
    "po-turned": partial(d.po_turned, FERRY),
    "po-pair": partial(d.po_pair, FERRY),
    "po-latin": partial(d.po, french_english()),
    "xliff": partial(d.xliff, FERRY),
    "xliff-2": partial(d.xliff2, CLOCK),
    "tmx": partial(d.tmx, FERRY),
    "tmx-hant": partial(d.tmx, HANT, "utf-8"),
    "csv": partial(d.csv, SALT),
    "csv-semicolons": partial(d.csv, FERRY, ";", "gb18030", "原文,译文"),
    "csv-bare": partial(d.csv, FRENCH, ",", "utf-8", ""),
    "tsv": partial(d.csv, JAPANESE, "\t", "utf-16", "key,ja,en", "tsv"),
    "csv-pair": partial(d.csv_pair, FERRY),
    "txt-alternating": partial(d.txt_alternating, FERRY),
    "txt-lines": partial(d.txt_alternating, CLOCK, "\n"),
    "txt-lines-japanese": partial(d.txt_alternating, JAPANESE, "\n"),
    "txt-english-first": partial(d.txt_alternating, FERRY, order=(1, 0)),
    "txt-wrapped": partial(d.txt_alternating, FERRY, wrap=60),
    "txt-halves": partial(d.txt_halves, FERRY),
    "txt-halves-big5": partial(d.txt_halves, HANT, "big5"),
    "txt-halves-latin": partial(d.txt_halves, french_english()),
    "txt-pair": partial(d.txt_pair, gaps(FERRY)),
    "txt-pair-wrapped": partial(d.txt_pair, CLOCK, ("gb18030", "cp1252"), 64),
    "txt-pair-indented": partial(d.txt_pair, FERRY, indent="\u3000\u3000"),
    "txt-verses": partial(d.txt_verses, SALT),
    "txt-verses-mixed": partial(d.txt_verses, SALT, is_pair=False),
}
"""Functions that make the cases, by their names."""
