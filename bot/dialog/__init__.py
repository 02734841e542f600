"""Conversations as data: a turn reads a snapshot, decides, and leaves a result to be stored and sent."""
