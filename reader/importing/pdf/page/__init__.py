"""A page of a file: its glyphs, boxes and pictures, with their places and characters put right."""
