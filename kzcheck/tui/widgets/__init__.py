"""The widgets: each draws its lines itself, from rows and content that the screens hand it."""
