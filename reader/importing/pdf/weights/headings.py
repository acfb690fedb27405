"""Weights of headings that are found by the style, the numbers and the places of others; the stage is that of roles."""

# -- Headings like others --
SERIES_MAX_LINES = 2
"""Maximum number of lines of a short text that is a heading if it looks like others."""
SERIES_MAX_BODY_SHARE = 0.5
"""Share of the running text in the style of headings, from which on the style tells nothing."""
SERIES_ROW_EM = 0.1
"""Maximum difference of the baselines of the parts of a heading."""
LONG_HEADING_MAX_LINES = 3
"""Maximum number of lines of a bold text that is a heading like others, though it is long or ends as a sentence."""
LONG_HEADING_MAX_LETTERS = 200
"""Maximum length of such a heading."""
LONG_HEADING_APART_EM = 0.8
"""Minimum gap below such a heading."""
NUMBERED_HEADING_MAX_CHARACTERS = 36
"""Maximum length of a numbered heading in Han script."""
NUMBERED_HEADING_MAX_LETTERS = 60
"""Maximum length of a numbered heading in Latin script."""
NUMBERED_INNER_STEP_EM = 1.8
"""Maximum distance of the baselines of a paragraph's lines under a numbered heading."""
NUMBERED_INNER_SPACE_EM = 2.0
"""Maximum room after a full line of such a paragraph."""
NUMBERED_HEADING_SPACE_EM = 2.0
"""Minimum room after a numbered heading in its column."""
NUMBERED_HEADING_REACH_EM = 4.0
"""Maximum distance of the baselines of a numbered heading and its text."""
NUMBERED_TEXT_FULL_SHARE = 0.7
"""Share of its column that the first line of the text under a numbered heading fills at least."""
SERIES_MIN_HEADINGS = 3
"""Minimum number of headings in one style and at one edge that make one of a text like a name."""
CAPITALS_HEADING_MIN_LETTERS = 5
"""Minimum number of letters of a heading in capitals that is set in the font of the text."""
CAPITALS_HEADING_APART_EM = 1.8
"""Minimum distance of its baseline from those of the text above and below it."""
CAPITALS_HEADING_ABOVE_RATIO = 0.9
"""Minimum distance from the text above it, divided by that from the text below."""
# -- Centred heads --
CENTRED_HEAD_MIN_SIZE_RATIO = 0.85
"""Minimum size of a centred head divided by that of the text."""
CENTRED_HEAD_MIDDLE_EM = 1.0
"""Maximum distance of the middle of a centred head from that of the column."""
CENTRED_HEAD_MIN_INDENT_EM = 3.0
"""Minimum room left of a centred head."""
CENTRED_HEAD_MIN_ABOVE_EM = 1.2
"""Minimum gap above a centred head."""
CENTRED_HEAD_MIN_BELOW_EM = 0.4
"""Minimum gap below a centred head."""
CENTRED_HEAD_REACH_EM = 3.0
"""Maximum gap below a centred head."""
CENTRED_HEAD_COLUMN_MIN_LINES = 3
"""Minimum number of lines of the text that shows the column of a centred head."""
CENTRED_HEAD_MAX_LETTERS = 60
"""Maximum length of a centred head."""
