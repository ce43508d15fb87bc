"""Lines of the log: whatever a site wrote into an address or an error, no number of a citizen is in them."""

import logging


class Discreet(logging.Formatter):
    """Formats as it is told, and masks the numbers of citizens in what comes of it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, with the traceback if there is one."""
        # Most commands log nothing, and their start is waited for.
        from webaudit.extract.identity_numbers import masked

        return masked(super().format(record))


def log_discreetly() -> None:
    """Has a process where nobody set up a log say no more than the one that started it."""
    if logging.lastResort is not None:
        logging.lastResort.setFormatter(Discreet())
