"""The disk: pages, drafts, settings, each written so that nothing is lost."""
