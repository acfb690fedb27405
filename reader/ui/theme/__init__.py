"""The themes, the named styles, and the style sheet."""
