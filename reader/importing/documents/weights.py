"""Weights by which units are paired: costs and gains in nats, as those of the alignment, and shares."""

SAME_PLACE_GAIN = 2.5
"""Gain of two units in the same place of a source whose languages alternate."""
SAME_RANK_GAIN = 1.5
"""Gain of two units that are the same one of their run, where both runs are as long."""
BESIDE_GAIN = 1.0
"""Gain of two units that are next to each other in the source."""
PLACE_SHARE = 0.5
"""Share of these gains that counts where words are compared."""
MERGED_COST = 2.0
"""Cost of two units that go with one in such a source, beside that of the alignment."""
OTHER_PLACE_COST = 5.0
"""Cost of two units in places that follow each other, for each place between them."""
MAX_PLACE_COST = 15.0
"""Maximum of that cost."""
LONG_RUN = 12
"""Units of one language after each other from which on their place says nothing."""
MIN_PLACES = 2
"""Places of a source from which on its languages alternate."""
LINKED_SHARE = 0.6
"""Share of the units of one side with a counterpart from which on two texts are aligned: one may be an abridgement."""
TIME_SHARE = 0.5
"""Share of the shorter of two subtitles that both are shown together, from which on they go together."""
KEYED_SHARE = 0.5
"""Share of the units whose key is in the other source, too, from which on keys pair two sources."""
