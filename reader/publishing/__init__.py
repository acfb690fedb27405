"""A library as a static site: pages, search, feeds, and the issue files themselves. ``docs/PUBLISHING.md``."""
