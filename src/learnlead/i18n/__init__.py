"""Languages, each a folder of data: the program's own sentences and lists of words."""
