"""One sitting: what was answered, and which question comes next."""
