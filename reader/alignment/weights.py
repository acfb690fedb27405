"""Weights of the alignment: costs and evidence in nats, natural logarithms of odds.

Modules read a weight where they use it, as ``weights.NAME``, so that a trial can change it.
"""

# -- Lengths --
LENGTH_VARIANCE = 5.5
"""Variance of a translation's length, for each unit of the original's length and of the ratio."""
USUAL_RATIO = 3.1
"""Letters and blanks of an English translation for each Han character, before blocks of the text are compared."""
USUAL_LENGTH = 100
"""Han characters that this ratio counts for, beside those of blocks that surely go together."""
RELATIVE_LENGTHS = {
    "zh": 0.32,
    "ja": 0.38,
    "ko": 0.47,
    "ar": 0.8,
    "he": 0.8,
    "fr": 1.1,
    "de": 1.1,
    "es": 1.04,
    "it": 1.08,
    "pt": 1.05,
    "nl": 1.08,
    "ru": 0.96,
    "uk": 0.95,
}
"""Lengths of texts in languages, divided by that of the same text in English."""
LIKELY_RATIO = 1.3
"""Factor by which the ratio of two whole texts may differ from the usual one where it is that of their blocks."""
HEADING_TOLERANCE = 3.0
"""Factor by which lengths of headings may differ more than lengths of paragraphs."""
LENGTH_SHARE = 0.8
"""Share of the cost of lengths that counts where words are compared."""

# -- Blocks that go together or stay alone --
SAME_RANK_GAIN = 2.0
"""Gain of two blocks that are no paragraphs and each the same one of its kind, of which both sides have as many."""
UNPAIRED_COST = 3.0
"""Cost of a block without a counterpart."""
UNEVEN_GAIN = 4.0
"""Part of that cost that is saved where all blocks are on one side, and in proportion where more are on one."""
SHARED_UNITS_SHARE = 0.7
"""Share of the evidence of numbers, names and words of one origin that counts where there is no dictionary."""
MISSING_UNITS_SHARE = 0.2
"""Share of that evidence against a pair that counts."""
UNPAIRED_COST_BY_WORDS = 0.8
"""Cost of a block without a counterpart where words are compared: an abridgement has many."""
SPLIT_COST = 2.5
"""Cost of two blocks of one side that are one block of the other."""
BESIDE_COST = 7.0
"""Cost up to which two blocks that are left alone beside each other, between pairs, are one."""
MAX_PAIR_COST = 5.0
"""Cost from which on a pair is not taken for one."""
ALIGNED_SHARE = 0.7
"""Share of the blocks in pairs from which on two texts are aligned."""

# -- Marks: numbers, Latin names, links --
SHARED_MARK_GAIN = 1.5
"""Gain for each number or Latin name found on both sides of a pair."""
LOST_NUMBER_COST = 0.8
"""Cost of each number found on one side of a pair only."""
OTHER_LABEL_COST = 6.0
"""Cost of a pair of blocks that begin with different numbers, or are of different speakers."""
OTHER_KIND_COST = 4.0
"""Cost of a paragraph with an item, a quotation or a verse."""
OTHER_SHAPE_COST = 1.5
"""Cost of a quotation with a text that begins with none, and of a question with a text that is none."""
OTHER_END_COST = 1.5
"""Cost of a paragraph that ends as a sentence does with one that does not."""
TITLE_IN_TEXT_COST = 8.0
"""Cost of two blocks as one if the first ends as no sentence does."""
MAX_MARKS = 3
"""Maximum number of marks that count in a pair, of either kind."""
MARK_FACTOR = 2.0
"""Information of a mark found on both sides, as a multiple of that of a word as rare."""

# -- Words by the dictionary --
PRIOR_BLOCKS = 3.0
"""Number of blocks that the prior share of a word counts for, beside those of the text."""
PRIOR_WORD = 0.06
"""Share of the blocks of any text that has a translation of a word by chance."""
PRIOR_KEY = 0.03
"""Additional share for each translation of the word."""
PRIOR_MARK = 0.03
"""Share of the blocks of any text that has a mark by chance."""
LOST_SHARE = 0.5
"""Share of the information of a word that counts where no block of the other side has it."""
EXPECTED_SHARE = 0.35
"""Share of a block's information that its translation has in common with it, over chance."""
CHANCE_FLOOR = 1.0
"""Least variance of the common information of two blocks by chance."""
CHANCE_VARIANCE = 2.0
"""Variance of that information for each nat that is expected by chance."""
MAX_EXPECTED = 6.0
"""Maximum of the common information expected of a translation, in standard deviations of chance."""
MISSING_SHARE = 0.5
"""Share that counts of evidence against a pair: free translations have few of the words of a dictionary."""
MAX_EVIDENCE = 14.0
"""Maximum gain or cost of a pair by its words."""

# -- Swapped order --
CROSSING_COST = 2.0
"""Cost of two neighbours in swapped order."""
CROSSING_GAIN = 1.0
"""Least evidence by words that both are in swapped order, together."""
SWAP_GAIN = 2.0
"""Least evidence by words that links two blocks left alone in swapped order."""
