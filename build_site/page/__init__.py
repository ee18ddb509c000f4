"""Pages: an address and a complete Markdown text each."""
