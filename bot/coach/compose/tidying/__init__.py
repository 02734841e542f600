"""Typing made presentable, and small slips of a second language put right where they are certain."""
