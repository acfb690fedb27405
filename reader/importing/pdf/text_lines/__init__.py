"""Glyphs to lines: gaps, gutters, drop caps, and the sizes of the running text."""
