"""Weights of the pipeline for page text: the numbers in its scores and in its measurement of columns.

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
"""Additional nats for each level of such a pair; a level is a whole nat in the table."""
PAIR_MOST = 3.5
"""Maximum nats for such a pair."""
PAIR_UNKNOWN = -0.6
"""Nats for two characters that are neighbours in no common word."""
PAIR_TORN = -1.2
"""Additional nats for each of these characters that seldom ends, or seldom begins, a word."""
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
"""Score of a capital whose word is known without it."""
DROP_CAP_LEAVES_NO_WORD = -1.0
"""Score of a capital whose word is not known without it."""
DROP_CAP_MAKES_WORD = 2.0
"""Additional score if the word that lacks a letter is known with the capital."""
DROP_CAP_TAKES_FUNCTION_WORD = -2.0
"""Additional score if the word that lacks a letter is a function word as it is."""
DROP_CAP_LEAST_SCORE = 0.5
"""Score above which a letter is a drop cap."""
DROP_CAP_FULL_LINE_SHARE = 0.8
"""Width of a line above a drop cap, as a share of a full one, from which on the line must end a sentence."""
DROP_CAP_WIDTH_SHARE = 0.16
"""Width of a drop cap as a share of its column."""

# -- Column layout: how wide columns are, and how many --
HAN_TOLERANCE_EM = 1.3
"""Width that a full Chinese line may lack."""
LATIN_TOLERANCE_EM = 0.4
"""Width that a full English line may lack, in addition to a share of the column."""
LATIN_TOLERANCE_SHARE = 0.03
"""Share of the column that a full English line may lack in addition."""
COLUMN_MORE = -5.0
"""Nats for each column after the first."""
COLUMN_TOO_WIDE = -0.8
"""Nats for each em of a column beyond the usual width."""
USUAL_COLUMN_EM = 38.0
"""Width above which a column is unusually wide."""
FULL_LINE_STEP_EM = 0.7
"""Maximum width from a full line to the next wider one."""
FULL_LINE_EXCESS_SHARE = 1.08
"""Width of the widest full line, as a share of most full lines."""
LATIN_SPREAD_EM = 2.5
"""Range of the widths of most full English lines."""
NARROWER_COLUMN_SHARE = 0.75
"""Maximum width of a column, as a share of lines that may be several columns woven together."""
NARROWER_SPREAD_EM = 1.5
"""Range of the widths of most lines of such a column."""
PART_GUTTER_EM = 0.4
"""Width of the gutters in a line of several columns woven together, for each column."""
FIT_COLUMN_SHARE = 1.03
"""Width of a column as a share of a full line, where columns are fitted into a line."""
FIT_GUTTER_EM = 0.6
"""Width of the gutter between two columns there."""
FIT_SLACK_EM = 1.0
"""Width by which a line may exceed the columns in it."""
FIT_OUTLIER_SHARE = 0.1
"""Share of the lines that may exceed even that."""
HAN_SPREAD_EM = 1.2
"""Range of the widths of most full Chinese lines."""
HAN_WIDER_LEAST_EM = 1.4
"""Minimum width by which a full line exceeds one with an indent."""
HAN_WIDER_MOST_EM = 3.2
"""Maximum width by which a full line exceeds one with an indent."""
HAN_FULL_LINE_SHARE = 0.4
"""Minimum number of full lines for each line with an indent, where most lines begin paragraphs."""
HAN_INDENT_LEAST_EM = 1.3
"""Minimum width that a line with an indent lacks."""
HAN_INDENT_MOST_EM = 3.2
"""Maximum width that a line with an indent lacks."""
HAN_INDENTED_SHARE = 0.08
"""Minimum share of lines with an indent where paragraphs are indented."""
MEASURE_LEAST_SHARE = 0.7
"""Minimum width of the lines that a first search measures, as a share of the column."""
MEASURE_LEAST_SPREAD_EM = 0.5
"""Minimum spread of full lines, however little their widths differ."""
MEASURE_SPREADS = 1.5
"""Spread of full lines as a multiple of the median deviation of their widths."""
MEASURE_WIDEST_SPREADS = 2.5
"""Spreads by which the widest full line is wider than the middle one."""

# -- Line cuts --
LIMIT_SHARE = 1.02
"""Maximum width of a fragment as a share of its column, apart from some tolerances."""
LIMIT_TOLERANCES = 0.7
"""Number of tolerances of full lines that are added to it."""
LIMIT_MEASURED_EM = 1.0
"""Width by which a fragment may exceed a column that a first search measured."""
LIMIT_NUMBERS_EM = 2.0
"""Additional width that a Chinese line with numbers and spaces may have."""
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
"""Maximum width of a run that is never cut, as a share of its only column."""
FULL_LINE_TOLERANCES = 2
"""Maximum number of tolerances that a fragment lacks if it fills its column."""
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
"""Caption score from which on the width of a fragment does not count, in nats."""
OUTSIDE_FULL_SHARE = 0.85
"""Width of a fragment, as a share of a column, above which it counts as a full line."""
OUTSIDE_FULL = -4.0
"""Nats for such a fragment."""
OUTSIDE_WIDE_SHARE = 0.6
"""Width of a fragment, as a share of a column, above which it is wide for a caption."""
OUTSIDE_WIDE = -1.0
"""Nats for such a fragment."""
OUTSIDE_HARDLY = -6.0
"""Score outside all columns, in nats, below which a fragment is in a column if one is free."""
INSIDE_HINTED = 0.5
"""Share of the score of a caption that counts against the fragment in a column."""
HEAD_BEGINNING = -0.8
"""Nats for the beginning of a paragraph."""
HEAD_CONTINUATION = -0.9
"""Nats for a full line that continues a paragraph."""
HEAD_SHORT = -1.2
"""Nats for a short line that continues a paragraph."""
HEAD_HEADING = -1.5
"""Nats for a heading."""
SPEAKER = 1.5
"""Nats for a paragraph that begins with a speaker of an interview."""
SPEAKER_IN_SENTENCE = -4.0
"""Nats for the same within a sentence."""
HEADING_LINE_MOST_SHARE = 0.8
"""Maximum width of a heading as a share of its column."""
HEADING_AFTER_CLOSED = -0.8
"""Nats for a heading after the end of a paragraph."""
HEADING_GOES_ON = -3.0
"""Nats for another line of a heading."""
CONTINUATION_AFTER_CLOSED = 0.2
"""Nats for a continuation after a full line with which a paragraph may end, apart from the continuation score."""
CONTINUATION_AFTER_OPEN = 0.8
"""Nats for a continuation after a full line within a sentence, apart from the continuation score."""
CONTINUATION_FULL = 0.3
"""Additional nats if the line is full, too, or ends as a paragraph may."""
CONTINUATION_SHORT = -0.6
"""Additional nats if it is neither."""
CONTINUATION_AFTER_ROOM = -5.0
"""Nats for a continuation within a sentence after a line with room for the first word."""
CONTINUATION_ROOM_MOST = 0.5
"""Maximum continuation score that is added to it."""
BEGINNING_AFTER_FULL = -0.3
"""Nats for the beginning of a paragraph after a full line."""
BEGINNING_SMALL_LETTER = -3.0
"""Nats for a paragraph that begins with a small letter."""
BEGINNING_INDENT_MOST_EM = 2.2
"""Maximum width, beyond the tolerance, that the first line of a paragraph lacks for its indent."""
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
"""Maximum of these nats."""
UNUSUAL_LEAST_SHARE = 0.75
"""Width of a line, as a share of its column, from which it is compared with full lines."""

# -- Hypotheses: columns that get no line --
GAP_OPEN = -0.6
"""Nats for each missed turn of a column that continues within a sentence."""
GAP_CLOSED = -0.2
"""Nats for each missed turn of a column after the end of a paragraph, or after a heading."""
GAP_SHARED_BASELINE = -0.4
"""Nats for a continuation after missed turns in a column whose last line had others beside it."""
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
"""Minimum nats that a reading lost, beyond its last margin, if it was dropped from the beam."""
SUREST = 0.95
"""Maximum confidence of a paragraph or a caption."""
DOUBTFUL = 0.75
"""Confidence below which a paragraph or a caption is doubted."""
PAGE_LANGUAGE_CHANGE = 0.2
"""Share of the width of two pages that a change of language counts as, for the border between them."""

# -- Paragraphs --
GOES_ON_SHARE = 0.8
"""Width of a line, as a share of its column, from which on its paragraph may continue."""
PARAGRAPH_SHORT_TOLERANCES = 2
"""Minimum number of tolerances that a line lacks if a capital after it begins a paragraph within a sentence."""
PARAGRAPH_SHORT_SHARE = 0.5
"""Maximum width of a paragraph's only line whose indent does not count, as a share of its column."""
HAN_INDENT_ROOM_LEAST_EM = 0.7
"""Minimum width that the first line of a Chinese paragraph lacks for its indent, with room for the next word."""
HAN_INDENT_ROOM_MOST_EM = 2.5
"""Maximum of the same width."""
LATIN_INDENT_ROOM_LEAST_EM = 0.25
"""Minimum of the same width for English."""
LATIN_INDENT_ROOM_MOST_EM = 4
"""Maximum of the same width for English."""

