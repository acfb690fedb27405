"""Usual measures of fonts, where a page does not show its own. ``_EM`` are multiples of the font size."""

ASCENT_EM = 0.8
"""Height of a line's letters above its baseline."""
DESCENT_EM = 0.2
"""Depth of a line's letters below its baseline."""
VERTICAL_ASCENT_EM = 0.88
"""Height of a vertical character above its level baseline."""
VERTICAL_BASELINE_EM = 0.12
"""Distance of a column's left edge from the baseline of the letters turned in it."""
USUAL_LEADING_EM = 1.6
"""Distance of baselines in a column of one line."""
DEFAULT_SIZE_PT = 10.0
"""Font size of the running text of a page that has none."""
