"""A PDF to an extraction: glyphs, lines, blocks, regions, reading order, articles."""
