"""What a leader could give to a coach, line by line, and the files of a bundle."""
