"""Bundles on disk: written, read from strangers, deleted."""
