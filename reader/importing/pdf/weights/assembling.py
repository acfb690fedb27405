"""Weights of making articles of regions. Scores of the reading order: 1 is a sentence that continues."""

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
SMALL_LETTER_AFTER_SENTENCE = -0.5
"""Score of a block that begins with a small letter after one that ends a sentence."""
HEADING_HAS_TEXT = 1.0
"""Score of a block close under its heading."""
HEADING_WITHOUT_TEXT = -1.0
"""Score of any other block after a heading."""
HEADING_OVER_COLUMN_BREAK = 0.0
"""Score of a heading at the foot of a column, with its text at the head of the next one."""
HEADING_AFTER_SENTENCE = 0.25
"""Score of a heading after a block that ends a sentence."""
HEADING_IN_SENTENCE = -1.0
"""Score of a heading after a block that ends inside a sentence."""
ZIGZAG_MIN_TURNS = 2
"""Minimum number of changes from one column to another, from the top down, of texts with nothing beside them."""
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
# -- Bodies of articles --
TITLE_GROUP_GAP_EM = 2.0
"""Gap between two titles of an article, in sizes of the upper one, below which they belong together."""
TITLE_PAGE_SHARE = 1 / 3
"""Share of the height above which a title begins an article, though no text is over it."""
INSET_MIN_EM = 1.5
"""Minimum distance of the edges of an abstract or a quotation from those of its column."""
INSET_MIN_LINES = 3
"""Minimum number of its lines that end at its right edge."""
INSET_FULL_SHARE = 0.6
"""Minimum share of its lines that end there."""
HUNG_MARK_MAX_EM = 0.75
"""Maximum distance by which Chinese brackets and marks hang over the edge of a column."""
COLUMN_BEFORE_EM = 3.0
"""Maximum difference of the edges of the texts of a column."""
COLUMN_MIN_LINES = 3
"""Number of lines below which a block may be narrower than its column."""
THING_MIN_EM = 3.0
"""Minimum width or height of a thing beside lines of a column that makes them shorter; bullets are smaller."""
SHORT_BLOCK_ALIGNED_EM = 0.3
"""Difference of left edges below which a short block is aligned with a column, and not with one beside it."""
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
PICTURE_BELOW_PT = 4.0
"""Points by which a picture above a caption may be farther away than one below it: captions are under pictures."""
PICTURE_RIVAL_PT = 8.0
"""Points by which other pictures must be farther away for a caption to be sure of its own."""
PHOTOGRAPH_MIN_PT = 60.0
"""Minimum width and height of a picture that is noted if it has no caption."""
# -- Asides --
BOX_TITLE_RATIO = 1.08
"""Size of a box's title divided by that of its text, above which it is one."""
SIDE_HEAD_LEVEL_EM = 0.4
"""Maximum distance of the baselines of a heading and the text that it is beside."""
