"""Blocks to regions with roles: titles, bylines, headings, body, furniture."""
