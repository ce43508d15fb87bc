"""The nouns of webaudit as frozen values; imports nothing else of the package."""
