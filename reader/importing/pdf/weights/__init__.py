"""Weights and thresholds of the layout analysis of PDF pages, a module for each stage; roles have two.

Units are in the names: ``_PT`` are points (1/72 inch), ``_PX`` pixels; ``_EM`` are multiples of the font size of the
text at hand; ``_SHARE`` and ``_FILL`` are parts of a whole, from 0 to 1; ``_RATIO`` divides one measure by another;
other numbers count lines, words or characters. A weight that several stages read is in the module of the first of them.
Modules read a weight where they use it, as ``weights.NAME`` of their own stage and as ``STAGE_weights.NAME`` of an
earlier one, so that a trial can change it. Limits of the work that a page may cost, and facts about fonts and file
formats, are beside the code that they concern.
"""
