"""Bundles on disk: written, received, deleted."""
