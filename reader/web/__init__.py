"""The screen in a browser: a server for this machine, and a process of the program for each page."""
