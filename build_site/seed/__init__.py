"""Bytes in `seeds/` become text and positioned values."""
