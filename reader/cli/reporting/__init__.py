"""The output of verbs: lines of text, objects of JSON, and the formats of other programs."""
