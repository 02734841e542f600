"""Reading a draft: which criteria it meets, which words show it, what to do next."""
