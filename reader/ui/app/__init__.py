"""The app, and the parts it is made of."""
