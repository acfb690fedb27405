"""Weights of the reading of page text: the numbers that its scores, and its measuring of columns, are made with.

Units: nats (natural logarithms of odds, positive if something is likelier: 1 nat is 2.7 to 1); ems (names in ``_EM``);
shares of a width or of a probability (names in ``_SHARE``). Modules read a weight where they use it, as
``weights.NAME``, so that a trial can change it. Bounds of a pattern, such as the words of a running foot, are constants
of their modules.
"""

# -- Continuation models: nats for one word or character after another, where a line ends between them --
MARK_OUT_OF_PLACE = -5.0
"""Nats for a line that begins with a closing mark or ends with an opening one."""
PAIR_KNOWN = 0.4
"""Nats for two characters that are neighbours inside a common word."""
PAIR_LEVEL = 0.7
"""Nats more for each level of such a pair, a whole nat in the table."""
PAIR_MOST = 3.5
"""Nats for such a pair at most."""
PAIR_UNKNOWN = -0.6
"""Nats for two characters that are neighbours in no common word."""
PAIR_TORN = -1.2
"""Nats more for each of these that hardly ends, or hardly begins, a word."""
CAPITAL_AFTER_SENTENCE = 0.8
"""Nats for a capital after the end of a sentence."""
SMALL_AFTER_SENTENCE = -2.5
"""Nats for a small letter after the end of a sentence."""
CAPITAL_AFTER_HYPHEN = -1.0
"""Nats for a capital or a digit after a hyphen."""
FUNCTION_WORD_AFTER_HYPHEN = -0.5
"""Nats for a function word after a hyphen."""
REST_AFTER_HYPHEN = 2.0
"""Nats for another word in lower case after a hyphen: the rest of a divided word."""
CAPITAL_FUNCTION_WORD = -2.0
"""Nats for a function word with a capital within a sentence."""
CAPITAL_AFTER_MARK = -1.0
"""Nats for a capital after a comma, a semicolon or a colon."""

# -- Drop caps --
DROP_CAP_ALONE = 3.0
"""Score of a capital by itself, or one that is no word, as the drop cap of a line near it."""
DROP_CAP_LIKE_WORD = 0.5
"""Score of ``A`` or ``I`` before a word in lower case."""
DROP_CAP_BEFORE_CAPITAL = 2.0
"""Score of a capital before another capital, as in ``TThe``."""
DROP_CAP_LEAVES_WORD = 1.0
"""Score of a capital whose word is a known one without it."""
DROP_CAP_LEAVES_NO_WORD = -1.0
"""Score of a capital whose word is no known one without it."""
DROP_CAP_MAKES_WORD = 2.0
"""Score more if the word that lacks a letter is a known one with the capital."""
DROP_CAP_TAKES_FUNCTION_WORD = -2.0
"""Score more if the word that lacks a letter is a function word as it is."""
DROP_CAP_LEAST_SCORE = 0.5
"""Score that a drop cap exceeds."""
DROP_CAP_FULL_LINE_SHARE = 0.8
"""Width of a line of the text at least, as a share of a full one; no sentence may go on from it to a drop cap."""
DROP_CAP_WIDTH_SHARE = 0.16
"""Width of a drop cap as a share of its column."""

