"""The use cases, through ports; no screen, no disk, no clock."""
