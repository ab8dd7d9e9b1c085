"""What can go wrong in words that a user understands.

Every error that is meant for a person is a `CprauditError`; the command line prints its text and nothing else.
"""


class CprauditError(Exception):
    """Something the user can put right. Its text is one clear sentence: what is wrong, and what to do."""


class UnreadableError(CprauditError):
    """A file that could not be read: missing, empty, of a kind that is not read, broken, locked or hostile."""


class ConfigurationError(CprauditError):
    """A setting, a profile, a waiver or a plug-in that is wrong."""
