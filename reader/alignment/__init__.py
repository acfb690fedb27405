"""Alignment of two texts: each block of one language beside its translation in the other.

``features`` measures blocks, ``numerals`` reads their numbers, ``glossary`` their words by the dictionary; ``evidence``
counts the units that two blocks have in common, ``scores`` weighs blocks against each other, ``best_path`` searches in
a band, and ``pairing`` makes pairs, with blocks in swapped order last.
"""
