"""Help: its words, its examples, and the command that shows it."""
