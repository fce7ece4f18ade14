"""Schedulers of this machine, and the other channels of a reminder."""
