"""The driver, the last gate and the clipboard."""
