"""When a sitting is due, and how the machine is told to remind."""
