"""Bytes from files, standard input and the web to documents."""
