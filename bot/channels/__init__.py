"""Where people talk to the coach."""
