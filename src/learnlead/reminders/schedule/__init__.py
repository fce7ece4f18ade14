"""How the machine is told to remind: one file a scheduler, each of them data."""
