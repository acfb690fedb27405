"""An article as parts in one line of text after another, for speech, braille and terminals that only append."""
