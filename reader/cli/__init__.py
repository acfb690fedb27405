"""The command line: one module for each verb; only the verb that opens the screen imports it."""
