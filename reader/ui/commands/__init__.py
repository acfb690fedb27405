"""The table of commands and their functions."""
