"""What the reader makes: kept in a file of its own, apart from everything that can be made again.

The doors are ``mark`` (what there is), ``store`` (where it is kept), ``anchoring`` (where it stands by now), and
``interchange`` and ``formats`` (how it goes out and comes in).
"""
