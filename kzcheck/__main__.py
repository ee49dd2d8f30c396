"""`python -m kzcheck` is the same as the `kzcheck` command."""

from kzcheck.cli import main

if __name__ == "__main__":
    main()
