"""The magazine: frozen records and pure functions; nothing here reads, writes or draws."""
