"""What a leader gives to a coach, and what comes back: bundle, ledger, reply, review."""
