"""The controlled vocabularies: people, topics, sources."""
