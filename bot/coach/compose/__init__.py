"""From the answers of an interview to notes: answers, facts, plans, fitting, notes."""
