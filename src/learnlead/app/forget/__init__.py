"""A person taken out of everything that the program keeps."""
