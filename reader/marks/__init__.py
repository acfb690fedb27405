"""Marks, which the reader makes: kept in a file of their own, apart from everything that can be made again.

``mark`` has the records, ``store`` the file; ``quoting`` makes the quotes by which ``anchoring`` finds a passage again
in an issue that has changed. ``merging`` joins two sets of marks, ``json_form`` and ``interchange`` carry them to
another machine, ``formats`` writes them for other programs.
"""
