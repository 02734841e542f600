"""The answers as they are meant: what was taken back or said to the coach, or stands in the wrong place."""
