"""The widgets, each drawn line by line from pure data."""
