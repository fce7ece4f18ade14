"""The terminal: questions, menus, reports; rich and plain."""
