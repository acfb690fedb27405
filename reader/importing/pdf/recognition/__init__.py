"""Scanned pages: a picture made level and measured, its lines recognised, its letters placed as those of a PDF page."""
