"""Reading and writing single files: whole or not at all, one run at a time."""
