"""The program's own sentences of a sitting, one file a language."""
