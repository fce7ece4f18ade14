"""Plain text from people and strangers: cleaned once, read with care, lines counted."""
