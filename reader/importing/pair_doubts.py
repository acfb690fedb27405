"""The comments of a draft on texts without a counterpart of their own."""

ALONE = "no counterpart was found"
SHARED = "goes with the paragraph above: the other language has one for both"
