"""Weights of making blocks of lines: numbered ones, tables, diagrams, paragraphs."""

# -- Numbered lines --
SECTION_HEADING_MAX_LINES = 2
"""Maximum number of lines of the heading of a section with its number."""
NUMBERED_HEAD_MIN_INDENT_EM = 0.8
"""Minimum indent of a paragraph under a numbered heading in its column."""
NUMBERED_HEAD_MIN_ROOM_EM = 1.5
"""Minimum room after such a heading."""
STACKED_HEADS_MAX = 4
"""Maximum number of lines of bold headings under each other."""
NUMBER_MAX_GAP_EM = 3.0
"""Maximum gap between a number and its line."""
NUMBER_MIN_GAP_EM = 0.5
"""Gap between a number and its line below which narrower ones count as wide as this."""
NUMBER_OTHER_COLUMN_RATIO = 2.0
"""Distance of a text on the left of a number, divided by that of its line, from which on it is of another column."""
NUMBER_MAX_SIZE_RATIO = 1.35
"""Maximum ratio of the sizes of a number and its line; a larger number is an ornament."""
NUMBER_TABLE_STEP_EM = 3.5
"""Distance above and below a number within which other rows of its table are."""
NUMBER_ALIGNED_EM = 0.7
"""Maximum difference of the left edges of the numbers in a table's column."""
NUMBER_MARGIN_SIZE_RATIO = 1.1
"""Size divided by the usual one, above which a numbered line in a margin is a heading, and no running head."""
NOTE_MARK_MAX_SIZE_RATIO = 0.75
"""Maximum size of the raised number of a note divided by that of its line."""
NOTE_MARK_MIN_RISE_EM = 0.15
"""Minimum height of such a number above the baseline of its line."""
NOTE_MARK_MAX_RISE_EM = 0.5
"""Maximum height of such a number above that baseline."""
NOTE_MARK_MAX_GAP_EM = 0.7
"""Maximum gap between such a number and its line."""
# -- Ruled tables --
RULED_ROWS_MIN_SHARE = 0.25
"""Minimum share of the rows of a ruled table with text in several cells."""
RULED_MIN_ROWS = 2
"""Minimum number of rows of a ruled table."""
RULED_MIN_COLUMNS = 2
"""Minimum number of columns of a ruled table."""
RULED_ROW_MIN_PT = 8.0
"""Minimum height of a row without a rule below it."""
RULED_ROW_MAX_PT = 60.0
"""Maximum height of a row without a rule below it."""
RULED_CELLS_MIN_FILLED_SHARE = 0.5
"""Minimum share of the cells, joined ones counted once, that have text; those of a chart or a form have little."""
RULED_CELL_MAX_LINES = 24
"""Number of lines of a cell above which a frame sets text in columns, and is no table."""
RULED_CELLS_MAX_MEAN_LINES = 4.0
"""Average number of lines of the cells with text above which a frame sets text in columns, too."""
RULED_CELL_MIN_PT = 10.0
"""Minimum width and height of a cell that counts though it is empty."""
OPEN_ROWS_MIN = 4
"""Minimum number of rows between two rules of a table that has none between its rows."""
OPEN_ROWS_BASELINE_EM = 0.35
"""Maximum difference of the baselines of the cells of such a row."""
OPEN_ROWS_MIN_SHARE = 0.6
"""Minimum share of the baselines between two rules at which there is a first cell, and with another one beside it."""
RULED_EDGE_MIN_COVERED_SHARE = 0.9
"""Minimum share of a table's width that its upper and its lower edge cover."""
RULED_SLACK_PT = 1.0
"""Points by which an upright rule may end above a row; edges may differ by three times as much."""
OPEN_FOOT_MIN_COLUMNS = 2
"""Number of columns above which the last row of a table may have neither a ground nor a rule."""
OPEN_FOOT_STEP_EM = 1.9
"""Maximum distance of the lines of such a row from the row above, and from each other."""
LADDER_MIN_ROWS = 3
"""Minimum number of rows of a table with rules between all rows and none between columns."""
LADDER_ROW_MAX_PT = 150.0
"""Maximum height of such a row."""
LADDER_GAP_EM = 0.8
"""Minimum gap between the columns of such a table, the same in all rows."""
LADDER_ROWS_MIN_SHARE = 0.75
"""Minimum share of such rows with several cells, of them one of a line."""
LADDER_CELL_LINES = 2
"""Maximum of the median number of lines of such cells."""
# -- Diagrams --
STEPS_MIN = 3
"""Minimum number of numbered steps beside a drawing."""
STEPS_MAX_DISTANCE_EM = 10.0
"""Maximum distance of the first line of a step from that of the next one."""
DIAGRAM_SQUARE_PT = 6.0
"""Side of the squares in which drawn shapes are near each other."""
DIAGRAM_MIN_SHAPES = 5
"""Minimum number of shapes of a diagram."""
DIAGRAM_MIN_SIDE_PT = 20.0
"""Minimum width and height of a diagram; letters that are drawn as shapes are smaller."""
DIAGRAM_MAX_PAGE_SHARE = 0.7
"""Share of the page above which a shape is its ground."""
DIAGRAM_RULE_MAX_PT = 3.0
"""Maximum height of a level rule that is of no diagram."""
DIAGRAM_RULE_MIN_SHARE = 0.5
"""Share of the page's width from which on a level rule is of no diagram."""
DIAGRAM_MIN_BRANCHES = 3
"""Minimum number of upright lines at a long level rule by which it is of a diagram."""
DIAGRAM_MIN_LABELS = 3
"""Minimum number of labels of a diagram; a text or two beside shapes are a caption, or words on a picture."""
DIAGRAM_LABEL_MAX_CHARACTERS = 10
"""Maximum number of Han characters of a line of a label."""
DIAGRAM_LABEL_MAX_WORDS = 4
"""Maximum number of Latin words of a line of a label."""
DIAGRAM_LABEL_MAX_LINES = 6
"""Maximum number of lines of a label."""
DIAGRAM_LABEL_MAX_SIZE_RATIO = 1.2
"""Maximum size of a label divided by that of the running text."""
DIAGRAM_LABELLED_SHAPE_MAX_EM = 8.0
"""Maximum of the smaller side of a shape that has a label; of larger ones the place is known but by their edges."""
DIAGRAM_LABEL_REACH_EM = 0.7
"""Maximum distance of a label from a shape."""
DIAGRAM_AXIS_REACH_EM = 3.0
"""Maximum distance of the figures of an axis from the labels."""
DIAGRAM_HEADING_GAP_EM = 1.0
"""Maximum gap between a heading beside a diagram and its text."""
DIAGRAM_BAR_GAP_EM = 1.5
"""Maximum gap between a bold heading in a bar and its text."""
DIAGRAM_BAR_SIZE_RATIO = 0.9
"""Minimum size of such a heading divided by that of its text."""
DIAGRAM_RUN_IN_GAP_EM = 1.0
"""Maximum gap between words that begin a line and the rest of it."""
DIAGRAM_HEADING_EDGE_EM = 0.2
"""Maximum difference of the left edges of a heading beside a diagram and its text."""
# -- References --
REFERENCES_MIN_ITEMS = 3
"""Minimum number of items of a list of references that has no heading over it."""
REFERENCES_EDGE_EM = 1.0
"""Maximum difference of the left edges of the references of a column: numbers may be aligned at their ends."""
REFERENCES_SIZE_SHARE = 0.12
"""Maximum difference of the sizes of a list's lines: those in Chinese and in Latin script may differ a little."""
REFERENCES_MAX_STEP_EM = 2.6
"""Maximum distance of the baselines of the lines of a reference."""
REFERENCES_LAST_STEP_RATIO = 1.3
"""Distance of a line from the one above, in usual ones, above which it is under the list."""
REFERENCES_BEFORE_STEP_EM = 2.0
"""Maximum distance of the baselines of lines over the first number of a column, which end a reference."""
REFERENCES_PART_GAP_EM = 1.6
"""Maximum gap between the parts of a line of references."""
REFERENCES_HEADING_REACH_EM = 5.0
"""Maximum distance of a list of references from its heading."""
REFERENCES_SHORT_EM = 3.0
"""Room after a line that ends the last reference."""
REFERENCES_LETTERS_A_CHARACTER = 3
"""Number of letters that a Han character of references counts as."""
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
RULE_MIN_WIDTH_SHARE = 0.5
"""Minimum width of a table's rule, as a share of the table's."""
RULE_REACH_PT = 12.0
"""Maximum distance of a rule over or under its table."""
PICTURE_MAX_DISTANCE_PT = 60.0
"""Distance below which a picture may belong to a caption."""
# -- Text blocks --
SAME_SIZE_SHARE = 0.035
"""Share of a size by which another one may differ and still be the same."""
MIN_LEADING_EM = 0.6
"""Distance of baselines above which a line is under another one."""
MAX_LEADING_EM = 2.0
"""Maximum distance of the baselines of a block."""
UNDER_ABSTRACT_RATIO = 1.05
"""Minimum size of the text under the abstracts of a paper divided by that of the abstracts."""
WIDE_LEADING_EM = 2.6
"""Maximum distance of the baselines of a text that is set wide."""
WIDE_LEADING_MIN_STEPS = 3
"""Minimum number of steps below full lines that show that a text is set wide."""
WIDE_LEADING_MIN_LINE_EM = 20.0
"""Minimum width of such a full line."""
WIDE_LEADING_SLACK = 0.04
"""Share by which the steps of a text that is set wide may differ."""
WIDE_LEADING_EVEN_SHARE = 0.75
"""Share of the steps of a page that is set wide which are even."""
WIDE_LEADING_SIGN_SHARE = 0.15
"""Share by which a step under a line with a higher sign may be larger."""
WIDE_LEADING_INDENT_EM = 4.0
"""Maximum difference of the left edges of its lines: the first one is indented."""
WIDE_LEADING_EDGE_EM = 1.0
"""Maximum difference of the right edges of its full lines."""
LEADING_RATIO = 1.25
"""Maximum distance of later lines of a block divided by that of its first two."""
BLOCK_MIN_OVERLAP = 0.3
"""Minimum share of the narrower of a line and its block that they have in common."""
COLUMN_LINE_MIN_WIDTH_EM = 5.0
"""Minimum width of two lines that are of two columns if neither is under the other."""
MAX_OUTDENT_EM = 3.0
"""Maximum distance by which a line begins left of the block above it: that was indented."""
MIN_HUE = 48
"""Minimum difference of the channels of a colour that is no grey."""
INSIDE_MIN_LINES = 2
"""Minimum number of lines of a paragraph before one in the other script."""
INSIDE_FULL_SHARE = 0.8
"""Share of the width of a paragraph from which on a line of it is full."""
INSIDE_STEP_SHARE = 0.1
"""Maximum difference of the distance to the next line from that of the paragraph's own lines."""
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
BESIDE_MIN_LINES = 2
"""Minimum number of lines beside a thing that have an edge of their own there."""
BESIDE_REACH_EM = 0.5
"""Distance above and below a thing within which lines are still beside it."""
SAME_COLUMN_EM = 2.0
"""Difference of left edges below which blocks are in the same column."""
FULL_LINE_EM = 1.0
"""Maximum space after a full line of justified Han text."""
JUSTIFIED_SHARE = 0.5
"""Minimum share of full lines in justified text."""
JUSTIFIED_MIN_LINES = 3
"""Minimum number of full lines in justified text."""
LETTER_WIDTH_EM = 0.6
"""Width of a letter of a Latin word at the beginning of a line."""
ENDED_LINE_ROOM_EM = 1.2
"""Room beyond the first word of the next line from which on a sentence at the end of a line ends a paragraph."""
OPEN_LINE_ROOM_EM = 4.0
"""The same room where no sentence ends."""
ITEM_MIN_INDENT_EM = 0.5
"""Minimum distance of the later lines of an item from its number."""
COMMON_END_EM = 0.05
"""Maximum difference of the ends of two lines that are justified up to the same place."""
FORCED_SLACK_EM = 1.2
"""Room beyond the next word, and the blank before it, from which on a line was ended before its column was full."""
CUT_LINE_SHARE = 0.4
"""Share of a block that is empty after a line from which on a paragraph ends there, though no sentence does."""
CUT_LINE_MIN_LINES = 3
"""Minimum number of lines of such a block."""
EVEN_STEPS = 1.02
"""Distance from the line above, in usual ones, up to which it is a usual one."""
APART_STEPS = 1.05
"""Distance from the line above, in usual ones, from which on a line is a little apart."""
ENDED_LINES_MIN = 3
"""Number of lines, each ended before its column was full, from which on they may take most of it."""
LIST_MIN_LINES = 5
"""Minimum number of lines of a list without bullets."""
BOLD_CAPITALS_MIN_LETTERS = 4
"""Minimum length of a word in bold capitals that begins a paragraph, though no sentence ends before it."""
NOTICE_MIN_LINES = 3
"""Minimum number of lines of a notice, in a column, that begin with a label for their content."""
# -- Parting rules --
PARTING_MIN_PT = 40.0
"""Width above which a level rule may part the lines over and under it."""
PARTING_BEYOND_EM = 0.3
"""Minimum length of a parting rule beyond both ends of the line under it; an underline ends with its text."""
PARTING_OVERLAP_EM = 0.2
"""Distance below the top of a line up to which a rule is over it."""
# -- Running lines --
JOINED_MAX_STEP_EM = 1.6
"""Maximum distance of the baselines of parts of a paragraph that differ in weight or size."""
JOINED_MIN_SIZE_RATIO = 0.85
"""Minimum size of the smaller part of such a paragraph divided by that of the larger one."""
JOINED_EDGE_EM = 0.3
"""Maximum difference of the left edges of lines of such a paragraph."""
JOINED_HEAD_MAX_LINES = 3
"""Maximum number of full bold lines of a heading whose last words are in the first line of its text."""
LINE_GROUNDS_MIN = 4
"""Minimum number of lines of running text on grounds that were painted line by line."""
RUN_IN_HEADS_MIN = 2
"""Minimum number of paragraphs of a page with run-in heads that do not fill their line."""
JOINED_INNER_MAX_LINES = 2
"""Maximum number of bold lines inside a paragraph."""
# -- Hanging lists --
LETTERED_EDGE_EM = 1.5
"""Maximum difference of the left edges of items with letters, which may be aligned at the ends of their marks."""
HANGING_EDGE_EM = 0.3
"""Maximum difference of the left edges of the lines of an entry, and of several entries."""
HANGING_MIN_STEPS = 3
"""Minimum number of changes between the first line of an entry and its later lines in a hanging list."""
HANGING_MIN_RATIO = 2.0
"""Number of changes as in a hanging list divided by those as in indented paragraphs, above which it is such a list."""
