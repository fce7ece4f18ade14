"""Statistics of short series, in pure Python: tests, slopes, intervals."""
