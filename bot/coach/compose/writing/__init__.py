"""From facts to notes: shapes, the best wording that fits, and what the judge lets pass."""
