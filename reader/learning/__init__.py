"""Each word within reach: dictionaries, readings, glosses.

``dictionary`` opens a dictionary, which ``building`` makes from a text that ``cedict`` reads; ``english`` has the words
of the glosses, ``pinyin`` the syllables as readers write them; ``dictionaries`` asks all of the reader's own and
the bundled one. ``text_words`` has the words of a text with their readings and senses, ``vocabulary`` the words that
the reader knows, ``conversion`` the other script. Nothing of it is imported before the first use.
"""
