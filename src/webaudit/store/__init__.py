"""Everything that is read from and written to files: lists of sites, rubrics, evidence, runs."""
