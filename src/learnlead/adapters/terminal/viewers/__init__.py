"""What shows a finished text: the pager, the browser, a replay."""
