"""Rules on what is left in a text of the page or the tool that it came from."""
