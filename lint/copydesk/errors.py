"""What stops copydesk from checking something that it was asked to check."""


class CopydeskError(Exception):
    """Something asked for was not done; the message says what and why, for the user."""
