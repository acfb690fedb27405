"""Weights of making lines of glyphs, and of finding the size of the running text."""

# -- Leaders --
LEADER_MIN_DOTS = 5
"""Minimum number of dots of a leader; fewer are a pause in a sentence."""
LEADER_MIN_ENTRIES = 3
"""Minimum number of entries with leaders of a page on which others have none."""
LEADER_ALIGNED_EM = 0.6
"""Maximum difference of the right edges of page numbers."""
# -- Formulas --
FORMULA_MAX_WORDS = 1
"""Maximum number of words of a formula."""
FORMULA_MAX_CHARACTERS = 2
"""Maximum number of Han characters of a formula."""
FORMULA_MAX_LENGTH = 120
"""Maximum length of a formula, in characters."""
FORMULA_PART_MAX_LENGTH = 40
"""Maximum length of a part of a formula: a numerator, a sum's limits."""
FORMULA_MIN_INDENT_EM = 1.5
"""Minimum indent of a formula without a number."""
FORMULA_PART_REACH_EM = 1.0
"""Maximum distance of a part over or under its formula."""
FORMULA_OVERHANG_EM = 3.0
"""Maximum distance by which a part over or under a formula reaches over its end."""
FORMULA_PART_BESIDE_EM = 4.0
"""Maximum distance of a part beside its formula."""
FORMULA_ROW_STEP_EM = 2.6
"""Maximum distance of the rows of one formula."""
FORMULA_TEXT_MIN_LETTERS = 10
"""Minimum length of a line of text that shows the edge of a formula's column."""
FORMULA_TEXT_REACH_EM = 12.0
"""Maximum distance of such a line from the formula."""
# -- Lines --
GAP_EM = 0.85
"""Width above which a gap ends a line if no blank is drawn in it; between Han characters it is a blank."""
BLANK_GAP_EM = 1.7
"""Width above which a gap ends a line beside the blanks drawn in it: justified lines stretch them."""
CLOSING_GAP_EM = 1.7
"""Width above which a gap ends a line before a mark that begins no line, such as a closing bracket or a comma."""
MIXED_BLANK_EM = 0.4
"""Width above which a gap between a Han character and a Latin letter is a blank; many set them 1/4 em apart."""
SIZE_RATIO = 1.32
"""Maximum ratio of the sizes of neighbouring glyphs of a line."""
DRAWN_TWICE_EM = 0.18
"""Distance below which the same character of another text run is drawn twice, to look bold."""
STRETCHED_GAP_EM = 4.0
"""Maximum gap in a justified line, where the lines above and below have text."""
STRETCHED_EDGE_EM = 0.3
"""Maximum difference of the right edges of justified lines; hyphens and commas may hang over the edge."""
STRETCHED_MIN_WHOLE = 2
"""Minimum number of lines near a stretched one that show the edges of its column, or that columns begin at its gap."""
STRETCHED_INDENT_EM = 3.0
"""Maximum indent of the line over a stretched one."""
STRETCHED_BETWEEN_EM = 3.2
"""Maximum distance of whole lines over and under a stretched one that columns seem to part."""
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
ROW_BASELINE_EM = 0.35
"""Maximum difference of the baselines of a row."""
ON_EDGE_PT = 0.5
"""Width of a glyph on both sides of the edge of a cell from which on it is on that edge."""
LETTER_MAX_GAP_EM = 0.05
"""Maximum gap between letters that touch each other in a word, which no gutter divides."""
DRAWN_TWICE_ADVANCE_SHARE = 0.6
"""Share of its advance within which a character is drawn twice: in a narrow font, the next letter is not far."""
BOLD_START_MIN_LIGHT_LETTERS = 2
"""Minimum number of letters at the end of a line of bold words that show that a paragraph begins with it."""
TYPEWRITTEN_MIN_LETTERS = 4
"""Minimum number of different letters that show whether all letters of a font are as wide."""
BOLD_START_MIN_LETTERS = 4
"""Minimum number of letters of a word that heads a paragraph."""
MIXED_FONTS_SHARE = 0.8
"""Share of the letters of a line in its usual font below which it is set in more than one."""
# -- Letter spacing --
SPACING_MIN_GAPS = 6
"""Minimum number of gaps between letters that show how a line is spaced."""
SPACING_JUMP_EM = 0.06
"""Minimum difference between the gaps of letters and those of words in a line set tight or wide."""
SPACING_MIN_BLANK_EM = 0.09
"""Minimum distance of a blank's width from the usual gap between letters."""
SPACING_WIDE_EM = 0.1
"""Usual gap between letters from which on a line is set wide."""
SMALL_CAPITALS_MAX_RATIO = 1.6
"""Maximum size of a capital divided by that of the small capitals after it."""
SMALL_CAPITALS_GAP_EM = 0.5
"""Maximum gap between a capital and small capitals."""
TIGHT_MIN_BLANKS = 4
"""Minimum number of blanks of a row that show whether blanks are stretched in it."""
TIGHT_MAX_STRETCH_EM = 0.25
"""Usual width added to the blanks of a row up to which they are not stretched: a wider gap ends a line."""
SPACED_START_MAX_GAP_EM = 1.5
"""Maximum gap between the characters of a letter-spaced name or label before other text."""
SPACED_MAX_GAP_EM = 3.0
"""Maximum gap between the characters of a letter-spaced title."""
SPACED_SLACK_EM = 0.2
"""Maximum difference of the gaps between the characters of a letter-spaced title."""
SPACED_TITLE_MIN_EM = 1.25
"""Minimum room of each character of a line that is letter-spaced as a headline."""
SPACED_TITLE_MIN_CHARACTERS = 4
"""Minimum number of Han characters of such a line."""
SPACING_MIN_LATIN_SHARE = 0.5
"""Share of the glyphs of a line that have a Latin letter after them, below which it shows no spacing of its own."""
# -- Alignment --
ALIGNMENT_SAME_EM = 0.25
"""Maximum difference of edges and middles that are the same."""
ALIGNMENT_SAME_MIDDLE_EM = 0.1
"""Maximum difference of the middles of lines that are about it, whatever their edges; one may be indented."""
ALIGNMENT_MIN_LINES = 3
"""Minimum number of lines that show their alignment, whatever their edges; of two, one may be indented."""
ALIGNMENT_MAX_AT_LEFT_SHARE = 0.5
"""Share of the lines at the left edge from which on they are aligned there."""
ALIGNMENT_MIN_SPREAD_EM = 3.0
"""Minimum difference of the left edges of two lines that are not at the left; a smaller one is an indent."""
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
RIVER_MIN_EM = 0.5
"""Minimum width of a gap that is free in all rows of a narrow gutter."""
RIVER_MIN_ROWS = 6
"""Minimum number of rows under each other with a gap at the same place."""
RIVER_STEP_EM = 1.8
"""Maximum distance of the baselines of rows with a gap at the same place."""
# -- Boxes that cut text --
TEXT_BOX_MIN_WIDTH_PT = 40.0
"""Minimum width of a box with text of its own."""
TEXT_BOX_MIN_HEIGHT_PT = 20.0
"""Minimum height of a box with text of its own."""
CUTTING_BOX_BLEED_PT = 20.0
"""Distance by which an area that is cut at the edge of the paper may reach over it; a curve's reaches farther."""
CUTTING_BOX_STEP_EM = 1.6
"""Maximum distance of the baselines of lines that follow each other in a paragraph."""
CUTTING_BOX_ALIGNED_PT = 1.0
"""Maximum difference of the left edges of such lines."""
CUTTING_BOX_REACH_PT = 72.0
"""Height above the lower edge of an area within which lines are looked at."""
CUTTING_BOX_MIN_INSIDE = 2
"""Minimum number of such lines inside an area."""
CUTTING_BOX_LINES_BELOW = 8
"""Number of lines about the lower edge of an area, in whatever column, among which a paragraph may go on."""
# -- Drop caps --
DROP_CAP_RATIO = 1.7
"""Minimum size of a drop cap divided by that of the lines beside it."""
RAISED_INITIAL_SHIFT_EM = 0.05
"""Maximum difference of the baselines of a raised initial and of its line."""
RAISED_INITIAL_GAP_EM = 0.25
"""Maximum gap between a raised initial and its line."""
RAISED_INITIAL_MIN_LETTERS = 10
"""Minimum length of the line after a raised initial."""
DROP_CAP_GAP_EM = 2.0
"""Maximum gap between a drop cap and the lines beside it."""
DROP_CAP_OVERLAP_EM = 0.3
"""Width by which a drop cap may reach into the lines beside it."""
DROP_CAP_ABOVE_EM = 0.5
"""Height above a drop cap at which the baseline of a line beside it may be."""
DROP_CAP_BELOW_EM = 0.4
"""Depth below a drop cap at which the baseline of a line beside it may be."""
DROP_CAP_BOX_MAX_EM = 1.8
"""Maximum width and height of a box around a drop cap, in its sizes."""
# -- Size of the running text --
BODY_MIN_LINE_CHARACTERS = 6
"""Minimum length of a line that counts: in Han characters, or twice the number of Latin words."""
SENTENCE_MIN_CHARACTERS = 10
"""Minimum length of a line that ends a sentence on a page with few lines, counted in the same way."""
BODY_MIN_LINES = 3
"""Minimum number of lines of running text, and of consecutive lines of it."""
LARGER_BODY_RATIO = 1.15
"""Size of text divided by that of most text, from which on it may be the running text beside much small print."""
LARGER_BODY_SHARE = 0.75
"""Amount of such text divided by that of the small print."""
LARGER_BODY_MIN_LINES = 8
"""Minimum number of its lines that are under each other."""
BODY_SIZE_PT = 0.15
"""Maximum difference of a line's size from that of its running text."""
CAPTION_SCRIPT_MIN_LINES = 3
"""Minimum number of running lines of a script that may be in captions only, for each sign of it."""
SPREAD_OWN_MIN_SHARE = 0.2
"""Minimum share of the text of a spread that a page with running text of its own has."""
SPREAD_MIN_BODY_SHARE = 0.1
"""Share of the text of one page of a spread that is in the size of the whole, up to which it has a size of its own."""
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
BODY_FONT_MIN_SHARE = 0.12
"""Share of the full lines of running text from which on a font is its own; fewer begin with emphasised words."""
BODY_SIZE_STEPS = 5
"""Number of steps of a point to which sizes are rounded before they are counted."""
# -- Printed pages --
SPREAD_RATIO = 1.15
"""Width divided by height above which a page of the file may be two facing pages."""
FOLD_MAX_CROSSING_SHARE = 0.05
"""Maximum share of the lines that cross the fold between facing pages."""
MARGIN_SHARE = 0.1
"""Share of the height, at the head and at the foot, in which furniture is, page numbers among it."""
SMALL_PICTURE_MIN_PT = 20.0
"""Width and height above which a box may be a picture with text beside it."""
NUMBER_MARGIN_SHARE = 0.15
"""Share of the height, from above, in which the first row may have the number of the page, with words beside it."""
PAGE_GROUND_SHARE = 0.95
"""Share of the page's width and height from which on a box or a picture is its ground."""
SCREEN_RATIO = 16 / 9
"""Width divided by height of a wide screen."""
SCREEN_SLACK_RATIO = 0.01
"""Maximum difference from the shape of a wide screen."""
# -- Lines of notes --
NOTE_RULE_MAX_WIDTH_SHARE = 0.6
"""Maximum width of the rule over notes as a share of that of all lines over it."""
NOTE_RULE_REACH_EM = 2.5
"""Maximum distance of the rule over notes from the first line under it."""
NOTE_RULE_EDGE_EM = 1.0
"""Maximum distance of the left edge of that line from that of the rule."""
NOTE_MAX_SIZE_RATIO = 0.9
"""Maximum size of notes divided by that of the lines over their rule."""
# -- Underlines --
UNDERLINE_REACH_EM = 0.3
"""Maximum distance of an underline from the baseline."""
NEAR_BLACK_MAX = 0x33
"""Maximum value of the channels of a colour that looks black."""
UNDERLINE_END_EM = 0.5
"""Maximum length of an underline beyond its text; the rule over a section is longer."""
UNDERLINE_MIN_COVERED_SHARE = 0.9
"""Minimum share of its width in which a line is underlined; a link in it is less."""
# -- Drawn bullets --
DRAWN_BULLET_MIN_PT = 1.2
"""Minimum side of a shape that is a bullet."""
DRAWN_BULLET_MAX_PT = 10.0
"""Maximum side of a shape that is a bullet."""
DRAWN_BULLET_MAX_SIDE_RATIO = 1.35
"""Maximum ratio of its sides."""
DRAWN_BULLET_MAX_SIDE_EM = 0.6
"""Maximum height of a bullet, in sizes of its text."""
DRAWN_BULLET_MIN_GAP_EM = 0.2
"""Minimum gap between a bullet and its text."""
DRAWN_BULLET_MAX_GAP_EM = 2.5
"""Maximum gap between a bullet and its text."""
DRAWN_BULLET_CLEAR_EM = 1.5
"""Minimum gap between a bullet and the text before it."""
DRAWN_BULLET_MIN_RISE_EM = 0.1
"""Minimum height of the middle of a bullet over the baseline of its text."""
DRAWN_BULLET_MAX_RISE_EM = 0.6
"""Maximum height of the middle of a bullet over the baseline of its text."""
DRAWN_BULLET_MAX_TEXT_RATIO = 1.12
"""Maximum size of the text of a bullet divided by that of most text: a shape before larger text is an ornament."""
DRAWN_BULLET_SAME_PT = 0.3
"""Maximum difference of the heights of bullets of one kind."""
