"""English as the composer needs it: articles, verbs, kinds of words, times; and whether it is English."""
