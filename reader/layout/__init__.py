"""Text in terminal cells: widths, line breaks, and the rows of a spread."""
