"""One file or folder a command: parse, call, show."""
