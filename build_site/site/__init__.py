"""MkDocs publishes `docs/` into `site/`."""
