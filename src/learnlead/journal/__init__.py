"""A sitting as a Markdown page, and back."""
