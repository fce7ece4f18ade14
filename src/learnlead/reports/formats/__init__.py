"""The forms in which trends leave the program, a file each; `registry` finds them by file name."""
