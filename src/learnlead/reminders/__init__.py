"""When to sit down."""
