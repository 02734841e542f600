"""Whether a sentence is sound English, what mends it for certain, and what is left where nothing does."""
