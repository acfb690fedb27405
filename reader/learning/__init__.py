"""Each word within reach: dictionaries, readings, glosses.

``dictionary`` opens a dictionary, which ``building`` makes from a text that ``cedict`` reads; ``english`` has the words
of the glosses, ``pinyin`` the syllables as readers write them. Nothing of it is imported before the first look-up.
"""
