"""Schedulers: one file a backend, each of them data."""
