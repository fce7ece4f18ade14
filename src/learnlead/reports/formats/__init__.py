"""The formats of a report, a file each, found by their names."""
