"""What can be better about a rubric or a prompt bank that is valid."""
