"""Marks, which the reader makes: kept in a file of their own, apart from everything that can be made again.

``mark`` has the records, ``store`` the file and ``rows`` its rows; ``quoting`` makes the quotes by which ``anchoring``
finds a passage again in an issue that has changed. ``bounding`` keeps marks within bounds, ``merging`` joins two sets,
``json_form`` and ``interchange`` carry them to another machine, ``formats`` writes them for other programs.
"""
