"""Text from people and from files: cleaned, quoted, read as YAML with line numbers."""
