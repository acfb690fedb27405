"""Subscriptions: a publisher's feed read within bounds, and its issues kept whole in a folder of the program's own."""
