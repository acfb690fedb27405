"""The magazine as frozen records, with pure functions on them; nothing here reads, writes or draws."""
