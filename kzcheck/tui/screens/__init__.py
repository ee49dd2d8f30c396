"""The screens and dialogs: they orchestrate; widgets draw, and the desk decides."""
