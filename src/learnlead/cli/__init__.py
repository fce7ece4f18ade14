"""One file a command: parse, wire, call, show."""
