"""The machine: disk, console, processes and today's date, each in one named place."""