# -- Column layout: how wide columns are, and how many --
HAN_TOLERANCE_EM = 1.3
"""By how much full Chinese lines are narrower than their column."""
LATIN_TOLERANCE_EM = 0.4
"""By how much full English lines are narrower than their column, apart from a share of it."""
LATIN_TOLERANCE_SHARE = 0.03
"""This share of the column."""
COLUMN_MORE = -5.0
"""Nats for each column after the first."""
COLUMN_TOO_WIDE = -0.8
"""Nats for each em of a column beyond the usual width."""
USUAL_COLUMN_EM = 38.0
"""Width that columns seldom exceed."""
FULL_LINE_STEP_EM = 0.7
"""Width from a full line to the next wider one at most."""
FULL_LINE_EXCESS_SHARE = 1.08
"""Width of the widest full line, as a share of most full lines."""
LATIN_SPREAD_EM = 2.5
"""Width by which most full English lines differ."""
NARROWER_COLUMN_SHARE = 0.75
"""Width of a column at most, as a share of lines that may be several columns woven together."""
NARROWER_SPREAD_EM = 1.5
"""Width by which most lines of such a column differ."""
PART_GUTTER_EM = 0.4
"""Width of a line that each of several columns woven together has less."""
FIT_COLUMN_SHARE = 1.03
"""Width of a column as a share of a full line, where columns are fitted into a line."""
FIT_GUTTER_EM = 0.6
"""Width between two columns there."""
FIT_SLACK_EM = 1.0
"""By how much a line may be wider than the columns in it."""
FIT_OUTLIER_SHARE = 0.1
"""Share of the lines that may be wider nevertheless."""
HAN_SPREAD_EM = 1.2
"""Width by which most full Chinese lines differ."""
HAN_WIDER_LEAST_EM = 1.4
"""Width by which a full line is wider than one with an indent, at least."""
HAN_WIDER_MOST_EM = 3.2
"""Width by which a full line is wider than one with an indent, at most."""
HAN_FULL_LINE_SHARE = 0.4
"""Full lines for each line with an indent, at least, where most lines begin paragraphs."""
HAN_INDENT_LEAST_EM = 1.3
"""Width that a line with an indent lacks at least."""
HAN_INDENT_MOST_EM = 3.2
"""Width that a line with an indent lacks at most."""
HAN_INDENTED_SHARE = 0.08
"""Share of lines with an indent at least, where paragraphs have one."""
MEASURE_LEAST_SHARE = 0.7
"""Width of lines that are measured in a first reading at least, as a share of the column."""
MEASURE_LEAST_SPREAD_EM = 0.5
"""Width by which full lines differ at least, as measured."""
MEASURE_SPREADS = 1.5
"""Spread of full lines as a multiple of their middle deviation."""
MEASURE_WIDEST_SPREADS = 2.5
"""Spreads by which the widest full line is wider than the middle one."""

# -- Line cuts --
LIMIT_SHARE = 1.02
"""Width of a fragment at most, as a share of its column, apart from some tolerances."""
LIMIT_TOLERANCES = 0.7
"""These tolerances of full lines."""
LIMIT_MEASURED_EM = 1.0
"""By how much a fragment may be wider than a column that was measured in a first reading."""
LIMIT_NUMBERS_EM = 2.0
"""By how much more a Chinese line may be wider if there are numbers and spaces in it."""
CUT_WITHOUT_GUTTER = -1.5
"""Nats for cutting Chinese where no gutter is."""
GUTTER_IGNORED = -5.0
"""Nats for leaving Chinese whole over its gutters."""
CUT = -1.2
"""Nats for cutting English."""
CUT_HINTED = -0.3
"""Nats for cutting English where a caption may begin or end."""
CUT_CONTINUATION = 0.6
"""Share of the continuation score of the words beside a cut that counts against it."""
CUT_NARROW = -2.0
"""Nats for cutting a line that fits into a column."""
CUT_NARROW_LIKELY = -0.3
"""Nats for the same at the end of a sentence, or where a caption may begin or end."""
LINE_TOO_WIDE = -12.0
"""Nats for leaving a line whole that is wider than a column."""
SHORT_RUN_SHARE = 0.5
"""Width of a run that is never cut at most, as a share of its only column."""
FULL_LINE_TOLERANCES = 2
"""Tolerances that a fragment lacks at most if it fills its column."""
SHORT_CLOSED = -0.6
"""Nats for a fragment that does not fill its column, and after which a paragraph may end."""
SHORT_OPEN = -2.0
"""Nats for a fragment that does not fill its column, and after which no paragraph ends."""
SHORT_HINTED = -2.0
"""Nats for a short fragment that may be a caption, to which the score of that is added."""

