"""The command `build-site`."""
