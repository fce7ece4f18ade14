"""A coach's clients: all of them, and one over time."""
