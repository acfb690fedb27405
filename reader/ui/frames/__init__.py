"""The first frame of a screen without Textual: areas, rows of styled runs, and the output that draws them."""
