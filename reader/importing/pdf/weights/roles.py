"""Weights of the roles of text blocks."""

# -- Text boxes --
TEXT_BOX_MAX_PAGE_SHARE = 0.6
"""Maximum share of the page that a box with text of its own covers; a larger one is the ground of the page."""
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
LAYOUT_MIN_BOXES = 3
"""Minimum number of boxes of a page set in boxes."""
LAYOUT_OUTSIDE_SHARE = 0.1
"""Maximum share of running text beside the boxes of such a page."""
TEXT_BOX_TITLE_MAX_LINES = 3
"""Number of lines of a text above which the box that holds it is not only the ground of a title."""
LAYOUT_MIN_AMOUNT = 36
"""Minimum amount of text in half of the boxes of such a page, in letters."""
# -- Pages set in boxes --
BLOCK_OVERLAP_PT = 2.0
"""Points by which blocks may overlap and still be beside each other, or under each other."""
BOX_USUAL_MIN_LETTERS = 60
"""Minimum length of a text that shows the usual size of its box, or has a head over it."""
BOX_HEAD_MAX_LETTERS = 40
"""Maximum length of a head in a box."""
BOX_HEAD_APART_EM = 1.6
"""Minimum distance of the baselines of a head and of the text in its box."""
BOX_ALIGNED_PT = 3.0
"""Maximum difference of the edges of boxes in a row."""
# -- Furniture and margins --
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
TWIN_GAP_EM = 0.6
"""Maximum difference of the gaps under a heading in the upper margin and under one like it farther down."""
MARGIN_CAPTION_MIN_SHARE = 0.12
"""Share of the page's width above which text by a picture in the margin is a caption."""
MARGIN_CAPTION_REACH_EM = 1.6
"""Maximum distance of such a caption from its picture."""
COLUMN_EDGE_EM = 6.0
"""Maximum difference of the edges of a column's blocks."""
FOOT_NUMBER_MIN_GAP_EM = 1.0
"""Minimum gap between the last text of a page and the number under it that is over the lower margin."""
FOOT_NUMBER_MAX_WORDS = 4
"""Maximum number of words of a line with that number, such as that of all pages."""
FOOT_TEXT_MIN_LETTERS = 8
"""Minimum length of that text; shorter ones are cells or labels."""
MARGIN_TITLE_RATIO = 1.12
"""Minimum size of a title in the upper margin divided by that of the running text."""
MARGIN_TITLE_MIN_WORDS = 3
"""Minimum number of words of a title in the upper margin."""
COLUMN_END_MIN_LINES = 2
"""Minimum number of lines of the end of a column in the lower margin."""
COLUMN_END_MIN_WORDS = 8
"""Minimum number of words of the end of a column in the lower margin."""
FLUSH_EM = 0.1
"""Maximum difference of edges that are one."""
FLUSH_HEADING_GAP_EM = 1.8
"""Maximum gap between a bold heading and its text where their edges are one."""
CHARACTERS_A_WORD = 2
"""Number of Han characters that count as a word."""
STEP_MIN_LETTERS = 4
"""Minimum number of letters of a line in a margin that goes on with the text."""
STEP_MIN_COUNT = 2
"""Minimum number of distances between paragraphs by which a line in a margin is measured."""
STEP_SLACK = 1.08
"""Maximum distance of a line in a margin from its text, divided by that between paragraphs."""
MARGIN_PARAGRAPH_MIN_WORDS = 12
"""Minimum number of words of a paragraph in a margin."""
MARGIN_PARAGRAPH_FULL_SHARE = 0.8
"""Share of the text's width that a line of a paragraph in a margin fills."""
OUTER_ROWS_MAX_LINES = 4
"""Maximum number of lines of text under the foot of a page."""
OUTER_TITLE_CLEAR_EM = 2.0
"""Minimum distance of a title at the foot of a page from the text above it."""
FURNITURE_MARGIN_SHARE = 0.15
"""Share of the height, at the head and at the foot, in which text may be repeated."""
FURNITURE_MAX_LINES = 3
"""Maximum number of lines of repeated text."""
FURNITURE_PLACE_PT = 3.0
"""Maximum difference of the heights on the page of repeated text."""
FURNITURE_SIZE_PT = 0.5
"""Maximum difference of the sizes of repeated text."""
FURNITURE_MIN_LETTERS = 3
"""Minimum number of letters of repeated text, numbers left out."""
# -- Roles of text blocks --
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
IN_COLUMN_MIN_RATIO = 0.87
"""Minimum size of text between the lines of a column divided by theirs: code and addresses are set a little smaller."""
IN_COLUMN_EDGE_EM = 0.3
"""Maximum distance of the edges of such text from those of its column."""
IN_COLUMN_GAP_EM = 0.6
"""Maximum gap of such text to the lines of its column."""
IN_COLUMN_MIN_WIDTH_EM = 15.0
"""Minimum width of a column in which there is such text."""
SMALL_NOTE_MAX_LINES = 2
"""Maximum number of lines of small text that is a note by itself, on a page without pictures."""
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
LARGER_TEXT_MIN_LINES = 5
"""Minimum number of lines of running text that is larger than the rest."""
LARGER_TEXT_MIN_SENTENCES = 4
"""Minimum number of sentences of running text that is larger than the rest."""
DECK_MAX_LINES = 3
"""Number of lines above which a text with an indent is no deck."""
LEAD_MIN_LINES = 3
"""Minimum number of lines of a first paragraph that is set larger."""
LEAD_MIN_SENTENCES = 2
"""Minimum number of sentences of a first paragraph that is set larger."""
LEAD_MIN_WIDTH_EM = 24.0
"""Minimum width of a first paragraph that is set larger."""
ABBREVIATION_MAX_LETTERS = 4
"""Maximum number of letters of a word that is an abbreviation."""
ABBREVIATION_MAX_WORDS = 2
"""Maximum number of such words in a text."""
PAPER_TITLE_MAX_LETTERS = 160
"""Maximum length of the title of a paper."""
ABSTRACT_REACH_EM = 2.0
"""Maximum distance of an abstract from its heading."""
PLAIN_HEADING_MAX_LETTERS = 60
"""Number of letters above which a heading has one clause."""
SMALL_HEADING_RATIO = 0.85
"""Minimum size of a heading divided by that of the running text, where it is smaller."""
CAPITALS_HEADING_RATIO = 0.7
"""Minimum size of a heading in capitals divided by that of the running text."""
# -- Footnotes --
FOOTNOTE_RULE_MIN_WIDTH_EM = 3.0
"""Minimum width of the rule over notes."""
FOOTNOTE_RULE_MAX_WIDTH_SHARE = 0.6
"""Maximum width of the rule over notes, as a share of the column's."""
FOOTNOTE_MAX_INDENT_EM = 2.5
"""Maximum indent of a paragraph of one line over the rule of notes."""
FOOTNOTE_MAX_GAP_EM = 2.5
"""Maximum distance of a rule from the notes under it."""
FOOTNOTE_MAX_STEP_EM = 1.0
"""Maximum gap between notes: the number of the page is further below."""
FOOTNOTE_BLANK_MAX_EM = 3.0
"""Maximum gap inside a line of a note."""
FOOTNOTE_MAX_TEXTS = 20
"""Number of texts under a rule above which they are no notes."""
# -- Authors --
AUTHORS_MAX_LINES = 4
"""Maximum number of lines of authors or of institutions."""
AUTHORS_HEAD_RATIO = 1.25
"""Minimum size of a heading over authors divided by that of the running text."""
AUTHORS_REACH_EM = 5.0
"""Maximum gap of a line of authors to the title or the line above, in sizes of the line."""
AUTHORS_JOINED_EM = 2.5
"""Maximum gap between lines of institutions that are one text."""
# -- Biographies --
BIOGRAPHY_MIN_NAMES = 3
"""Minimum length of a text about a writer divided by that of the name that it begins with."""
BIOGRAPHY_EDGE_EM = 1.0
"""Maximum difference of the left edges of a biography and of the addresses under it."""
BIOGRAPHY_ADDRESS_GAP_EM = 1.6
"""Maximum gap between a biography and the addresses under it."""
# -- Heads of papers --
ABSTRACT_MIN_WORDS = 8
"""Minimum number of words of a text that begins with the word for an abstract and has no other sign of one."""
ABSTRACT_LABEL_LETTERS = 12
"""Number of letters at the beginning of an abstract that its label may have."""
FRONT_TITLE_MAX_LINES = 4
"""Maximum number of lines of the title of a paper."""
FRONT_TITLE_MAX_CHARACTERS = 60
"""Maximum number of Han characters of the title of a paper."""
FRONT_TITLE_MAX_WORDS = 30
"""Maximum number of Latin words of the title of a paper."""
FRONT_OTHER_TITLE_MIN_WORDS = 4
"""Minimum number of words of a title over names that is no larger than the text: a name has fewer."""
FRONT_NAMES_MAX_LINES = 3
"""Maximum number of lines of the authors of a paper."""
FRONT_NAMES_MAX_LETTERS = 160
"""Maximum number of letters of the authors of a paper."""
FRONT_SUBTITLE_MIN_CHARACTERS = 8
"""Minimum number of Han characters without a mark of names between them in a subtitle over the authors."""
FRONT_MAX_GAP_EM = 9.0
"""Maximum gap between the texts over an abstract."""
FRONT_HEAD_SHARE = 0.25
"""Share of the height, from above, in which the name and the number of a journal are."""
# -- Titles, decks and pull quotes --
TITLE_HALVES_GAP_EM = 3.0
"""Maximum distance of the two phrases of a title on one line."""
TITLE_HALF_MIN_CHARACTERS = 5
"""Minimum number of characters of each; the name of a writer has fewer."""
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
TITLE_ABOVE_EM = 2.0
"""Height above a title's lower edge from which on text is beside it, in sizes of the title."""
TITLE_BELOW_EM = 3.0
"""Maximum depth below a title of text that is near it, in sizes of the title."""
DECK_RATIO = 0.7
"""Size divided by that of the title above, below which text as large as a title is a deck."""
DECK_REACH_EM = 2.5
"""Maximum distance of a deck from the title above it."""
DECK_TEXT_GAP_RATIO = 0.6
"""Distance of a deck to the text below, divided by that to the title above, which it exceeds."""
LESSER_TITLE_RATIO = 0.8
"""Size divided by that of the page's title, below which a large text in a column is a pull quote."""
LONG_DECK_MAX_LINES = 6
"""Maximum number of lines of a Chinese deck over all text; more are verses."""
OUTLINE_MIN_TITLES = 4
"""Number of titles in one style, in one column of Chinese text, from which on all but the first are its headings."""
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
UNIT_MAX_LETTERS = 3
"""Number of letters beside a figure below which they are a unit: ``1 MW``."""
TITLE_MAX_WORDS = 22
"""Number of words above which a large text is no title."""
TITLE_MAX_CHARACTERS = 50
"""Number of Han characters above which a large text is no title."""
HEADLINE_MAX_WORDS = 10
"""Number of words above which a text is no headline of a newspaper."""
TITLE_LEADING_EM = 1.5
"""Maximum distance of the baselines of a title."""
TITLE_INDENT_EM = 1.0
"""Maximum difference of the left edges of a title's lines, unless they are one block."""
# -- Mastheads --
MASTHEAD_HEAD_SHARE = 0.16
"""Share of the height, from above, in which the name of a newspaper is."""
MASTHEAD_RATIO = 1.8
"""Minimum size of the name of a newspaper divided by that of its headlines."""
MASTHEAD_RIVAL_RATIO = 0.8
"""Minimum size of a title below a running head divided by that of the head."""
MASTHEAD_MIN_HEADLINES = 2
"""Minimum number of headlines under the name of a newspaper."""
ISSUE_LINE_MAX_LETTERS = 60
"""Maximum length of a line with the number of an issue."""
DATED_NAME_SHARE = 0.25
"""Share of the height, from above, with a name over the date of its issue."""
DATED_NAME_REACH_SHARE = 0.15
"""Maximum distance of a name from the date of its issue, as a share of the height."""
DATED_NAME_RATIO = 2.5
"""Minimum size of such a name divided by that of the title below it."""
DATED_TITLE_RATIO = 1.25
"""Minimum size of the title below such a name divided by that of its text."""
RUNNING_HEAD_MAX_WORDS = 10
"""Maximum number of words of a running head above a title."""
KICKER_MAX_LETTERS = 32
"""Maximum length of the words over a title."""
KICKER_RULE_MIN_EM = 4.0
"""Minimum width of a rule in the row of the words over a title, from their end on."""
KICKER_RULE_REACH_EM = 2.0
"""Maximum distance of such a rule from the words."""
MASTHEAD_ROW_SHARE = 0.5
"""Share of the height of furniture from which on words are in one row with it."""
LOGO_MAX_LETTERS = 20
"""Maximum length of the words of a logo."""
LOGO_MIN_HEIGHT_EM = 0.4
"""Minimum height of the drawing of a logo, in sizes of its words."""
LOGO_MAX_HEIGHT_EM = 2.5
"""Maximum height of the drawing of a logo, in sizes of its words."""
LOGO_GAP_EM = 0.15
"""Maximum gap between the words of a logo and its drawing, in their size; beside an icon there is more."""
LOGO_OVERLAP_EM = 0.3
"""Maximum depth to which the drawing of a logo reaches into its words, in their size."""
LOGO_ROW_SHARE = 0.6
"""Minimum share of its height in which the drawing of a logo is beside its words."""
LOGO_LINE_GAP_EM = 1.0
"""Maximum gap between the words of a logo and a line under them that belongs to it."""
# -- Lone titles --
ONLY_TITLE_MIN_RATIO = 1.25
"""Minimum size of a heading divided by that of the running text, from which on it is the title where there is none."""
ONLY_TITLE_BOLD_MIN_RATIO = 1.12
"""Minimum size of a bold heading, alone in its style, from which on it is such a title."""
ONLY_TITLE_MIN_REGIONS = 3
"""Minimum number of texts on a page under such a bold title."""
# -- Signatures --
SIGNATURE_REACH_EM = 2.5
"""Maximum gap between a text and the name of its writer under it."""
SIGNATURE_RIGHT_REACH_EM = 10.0
"""Maximum gap between a text and a name at its right edge: a portrait of the writer may be between them."""
SIGNATURE_RIGHT_MIN_GAP_EM = 0.6
"""Minimum gap between a text and a name at its right edge."""
SIGNATURE_EDGE_EM = 0.5
"""Maximum difference of the right edges of a text and of the name at it."""
SIGNATURE_MIN_INDENT_SHARE = 0.35
"""Minimum room left of such a name as a share of the width of the text."""
SIGNATURE_MAX_LETTERS = 60
"""Maximum length of such a name, with the place of its bearer."""
# -- Continued articles --
CONTINUED_TITLE_MIN_LETTERS = 6
"""Minimum number of letters of a title beside the words that say where its article began."""
CONTINUED_TEXT_GAP_EM = 2.5
"""Maximum gap between such a title and a text under it, and between two such texts."""
# -- Titles of tables --
TABLE_TITLE_MAX_LINES = 2
"""Maximum number of lines of a table's title or note."""
TABLE_TITLE_GAP_EM = 2.0
"""Maximum gap between a table and its title or note."""
TABLE_TITLE_OUTDENT_EM = 1.0
"""Maximum distance beside a table at which its title or note is."""
TABLE_UNIT_MAX_CHARACTERS = 30
"""Maximum length of a line over a table that says the unit of its figures."""
