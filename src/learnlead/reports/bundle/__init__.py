"""Parts of the report on a bundle: its weeks, its ratings, and what its lines show together."""
