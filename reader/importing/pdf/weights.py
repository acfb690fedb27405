"""Weights and thresholds of the layout analysis of PDF pages.

Units are in the names: ``_PT`` are points (1/72 inch); ``_EM`` are multiples of the font size of the text at hand;
``_SHARE`` and ``_FILL`` are parts of a whole, from 0 to 1; ``_RATIO`` divides one measure by another; other numbers
count lines, words or characters. Scores of the reading order have a unit of their own: 1 is a sentence that continues.
Modules read a weight where they use it, as ``weights.NAME``, so that a trial can change it.
"""

# -- Glyphs and boxes --
BOX_SLACK_PT = 2.0
"""Points by which the content of a box may reach over its edge."""
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
# -- Lines --
SAME_BASELINE_EM = 0.22
"""Maximum difference of the baselines of one line."""
GAP_EM = 0.85
"""Width above which a gap ends a line if no blank is drawn in it; between Han characters it is a blank."""
BLANK_GAP_EM = 1.7
"""Width above which a gap ends a line beside the blanks drawn in it: justified lines stretch them."""
LATIN_BLANK_EM = 0.17
"""Width above which a gap between Latin letters is a blank that was not drawn."""
MIXED_BLANK_EM = 0.4
"""Width above which a gap between a Han character and a Latin letter is a blank; many set them 1/4 em apart."""
SIZE_RATIO = 1.32
"""Maximum ratio of the sizes of neighbouring glyphs of a line."""
DRAWN_TWICE_EM = 0.18
"""Distance below which the same character of another text run is drawn twice, to look bold."""
STRETCHED_GAP_EM = 4.0
"""Maximum gap in a justified line, where the lines above and below have text."""
STRETCHED_SIZE_SHARE = 0.02
"""Maximum difference of the sizes of a stretched line and its neighbours."""
NEIGHBOUR_ROWS = 12
"""Number of rows above and below with a line's neighbours, lines of other columns among them."""
NEIGHBOUR_MIN_STEP_EM = 0.5
"""Distance of baselines above which a line is above or below another one."""
NEIGHBOUR_MAX_STEP_EM = 2.0
"""Maximum distance of the baselines of neighbouring lines."""
NEIGHBOUR_ROW_EM = 0.2
"""Distance beyond the nearest neighbour within which another line is as near."""
# -- Gutters --
GUTTER_EDGE_EM = 0.2
"""Maximum distance of a line's beginning from the edge of its column."""
GUTTER_REACH_EM = 16.0
"""Distance above and below within which other lines begin at the edge of a column."""
GUTTER_MIN_STARTS = 3
"""Minimum number of lines that begin at the edge of a column."""
GUTTER_SIZE_SHARE = 0.06
"""Maximum difference of the sizes of the lines of a column."""
MIN_COLUMN_EM = 8.0
"""Minimum width of a column before another one."""
GUTTER_WORDS = 3
"""Minimum number of gaps between Latin text runs for which these are single words."""
GUTTER_MIN_BLANK_EM = 0.1
"""Width above which a gap between Latin text runs is a blank."""
GUTTER_TO_BLANK_RATIO = 1.3
"""Minimum width of a gutter divided by that of the blanks, where words are text runs of their own."""
# -- Drop caps --
DROP_CAP_RATIO = 1.7
"""Minimum size of a drop cap divided by that of the lines beside it."""
DROP_CAP_GAP_EM = 2.0
"""Maximum gap between a drop cap and the lines beside it."""
DROP_CAP_OVERLAP_EM = 0.3
"""Width by which a drop cap may reach into the lines beside it."""
DROP_CAP_ABOVE_EM = 0.5
"""Height above a drop cap at which the baseline of a line beside it may be."""
DROP_CAP_BELOW_EM = 0.4
"""Depth below a drop cap at which the baseline of a line beside it may be."""
# -- Size of the running text --
BODY_MIN_LINE_CHARACTERS = 6
"""Minimum length of a line that counts: in Han characters, or twice the number of Latin words."""
BODY_MIN_LINES = 3
"""Minimum number of lines of running text, and of consecutive lines of it."""
BODY_SIZE_PT = 0.15
"""Maximum difference of a line's size from that of its running text."""
CAPTION_SCRIPT_MIN_LINES = 3
"""Minimum number of running lines of a script that may be in captions only, for each sign of it."""
CAPTION_SCRIPT_AMOUNT_RATIO = 3
"""Amount of text in the larger script, divided by that in the smaller one, above which the latter is little."""
CAPTION_SCRIPT_SIZE_RATIO = 0.9
"""Size of the smaller script divided by that of the larger one, below which it is small."""
RUNNING_STEP_EM = 3.2
"""Maximum distance of consecutive lines of running text, with gaps between paragraphs."""
RUNNING_INDENT_EM = 3.0
"""Maximum difference of the left edges of consecutive lines of running text."""
EMPHASIS_SIZE_SHARE = 0.06
"""Maximum difference of an emphasised line's size from that of the running text."""
EMPHASIS_FULL_SHARE = 0.6
"""Share of the widest line from which on a line is full; its font is one of the running text."""
# -- Printed pages --
SPREAD_RATIO = 1.15
"""Width divided by height above which a page of the file may be two facing pages."""
FOLD_MAX_CROSSING_SHARE = 0.05
"""Maximum share of the lines that cross the fold between facing pages."""
# -- Text blocks --
SAME_SIZE_SHARE = 0.035
"""Share of a size by which another one may differ and still be the same."""
MIN_LEADING_EM = 0.6
"""Distance of baselines above which a line is under another one."""
MAX_LEADING_EM = 2.0
"""Maximum distance of the baselines of a block."""
LEADING_RATIO = 1.25
"""Maximum distance of later lines of a block divided by that of its first two."""
BLOCK_MIN_OVERLAP = 0.3
"""Minimum share of the narrower of a line and its block that they have in common."""
MAX_OUTDENT_EM = 3.0
"""Maximum distance by which a line begins left of the block above it: that was indented."""
# -- Tables --
TABLE_MIN_ROWS = 3
"""Minimum number of rows of a table, and of lines of a text column beside it."""
CELL_MAX_CHARACTERS = 16
"""Maximum number of Han characters of a cell."""
CELL_MAX_WORDS = 7
"""Maximum number of Latin words of a cell."""
CELL_MAX_GAP_EM = 16.0
"""Maximum gap between the cells of a row."""
CELL_MAX_FILL = 0.75
"""Maximum median share of the way to the next cell that a cell fills; columns of text fill more."""
CELL_ALIGNED_EM = 0.7
"""Maximum difference of the edges of aligned cells."""
TEXT_COLUMN_MIN_EM = 8.0
"""Minimum width of a column of text."""
TEXT_COLUMN_MIN_FILL = 0.85
"""Minimum median share of its width that lines of a column of text fill."""
ROW_BASELINE_EM = 0.35
"""Maximum difference of the baselines of a row."""
ROW_MIN_STEP_EM = 0.8
"""Minimum distance of consecutive rows."""
ROW_MAX_STEP_EM = 3.0
"""Maximum distance of consecutive rows."""
TABLE_SIZE_SHARE = 0.16
"""Maximum difference of the sizes of a table's cells."""
TABLE_ALIGNED_SHARE = 0.8
"""Minimum share of the cells of a row that are aligned with a cell of the row above."""
TABLE_MIN_RULES = 2
"""Number of horizontal rules by which two columns are a table."""
NUMBER_TABLE_MIN_ROWS = 4
"""Minimum number of rows of a table of two columns with numbers and without rules."""
NUMBER_TABLE_MIN_SHARE = 1 / 3
"""Share of cells with digits above which two columns without rules are a table."""
CAPTION_ROWS = 5
"""Number of rows below which rows in one script each are captions in two languages."""
RULE_MAX_PT = 3.0
"""Maximum height of a rule."""
RULE_MIN_WIDTH_SHARE = 0.5
"""Minimum width of a table's rule, as a share of the table's."""
RULE_REACH_PT = 12.0
"""Maximum distance of a rule over or under its table."""
TABLE_TITLE_MAX_LINES = 2
"""Maximum number of lines of a table's title or note."""
TABLE_TITLE_GAP_EM = 2.0
"""Maximum gap between a table and its title or note."""
TABLE_TITLE_OUTDENT_EM = 1.0
"""Maximum distance beside a table at which its title or note is."""
# -- Text boxes --
TEXT_BOX_MIN_WIDTH_PT = 40.0
"""Minimum width of a box with text of its own."""
TEXT_BOX_MIN_HEIGHT_PT = 20.0
"""Minimum height of a box with text of its own."""
TEXT_BOX_MAX_PAGE_SHARE = 0.6
"""Maximum share of the page that such a box covers; a larger one is the ground of the page."""
TEXT_BOX_MIN_LINES = 2
"""Minimum number of lines in such a box."""
TEXT_BOX_MIN_FILL = 0.3
"""Share of its height that the text of a box fills at least; less is a caption on a picture."""
TEXT_BOX_MIN_AMOUNT = 24
"""Minimum amount of text in such a box, in letters; a Han character is three."""
TEXT_BOX_MAX_TEXT_SHARE = 0.55
"""Maximum share of the page's text in such a box."""
GROUND_SCRIPT_SHARE = 0.8
"""Share of the running text of a script above which a box is only its ground."""
GROUND_PAGE_SHARE = 0.2
"""Share of the page's text above which a box is only a ground."""
# -- Furniture and margins --
MARGIN_SHARE = 0.1
"""Share of the height, at the head and at the foot, in which furniture is, page numbers among it."""
MARGIN_MAX_LINES = 2
"""Maximum number of lines of a block in the margin."""
RUNNING_HEAD_MAX_RATIO = 1.75
"""Size of a running head, divided by that of the running text, below which it is one; a larger text is a title."""
RUNNING_FOOT_MAX_RATIO = 1.2
"""Maximum size of a running foot divided by that of the running text."""
FURNITURE_MAX_GAP_EM = 2.4
"""Maximum distance of consecutive rows of furniture."""
COLUMN_HEADING_EDGE_EM = 2.5
"""Maximum difference of the left edges of a heading in the upper margin and its text."""
COLUMN_HEADING_GAP_EM = 1.5
"""Maximum gap between a heading in the upper margin and its text; running heads are farther away."""
MARGIN_CAPTION_MIN_SHARE = 0.12
"""Share of the page's width above which text by a picture in the margin is a caption."""
MARGIN_CAPTION_REACH_EM = 1.6
"""Maximum distance of such a caption from its picture."""
# -- Roles of text blocks --
PICTURE_MIN_PT = 40.0
"""Width and height above which a box may be a picture."""
SMALL_PICTURE_MIN_PT = 20.0
"""Width and height above which a box may be a picture with text beside it."""
PICTURE_REACH_EM = 4.0
"""Maximum distance of a caption from its picture."""
SMALL_RATIO = 0.95
"""Size divided by that of the running text, below which text is small: captions, sidebars, notes."""
LARGER_RATIO = 1.04
"""Size divided by that of the running text, from which on a heading may be larger than it."""
LARGE_RATIO = 1.12
"""Size divided by that of the running text, from which on text is a heading, a deck or a pull quote."""
CREDITED_MAX_RATIO = 1.05
"""Size divided by that of the running text, below which text with a credit is a caption or a byline."""
CREDITED_MAX_LINES = 3
"""Maximum number of lines of a caption in the size of the running text."""
BYLINE_MAX_LINES = 2
"""Maximum number of lines of a byline."""
CAPTION_MAX_LINES = 8
"""Maximum number of lines of a caption; longer small text by a picture is a sidebar."""
BARE_CAPTION_MAX_LINES = 2
"""Maximum number of lines of a caption on a page without pictures."""
CAPTION_REST_MAX_LINES = 4
"""Maximum number of lines of small text that continues a caption."""
CAPTION_REST_GAP_EM = 2.5
"""Maximum gap between a caption and small text that continues it."""
LOOSE_MAX_LINES = 3
"""Number of lines above which text of an unusual size is running text."""
BOLD_HEADING_MAX_RATIO = 1.35
"""Size divided by that of the running text, below which bold text is a heading that may repeat words of it."""
HEADING_MAX_LINES = 3
"""Maximum number of lines of a heading."""
HEADING_MAX_LETTERS = 100
"""Maximum number of letters of a heading in Latin script."""
HEADING_MAX_CHARACTERS = 36
"""Maximum number of characters of a heading in Han script."""
HEADING_REACH_EM = 6.0
"""Maximum distance of a heading's text from the heading."""
OVER_TEXT_OVERLAP_EM = 0.5
"""Height by which a text may reach into the block over it."""
OVER_TEXT_GAP_EM = 1.0
"""Gap below which a text is close under the block over it."""
# -- Titles, decks and pull quotes --
TITLE_RATIO = 1.45
"""Minimum size of a title divided by that of the running text."""
TITLE_MAX_LINES = 4
"""Maximum number of lines of a title."""
COUNTERPART_MAX_LINES = 3
"""Maximum number of lines of a smaller title in the other script."""
TITLE_REACH_EM = 3.0
"""Maximum gap between a title and text that may belong to it, in sizes of the title."""
COUNTERPART_REACH_EM = 1.5
"""Maximum gap between a title and its counterpart in the other script, in sizes of the title."""
TITLE_GROUP_GAP_EM = 2.0
"""Gap between two titles of an article, in sizes of the upper one, below which they belong together."""
TITLE_ABOVE_EM = 2.0
"""Height above a title's lower edge from which on text is beside it, in sizes of the title."""
TITLE_BELOW_EM = 3.0
"""Maximum depth below a title of text that is near it, in sizes of the title."""
TITLE_PAGE_SHARE = 1 / 3
"""Share of the height above which a title begins an article, though no text is over it."""
DECK_RATIO = 0.7
"""Size divided by that of the title above, below which text as large as a title is a deck."""
DECK_REACH_EM = 2.5
"""Maximum distance of a deck from the title above it."""
DECK_TEXT_GAP_RATIO = 0.6
"""Distance of a deck to the text below, divided by that to the title above, which it exceeds."""
LESSER_TITLE_RATIO = 0.8
"""Size divided by that of the page's title, below which a large text in a column is a pull quote."""
LONE_TITLE_RATIO = 1.8
"""Size divided by that of the running text, below which a page's only large text, in a column, is a pull quote."""
REPEATED_MIN_GRAMS = 8
"""Minimum number of character n-grams of a text that may repeat the running text."""
REPEATED_SHARE = 0.5
"""Share of a text's character n-grams from which on it repeats the running text."""
QUOTATION_MAX_CHARACTERS = 10
"""Number of Han characters above which text in quotation marks is a sentence."""
QUOTATION_MAX_WORDS = 6
"""Number of Latin words above which text in quotation marks is a sentence."""
EXCLAMATION_MAX_CHARACTERS = 5
"""Number of Han characters above which text that ends as a sentence does is one, and no mere exclamation."""
EXCLAMATION_MAX_WORDS = 4
"""Number of Latin words above which text that ends as a sentence does is one, and no mere exclamation."""
# -- Page heads --
HEAD_SHARE = 0.12
"""Share of the height, from above, in which the section is named."""
SECTION_SIZE_RATIO = 0.8
"""Size divided by that of the largest words of the head, above which words name the section, too."""
ORNAMENT_MIN_BLOCKS = 4
"""Minimum number of scattered characters that are an ornament."""
ORNAMENT_MAX_LETTERS = 2
"""Maximum length of a block of an ornament."""
ORNAMENT_BLANK_EM = 0.6
"""Width above which a gap in an ornament is a blank."""
# -- Reading order: scores --
SENTENCE_CONTINUES = 1.0
"""Score of a block without an indent after one that ends inside a sentence."""
PARAGRAPH_IN_SENTENCE = -1.0
"""Score of a block with an indent after one that ends inside a sentence."""
PARAGRAPH_AFTER_SENTENCE = 0.5
"""Score of a block with an indent, or of one line, after one that ends a sentence."""
LINE_AFTER_SENTENCE = 0.0
"""Score of a block without an indent after one that ends a sentence."""
HEADING_HAS_TEXT = 1.0
"""Score of a block close under its heading."""
HEADING_WITHOUT_TEXT = -1.0
"""Score of any other block after a heading."""
HEADING_AFTER_SENTENCE = 0.25
"""Score of a heading after a block that ends a sentence."""
HEADING_IN_SENTENCE = -1.0
"""Score of a heading after a block that ends inside a sentence."""
BANDS_MIN_MARGIN = 0.5
"""Score by which bands must be better than columns: most text is set in columns."""
SURE_ORDER_MARGIN = 1.0
"""Score by which an order is better than the other one if it is not doubted: one sentence that continues."""
# -- Reading order: cuts --
HEADING_OVERLAP_EM = 1.0
"""Height by which a text may reach into its heading."""
HEADING_TEXT_GAP_EM = 3.0
"""Gap below which a text is close under its heading."""
BAND_GAP_EM = 2.5
"""Gap between bands above which it may be meant as one; gaps between paragraphs are narrower."""
COLUMN_OVERHANG_SHARE = 0.06
"""Share of its width by which the text of a column may reach over the edge of the next one."""
BLOCK_OVERLAP_PT = 2.0
"""Points by which blocks may overlap and still be beside each other, or under each other."""
# -- Paragraphs --
MIN_INDENT_EM = 0.6
"""Minimum indent of a first line."""
MAX_INDENT_EM = 4.5
"""Maximum indent of a first line."""
INDENTS_MIN_LINES = 6
"""Number of lines below which a single indent shows that first lines are indented."""
PARAGRAPH_GAP_RATIO = 1.35
"""Distance from the line above, divided by the usual one, above which a paragraph begins."""
PARAGRAPH_GAP_EM = 1.2
"""Distance from the line above, above which a paragraph begins."""
SHORT_LINE_EM = 1.6
"""Space after a line above which it is short."""
VERY_SHORT_LINE_EM = 6.4
"""Space after a line above which it is so short that any paragraph ends with it."""
SAME_COLUMN_EM = 2.0
"""Difference of left edges below which blocks are in the same column."""
COLUMN_EDGE_EM = 6.0
"""Maximum difference of the edges of a column's blocks."""
COLUMN_MIN_LINES = 3
"""Number of lines below which a block may be narrower than its column."""
# -- Captions --
CAPTION_LEADING_EM = 1.45
"""Maximum of the usual distance of the baselines of a caption."""
CAPTION_APART_RATIO = 1.45
"""Distance of baselines, divided by the usual one, above which another caption begins."""
CAPTION_DOUBT_FROM_RATIO = 1.25
"""Distance of baselines, divided by the usual one, above which one caption may be two."""
CAPTION_DOUBT_TO_RATIO = 1.55
"""Distance of baselines, divided by the usual one, below which two captions may be one."""
CAPTION_WIDE_STEP_EM = 1.75
"""Distance of baselines above which another caption begins after a line that is not full."""
CAPTION_FULL_SHARE = 0.7
"""Share of the width from which on a line of a caption is full."""
CAPTION_SHORT_EM = 2.0
"""Space after a line above which a caption may end with it."""
CREDIT_MAX_REST = 4
"""Maximum number of Han characters and words of a credit's rest on the next line."""
BILINGUAL_MIN_WORDS = 2
"""Minimum number of Latin words of a line that holds a caption in both languages."""
BILINGUAL_MIN_CHARACTERS = 2
"""Minimum number of Han characters of a line that holds a caption in both languages."""
BILINGUAL_MIXED_MIN_WORDS = 3
"""Minimum number of Latin words of such a line if there are Latin words in its Han part, too."""
# -- Figures --
CAPTION_OVERLAP_PT = 1.0
"""Points by which captions close under each other may overlap."""
CAPTION_GROUP_GAP_EM = 1.6
"""Gap between captions below which they are divided together."""
PICTURE_FILE_MIN_PT = 24.0
"""Minimum width and height of a picture with a caption; a smaller one is an ornament."""
PICTURE_MAX_DISTANCE_PT = 60.0
"""Distance below which a picture may belong to a caption."""
PICTURE_BELOW_PT = 4.0
"""Points by which a picture above a caption may be farther away than one below it: captions are under pictures."""
PICTURE_RIVAL_PT = 8.0
"""Points by which other pictures must be farther away for a caption to be sure of its own."""
PHOTOGRAPH_MIN_PT = 60.0
"""Minimum width and height of a picture that is noted if it has no caption."""
# -- Asides --
BOX_TITLE_RATIO = 1.08
"""Size of a box's title divided by that of its text, above which it is one."""
