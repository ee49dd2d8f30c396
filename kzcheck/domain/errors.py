"""The one error that is meant for the person at the keyboard."""


class KzcheckError(Exception):
    """Something asked for was not done; the message says what, why and what to do, in one line."""
