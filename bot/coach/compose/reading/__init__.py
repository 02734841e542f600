"""What the answers to each question say: facts, ranked, with the words that carry them."""
