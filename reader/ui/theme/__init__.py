"""The themes and the style sheet."""
