"""From speaking about somebody to speaking to them: whose each he, she, they and her is."""
