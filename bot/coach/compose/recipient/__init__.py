"""Whom a note is for: the name, its parts, its titles, and how to greet."""
