"""Trends over many pages: series, tests, verdicts, findings, themes and plans."""
