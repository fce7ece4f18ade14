"""One sitting: its fields, its questions in order, and the answers."""
