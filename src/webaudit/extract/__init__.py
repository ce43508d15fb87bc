"""Pure readings of a page, and pure choosers of what to fetch next."""
