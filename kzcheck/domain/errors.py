"""The errors that are meant for the person at the keyboard."""


class KzcheckError(Exception):
    """Something asked for was not done; the message says what, why and what to do, in one line."""


class TakesLonger(KzcheckError):  # noqa: N818 - the name says what happened
    """What was asked for was not found in the time allowed; it can be asked for again without a limit."""
