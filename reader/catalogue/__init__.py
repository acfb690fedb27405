"""The disposable file with the facts known about each issue file, and the full-text index."""
