"""Pictures: decoded within bounds, scaled, and made into cells of a terminal."""
