"""The content of lists, as entries of styled runs: pure functions, without Textual."""
