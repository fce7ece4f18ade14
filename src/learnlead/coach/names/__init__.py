"""Names of people in a text: found, hidden behind roles, forgotten."""
