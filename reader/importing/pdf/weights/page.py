"""Weights of reading a page: its glyphs, rules and areas, and how far its fonts can be believed."""

# -- Glyphs and boxes --
BOX_SLACK_PT = 2.0
"""Points by which the content of a box may reach over its edge."""
SAME_BASELINE_EM = 0.22
"""Maximum difference of the baselines of one line."""
LATIN_BLANK_EM = 0.17
"""Width above which a gap between Latin letters is a blank that was not drawn."""
LEVEL_MAX_SLOPE = 0.02
"""Maximum slope of a level baseline: rise divided by run."""
# -- Fonts without a character map --
UNMAPPED_FONT_MIN_GLYPHS = 60
"""Minimum number of glyphs of a font that show that it has no character map; fewer may be signs or a formula."""
UNMAPPED_FONT_MIN_KINDS = 10
"""Minimum number of different characters of such a font."""
UNMAPPED_MAX_SHARE = 0.2
"""Maximum share of the characters of a page in such fonts; fewer are signs beside its text."""
NAMELESS_MIN_SHARE = 0.06
"""Share of characters without a meaning from which on a font has no map: numbers of glyphs, the blank among them."""
MIXED_LETTERS_MIN_SHARE = 0.2
"""Share of letters beside one of another script from which on a font has no map."""
SIGNS_MIN_SHARE = 0.25
"""Share of signs and ornaments from which on a font has no map."""
# -- Scans --
SCAN_MAX_LETTERS = 20
"""Maximum number of letters of a scan: those of a stamp or a page number."""
STAMP_MARGIN_SHARE = 0.06
"""Part of the height at the head and the foot that has the stamp of an archive."""
STAMP_MAX_LETTERS = 200
"""Maximum number of letters of the stamp of an archive."""
STAMPED_PICTURE_MIN_SHARE = 0.9
"""Minimum share of the page that a picture under such a stamp covers."""
MISREAD_MIN_WORDS = 30
"""Number of words from which on they show that a text was recognised badly."""
MISREAD_MIN_SHARE = 0.25
"""Share of words with signs, capitals or digits inside of them from which on a text was recognised badly."""
SCAN_PICTURES_MIN_SHARE = 0.4
"""Minimum share of the page that its pictures cover."""
SCAN_MIN_SHAPES = 300
"""Number of shapes from which on a page without letters may have them drawn as shapes."""
# -- Weight of the usual font --
USUAL_FONT_MIN_SHARE = 0.6
"""Share of the letters of a page from which on their font is the usual one, whatever weight the file gives it."""
USUAL_FONT_MIN_LETTERS = 400
"""Minimum number of letters of a page that show its usual font; a cover has fewer."""
# -- Lost ligatures --
LIGATURE_FONT_MIN_LETTERS = 40
"""Minimum number of letters of a font that sets text."""
LIGATURE_MAX_SHARE = 0.1
"""Share of the letters of a font above which a character without a name is no ligature."""
LIGATURE_VOWELS_MIN = 2
"""Number of places, each before a vowel, from which on a ligature is ``fl``: ``fi`` is often before a consonant."""
LIGATURE_WIDTH_SHARE = 0.16
"""Maximum difference of the width of a ligature and of its letters, as a share of theirs."""
LIGATURE_UNLIKELY_EM = 0.02
"""Cost of a name that the letters after a ligature make unlikely, as a difference of widths."""
CUT_LIGATURE_MIN_RATIO = 1.8
"""Width of a ligature that a file calls by its last letter, divided by the usual width of that letter."""
CUT_LIGATURE_MAX_DIFFERENCE = 0.2
"""Share of the width of a ligature by which the widths of its letters may differ from it."""
UNEVEN_LETTER_MIN_RATIO = 1.3
"""Width of a letter divided by its usual width, from which on a font has letters of several widths."""
# -- Accents --
ACCENT_OFF_EM = 0.2
"""Maximum distance of the middle of an accent from that of its letter, in sizes of the letter."""
ACCENT_RISE_EM = 0.4
"""Maximum height by which an accent is raised over its place, in sizes of the letter: it is over a capital."""
# -- Shifted glyphs --
SHIFTED_MAX_CHARACTERS = 8
"""Maximum number of shifted characters beside each other; more are a small line of their own."""
SHIFTED_MAX_LETTERS = 5
"""Maximum number of shifted letters beside each other, with the commas between them."""
SHIFTED_MIN_SIZE_RATIO = 0.35
"""Minimum size of a shifted glyph divided by that of the line."""
SHIFTED_MAX_SIZE_RATIO = 0.8
"""Maximum size of a shifted glyph divided by that of the line."""
SHIFTED_MIN_RISE_EM = 0.12
"""Minimum height of a shifted glyph over the baseline, in sizes of the line."""
SHIFTED_MAX_RISE_EM = 0.62
"""Maximum height of a shifted glyph over the baseline, in sizes of the line; readings over a line are higher."""
SHIFTED_CITATION_MAX_RISE_EM = 0.75
"""Maximum height of numbers in brackets over the baseline, in sizes of the line; they are no readings."""
SHIFTED_MIN_DROP_EM = 0.07
"""Minimum depth of a shifted glyph under the baseline, in sizes of the line."""
SHIFTED_MAX_DROP_EM = 0.35
"""Maximum depth of a shifted glyph under the baseline, in sizes of the line."""
SHIFTED_LETTER_GAP_EM = 0.12
"""Maximum gap to the glyph before it of shifted letters; that of figures may be wider."""
SHIFTED_OVERHANG_EM = 0.3
"""Depth by which letters under the baseline may reach under a slanted letter before them."""
SHIFTED_APART_EM = 0.7
"""Gap between shifted characters from which on they are two groups."""
SHIFTED_GAP_EM = 0.3
"""Maximum gap of a shifted glyph to the one before it, and the depth by which it may reach into that."""
SHIFTED_RAISED_GAP_EM = 0.45
"""Maximum gap to the glyph before it of figures and signs that are clearly raised."""
SHIFTED_RAISED_MIN_RISE_EM = 0.25
"""Minimum height over the baseline of figures and signs that are clearly raised, in sizes of the line."""
SHIFTED_INTERLOCKED_EM = 0.03
"""Minimum width by which a glyph reaches into those before and after it, whose line it belongs to."""
SHIFTED_REACH_EM = 2.0
"""Width of a shifted glyph up to which others are looked for, in sizes of the line."""
# -- Inset glyphs --
INSET_SAME_ROW_EM = 0.1
"""Maximum difference of the baselines of glyphs that are on one."""
INSET_NEAR_ROWS = 6
"""Number of baselines above and below among which that of an inset's line is."""
INSET_APART_EM = 0.6
"""Gap between glyphs of a baseline from which on they are two texts."""
INSET_MAX_CHARACTERS = 12
"""Maximum number of characters of an inset."""
INSET_MAX_OFFSET_EM = 0.65
"""Maximum distance of an inset's baseline from that of its line, in sizes of the line."""
INSET_MAX_SIZE_RATIO = 1.1
"""Maximum size of an inset divided by that of its line."""
INSET_GAP_EM = 0.5
"""Maximum gap between an inset and the text before and after it."""
INSET_OVERLAP_EM = 0.45
"""Maximum width of an inset that is over or under the text before or after it."""
INSET_TEXT_REACH_EM = 20.0
"""Distance before and after an inset within which its line has text."""
INSET_MIN_TEXT = 8
"""Minimum number of characters of the line within that distance."""
INSET_MIN_TEXT_RATIO = 2.0
"""Minimum number of those characters divided by that of the inset's."""
# -- Vertical text --
VERTICAL_MIN_STEP_EM = 0.7
"""Minimum distance of a character from the one above it."""
VERTICAL_MAX_STEP_EM = 1.45
"""Maximum distance of a character from the one above it."""
VERTICAL_BESIDE_RATIO = 1.3
"""Minimum distance to the character beside, divided by the distance to the one above."""
VERTICAL_MIN_CHARACTERS = 4
"""Minimum number of characters of a column; fewer are an ornament."""
VERTICAL_MAX_LEVEL_SHARE = 0.7
"""Maximum share of a column's characters with level text on their baseline; more are a column of a table."""
VERTICAL_PLACE_EM = 0.2
"""Maximum difference of the left edges of a column's characters, and of the sizes of neighbouring columns."""
VERTICAL_NEXT_COLUMN_EM = 2.5
"""Maximum distance from one column to the next."""
VERTICAL_INDENT_EM = 2.2
"""Maximum distance by which a short column begins higher or lower than its neighbour."""
VERTICAL_LATIN_OFFSET_EM = 0.3
"""Maximum distance of a turned letter's place from its column's."""
VERTICAL_LATIN_REACH_EM = 12.0
"""Maximum distance of a turned letter from either end of its column."""
VERTICAL_SAME_POINT_PT = 0.1
"""Distance below which two glyphs are at the same point: one is drawn twice, or is the same."""
# -- Rules and frames --
RULE_MAX_PT = 3.0
"""Maximum height of a rule."""
PICTURE_MIN_PT = 40.0
"""Width and height above which a box may be a picture."""
RULE_NEAR_PT = 2.5
"""Distance within which rules are on one line, meet or cross."""
RULE_MIN_LENGTH_PT = 4.0
"""Minimum length of a rule; a shorter one is a part of one that was drawn in pieces."""
FRAME_MAX_PAGE_SHARE = 0.98
"""Share of the page's width above which a framed area is its ground."""
BAND_MAX_GAP_PT = 90.0
"""Maximum distance of the farther edge of a row from the coloured row beside it."""
BAND_MIN_EDGES = 3
"""Minimum number of upright edges of a coloured row."""
BAND_CELL_MIN_PT = 9.0
"""Minimum width of a cell of a coloured row; between boxes beside each other there is less."""
CELL_PADDING_PT = 9.0
"""Maximum distance of the ground of a cell's lines from the sides of the cell."""
GROUND_OPEN_CELLS = 60
"""Number of coloured areas before one in which the cell that holds it is looked for."""
BAND_ROWS_ABOVE = 2
"""Number of rows that the cells of a coloured row go on to above it: a row without a ground, and the heads."""
PICTURES_IN_ROW_GAP_PT = 36.0
"""Maximum gap between pictures in a row."""
PICTURES_IN_ROW_REACH_PT = 48.0
"""Height below pictures in a row in which their captions are."""
RULE_PIECES_MIN_LEVELS = 2
"""Minimum number of level rules in pieces that end at the same places: the columns of a table without upright rules."""
FRAME_MIN_RULES = 3
"""Number of rules above which a frame may be that of a table; those of a box are four, with two of each direction."""
# -- Text that was recognised before --
RECOGNISED_MIN_SIZES = 40
"""Number of sizes of a page from which on its text may be recognised: nobody sets a page in as many."""
RECOGNISED_MIN_SIZES_A_RUN = 0.02
"""Minimum number of sizes divided by that of text runs."""
RECOGNISED_SAME_LINE_EM = 0.4
"""Maximum difference of the baselines of words beside each other."""
RECOGNISED_MAX_GAP_EM = 1.6
"""Maximum gap between the words of a line."""
RECOGNISED_MAX_SIZE_RATIO = 1.7
"""Maximum ratio of the sizes of words beside each other."""
RECOGNISED_SAME_SIZE_RATIO = 1.2
"""Ratio of the sizes of lines within which they are set in one size."""
RECOGNISED_GAP_TO_STEP_RATIO = 4.0
"""Gap beside which a difference of the baselines counts as much, times this."""
MOVED_LETTER_MIN_SHIFT_EM = 0.05
"""Minimum distance of a letter of a logo from the baseline of its word, in sizes of the word."""
MOVED_LETTER_MAX_SHIFT_EM = 0.4
"""Maximum distance of such a letter from the baseline."""
MOVED_LETTER_MIN_GAP_EM = -0.5
"""Minimum gap between such a letter and those beside it: they may overlap."""
MOVED_LETTER_MAX_GAP_EM = 0.1
"""Maximum gap between such a letter and those beside it."""
# -- Bullets --
BULLET_FONT_MIN_LETTERS = 3
"""Minimum number of letters of a font with nothing but bullets."""
BULLET_MIN_GAP_EM = 0.1
"""Minimum gap between a bullet and its text."""
BULLET_MIN_GAP_BEFORE_EM = 1.5
"""Minimum gap between a bullet and text on its left, which is of another column."""
BULLET_TEXT_MAX_RATIO = 2.0
"""Maximum size of the text of a bullet divided by its own."""
BULLET_BASELINE_EM = 0.3
"""Maximum difference of the baselines of a bullet and its text."""
