"""What each field of a record means: one table of rules, examples and parsers."""