# -- Fragment scores: outside all columns, at the head of a column (HEAD), after another fragment --
OUTSIDE = -2.8
"""Nats for a fragment outside all columns, to which the score of a caption is added."""
OUTSIDE_LIKELY = 1.5
"""Nats of a caption from which its width does not count."""
OUTSIDE_FULL_SHARE = 0.85
"""Width of a fragment, as a share of a column, above which it is as a full line."""
OUTSIDE_FULL = -4.0
"""Nats for such a fragment."""
OUTSIDE_WIDE_SHARE = 0.6
"""Width of a fragment, as a share of a column, above which it is wide for a caption."""
OUTSIDE_WIDE = -1.0
"""Nats for such a fragment."""
OUTSIDE_HARDLY = -6.0
"""Nats of fragments outside columns below which they are in one, if there is one for them."""
INSIDE_HINTED = 0.5
"""Share of the score of a caption that counts against the fragment in a column."""
HEAD_BEGINNING = -0.8
"""Nats for the beginning of a paragraph."""
HEAD_CONTINUATION = -0.9
"""Nats for a full line that goes on a paragraph."""
HEAD_SHORT = -1.2
"""Nats for a short line that goes on a paragraph."""
HEAD_HEADING = -1.5
"""Nats for a heading."""
SPEAKER = 1.5
"""Nats for a paragraph that begins with a speaker of an interview."""
SPEAKER_IN_SENTENCE = -4.0
"""Nats for the same within a sentence."""
HEADING_LINE_MOST_SHARE = 0.8
"""Width of a heading, as a share of its column, at most."""
HEADING_AFTER_CLOSED = -0.8
"""Nats for a heading after the end of a paragraph."""
HEADING_GOES_ON = -3.0
"""Nats for another line of a heading."""
CONTINUATION_AFTER_CLOSED = 0.2
"""Nats for going on after a full line with which a paragraph may end; the continuation score is added."""
CONTINUATION_AFTER_OPEN = 0.8
"""Nats for going on after a full line within a sentence; the continuation score is added."""
CONTINUATION_FULL = 0.3
"""Nats more if the line is full, too, or ends as a paragraph may."""
CONTINUATION_SHORT = -0.6
"""Nats more if it is not."""
CONTINUATION_AFTER_ROOM = -5.0
"""Nats for going on within a sentence after a line with room for the first word."""
CONTINUATION_ROOM_MOST = 0.5
"""Continuation score at most that is added to it."""
BEGINNING_AFTER_FULL = -0.3
"""Nats for the beginning of a paragraph after a full line."""
BEGINNING_SMALL_LETTER = -3.0
"""Nats for a paragraph that begins with a small letter."""
BEGINNING_INDENT_MOST_EM = 2.2
"""Width, beyond the tolerance, that the first line of a paragraph lacks for its indent at most."""
BEGINNING_INDENTED = 0.6
"""Nats for a first line with the indent that paragraphs have."""
BEGINNING_NOT_INDENTED = -0.8
"""Nats for a full first line where paragraphs have an indent."""
BEGINNING_FULL = 0.2
"""Nats for a full first line where paragraphs have no indent."""
BEGINNING_SHORT_CLOSED = -0.8
"""Nats for a short first line with which a paragraph may end."""
BEGINNING_SHORT = -3.5
"""Nats for a short first line with which no paragraph ends."""
HAN_INDENT_EM = 2.0
"""Indent of a Chinese paragraph."""
LATIN_INDENT_EM = 1.2
"""Indent of an English paragraph."""
UNUSUAL = 0.25
"""Nats against a line for the square of its deviation from full lines, in spreads."""
UNUSUAL_MOST = 3.0
"""Nats against it at most."""
UNUSUAL_LEAST_SHARE = 0.75
"""Width of a line, as a share of its column, from which it is compared with full lines."""

# -- Hypotheses: columns that get no line --
GAP_OPEN = -0.6
"""Nats for each missed turn of a column that goes on within a sentence."""
GAP_CLOSED = -0.2
"""Nats for each missed turn of a column after the end of a paragraph, or after a heading."""
GAP_SHARED_BASELINE = -0.4
"""Nats for going on after missed turns in a column that had its last line beside others."""
SKIPPED_TURN = -2.4
"""Nats for a column that gets nothing in its turn, the first time."""
SKIPPED_TURN_DECAY = 0.5
"""Share of these nats for each further turn."""
SKIPPED_AT_REST_SHARE = 0.4
"""Share of these nats after the end of a paragraph, or after a heading."""
SKIPPED_BESIDE = -0.4
"""Nats for a column that gets nothing in a line of others on its baselines."""
SKIPPED_NO_TURN = -0.1
"""Nats for a column that gets nothing in the turn of another."""
COLUMN_EMPTY = -3.0
"""Nats for a column without text."""
PAGE_END_OPEN = -1.5
"""Nats for a column that ends within a sentence with no column after it."""

