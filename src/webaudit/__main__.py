"""`python -m webaudit`."""

from webaudit.cli import main

main()
