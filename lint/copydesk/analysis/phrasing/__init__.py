"""Where the wording of an article breaks the grammar or the idiom."""
