"""The workspace on disk, each file written so that nothing is lost."""
