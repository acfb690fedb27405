"""Lines to blocks: text blocks and their paragraphs, tables, diagrams."""
