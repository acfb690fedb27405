"""Imports printed pages, as PDF or as text, to a draft issue: each part has a confidence, and no text is lost."""
