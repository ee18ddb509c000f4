"""All articles together: by topic, person, source and date."""
