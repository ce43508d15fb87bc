"""The system's Chromium, shown a few pages of a site behind our own address filter and budgets."""
