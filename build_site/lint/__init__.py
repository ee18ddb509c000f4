"""What a person should look at before a text is published."""
