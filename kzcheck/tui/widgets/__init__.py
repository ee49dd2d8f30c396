"""The widgets. Each draws its own lines, from rows and content that the screens pass to it."""