# -- Sureness --
MARGIN_DROPPED = 1.5
"""Nats that a reading lost at least, beyond its last margin, if it was not among the best any more."""
SUREST = 0.95
"""Confidence of a paragraph or a caption at most."""
DOUBTFUL = 0.75
"""Confidence below which a paragraph or a caption is doubted."""
PAGE_LANGUAGE_CHANGE = 0.2
"""Share of the width of two pages that a change of language counts as, for the border between them."""

# -- Paragraphs --
GOES_ON_SHARE = 0.8
"""Width of a line from which its paragraph may go on, as a share of its column."""
PARAGRAPH_SHORT_TOLERANCES = 2
"""Tolerances that a line lacks at least, after which a capital begins a paragraph within a sentence."""
PARAGRAPH_SHORT_SHARE = 0.5
"""Width of the only line of a paragraph at most, as a share of its column, which has no indent that counts."""
HAN_INDENT_ROOM_LEAST_EM = 0.7
"""Width that the first line of a Chinese paragraph lacks for its indent, at least, with room for the next word."""
HAN_INDENT_ROOM_MOST_EM = 2.5
"""The same at most."""
LATIN_INDENT_ROOM_LEAST_EM = 0.25
"""The same for English, at least."""
LATIN_INDENT_ROOM_MOST_EM = 4
"""The same for English, at most."""

# -- Captions: segments that may be one --
CAPTION_MOST_SHARE = 0.8
"""Width of a caption at most, as a share of a full line."""
CAPTION_LEAST = 0.4
"""Nats that a caption candidate exceeds."""
CAPTION_SURE = 5.0
"""Nats from which a caption is taken out before columns are searched."""
IMPOSSIBLE = -9.0
"""Nats for a text that cannot be a caption, or for a credit that cannot belong to one."""
CAPTION_ONLY_HAN = 0.5
"""Nats for the only Chinese in a line."""
CAPTION_BESIDE_HAN = -0.3
"""Nats for Chinese beside other Chinese."""
CAPTION_HAS_CREDIT = 0.8
"""Nats for Chinese with a credit in it."""
CAPTION_LINE_END = -1.5
"""Nats for wide Chinese with the end of a sentence, as a last line has it."""
CAPTION_LINE_END_SHARE = 0.6
"""Width of such Chinese, as a share of a full line."""
CAPTION_BESIDE = 0.3
"""Nats for English beside its Chinese."""
CAPTION_IN_LINE = 2.0
"""Nats more for Chinese, English and a credit in one line."""
CAPTION_BELOW = 0.6
"""Nats for English in the line below its Chinese."""
CAPTION_LINE_FURTHER = -0.7
"""Nats for each line that it is further down."""
CAPTION_ALONE_IN_LINE = 0.7
"""Nats for English that is all of its line."""
CAPTION_NEIGHBOURS = 2.5
"""Nats for two captions beside each other that divide one run of English between them."""
CAPTIONS_SIDE_BY_SIDE = 2.0
"""Nats more than sure for a line of Chinese captions above one line of English."""
CAPTIONS_WIDEST_SHARE = 1.05
"""Width of this English for each caption at most, as a share of a full line."""
CAPTIONS_LEAST_FIT = -4.0
"""Nats for two texts being translations of each other that count in dividing this English, at least."""
CAPTIONS_CUT_CAPITAL = 3.0
"""Nats for dividing it before a capital."""

