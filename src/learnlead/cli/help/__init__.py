"""Help: its words, its examples, and the commands that show it and let a shell complete."""
