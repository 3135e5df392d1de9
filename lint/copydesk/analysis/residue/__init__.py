"""What an article was left with by the page or program that it went through."""