# -- Captions: English cut off the words beside it, or the translation of Chinese, and what a search finds --
CAPTION_CUT = -0.8
"""Nats for a cut before a small letter."""
CAPTION_CUT_CAPITAL = -0.4
"""Nats for a cut before a capital."""
CAPTION_CUT_CONTINUATION = 0.8
"""Share of the continuation score of the words beside a cut that counts against it."""
CAPTION_CUT_FULL = -1.0
"""Nats for a cut in a segment as wide as a full line of a column."""
CUT_FULL_LEAST_SHARE = 0.8
"""Width of such a segment at least, as a share of a full line."""
CUT_FULL_MOST_SHARE = 1.05
"""The same at most."""
CAPTION_CUT_HEADING = 0.4
"""Nats for a cut before a heading in title case."""
CAPTION_WITH_HEADING = -0.8
"""Nats for not cutting there."""
CAPTION_LETTERS = 4.5
"""English characters for each Chinese one."""
CAPTION_LETTERS_SPREAD = 0.42
"""By how much the logarithm of this ratio differs, mostly."""
CAPTION_LENGTH_BEST = 1.0
"""Nats for English of just this length."""
CAPTION_LENGTH = 0.5
"""Nats against it for the square of its deviation, in spreads."""
CAPTION_ENDS_FUNCTION_WORD = -3.0
"""Nats for English that ends with a function word."""
CAPTION_TITLE_CASE = -2.5
"""Nats for English in title case that is no sentence."""
CAPTION_COMMA = -0.7
"""Nats for English with a comma or a semicolon."""
CAPTION_WIDE = -1.0
"""Nats for English nearly as wide as a full line."""
CAPTION_WIDE_SHARE = 0.85
"""Width of such English, as a share of a full line."""
CAPTION_SPEAKER = -2.0
"""Nats for English that begins with a speaker of an interview."""
CAPTION_TWO_SENTENCES = -1.0
"""Nats for English of two sentences."""
CAPTION_STOP_LATIN_ONLY = -1.0
"""Nats for a full stop in English only."""
OUTSIDE_CAPTION = 1.0
"""Nats for words outside all columns, beyond the score of their caption."""
OUTSIDE_CREDIT = 7.0
"""Nats for words with a credit outside all columns."""
OUTSIDE_WITH_LATIN = 3.0
"""Nats more for Chinese whose English was found outside."""
INSIDE_WITH_LATIN = -1.0
"""Nats for Chinese outside all columns whose English was found in one."""
CAPTION_FOUND_OUTSIDE = 1.0
"""Nats more for a caption whose Chinese was found outside."""
CAPTION_IN_SENTENCE = -3.0
"""Nats more for a caption whose Chinese goes on a sentence."""
CAPTION_FOUND_HEADING = -1.0
"""Nats more for a caption whose Chinese was found to be a heading, and whose English must be cut off."""

# -- Credits: distances are in lines --
CREDIT_LEAST = 1.0
"""Nats that a caption with its credit exceeds."""
CREDIT_CERTAINTY = 1.0
"""Nats more than sure for a caption with a credit, at least."""
CREDIT_RIVAL = 1.0
"""Nats by which the caption of a credit is better than others, at least, or else it is doubted."""
CREDIT_INSIDE = 5.0
"""Nats for a credit inside a caption."""
CREDIT_NEAR = 4.0
"""Nats for a credit after or below a caption."""
CREDIT_DISTANCE = 0.8
"""Nats against it for each line from the caption."""
CREDIT_DISTANCE_BESIDE = -0.5
"""Distance of a credit just after the caption."""
CREDIT_DISTANCE_IN_LINE = 2.0
"""Distance of a credit further on in the line of the caption."""
CREDIT_DISTANCE_ACROSS = 0.2
"""Distance for each segment across a line below."""
SINGLE_LEAST = -3.5
"""Nats that the caption of a credit, in one language, has at least."""
SINGLE_USUAL_LENGTH = 6
"""Chinese characters, or English words, of such a caption."""
SINGLE_LENGTH = -0.2
"""Nats for each character or word more or less."""
SINGLE_CONTINUATION = 0.5
"""Share of the continuation score of the words after it that counts against it."""
SINGLE_ENDS_FUNCTION_WORD = -2.0
"""Nats for such a caption that ends with a function word."""
SINGLE_TITLE_CASE = -1.0
"""Nats for such a caption in title case."""
