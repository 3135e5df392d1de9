"""Runs the command line as `python -m copydesk`."""

from copydesk.cli import main

main()
