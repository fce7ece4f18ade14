"""A sitting as a Markdown page: reading, writing, changing, checking, searching."""
