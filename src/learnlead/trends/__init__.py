"""What changes over weeks, and how sure that is."""
