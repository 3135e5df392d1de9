"""Words that refer to something the article never introduced."""
