"""The program's own sentences, a file a language."""
