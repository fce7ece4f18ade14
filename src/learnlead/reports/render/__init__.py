"""What the formats are made of: columns and sparklines for text, drawings for pages."""
