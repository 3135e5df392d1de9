"""What stops copydesk from checking something that it was asked to check."""


class CopydeskError(Exception):
    """The run cannot go on; the message says what is wrong and where, for the user."""


class UnreadableError(CopydeskError):
    """One file cannot be checked, others still can.

    Attributes:
        path: The file.
        reason: Why, without the path.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
