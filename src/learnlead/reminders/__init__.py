"""When a sitting is due, when to remind of it, and the schedulers that run reminders."""
