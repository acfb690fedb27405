"""Issues and articles in formats for other programs: text, Markdown, a web page, an e-book. ``docs/EXPORTING.md``."""
