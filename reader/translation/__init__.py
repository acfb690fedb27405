"""Texts of an issue in the files of translators, and back: XLIFF, PO, TMX, CSV, and the glossary as TBX."""
