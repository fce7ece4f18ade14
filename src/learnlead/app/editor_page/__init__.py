"""A sitting as one page in an editor: made, filled in, read back."""
