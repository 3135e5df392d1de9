"""What is known of English, apart from any document: words, tables and models."""
