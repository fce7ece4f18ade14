"""Line by line: for terminals without redrawing, and for screen readers."""
