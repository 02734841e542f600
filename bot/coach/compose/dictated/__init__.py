"""Long answers that were spoken rather than typed: clauses, whose they are, and the story in them."""