# -- Captions: segments that may be one --
CAPTION_MOST_SHARE = 0.8
"""Maximum width of a caption as a share of a full line."""
CAPTION_LEAST = 0.4
"""Score above which a text is a caption candidate, in nats."""
CAPTION_SURE = 5.0
"""Score from which on a caption is taken out before columns are searched, in nats."""
IMPOSSIBLE = -9.0
"""Nats for a text that cannot be a caption, or for a credit that cannot belong to one."""
CAPTION_ONLY_HAN = 0.5
"""Nats for the only Chinese in a line."""
CAPTION_BESIDE_HAN = -0.3
"""Nats for Chinese beside other Chinese."""
CAPTION_HAS_CREDIT = 0.8
"""Nats for Chinese with a credit in it."""
CAPTION_LINE_END = -1.5
"""Nats for wide Chinese that ends a sentence, as the last line of a paragraph does."""
CAPTION_LINE_END_SHARE = 0.6
"""Width of such Chinese, as a share of a full line."""
CAPTION_BESIDE = 0.3
"""Nats for English beside its Chinese."""
CAPTION_IN_LINE = 2.0
"""Additional nats for Chinese, English and a credit in one line."""
CAPTION_BELOW = 0.6
"""Nats for English in the line below its Chinese."""
CAPTION_LINE_FURTHER = -0.7
"""Nats for each line that it is further down."""
CAPTION_ALONE_IN_LINE = 0.7
"""Nats for English without anything else in its line."""
CAPTION_NEIGHBOURS = 2.5
"""Nats for two captions beside each other that divide one run of English between them."""
CAPTIONS_SIDE_BY_SIDE = 2.0
"""Nats above :data:`CAPTION_SURE` for a line of Chinese captions above one line of English."""
CAPTIONS_WIDEST_SHARE = 1.05
"""Maximum width of this English for each caption, as a share of a full line."""
CAPTIONS_LEAST_FIT = -4.0
"""Minimum translation score that counts when this English is divided, in nats."""
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
"""Minimum width of such a segment as a share of a full line."""
CUT_FULL_MOST_SHARE = 1.05
"""Maximum width of such a segment as a share of a full line."""
CAPTION_CUT_HEADING = 0.4
"""Nats for a cut before a heading in title case."""
CAPTION_WITH_HEADING = -0.8
"""Nats for not cutting there."""
CAPTION_LETTERS = 4.5
"""English characters for each Chinese one."""
CAPTION_LETTERS_SPREAD = 0.42
"""Standard deviation of the logarithm of this ratio."""
CAPTION_LENGTH_BEST = 1.0
"""Nats for English of exactly this length."""
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
"""Nats for words outside all columns, in addition to the score of their caption."""
OUTSIDE_CREDIT = 7.0
"""Nats for words with a credit outside all columns."""
OUTSIDE_WITH_LATIN = 3.0
"""Additional nats for Chinese whose English was found outside."""
INSIDE_WITH_LATIN = -1.0
"""Nats for Chinese outside all columns whose English was found in one."""
CAPTION_FOUND_OUTSIDE = 1.0
"""Additional nats for a caption whose Chinese was found outside."""
CAPTION_IN_SENTENCE = -3.0
"""Additional nats for a caption whose Chinese continues a sentence."""
CAPTION_FOUND_HEADING = -1.0
"""Additional nats for a caption whose Chinese was found to be a heading, and whose English must be cut off."""

