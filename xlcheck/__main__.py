"""`python -m xlcheck` is `xlcheck`."""

from xlcheck.cli import main

if __name__ == "__main__":
    main()
