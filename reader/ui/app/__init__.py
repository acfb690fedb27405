"""The app: its screens, its state, its upkeep."""
