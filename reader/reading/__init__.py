"""The content of a reading screen, without Textual: window, matches, selection, positions."""
