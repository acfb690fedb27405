"""Page text to an extraction: runs, columns by a beam search, captions, paragraphs."""
