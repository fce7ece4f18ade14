"""The formats in which reports leave the program, a file each; `registry` finds them by name."""
