"""What is printed on the pages of a PDF: glyphs to lines, lines to stacks, stacks to articles."""
