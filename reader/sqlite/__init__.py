"""One way to open, check and put aside an SQLite file."""
