"""Regions of all pages to articles in reading order, with their figures and asides."""
