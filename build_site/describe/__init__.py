"""Descriptions of many texts: made once, kept, and shown to people and machines."""
