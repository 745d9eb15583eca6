"""The one exception of the importer that is meant for a person."""


class ImportRefused(Exception):
    """The file cannot be read; `message` says in one sentence what to do about it."""

    def __init__(self, message: str):
        super().__init__(message)
        self.message = message
