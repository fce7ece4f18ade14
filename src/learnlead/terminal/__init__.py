"""The screen: asking and showing."""
