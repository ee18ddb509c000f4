"""The catalog as data to take away: CSV in a Frictionless Data Package, JSON Lines, SQLite."""
