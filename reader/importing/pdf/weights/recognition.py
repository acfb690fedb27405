"""Weights of scanned pages. Differences of brightness and colour are of 255; other units are in the names."""

# -- Straightening --
SHEET_MIN_SHARE = 0.3
"""Minimum share of the picture that a sheet covers."""
SHEET_MAX_SHARE = 0.97
"""Maximum share of the picture that a sheet covers."""
SHEET_MIN_CONTRAST = 40.0
"""Minimum difference of the brightness of a sheet and its ground."""
SHEET_CORNER_SHARE = 0.03
"""Part of the outline of a sheet by which its edges may be curved."""
SLOPE_MIN_DEG = 0.08
"""Slope up to which a picture is left as it is."""
SLOPE_MIN_GAIN = 1.06
"""Minimum gain in the contrast between lines and gaps by which a picture is turned."""
# -- Turned pages --
UPRIGHT_LINE_RATIO = 1.5
"""Height of the box of a line divided by its width, from which on it runs down the page."""
UPSIDE_DOWN_MAX_CONFIDENCE = 0.85
"""Usual confidence below which the lines of a page may be upside down."""
TURN_LINES = 6
"""Number of lines by which a turn is told: the longest ones."""
TURN_MAX_LENGTH_RATIO = 14.0
"""Length of the part of a line that is read for it, in heights of the line."""
TURN_MIN_GAIN = 0.15
"""Minimum gain in confidence by which a page is turned."""
TURN_MIN_CONFIDENCE = 0.85
"""Minimum confidence of the lines of a page that was turned."""
# -- Ink --
PAPER_MIN_SHARE = 0.25
"""Minimum share of the parts of a page that are of paper."""
PAPER_MAX_DIFFERENCE = 14.0
"""Maximum difference in brightness of a part of paper from the light on the page."""
PAPER_NOISE_SHARE = 0.06
"""Maximum difference of paper with noise from the light on it, as a share."""
SHADOW_MIN_SHARE = 0.04
"""Minimum share of the page that a shadow covers."""
SHADOW_MAX_STEP_SHARE = 0.04
"""Maximum difference of the ground from place to place in a shadow, as a share; the edge of a field has more."""
FIELD_MIN_SHARE = 0.01
"""Share of the page from which on the light on a coloured field is followed."""
FIELD_MIN_BRIGHTNESS_SHARE = 0.4
"""Minimum brightness of a field divided by that of the paper beside it."""
FIELD_MIN_FILL = 0.75
"""Minimum share of its box that a field fills."""
LIGHT_MIN_KNOWN_SHARE = 0.05
"""Minimum share of the surroundings of a place in which the light is known."""
LIGHT_MIN = 40.0
"""Brightness of paper below which there is no light on it."""
DARK_PAPER = 110
"""Brightness below which the ground of a page is no paper in a shadow, but dark."""
INK_DIFFERENCE = 28.0
"""Difference from the paper from which on a pixel is ink, on a picture with full contrast."""
TINT_DIFFERENCE = 8
"""Difference from the paper that a light colour makes."""
TINT_NOISY_DIFFERENCE = 14
"""Difference from the paper that a light colour makes on a picture with noise."""
TINT_MAX_NOISE = 1.0
"""Noise from which on a picture is smoothed to see its light colours."""
NOISE_FACTOR = 3.5
"""Least ink as a multiple of the noise of a picture."""
NOISE_TO_BLUR = 3.0
"""Noise from which on a picture is smoothed."""
INK_MAX_GAIN = 4.0
"""Maximum factor by which a weak contrast is made stronger."""
INK_MIN_CONTRAST = 24.0
"""Range of brightness below which there is no ink in a box."""
BOX_MAX_INK_SHARE = 0.6
"""Share of a box above which its dark pixels are those of a picture."""
EDGE_MAX_INK_SHARE = 0.25
"""Share of the upper or lower edge of a box above which its dark pixels are those of a picture."""
GROUND_MAX_UNEVENNESS = 0.11
"""Usual difference of the ground under letters from its middle, in their contrast, above which it is a picture."""
BAR_MIN_SHARE = 0.7
"""Share of a row of pixels that a bar fills."""
BAR_DEPTH_SHARE = 0.2
"""Part of a box at its upper and lower edge that may have a bar."""
LINE_SIDE_PAD_SHARE = 0.12
"""Part of the height of a box beyond its sides that belongs to it."""
LINE_EDGE_PAD_SHARE = 0.06
"""Part of the height of a box above and below it that belongs to it."""
TORN_MAX_HEIGHT_RATIO = 0.45
"""Height below which a shape cut off by the edge of a box is no letter, in heights of the box."""
TORN_REACH_RATIO = 0.25
"""Reach of a shape cut off by a side of a box within which it is no letter, in heights of the box."""
INK_RULE_MIN_WIDTH_RATIO = 4.0
"""Width above which a flat shape is no letter, in heights of the box."""
INK_RULE_MAX_HEIGHT_RATIO = 0.15
"""Height below which a long shape is flat, in heights of the box."""
INK_SPECK_RATIO = 0.06
"""Side of a square below which a shape as large is a speck, in heights of the box."""
LETTERS_MIN_INK_SHARE = 0.6
"""Minimum share of the ink in a box that is of letters; on a picture it is less."""
LETTERS_MAX_MARGIN_RATIO = 0.7
"""Maximum margin beside the letters in a box, in its heights; on a picture it is more."""
LETTER_PART_MIN_HEIGHT_RATIO = 0.3
"""Height of a part of a letter, in heights of the box, above which it is no punctuation."""
LEVEL_MIN_PARTS = 12
"""Number of letters from which on they show the slope of their line."""
LARGER_LEAD_MIN_RATIO = 1.2
"""Height of the letters of a line divided by that of its second half, from which on it begins with larger words."""
LEAD_MIN_DIFFERENCE_PX = 3.0
"""Difference of these heights from which on they are not those of letters of one size on a coarse scan."""
LEAD_MIN_CHARACTERS = 16
"""Number of characters of a line from which on it may begin with larger words."""
LINE_GAP_MIN_RATIO = 0.6
"""Width of a gap in a line, in heights of the box, from which on its place is kept."""
FAINT_STROKE_SHARE = 0.25
"""Share of the contrast that thin level strokes have at least: a blur weakens them more than others."""
LEVEL_STROKE_MIN_RATIO = 0.3
"""Minimum width of a level stroke, in heights of the box; dashes and noise are smaller."""
STROKE_CORE_SHARE = 0.8
"""Share of the contrast that the pixels inside of strokes have."""
INK_MIN_COLOUR = 70
"""Difference of red, green and blue from which on ink has a colour."""
INK_LIGHT = 190
"""Brightness from which on text is light."""
# -- Recognised lines --
TINY_LETTERS_PX = 13.0
"""Height of letters below which they can hardly be read."""
TINY_MIN_CONFIDENCE = 0.8
"""Minimum confidence of a line of such letters."""
SHOW_THROUGH_MAX_CONTRAST = 76.0
"""Maximum difference from the paper of print on the back of a sheet, on a picture with full contrast."""
SHOW_THROUGH_MAX_CONFIDENCE = 0.85
"""Confidence below which faint letters may be such print."""
RECOGNISED_MIN_CONFIDENCE = 0.5
"""Confidence of the recogniser below which a line is taken for an ornament."""
# -- Lines cut in two --
JOINED_MAX_HEIGHT_RATIO = 1.3
"""Maximum ratio of the heights of the two boxes."""
JOINED_MIN_SHARED_SHARE = 0.7
"""Minimum shared height of the two boxes, as a share of that of the lower one."""
JOINED_MAX_OVERLAP_RATIO = 0.8
"""Maximum overlap of the two boxes, in their heights."""
JOINED_MAX_GAP_RATIO = 0.1
"""Maximum gap between the two boxes, in their heights; cells of a table have more."""
# -- Bullets and numbers --
LEAD_REACH_RATIO = 2.6
"""Distance before a line in which a bullet or a number belongs to it, in heights of its box."""
BULLET_MIN_SIDE_RATIO = 0.16
"""Minimum side of a bullet, in heights of the line's box."""
BULLET_MAX_SIDE_RATIO = 0.85
"""Maximum side of a bullet, in heights of the line's box."""
BULLET_MAX_RATIO = 1.35
"""Maximum ratio of the sides of a bullet."""
BULLET_MIN_SOLID_SHARE = 0.86
"""Minimum share of its hull that a bullet fills."""
BULLET_MIN_GAP_RATIO = 0.2
"""Minimum gap after a bullet, in heights of the line's box: a first letter that is blurred may look like one."""
BULLET_MIN_HAN_GAP_RATIO = 0.04
"""Minimum gap between a bullet and a Han character, which looks like none even if it is blurred."""
LEAD_MIN_HEIGHT_RATIO = 0.35
"""Minimum height of a number, in heights of the line's box."""
LEAD_MAX_HEIGHT_RATIO = 1.05
"""Maximum height of a number, in heights of the line's box."""
LEAD_MAX_WIDTH_RATIO = 2.4
"""Maximum width of a number, in heights of the line's box."""
LEAD_SPECK_RATIO = 0.1
"""Height of ink before a line below which it is a speck, in heights of the line's box."""
LEAD_FOOT_SLACK_RATIO = 0.25
"""Maximum distance of a digit or a bracket from the foot of its line, in heights of the line's box."""
LEAD_MIN_SIMILARITY = 0.85
"""Minimum similarity of a line, and the same line recognised with its number."""
# -- Sizes and gaps of recognised lines --
WIDTH_TO_HEIGHT_MAX_RATIO = 1.3
"""Maximum ratio of the sizes that the width and the height of a line show; the width of a spaced line shows none."""
CHARACTER_MAX_FLAT_RATIO = 1.32
"""Maximum width of characters divided by their height; lines beyond are spaced."""
CHARACTER_MAX_NARROW_RATIO = 1.16
"""Maximum height of characters divided by their width; lines beyond lack characters."""
WIDTH_MIN_CHARACTERS = 4
"""Number of characters below which the height of a line shows its size."""
BOLD_RATIO = 1.22
"""Thickness of the strokes of a line divided by the usual one in its script, from which on it is bold."""
RUN_ON_MAX_STEP_EM = 1.9
"""Maximum distance of a line with bold words from the line in which it goes on."""
RUN_ON_MIN_LINES = 2
"""Number of other lines that end at the edge of the column which such a line fills."""
SCANNED_SAME_SIZE_RATIO = 1.085
"""Ratio of sizes within which recognised lines are set in one."""
STACK_MAX_STEP_RATIO = 2.1
"""Maximum distance from one line of a stack to the next, divided by the height of their boxes."""
STACK_STEP_SHARE = 0.17
"""Maximum difference of the distances in a stack."""
STACK_SIZE_RATIO = 1.15
"""Maximum ratio of the sizes in a stack."""
STACK_SHORT_SIZE_RATIO = 1.25
"""Maximum ratio of the sizes in a stack for lines of few characters."""
STACK_MIXED_SIZE_RATIO = 1.35
"""Maximum ratio of the sizes in a stack for lines of Latin words with some Han characters."""
STACK_SHORT_CHARACTERS = 12
"""Number of characters below which a line of a stack has few."""
STACK_LINES = 7
"""Number of last lines of a stack whose size counts."""
STACK_EDGE_EM = 3.0
"""Maximum difference of the left edges of the first two lines of a stack."""
BLANK_MAX_DRIFT_EM = 0.4
"""Maximum distance of a gap from the characters between which it is, as usual widths have them."""
DESCENT_SHARE = 0.2
"""Share of the height of a line below its baseline."""
PARTING_MIN_GAP_EM = 1.3
"""Width of a gap from which on it parts a recognised line."""
PARTING_HALF_BLANK_EM = 1.8
"""Width of a gap with the blank half of a sign from which on it parts a recognised line."""
PARTING_BLANK_EM = 0.25
"""Width of a usual blank between recognised characters."""
PARTING_MAX_DISTANCE_EM = 2.5
"""Maximum distance of a gap from the characters that it may part."""
PARTING_NO_BLANK_EM = 1.0
"""Distance that a blank between the characters makes up for."""
# -- Shapes --
SCANNED_RULE_MIN_PT = 9.0
"""Minimum length of a rule."""
SCANNED_RULE_THICK_PT = 3.0
"""Maximum thickness of a rule."""
SHADOW_SHARE = 0.02
"""Part of the page at its edges in which lines are shadows of the sheet."""
SCANNED_PICTURE_MIN_PT = 43.0
"""Minimum width and height of a picture."""
SCANNED_PICTURE_MIN_FILL = 0.45
"""Minimum share of its box that a picture fills."""
PICTURE_CLOSE_PT = 3.0
"""Width of the light parts of a picture that belong to it."""
SCANNED_SHAPE_MIN_PT = 8.0
"""Minimum larger side of a shape, above that of letters that were not recognised."""
SCANNED_SHAPE_MAX_PT = 60.0
"""Maximum larger side of a shape; larger ones show by their edges."""
FRAME_MIN_SIDE_PT = 7.0
"""Minimum width and height of the area in a frame."""
COLOURED_MIN_PT = 8.0
"""Minimum width and height of an area in one colour."""
COLOURED_MIN_SHARE = 0.85
"""Minimum share of its box that an area in one colour fills."""
COLOUR_EDGE = 10
"""Difference of neighbouring pixels between which one colour ends and another begins."""
FLAT_MIN_SHARE = 0.6
"""Share of the ink of a picture in a few colours, each a rectangle, from which on it is a chart or a box of text."""
LETTER_MASK_PT = 0.6
"""Width around the letters of a line that belongs to them."""
