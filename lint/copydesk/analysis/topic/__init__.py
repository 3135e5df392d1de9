"""What passages of an article are about, and how they hold together."""
