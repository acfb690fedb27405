"""Confidence of doubtful parts of an extraction, from 0 to 1; all else has 1. They change no decision on layout."""

DOUBTED = 0.6
"""Confidence of a doubted role, picture or language of a caption."""
DIVIDED_CAPTION = 0.7
"""Confidence of a caption that may be two, or half of one."""
SIDEWAYS_CREDIT = 0.7
"""Confidence of a figure with a credit that is printed sideways."""
UNSURE_ORDER = 0.5
"""Confidence of a block's place where another order scores as well."""
MORE_BY_MARGIN = 0.25
"""Confidence more with a score just below :data:`~reader.importing.pdf.weights.assembling.SURE_ORDER_MARGIN`."""
PARAGRAPH_OVER_GAP = 0.7
"""Confidence of a paragraph with a gap in it."""
PARAGRAPH_AFTER_GAP = 0.9
"""Confidence of a paragraph after a gap."""
PARAGRAPH_OF_SPEAKER = 0.9
"""Confidence of a paragraph that begins with a speaker or in another weight."""
PARAGRAPH_WITHOUT_INDENT = 0.8
"""Confidence of a paragraph that begins without an indent."""
