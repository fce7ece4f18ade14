"""The commands, a file each: parse the options, call, show the answer."""
