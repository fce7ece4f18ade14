"""Completion in the shell: its scripts, and what can stand where the cursor is."""
