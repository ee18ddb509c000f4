"""What a text says of itself, with evidence."""
