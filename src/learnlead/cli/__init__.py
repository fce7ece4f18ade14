"""The command line: options, the real adapters, one exit point for errors."""
