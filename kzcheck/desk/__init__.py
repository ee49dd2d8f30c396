"""The use cases: what the command line and the screens call."""
