"""webaudit: captures what agency web sites show to the public, then judges what was captured."""

__version__ = "0.3.0"
