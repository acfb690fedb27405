"""The command line; only the verb that opens the screen imports it."""
