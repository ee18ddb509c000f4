"""Pages become files under `docs/`; only what changed is written."""