# -- Credits: distances are in lines --
CREDIT_LEAST = 1.0
"""Score above which a caption and its credit belong together, in nats."""
CREDIT_CERTAINTY = 1.0
"""Minimum nats above :data:`CAPTION_SURE` for a caption with a credit."""
CREDIT_RIVAL = 1.0
"""Minimum lead of the best caption of a credit over the others, in nats; below it, the credit is doubted."""
CREDIT_INSIDE = 5.0
"""Nats for a credit inside a caption."""
CREDIT_NEAR = 4.0
"""Nats for a credit after or below a caption."""
CREDIT_DISTANCE = 0.8
"""Nats against it for each line from the caption."""
CREDIT_DISTANCE_BESIDE = -0.5
"""Distance of a credit just after the caption."""
CREDIT_DISTANCE_IN_LINE = 2.0
"""Distance of a credit farther to the right in the line of the caption."""
CREDIT_DISTANCE_ACROSS = 0.2
"""Distance for each segment across a line below."""
SINGLE_LEAST = -3.5
"""Minimum score of a credit's caption in one language, in nats."""
SINGLE_USUAL_LENGTH = 6
"""Usual length of such a caption in Chinese characters or English words."""
SINGLE_LENGTH = -0.2
"""Nats for each character or word above or below that."""
SINGLE_CONTINUATION = 0.5
"""Share of the continuation score of the words after it that counts against it."""
SINGLE_ENDS_FUNCTION_WORD = -2.0
"""Nats for such a caption that ends with a function word."""
SINGLE_TITLE_CASE = -1.0
"""Nats for such a caption in title case."""
