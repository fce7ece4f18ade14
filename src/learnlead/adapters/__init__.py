"""The outside world: disk, terminal, schedulers."""
