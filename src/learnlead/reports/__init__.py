"""Reports of results: built once as a `Document` for people, as JSON and CSV for programs."""
